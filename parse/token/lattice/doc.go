// Package lattice finds the words of a text: of all ways to cut it into words
// of the dictionary, the one that costs least (the Viterbi algorithm over the
// dictionary's costs of words and of their connections).
//
//	      ┌─ 関係 ─┐┌─ 者 ─┐
//	BOS ──┤        ├┤      ├── EOS
//	      └─── 関係者 ─────┘
//
// It gives the words that kagome gives, byte for byte, and tests hold it to
// that. It is several times as fast for these reasons: a node is 24 bytes in
// one array and no object of its own; positions where no word ends are passed
// over; and the best word before a place is sought once for each connection
// class of what begins there, since the words of one class, most nouns among
// them, have the same costs of connection.
package lattice
