package pdf

import (
	"context"
	"encoding/binary"
	"errors"
	"math"

	"github.com/tetratelabs/wazero/api"
)

// A function is one of PDFium's that is called here (its headers fpdfview.h,
// fpdf_text.h, fpdf_edit.h say what they take and give).
type function int

const (
	fnMalloc function = iota
	fnFree
	fnInitLibrary
	fnLoadDocument
	fnLastError
	fnPageCount
	fnLoadPage
	fnClosePage
	fnPageBox
	fnRotation
	fnLoadText
	fnCloseText
	fnCountChars
	fnUnicode
	fnOrigin
	fnFontSize
	fnLooseBox
	fnGenerated
	fnCharMatrix
	fnFontInfo
	fnFontWeight
	fnCountObjects
	fnObject
	fnObjectType
	fnBounds
	fnDrawMode
	fnCountSegments
	fnObjectMatrix
	fnSegment
	fnSegmentType
	fnSegmentPoint
	fnSegmentClose
	numFunctions
)

var functions = [numFunctions]string{
	"malloc", "free",
	"FPDF_InitLibrary", "FPDF_LoadMemDocument", "FPDF_GetLastError", "FPDF_GetPageCount",
	"FPDF_LoadPage", "FPDF_ClosePage", "FPDF_GetPageBoundingBox", "FPDFPage_GetRotation",
	"FPDFText_LoadPage", "FPDFText_ClosePage", "FPDFText_CountChars",
	"FPDFText_GetUnicode", "FPDFText_GetCharOrigin", "FPDFText_GetFontSize", "FPDFText_GetLooseCharBox",
	"FPDFText_IsGenerated", "FPDFText_GetMatrix", "FPDFText_GetFontInfo", "FPDFText_GetFontWeight",
	"FPDFPage_CountObjects", "FPDFPage_GetObject", "FPDFPageObj_GetType", "FPDFPageObj_GetBounds",
	"FPDFPath_GetDrawMode", "FPDFPath_CountSegments", "FPDFPageObj_GetMatrix", "FPDFPath_GetPathSegment",
	"FPDFPathSegment_GetType", "FPDFPathSegment_GetPoint", "FPDFPathSegment_GetClose",
}

// An instance is a PDFium with memory of its own. Its errors are those of
// [ErrTime] and [ErrMemory]; after one it can only be closed.
type instance struct {
	ctx     context.Context
	mod     api.Module
	mem     api.Memory
	fns     [numFunctions]api.Function
	stack   [8]uint64
	scratch uint32 // address of scratchSize bytes for results
	err     error  // the first that a call gave
}

// scratchSize is room for the results of one call: six numbers, or the name of
// a font.
const scratchSize = 256

func (m *instance) init() error {
	m.call(fnInitLibrary)
	m.scratch = m.malloc(scratchSize)
	return m.err
}

func (m *instance) close() { _ = m.mod.Close(m.ctx) }

// call calls a function and gives its result. After an error it calls none and
// gives 0, so that callers may ask for the error once, at the end.
func (m *instance) call(f function, args ...uint64) uint64 {
	if m.err != nil {
		return 0
	}
	clear(m.stack[:])
	copy(m.stack[:], args)
	if err := m.fns[f].CallWithStack(m.ctx, m.stack[:]); err != nil {
		m.err = failure(err)
		return 0
	}
	return m.stack[0]
}

// failure says why PDFium stopped: its time was over, or it trapped, as it does
// where memory is used up.
func failure(err error) error {
	if errors.Is(err, ErrTime) {
		return ErrTime
	}
	return ErrMemory
}

// is calls a function that says yes or no.
func (m *instance) is(f function, args ...uint64) bool { return uint32(m.call(f, args...)) != 0 }

// count calls a function that counts; one that fails gives -1.
func (m *instance) count(f function, args ...uint64) int {
	return max(0, int(int32(m.call(f, args...))))
}

// malloc gives the address of n bytes, 0 where there is no room.
func (m *instance) malloc(n int) uint32 {
	at := uint32(m.call(fnMalloc, uint64(n)))
	if at == 0 && m.err == nil {
		m.err = ErrMemory
	}
	return at
}

// at is the address of the i-th group of eight bytes of the scratch memory.
func (m *instance) at(i int) uint64 { return uint64(m.scratch) + uint64(8*i) }

// double gives the i-th number of eight bytes of the scratch memory.
func (m *instance) double(i int) float64 {
	v, _ := m.mem.ReadFloat64Le(m.scratch + uint32(8*i))
	return v
}

// float gives the i-th number of four bytes of the scratch memory.
func (m *instance) float(i int) float64 {
	v, _ := m.mem.ReadFloat32Le(m.scratch + uint32(4*i))
	return float64(v)
}

// integer gives the i-th number of four bytes of the scratch memory.
func (m *instance) integer(i int) int32 {
	v, _ := m.mem.ReadUint32Le(m.scratch + uint32(4*i))
	return int32(v)
}

// floats gives the first n numbers of four bytes.
func (m *instance) floats(n int) (out [6]float64) {
	b, ok := m.mem.Read(m.scratch, uint32(4*n))
	if !ok {
		return out
	}
	for i := range n {
		out[i] = float64(math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:])))
	}
	return out
}

// text gives the first n bytes of the scratch memory.
func (m *instance) text(n int) string {
	b, _ := m.mem.Read(m.scratch, uint32(min(max(n, 0), scratchSize)))
	return string(b)
}
