// Concepts by the addresses that files give them.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/dcat/vocabulary.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "schemas/fields.h"
#include "tests/catch.h"
#include "tests/dcat/turtle.h"
#include "tests/shared.h"

namespace pinakes {
namespace {

const Vocabularies& vocabularies() {
  static const Vocabularies all(PINAKES_ROOT);
  return all;
}

std::string code_of(std::string_view vocabulary, std::string_view iri) {
  const Concept* found = vocabularies().by_iri(vocabulary, iri);
  return found == nullptr ? std::string() : found->code;
}

TEST_CASE("the health tables are known on every host that ever had them") {
  for (const std::string host :
       {"https://hdeu-dcat.data.health.europa.eu", "http://healthdataportal.eu",
        "http://13.81.34.152:1101", "https://acceptance.example", "http://example.com/ontology"})
    for (const auto& [table, code] :
         {std::pair("healthcategories", "EHRS"), std::pair("health-theme", "MENTAL_HEALTH"),
          std::pair("publisher-type", "stat-agency"), std::pair("health-activity", "COHORT"),
          std::pair("coding-system", "SNOMED-CT"), std::pair("standard", "FHIR")}) {
      INFO(host << " " << table);
      CHECK(code_of(table, host + "/resource/authority/" + table + "/" + code) == code);
      CHECK(code_of(table, host + "/resource/authority/" + table + "/" + code + "/") == code);
    }
}

TEST_CASE("an old code means the same on every host") {
  CHECK(code_of("publisher-type",
                "http://13.81.34.152:1101/resource/authority/publisher-type/"
                "statitics") == "stat-agency");
}

TEST_CASE("both addresses of the personal data vocabulary lead to the one that Release 8 wants") {
  for (const char* iri : {"https://w3id.org/dpv/dpv-pd#Age", "https://w3id.org/dpv/pd#Age",
                          "http://w3id.org/dpv/pd#Age"}) {
    const Concept* found = vocabularies().by_iri("personal-data", iri);
    REQUIRE(found != nullptr);
    CHECK(found->iri == "https://w3id.org/dpv/dpv-pd#Age");
  }
  CHECK(code_of("personal-data", "https://w3id.org/dpv/pd#Proclivity") == "Proclivitie");
}

TEST_CASE("an unknown code, another table and a longer address are not known") {
  const std::string root = "https://hdeu-dcat.data.health.europa.eu/resource/authority/";
  CHECK(code_of("healthcategories", root + "healthcategories/EHRSX").empty());
  CHECK(code_of("healthcategories", root + "healthcategories/ehrs").empty());
  CHECK(code_of("healthcategories", root + "healthcategories/EHRS/more").empty());
  CHECK(code_of("healthcategories", root + "healthcategories/").empty());
  CHECK(code_of("healthcategories", root + "health-theme/EHRS").empty());
  CHECK(code_of("personal-data", "https://w3id.org/dpv/pd-other#Age").empty());
}

TEST_CASE("every vocabulary of a field is there, and each of its concepts speaks both languages") {
  for (const Field& field : kFields) {
    if (field.kind != Kind::Concept) continue;
    INFO(field.name);
    CHECK_FALSE(vocabularies().concepts(field.vocabulary).empty());
    for (const Concept& entry : vocabularies().concepts(field.vocabulary)) {
      INFO(entry.iri);
      for (const std::string_view lang : {"en", "fr"}) {
        const Literal* label = best_literal(entry.labels, lang);
        CHECK((label != nullptr && label->language == lang));
      }
      if (!entry.broader.empty())
        CHECK(vocabularies().by_code(field.vocabulary, entry.broader) != nullptr);
    }
  }
}

TEST_CASE("the six health tables have every code of Release 8 and no other") {
  const std::filesystem::path data = tests::shared() / "healthdcat-ap/r8/vocab-en-fr";
  if (!std::filesystem::exists(data)) {
    WARN("SKIPPED: no " << data << " (set PINAKES_SHARED)");
    return;
  }
  for (const auto& file : std::filesystem::directory_iterator(data)) {
    std::ifstream in(file.path());
    const std::string name = file.path().stem().string();
    INFO(name);
    std::size_t codes = 0;
    const std::string mark = "skos:notation \"";
    for (std::string line; std::getline(in, line);)
      if (const auto at = line.find(mark); at != std::string::npos) {
        const auto start = at + mark.size();
        const std::string code = line.substr(start, line.find('"', start) - start);
        INFO(code);
        CHECK(vocabularies().by_code(name, code) != nullptr);
        ++codes;
      }
    CHECK(codes > 0);
    CHECK(vocabularies().concepts(name).size() == codes);
  }
}

/// The official labels in `lang` of the concepts of a graph, by IRI.
std::map<std::string, std::string> labels(const rdf::Graph& graph, std::string_view property,
                                          std::string_view lang) {
  std::map<std::string, std::string> found;
  const auto id = graph.find_iri(property);
  if (!id) return found;
  for (const rdf::Triple& triple : graph.triples())
    if (triple.predicate == *id && graph[triple.object].language == lang)
      found.emplace(graph[triple.subject].value, graph[triple.object].value);
  return found;
}

std::string with_typographic_apostrophes(std::string text) {
  for (std::size_t at = 0; (at = text.find('\'', at)) != std::string::npos;)
    text.replace(at, 1, "\u2019");
  return text;
}

TEST_CASE("an official label is the one shown, or stands in labels/official.ttl") {
  const std::filesystem::path data = tests::shared() / "healthdcat-ap/r8/vocab-en-fr";
  if (!std::filesystem::exists(data)) {
    WARN("SKIPPED: no " << data << " (set PINAKES_SHARED)");
    return;
  }
  const auto root = std::filesystem::path(PINAKES_ROOT);
  const rdf::Graph kept = graph_of(tests::read_file(root / "schemas/labels/official.ttl"));
  std::size_t replaced = 0;
  for (const std::string_view lang : {"en", "fr"}) {
    const auto aside = labels(kept, "http://www.w3.org/2004/02/skos/core#hiddenLabel", lang);
    for (const auto& file : std::filesystem::directory_iterator(data)) {
      const rdf::Graph graph = graph_of(tests::read_file(file.path()));
      for (const auto& [iri, label] : labels(graph, skos::kPrefLabel, lang)) {
        INFO(iri << " " << lang);
        const Concept* found = vocabularies().by_iri(file.path().stem().string(), iri);
        REQUIRE(found != nullptr);
        const bool shown =
            best_literal(found->labels, lang)->text == with_typographic_apostrophes(label);
        const auto at = aside.find(iri);
        CHECK((at == aside.end()) == shown);
        if (at != aside.end()) CHECK(at->second == label);
        replaced += shown ? 0 : 1;
      }
    }
    replaced -= aside.size();
  }
  CHECK(replaced == 0);  // and official.ttl has no others
}

TEST_CASE("every Dataset property of Release 8 has a row in the field table") {
  const std::filesystem::path data = tests::shared() / "healthdcat-ap/r8/dataset-cardinalities.csv";
  if (!std::filesystem::exists(data)) {
    WARN("SKIPPED: no " << data << " (set PINAKES_SHARED)");
    return;
  }
  std::ifstream in(data);
  std::size_t properties = 0;
  std::string line;
  std::getline(in, line);  // the heading
  while (std::getline(in, line)) {
    std::istringstream cells(line);
    std::string name, iri;
    std::getline(cells, name, ',');
    std::getline(cells, iri, ',');
    if (iri.empty()) continue;
    ++properties;
    INFO(name);
    const bool has_row = std::any_of(kFields.begin(), kFields.end(), [&](const Field& field) {
      return std::any_of(field.paths.begin(), field.paths.end(),
                         [&](const Path& path) { return path[0] == iri; });
    });
    CHECK(has_row);
  }
  CHECK(properties == 57);
}

}  // namespace
}  // namespace pinakes
