#!/usr/bin/env bash
# Each check finds what it is there to find: bad files in a scratch repository, one fault each.
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail
checks=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0

# fresh: an empty repository with these checks in it.
fresh() {
  rm -rf "$scratch/repo"
  mkdir -p "$scratch/repo"/{tests/checks,indexer/base,indexer/rdf,server/http,server/search,schemas,script}
  cp "$checks"/*.sh "$scratch/repo/tests/checks/"
  git -C "$scratch/repo" init -q
}
put() { { printf '// A file.\n// SPDX-License-Identifier: GPL-3.0-or-later\n'; cat; } >"$scratch/repo/$1"; }

# expect STATUS TEXT CHECK: what the check prints must hold the text.
expect() {
  local status=0 output
  output=$(bash "$scratch/repo/tests/checks/$3.sh" "${@:4}" 2>&1) || status=$?
  if [ "$status" -ne "$1" ] || ! grep -qF -- "$2" <<<"$output"; then
    printf 'self_test: %s: expected status %s and "%s", got %s and:\n%s\n' "$3" "$1" "$2" "$status" "$output"
    failed=1
  fi
}
lines() { for ((i = 0; i < $1; i++)); do echo "$2"; done; }

fresh
put indexer/base/a.h <<<'#pragma once'
put indexer/rdf/a.cc <<<'#include "indexer/base/a.h"'
expect 0 'layering: fine' layering
expect 0 'spdx: fine' spdx
expect 0 'file_size: fine' file_size
expect 0 'function_size: fine' function_size

fresh; put indexer/base/a.cc <<<'#include "indexer/rdf/a.h"'
expect 1 'indexer/base/a.cc:3: indexer/base must not include indexer/rdf' layering
fresh; put schemas/a.h <<<'#include "server/http/a.h"'
expect 1 'schemas must not include server/http' layering
fresh; put server/search/a.cc <<<'#include "server/http/a.h"'
expect 1 'server/search must not include server/http' layering
fresh; put server/http/a.cc <<<'#include <httplib.h>'
expect 1 'httplib.h belongs to' layering
fresh; put server/http/http_server.cc <<<'#include <httplib.h>'
expect 0 'layering: fine' layering
for foreign in xapian.h sqlite3.h SQLiteCpp/Database.h libxml/parser.h; do
  fresh; put server/search/a.h <<<"#include <$foreign>"
  expect 1 "a header includes $foreign" layering
done
fresh; put server/search/a.cc <<<'#include "b.h"'
expect 1 'not rooted at the repository' layering
fresh; put server/search/a.h <<<''; put server/search/a.cc <<<'#include <string>'
expect 1 "not the file's own header" layering

fresh; echo 'int x;' >"$scratch/repo/server/http/a.cc"
expect 1 'server/http/a.cc:2: no line' spdx
fresh; lines 601 '// x' | put indexer/base/a.h
expect 1 'indexer/base/a.h: 603 lines' file_size
fresh; lines 400 '// x' | put indexer/base/a.h
expect 1 'fewer than nine in ten' file_size

fresh; { echo 'int f() {'; lines 80 '  g();'; echo '}'; } | put indexer/base/a.cc
expect 1 'indexer/base/a.cc:3: a function of 82 lines' function_size
fresh; { echo 'class A {'; echo '  int f(int a,'; echo '        int b) {'; lines 78 '    g();'; echo '  }'; echo '};'; } | put indexer/base/a.h
expect 1 'indexer/base/a.h:4: a function of 81 lines' function_size
fresh; { echo 'namespace a {'; lines 90 'int g();'; echo '}'; echo 'int f() {'; lines 78 '  g();'; echo '}'; } | put indexer/base/a.cc
expect 0 'function_size: fine' function_size

fresh; printf '#!/bin/sh\n# SPDX-License-Identifier: GPL-3.0-or-later\necho --shiny --plain\n' >"$scratch/repo/script/x"
chmod +x "$scratch/repo/script/x"; echo 'script/x takes --plain' >"$scratch/repo/README.md"
expect 1 'script/x has the option --shiny' docs "$scratch/repo"
expect 1 'pinakes-indexer is not built' docs "$scratch/repo"

if command -v clang-format >/dev/null && clang-format --version | grep -q 'version 14\.'; then
  fresh; put indexer/base/a.cc <<<'int   x;'
  expect 1 'should be clang-formatted' format
fi
[ "$failed" -eq 0 ] && echo "self_test: fine"
exit "$failed"
