package html

import (
	"bytes"

	"shinkyu/parse/lazy"
)

// metaCharset matches both spellings of the declaration, and that of an XHTML
// page: <meta charset="…">, content="text/html; charset=…", <?xml encoding="…"?>.
var metaCharset = lazy.Pattern(`(?i)<meta[^>]*?charset\s*=\s*["']?\s*([A-Za-z0-9_-]+)|<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9_-]+)`)

// Charset gives the encoding that a page declares in its first 4,096 bytes,
// empty if it declares none.
func Charset(data []byte) string {
	head := data[:min(len(data), 4096)]
	m := metaCharset().FindSubmatch(head)
	if m == nil {
		return ""
	}
	return string(bytes.Join(m[1:], nil))
}
