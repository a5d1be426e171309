// The JSON-LD blocks of an HTML page, found by libxml2's HTML parser.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/diagnostic.h"

namespace pinakes::rdf {

/// The content of one `<script type="application/ld+json">`.
struct Script {
  std::string text;
  Position where;  // of its first character; column 1 where only the line is known
};

struct Scripts {
  std::vector<Script> scripts;
  std::string base;      // of the first <base href>, as written; empty: none
  std::string fault;     // a code of schemas/messages, where the page was not read to its end
  Position fault_where;  // unknown where there is none
};

/// JSON-LD 1.1 section 7. Blocks that hold a context or a frame (parameter `profile`) and empty
/// ones are left out. Never fetches anything. A page of at most `kLargestPage` bytes is read,
/// nested at most `kDeepestPage` deep. Throws Error{Internal} where libxml2 cannot start.
Scripts find_scripts(std::string_view page);

inline constexpr std::size_t kLargestPage = std::size_t{64} << 20;
inline constexpr std::size_t kDeepestPage = 256;

}  // namespace pinakes::rdf
