// Package generate makes collections of policy documents out of nothing, for
// tests and benchmarks: the same seed gives the same documents.
//
// [Series] makes the editions of one document of which it is known what became
// of each area; [Document] makes documents of a wanted size.
package generate
