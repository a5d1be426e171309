#!/usr/bin/env bash
# Every source file names its licence within its first three lines.
# SPDX-License-Identifier: GPL-3.0-or-later
source "$(dirname "$0")/common.sh"

while read -r file; do
  head -n 3 "$file" | grep -q 'SPDX-License-Identifier: GPL-3.0-or-later' ||
    finding "$file:2: no line 'SPDX-License-Identifier: GPL-3.0-or-later' in the first three"
done < <(all_sources)
finish spdx
