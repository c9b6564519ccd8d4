// Package token cuts Japanese text into words and builds compound terms from
// them. It is the only door to kagome and its dictionary.
//
// The words are kagome's, to the byte. Most text is cut by a leaner lattice
// over kagome's dictionary (see package lattice), which its tests hold to
// kagome's; what is not plain UTF-8 is left to kagome itself.
//
// The dictionary is opened when the first text is cut; code that needs no
// words never pays for it. It is mapped from the user's cache folder, where
// the first run put it (see package flat). Other packages take a [Tokenizer],
// so that their tests can pass a small one.
package token
