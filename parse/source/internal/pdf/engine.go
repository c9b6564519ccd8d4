package pdf

import (
	"context"
	"crypto/rand"
	"fmt"
	"io"
	"runtime"
	"sync"
	"time"
	_ "unsafe" // for the link to the module

	_ "github.com/klippa-app/go-pdfium/webassembly"
	"github.com/klippa-app/go-pdfium/webassembly/imports"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
	"github.com/tetratelabs/wazero/imports/wasi_snapshot_preview1"

	"shinkyu/parse/source/internal/ticking"
)

// pdfiumModule is PDFium as go-pdfium bundles it. That package keeps it to
// itself; its own interface allocates memory in the module for every number
// that it asks for, and can neither limit the memory of one instance nor stop
// one, so its module is run here directly.
//
//go:linkname pdfiumModule github.com/klippa-app/go-pdfium/webassembly.pdfiumWasm
var pdfiumModule []byte

// The function that the loops of PDFium call, which the module imports to ask
// whether it shall pause in rendering a page.
const hookModule, hookName = "env", "IFSDK_PAUSE_NeedToPauseNow_CB"

// ticksPerCall is how many turns of loops PDFium makes between two looks at the
// clock: some tenths of a millisecond. While it makes them, the collector of
// garbage waits.
const ticksPerCall = 1 << 17

// An engine is PDFium as machine code.
type engine struct {
	runtime wazero.Runtime
	module  wazero.CompiledModule
}

// theEngine is loaded with the first PDF, not before.
var theEngine = sync.OnceValues(newEngine)

func newEngine() (*engine, error) {
	ctx := experimental.WithCompilationWorkers(context.Background(), runtime.GOMAXPROCS(0))
	folder := cacheFolder()
	opened := make(chan wazero.CompilationCache, 1)
	go func() { opened <- compilationCache(folder) }() // which takes as long as what is next
	module, err := ticking.Loops(pdfiumModule, hookModule, hookName)
	if err != nil {
		return nil, fmt.Errorf("PDFium: %w", err)
	}
	// The bundled PDFium throws C++ exceptions, so the exception-handling
	// feature has to be asked for.
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithDebugInfoEnabled(false)
	cache := <-opened
	e, err := compile(ctx, config, cache, module)
	if err != nil && cache != nil {
		// A cache that cannot be written is no reason not to read.
		e, err = compile(ctx, config, nil, module)
	}
	if err != nil {
		return nil, fmt.Errorf("PDFium: %w", err)
	}
	if cache != nil {
		sealCache(folder)
	}
	return e, e.link(ctx)
}

// compile makes machine code of the module, or takes it from the cache.
func compile(ctx context.Context, config wazero.RuntimeConfig, cache wazero.CompilationCache, module []byte) (*engine, error) {
	defer noteWait(cache != nil)()
	if cache != nil {
		config = config.WithCompilationCache(cache)
	}
	e := &engine{runtime: wazero.NewRuntimeWithConfig(ctx, config)}
	var err error
	if e.module, err = e.runtime.CompileModule(ctx, module); err != nil {
		_ = e.runtime.Close(ctx)
	}
	return e, err
}

// link gives the module the functions that it imports.
func (e *engine) link(ctx context.Context) error {
	if _, err := wasi_snapshot_preview1.Instantiate(ctx, e.runtime); err != nil {
		return err
	}
	b := e.runtime.NewHostModuleBuilder("env").NewFunctionBuilder().
		WithFunc(func(uint32) {}).Export("emscripten_notify_memory_growth")
	imports.NewFunctionExporter().ExportFunctions(b)
	i32 := []api.ValueType{api.ValueTypeI32}
	_, err := b.NewFunctionBuilder().WithGoFunction(api.GoFunc(tick), i32, i32).Export(hookName).Instantiate(ctx)
	return err
}

type deadlineKey struct{}

// tick is what PDFium calls from its loops: it stops the instance of which the
// time is over.
func tick(ctx context.Context, stack []uint64) {
	if deadline, ok := ctx.Value(deadlineKey{}).(time.Time); ok && time.Now().After(deadline) {
		panic(ErrTime)
	}
	stack[0] = ticksPerCall
}

// instantiate starts a PDFium with memory of its own.
func (e *engine) instantiate(deadline time.Time, b *budget) (*instance, error) {
	memory := &memory{budget: b}
	ctx := context.WithValue(context.Background(), deadlineKey{}, deadline)
	ctx = experimental.WithMemoryAllocator(ctx, memory)
	mod, err := e.runtime.InstantiateModule(ctx, e.module, wazero.NewModuleConfig().
		WithName("").WithStartFunctions("_initialize").
		WithStdout(io.Discard).WithStderr(io.Discard).WithRandSource(rand.Reader).
		WithFSConfig(wazero.NewFSConfig())) // no part of the disk
	if err != nil {
		return nil, err
	}
	inst := &instance{ctx: ctx, mod: mod, mem: mod.Memory()}
	for f := range functions {
		if inst.fns[f] = mod.ExportedFunction(functions[f]); inst.fns[f] == nil {
			inst.close()
			return nil, fmt.Errorf("PDFium has no function %s", functions[f])
		}
	}
	if err := inst.init(); err != nil {
		inst.close()
		return nil, err
	}
	return inst, nil
}
