#!/usr/bin/env bash
# Includes follow the data: schemas <- indexer <- server, and inside them folder by folder.
# SPDX-License-Identifier: GPL-3.0-or-later
source "$(dirname "$0")/common.sh"

# One row per folder: its rank. A file may include its own folder and any folder of lower rank.
ranks='
schemas 0
indexer/base 10
indexer/rdf 20
indexer/shacl 25
indexer/dcat 30
indexer/validate 35
indexer/store 40
indexer/index 50
indexer/ingest 60
indexer/commands 65
indexer 70
server/search 80
server/render 90
server/http 100
server 110
'

while read -r line; do
  finding "$line"
done < <(
  product_cpp | xargs -r awk -v ranks="$ranks" '
    BEGIN { n = split(ranks, word); for (i = 1; i < n; i += 2) rank[word[i]] = word[i + 1] }
    function folder(path) { sub(/\/[^\/]*$/, "", path); return path }
    function wrong(why) { print FILENAME ":" FNR ": " why }
    FNR == 1 {
      here = folder(FILENAME)
      first = 1
      own = FILENAME
      has_own = sub(/\.cc$/, ".h", own) && (getline ignored < own) >= 0
      close(own)
      if (!(here in rank)) wrong("folder " here " has no rank in tests/checks/layering.sh")
    }
    !/^ *#include/ { next }
    { name = $0; gsub(/^ *#include *["<]|[">].*$/, "", name) }
    has_own && first && name != own { wrong("the first include is " name ", not the file'\''s own header") }
    { first = 0 }
    /"/ {
      to = folder(name)
      if (name ~ /^tests\//) wrong("the product includes " name)
      else if (!(to in rank)) wrong("\"" name "\" is not rooted at the repository")
      else if (to != here && rank[to] >= rank[here]) wrong(here " must not include " to)
    }
    name == "httplib.h" && FILENAME !~ /^server\/http\/http_server[a-z_]*\.cc$/ {
      wrong("httplib.h belongs to server/http/http_server.cc alone")
    }
    FILENAME ~ /\.h$/ && name ~ /^(xapian|sqlite3|SQLiteCpp|libxml|httplib)/ {
      wrong("a header includes " name ": keep foreign libraries behind a pointer in the .cc")
    }
  '
)
finish layering
