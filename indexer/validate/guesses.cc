// Reads numbers, days and truths as people write them.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/validate/guesses.h"

#include <algorithm>
#include <array>
#include <vector>

#include "indexer/base/date.h"
#include "indexer/base/text.h"

namespace pinakes {
namespace {

constexpr std::size_t kLongest = 200;  // longer texts are no values
constexpr std::size_t kDigits = 18;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Spaces that stand between groups of three digits: U+0020, U+00A0, U+202F, U+2009.
std::size_t group_space(std::string_view text) {
  for (const std::string_view space : {" ", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89", "'"})
    if (text.starts_with(space)) return space.size();
  return 0;
}

std::size_t digits_at(std::string_view text) {
  const auto* const end = std::ranges::find_if_not(text, is_digit);
  return static_cast<std::size_t>(end - text.begin());
}

/// A number with its groups, and what follows it.
std::string number_at(std::string_view& text) {
  std::size_t length = digits_at(text);
  std::string number(text.substr(0, length));
  text.remove_prefix(length);
  for (;;) {
    const std::size_t space = group_space(text);
    if (space == 0 || number.empty() || digits_at(text.substr(space)) != 3) return number;
    number += text.substr(space, 3);
    text.remove_prefix(space + 3);
  }
}

}  // namespace

std::optional<std::string> whole_number_in(std::string_view text) {
  if (text.size() > kLongest) return std::nullopt;
  std::optional<std::string> found;
  char before = ' ';
  while (!text.empty()) {
    if (!is_digit(text.front())) {
      before = text.front();
      text.remove_prefix(1);
      continue;
    }
    const std::string number = number_at(text);
    const bool fraction =
        text.size() > 1 && (text[0] == '.' || text[0] == ',') && is_digit(text[1]);
    if (found || fraction || before == '-' || number.size() > kDigits) return std::nullopt;
    const std::size_t first = std::min(number.find_first_not_of('0'), number.size() - 1);
    found = number.substr(first);
  }
  return found;
}

std::optional<std::string> day_in(std::string_view text) {
  text = trim(text);
  std::array<std::string_view, 3> parts;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::size_t length = digits_at(text);
    parts.at(i) = text.substr(0, length);
    text.remove_prefix(length);
    if (i == 2) break;
    if (text.empty() || std::string_view("/.-").find(text.front()) == std::string_view::npos)
      return std::nullopt;
    text.remove_prefix(1);
  }
  const auto& [one, two, year] = parts;
  const auto usual = [](std::string_view part) { return !part.empty() && part.size() <= 2; };
  if (!text.empty() || year.size() != 4 || !usual(one) || !usual(two)) return std::nullopt;
  const auto number = [](std::string_view part) { return std::stoi(std::string(part)); };
  int day = number(one), month = number(two);
  if (day <= 12 && month <= 12 && day != month) return std::nullopt;
  if (month > 12) std::swap(day, month);
  const auto padded = [](int value) { return (value < 10 ? "0" : "") + std::to_string(value); };
  std::string result = std::string(year) + "-" + padded(month) + "-" + padded(day);
  return parse_days(result) ? std::optional(std::move(result)) : std::nullopt;
}

std::optional<std::string> year_in(std::string_view text) {
  if (text.size() > kLongest) return std::nullopt;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = digits_at(text.substr(at));
    const std::string_view digits = text.substr(at, length);
    if (length == 4 && digits >= "1800" && digits < "2200") return std::string(digits);
    at += std::max<std::size_t>(length, 1);
  }
  return std::nullopt;
}

std::optional<std::string> truth_of(std::string_view text) {
  static constexpr auto kTrue = std::to_array<std::string_view>(
      {"true", "yes", "y", "oui", "o", "vrai", "ja", "wahr", "si", "vero", "sim", "1"});
  static constexpr auto kFalse = std::to_array<std::string_view>(
      {"false", "no", "n", "non", "faux", "nein", "nee", "falsch", "falso", "nao", "0"});
  if (text.size() > kLongest) return std::nullopt;
  const std::string word = fold(trim(text));
  if (std::ranges::find(kTrue, word) != kTrue.end()) return "true";
  if (std::ranges::find(kFalse, word) != kFalse.end()) return "false";
  return std::nullopt;
}

}  // namespace pinakes
