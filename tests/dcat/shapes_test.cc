// The files of schemas/shapes: whole, in both languages, with a source that the legal table has.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "indexer/rdf/formats.h"
#include "schemas/namespaces.h"
#include "tests/catch.h"
#include "tests/shared.h"

namespace pinakes {
namespace {

using rdf::Graph;
using rdf::TermId;

const std::filesystem::path kSchemas = std::filesystem::path(PINAKES_ROOT) / "schemas";
constexpr std::string_view kRule = "urn:pinakes:rule:";
constexpr std::string_view kLegal = "urn:pinakes:legal:";
const std::string kSh = "http://www.w3.org/ns/shacl#";

nlohmann::json json_of(const std::filesystem::path& file) {
  return nlohmann::json::parse(tests::read_file(file));
}

/// The shapes of a profile, joined as the validator joins them.
Graph shapes_of(const nlohmann::json& files) {
  std::string text;
  for (const std::string name : files) text += tests::read_file(kSchemas / "shapes" / name) + "\n";
  Graph graph;
  Diagnostics found;
  CHECK(rdf::format_named("turtle")->read({text, {}, "shapes"}, graph, found));
  CHECK(found.empty());
  graph.finish();
  return graph;
}

std::set<std::string> languages(const Graph& graph, TermId node, const std::string& predicate) {
  std::set<std::string> found;
  for (const TermId object : graph.objects(node, kSh + predicate))
    found.emplace(graph[object].language);
  return found;
}

std::size_t count(const Graph& graph, TermId node, const std::string& predicate) {
  return graph.objects(node, kSh + predicate).size();
}

/// A rule that can give a finding: it has a severity, and says in both languages what to do.
void check_rule(const Graph& graph, TermId rule, const nlohmann::json& legal) {
  const std::set<std::string> both = {"en", "fr"};
  CHECK(count(graph, rule, "severity") == 1);
  CHECK(languages(graph, rule, "name") == both);
  CHECK(languages(graph, rule, "message") == both);
  const auto sources = graph.objects(rule, dct::kSource);
  CHECK_FALSE(sources.empty());
  for (const TermId source : sources) {
    const std::string iri(graph[source].value);
    INFO(iri);
    REQUIRE(iri.starts_with(kLegal));
    CHECK(legal.contains(iri.substr(kLegal.size())));
  }
}

TEST_CASE("every rule of every profile has one path, two languages and a known source") {
  const nlohmann::json profiles = json_of(kSchemas / "shapes" / "profiles.json");
  const nlohmann::json legal = json_of(kSchemas / "legal.json").at("references");
  for (const char* name : {"dcat-ap", "health", "public", "restricted", "non-public"})
    CHECK(profiles.contains(name));
  for (const auto& [name, files] : profiles.items()) {
    const Graph graph = shapes_of(files);
    std::size_t rules = 0;
    for (const TermId rule :
         graph.subjects(rdf_ns::kType, *graph.find_iri(kSh + "PropertyShape"))) {
      INFO(name << " " << graph[rule].value);
      CHECK(graph[rule].value.starts_with(kRule));
      CHECK(count(graph, rule, "path") == 1);
      check_rule(graph, rule, legal);
      ++rules;
    }
    for (const TermId shape : graph.subjects(rdf_ns::kType, *graph.find_iri(kSh + "NodeShape"))) {
      INFO(name << " " << graph[shape].value);
      // A node shape that judges by itself names the property to mend.
      if (graph.object(shape, "http://purl.org/dc/terms/subject")) check_rule(graph, shape, legal);
      for (const TermId rule : graph.objects(shape, kSh + "property"))
        CHECK(count(graph, rule, "path") == 1);
    }
    CHECK(rules > 90);
  }
}

TEST_CASE("unread acts are not law, and each of the 27 elements names its property") {
  const nlohmann::json table = json_of(kSchemas / "legal.json");
  std::map<int, std::string> elements;
  for (const auto& [code, entry] : table.at("references").items()) {
    INFO(code);
    CHECK(table.at("acts").contains(entry.at("act").get<std::string>()));
    CHECK((entry.at("verified").get<bool>()) == (entry.at("evidence") == "V"));
    for (const char* lang : {"en", "fr"}) CHECK_FALSE(entry.at(lang).get<std::string>().empty());
    if (entry.at("kind") == "law") CHECK(entry.at("from").get<std::string>().size() == 10);
    if (entry.contains("element"))
      elements[entry.at("element").get<int>()] = entry.at("property").get<std::string>();
  }
  CHECK(elements.size() == 27);
  CHECK(elements.begin()->first == 1);
  CHECK(elements.rbegin()->first == 27);
  CHECK(elements[13] == "healthdcatap:healthCategory");
}

}  // namespace
}  // namespace pinakes
