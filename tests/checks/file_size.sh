#!/usr/bin/env bash
# No file over 600 lines, nine in ten of the product's C++ files under 350; half under 110 is told only.
# SPDX-License-Identifier: GPL-3.0-or-later
source "$(dirname "$0")/common.sh"

while read -r file; do
  lines=$(wc -l <"$file")
  [ "$lines" -le 600 ] || finding "$file: $lines lines, at most 600: which part wants a file of its own?"
done < <(all_sources)

total=0 below_110=0 below_350=0 longest=""
while read -r file; do
  lines=$(wc -l <"$file")
  total=$((total + 1))
  if [ "$lines" -lt 110 ]; then below_110=$((below_110 + 1)); fi
  if [ "$lines" -lt 350 ]; then below_350=$((below_350 + 1)); else longest+=" $file ($lines)"; fi
done < <(product_cpp)
if [ "$total" -gt 0 ]; then
  echo "file_size: $total C++ files, $((100 * below_110 / total)) % under 110 lines," \
    "$((100 * below_350 / total)) % under 350"
  [ $((10 * below_350)) -ge $((9 * total)) ] ||
    finding "fewer than nine in ten files are under 350 lines; the long ones:$longest"
fi
finish file_size
