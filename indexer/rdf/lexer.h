// The tokens of Turtle and N-Triples, read without copying where nothing is escaped.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/rdf/syntax.h"

namespace pinakes::rdf {

/// Characters of a token: a view of the file, or of `buffer` where escapes had to be read.
struct Text {
  std::string_view view;
  std::string buffer;
  void own() { view = buffer; }
};

struct PrefixedName {
  std::string_view prefix;
  Text local;
};

/// N-Triples has one form of string only: """ is an empty one and a quotation mark.
enum class Dialect { Turtle, NTriples };

/// Reads forward through well-formed UTF-8; ill-formed bytes are errors of the token they stand in.
/// Every function throws SyntaxError and none reads beyond the text.
class Lexer {
 public:
  static constexpr std::size_t kLongestLiteral = std::size_t{16} << 20;
  static constexpr std::size_t kInVain = std::size_t{1} << 20;

  Lexer(std::string_view text, Dialect dialect);

  std::string_view text() const { return text_; }
  std::size_t offset() const { return at_; }
  void move_to(std::size_t offset);
  bool done() const { return at_ >= text_.size(); }
  /// The next byte, or NUL at the end.
  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  void advance(std::size_t bytes = 1) { at_ += bytes; }
  /// Bytes that were looked at in vain: for the end of a token that has none. Each such token may
  /// cost the rest of the file, so a reader that goes on after them keeps an eye on the sum.
  void in_vain(std::size_t bytes) { in_vain_ += bytes; }
  bool too_much_in_vain() const { return in_vain_ > kInVain + 2 * text_.size(); }
  bool take(char c) {
    if (peek() != c || done()) return false;
    ++at_;
    return true;
  }
  /// White space and comments.
  void skip_space();
  /// Blanks and tabs only.
  void skip_blanks();
  void skip_line();
  /// Ill-formed bytes met in comments since the last call: their offset, or npos.
  std::size_t take_bad_comment();

  void iri(Text& into);             // at '<'; not resolved
  void string(Text& into);          // at a quotation mark
  void blank_label(Text& into);     // at "_:"
  std::string_view language_tag();  // at '@'
  void prefixed_name(PrefixedName& into);
  bool at_name() const;  // does a prefix, a keyword or ':' start here?
  /// The word here (letters, digits, '-', '_', '.' inside), without moving.
  std::string_view word() const;
  enum class Number { None, Integer, Decimal, Double };
  Number number(std::string_view& lexical);

 private:
  std::size_t name_end(std::size_t from) const;
  bool name_char_at(std::size_t& at) const;
  bool name_start_at(std::size_t at) const;
  void short_string(char quote, Text& into);
  void long_string(char quote, Text& into);
  enum class Escapes : std::uint8_t { None, Some };
  void string_read(std::size_t from, std::size_t to, std::size_t opening, Escapes escapes,
                   Text& into);
  void unescape(std::size_t from, std::size_t to, std::size_t opening, Text& into);
  char32_t numeric_escape(std::size_t& at, std::size_t end) const;
  void iri_with_escapes(std::size_t start, Text& into);
  void local_name(std::size_t start, Text& into);
  [[noreturn]] void bad_iri_character(std::size_t start, std::size_t at);
  /// Throws if the token that ends here holds an ill-formed byte.
  void check_utf8() {
    if (at_ > invalid_) invalid_utf8();
  }
  [[noreturn]] void invalid_utf8();

  std::string_view text_;
  Dialect dialect_;
  std::size_t at_ = 0, in_vain_ = 0;
  std::size_t invalid_;  // first ill-formed byte at or after at_
  std::size_t bad_comment_ = std::string_view::npos;
};

}  // namespace pinakes::rdf
