# What the checks share: the repository's root, its files, and how a finding is told.
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
findings=0

# files PATTERN...: what is in the repository or about to be, never what is ignored or deleted.
files() {
  git ls-files --cached --others --exclude-standard -- "$@" | sort -u |
    while read -r file; do if [ -f "$file" ] && [ ! -L "$file" ]; then echo "$file"; fi; done
}

product_cpp() { files 'schemas/*.h' 'indexer/*.h' 'indexer/*.cc' 'server/*.h' 'server/*.cc'; }
all_cpp() { files '*.h' '*.cc' | { grep -v '^tests/data/' || true; }; }
all_sources() {
  files '*.h' '*.cc' '*.js' '*.mjs' '*.css' '*.html' '*.sh' '*.cmake' '*CMakeLists.txt' '*.conf' \
    'script/*' '.ci/*' | { grep -vE '^tests/(data|fuzz/corpus)/' || true; }
}

finding() {
  echo "$*"
  findings=$((findings + 1))
}

# finish WHAT: the last line of a check; its status is the check's.
finish() {
  if [ "$findings" -gt 0 ]; then
    echo "$1: $findings finding(s)"
    exit 1
  fi
  echo "$1: fine"
}
