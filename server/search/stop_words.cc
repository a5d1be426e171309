// Function words of the languages most searched in: they rank, but a match does not need them.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "server/search/query.h"

namespace pinakes {
namespace {

// Folded. Only words that are no content word in any of the other languages.
constexpr auto kStopWords = std::to_array<std::string_view>(
    {"a",     "als",  "am",  "an",    "and",   "are", "as",  "at",   "au",  "auf",  "aus",  "aux",
     "avec",  "bei",  "bij", "by",    "ces",   "che", "con", "da",   "dal", "dans", "das",  "de",
     "degli", "dei",  "del", "della", "delle", "dem", "den", "der",  "des", "di",   "die",  "dos",
     "du",    "e",    "ein", "eine",  "el",    "em",  "en",  "es",   "et",  "for",  "from", "fur",
     "gli",   "het",  "i",   "il",    "im",    "in",  "is",  "la",   "las", "le",   "les",  "lo",
     "los",   "met",  "mit", "naar",  "nel",   "o",   "och", "of",   "on",  "op",   "os",   "ou",
     "par",   "para", "per", "por",   "pour",  "su",  "sur", "te",   "the", "to",   "u",    "uit",
     "um",    "und",  "une", "van",   "voor",  "vom", "von", "with", "y",   "zu",   "zum",  "zur"});

}  // namespace

bool is_stop_word(std::string_view folded) {
  return std::find(kStopWords.begin(), kStopWords.end(), folded) != kStopWords.end();
}

}  // namespace pinakes
