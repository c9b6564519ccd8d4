#!/bin/sh
# Times the reading of a PDF of 100 pages side by side with poppler's pdftotext.
# It needs qpdf and poppler-utils. The first start compiles PDFium (seconds) and
# keeps it in the user's cache folder; the start alone is timed with one page.
#
#	testdata/formats/speed.sh [FILE.pdf…]   files to make the 100 pages of
set -eu
cd "$(dirname "$0")/../.."
[ $# -gt 0 ] || set -- testdata/formats/fy2020-plain.pdf testdata/formats/fy2024-book.pdf
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
all=""
while [ "$(echo "$all" | wc -w)" -lt 240 ]; do
  for f in "$@"; do all="$all $f 1-z"; done
done
# shellcheck disable=SC2086
qpdf --empty --pages $all -- "$tmp/all.pdf"
qpdf "$tmp/all.pdf" --pages . 1-100 -- "$tmp/100.pdf"
qpdf "$tmp/all.pdf" --pages . 1 -- "$tmp/1.pdf"
go build -o "$tmp/shinkyu" ./cmd/shinkyu
"$tmp/shinkyu" parse "$tmp/1.pdf" >"$tmp/out"
run() {
  best=999999
  for _ in 1 2 3 4 5; do
    a=$(date +%s%N)
    "$@" >"$tmp/out" 2>&1
    b=$(date +%s%N)
    ms=$(((b - a) / 1000000))
    [ "$ms" -lt "$best" ] && best=$ms
  done
  echo "$best"
}
start=$(run "$tmp/shinkyu" parse "$tmp/1.pdf")
ours=$(run "$tmp/shinkyu" parse "$tmp/100.pdf")
theirs=$(run pdftotext "$tmp/100.pdf" "$tmp/text")
echo "shinkyu parse, 1 page (start-up): ${start} ms"
echo "shinkyu parse, 100 pages:         ${ours} ms"
echo "pdftotext, 100 pages:             ${theirs} ms"
echo "ratio without start-up:           $(awk "BEGIN { printf \"%.2f\", ($ours - $start) / $theirs }")"
