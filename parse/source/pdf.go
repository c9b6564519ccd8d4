package source

import "errors"

func readPDF(name string, data []byte, opt Options) (*Source, error) {
	return nil, errors.New("PDF is not read yet")
}
