// Package token cuts Japanese text into words and builds compound terms from
// them. It is the only door to kagome and its dictionary.
//
// The dictionary is opened when the first text is cut; code that needs no
// words never pays for it. It is mapped from the user's cache folder, where
// the first run put it (see package flat). Other packages take a [Tokenizer],
// so that their tests can pass a small one.
package token
