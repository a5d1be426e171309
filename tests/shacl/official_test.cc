// The official shapes of DCAT-AP 3.0.1 and HealthDCAT-AP Release 8: results, guard, warnings.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <map>
#include <set>
#include <sstream>

#include "tests/shacl/turtle.h"
#include "tests/shared.h"

namespace pinakes::tests {
namespace {

namespace fs = std::filesystem;

fs::path official() { return shared() / "healthdcat-ap"; }

bool missing() {
  if (fs::exists(official())) return false;
  WARN("skipped: no official shapes in " << official());
  return true;
}

rdf::Graph load(const std::string& file) {
  rdf::Graph graph;
  Diagnostics found;
  const std::string text = read_file(official() / file);
  rdf::format_named("turtle")->read({text, "https://example.org/" + file, file}, graph, found);
  graph.finish();
  return graph;
}

shacl::Shapes compile(const std::vector<std::string>& files) {
  std::vector<rdf::Graph> graphs;
  for (const std::string& file : files) graphs.push_back(load(file));
  std::vector<shacl::ShapesSource> sources;
  for (std::size_t i = 0; i < files.size(); ++i) sources.push_back({graphs[i], files[i]});
  return shacl::Shapes::compile(sources);
}

const std::string kBase = "dcat-ap/3.0.1/html-shacl/shapes.ttl";

/// The members of a line of a CSV file in which every member stands in quotes.
std::vector<std::string> members_of(const std::string& line) {
  std::vector<std::string> members;
  for (std::size_t at = 0; at < line.size() && line[at] == '"';) {
    std::string member;
    for (++at; at < line.size(); ++at) {
      if (line[at] == '"' && (at + 1 == line.size() || line[at + 1] != '"')) break;
      if (line[at] == '"') ++at;
      member += line[at];
    }
    members.push_back(member);
    at += 2;
  }
  return members;
}

using Results = std::multiset<std::string>;

/// By data and profile. A blank node is written _:blank; a path that is one has another label in
/// each run.
std::map<std::pair<std::string, std::string>, Results> expected() {
  std::map<std::pair<std::string, std::string>, Results> all;
  std::istringstream lines(read_file(official() / "r8/expected-shacl-results.csv"));
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line)) {
    const auto row = members_of(line);
    REQUIRE(row.size() == 9);
    Results& results = all[{row[0], row[1]}];
    if (row[3] == "true") continue;
    const std::string path = row[6].find(':') == std::string::npos ? "_:blank" : row[6];
    results.insert(row[4] + " " + row[5] + " " + path + " " + row[7] + " " + row[8]);
  }
  return all;
}

Results found_in(const shacl::Report& report) {
  const auto local = [](std::string_view iri) {
    return std::string(iri.substr(iri.find('#') + 1));
  };
  const auto shown = [](const rdf::Term& term) {
    return term.kind == rdf::TermKind::Blank ? "_:blank" : std::string(term.value);
  };
  Results results;
  for (const shacl::Result& result : report.results)
    results.insert(local(result.shape->severity.value) + " " + shown(result.focus) + " " +
                   (result.predicate ? shown(*result.predicate) : "_:blank") + " " +
                   local(shacl::component_iri(result.component())) + " " +
                   (result.value ? shown(*result.value) : ""));
  return results;
}

}  // namespace

TEST_CASE("the official shapes of the three levels give the results that are expected, each") {
  if (missing()) return;
  const auto all = expected();
  CHECK(all.size() == 24);
  std::size_t compared = 0;
  for (const auto& [key, results] : all) {
    const auto& [data, profile] = key;
    INFO(data << " " << profile);
    const shacl::Shapes shapes = compile({kBase, "r8/shapes/" + profile + "-shapes.ttl"});
    const rdf::Graph graph = load(data);
    CHECK(found_in(shacl::Validator(shapes).validate(graph)) == results);
    compared += results.size();
  }
  CHECK(compared == 295);
}

TEST_CASE("the guard of the official validator is built in") {
  if (missing()) return;
  const shacl::Shapes shapes = compile({"r8/shapes/graph-guard.ttl"});
  CHECK(shapes.warnings().empty());
  const shacl::Validator validator(shapes);
  const rdf::Graph nothing = graph_of("ex:a a dcat:Catalog .");
  const shacl::Report refused = validator.validate(nothing);
  CHECK(refused.verdict() == shacl::Report::Verdict::Violates);
  REQUIRE(refused.results.size() == 1);
  CHECK(refused.results[0].messages().size() == 1);
  CHECK(refused.results[0].messages()[0].text.find("dcat:Dataset") != std::string_view::npos);
  const rdf::Graph dataset = graph_of("ex:a a dcat:Dataset .");
  CHECK(validator.validate(dataset).verdict() == shacl::Report::Verdict::Conforms);
}

TEST_CASE("what is ill-formed in the official files is warned of and does not stop them") {
  if (missing()) return;
  const shacl::Shapes shapes = compile({kBase, "r8/shapes/non-public-shapes.ttl"});
  std::map<std::string, int> codes;
  for (const Diagnostic& warning : shapes.warnings()) {
    ++codes[warning.code];
    CHECK(warning.place.position.line > 0);
  }
  CHECK(codes["shape-no-path"] == 1);       // structured data => variables
  CHECK(codes["shape-unknown-term"] == 7);  // sh:extends twice, sh:shape five times
  // The shape without path constrains the dataset itself.
  const rdf::Graph data = graph_of("ex:d a dcat:Dataset ; healthdcatap:hasStructuredData true .");
  const shacl::Report report = shacl::Validator(shapes).validate(data);
  CHECK(std::ranges::count(lines_of(report), "d Or d") == 1);
}

}  // namespace pinakes::tests
