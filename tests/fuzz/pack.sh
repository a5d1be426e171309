#!/usr/bin/env bash
# Packs what a fuzzer has grown into one file that the replay reads, the smallest inputs first.
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: tests/fuzz/pack.sh FOLDER_OF_INPUTS tests/fuzz/corpus/NAME.pack [BYTES]
set -euo pipefail
folder=$1 pack=$2 most=${3:-450000}
total=0
find "$folder" -type f -printf '%s %p\n' | sort -n -k1,1 -k2,2 | while read -r size file; do
  total=$((total + size + 7))
  [ "$total" -gt "$most" ] && break
  printf '%d\n' "$size"
  cat "$file"
done >"$pack"
echo "$pack: $(wc -c <"$pack") bytes"
