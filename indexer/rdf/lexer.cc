// White space, IRIs, names, numbers and language tags.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/lexer.h"

#include <utility>

#include "indexer/base/text.h"
#include "indexer/rdf/characters.h"

namespace pinakes::rdf {
namespace {
constexpr auto kNone = std::string_view::npos;

/// Windows-1252 and Latin-1 files show a lone byte above 0x7F beside plain letters.
bool looks_latin1(std::string_view text, std::size_t at) {
  const auto plain = [&](std::size_t i) {
    return i >= text.size() || static_cast<unsigned char>(text[i]) < 0x80;
  };
  return (at == 0 || plain(at - 1)) && plain(at + 1) &&
         static_cast<unsigned char>(text[at]) != 0xFF;
}
}  // namespace

Lexer::Lexer(std::string_view text, Dialect dialect)
    : text_(text), dialect_(dialect), invalid_(find_invalid_utf8(text)) {
  if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;  // a byte-order mark says nothing
}

void Lexer::move_to(std::size_t offset) {
  const std::size_t before = std::exchange(at_, offset);
  if (offset < before && invalid_ >= before) {
    // Behind `before` nothing is new. Recovery looks back at each error: to read on to the end of
    // the file each time would be quadratic. A sequence has three more bytes at most.
    const std::size_t found = find_invalid_utf8(text_.substr(at_, before - at_ + 3));
    if (found < before - at_) invalid_ = at_ + found;
  } else if (offset < before || invalid_ < at_) {
    const std::size_t found = find_invalid_utf8(text_.substr(at_));
    invalid_ = found == kNone ? kNone : at_ + found;
  }
}

void Lexer::skip_space() {
  for (;;) {
    while (at_ < text_.size() && has_class(text_[at_], kSpace)) ++at_;
    if (at_ >= text_.size() || text_[at_] != '#') break;
    skip_line();
  }
  if (at_ == invalid_) {
    ++at_;
    invalid_utf8();
  }
}

void Lexer::skip_blanks() {
  while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
}

void Lexer::skip_line() {
  while (at_ < text_.size() && !is_line_end(text_[at_])) ++at_;
  if (at_ > invalid_) {
    bad_comment_ = invalid_;
    move_to(at_);
  }
}

std::size_t Lexer::take_bad_comment() { return std::exchange(bad_comment_, kNone); }

void Lexer::invalid_utf8() {
  const std::size_t at = invalid_;
  const auto byte = static_cast<unsigned char>(text_[at]);
  constexpr std::string_view kHex = "0123456789ABCDEF";
  const std::string name = {'0', 'x', kHex[byte >> 4], kHex[byte & 15U]};
  const std::string code = looks_latin1(text_, at) ? "invalid-utf8-latin1" : "invalid-utf8";
  move_to(std::max(at_, at + 1));
  throw SyntaxError{code, at, {{"byte", name}}};
}

void Lexer::iri(Text& into) {
  const std::size_t start = at_ + 1;
  std::size_t at = start;
  while (at < text_.size() && has_class(text_[at], kIriChar)) ++at;
  if (at < text_.size() && text_[at] == '>') {
    into.view = text_.substr(start, at - start);
    at_ = at + 1;
    check_utf8();
    return;
  }
  if (at < text_.size() && text_[at] == '\\') return iri_with_escapes(start, into);
  bad_iri_character(start, at);
}

void Lexer::iri_with_escapes(std::size_t start, Text& into) {
  into.buffer.clear();
  for (std::size_t at = start; at < text_.size();) {
    if (text_[at] == '>') {
      at_ = at + 1;
      into.own();
      return check_utf8();
    }
    if (has_class(text_[at], kIriChar)) {
      into.buffer += text_[at++];
      continue;
    }
    if (text_[at] != '\\') bad_iri_character(start, at);
    const std::size_t escape = at++;
    if (peek(at - at_) != 'u' && peek(at - at_) != 'U') bad_iri_character(start, escape);
    const char32_t c = numeric_escape(at, text_.size());
    if (c < 0x80 && !has_class(static_cast<char>(c), kIriChar)) bad_iri_character(start, escape);
    append_utf8(into.buffer, c);
  }
  throw SyntaxError{"syntax-iri-end", start - 1, {}, Resume::NextLine};
}

void Lexer::bad_iri_character(std::size_t start, std::size_t at) {
  std::size_t end = at;
  while (end < text_.size() && text_[end] != '>' && !is_line_end(text_[end])) ++end;
  in_vain(end - start);
  if (end >= text_.size() || is_line_end(text_[end]) || at >= text_.size())
    throw SyntaxError{"syntax-iri-end", start - 1, {}, Resume::NextLine};
  std::size_t next = at;
  const char32_t c = next_code_point(text_, next);
  const std::string shown = c <= 0x20 ? code_point_name(c) : std::string(1, text_[at]);
  move_to(end + 1);
  throw SyntaxError{
      "syntax-iri-character", at, {{"character", shown}, {"found", excerpt(text_, start - 1)}}};
}

bool Lexer::name_start_at(std::size_t at) const {
  if (at >= text_.size()) return false;
  if (static_cast<unsigned char>(text_[at]) < 0x80) return has_class(text_[at], kNameStart);
  return is_name_start(next_code_point(text_, at));
}

/// Is the character at `at` one of PN_CHARS? Moves past it if so.
bool Lexer::name_char_at(std::size_t& at) const {
  if (at >= text_.size()) return false;
  if (static_cast<unsigned char>(text_[at]) < 0x80) {
    if (!has_class(text_[at], kNameChar)) return false;
    ++at;
    return true;
  }
  std::size_t next = at;
  if (!is_name_char(next_code_point(text_, next))) return false;
  at = next;
  return true;
}

/// The end of ((PN_CHARS | '.')* PN_CHARS)? from there: dots at the end belong to what follows.
std::size_t Lexer::name_end(std::size_t from) const {
  std::size_t at = from, end = from;
  for (;;) {
    if (name_char_at(at))
      end = at;
    else if (at < text_.size() && text_[at] == '.')
      ++at;
    else
      return end;
  }
}

bool Lexer::at_name() const { return peek() == ':' || name_start_at(at_); }

std::string_view Lexer::word() const { return text_.substr(at_, name_end(at_) - at_); }

void Lexer::blank_label(Text& into) {
  const std::size_t start = at_ + 2;
  std::size_t first = start;
  if (!name_char_at(first) || text_[start] == '-' ||
      !(has_class(text_[start], kDigit) || text_[start] == '_' || name_start_at(start)))
    throw SyntaxError{"syntax-blank-label", at_, {{"found", excerpt(text_, at_)}}};
  at_ = name_end(first);
  into.view = text_.substr(start, at_ - start);
  check_utf8();
}

std::string_view Lexer::language_tag() {
  const std::size_t start = at_ + 1;
  std::size_t at = start;
  while (at < text_.size() && has_class(text_[at], kNameStart)) ++at;
  if (at == start) throw SyntaxError{"syntax-language-tag", at_, {{"found", excerpt(text_, at_)}}};
  while (at + 1 < text_.size() && text_[at] == '-') {
    const std::size_t part = ++at;
    while (at < text_.size() && (has_class(text_[at], kNameStart) || has_class(text_[at], kDigit)))
      ++at;
    if (at == part) throw SyntaxError{"syntax-language-tag", at_, {{"found", excerpt(text_, at_)}}};
  }
  at_ = at;
  return text_.substr(start, at - start);
}

void Lexer::prefixed_name(PrefixedName& into) {
  const std::size_t start = at_;
  const std::size_t colon = name_end(at_);
  if (colon >= text_.size() || text_[colon] != ':')
    throw SyntaxError{"syntax-name", start, {{"found", excerpt(text_, start)}}};
  into.prefix = text_.substr(start, colon - start);
  local_name(colon + 1, into.local);
  check_utf8();
}

/// PN_LOCAL, which may be empty. Backslash escapes are taken out, percent escapes stay.
void Lexer::local_name(std::size_t start, Text& into) {
  std::size_t at = start, end = start;
  bool escaped = false;
  for (;;) {
    const char c = at < text_.size() ? text_[at] : '\0';
    // '-', '.' and the combining characters may not come first.
    const bool plain = at > start || c == '_' || has_class(c, kDigit) || name_start_at(at);
    if ((plain && name_char_at(at)) || (c == ':' && ++at > 0)) {
      end = at;
    } else if (c == '.' && at > start) {
      ++at;
    } else if (c == '%') {
      if (at + 2 >= text_.size() || hex_value(text_[at + 1]) < 0 || hex_value(text_[at + 2]) < 0)
        throw SyntaxError{"syntax-percent", at, {{"found", excerpt(text_, at_)}}};
      end = at += 3;
    } else if (c == '\\') {
      if (at + 1 >= text_.size() || !has_class(text_[at + 1], kLocalEscape))
        throw SyntaxError{"syntax-local-escape", at, {{"found", excerpt(text_, at)}}};
      end = at += 2;
      escaped = true;
    } else {
      break;
    }
  }
  at_ = end;
  into.view = text_.substr(start, end - start);
  if (!escaped) return;
  into.buffer.clear();
  for (std::size_t i = start; i < end; ++i)
    if (text_[i] != '\\') into.buffer += text_[i];
  into.own();
}

Lexer::Number Lexer::number(std::string_view& lexical) {
  std::size_t at = at_;
  const auto digits = [&] {
    const std::size_t first = at;
    while (at < text_.size() && has_class(text_[at], kDigit)) ++at;
    return at - first;
  };
  const auto exponent = [&] {
    const std::size_t before = at;
    if (at >= text_.size() || (text_[at] | 0x20) != 'e') return false;
    ++at;
    if (at < text_.size() && (text_[at] == '+' || text_[at] == '-')) ++at;
    if (digits() > 0) return true;
    at = before;
    return false;
  };
  if (peek() == '+' || peek() == '-') ++at;
  const std::size_t whole = digits();
  Number kind = whole > 0 ? Number::Integer : Number::None;
  if (const std::size_t dot = at; at < text_.size() && text_[at] == '.') {
    ++at;
    const std::size_t fraction = digits();
    if (whole + fraction > 0 && exponent())
      kind = Number::Double;
    else if (fraction > 0)
      kind = Number::Decimal;
    else
      at = dot;
  } else if (whole > 0 && exponent()) {
    kind = Number::Double;
  }
  if (kind == Number::None) return kind;
  lexical = text_.substr(at_, at - at_);
  at_ = at;
  return kind;
}

}  // namespace pinakes::rdf
