#!/usr/bin/env bash
# CPU of `convert --to ntriples` beside another program that reads the same file and writes N-Triples: medians and their ratio.
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

usage() {
  cat <<'TEXT'
usage: tests/bench/rdf_speed.sh FILE [ROUNDS]

Runs our convert and the other program in turn, ROUNDS times (default 5), on the same file, both
writing N-Triples to /dev/null, and prints user + system seconds of each run, the medians, and the
ratio other / ours (above 1: ours is faster). The other program is chosen by the extension:
  .ttl          serdi
  .rdf .xml     rapper
  .jsonld       npm jsonld (tests/interop/to_ntriples.mjs)

Environment: PINAKES_BIN   folder of our programs (default build/release/bin)
TEXT
}
case "${1:-}" in '' | -h | --help) usage; exit 0 ;; esac
here=$(cd "$(dirname "$0")" && pwd)
file=$1
rounds=${2:-5}
ours=("${PINAKES_BIN:-$here/../../build/release/bin}/pinakes-indexer" convert --to ntriples "$file")
case "$file" in
  *.ttl) other=(serdi -i turtle -o ntriples "$file") ;;
  *.rdf | *.xml) other=(rapper -q -i rdfxml -o ntriples "$file") ;;
  *.jsonld) other=(node "$here/../interop/to_ntriples.mjs" "$file") ;;
  *) echo "rdf_speed: no other program for $file" >&2; exit 2 ;;
esac

TIMEFORMAT='%U %S'
cpu() { { time "$@" >/dev/null 2>/dev/null; } 2>&1 | awk '{ printf "%.3f\n", $1 + $2 }'; }
median() { sort -n | awk '{ a[NR] = $1 } END { print (NR % 2) ? a[(NR + 1) / 2] : (a[NR / 2] + a[NR / 2 + 1]) / 2 }'; }

own_times='' other_times=''
for _ in $(seq "$rounds"); do
  own_times+="$(cpu "${ours[@]}")"$'\n'
  other_times+="$(cpu "${other[@]}")"$'\n'
done
echo "ours:  $(echo $own_times)"
echo "${other[0]##*/}: $(echo $other_times)"
own=$(printf %s "$own_times" | median) its=$(printf %s "$other_times" | median)
awk -v a="$own" -v b="$its" 'BEGIN { printf "median %.3f s and %.3f s: ratio %.2f\n", a, b, b / a }'
