// Members in the order of their UTF-16 units, numbers as ECMAScript writes them, few escapes.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/json_canonical.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <utility>
#include <vector>

#include "indexer/base/text.h"

namespace pinakes::rdf {
namespace {

/// UTF-16 orders the code points above U+FFFF before those from U+E000.
bool before_in_utf16(std::string_view a, std::string_view b) {
  std::size_t i = 0, j = 0;
  while (i < a.size() && j < b.size()) {
    const char32_t x = next_code_point(a, i), y = next_code_point(b, j);
    if (x == y) continue;
    const bool high_x = x >= 0x10000, high_y = y >= 0x10000;
    if (high_x == high_y) return x < y;
    // A surrogate against a unit: surrogates are 0xD800 to 0xDFFF.
    return high_x ? y >= 0xE000 : x < 0xE000;
  }
  return i >= a.size() && j < b.size();
}

void append_text(std::string& to, std::string_view text) {
  to += '"';
  for (const char c : text) {
    switch (c) {
      case '"':
        to += "\\\"";
        break;
      case '\\':
        to += "\\\\";
        break;
      case '\b':
        to += "\\b";
        break;
      case '\f':
        to += "\\f";
        break;
      case '\n':
        to += "\\n";
        break;
      case '\r':
        to += "\\r";
        break;
      case '\t':
        to += "\\t";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          std::array<char, 8> escape{};
          std::snprintf(escape.data(), escape.size(), "\\u%04x", static_cast<unsigned>(c));
          to += escape.data();
        } else {
          to += c;
        }
    }
  }
  to += '"';
}

void append_object(std::string& to, const json::Value& value) {
  std::vector<const json::Member*> members;
  members.reserve(value.members.size());
  for (const json::Member& member : value.members) members.push_back(&member);
  std::sort(members.begin(), members.end(), [](const json::Member* a, const json::Member* b) {
    return before_in_utf16(a->key, b->key);
  });
  to += '{';
  bool first = true;
  for (const json::Member* member : members) {
    if (!std::exchange(first, false)) to += ',';
    append_text(to, member->key);
    to += ':';
    append_canonical_json(to, member->value);
  }
  to += '}';
}

}  // namespace

std::string ecmascript_number(double number) {
  if (number == 0) return "0";
  std::array<char, 32> shortest{};
  const auto end = std::to_chars(shortest.data(), shortest.data() + shortest.size(), number,
                                 std::chars_format::scientific);
  const std::string_view written(shortest.data(),
                                 static_cast<std::size_t>(end.ptr - shortest.data()));
  const std::size_t e = written.find('e');
  std::string digits, sign;
  for (const char c : written.substr(0, e)) {
    if (c == '-') sign = "-";
    if (c >= '0' && c <= '9') digits += c;
  }
  // The point stands behind this many digits.
  const int point = std::atoi(std::string(written.substr(e + 1)).c_str()) + 1;
  const int count = static_cast<int>(digits.size());
  if (point > 21 || point < -5) {
    const int exponent = point - 1;
    if (count > 1) digits.insert(1, ".");
    return sign + digits + (exponent < 0 ? "e-" : "e+") + std::to_string(std::abs(exponent));
  }
  if (point <= 0) return sign + "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
  if (point >= count)
    return sign + digits + std::string(static_cast<std::size_t>(point - count), '0');
  return sign + digits.insert(static_cast<std::size_t>(point), ".");
}

void append_canonical_json(std::string& to, const json::Value& value) {
  switch (value.kind) {
    case json::Kind::Null:
      to += "null";
      break;
    case json::Kind::Boolean:
      to += value.boolean ? "true" : "false";
      break;
    case json::Kind::Number:
      to += ecmascript_number(std::strtod(value.text.c_str(), nullptr));
      break;
    case json::Kind::String:
      append_text(to, value.text);
      break;
    case json::Kind::Array: {
      to += '[';
      bool first = true;
      for (const json::Value& item : value.items) {
        if (!std::exchange(first, false)) to += ',';
        append_canonical_json(to, item);
      }
      to += ']';
      break;
    }
    case json::Kind::Object:
      append_object(to, value);
      break;
  }
}

}  // namespace pinakes::rdf
