// What is wrong with a data holder's file: a value, never an exception and never a sentence.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pinakes {

/// 1-based; 0 means unknown. Columns count Unicode code points.
struct Position {
  std::uint32_t line = 0, column = 0;
  friend bool operator==(const Position&, const Position&) = default;
};

/// Where in which file. `pointer` is a JSON pointer (RFC 6901), empty for other formats.
struct Place {
  std::string file;
  Position position;
  std::string pointer;
};

enum class Severity : std::uint8_t { Info, Warning, Violation, Error };

/// `code` names a template in schemas/messages/{en,fr}.json; `arguments` fill its {slots}.
/// Severity::Error means that statements were lost (a syntax error) or a record was refused.
struct Diagnostic {
  std::string code;
  Severity severity = Severity::Error;
  std::vector<std::pair<std::string, std::string>> arguments;
  Place place;
};
using Diagnostics = std::vector<Diagnostic>;

}  // namespace pinakes
