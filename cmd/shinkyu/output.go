package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/spf13/cobra"
)

// OutputOptions say in which form a result is written, and where.
type OutputOptions struct {
	Format string
	Out    string

	formats []string // the first is the default
}

// AddFlags registers the flags of the options for a command with these
// formats.
func (o *OutputOptions) AddFlags(cmd *cobra.Command, l language, formats ...string) {
	o.formats = formats
	f := cmd.Flags()
	f.StringVarP(&o.Format, "format", "f", "", l.say(helpFormat, strings.Join(formats, "|"), formats[0]))
	f.StringVarP(&o.Out, "output", "o", "", l.say(helpOutput))
	complete(cmd, "format", formats)
}

// complete lets the shell complete a flag from a list.
func complete(cmd *cobra.Command, flag string, values []string) {
	// The flag was registered just before: there is no error to meet.
	_ = cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
}

// extensions tell the format of an output file that names none.
var extensions = map[string]string{
	".json": "json", ".md": "markdown", ".markdown": "markdown", ".csv": "csv",
	".html": "html", ".htm": "html", ".docx": "docx", ".xlsx": "xlsx",
}

// choose settles the format: the one named, that of the output file's
// extension, or fallback.
func (o *OutputOptions) choose(fallback string) error {
	if o.Format == "" {
		o.Format = fallback
		if f := extensions[strings.ToLower(filepath.Ext(o.Out))]; slices.Contains(o.formats, f) {
			o.Format = f
		}
		return nil
	}
	return oneOf("format", o.Format, o.formats)
}

// oneOf refuses a value of a flag that is none of values. The empty value
// stands for the default.
func oneOf(flag, value string, values []string) error {
	if value == "" || slices.Contains(values, value) {
		return nil
	}
	return trouble{Msg: msgBadValue.with(flag, value), Remedy: msgBadValueRemedy.with(strings.Join(values, ", "))}
}

// emit writes a whole result to where the options say. The inputs are named so
// that none of them is written over.
func (a *app) emit(o *OutputOptions, result []byte, inputs []string) error {
	if o.Out == "" || o.Out == "-" {
		_, err := a.stdout.Write(result)
		return stdoutTrouble(err)
	}
	if err := notInput(o.Out, inputs); err != nil {
		return err
	}
	return place(o.Out, result)
}

// notInput refuses an output that is one of the inputs, by whatever name.
func notInput(out string, inputs []string) error {
	o, err := os.Stat(out)
	if err != nil {
		return nil // it is not there yet
	}
	if o.IsDir() {
		return trouble{File: out, Msg: msgOutFolder, Remedy: msgOutFolderRemedy}
	}
	for _, name := range inputs {
		if i, err := os.Stat(name); err == nil && name != "-" && os.SameFile(o, i) {
			return trouble{File: out, Msg: msgOutIsInput, Remedy: msgOutIsInputRemedy}
		}
	}
	return nil
}

// placing is held while a result is put in its place, so that an interrupt
// leaves no half of it behind.
var placing sync.Mutex

// place writes a file whole or not at all: a temporary file in the same
// folder, then a rename.
func place(name string, data []byte) error {
	placing.Lock()
	defer placing.Unlock()
	if target, err := filepath.EvalSymlinks(name); err == nil {
		name = target // the link stays, what it points to is replaced
	}
	info, err := os.Stat(name)
	switch {
	case err != nil:
		info = nil // it is not there yet
	case !info.Mode().IsRegular():
		return outTrouble(name, os.WriteFile(name, data, 0)) // a device or a pipe stays where it is
	}
	temporary, err := writeBeside(name, data, info)
	if err == nil {
		err = os.Rename(temporary, name)
	}
	if err != nil && temporary != "" {
		os.Remove(temporary)
	}
	return outTrouble(name, err)
}

// writeBeside writes data to a new file in the folder of name, with the
// permissions of the file that it will replace, and gives its name. It is
// there even where writing it failed.
func writeBeside(name string, data []byte, replaced fs.FileInfo) (temporary string, err error) {
	temporary = filepath.Join(filepath.Dir(name), fmt.Sprintf(".%s.%d.tmp", filepath.Base(name), os.Getpid()))
	f, err := os.OpenFile(temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666) // less what the user's umask takes
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	if replaced != nil {
		if err := f.Chmod(replaced.Mode().Perm()); err != nil {
			return temporary, err
		}
	}
	if _, err := f.Write(data); err != nil {
		return temporary, err
	}
	return temporary, f.Sync()
}

// stdoutTrouble says why standard output could not be written, if it was not.
func stdoutTrouble(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return trouble{Msg: msgStdout.with(path.Err.Error()), Remedy: msgStdoutRemedy}
	}
	return err
}

// outTrouble says why a result could not be written, if it was not.
func outTrouble(name string, err error) error {
	var path *fs.PathError
	switch {
	case err == nil:
		return nil
	case errors.Is(err, fs.ErrNotExist):
		return trouble{File: name, Msg: msgNoFolder, Remedy: msgNoFolderRemedy}
	case errors.Is(err, fs.ErrPermission):
		return trouble{File: name, Msg: msgCannotWrite, Remedy: msgCannotWriteRemedy}
	case errors.As(err, &path):
		err = path.Err
	}
	return trouble{File: name, Msg: plainMessage(err.Error()), Remedy: msgCannotWriteRemedy}
}
