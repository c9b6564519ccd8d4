// Package flat keeps the decoded IPA dictionary in a file that is mapped into
// memory, so that a program starts in milliseconds and not in the better part
// of a second.
//
// The dictionary as shipped is a compressed archive of values to be decoded one
// by one. Its decoded form is a handful of arrays: [Open] writes them once,
// flat, to the user's cache folder and from then on maps that file read-only.
//
//	header │ morphs │ connection costs │ double array │ … │ features
//
// The file carries the version of its layout and of the dictionary and a
// checksum over everything else. A file that is damaged, truncated, of another
// version or of another byte order is rebuilt; where no file can be written,
// the dictionary is used as decoded. Two programs that write at once each
// write a file of their own and rename it into place, so that a reader never
// sees half a file.
package flat
