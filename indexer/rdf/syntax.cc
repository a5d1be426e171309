// Places, excerpts, and the report of syntax errors.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/syntax.h"

#include <array>
#include <bit>
#include <cstdint>
#include <cstdio>
#include <cstring>

#include "indexer/base/text.h"

namespace pinakes::rdf {
Position PlaceCounter::at(std::size_t offset) {
  if (offset < offset_) {  // rare: an error that looks back
    offset_ = start_;
    position_ = {first_line_, 1};
  }
  if (offset < offset_) return position_;
  std::string_view rest = text_.substr(offset_, offset - offset_);
  offset_ = offset;
  for (std::size_t end; (end = rest.find(line_end_)) != std::string_view::npos;) {
    ++position_.line;
    position_.column = 1;
    rest.remove_prefix(end + 1);
  }
  position_.column += count_code_points(rest);
  return position_;
}

bool SyntaxReport::add(const SyntaxError& error, Position where, Severity severity) {
  if (++count_ > kLimit) {
    stop(where);
    return false;
  }
  found_.push_back({error.code, severity, error.arguments, {file_, where, {}}});
  return true;
}

void SyntaxReport::stop(Position where) {
  found_.push_back({"too-many-errors",
                    Severity::Error,
                    {{"limit", std::to_string(kLimit)}},
                    {file_, where, {}}});
}

std::string excerpt(std::string_view text, std::size_t offset) {
  constexpr std::size_t kLongest = 40;
  constexpr std::string_view kEnds = " \t\r\n;,[](){}\"";
  std::string result;
  std::size_t at = offset;
  const char first = at < text.size() ? text[at] : '\0';
  const char closing = first == '<' ? '>' : first == '"' || first == '\'' ? first : '\0';
  for (std::size_t n = 0; at < text.size(); ++n) {
    const std::size_t start = at;
    const char32_t c = next_code_point(text, at);
    if (start > offset && closing == '\0' && kEnds.find(text[start]) != std::string_view::npos)
      break;
    if (n == kLongest || c == '\n' || c == '\r') {
      result += "...";
      break;
    }
    if (c < 0x20 || (c >= 0x7F && c < 0xA0))
      result += code_point_name(c);
    else
      append_utf8(result, c);
    if (start > offset && closing != '\0' && text[start] == closing) break;
    if (start == offset && closing == '\0' && kEnds.find(first) != std::string_view::npos) break;
  }
  if (result.size() > 1 && closing == '\0' && result.ends_with('.')) result.pop_back();
  return result;
}

}  // namespace pinakes::rdf
