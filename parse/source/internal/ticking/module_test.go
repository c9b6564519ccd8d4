package ticking_test

import (
	"context"
	"errors"
	"testing"

	"github.com/tetratelabs/wazero"

	"shinkyu/parse/source/internal/ticking"
)

// spin is a module with an endless loop and one that counts to its argument:
//
//	(import "env" "hook" (func (param i32) (result i32)))
//	(global (mut i32) (i32.const 7))
//	(func (export "spin") loop call 3 br 0 end)
//	(func (export "count") (param i32) (result i32) (local i32)
//	  loop  call 3  local.get 1  i32.const 1  i32.add  local.tee 1  local.get 0  i32.lt_s  br_if 0  end
//	  local.get 1)
//	(func)
var spin = []byte("\x00asm\x01\x00\x00\x00" +
	"\x01\x09\x02\x60\x01\x7F\x01\x7F\x60\x00\x00" +
	"\x02\x0C\x01\x03env\x04hook\x00\x00" +
	"\x03\x04\x03\x01\x00\x01" +
	"\x06\x06\x01\x7F\x01\x41\x07\x0B" +
	"\x07\x10\x02\x04spin\x00\x01\x05count\x00\x02" +
	"\x0A\x26\x03" +
	"\x09\x00\x03\x40\x10\x03\x0C\x00\x0B\x0B" +
	"\x17\x01\x01\x7F\x03\x40\x10\x03\x20\x01\x41\x01\x6A\x22\x01\x20\x00\x48\x0D\x00\x0B\x20\x01\x0B" +
	"\x02\x00\x0B")

var errStop = errors.New("stop")

func TestLoops(t *testing.T) {
	module, err := ticking.Loops(spin, "env", "hook")
	if err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	r := wazero.NewRuntimeWithConfig(ctx, wazero.NewRuntimeConfigInterpreter())
	defer r.Close(ctx)
	calls, limit := 0, 1<<30
	_, err = r.NewHostModuleBuilder("env").NewFunctionBuilder().WithFunc(func(int32) int32 {
		if calls++; calls > limit {
			panic(errStop)
		}
		return 10
	}).Export("hook").Instantiate(ctx)
	if err != nil {
		t.Fatal(err)
	}
	m, err := r.Instantiate(ctx, module)
	if err != nil {
		t.Fatal(err)
	}
	got, err := m.ExportedFunction("count").Call(ctx, 101)
	if err != nil || got[0] != 101 || calls != 11 {
		t.Errorf("count: %v, %v, %d calls of the host; want 101 and 11", got, err, calls)
	}
	calls, limit = 0, 100
	if _, err := m.ExportedFunction("spin").Call(ctx); !errors.Is(err, errStop) {
		t.Errorf("spin ends with %v", err)
	}
}

func TestNoModule(t *testing.T) {
	for _, s := range []string{"", "\x00asm", "\x00asm\x01\x00\x00\x00", string(spin[:60]), "%PDF-1.7"} {
		if _, err := ticking.Loops([]byte(s), "env", "hook"); err == nil {
			t.Errorf("%q is taken for a module", s)
		}
	}
	if _, err := ticking.Loops(spin, "env", "no hook"); err == nil {
		t.Error("the hook is not there, and there is no error")
	}
}

func FuzzLoops(f *testing.F) {
	f.Add(spin)
	f.Fuzz(func(t *testing.T, data []byte) {
		_, _ = ticking.Loops(data, "env", "hook")
	})
}
