// Manifests, single tests, and the round trip through every writer.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/w3c/suite.h"

#include <utility>

#include "indexer/base/messages.h"
#include "indexer/rdf/graph_set.h"
#include "tests/catch.h"
#include "tests/shared.h"

namespace pinakes::tests {
namespace {

using namespace pinakes::rdf;
namespace fs = std::filesystem;

constexpr std::string_view kMf = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
constexpr std::string_view kRdft = "http://www.w3.org/ns/rdftest#";
constexpr std::string_view kRdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

std::string in(std::string_view space, std::string_view name) {
  return std::string(space) + std::string(name);
}

/// A slot that no argument filled, such as {found}.
bool has_open_slot(const std::string& sentence, const Diagnostic& diagnostic) {
  for (std::size_t at = 0; (at = sentence.find('{', at)) != std::string::npos; ++at) {
    const std::size_t end = sentence.find_first_not_of("abcdefghijklmnopqrstuvwxyz_", at + 1);
    if (end == std::string::npos || end == at + 1 || sentence[end] != '}') continue;
    const std::string slot = sentence.substr(at, end - at + 1);
    bool quoted = false;  // the publisher's own braces
    for (const auto& [name, value] : diagnostic.arguments)
      quoted = quoted || value.find(slot) != std::string::npos;
    if (!quoted) return true;
  }
  return false;
}

struct Reading {
  GraphSet graphs;
  Diagnostics found;
  bool complete = false;
};

Reading read(const Format& format, const std::string& text, const std::string& base) {
  Reading reading;
  reading.complete = format.read({text, base, "test"}, reading.graphs, reading.found);
  reading.graphs.finish();
  return reading;
}

bool refuses_well(const Reading& reading) {
  static const Messages kEnglish(PINAKES_ROOT, "en");
  if (reading.complete || reading.found.empty()) return false;
  const Diagnostic& first = reading.found.front();
  const std::string sentence = kEnglish.sentence(first);
  return first.place.position.line > 0 && first.place.position.column > 0 &&
         !sentence.starts_with(first.code) && !has_open_slot(sentence, first);
}

/// A writer may say that it cannot express something; else nothing may be missing.
bool writes_and_reads_back(const GraphSet& graphs) {
  for (const Format& format : formats()) {
    if (format.writer == nullptr || format.read == nullptr) continue;
    StringOutput text;
    Diagnostics left_out;
    write(format, graphs, text, left_out);
    if (!left_out.empty()) continue;
    const Reading again = read(format, text.text, "");
    if (again.complete && isomorphic(graphs, again.graphs)) continue;
    UNSCOPED_INFO(format.name << " wrote:\n" << text.text);
    return false;
  }
  return true;
}

}  // namespace

fs::path rdf_suites() { return shared() / "conformance/w3c-rdf-tests/rdf/rdf11"; }

bool suites_missing() {
  if (fs::exists(rdf_suites())) return false;
  WARN("skipped: no W3C suites in " << rdf_suites());
  return true;
}

W3cSuite::W3cSuite(fs::path folder, std::string base)
    : folder_(std::move(folder)), base_(std::move(base)) {
  const std::string text = read_file(folder_ / "manifest.ttl");
  Diagnostics found;
  const std::string address = base_ + "manifest.ttl";
  const Source source{text, address, "manifest.ttl"};
  REQUIRE(format_named("turtle")->read(source, manifest_, found));
  manifest_.finish();
}

std::map<std::string, int> W3cSuite::run() {
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

std::string W3cSuite::local(TermId test, std::string_view property) const {
  const auto file = manifest_.object(test, in(kMf, property));
  REQUIRE(file);
  const std::string_view value = manifest_[*file].value;
  REQUIRE(value.starts_with(base_));
  return std::string(value.substr(base_.size()));
}

bool W3cSuite::passes(TermId test, const std::string& kind) const {
  const std::string action = local(test, "action");
  const Format* format = format_of_extension(action);
  REQUIRE(format != nullptr);
  const Reading reading = read(*format, read_file(folder_ / action), base_ + action);
  if (kind.find("Negative") != std::string::npos) return refuses_well(reading);
  for (const Diagnostic& diagnostic : reading.found) UNSCOPED_INFO(diagnostic.code);
  // RDF/XML of old times deserves a remark here and there.
  const bool remarks = format->name == "rdfxml";
  if (!reading.complete || (!remarks && !reading.found.empty())) return false;
  if (kind.find("Eval") == std::string::npos) return writes_and_reads_back(reading.graphs);
  const std::string result = local(test, "result");
  const Reading expected =
      read(*format_of_extension(result), read_file(folder_ / result), base_ + result);
  REQUIRE(expected.complete);
  return isomorphic(reading.graphs, expected.graphs) && writes_and_reads_back(reading.graphs);
}

}  // namespace pinakes::tests
