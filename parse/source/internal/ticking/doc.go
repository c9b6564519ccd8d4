// Package ticking makes a WebAssembly module call its host back from its
// loops, so that the host can stop it.
//
// Compiled WebAssembly runs as machine code of which the Go runtime knows
// nothing: while it runs on, its thread can neither be preempted nor take part
// in a garbage collection, so that one endless loop in it stops the whole
// process. wazero has an answer of its own (WithCloseOnContextDone), which
// leaves the machine code in every turn of every loop and makes PDFium three
// and a half times slower. Here a turn of a loop counts down a number, and only
// when that comes to nothing is the host called:
//
//	loop              loop
//	  …                 ticks -= 1
//	end          →      if ticks == 0 { ticks = hook(0) }
//	                    …
//	                  end
//
// The hook is a function that the module imports already; its result is the
// number of turns until the next call. A hook that panics ends the call into
// the module with an error.
//
//	module.go       sections: the counter, the hook, the bodies of functions
//	instruction.go  how long an instruction is (WebAssembly 2.0 with exceptions)
package ticking
