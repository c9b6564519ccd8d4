package results

import (
	"fmt"
	"os"
	"runtime/debug"
	"sync"
)

// build names this build of the program. A version number would not tell two
// builds of a working copy apart, so the program's own file is asked: when it
// was made and how long it is.
var build = sync.OnceValue(func() string {
	version := ""
	if info, ok := debug.ReadBuildInfo(); ok {
		version = info.Main.Version + " " + info.GoVersion
	}
	path, err := os.Executable()
	if err != nil {
		return version
	}
	info, err := os.Stat(path)
	if err != nil {
		return version
	}
	return fmt.Sprintf("%s %d %d", version, info.Size(), info.ModTime().UnixNano())
})
