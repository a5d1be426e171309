// Folding, slugs, edit distance and language tags.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/base/text.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <vector>

namespace pinakes {
namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

std::string lower_ascii(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), lower);
  return result;
}

/// U+00C0 to U+017F folded: almost every accented letter of the official languages of the Union,
/// so that ordinary text never reaches ICU. Must agree with fold_slowly().
constexpr std::array<std::string_view, 192> kLatin = {
    // U+00C0
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",  //
    "d", "n", "o", "o", "o", "o", "o", "×", "o", "u", "u", "u", "u", "y", "th", "ss",
    // U+00E0
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",  //
    "d", "n", "o", "o", "o", "o", "o", "÷", "o", "u", "u", "u", "u", "y", "th", "y",
    // U+0100
    "a", "a", "a", "a", "a", "a", "c", "c", "c", "c", "c", "c", "c", "c", "d", "d",  //
    "d", "d", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "g", "g", "g", "g",
    // U+0120
    "g", "g", "g", "g", "h", "h", "h", "h", "i", "i", "i", "i", "i", "i", "i", "i",  //
    "i", "i", "ij", "ij", "j", "j", "k", "k", "q", "l", "l", "l", "l", "l", "l", "l·",
    // U+0140
    "l·", "l", "l", "n", "n", "n", "n", "n", "n", "ʼn", "n", "n", "o", "o", "o", "o",  //
    "o", "o", "oe", "oe", "r", "r", "r", "r", "r", "r", "s", "s", "s", "s", "s", "s",
    // U+0160
    "s", "s", "t", "t", "t", "t", "t", "t", "u", "u", "u", "u", "u", "u", "u", "u",  //
    "u", "u", "u", "u", "w", "w", "y", "y", "y", "z", "z", "z", "z", "z", "z", "s"};

/// Letters that no Unicode decomposition spells out.
struct Spelling {
  UChar32 letter;
  std::string_view ascii;
};
constexpr auto kSpellings = std::to_array<Spelling>({
    {0x00E6, "ae"}, {0x00F0, "d"}, {0x00F8, "o"}, {0x00FE, "th"}, {0x0111, "d"},  {0x0127, "h"},
    {0x0131, "i"},  {0x0138, "q"}, {0x0142, "l"}, {0x014B, "n"},  {0x0153, "oe"}, {0x0167, "t"},
    {0x0180, "b"},  {0x0192, "f"}, {0x0199, "k"}, {0x01B6, "z"},  {0x0247, "e"},  {0x0249, "j"},
    {0x0253, "b"},  {0x0256, "d"}, {0x0257, "d"}, {0x0260, "g"},  {0x0268, "i"},  {0x0275, "o"},
    {0x0289, "u"},  {0x2010, "-"}, {0x2011, "-"}, {0x2018, "'"},  {0x2019, "'"},
});

/// A mark that only modifies its letter: accents, points, tones; not the vowel signs of Indic
/// scripts (class 0), not viramas (9) nor the voicing marks of kana (8), which make other words.
bool is_accent(UChar32 c) {
  const std::uint8_t combining = u_getCombiningClass(c);
  return combining != 0 && combining != 8 && combining != 9 && u_charType(c) == U_NON_SPACING_MARK;
}

/// What remains of decomposed, case-folded text.
void append_letters(std::string& to, std::string_view decomposed) {
  for (std::size_t at = 0; at < decomposed.size();) {
    const auto c = static_cast<UChar32>(next_code_point(decomposed, at));
    if (is_accent(c)) continue;
    const auto found = std::lower_bound(kSpellings.begin(), kSpellings.end(), c,
                                        [](const Spelling& s, UChar32 x) { return s.letter < x; });
    if (found != kSpellings.end() && found->letter == c)
      to += found->ascii;
    else
      append_utf8(to, static_cast<char32_t>(c));
  }
}

void fold_slowly(std::string& to, std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* fold_case = icu::Normalizer2::getNFKCCasefoldInstance(status);
  const icu::Normalizer2* decompose = icu::Normalizer2::getNFDInstance(status);
  std::string folded, decomposed;
  icu::StringByteSink<std::string> into_folded(&folded), into_decomposed(&decomposed);
  const auto piece = [](std::string_view bytes) {
    return icu::StringPiece(bytes.data(), static_cast<std::int32_t>(bytes.size()));
  };
  if (U_SUCCESS(status)) fold_case->normalizeUTF8(0, piece(text), into_folded, nullptr, status);
  if (U_SUCCESS(status))
    decompose->normalizeUTF8(0, piece(folded), into_decomposed, nullptr, status);
  append_letters(to, U_SUCCESS(status) ? decomposed : text);
}

/// Greek, Cyrillic and other titles in Latin letters.
std::string to_ascii(const std::string& text) {
  // Making one takes milliseconds and one must not be shared between threads: one per thread.
  thread_local const std::unique_ptr<icu::Transliterator> kLatinAscii = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Transliterator> made(
        icu::Transliterator::createInstance("Any-Latin; Latin-ASCII", UTRANS_FORWARD, status));
    return U_SUCCESS(status) ? std::move(made) : nullptr;
  }();
  if (!kLatinAscii) return text;
  icu::UnicodeString unicode = icu::UnicodeString::fromUTF8(text);
  kLatinAscii->transliterate(unicode);
  std::string result;
  unicode.toUTF8String(result);
  return result;
}

}  // namespace

std::string fold(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      result += lower(text[at++]);
      continue;
    }
    const unsigned next = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0U;
    if (byte >= 0xC3 && byte <= 0xC5 && (next & 0xC0U) == 0x80U) {
      result += kLatin[((byte & 0x1FU) << 6 | (next & 0x3FU)) - 0xC0U];
      at += 2;
      continue;
    }
    std::size_t end = at + 1;
    while (end < text.size() && static_cast<unsigned char>(text[end]) >= 0x80) ++end;
    fold_slowly(result, text.substr(at, end - at));
    at = end;
  }
  return result;
}

std::string slug(std::string_view text, std::size_t limit) {
  std::string ascii = fold(text);
  const auto beyond_ascii = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
  if (std::any_of(ascii.begin(), ascii.end(), beyond_ascii)) ascii = to_ascii(ascii);
  std::string result;
  for (const char c : ascii) {
    if (is_alpha(c) || is_digit(c))
      result += lower(c);
    else if (!result.empty() && result.back() != '-')
      result += '-';
  }
  while (!result.empty() && result.back() == '-') result.pop_back();
  if (result.size() <= limit) return result;
  const bool whole_word = result[limit] == '-';
  result.resize(limit);
  const std::size_t word_end = result.rfind('-');
  if (!whole_word && word_end != std::string::npos && word_end > 0) result.resize(word_end);
  while (!result.empty() && result.back() == '-') result.pop_back();
  return result;
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n\f\v";
  const std::size_t first = text.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  // Optimal string alignment: swapping two neighbouring letters is one edit, as typists do.
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

LanguageTag parse_language_tag(std::string_view tag) {
  LanguageTag result;
  bool first = true;
  while (!tag.empty()) {
    const std::size_t dash = tag.find_first_of("-_");
    const std::string part = lower_ascii(tag.substr(0, dash));
    tag = dash == std::string_view::npos ? std::string_view{} : tag.substr(dash + 1);
    if (first) {
      if (part != "und") result.primary = part;
      first = false;
    } else if (part == "x") {
      break;  // private use: nothing that follows has a public meaning
    } else if (part == "t") {
      // RFC 6497: the source tag comes first, then fields whose keys are a letter and a digit.
      const std::string source = lower_ascii(tag.substr(0, tag.find_first_of("-_")));
      const bool is_language = source.size() >= 2 && source.size() <= 8 &&
                               std::all_of(source.begin(), source.end(), is_alpha);
      if (is_language) result.translated_from = source;
      break;
    }
  }
  return result;
}

}  // namespace pinakes
