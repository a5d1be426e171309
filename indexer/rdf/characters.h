// The character classes of the Turtle family of grammars.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace pinakes::rdf {

enum CharacterClass : std::uint8_t {
  kSpace = 1,
  kIriChar = 2,    // may stand in <...> as it is; every byte above 0x7F counts
  kNameStart = 4,  // ASCII part of PN_CHARS_BASE
  kNameChar = 8,   // ASCII part of PN_CHARS
  kDigit = 16,
  kStringStop = 32,  // needs a look inside "..." or '...'
  kLocalEscape = 64  // may follow a backslash in a local name
};

inline constexpr std::array<std::uint8_t, 256> kClasses = [] {
  std::array<std::uint8_t, 256> classes{};
  const auto mark = [&classes](const char* characters, CharacterClass which) {
    for (const char* c = characters; *c != '\0'; ++c)
      classes[static_cast<unsigned char>(*c)] |= which;
  };
  for (std::size_t c = 0x21; c < 256; ++c) classes[c] |= kIriChar;
  for (const char* c = "<>\"{}|^`\\"; *c != '\0'; ++c)
    classes[static_cast<unsigned char>(*c)] &= static_cast<std::uint8_t>(~kIriChar);
  mark(" \t\r\n", kSpace);
  mark("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", kNameStart);
  mark("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-", kNameChar);
  mark("0123456789", kDigit);
  mark("\"'\\\n\r", kStringStop);
  mark("_~.-!$&'()*+,;=/?#@%", kLocalEscape);
  return classes;
}();

constexpr bool has_class(char c, CharacterClass which) {
  return (kClasses[static_cast<unsigned char>(c)] & which) != 0;
}

/// Files of old editors end their lines with a carriage return alone.
constexpr bool is_line_end(char c) { return c == '\n' || c == '\r'; }

/// PN_CHARS_BASE beyond ASCII.
constexpr bool is_name_start(char32_t c) {
  return (c >= 0xC0 && c <= 0x2FF && c != 0xD7 && c != 0xF7) || (c >= 0x370 && c <= 0x37D) ||
         (c >= 0x37F && c <= 0x1FFF) || (c >= 0x200C && c <= 0x200D) ||
         (c >= 0x2070 && c <= 0x218F) || (c >= 0x2C00 && c <= 0x2FEF) ||
         (c >= 0x3001 && c <= 0xD7FF) || (c >= 0xF900 && c <= 0xFDCF) ||
         (c >= 0xFDF0 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0xEFFFF);
}
/// PN_CHARS beyond ASCII.
constexpr bool is_name_char(char32_t c) {
  return is_name_start(c) || c == 0xB7 || (c >= 0x300 && c <= 0x36F) ||
         (c >= 0x203F && c <= 0x2040);
}

constexpr int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

}  // namespace pinakes::rdf
