// The wrong token behind the last good one, named in a publisher's words.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/base/json_faults.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "indexer/base/text.h"

namespace pinakes::json {
namespace {

constexpr auto kNone = std::string_view::npos;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// The token at `offset`: at most 40 characters, no control characters.
std::string shown(std::string_view text, std::size_t offset) {
  constexpr std::size_t kLongest = 40;
  std::string result;
  if (offset >= text.size()) return result;
  const char first = text[offset];
  const bool quoted = first == '"' || first == '\'';
  std::size_t at = offset;
  for (std::size_t n = 0; at < text.size(); ++n) {
    const std::size_t start = at;
    if (start > offset && !quoted && (!is_word(text[start]) || !is_word(first)) &&
        !(is_digit(first) && (text[start] == '.' || text[start] == '+' || text[start] == '-')) &&
        first != '-' && first != '+' && first != '.')
      break;
    const char32_t c = next_code_point(text, at);
    if (start > offset && !quoted && (c <= ' ' || c == ',' || c == ']' || c == '}')) break;
    if (n == kLongest || c == '\n' || c == '\r') {
      result += "...";
      break;
    }
    if (c < 0x20 || (c >= 0x7F && c < 0xA0))
      result += code_point_name(c);
    else
      append_utf8(result, c);
    if (start > offset && quoted && text[start] == first) break;
  }
  return result;
}

std::string line_of(std::string_view text, std::size_t offset) {
  return std::to_string(position_of(text, offset).line);
}

/// Finds the fault; one object for one fault.
class Finder {
 public:
  Finder(std::string_view text, const ParserState& state) : text_(text), state_(state) {}

  Fault find() {
    std::size_t at = next(state_.at);
    if (at >= text_.size()) return ended();
    if (text_[at] == '/' || text_[at] == '#') return with_found("json-comment", at);
    switch (state_.after) {
      case After::Start:
        return value(at);
      case After::Open:
        return state_.inside == Kind::Object ? key(at) : value(at);
      case After::Key:
        if (text_[at] != ':') return with_key("json-colon", at);
        at = next(at + 1);
        return at < text_.size() ? value(at) : ended();
      case After::Value:
        break;
    }
    return after_value(at);
  }

 private:
  std::size_t next(std::size_t at) const {
    return std::min(text_.find_first_not_of(" \t\r\n", at), text_.size());
  }

  Fault after_value(std::size_t at) {
    if (state_.inside == Kind::Null) return with_found("json-after-end", at);
    const bool object = state_.inside == Kind::Object;
    if (is_digit(text_[at]) && at > 0 && text_[at - 1] == '0') return number(at - 1);
    if (text_[at] != ',')
      return object ? with_key("json-after-member", at) : with_found("json-after-item", at);
    const std::size_t comma = at;
    at = next(at + 1);
    if (at >= text_.size()) return ended();
    if (text_[at] == '}' || text_[at] == ']' || text_[at] == ',')
      return with_found("json-trailing-comma", comma, at);
    return object ? key(at) : value(at);
  }

  Fault key(std::size_t at) {
    if (text_[at] == '"') return string(at);
    if (text_[at] == '\'') return with_found("json-quotes", at);
    if (text_[at] == '/' || text_[at] == '#') return with_found("json-comment", at);
    return with_found("json-key", at);
  }

  Fault value(std::size_t at) {
    const char c = text_[at];
    if (c == '"') return string(at);
    if (c == '\'') return with_found("json-quotes", at);
    if (c == '/' || c == '#') return with_found("json-comment", at);
    if (is_digit(c) || c == '-' || c == '+' || c == '.') return number(at);
    if (is_word(c)) {
      std::size_t end = at;
      while (end < text_.size() && is_word(text_[end])) ++end;
      if (end == text_.size() && begins_literal(text_.substr(at))) return ended();
      return with_found("json-word", at);
    }
    return with_found("json-value", at);
  }

  static bool begins_literal(std::string_view word) {
    return std::string_view("true").starts_with(word) ||
           std::string_view("false").starts_with(word) ||
           std::string_view("null").starts_with(word);
  }

  Fault number(std::size_t at) {
    std::size_t end = at;
    while (end < text_.size() &&
           (is_word(text_[end]) || text_[end] == '.' || text_[end] == '+' || text_[end] == '-'))
      ++end;
    const std::string_view written = text_.substr(at, end - at);
    if (end == text_.size() && state_.inside != Kind::Null) return ended();
    return with_found(
        number_length(written) == written.size() ? "json-number-range" : "json-number", at);
  }

  Fault string(std::size_t start) {
    for (std::size_t at = start + 1; at < text_.size(); ++at) {
      const auto c = static_cast<unsigned char>(text_[at]);
      if (c == '"') break;
      if (c == '\n' || c == '\r')
        return {"json-string-end", start, {{"found", shown(text_, start)}}};
      if (c < 0x20) return {"json-control", at, {{"character", code_point_name(c)}}};
      if (c != '\\') continue;
      if (at + 1 >= text_.size()) return ended();
      if (Fault fault = escape(at); !fault.code.empty()) return fault;
      at += text_[at + 1] == 'u' ? 5 : 1;
    }
    if (text_.find('"', start + 1) == kNone) return ended();
    return with_found("json-syntax", start);
  }

  /// What follows a backslash; no code: nothing is wrong with it.
  Fault escape(std::size_t at) {
    const char kind = text_[at + 1];
    if (std::string_view("\"\\/bfnrt").find(kind) != kNone) return {};
    const auto unit = kind == 'u' ? hex(at + 2) : -1;
    if (unit < 0) {
      std::size_t end = at + 2;
      while (kind == 'u' && end < text_.size() && end < at + 6 && is_hex(text_[end])) ++end;
      if (end >= text_.size()) return ended();
      std::string written;
      for (std::size_t i = at; i < end;) append_utf8(written, next_code_point(text_, i));
      return {"json-escape", at, {{"escape", written}}};
    }
    const std::string written(text_.substr(at, 6));
    const bool high = unit >= 0xD800 && unit <= 0xDBFF;
    const bool low = unit >= 0xDC00 && unit <= 0xDFFF;
    const bool paired =
        high && text_.substr(at + 6, 2) == "\\u" && hex(at + 8) >= 0xDC00 && hex(at + 8) <= 0xDFFF;
    const bool second = low && at >= 6 && text_.substr(at - 6, 2) == "\\u" &&
                        hex(at - 4) >= 0xD800 && hex(at - 4) <= 0xDBFF;
    if ((high && !paired) || (low && !second))
      return {"json-half-character", at, {{"escape", written}}};
    return {};
  }

  int hex(std::size_t at) const {
    if (at + 4 > text_.size()) return -1;
    int value = 0;
    for (std::size_t i = at; i < at + 4; ++i) {
      if (!is_hex(text_[i])) return -1;
      const char c = text_[i];
      value = value * 16 + (is_digit(c) ? c - '0' : (c | 32) - 'a' + 10);
    }
    return value;
  }

  Fault ended() const {
    if (state_.after == After::Start) return {"json-empty", next(state_.at)};
    std::size_t start = state_.opened;
    return {"json-cut-short", text_.size(), {{"line", line_of(text_, start)}}};
  }
  Fault with_found(std::string code, std::size_t at) const {
    return with_found(std::move(code), at, at);
  }
  Fault with_found(std::string code, std::size_t at, std::size_t token) const {
    return {std::move(code), at, {{"found", shown(text_, token)}}};
  }
  Fault with_key(std::string code, std::size_t at) const {
    return {std::move(code), at, {{"key", state_.key}, {"found", shown(text_, at)}}};
  }

  std::string_view text_;
  const ParserState& state_;
};

/// Windows-1252 and Latin-1 files show a lone byte above 0x7F beside plain letters.
bool looks_latin1(std::string_view text, std::size_t at) {
  const auto plain = [&](std::size_t i) {
    return i >= text.size() || static_cast<unsigned char>(text[i]) < 0x80;
  };
  return (at == 0 || plain(at - 1)) && plain(at + 1) && static_cast<unsigned char>(text[at]) < 0xFE;
}

}  // namespace

Fault find_fault(std::string_view text, const ParserState& state) {
  return Finder(text, state).find();
}

std::optional<Fault> find_wrong_encoding(std::string_view text) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? text[i] : '?'; };
  const bool marked = text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF");
  // RFC 4627 section 3: the first two characters of JSON are ASCII, so a NUL byte shows the width.
  if (marked || byte(0) == '\0' || byte(1) == '\0') return Fault{"json-utf16", 0};
  const std::size_t bad = find_invalid_utf8(text);
  if (bad == kNone) return std::nullopt;
  std::array<char, 8> name{};
  std::snprintf(name.data(), name.size(), "0x%02X", static_cast<unsigned char>(text[bad]));
  return Fault{looks_latin1(text, bad) ? "invalid-utf8-latin1" : "invalid-utf8",
               bad,
               {{"byte", name.data()}}};
}

std::size_t number_length(std::string_view text) {
  std::size_t at = text.starts_with('-') ? 1 : 0;
  const auto digits = [&](std::size_t from) {
    while (from < text.size() && is_digit(text[from])) ++from;
    return from;
  };
  const bool zero = at < text.size() && text[at] == '0';
  const std::size_t whole = zero ? at + 1 : digits(at);
  if (whole == at) return 0;
  at = whole;
  if (at < text.size() && text[at] == '.' && digits(at + 1) > at + 1) at = digits(at + 1);
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    const bool is_signed = at + 1 < text.size() && (text[at + 1] == '+' || text[at + 1] == '-');
    const std::size_t exponent = at + (is_signed ? 2 : 1);
    if (digits(exponent) > exponent) at = digits(exponent);
  }
  return at;
}

void append_pointer(std::string& to, std::string_view key) {
  to += '/';
  for (const char c : key) {
    if (c == '~')
      to += "~0";
    else if (c == '/')
      to += "~1";
    else
      to += c;
  }
}

}  // namespace pinakes::json
