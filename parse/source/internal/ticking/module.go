package ticking

import (
	"bytes"
	"encoding/binary"
	"errors"
)

// The sections that are looked at (WebAssembly core specification 2.0, 5.5).
const (
	customSection = 0
	importSection = 2
	globalSection = 6
	codeSection   = 10
)

// The kinds of imports.
const (
	importFunc = iota
	importTable
	importMemory
	importGlobal
	importTag
)

var errModule = errors.New("no WebAssembly module of the form that is known")

// Loops gives a module of which every loop that holds another or a call counts
// down, and calls the imported
// function, of type i32 → i32, whenever it comes to nothing, for the first time
// at once.
func Loops(module []byte, importModule, importName string) ([]byte, error) {
	if !bytes.HasPrefix(module, []byte("\x00asm\x01\x00\x00\x00")) {
		return nil, errModule
	}
	w := rewriter{out: make([]byte, 0, len(module)+len(module)/8), from: importModule, name: importName, hook: -1}
	w.out = append(w.out, module[:8]...)
	r := reader{data: module, at: 8}
	for r.at < len(module) && !r.bad {
		id := r.byte()
		body := r.bytes(int(r.uint()))
		if id == customSection { // names, which nothing reads
			continue
		}
		if err := w.section(id, body); err != nil {
			return nil, err
		}
	}
	if r.bad || w.check == nil {
		return nil, errModule
	}
	return w.out, nil
}

// A rewriter writes the new module.
type rewriter struct {
	out        []byte
	from, name string // of the hook
	hook       int    // the index of its function
	globals    uint64 // imported ones
	check      []byte // the code at the head of a loop

	loops []loop // of the function
	nest  []int  // the blocks that are open: indices of loops
}

func (w *rewriter) section(id byte, body []byte) error {
	r := reader{data: body}
	switch id {
	case importSection:
		w.imports(&r)
	case globalSection:
		body = w.counter(&r)
	case codeSection:
		if w.hook < 0 || w.check == nil {
			return errModule
		}
		var err error
		if body, err = w.bodies(&r); err != nil {
			return err
		}
	}
	if r.bad {
		return errModule
	}
	w.out = append(w.out, id)
	w.out = binary.AppendUvarint(w.out, uint64(len(body)))
	w.out = append(w.out, body...)
	return nil
}

// imports finds the hook and counts what is imported.
func (w *rewriter) imports(r *reader) {
	funcs := 0
	for range r.count() {
		from, name := r.bytes(int(r.uint())), r.bytes(int(r.uint()))
		switch r.byte() {
		case importFunc:
			r.uint()
			if string(from) == w.from && string(name) == w.name {
				w.hook = funcs
			}
			funcs++
		case importTable:
			r.byte()
			r.limits()
		case importMemory:
			r.limits()
		case importGlobal:
			r.bytes(2)
			w.globals++
		case importTag:
			r.byte()
			r.uint()
		default:
			r.bad = true
		}
		if r.bad {
			return
		}
	}
}

// The instructions of a check.
const (
	opLoop       = 0x03
	opIf         = 0x04
	opEnd        = 0x0B
	opCall       = 0x10
	opGlobalGet  = 0x23
	opGlobalSet  = 0x24
	opI32Const   = 0x41
	opI32Eqz     = 0x45
	opI32Sub     = 0x6B
	typeI32      = 0x7F
	typeNothing  = 0x40
	mutable      = 1
	startCounter = 1 // calls the host at once
)

// counter adds the global that counts down, behind those that are there.
func (w *rewriter) counter(r *reader) []byte {
	n := r.uint()
	out := binary.AppendUvarint(nil, n+1)
	out = append(out, r.data[r.at:]...)
	out = append(out, typeI32, mutable, opI32Const, startCounter, opEnd)
	g := binary.AppendUvarint(nil, w.globals+n)
	emit := func(op byte, operand ...byte) { w.check = append(append(w.check, op), operand...) }
	emit(opGlobalGet, g...)
	emit(opI32Const, 1)
	emit(opI32Sub)
	emit(opGlobalSet, g...)
	emit(opGlobalGet, g...)
	emit(opI32Eqz)
	emit(opIf, typeNothing)
	emit(opI32Const, 0)
	emit(opCall, binary.AppendUvarint(nil, uint64(max(w.hook, 0)))...)
	emit(opGlobalSet, g...)
	emit(opEnd)
	return out
}

// bodies writes the code section anew.
func (w *rewriter) bodies(r *reader) ([]byte, error) {
	out := make([]byte, 0, len(r.data)+len(r.data)/8)
	n := r.count()
	out = binary.AppendUvarint(out, uint64(n))
	var body []byte
	for range n {
		code := r.bytes(int(r.uint()))
		if r.bad {
			return nil, errModule
		}
		var err error
		if body, err = w.body(body[:0], code); err != nil {
			return nil, err
		}
		out = binary.AppendUvarint(out, uint64(len(body)))
		out = append(out, body...)
	}
	return out, nil
}

// body writes one function: a check follows each loop instruction of which the
// loop holds another or a call. The others go over what is in memory, are
// finite and make up most of the turns that PDFium makes.
func (w *rewriter) body(out, code []byte) ([]byte, error) {
	r := reader{data: code}
	for range r.count() { // declarations of locals: how many, of which type
		r.uint()
		r.byte()
	}
	w.loops = w.loops[:0]
	w.nest = w.nest[:0]
	for r.at < len(code) && !r.bad {
		op := r.instruction()
		switch opens[op] {
		case aLoop:
			w.outer()
			w.loops = append(w.loops, loop{at: r.at})
			w.nest = append(w.nest, len(w.loops)-1)
		case aBlock:
			w.nest = append(w.nest, noLoop)
		case anEnd:
			if n := len(w.nest); n > 0 {
				w.nest = w.nest[:n-1]
			}
		case aCall:
			w.outer()
		}
	}
	if r.bad {
		return nil, errModule
	}
	copied := 0
	for _, l := range w.loops {
		if l.outer {
			out = append(append(out, code[copied:l.at]...), w.check...)
			copied = l.at
		}
	}
	return append(out, code[copied:]...), nil
}

// A loop begins at an offset of the code.
type loop struct {
	at    int
	outer bool // it holds another one or a call
}

// noLoop stands for a block that is none, among those that are open.
const noLoop = -1

// outer marks the loops that are open, up to one that is marked: those around
// it are too.
func (w *rewriter) outer() {
	for i := len(w.nest) - 1; i >= 0; i-- {
		if at := w.nest[i]; at != noLoop {
			if w.loops[at].outer {
				return
			}
			w.loops[at].outer = true
		}
	}
}

// opens says of which instructions blocks are made.
var opens = func() (kinds [256]byte) {
	for op, kind := range map[byte]byte{
		0x02: aBlock, opLoop: aLoop, opIf: aBlock, 0x06: aBlock, 0x1F: aBlock, // block, loop, if, try, try_table
		opEnd: anEnd, 0x18: anEnd, // end, delegate
		opCall: aCall, 0x11: aCall, 0x12: aCall, 0x13: aCall, 0x14: aCall, 0x15: aCall,
	} {
		kinds[op] = kind
	}
	return kinds
}()

const (
	aBlock = 1 + iota
	aLoop
	anEnd
	aCall
)
