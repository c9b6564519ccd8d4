package ticking

import (
	"bytes"
	"encoding/binary"
	"errors"
	"testing"
)

// TestInstructions: the reader stands behind each instruction of the core
// specification 2.0 and of the proposals that compilers use, and no other one.
func TestInstructions(t *testing.T) {
	zeros := string(make([]byte, 16))
	for name, code := range map[string]string{
		"nop": "\x01", "end": "\x0B", "return": "\x0F", "drop": "\x1A", "i32.add": "\x6A", "i64.extend32_s": "\xC4",
		"block": "\x02\x40", "loop of a type": "\x03\x81\x01", "br": "\x0C\x00", "call": "\x10\xE8\x07",
		"call_indirect": "\x11\x05\x00", "return_call_indirect": "\x13\x85\x01\x00",
		"local.get": "\x20\x80\x80\x01", "global.set": "\x24\x00", "memory.grow": "\x40\x00",
		"i32.const -1": "\x41\x7F", "i64.const": "\x42\x80\x80\x80\x80\x10", "f32.const": "\x43" + zeros[:4], "f64.const": "\x44" + zeros[:8],
		"i32.load": "\x28\x02\x10", "i64.store32": "\x3E\x02\x80\x08", "load from memory 1": "\x28\x42\x01\x10", "load from memory 300, long": "\x28\xC2\x00\xAC\x02\x10",
		"br_table": "\x0E\x02\x00\x01\x02", "br_table, default only": "\x0E\x00\x07", "select t": "\x1C\x01\x7F",
		"try_table": "\x1F\x40\x02\x00\x05\x01\x02\x01", "try_table catch_all": "\x1F\x40\x01\x00\x03\x00",
		"i32.trunc_sat_f32_s": "\xFC\x00", "memory.init": "\xFC\x08\x03\x00", "data.drop": "\xFC\x09\x03", "memory.copy": "\xFC\x0A\x00\x00",
		"memory.fill": "\xFC\x0B\x00", "table.init": "\xFC\x0C\x01\x00", "table.grow": "\xFC\x0F\x00",
		"v128.load": "\xFD\x00\x04\x10", "v128.store": "\xFD\x0B\x04\x10", "v128.const": "\xFD\x0C" + zeros, "i8x16.shuffle": "\xFD\x0D" + zeros,
		"i8x16.splat": "\xFD\x0F", "i8x16.extract_lane_s": "\xFD\x15\x0F", "v128.load8_lane": "\xFD\x54\x00\x10\x0F", "i32x4.add": "\xFD\xAE\x01",
		"v128.load32_zero": "\xFD\x5C\x02\x10",
		"atomic.fence":     "\xFE\x03\x00", "i32.atomic.rmw.add": "\xFE\x1E\x02\x10",
	} {
		r := reader{data: []byte(code + "\x00")}
		if op := r.instruction(); op != code[0] || r.bad || r.at != len(code) {
			t.Errorf("%s: the reader stands at %d of %d, bad: %v", name, r.at, len(code), r.bad)
		}
		for cut := range len(code) {
			if r := (reader{data: []byte(code[:cut])}); r.instruction() == code[0] && !r.bad {
				t.Errorf("%s: its first %d bytes are taken for all", name, cut)
			}
		}
	}
	for _, code := range []string{"\xFF", "\x27", "\xFC\x12", "\x0E\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01"} {
		r := reader{data: []byte(code)}
		if r.instruction(); !r.bad {
			t.Errorf("% X is taken for an instruction", code)
		}
	}
}

// A module has its sections as they follow.
func module(sections ...string) []byte {
	b := []byte("\x00asm\x01\x00\x00\x00")
	for i := 0; i < len(sections); i += 2 {
		b = append(b, sections[i]...)
		b = binary.AppendUvarint(b, uint64(len(sections[i+1])))
		b = append(b, sections[i+1]...)
	}
	return b
}

const (
	globals = "\x01\x7F\x01\x41\x07\x0B"
	// A function that calls the hook, in a loop, in a block, in a loop.
	nested = "\x01\x0D\x00\x03\x40\x02\x40\x03\x40\x10\x01\x0B\x0B\x0B\x0B"
	// A loop that does no more than count.
	leaf = "\x01\x07\x00\x03\x40\x0C\x00\x0B\x0B"
)

// TestImports: imports of every kind are counted as the module numbers them:
// the counter is the global behind those that are there.
func TestImports(t *testing.T) {
	imports := "\x06" +
		"\x01e\x01f\x00\x00" + // a function
		"\x01e\x01t\x01\x70\x01\x01\x02" + // a table with two limits
		"\x01e\x01m\x02\x00\x01" + // a memory
		"\x01e\x01g\x03\x7F\x00" + // a global
		"\x01e\x01x\x04\x00\x00" + // a tag
		"\x01e\x04hook\x00\x00" // the hook: function 1
	got, err := Loops(module("\x00", "\x04name", "\x02", imports, "\x06", globals, "\x0A", nested), "e", "hook")
	if err != nil {
		t.Fatal(err)
	}
	// The counter is global 2: one is imported, one is there.
	check := "\x23\x02\x41\x01\x6B\x24\x02\x23\x02\x45\x04\x40\x41\x00\x10\x01\x24\x02\x0B"
	if n := bytes.Count(got, []byte(check)); n != 2 {
		t.Errorf("%d loops are checked, want 2, in % X", n, got)
	}
	if !bytes.Contains(got, []byte("\x02\x7F\x01\x41\x07\x0B\x7F\x01\x41\x01\x0B")) {
		t.Errorf("the counter does not stand behind the other global in % X", got)
	}
	if bytes.Contains(got, []byte("name")) {
		t.Error("the names are still there")
	}
	got, err = Loops(module("\x02", imports, "\x06", globals, "\x0A", leaf), "e", "hook")
	if err != nil || bytes.Contains(got, []byte(check)) {
		t.Errorf("a loop that calls nothing is checked: %v, % X", err, got)
	}
}

// TestBadModules: whatever is cut off or unknown is refused, never passed on.
func TestBadModules(t *testing.T) {
	hook := "\x01\x01e\x04hook\x00\x00"
	whole := module("\x02", hook, "\x06", globals, "\x0A", nested)
	if _, err := Loops(whole, "e", "hook"); err != nil {
		t.Fatal(err)
	}
	for name, m := range map[string][]byte{
		"an import of no kind":        module("\x02", "\x01\x01e\x04hook\x09\x00", "\x06", globals, "\x0A", nested),
		"code before the globals":     module("\x02", hook, "\x0A", nested, "\x06", globals),
		"code without a hook":         module("\x06", globals, "\x0A", nested),
		"a body longer than the code": module("\x02", hook, "\x06", globals, "\x0A", "\x01\x7F\x00\x0B"),
		"an unknown instruction":      module("\x02", hook, "\x06", globals, "\x0A", "\x01\x03\x00\xFF\x0B"),
		"no globals":                  module("\x02", hook),
	} {
		if _, err := Loops(m, "e", "hook"); !errors.Is(err, errModule) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for cut := 9; cut < len(whole); cut++ {
		if got, err := Loops(whole[:cut], "e", "hook"); err == nil && cut < len(whole)-len(nested)-2 {
			// Cut between two sections it is a module, but one without code.
			if bytes.Contains(got, []byte("\x10\x01")) {
				t.Errorf("%d bytes of %d are a module", cut, len(whole))
			}
		}
	}
}
