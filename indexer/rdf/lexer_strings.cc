// String literals and their escapes.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/base/text.h"
#include "indexer/rdf/characters.h"
#include "indexer/rdf/lexer.h"

namespace pinakes::rdf {

void Lexer::string(Text& into) {
  const char quote = peek();
  if (peek(1) == quote && peek(2) == quote && at_ + 2 < text_.size() && dialect_ == Dialect::Turtle)
    long_string(quote, into);
  else
    short_string(quote, into);
}

/// Behind the closing mark: the characters from..to, as they stand in the file.
void Lexer::string_read(std::size_t from, std::size_t to, std::size_t opening, Escapes escapes,
                        Text& into) {
  if (to - from > kLongestLiteral)
    throw SyntaxError{
        "syntax-literal-too-long", opening, {{"limit", std::to_string(kLongestLiteral >> 20)}}};
  into.view = text_.substr(from, to - from);
  if (escapes == Escapes::Some) unescape(from, to, opening, into);
  check_utf8();
}

void Lexer::short_string(char quote, Text& into) {
  const std::size_t opening = at_, start = at_ + 1;
  Escapes escapes = Escapes::None;
  for (std::size_t at = start;;) {
    while (at < text_.size() && !has_class(text_[at], kStringStop)) ++at;
    if (at >= text_.size() || is_line_end(text_[at])) {
      in_vain(at - opening);
      throw SyntaxError{"syntax-string-end",
                        opening,
                        {{"quote", std::string(1, quote)}, {"found", excerpt(text_, opening)}},
                        Resume::NextLine};
    }
    if (text_[at] == quote) {
      at_ = at + 1;
      return string_read(start, at, opening, escapes, into);
    }
    if (text_[at] == '\\') {
      escapes = Escapes::Some;
      ++at;
      if (at < text_.size() && is_line_end(text_[at])) continue;
    }
    ++at;
  }
}

void Lexer::long_string(char quote, Text& into) {
  const std::size_t opening = at_, start = at_ + 3;
  Escapes escapes = Escapes::None;
  for (std::size_t at = start;; ++at) {
    while (at < text_.size() && text_[at] != quote && text_[at] != '\\') ++at;
    if (at >= text_.size()) {
      in_vain(at - opening);
      throw SyntaxError{"syntax-long-string-end",
                        opening,
                        {{"quote", std::string(3, quote)}, {"found", excerpt(text_, opening + 2)}},
                        Resume::NextLine};
    }
    if (text_[at] == '\\') {
      escapes = Escapes::Some;
      ++at;
    } else if (at + 2 < text_.size() && text_[at + 1] == quote && text_[at + 2] == quote) {
      at_ = at + 3;
      return string_read(start, at, opening, escapes, into);
    }
  }
}

/// The string was read to its end, so that a wrong escape costs no more than its statement.
void Lexer::unescape(std::size_t from, std::size_t to, std::size_t opening, Text& into) {
  constexpr std::string_view kLetters = "tbnrf\"'\\", kMeanings = "\t\b\n\r\f\"'\\";
  into.buffer.clear();
  into.buffer.reserve(to - from);
  for (std::size_t at = from; at < to;) {
    const std::size_t plain = std::min(text_.find('\\', at), to);
    into.buffer += text_.substr(at, plain - at);
    if (plain == to) break;
    at = plain + 1;
    if (text_[at] == 'u' || text_[at] == 'U') {
      append_utf8(into.buffer, numeric_escape(at, to));
    } else if (const std::size_t which = kLetters.find(text_[at]); which < kLetters.size()) {
      into.buffer += kMeanings[which];
      ++at;
    } else {
      std::size_t end = at;
      next_code_point(text_, end);
      throw SyntaxError{"syntax-string-escape",
                        at - 1,
                        {{"escape", std::string(text_.substr(at - 1, end - at + 1))},
                         {"found", excerpt(text_, opening)}}};
    }
  }
  into.own();
}

/// \uXXXX or \UXXXXXXXX; `at` is at the letter and moves past the digits.
char32_t Lexer::numeric_escape(std::size_t& at, std::size_t end) const {
  const std::size_t digits = text_[at] == 'u' ? 4 : 8, backslash = at - 1;
  ++at;
  char32_t value = 0;
  for (std::size_t i = 0; i < digits; ++i, ++at) {
    const int digit = at < end ? hex_value(text_[at]) : -1;
    if (digit < 0)
      throw SyntaxError{"syntax-number-escape",
                        backslash,
                        {{"escape", std::string(text_.substr(backslash, 2))},
                         {"digits", std::to_string(digits)}}};
    value = value << 4 | static_cast<char32_t>(digit);
  }
  if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
    throw SyntaxError{"syntax-not-a-character",
                      backslash,
                      {{"escape", std::string(text_.substr(backslash, digits + 2))}}};
  return value;
}

}  // namespace pinakes::rdf
