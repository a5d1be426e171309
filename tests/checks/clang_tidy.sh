#!/usr/bin/env bash
# clang-tidy over the product's files that changed (--all: over all of them) with the list of .clang-tidy.
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: clang_tidy.sh BUILD_FOLDER [--all]
build=$(realpath -m "$1")
source "$(dirname "$0")/common.sh"
if [ ! -e "$build/compile_commands.json" ]; then
  echo "clang_tidy: there is no $build/compile_commands.json: configure a preset first"
  exit 1
fi

# Changed: since the branch left origin/main, or where there is nothing since, by the last commit.
changed() {
  local base
  base=$(git merge-base HEAD origin/main 2>/dev/null || true)
  if [ -z "$base" ] || [ "$base" = "$(git rev-parse HEAD)" ]; then
    base=$(git rev-parse -q --verify HEAD~1 || git rev-parse HEAD)
  fi
  git diff --name-only "$base"
  git ls-files --others --exclude-standard
}

if [ "${2:-}" = --all ]; then
  mapfile -t units < <(product_cpp | grep '\.cc$')
else
  # A header is looked at through the file of the same name.
  mapfile -t units < <(comm -12 <(product_cpp | grep '\.cc$' | sort -u) \
    <(changed | sed 's/\.h$/.cc/' | sort -u))
fi
if [ ${#units[@]} -eq 0 ]; then
  echo "clang_tidy: no C++ file of the product changed"
  exit 0
fi

# g++'s precompiled headers and the compiler cache mean nothing to clang.
database=$build/clang_tidy
mkdir -p "$database"
sed -E 's/-Winvalid-pch -include [^ ]*cmake_pch\.hxx//; s/("command": ")[^ ]*ccache /\1/' \
  "$build/compile_commands.json" >"$database/compile_commands.json.$$"
mv "$database/compile_commands.json.$$" "$database/compile_commands.json"

known=()
for unit in "${units[@]}"; do
  if grep -qF "\"$PWD/$unit\"" "$database/compile_commands.json"; then
    known+=("$unit")
  else
    finding "$unit: not compiled in $build, so not looked at"
  fi
done
# What was clean stays clean while neither it, nor a header, nor the list of checks changes.
clean=$database/clean
mkdir -p "$clean"
context=$(product_cpp | { grep '\.h$' || true; } | xargs -r cat .clang-tidy | sha256sum)
todo=()
for unit in "${known[@]}"; do
  stamp=$clean/$({ echo "$context"; cat "$unit"; } | sha256sum | cut -c 1-32)
  if [ ! -e "$stamp" ]; then todo+=("$stamp" "$unit"); fi
done
echo "clang_tidy: ${#known[@]} file(s), $((${#known[@]} - ${#todo[@]} / 2)) of them clean already"

tidy_one() { # DATABASE STAMP UNIT
  clang-tidy --quiet -p "$1" "$3" \
    2> >(grep -vE '^[0-9]+ warnings? (and [0-9]+ errors? )?generated|^Error while processing' >&2) || return 1
  touch "$2"
}
export -f tidy_one
if [ ${#todo[@]} -gt 0 ]; then
  printf '%s\n' "${todo[@]}" |
    xargs -d '\n' -n 2 -P "$(nproc)" bash -c 'tidy_one "$@"' tidy "$database" ||
    finding "see above; a check that is wrong in one place is silenced there with NOLINT(name) and a reason"
fi
finish clang_tidy
