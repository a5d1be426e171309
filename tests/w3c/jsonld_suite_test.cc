// The W3C's JSON-LD 1.1 tests of expansion and of RDF, chosen by their manifests.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>

#include "indexer/base/messages.h"
#include "indexer/rdf/contexts.h"
#include "indexer/rdf/graph_set.h"
#include "indexer/rdf/jsonld_reader.h"
#include "indexer/rdf/ntriples_writer.h"
#include "tests/catch.h"
#include "tests/shared.h"
#include "tests/w3c/jsonld_json.h"

using namespace pinakes;
using namespace pinakes::rdf;
namespace fs = std::filesystem;

namespace {

/// Cases that are left out, beside those that the manifest marks as of JSON-LD 1.0.
struct LeftOut {
  std::string_view suite, test, reason;
};
constexpr auto kLeftOut = std::to_array<LeftOut>({
    {"toRdf", "#t0118", "generalized RDF: a blank node as a property is no RDF"},
    {"toRdf", "#te075", "generalized RDF: a blank node as a property is no RDF"},
    {"remote-doc", "#t0004", "tests an HTTP client: documents are files here, nothing is fetched"},
    {"remote-doc", "#t0008", "tests an HTTP client: documents are files here, nothing is fetched"},
    {"remote-doc", "#t0012", "tests an HTTP client: documents are files here, nothing is fetched"},
    {"remote-doc", "#t0013", "a context inside a page: contexts are pinned files of JSON"},
});

std::string text_of(const json::Value* value) {
  return value == nullptr ? std::string() : value->text;
}

/// "invalid @id value" -> "jsonld-invalid-id-value".
std::string our_code(std::string_view code) {
  std::string result = "jsonld-";
  for (const char c : code)
    if (c != '@') result += c == ' ' ? '-' : static_cast<char>(std::tolower(c));
  return result;
}

bool has_open_slot(const std::string& sentence) {
  const std::size_t open = sentence.find('{');
  return open != std::string::npos && open + 1 < sentence.size() && sentence[open + 1] >= 'a' &&
         sentence[open + 1] <= 'z' && sentence.find('}', open) != std::string::npos;
}

class Suite {
 public:
  Suite(const fs::path& folder, std::string name) : folder_(folder), name_(std::move(name)) {
    const fs::path file = folder / (name_ + "-manifest.jsonld");
    Diagnostics found;
    REQUIRE(json::parse(tests::read_file(file), file.string(), manifest_, found));
    base_ = text_of(manifest_.find("baseIri"));
    for (const char* part : {"toRdf", "expand", "remote-doc"})
      for (const auto& entry : fs::recursive_directory_iterator(folder / part))
        if (entry.is_regular_file())
          contexts_.add(base_ + fs::relative(entry.path(), folder).string(),
                        tests::read_file(entry.path()));
  }

  struct Counts {
    int all = 0, passed = 0, old = 0, left_out = 0;
  };
  Counts run() {
    Counts counts;
    for (const json::Value& test : manifest_.find("sequence")->items) {
      ++counts.all;
      const std::string id = test.find("@id")->text;
      if (option(test, "specVersion") == "json-ld-1.0" ||
          option(test, "processingMode") == "json-ld-1.0") {
        ++counts.old;
        continue;
      }
      const auto left_out = std::find_if(kLeftOut.begin(), kLeftOut.end(), [&](const LeftOut& it) {
        return it.suite == name_ && it.test == id;
      });
      if (left_out != kLeftOut.end()) {
        ++counts.left_out;
        continue;
      }
      INFO(name_ << id << " " << text_of(test.find("name")) << " " << text_of(test.find("input")));
      const bool good = passes(test);
      CHECK(good);
      if (good) ++counts.passed;
    }
    return counts;
  }

 private:
  struct Outcome {
    bool complete = false;
    GraphSet graphs;
    json::Value expanded;
    Diagnostics found;
  };

  static std::string option(const json::Value& test, std::string_view name) {
    const json::Value* options = test.find("option");
    return options == nullptr ? std::string() : text_of(options->find(name));
  }

  /// What an HTTP client would do (JSON-LD API section 9.4): follow a redirection, take the
  /// alternate of what is no JSON, and the context that the header of plain JSON names.
  void follow_headers(const json::Value& test, std::string& input, std::string& implied) const {
    const std::string redirection = option(test, "redirectTo");
    if (!redirection.empty()) input = redirection;
    const std::string link = option(test, "httpLink");
    if (link.empty()) return;
    const std::string target = "remote-doc/" + link.substr(1, link.find('>') - 1);
    const bool is_jsonld = input.ends_with(".jsonld"), is_page = input.ends_with(".html");
    if (link.find("ns/json-ld#context") != std::string::npos && !is_jsonld)
      implied = base_ + target;
    if (is_page && link.find("application/ld+json") != std::string::npos) input = target;
  }

  Outcome outcome(const json::Value& test) {
    std::string input = test.find("input")->text;
    std::string implied = option(test, "expandContext");
    if (!implied.empty()) implied = base_ + implied;
    if (name_ == "remote-doc") follow_headers(test, input, implied);
    const std::string content = tests::read_file(folder_ / input);
    std::string base = option(test, "base");
    if (base.empty()) base = base_ + input;
    Source source{content, base, input};
    source.contexts = &contexts_;
    jsonld::ReadOptions options{implied};
    const std::string direction = option(test, "rdfDirection");
    if (direction == "i18n-datatype") options.direction = jsonld::RdfDirection::I18nDatatype;
    if (direction == "compound-literal") options.direction = jsonld::RdfDirection::CompoundLiteral;
    Outcome result;
    json::Value document;
    if (!json::parse(content, input, document, result.found)) return result;
    if (name_ == "toRdf") {
      result.complete = jsonld::read(document, source, result.graphs, result.found, options);
    } else {
      result.complete =
          jsonld::expand(document, source, result.found, options,
                         [&](const auto& items) { result.expanded = tests::expanded_json(items); });
    }
    result.graphs.finish();
    return result;
  }

  bool passes(const json::Value& test) {
    Outcome result = outcome(test);
    static const Messages kEnglish(PINAKES_ROOT, "en");
    for (const Diagnostic& diagnostic : result.found) UNSCOPED_INFO(kEnglish.format(diagnostic));
    if (const json::Value* code = test.find("expectErrorCode")) {
      if (result.complete || result.found.empty()) return false;
      const Diagnostic& first = result.found.front();
      const std::string sentence = kEnglish.sentence(first);
      const std::string wanted = our_code(code->text);
      return (first.code == wanted || first.code == wanted + "-compact") &&
             first.place.position.line > 0 && !sentence.starts_with(first.code) &&
             !has_open_slot(sentence);
    }
    if (!result.complete) return false;
    const std::string expected = text_of(test.find("expect"));
    if (expected.empty()) return true;  // a test of syntax
    return name_ == "toRdf" ? same_graphs(result, expected) : same_json(result, expected);
  }

  bool same_graphs(const Outcome& result, const std::string& file) {
    const std::string content = tests::read_file(folder_ / file);
    GraphSet expected;
    Diagnostics found;
    REQUIRE(format_named("nquads")->read({content, base_ + file, file}, expected, found));
    expected.finish();
    if (isomorphic(result.graphs, expected)) return true;
    StringOutput got;
    write(*format_named("nquads"), result.graphs, got, found);
    UNSCOPED_INFO("expected:\n" << content << "got:\n" << got.text);
    return false;
  }

  bool same_json(const Outcome& result, const std::string& file) {
    const std::string content = tests::read_file(folder_ / file);
    json::Value expected;
    Diagnostics found;
    REQUIRE(json::parse(content, file, expected, found));
    if (tests::same_expansion(result.expanded, expected)) return true;
    UNSCOPED_INFO("expected:\n"
                  << tests::json_text(expected) << "\ngot:\n"
                  << tests::json_text(result.expanded));
    return false;
  }

  fs::path folder_;
  std::string name_, base_;
  json::Value manifest_;
  Contexts contexts_;
};

fs::path suites() { return tests::shared() / "conformance/w3c-json-ld-api/tests"; }

}  // namespace

TEST_CASE("the W3C tests from JSON-LD to RDF pass") {
  if (!fs::exists(suites())) {
    WARN("skipped: no W3C suites in " << suites());
    return;
  }
  const auto counts = Suite(suites(), "toRdf").run();
  CHECK(counts.all == 467);
  CHECK(counts.old == 19);
  CHECK(counts.passed == 467 - 19 - counts.left_out);
}

TEST_CASE("the W3C tests of JSON-LD expansion pass") {
  if (!fs::exists(suites())) {
    WARN("skipped: no W3C suites in " << suites());
    return;
  }
  const auto counts = Suite(suites(), "expand").run();
  CHECK(counts.all == 385);
  CHECK(counts.old == 18);
  CHECK(counts.passed == 385 - 18 - counts.left_out);
}

TEST_CASE("the W3C tests of remote JSON-LD documents pass where no network is needed") {
  if (!fs::exists(suites())) {
    WARN("skipped: no W3C suites in " << suites());
    return;
  }
  const auto counts = Suite(suites(), "remote-doc").run();
  CHECK(counts.all == 18);
  CHECK(counts.left_out == 4);
  CHECK(counts.passed == 14);
}
