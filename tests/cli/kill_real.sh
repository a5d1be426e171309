#!/usr/bin/env bash
# Kills an ingest of a real catalogue at random moments and shows that the same ingest then completes it.
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

usage() {
  cat <<'TEXT'
usage: tests/cli/kill_real.sh FILE [ROUNDS]

Run by hand (minutes a round). In each of ROUNDS (default 20) rounds a new catalogue is begun from
FILE, killed with kill -9 at a random moment, and the same ingest is run to its end. Datasets, ids and
the answers to a set of searches must be those of an ingest that nobody killed.

Environment:
  PINAKES_BIN   folder of the programs (default build/release/bin)
  PORT          port for the server (default 8397)
TEXT
}
case "${1:-}" in '' | -h | --help) usage; exit 0 ;; esac

file=$(realpath "$1")
rounds=${2:-20}
cd "$(dirname "$0")/../.."
bin=$(realpath "${PINAKES_BIN:-build/release/bin}")
port=${PORT:-8397}
work=$(mktemp -d)
server=
trap 'if [ -n "$server" ]; then kill "$server" 2>/dev/null || true; fi; rm -rf "$work"' EXIT

queries=('q=cancer' 'q=kanker&lang=nl' 'q=l%27h%C3%B4pital&lang=fr' 'q=%22public+health%22' 'q=theme:HEAL'
  'q=-covid' 'q=water+quality&sort=-modified' 'access_rights=NON_PUBLIC&facets=all' 'sort=title&page=7')

ingest() { "$bin/pinakes-indexer" ingest --data "$1" --source real --json "$file" 2>/dev/null; }

# Whole answers, scores included: nothing in them may depend on where the run was killed.
answers() {
  "$bin/pinakes-server" --data "$1" --listen "127.0.0.1:$port" >/dev/null 2>&1 &
  server=$!
  until curl -sf "http://127.0.0.1:$port/health/ready" >/dev/null; do sleep 0.2; done
  for query in "${queries[@]}"; do
    curl -sf "http://127.0.0.1:$port/api/v1/datasets?$query&page_size=50"
    echo
  done
  kill "$server"
  wait "$server" || true
  server=
}
counts() { "$bin/pinakes-indexer" status --data "$1" --json | grep -o '"datasets":[0-9]*' | tr '\n' ' '; }

began=$(date +%s%N)
ingest "$work/whole" >/dev/null || true
took=$((($(date +%s%N) - began) / 1000000))
answers "$work/whole" >"$work/expected"
want=$(counts "$work/whole")
echo "unkilled: $took ms, $want"

for ((round = 1; round <= rounds; ++round)); do
  data=$work/round
  rm -rf "$data"
  pause=$((RANDOM * 32768 + RANDOM))
  pause=$((pause % took))
  ingest "$data" >/dev/null 2>&1 &
  victim=$!
  sleep "$(printf '%d.%03d' $((pause / 1000)) $((pause % 1000)))"
  pkill -9 -P "$victim" -f pinakes-indexer 2>/dev/null || kill -9 "$victim" 2>/dev/null || true
  wait "$victim" 2>/dev/null || true
  held=$("$bin/pinakes-indexer" status --data "$data" --json 2>/dev/null | grep -o '"datasets":[0-9]*' | head -1 || true)
  ingest "$data" >/dev/null || true
  got=$(counts "$data")
  answers "$data" >"$work/got"
  if [ "$got" != "$want" ] || ! cmp -s "$work/expected" "$work/got"; then
    echo "round $round: killed after $pause ms (${held:-nothing yet}): DIFFERS: $got" >&2
    exit 1
  fi
  echo "round $round: killed after $pause ms (${held:-nothing yet}), completed: $got, same answers"
done
