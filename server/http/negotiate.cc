// Reads lists with q-values and picks what serves the client best.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/negotiate.h"

#include <algorithm>

#include "indexer/base/text.h"

namespace pinakes {
namespace {
constexpr std::size_t kMaxMembers = 32;

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Thousandths; a weight that is no number is 0, so that odd input never wins.
int parse_quality(std::string_view text) {
  if (text.empty() || !is_digit(text[0]) || text[0] > '1') return 0;
  int value = (text[0] - '0') * 1000;
  int unit = 100;
  for (char c : text.substr(std::min<std::size_t>(text.size(), 2))) {
    if (!is_digit(c)) return 0;
    value += (c - '0') * unit;
    unit /= 10;
  }
  return std::min(value, 1000);
}

Preference parse_member(std::string_view member) {
  Preference preference;
  const std::size_t end = std::min(member.find(';'), member.size());
  preference.value = lower(trim(member.substr(0, end)));
  member.remove_prefix(std::min(end + 1, member.size()));
  while (!member.empty()) {
    const std::size_t stop = std::min(member.find(';'), member.size());
    const std::string parameter = lower(trim(member.substr(0, stop)));
    if (parameter.starts_with("q=")) preference.quality = parse_quality(parameter.substr(2));
    member.remove_prefix(std::min(stop + 1, member.size()));
  }
  return preference;
}

/// 3: the type itself, 2: type/*, 1: */*, 0: does not match.
int specificity(std::string_view range, std::string_view media_type) {
  if (range == media_type) return 3;
  if (range == "*/*") return 1;
  const std::size_t slash = media_type.find('/');
  if (range.ends_with("/*") && slash != std::string_view::npos &&
      range.substr(0, range.size() - 1) == media_type.substr(0, slash + 1))
    return 2;
  return 0;
}
}  // namespace

std::vector<Preference> parse_preferences(std::string_view header) {
  std::vector<Preference> out;
  while (!header.empty() && out.size() < kMaxMembers) {
    const std::size_t end = std::min(header.find(','), header.size());
    Preference preference = parse_member(header.substr(0, end));
    if (!preference.value.empty()) out.push_back(std::move(preference));
    header.remove_prefix(std::min(end + 1, header.size()));
  }
  return out;
}

int media_quality(std::string_view accept, std::string_view media_type) {
  const std::vector<Preference> ranges = parse_preferences(accept);
  if (ranges.empty()) return 1000;
  int best = 0;
  int quality = 0;
  for (const Preference& range : ranges) {
    const int match = specificity(range.value, media_type);
    if (match > best) {
      best = match;
      quality = range.quality;
    }
  }
  return quality;
}

std::string_view best_media_type(std::string_view accept,
                                 std::span<const std::string_view> offered) {
  std::string_view best;
  int best_quality = 0;
  for (std::string_view type : offered) {
    const int quality = media_quality(accept, type);
    if (quality > best_quality) {
      best = type;
      best_quality = quality;
    }
  }
  return best;
}

std::string best_language(std::string_view accept_language, std::span<const std::string> offered,
                          std::string_view otherwise) {
  std::string best(otherwise);
  int best_quality = 0;
  for (const Preference& wanted : parse_preferences(accept_language)) {
    const std::string primary = parse_language_tag(wanted.value).primary;
    if (wanted.quality > best_quality && std::ranges::find(offered, primary) != offered.end()) {
      best = primary;
      best_quality = wanted.quality;
    }
  }
  return best;
}

bool accepts_gzip(std::string_view accept_encoding) {
  int by_name = -1;
  int by_star = -1;
  for (const Preference& coding : parse_preferences(accept_encoding)) {
    if (coding.value == "gzip" || coding.value == "x-gzip") by_name = coding.quality;
    if (coding.value == "*") by_star = coding.quality;
  }
  return by_name >= 0 ? by_name > 0 : by_star > 0;
}

}  // namespace pinakes
