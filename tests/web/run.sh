#!/usr/bin/env bash
# Runs the browser tests where their tools are installed; says so and is skipped where they are not.
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: run.sh NODE TEST...
set -euo pipefail
if [ ! -e "$(dirname "$0")/node_modules/playwright-core" ]; then
  echo "web_test: SKIPPED, playwright-core is missing: script/test installs it (npm ci in tests/web)"
  exit 77
fi
exec "$1" --test "${@:2}"
