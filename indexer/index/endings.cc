// Endings whose accents a stemmer needs, per language: folding took them, this table restores them.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "indexer/index/analyser.h"

namespace pinakes {
namespace {

struct Ending {
  std::string_view language, plain, accented;
};

// The first ending of the language that fits is taken: longer ones stand before shorter ones.
constexpr auto kEndings = std::to_array<Ending>({
    {"ca", "cio", "ció"},       {"ca", "sio", "sió"},         {"es", "cion", "ción"},
    {"es", "sion", "sión"},     {"es", "xion", "xión"},       {"es", "logia", "logía"},
    {"es", "logias", "logías"}, {"fr", "iere", "ière"},       {"fr", "ieres", "ières"},
    {"fr", "ees", "ées"},       {"fr", "ee", "ée"},           {"ga", "iochta", "íochta"},
    {"ga", "iocht", "íocht"},   {"hu", "kent", "ként"},       {"hu", "rol", "ról"},
    {"hu", "bol", "ból"},       {"hu", "tol", "tól"},         {"hu", "nal", "nál"},
    {"hu", "nel", "nél"},       {"hu", "ert", "ért"},         {"it", "alita", "alità"},
    {"it", "ilita", "ilità"},   {"it", "ivita", "ività"},     {"it", "osita", "osità"},
    {"it", "arita", "arità"},   {"pt", "coes", "ções"},       {"pt", "cao", "ção"},
    {"pt", "soes", "sões"},     {"pt", "sao", "são"},         {"pt", "logia", "logía"},
    {"pt", "logias", "logías"}, {"ro", "atiilor", "ațiilor"}, {"ro", "atiei", "ației"},
    {"ro", "atia", "ația"},     {"ro", "atie", "ație"},       {"ro", "atii", "ații"},
});

}  // namespace

std::string restore_accents(std::string folded, std::string_view language) {
  for (const Ending& ending : kEndings) {
    if (ending.language != language || !folded.ends_with(ending.plain)) continue;
    folded.replace(folded.size() - ending.plain.size(), ending.plain.size(), ending.accented);
    break;
  }
  return folded;
}

}  // namespace pinakes
