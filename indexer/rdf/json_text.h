// Writes JSON as it comes, indented so that a person can read it.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/rdf/ntriples_writer.h"

namespace pinakes::rdf {

/// RFC 8259. The caller opens, closes and names in the right order; commas, line ends and escapes
/// are done here. The text may stand in an HTML script element: `</` and `<!` never appear in it.
class JsonText {
 public:
  /// Members one below the other, or all on one line.
  enum class Lines : std::uint8_t { Many, One };

  explicit JsonText(BufferedOutput& to) : to_(&to) {}

  void open_object(Lines lines = Lines::Many) { open('{', lines); }
  void close_object() { close('}'); }
  void open_array(Lines lines = Lines::Many) { open('[', lines); }
  void close_array() { close(']'); }
  void key(std::string_view name);
  void string(std::string_view text);
  void string(std::string_view text, std::string_view more);  // as one
  /// A number or a truth value, as it stands.
  void literal(std::string_view token);
  /// key() and string().
  void member(std::string_view name, std::string_view text);

 private:
  struct Level {
    Lines lines;
    bool empty = true;
  };

  void open(char bracket, Lines lines);
  void close(char bracket);
  void next();
  void new_line();
  void escaped(std::string_view text);

  BufferedOutput* to_;
  std::vector<Level> levels_;
  bool after_key_ = false;
};

}  // namespace pinakes::rdf
