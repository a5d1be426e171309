#!/usr/bin/env bash
# No function over 80 lines. Reads the layout that clang-format makes, so it needs no compiler.
# SPDX-License-Identifier: GPL-3.0-or-later
source "$(dirname "$0")/common.sh"

# A function at indentation `pad` (none, or two spaces inside a class) begins at the last line with
# exactly that indentation before its '{' and ends at a line that is only `pad` and '}'.
measure() {
  awk -v pad="$1" '
    FNR == 1 { inside = 0; start = 0 }
    {
      line = $0
      text = substr(line, length(pad) + 1)
      at_pad = substr(line, 1, length(pad)) == pad && text ~ /^[A-Za-z_~\[]/
    }
    inside && line == pad "}" {
      print FNR - start + 1, FILENAME, start
      inside = 0; start = 0; next
    }
    !inside && at_pad { start = FNR; opening = text }
    !inside && start && line ~ /[{]$/ {
      if (opening !~ /^(namespace|class|struct|enum|union|extern|export class|if|else|for|while|do|switch|try|case|default|public|private|protected)([^A-Za-z0-9_]|$)/ &&
          opening !~ /[=(] *[{]$/ && opening !~ /\[[^]]*\] *\(/) inside = 1  # nor a lambda in a call
      else start = 0
    }
    !inside && line ~ /;$/ { start = 0 }
  ' "${@:2}"
}

mapfile -t sources < <(all_cpp; files '*.js' '*.mjs')
if [ ${#sources[@]} -gt 0 ]; then
  measured=$(measure '' "${sources[@]}"; measure '  ' "${sources[@]}")
  while read -r lines file start; do
    finding "$file:$start: a function of $lines lines, at most 80: which step of it deserves a name?"
  done < <(awk '$1 > 80' <<<"$measured")
  awk 'NF { n++; if ($1 < 30) short++ }
       END { if (n) printf "function_size: %d functions, %d %% under 30 lines\n", n, 100 * short / n }' \
    <<<"$measured"
fi
finish function_size
