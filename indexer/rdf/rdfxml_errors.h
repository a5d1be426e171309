// What libxml2 found wrong, in our words.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "indexer/rdf/syntax.h"

namespace pinakes::rdf {

/// One finding of the parser and what surrounds it.
struct XmlFault {
  int code = 0;                         // an xmlParserErrors
  std::size_t offset = 0;               // where the parser stands
  std::string_view text;                // of the file
  std::string_view word;                // a name that the parser gives along
  int number = 0;                       // a character that it gives along
  std::optional<std::size_t> open_tag;  // where the innermost open element begins
};

/// The message for it, at the place where a reader of the file would look.
SyntaxError explain(const XmlFault& fault);
/// The name in the tag at `offset` ('<' or '</').
std::string_view tag_name(std::string_view text, std::size_t offset);

}  // namespace pinakes::rdf
