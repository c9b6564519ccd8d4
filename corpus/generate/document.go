package generate

import (
	"fmt"
	"strings"
)

// Document makes the edition of a year of the document with a number, of about
// the given size in bytes. The editions of one number are a series and share
// half of their sentences.
func Document(number, year, size int) string {
	lasting := New(uint64(number))
	yearly := New(uint64(number)<<16 | uint64(year))
	var b strings.Builder
	b.Grow(size + 1000)
	fmt.Fprintf(&b, "%sに関する%s第%d号基本方針\n\n%s\n総合政策本部決定\n\n",
		lasting.title(lasting.subject(2)), FiscalYear(year), number, date(year-1))
	fmt.Fprintf(&b, "本方針は、%s基本法（平成%d年法律第%d号）に基づき、必要な事項を定めるものである。\n\n", lasting.subject(1)[0], 1+number%30, 1+number%120)
	for section := 1; b.Len() < size; section++ {
		fmt.Fprintf(&b, "第%d %s\n\n", section, lasting.title(lasting.subject(3)))
		for sub := range 4 {
			subject := lasting.subject(6)
			fmt.Fprintf(&b, "%d %s\n\n", sub+1, lasting.title(subject))
			for range 2 {
				for range 3 {
					s := lasting.sentence(subject)
					if t := yearly.sentence(subject); yearly.IntN(2) == 0 {
						s = t
					}
					b.WriteString(s)
				}
				b.WriteString("\n\n")
			}
		}
	}
	return b.String()
}
