// Every test of the W3C SHACL suite: the core ones pass, the SPARQL ones are told apart.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "indexer/rdf/formats.h"
#include "indexer/shacl/report.h"
#include "indexer/shacl/validator.h"
#include "schemas/namespaces.h"
#include "schemas/shacl_terms.h"
#include "tests/catch.h"
#include "tests/shared.h"

namespace pinakes::tests {
namespace {

namespace fs = std::filesystem;
using rdf::Graph;
using rdf::Term;
using rdf::TermId;

constexpr std::string_view kBase = "https://example.org/suite/";
const std::string kManifest = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
const std::string kTest = "http://www.w3.org/ns/shacl-test#";

fs::path suite() { return shared() / "conformance/w3c-shacl/data-shapes-test-suite/tests"; }

/// A file of the suite by its path there, which is also its address.
const Graph& load(const std::string& path) {
  static std::map<std::string, Graph> loaded;
  const auto [at, is_new] = loaded.try_emplace(path);
  if (!is_new) return at->second;
  Diagnostics found;
  const std::string text = read_file(suite() / path);
  rdf::format_named("turtle")->read({text, std::string(kBase) + path, path}, at->second, found);
  at->second.finish();
  CHECK(found.empty());
  return at->second;
}

std::string path_of(const Graph& graph, TermId node) {
  const std::string_view address = graph[node].value;
  REQUIRE(address.starts_with(kBase));
  return std::string(address.substr(kBase.size()));
}

/// Files with test entries that a manifest includes, itself too.
void collect(const std::string& manifest, std::vector<std::string>& files) {
  const Graph& graph = load(manifest);
  const auto root = graph.find_iri(std::string(kBase) + manifest);
  REQUIRE(root);
  if (graph.object(*root, kManifest + "entries")) files.push_back(manifest);
  for (const TermId included : graph.objects(*root, kManifest + "include"))
    collect(path_of(graph, included), files);
}

/// A term of one file; blank nodes of another file are all alike.
std::string shown(const Term& term, bool same_file) {
  if (term.kind == rdf::TermKind::Blank)
    return same_file ? "_:" + std::string(term.value) : "_:blank";
  return std::string(term.value) + " " + std::string(term.datatype) + "@" +
         std::string(term.language);
}

struct Entry {
  const Graph* file;
  std::string data, shapes, own;
  TermId node;
};

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += part + " | ";
  return text;
}

std::vector<std::string> expected_results(const Entry& entry, TermId report) {
  const Graph& graph = *entry.file;
  std::vector<std::string> keys;
  for (const TermId result : graph.objects(report, sh::kResult)) {
    std::vector<std::string> parts;
    for (const std::string_view property : {sh::kFocusNode, sh::kValue, sh::kSourceShape,
                                            sh::kSourceConstraintComponent, sh::kResultSeverity}) {
      const auto value = graph.object(result, property);
      const bool own = entry.own == (property == sh::kSourceShape ? entry.shapes : entry.data);
      parts.push_back(value ? shown(graph[*value], own) : "");
    }
    const auto path = graph.object(result, sh::kResultPath);
    parts.push_back(path ? shacl::to_text(shacl::read_path(graph, *path).value()) : "");
    keys.push_back(joined(parts));
  }
  std::ranges::sort(keys);
  return keys;
}

std::vector<std::string> found_results(const Entry& entry, const shacl::Report& report) {
  const bool own_data = entry.own == entry.data, own_shapes = entry.own == entry.shapes;
  std::vector<std::string> keys;
  for (const shacl::Result& result : report.results) {
    std::string path = result.path != nullptr ? shacl::to_text(*result.path) : "";
    if (result.path == nullptr && result.predicate)
      path = shacl::to_text({shacl::Path::Kind::Predicate, *result.predicate, {}});
    keys.push_back(
        joined({shown(result.focus, own_data), result.value ? shown(*result.value, own_data) : "",
                shown(result.shape->node, own_shapes),
                shown(rdf::iri(shacl::component_iri(result.component())), true),
                shown(result.shape->severity, true), path}));
  }
  std::ranges::sort(keys);
  return keys;
}

/// Messages that the suite expects stand in the report's graph.
bool has_messages(const Graph& expected, TermId report, const shacl::Report& found) {
  const Graph graph = to_graph(found);
  for (const TermId result : expected.objects(report, sh::kResult))
    for (const TermId message : expected.objects(result, sh::kResultMessage)) {
      const auto ours = graph.find(expected[message]);
      if (!ours || graph.subjects(sh::kResultMessage, *ours).empty()) return false;
    }
  return true;
}

bool passes_core(const Entry& entry, const shacl::Report& report) {
  const auto result = entry.file->object(entry.node, kManifest + "result");
  REQUIRE(result);
  const auto conforms = entry.file->object(*result, sh::kConforms);
  REQUIRE(conforms);
  const auto expected = expected_results(entry, *result);
  const auto found = found_results(entry, report);
  for (const std::string& key : expected) UNSCOPED_INFO("expected " << key);
  for (const std::string& key : found) UNSCOPED_INFO("found    " << key);
  const bool conform = report.verdict() == shacl::Report::Verdict::Conforms;
  return conform == ((*entry.file)[*conforms].value == "true") && expected == found &&
         report.not_evaluated.empty() && has_messages(*entry.file, *result, report);
}

/// Nothing that needs SPARQL may count as passed.
bool is_told_apart(const shacl::Report& report) {
  return report.verdict() != shacl::Report::Verdict::Conforms &&
         (!report.not_evaluated.empty() || !report.not_supported.empty());
}

enum class Part { Core, Sparql };

/// Every test file of a folder: the manifests leave out one of the SPARQL tests.
std::vector<std::string> test_files(const std::string& folder) {
  std::vector<std::string> files;
  for (const auto& file : fs::recursive_directory_iterator(suite() / folder))
    if (file.is_regular_file() && file.path().filename() != "manifest.ttl")
      files.push_back(fs::relative(file.path(), suite()).string());
  std::ranges::sort(files);
  return files;
}

int run(const std::vector<std::string>& files, Part part) {
  int passed = 0;
  for (const std::string& own : files) {
    const Graph& file = load(own);
    const auto root = file.find_iri(std::string(kBase) + own);
    const auto entries = file.object(*root, kManifest + "entries");
    const auto tests = shacl::read_list(file, *entries);
    REQUIRE(tests);
    for (const TermId node : *tests) {
      const auto action = file.object(node, kManifest + "action");
      REQUIRE(action);
      const auto named = [&](const std::string& property) {
        return path_of(file, file.object(*action, kTest + property).value());
      };
      const Entry entry{&file, named("dataGraph"), named("shapesGraph"), own, node};
      const shacl::ShapesSource source{load(entry.shapes), entry.shapes};
      const shacl::Shapes shapes = shacl::Shapes::compile({&source, 1});
      const shacl::Report report = shacl::Validator(shapes).validate(load(entry.data));
      INFO(file[node].value);
      const bool good = part == Part::Core ? passes_core(entry, report) : is_told_apart(report);
      CHECK(good);
      passed += good ? 1 : 0;
    }
  }
  return passed;
}

bool missing() {
  if (fs::exists(suite())) return false;
  WARN("skipped: no W3C SHACL suite in " << suite());
  return true;
}

}  // namespace

TEST_CASE("the W3C SHACL core suite passes whole") {
  if (missing()) return;
  std::vector<std::string> files;
  collect("core/manifest.ttl", files);
  CHECK(run(files, Part::Core) == 98);
}

TEST_CASE("every SPARQL test of the W3C SHACL suite is reported as not evaluated") {
  if (missing()) return;
  CHECK(run(test_files("sparql"), Part::Sparql) == 23);
}

}  // namespace pinakes::tests
