// The language of untagged text, by CLD2: the only file that knows it.
// SPDX-License-Identifier: GPL-3.0-or-later
// The header uses FILE without including it, so <cstdio> comes first.
// clang-format off
#include <cstdio>
#include <cld2/public/compact_lang_det.h>
// clang-format on

#include <algorithm>

#include "indexer/base/text.h"
#include "indexer/index/analyser.h"

namespace pinakes {
namespace {

constexpr std::size_t kMaxDetectBytes = 4'096;  // more text does not make it surer, only slower
constexpr std::size_t kMinDetectBytes = 16;     // two words are a guess

}  // namespace

std::string detect_language(std::string_view text) {
  if (text.size() < kMinDetectBytes || find_invalid_utf8(text) != std::string_view::npos) return {};
  std::size_t size = std::min(text.size(), kMaxDetectBytes);
  while (size < text.size() && size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80)
    --size;
  bool reliable = false;
  const CLD2::Language language =
      CLD2::DetectLanguage(text.data(), static_cast<int>(size), true, &reliable);
  if (!reliable || language == CLD2::UNKNOWN_LANGUAGE) return {};
  return parse_language_tag(CLD2::LanguageCode(language)).primary;
}

}  // namespace pinakes
