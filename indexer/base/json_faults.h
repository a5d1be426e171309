// What is wrong with a JSON text, at the place where a parser stopped.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/base/json.h"

namespace pinakes::json {

/// A diagnostic in the making.
struct Fault {
  std::string code;
  std::size_t offset = 0;
  std::vector<std::pair<std::string, std::string>> arguments = {};
};

/// What a parser had read when it stopped.
enum class After { Start, Open, Key, Value };
struct ParserState {
  After after = After::Start;
  std::size_t at = 0;        // behind the last good token
  Kind inside = Kind::Null;  // Array or Object; Null: at the top
  std::size_t opened = 0;    // where the innermost container begins
  std::string key = {};      // of its last member
};

/// Looks at the text behind the last good token, which is known to be wrong.
Fault find_fault(std::string_view text, const ParserState& state);
/// A text that is not UTF-8 (RFC 8259 section 8.1).
std::optional<Fault> find_wrong_encoding(std::string_view text);
/// Length of the number that `text` begins with (RFC 8259 section 6); 0: none.
std::size_t number_length(std::string_view text);
/// `/` and the key, escaped (RFC 6901 section 3).
void append_pointer(std::string& to, std::string_view key);

}  // namespace pinakes::json
