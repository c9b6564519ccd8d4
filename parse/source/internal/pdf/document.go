package pdf

import "time"

// A document is a PDF open in an instance of its own.
type document struct {
	*instance
	ref    uint64
	budget *budget
}

// The errors of FPDF_GetLastError that are told apart.
const lastErrorPassword = 4

func openDocument(data []byte, opt Options, deadline time.Time, b *budget) (*document, error) {
	e, err := theEngine()
	if err != nil {
		return nil, err
	}
	inst, err := e.instantiate(deadline, b)
	if err != nil {
		return nil, failure(err)
	}
	d := &document{instance: inst, budget: b}
	if err := d.load(data, opt.Password); err != nil {
		d.close()
		return nil, err
	}
	return d, nil
}

// closeAny closes the document if there is one.
func (d *document) closeAny() {
	if d != nil {
		d.close()
	}
}

// load copies the file into the memory of the instance and opens it.
func (d *document) load(data []byte, password string) error {
	at, word := d.malloc(len(data)), uint32(0)
	if password != "" {
		word = d.malloc(len(password) + 1)
	}
	if d.err != nil {
		return d.err
	}
	d.mem.Write(at, data)
	d.mem.Write(word, append([]byte(password), 0)[:len(password)+min(1, len(password))])
	d.ref = d.call(fnLoadDocument, uint64(at), uint64(len(data)), uint64(word))
	switch {
	case d.err != nil:
		return d.err
	case d.ref != 0:
		return nil
	case uint32(d.call(fnLastError)) != lastErrorPassword:
		return ErrDamaged
	case password == "":
		return ErrPassword
	}
	return ErrWrong
}

func (d *document) pageCount() (int, error) {
	n := d.count(fnPageCount, d.ref)
	switch {
	case d.err != nil:
		return 0, d.err
	case n == 0:
		return 0, ErrDamaged
	}
	return n, nil
}

// page reads a page, by 0-based index. A trap in the module, as it comes of
// memory used up, spoils the instance.
func (d *document) page(i int) (*page, error) {
	ref := d.call(fnLoadPage, d.ref, uint64(i))
	if d.err == nil && ref == 0 {
		return nil, ErrPage
	}
	p := d.readPage(ref)
	d.call(fnClosePage, ref)
	return p, d.err
}
