#!/usr/bin/env bash
# README names every script, every option of the scripts, and every command and option of both programs.
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: docs.sh FOLDER_OF_THE_PROGRAMS
bin=$(realpath -m "$1")
source "$(dirname "$0")/common.sh"

named() { grep -qE -- "(^|[^A-Za-z0-9-])$1([^A-Za-z0-9-]|$)" README.md; }

# options_of WHAT TEXT: each --option of a help text stands in README.
options_of() {
  local option
  while read -r option; do
    named "$option" || finding "README.md: $1 has the option $option, which is not named"
  done < <(grep -oE -- '--[a-z][a-z-]+' <<<"$2" | sort -u | grep -vx -- '--help' || true)
}

while read -r script; do
  grep -qF "$script" README.md CONTRIBUTING.md || finding "README.md: $script is not named"
  options_of "$script" "$("$script" --help)"
done < <(files 'script/*' '.ci/*')

for program in pinakes-indexer pinakes-server; do
  if [ ! -x "$bin/$program" ]; then
    finding "$bin/$program is not built"
    continue
  fi
  help=$("$bin/$program" --help)
  options_of "$program" "$help"
  while read -r command; do
    named "$command" || finding "README.md: $program has the command $command, which is not named"
    options_of "$program $command" "$("$bin/$program" "$command" --help)"
  done < <(awk '/^(Subcommands|SUBCOMMANDS):/ { inside = 1; next } /^[^ ]/ { inside = 0 }
                inside && /^  [a-z]/ { print $1 }' <<<"$help")
done
finish docs
