package ticking

// A reader reads the binary format. What goes beyond the end, or is not known,
// makes it bad.
type reader struct {
	data []byte
	at   int
	bad  bool
}

func (r *reader) byte() byte {
	if r.at >= len(r.data) {
		r.bad = true
		return 0
	}
	r.at++
	return r.data[r.at-1]
}

func (r *reader) bytes(n int) []byte {
	if n < 0 || n > len(r.data)-r.at {
		r.bad = true
		return nil
	}
	r.at += n
	return r.data[r.at-n : r.at]
}

// uint reads an unsigned LEB128 number.
func (r *reader) uint() uint64 {
	var v uint64
	for shift := 0; shift < 64; shift += 7 {
		b := r.byte()
		v |= uint64(b&0x7F) << shift
		if b < 0x80 {
			return v
		}
	}
	r.bad = true
	return 0
}

// count reads how many things follow. Each takes a byte or more, so that a
// number beyond the bytes that are left is bad.
func (r *reader) count() int {
	n := r.uint()
	if n > uint64(len(r.data)-r.at) {
		r.bad = true
		return 0
	}
	return int(n)
}

// number passes over a LEB128 number of either sign.
func (r *reader) number() {
	for r.at < len(r.data) {
		r.at++
		if r.data[r.at-1] < 0x80 {
			return
		}
	}
	r.bad = true
}

func (r *reader) skip(n int) {
	for ; n > 0 && !r.bad; n-- {
		r.number()
	}
}

func (r *reader) limits() {
	if flags := r.byte(); flags&1 != 0 {
		r.skip(1)
	}
	r.skip(1)
}

// memarg passes over alignment and offset of a memory instruction, and the
// number of the memory, where bit 6 of the alignment says that there is one.
func (r *reader) memarg() {
	if r.at < len(r.data) && r.data[r.at] < 0x40 {
		r.at++
	} else if align := r.uint(); align&0x40 != 0 {
		r.number()
	}
	r.number()
}

// What follows the first byte of an instruction.
const (
	unknown = iota
	nothing
	oneNumber
	twoNumbers
	memoryAccess // alignment and offset
	other
)

// operands says what follows each first byte (WebAssembly core specification
// 2.0, 5.4, with the exception handling proposal in both its forms).
var operands = func() (kinds [256]byte) {
	set := func(kind byte, ops ...byte) {
		for _, op := range ops {
			kinds[op] = kind
		}
	}
	for op := 0x45; op <= 0xC4; op++ { // numeric
		kinds[op] = nothing
	}
	for op := 0x28; op <= 0x3E; op++ { // load, store
		kinds[op] = memoryAccess
	}
	set(nothing, 0x00, 0x01, 0x05, 0x0A, opEnd, 0x0F, 0x19, 0x1A, 0x1B, 0xD1)
	set(oneNumber, 0x02, opLoop, opIf, 0x06) // block, loop, if, try: a type
	set(oneNumber, 0x07, 0x08, 0x09, 0x18)   // catch, throw, rethrow, delegate
	set(oneNumber, 0x0C, 0x0D)               // br, br_if
	set(oneNumber, opCall, 0x12, 0x14, 0x15) // call, return_call, by reference
	set(oneNumber, 0x20, 0x21, 0x22, opGlobalGet, opGlobalSet, 0x25, 0x26)
	set(oneNumber, 0x3F, 0x40) // memory.size, memory.grow
	set(oneNumber, opI32Const, 0x42)
	set(oneNumber, 0xD0, 0xD2)  // ref.null, ref.func
	set(twoNumbers, 0x11, 0x13) // call_indirect: type, table
	set(other, 0x0E, 0x1C, 0x1F, 0x43, 0x44, 0xFC, 0xFD, 0xFE)
	return kinds
}()

// instruction passes over one instruction and gives its first byte.
func (r *reader) instruction() byte {
	if r.at >= len(r.data) {
		r.bad = true
		return 0
	}
	op := r.data[r.at]
	r.at++
	switch operands[op] {
	case nothing:
	case oneNumber:
		r.number()
	case twoNumbers:
		r.number()
		r.number()
	case memoryAccess:
		r.memarg()
	case other:
		r.long(op)
	default:
		r.bad = true
	}
	return op
}

// long passes over the operands that are of many kinds.
func (r *reader) long(op byte) {
	switch op {
	case 0x0E: // br_table: targets and the default
		r.skip(r.count() + 1)
	case 0x1C: // select with types
		r.skip(r.count())
	case 0x1F:
		r.tryTable()
	case 0x43: // f32.const
		r.bytes(4)
	case 0x44: // f64.const
		r.bytes(8)
	case 0xFC:
		r.bulk()
	case 0xFD:
		r.vector()
	case 0xFE:
		r.atomic()
	}
}

func (r *reader) tryTable() {
	r.skip(1)
	for range r.count() {
		if kind := r.byte(); kind < 2 { // catch, catch_ref name a tag
			r.skip(1)
		}
		r.skip(1)
	}
}

// bulk passes over saturating conversions, and instructions on whole memories
// and tables.
func (r *reader) bulk() {
	switch sub := r.uint(); {
	case sub <= 7:
	case sub == 8, sub == 10, sub == 12, sub == 14:
		r.skip(2)
	case sub <= 17:
		r.skip(1)
	default:
		r.bad = true
	}
}

// vector passes over SIMD instructions.
func (r *reader) vector() {
	switch sub := r.uint(); {
	case sub <= 11, sub == 92, sub == 93: // v128.load, v128.store
		r.memarg()
	case sub == 12, sub == 13: // v128.const, shuffle
		r.bytes(16)
	case sub >= 21 && sub <= 34: // lanes
		r.byte()
	case sub >= 84 && sub <= 91: // load and store of a lane
		r.memarg()
		r.byte()
	}
}

func (r *reader) atomic() {
	if r.uint() == 3 { // fence
		r.byte()
		return
	}
	r.memarg()
}
