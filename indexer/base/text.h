// Text helpers that need no RDF: UTF-8, folding, slugs, hashes, language tags.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pinakes {

/// Offset of the first byte that is not part of well-formed UTF-8 (RFC 3629: no surrogates, no
/// overlong forms), or npos.
std::size_t find_invalid_utf8(std::string_view text);
/// Appends the code point as UTF-8. `code_point` must be a Unicode scalar value.
void append_utf8(std::string& to, char32_t code_point);
/// The code point at text[at] (at < size), and moves `at` past it; U+FFFD for each ill-formed byte.
char32_t next_code_point(std::string_view text, std::size_t& at);

/// How many code points well-formed UTF-8 holds: its bytes that are not 10xxxxxx.
std::uint32_t count_code_points(std::string_view text);
/// `U+000A`.
std::string code_point_name(char32_t code_point);

/// What search compares: NFKC case fold, accents and other marks removed, ligatures and letters
/// such as oe, ss, l-stroke spelled out (ICU). Never fails; ill-formed bytes become U+FFFD.
std::string fold(std::string_view text);
/// ICU Latin-ASCII, lower case, runs of anything else to '-', at most `limit` characters, cut at a
/// word where possible. Empty if nothing is left.
std::string slug(std::string_view text, std::size_t limit = 60);
/// SHA-256 as 64 lower-case hex digits.
std::string sha256_hex(std::string_view bytes);
/// The same of bytes that come one after another.
class Sha256 {
 public:
  void add(std::string_view bytes);
  /// The hash of all that was added; to be asked once.
  std::string hex();

 private:
  std::array<std::uint32_t, 8> state_ = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                         0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  std::array<char, 64> pending_{};  // less than a block
  std::size_t pending_size_ = 0;
  std::uint64_t size_ = 0;
};
/// Leading and trailing white space removed.
std::string_view trim(std::string_view text);
/// The candidate nearest to `word` by edit distance if it is near enough to be meant, else empty.
template <typename Names>
std::string_view nearest(std::string_view word, const Names& names);
std::size_t edit_distance(std::string_view a, std::string_view b);

/// A BCP 47 tag read as design section 5 says: `fr-BE` is fr; `fr-t-nl` is French, translated by
/// machine from Dutch.
struct LanguageTag {
  std::string primary;          // lower case; empty for untagged
  std::string translated_from;  // primary subtag of the T extension's source; empty: not translated
};
LanguageTag parse_language_tag(std::string_view tag);

template <typename Names>
std::string_view nearest(std::string_view word, const Names& names) {
  std::string_view best;
  std::size_t best_distance = word.size() / 3 + 1;
  for (const auto& name : names) {
    const std::size_t distance = edit_distance(word, name);
    if (distance <= best_distance && (best.empty() || distance < best_distance)) {
      best = name;
      best_distance = distance;
    }
  }
  return best;
}

}  // namespace pinakes
