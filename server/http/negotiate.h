// Content negotiation: Accept headers with their q-values (RFC 9110 section 12).
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pinakes {

/// One member of an Accept-like list. `quality` is 0 to 1000.
struct Preference {
  std::string value;  // lower case, without parameters
  int quality = 1000;
};
/// At most 32 members are read; what is no member is left out.
std::vector<Preference> parse_preferences(std::string_view header);

/// How much the client wants that media type: the most specific range decides; 0 is refused.
/// An empty header accepts everything.
int media_quality(std::string_view accept, std::string_view media_type);
/// The first of the most wanted media types; empty where none is acceptable.
std::string_view best_media_type(std::string_view accept,
                                 std::span<const std::string_view> offered);
/// The offered language that Accept-Language likes best (primary subtags), else `otherwise`.
std::string best_language(std::string_view accept_language, std::span<const std::string> offered,
                          std::string_view otherwise);
/// Whether gzip is accepted: named, or by `*`, with a q above 0.
bool accepts_gzip(std::string_view accept_encoding);

}  // namespace pinakes
