package diff

// Differs reports whether the editions differ in more than mechanical ways:
// any area that was not left as it was, or that has another heading, number or
// place.
func (c *Comparison) Differs() bool {
	for i := range c.Changes {
		ch := &c.Changes[i]
		if ch.Status != Unchanged || ch.Retitled || ch.Renumbered || ch.Moved {
			return true
		}
	}
	return false
}
