// What a document looks like, from its first bytes alone.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace pinakes::rdf {

struct Look {
  enum class Sure : std::uint8_t { No, Likely, Yes } sure = Sure::No;
  std::string_view format;  // name of a row of the format table; empty: none of ours
  std::string_view code;    // where it is none of ours: the message
  std::string_view shown;   // and what it is: "PDF", "CSV"
};

/// `start` is the document or its first 64 KB. Yes: it can be nothing else. Likely: nothing of ours
/// begins like that, but a damaged file of ours may.
Look look_at(std::string_view start);

/// Of the Turtle family, told by tokens: IRIs, texts, declarations, braces, terms of a statement.
Look look_at_turtle(std::string_view start);

}  // namespace pinakes::rdf
