// Every Turtle 1.1 and N-Triples 1.1 test of the W3C, chosen by the manifests, none left out.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>

#include "indexer/base/messages.h"
#include "indexer/rdf/formats.h"
#include "indexer/rdf/isomorphic.h"
#include "tests/catch.h"
#include "tests/shared.h"

using namespace pinakes;
using namespace pinakes::rdf;
namespace fs = std::filesystem;

namespace {

constexpr std::string_view kMf = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
constexpr std::string_view kRdft = "http://www.w3.org/ns/rdftest#";
constexpr std::string_view kRdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

std::string in(std::string_view space, std::string_view name) {
  return std::string(space) + std::string(name);
}

bool has_open_slot(const std::string& sentence) {
  for (const char* slot : {"{found}", "{character}", "{escape}", "{digits}", "{quote}", "{line}",
                           "{prefix}", "{byte}", "{limit}", "{format}", "{declaration}"})
    if (sentence.find(slot) != std::string::npos) return true;
  return false;
}

struct Reading {
  Graph graph;
  Diagnostics found;
  bool complete = false;
};

Reading read(const Format& format, const std::string& text, const std::string& base) {
  Reading reading;
  reading.complete = format.read({text, base, "test"}, reading.graph, reading.found);
  reading.graph.finish();
  return reading;
}

class Suite {
 public:
  Suite(const fs::path& folder, std::string base) : folder_(folder), base_(std::move(base)) {
    const std::string text = tests::read_file(folder / "manifest.ttl");
    Reading manifest = read(*format_named("turtle"), text, base_ + "manifest.ttl");
    REQUIRE(manifest.complete);
    manifest_ = std::move(manifest.graph);
  }

  /// Tests passed by type; the failed ones are reported by name.
  std::map<std::string, int> run() {
    std::map<std::string, int> passed;
    const auto root = manifest_.find_iri(base_ + "manifest.ttl");
    REQUIRE(root);
    auto node = manifest_.object(*root, in(kMf, "entries"));
    while (node && manifest_[*node].value != in(kRdf, "nil")) {
      const auto test = manifest_.object(*node, in(kRdf, "first"));
      REQUIRE(test);
      const auto type = manifest_.object(*test, in(kRdf, "type"));
      REQUIRE(type);
      const std::string kind(manifest_[*type].value.substr(kRdft.size()));
      INFO(manifest_[*test].value);
      const bool good = passes(*test, kind);
      CHECK(good);
      if (good) ++passed[kind];
      node = manifest_.object(*node, in(kRdf, "rest"));
    }
    return passed;
  }

 private:
  std::string local(TermId test, std::string_view property) {
    const auto file = manifest_.object(test, in(kMf, property));
    REQUIRE(file);
    const std::string_view value = manifest_[*file].value;
    REQUIRE(value.starts_with(base_));
    return std::string(value.substr(base_.size()));
  }

  bool passes(TermId test, const std::string& kind) {
    const std::string action = local(test, "action");
    const Format* format = format_of_extension(action);
    REQUIRE(format != nullptr);
    const Reading reading = read(*format, tests::read_file(folder_ / action), base_ + action);
    if (kind.find("Negative") != std::string::npos) {
      static const Messages kEnglish(PINAKES_ROOT, "en");
      if (reading.complete || reading.found.empty()) return false;
      const Diagnostic& first = reading.found.front();
      // A place and a sentence that fills its template.
      return first.place.position.line > 0 && first.place.position.column > 0 &&
             !kEnglish.sentence(first).starts_with(first.code) &&
             !has_open_slot(kEnglish.sentence(first));
    }
    for (const Diagnostic& diagnostic : reading.found) UNSCOPED_INFO(diagnostic.code);
    if (!reading.complete || !reading.found.empty()) return false;
    if (kind.find("Eval") == std::string::npos) return writes_and_reads_back(reading.graph);
    const std::string result = local(test, "result");
    const Reading expected =
        read(*format_of_extension(result), tests::read_file(folder_ / result), base_ + result);
    REQUIRE(expected.complete);
    return isomorphic(reading.graph, expected.graph) && writes_and_reads_back(reading.graph);
  }

  /// Beyond the suite: each graph survives each of our writers.
  static bool writes_and_reads_back(const Graph& graph) {
    for (const Format& format : formats()) {
      StringOutput text;
      Diagnostics left_out;
      write(format, graph, text, left_out);
      const Reading again = read(format, text.text, "");
      if (!again.complete || !isomorphic(graph, again.graph)) {
        UNSCOPED_INFO(format.name << " wrote:\n" << text.text);
        return false;
      }
    }
    return true;
  }

  fs::path folder_;
  std::string base_;
  Graph manifest_;
};

fs::path suites() { return tests::shared() / "conformance/w3c-rdf-tests/rdf/rdf11"; }

}  // namespace

TEST_CASE("the W3C Turtle suite passes whole") {
  if (!fs::exists(suites())) {
    WARN("skipped: no W3C suites in " << suites());
    return;
  }
  Suite suite(suites() / "rdf-turtle", "https://w3c.github.io/rdf-tests/rdf/rdf11/rdf-turtle/");
  auto passed = suite.run();
  CHECK(passed["TestTurtleEval"] == 145);
  CHECK(passed["TestTurtlePositiveSyntax"] == 74);
  CHECK(passed["TestTurtleNegativeSyntax"] + passed["TestTurtleNegativeEval"] == 94);
}

TEST_CASE("the W3C N-Triples suite passes whole") {
  if (!fs::exists(suites())) {
    WARN("skipped: no W3C suites in " << suites());
    return;
  }
  Suite suite(suites() / "rdf-n-triples",
              "https://w3c.github.io/rdf-tests/rdf/rdf11/rdf-n-triples/");
  auto passed = suite.run();
  CHECK(passed["TestNTriplesPositiveSyntax"] == 41);
  CHECK(passed["TestNTriplesNegativeSyntax"] == 29);
}
