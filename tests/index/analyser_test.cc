// The analyser: spellings that must meet, words that must not, and where each token stands.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/analyser.h"

#include <random>
#include <string>
#include <vector>

#include "indexer/base/text.h"
#include "tests/catch.h"

namespace pinakes {
namespace {

struct Seen {
  std::string term, text;
  std::uint32_t position;
  bool whole, joined;
};

std::vector<Seen> tokens(std::string_view text, std::string_view language) {
  Analyser analyser;
  std::vector<Seen> seen;
  analyser.analyse(text, language, [&](const Token& token) {
    REQUIRE(token.begin < token.end);
    REQUIRE(token.end <= text.size());
    seen.push_back({std::string(token.term),
                    std::string(text.substr(token.begin, token.end - token.begin)), token.position,
                    token.kind == Token::Kind::Whole, token.joined});
  });
  return seen;
}

std::string terms(std::string_view text, std::string_view language) {
  std::string all;
  for (const Seen& token : tokens(text, language)) all += (all.empty() ? "" : " ") + token.term;
  return all;
}

void all_meet(std::string_view language, const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    INFO(language << ": " << word << " and " << words.front());
    CHECK(terms(word, language) == terms(words.front(), language));
  }
}

TEST_CASE("spellings and inflections of a word give one term") {
  all_meet("fr",
           {"hôpital", "hopital", "HÔPITAL", "l'hôpital", "l’hôpital", "hôpitaux", "L'Hopital"});
  all_meet("fr", {"vaccinées", "vaccinees", "vaccinée"});
  all_meet("fr", {"infirmière", "infirmiere", "infirmières", "infirmier"});
  all_meet("fr", {"jusqu'enfant", "enfant", "d'enfants", "qu’enfants"});
  all_meet("es", {"vacunación", "vacunacion", "vacunaciones", "vacunas", "VACUNA"});
  all_meet("es", {"epidemiología", "epidemiologia", "epidemiológico"});
  all_meet("pt", {"vacinação", "vacinacao", "vacinações", "vacinacoes"});
  all_meet("it", {"mortalità", "mortalita", "MORTALITÀ"});
  all_meet("it", {"dell'ospedale", "ospedale", "ospedali", "l’ospedale"});
  all_meet("de", {"Krankenhäuser", "krankenhauser"});
  all_meet("nl", {"ziekenhuizen", "Ziekenhuizen"});
  all_meet("en", {"hospital", "hospitals", "Hospital's"});
  all_meet("ro", {"vaccinație", "vaccinatie", "vaccinații"});
  all_meet("sv", {"sjukhus", "Sjukhusen"});
}

TEST_CASE("an accent never decides a term, whatever the language and the word") {
  const std::vector<std::string> words = {"santé",       "épidémiologie", "naïve",   "Überwachung",
                                          "größe",       "vacunación",    "coração", "città",
                                          "făină",       "sjukvård",      "kórház",  "sväri",
                                          "générations", "mütter",        "œuvre",   "déclarées"};
  for (const std::string_view language : kStemLanguages)
    for (const std::string& word : words) {
      INFO(language << ' ' << word);
      CHECK(terms(word, language) == terms(fold(word), language));
    }
}

TEST_CASE("coded and hyphenated tokens give their parts and the whole") {
  const auto seen = tokens("COVID-19, SARS-CoV-2 and I21.9.", "en");
  std::vector<std::string> wholes, parts;
  for (const Seen& token : seen) (token.whole ? wholes : parts).push_back(token.term);
  CHECK(parts == std::vector<std::string>{"covid", "19", "sar", "cov", "2", "and", "i21", "9"});
  CHECK(wholes == std::vector<std::string>{"covid19", "sarscov2", "i219"});
  CHECK(seen[1].joined);
  CHECK_FALSE(seen[0].joined);
  CHECK(seen[2].whole);
  CHECK(seen[2].position == seen[0].position);
  CHECK(seen[2].text == "COVID-19");
  CHECK(seen[3].position == 2);
}

TEST_CASE("a full stop between two sentences makes no coded token") {
  CHECK(terms("end.Begin", "en") == "end begin");
  CHECK(terms("1.000.000", "") == "1 000 000 1000000");
}

TEST_CASE("ideographs are words of one character") {
  const auto seen = tokens("癌症登记 2020", "zh");
  REQUIRE(seen.size() == 5);
  CHECK(seen[0].text == "癌");
  CHECK(seen[1].joined);
  CHECK(seen[4].term == "2020");
}

TEST_CASE("terms are bounded and long words stay distinct") {
  const std::string one(300, 'a'), other = one + 'b';
  CHECK(terms(one, "en").size() <= kMaxTokenBytes);
  CHECK(terms(one, "en") != terms(other, "en"));
  CHECK(terms(one, "fr") == terms(one, "fr"));
}

TEST_CASE("bytes that are no UTF-8 separate words and break nothing") {
  CHECK(terms("caf\xC3 noir", "") == "caf noir");
  std::mt19937 random(7);
  for (int round = 0; round < 2'000; ++round) {
    std::string bytes(random() % 60, ' ');
    for (char& c : bytes) c = static_cast<char>(random() % 256);
    Analyser analyser;
    std::uint32_t last = 0;
    analyser.analyse(bytes, "fr", [&](const Token& token) {
      REQUIRE(token.end <= bytes.size());
      REQUIRE(token.term.size() <= kMaxTokenBytes);
      REQUIRE_FALSE(token.term.empty());
      if (token.kind == Token::Kind::Part) {
        REQUIRE(token.begin >= last);
        last = token.end;
      }
    });
  }
}

TEST_CASE("passing over words by their first letter loses none that is looked for") {
  const std::string text = "L'hôpital d'Évry, COVID-19; Ärzte, œuvre and hospitals: bhfuil 2020-01";
  for (const std::string_view language : kStemLanguages)
    for (const Seen& looked_for : tokens(text, language)) {
      FirstLetters wanted;
      wanted.add(looked_for.term);
      Analyser analyser;
      bool found = false;
      analyser.analyse(text, language, wanted, [&](const Token& token) {
        found = found || (token.term == looked_for.term && token.position == looked_for.position);
      });
      INFO(language << ' ' << looked_for.term);
      CHECK(found);
    }
}

TEST_CASE("the language of untagged text is detected where it is sure") {
  CHECK(
      detect_language("Registre national des cancers de l'enfant : données sur les diagnostics et "
                      "la survie des patients depuis 1990.") == "fr");
  CHECK(detect_language("Gegevens over ziekenhuisopnames en behandelingen in Vlaamse ziekenhuizen, "
                        "verzameld door de overheid sinds 2008.") == "nl");
  CHECK(detect_language("xq 17") == "");
  CHECK(detect_language("\xFF\xFE not UTF-8 at all, but long enough to try") == "");
}

}  // namespace
}  // namespace pinakes
