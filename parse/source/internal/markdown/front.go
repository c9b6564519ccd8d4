package markdown

import "strings"

// frontTitle gives the title that front matter states at its outermost level,
// as a scalar of YAML: plain, quoted, or a block of indented lines. It is
// empty where there is none.
func frontTitle(front string) string {
	lines := strings.Split(strings.ReplaceAll(front, "\r\n", "\n"), "\n")
	for i, line := range lines {
		value, ok := strings.CutPrefix(line, "title:")
		if !ok || value != "" && value[0] != ' ' && value[0] != '\t' {
			continue
		}
		value = strings.TrimSpace(value)
		if value == "" || value[0] == '>' || value[0] == '|' {
			return indented(lines[i+1:])
		}
		return scalar(value)
	}
	return ""
}

// indented joins the indented lines at the head of lines.
func indented(lines []string) string {
	var words []string
	for _, line := range lines {
		if line == "" || line[0] != ' ' && line[0] != '\t' {
			break
		}
		words = append(words, strings.TrimSpace(line))
	}
	return scalar(strings.Join(words, ""))
}

// scalar undoes the quotes of a value, or drops the comment behind it.
func scalar(value string) string {
	if value == "" {
		return ""
	}
	if q := value[0]; q == '"' || q == '\'' {
		if end := closingQuote(value[1:], q); end >= 0 {
			value = value[1 : 1+end]
			if q == '\'' {
				return strings.ReplaceAll(value, "''", "'")
			}
			return strings.NewReplacer(`\"`, `"`, `\\`, `\`).Replace(value)
		}
		return value
	}
	if at := strings.Index(value, " #"); at >= 0 {
		value = strings.TrimSpace(value[:at])
	}
	return value
}

// closingQuote gives the offset of the quote that ends s, -1 where none does:
// a doubled ' and a " behind a backslash stand for themselves.
func closingQuote(s string, q byte) int {
	for i := 0; i < len(s); i++ {
		switch {
		case q == '"' && s[i] == '\\':
			i++
		case s[i] != q:
		case q == '\'' && i+1 < len(s) && s[i+1] == q:
			i++
		default:
			return i
		}
	}
	return -1
}
