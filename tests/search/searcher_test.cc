// The searcher over small catalogues: languages, ranks, filters, orders, cursors, new revisions.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/search/searcher.h"

#include <chrono>
#include <random>
#include <set>
#include <thread>

#include "indexer/base/error.h"
#include "indexer/index/writer.h"
#include "tests/catch.h"
#include "tests/search/catalogue.h"

namespace pinakes {
namespace {

using tests::Catalogue;

constexpr std::string_view kPrefixes = R"(
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix ar: <http://publications.europa.eu/resource/authority/access-right/> .
@prefix th: <http://publications.europa.eu/resource/authority/data-theme/> .
@prefix : <https://example.org/d/> .
)";

void add(const Catalogue& catalogue, std::string_view name, std::string_view turtle) {
  catalogue.take({catalogue.folder().write(name, std::string(kPrefixes) + std::string(turtle))});
}

std::vector<std::string> names(const SearchResult& result) {
  std::vector<std::string> all;
  for (const Hit& hit : result.hits)
    all.push_back(hit.card.iri.substr(hit.card.iri.rfind('/') + 1));
  return all;
}
using Names = std::vector<std::string>;

std::set<std::string> name_set(const SearchResult& result) {
  const Names all = names(result);
  return {all.begin(), all.end()};
}

constexpr std::string_view kSmall = R"(
:fr a dcat:Dataset ; dct:title "Séjours à l'hôpital"@fr ; dct:modified "2020-01-01"^^xsd:date ;
  dct:accessRights ar:PUBLIC ; dcat:theme th:HEAL .
:fr2 a dcat:Dataset ; dct:title "Les hôpitaux publics"@fr ; dct:description "Santé publique <b>"@fr ;
  dct:modified "2022-05"^^xsd:gYearMonth ; dct:accessRights ar:RESTRICTED ; dcat:theme th:HEAL, th:SOCI .
:nl a dcat:Dataset ; dct:title "Kanker in cijfers"@nl, "Le cancer en chiffres"@fr-t-nl ;
  dct:accessRights ar:PUBLIC ; dct:identifier "BE-0001/x" .
:en a dcat:Dataset ; dct:title "Pain management survey"@en ; dct:description "public health of COVID-19"@en ;
  dct:alternative "PMS"@en ; dct:publisher [ a foaf:Agent ; foaf:name "Institute of Pain" ] ;
  dct:temporal [ a dct:PeriodOfTime ; dcat:startDate "2010"^^xsd:gYear ; dcat:endDate "2012"^^xsd:gYear ] .
:pain a dcat:Dataset ; dct:title "Le prix du pain"@fr ; dct:modified "2023-01-01"^^xsd:date .
:none a dcat:Dataset ; dct:identifier "nothing but this" .
:es a dcat:Dataset ; dct:title "Cobertura de vacunación infantil"@es .
)";

Catalogue& small() {
  static Catalogue catalogue;
  static const bool kFilled = [] {
    add(catalogue, "small.ttl", kSmall);
    return true;
  }();
  REQUIRE(kFilled);
  return catalogue;
}

TEST_CASE("spellings of a word give the same total in every language") {
  for (const char* q : {"hôpital", "hopital", "l'hôpital", "l’hôpital", "HÔPITAUX", "hopitaux"})
    for (const char* lang : {"en", "fr", "nl"}) {
      INFO(q << ' ' << lang);
      CHECK(name_set(small().search({{"q", q}, {"lang", lang}})) ==
            std::set<std::string>{"fr", "fr2"});
    }
  for (const char* q : {"vacunación", "vacunas", "vacunacion"})
    CHECK(names(small().search({{"q", q}})) == Names{"es"});
  CHECK(names(small().search({{"q", "covid19"}})) == Names{"en"});
  CHECK(names(small().search({{"q", "SARS OR COVID-19"}})) == Names{"en"});
}

TEST_CASE("a match in the reader's language outranks the same letters in another") {
  CHECK(names(small().search({{"q", "pain"}, {"lang", "fr"}})).at(0) == "pain");
  CHECK(names(small().search({{"q", "pain"}, {"lang", "en"}})).at(0) == "en");
  CHECK(small().search({{"q", "pain"}}).total == 2);
}

TEST_CASE("phrases, exclusions, fields, codes") {
  CHECK(names(small().search({{"q", "\"public health\""}})) == Names{"en"});
  CHECK(small().search({{"q", "\"health public\""}}).total == 0);
  CHECK(name_set(small().search({{"q", "-cancer -hôpital theme:heal"}})).empty());
  CHECK(name_set(small().search({{"q", "theme:HEAL"}})) == std::set<std::string>{"fr", "fr2"});
  CHECK(names(small().search({{"q", "title:kanker"}})) == Names{"nl"});
  CHECK(small().search({{"q", "description:kanker"}}).total == 0);
  CHECK(names(small().search({{"q", "publisher:institute"}})) == Names{"en"});
  CHECK(names(small().search({{"identifier", "BE-0001/x"}})) == Names{"nl"});
  CHECK(names(small().search({{"q", "access_rights:restricted"}})) == Names{"fr2"});
  CHECK(small().search({{"q", "-pain"}}).total == 5);
}

TEST_CASE("where few have all words, any will do, and those with more come first") {
  const SearchResult result = small().search({{"q", "pain hôpital public"}, {"lang", "fr"}});
  CHECK(result.matching == SearchResult::Matching::Some);
  CHECK(result.total == 4);
  CHECK(names(result).at(0) == "fr2");
  CHECK(small().search({{"q", "pain"}}).matching == SearchResult::Matching::All);
}

TEST_CASE("an exact title, other title or identifier comes first") {
  CHECK(names(small().search({{"q", "le prix du pain"}})).at(0) == "pain");
  CHECK(names(small().search({{"q", "pms"}})).at(0) == "en");
  CHECK(names(small().search({{"q", "be-0001/X"}})).at(0) == "nl");
}

TEST_CASE("the order without words: titled, newest, undated, and untitled last") {
  CHECK(names(small().search({})) == Names{"pain", "fr2", "fr", "nl", "en", "es", "none"});
  CHECK(names(small().search({{"sort", "modified"}, {"page_size", "3"}})) ==
        Names{"fr", "fr2", "pain"});
  CHECK(names(small().search({{"sort", "title"}, {"lang", "fr"}, {"page_size", "2"}})) ==
        Names{"es", "nl"});
  CHECK(names(small().search({{"sort", "-title"}, {"lang", "fr"}})).back() == "none");
}

TEST_CASE("cursors walk through every record once, in every order") {
  for (const char* sort : {"", "modified", "-modified", "title", "-title", "number_of_records"}) {
    INFO(sort);
    const Names all = names(small().search({{"sort", sort}}));
    Names walked;
    std::string cursor;
    do {
      const SearchResult page =
          small().search({{"sort", sort}, {"page_size", "2"}, {"cursor", cursor}});
      for (const std::string& name : names(page)) walked.push_back(name);
      cursor = page.next_cursor;
      REQUIRE(walked.size() <= all.size());
    } while (!cursor.empty());
    CHECK(walked == all);
  }
  for (const char* bad : {"x", "~~", "default~1", "title~zz~1", "modified~1~x"})
    CHECK_THROWS_AS(small().search({{"cursor", bad}, {"sort", "title"}}), Error);
}

std::size_t count_of(const SearchResult& result, std::string_view field, std::string_view id) {
  for (const Facet& facet : result.facets)
    if (facet.field->name == field)
      for (const FacetValue& value : facet.values)
        if (value.id == id) return value.count;
  return 0;
}

TEST_CASE("facets: OR within, AND between, the own selection lifted") {
  const SearchResult one = small().search({{"access_rights", "PUBLIC"}});
  CHECK(one.total == 2);
  CHECK(count_of(one, "access_rights", "PUBLIC") == 2);
  CHECK(count_of(one, "access_rights", "RESTRICTED") == 1);
  CHECK(count_of(one, "theme", "HEAL") == 1);
  CHECK(small().search({{"access_rights", "PUBLIC"}, {"access_rights", "RESTRICTED"}}).total == 3);
  const SearchResult both = small().search({{"access_rights", "RESTRICTED"}, {"theme", "SOCI"}});
  CHECK(both.total == 1);
  CHECK(count_of(both, "access_rights", "PUBLIC") == 0);
  CHECK(count_of(both, "theme", "HEAL") == 1);
  const SearchResult nobody = small().search({{"theme", "NO-SUCH"}});
  CHECK(nobody.total == 0);
  for (const Facet& facet : nobody.facets)
    if (facet.field->name == "theme") CHECK(facet.values.at(0).label == "Health");
}

TEST_CASE("ranges overlap, and say how many more state nothing") {
  CHECK(names(small().search({{"temporal_from", "2012-06"}, {"temporal_to", "2020"}})) ==
        Names{"en"});
  const SearchResult later = small().search({{"temporal_from", "2013"}});
  CHECK(later.total == 0);
  CHECK(later.unstated.at("temporal") == 6);
  CHECK(small().search({{"temporal_from", "2012"}, {"temporal_unstated", "include"}}).total == 7);
}

TEST_CASE("snippets mark the words, escape the rest, and name field and language") {
  const SearchResult french =
      small().search({{"q", "sante publique title:hopitaux -sejours"}, {"lang", "fr"}});
  REQUIRE(french.hits.size() == 1);
  REQUIRE(french.hits[0].matched.size() == 3);
  CHECK(french.hits[0].matched[0].html == "Les <mark>hôpitaux</mark> publics");
  CHECK(french.hits[0].matched[0].field->name == "title");
  CHECK(french.hits[0].matched[1].html == "<mark>Santé</mark> <mark>publique</mark> &lt;b&gt;");
  CHECK(french.hits[0].matched[1].language == "fr");
  CHECK(french.hits[0].matched[2].field->name == "theme");
  const SearchResult translated = small().search({{"q", "cancer"}, {"lang", "fr"}});
  REQUIRE(translated.hits.size() == 1);
  CHECK(translated.hits[0].matched.at(0).translated_from == "nl");
  CHECK(small().search({{"q", "hôpital"}}).hits.at(0).matched.at(0).html.find("<mark>") !=
        std::string::npos);
}

TEST_CASE("whatever is typed is answered") {
  std::mt19937 random(3);
  static constexpr std::string_view kPieces[] = {
      "\"",          "(",        ")",          "-",       " OR ",    "title:", "theme:",
      "pain ",       "hôpital ", "l'",         "public ", "health ", "癌症",   "COVID-19 ",
      "identifier:", "x:",       "publisher:", " NOT ",   "the "};
  for (int round = 0; round < 1'500; ++round) {
    std::string text;
    for (auto n = random() % 14; n > 0; --n) text += kPieces[random() % std::size(kPieces)];
    INFO(text);
    CHECK_NOTHROW(small().search({{"q", text}}));
  }
  std::string long_query;
  while (long_query.size() < kMaxQueryBytes - 20) long_query += "\"public health\" OR ";
  CHECK_NOTHROW(small().search({{"q", long_query}}));
}

TEST_CASE("no index: the error says which command makes one, and a later index is picked up") {
  Catalogue catalogue;
  try {
    catalogue.search({});
    FAIL("an index that is not there was searched");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::IndexMissing);
    CHECK(error.hint().find("pinakes-indexer ingest --data") != std::string::npos);
  }
  const auto wait_for = [&](std::size_t datasets) {
    for (int i = 0; i < 100; ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
      try {
        if (catalogue.searcher().status().datasets == datasets) return true;
      } catch (const Error&) {
      }
    }
    return false;
  };
  add(catalogue, "a.ttl", ":a a dcat:Dataset ; dct:title \"One\"@en .");
  CHECK(wait_for(1));
  const std::string before = catalogue.searcher().status().revision;
  add(catalogue, "b.ttl", ":b a dcat:Dataset ; dct:title \"Two\"@en .");
  CHECK(wait_for(2));
  CHECK(catalogue.searcher().status().revision != before);
  CHECK(catalogue.search({{"q", "two"}}).total == 1);
  rebuild(catalogue.data(), tests::vocabularies(), [](const IngestProgress&) {});
  const std::string old = catalogue.searcher().status().revision;
  for (int i = 0; i < 40 && catalogue.searcher().status().revision == old; ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  CHECK(catalogue.searcher().status().revision.starts_with("2."));
  CHECK(catalogue.search({{"q", "two"}}).total == 1);
}

TEST_CASE("a catalogue that is deleted and made again is another revision") {
  Catalogue catalogue;
  add(catalogue, "a.ttl", ":a a dcat:Dataset ; dct:title \"One\"@en .");
  const std::string before = catalogue.searcher().status().revision;
  for (const char* part :
       {"catalogue.sqlite", "catalogue.sqlite-wal", "catalogue.sqlite-shm", "index"})
    std::filesystem::remove_all(catalogue.data() / part);
  add(catalogue, "a.ttl", ":a a dcat:Dataset ; dct:title \"Another\"@en .");
  for (int i = 0; i < 40 && catalogue.searcher().status().revision == before; ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  CHECK(catalogue.searcher().status().revision != before);
  CHECK(catalogue.search({{"q", "another"}}).total == 1);
}

TEST_CASE("a word of a label finds the records of the concept, in any language, side by side") {
  for (const char* q : {"health", "santé", "Gezondheid", "theme:HEAL"})
    CHECK(name_set(small().search({{"q", q}})).contains("fr"));
  CHECK(names(small().search({{"q", "Bevölkerung"}})) == Names{"fr2"});
  CHECK(names(small().search({{"q", "\"population and society\""}})) == Names{"fr2"});
  CHECK(small().search({{"q", "\"society and population\""}}).total == 0);
  CHECK(small().search({{"q", "title:society"}}).total == 0);
  CHECK(small().search({{"q", "-health"}}).total == 4);
}

TEST_CASE("an inflection is one of the text's own language") {
  CHECK(names(small().search({{"q", "séjour"}})) == Names{"fr"});
  CHECK(names(small().search({{"q", "surveys"}, {"lang", "fr"}})) == Names{"en"});
  CHECK(names(small().search({{"q", "description:COVID-19"}, {"lang", "nl"}})) == Names{"en"});
  CHECK(small().search({{"q", "title:19"}}).total == 0);
}

TEST_CASE("a coded token at the end of a text reaches into no other text and no other field") {
  Catalogue catalogue;
  add(catalogue, "a.ttl",
      ":a a dcat:Dataset ; dct:title \"Routes of the light-festival-ghent-2018\"@en ;"
      " dct:alternative \"Poi\"@en ; dct:description \"Ways\"@en, \"survey-wave-2018\"@en, "
      "\"ghent\"@en ;"
      " dcat:keyword \"light-festival-ghent-2019\"@en ; dct:identifier \"festival-ghent-2017\" ;"
      " dct:publisher [ a foaf:Agent ; foaf:name \"Institute of Pain\" ] .");
  for (const char* q : {"title:2018", "alternative:poi", "description:ghent", "keyword:2019",
                        "publisher:institute", "description:2018", "\"wave 2018\""})
    CHECK(catalogue.search({{"q", q}}).total == 1);
  for (const char* q : {"alternative:2018", "alternative:ghent", "description:poi", "keyword:2018",
                        "publisher:2017", "publisher:2019", "title:poi", "\"survey ghent\"",
                        "\"wave ghent\"", "\"2018 ghent\"", "\"festival poi\""})
    CHECK(catalogue.search({{"q", q}}).total == 0);
}

TEST_CASE("a query of punctuation finds all and says that there was no word in it") {
  const SearchResult result = small().search({{"q", "???"}});
  CHECK(result.total == small().search({}).total);
  CHECK(result.reading == "*");
}

TEST_CASE("a withdrawal is the catalogue's last change") {
  Catalogue catalogue;
  const auto folder = catalogue.folder().path() / "in";
  std::filesystem::create_directory(folder);
  add(catalogue, "in/a.ttl", ":a a dcat:Dataset ; dct:title \"One\"@en .");
  add(catalogue, "in/b.ttl", ":b a dcat:Dataset ; dct:title \"Two\"@en .");
  std::filesystem::remove(folder / "b.ttl");
  std::this_thread::sleep_for(std::chrono::milliseconds(1'100));  // times are in seconds
  IngestOptions options;
  options.data = catalogue.data();
  options.source = "test";
  options.paths = {folder.string()};
  options.prune = Prune::Yes;
  ingest(options, tests::vocabularies(), [](const IngestProgress&) {});
  CHECK(catalogue.searcher().status().datasets == 1);
  const StoreReader store(catalogue.data());
  const std::string withdrawn = store.record(2).value().withdrawn;
  CHECK_FALSE(withdrawn.empty());
  CHECK(catalogue.searcher().status().updated == withdrawn);
  CHECK(store.record(1).value().changed < withdrawn);
}

TEST_CASE("many threads search while the catalogue changes") {
  Catalogue catalogue;
  add(catalogue, "0.ttl", ":n0 a dcat:Dataset ; dct:title \"Shared word\"@en .");
  catalogue.searcher();
  std::vector<std::thread> threads;
  std::atomic<bool> stop = false;
  std::atomic<int> failures = 0, searches = 0;
  for (int i = 0; i < 6; ++i)
    threads.emplace_back([&] {
      while (!stop) {
        try {
          if (catalogue.search({{"q", "shared"}}).total == 0) ++failures;
          ++searches;
        } catch (const std::exception&) {
          ++failures;
        }
      }
    });
  for (int i = 1; i <= 6; ++i) {
    const std::string n = std::to_string(i);
    add(catalogue, n + ".ttl",
        ":n" + n + " a dcat:Dataset ; dct:title \"Shared word " + n + "\"@en .");
  }
  stop = true;
  for (std::thread& thread : threads) thread.join();
  CHECK(failures == 0);
  CHECK(searches > 0);
}

}  // namespace
}  // namespace pinakes
