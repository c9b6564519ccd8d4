#!/bin/sh
# Makes the PDFs and the Word files of this folder from the sample documents. It needs chromium,
# qpdf, Python 3 and the IPAex fonts; the tests need none of them.
set -eu
cd "$(dirname "$0")"
out=$PWD
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 pages.py "$tmp"
for page in "$tmp"/*.html; do
  name=$(basename "$page" .html)
  chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer \
    --generate-pdf-document-outline=false --print-to-pdf="$tmp/$name.pdf" "$page" 2>/dev/null
  qpdf --object-streams=generate --recompress-flate --compression-level=9 --deterministic-id "$tmp/$name.pdf" "$out/$name.pdf"
done
python3 word.py "$out"
qpdf --encrypt secret secret 256 -- "$out/fy2024-plain.pdf" "$out/encrypted.pdf"
