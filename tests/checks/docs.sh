#!/usr/bin/env bash
# README names every script, every option of the scripts, and every command and option of both programs.
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: docs.sh FOLDER_OF_THE_PROGRAMS
bin=$(realpath -m "$1")
source "$(dirname "$0")/common.sh"

named() { grep -qE -- "(^|[^A-Za-z0-9-])$1([^A-Za-z0-9-]|$)"; }

# options_of WHAT HELP_TEXT README_TEXT: each --option of a help text stands in that part of README.
options_of() {
  local option
  while read -r option; do
    named "$option" <<<"$3" || finding "README.md: $1 has the option $option, which is not named"
  done < <(grep -oE -- '--[a-z][a-z-]+' <<<"$2" | sort -u | grep -vxE -- '--help(-all)?' || true)
}
readme=$(cat README.md 2>/dev/null || true)

while read -r script; do
  grep -qF "$script" README.md CONTRIBUTING.md || finding "README.md: $script is not named"
  options_of "$script" "$("$script" --help)" "$readme"
done < <(files 'script/*' '.ci/*')

for program in pinakes-indexer pinakes-server; do
  if [ ! -x "$bin/$program" ]; then
    finding "$bin/$program is not built"
    continue
  fi
  help=$("$bin/$program" --help)
  options_of "$program" "$help" "$readme"
  while read -r command; do
    # Its row of the table: | `command` | what it does | options |
    row=$(grep -F "| \`$command\` |" <<<"$readme" || true)
    if [ -n "$row" ]; then
      options_of "$program $command" "$("$bin/$program" "$command" --help)" "$row"
    else
      finding "README.md: $program has the command $command, which has no row in its table"
    fi
  done < <(awk '/^(Subcommands|SUBCOMMANDS):/ { inside = 1; next } /^[^ ]/ { inside = 0 }
                inside && /^  [a-z]/ { print $1 }' <<<"$help")
done
finish docs
