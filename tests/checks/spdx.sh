#!/usr/bin/env bash
# Every source file names its licence in its first three lines, a C++ file alone on the second.
# SPDX-License-Identifier: GPL-3.0-or-later
# (clang-format would fold it into a first sentence that is too long for its line)
source "$(dirname "$0")/common.sh"

while read -r file; do
  head -n 3 "$file" | grep -q 'SPDX-License-Identifier: GPL-3.0-or-later' ||
    finding "$file:2: no line 'SPDX-License-Identifier: GPL-3.0-or-later' in the first three"
  case "$file" in
    *.cc | *.h)
      [ "$(sed -n 2p "$file")" = '// SPDX-License-Identifier: GPL-3.0-or-later' ] ||
        finding "$file:2: the second line is not the licence alone (is the first sentence too long?)" ;;
  esac
done < <(all_sources)
finish spdx
