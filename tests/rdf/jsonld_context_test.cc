// Pinned contexts: the list, unknown addresses, implied contexts, loops and bounds.
// SPDX-License-Identifier: GPL-3.0-or-later

#include "indexer/base/error.h"
#include "indexer/rdf/contexts.h"
#include "indexer/rdf/jsonld_reader.h"
#include "tests/catch.h"
#include "tests/rdf/reading.h"
#include "tests/temporary_folder.h"

using namespace pinakes;
using namespace pinakes::rdf;
namespace fs = std::filesystem;

namespace {

tests::Reading read(const std::string& text, const Contexts& contexts) {
  tests::Reading reading;
  Source source{text, "http://b/", "a.jsonld"};
  source.contexts = &contexts;
  reading.complete = read_jsonld(source, reading.graph, reading.found);
  reading.graph.finish();
  return reading;
}

}  // namespace

TEST_CASE("every pinned context is a context that can be processed") {
  const Contexts contexts{fs::path(PINAKES_ROOT)};
  CHECK(contexts.addresses().size() >= 4);
  for (const std::string_view address : contexts.addresses()) {
    const tests::Reading got =
        read("{\"@context\": \"" + std::string(address) + "\", \"@id\": \"x\"}", contexts);
    INFO(address);
    CHECK(got.messages() == std::vector<std::string>{});
    CHECK(got.complete);
  }
}

TEST_CASE("an unknown context is named, with those that are known and what to do") {
  Contexts contexts;
  contexts.add("https://known/", "{\"@context\": {}}");
  const tests::Reading got =
      read("{\"@context\":\n [{}, \"https://else/c.jsonld\"],\n \"http://p/\": 1}", contexts);
  CHECK_FALSE(got.complete);
  CHECK(got.graph.size() == 0);
  REQUIRE(got.found.size() == 1);
  const std::string message = got.messages().front();
  CHECK_THAT(message, Catch::Contains("a.jsonld:2:7: /@context/1: the context "
                                      "https://else/c.jsonld is not among"));
  CHECK_THAT(message, Catch::Contains("schemas/contexts/index.json (known are: https://known/)"));
}

TEST_CASE("an unknown context of one node does not cost the others") {
  const tests::Reading got = read(
      R"([{"@context": "https://else/", "@id": "http://a/", "x": 1}, {"@id": "http://b/", "http://p/": 1}])",
      Contexts{});
  CHECK_FALSE(got.complete);
  CHECK(got.graph.size() == 1);
  CHECK(got.lost() == std::vector<std::string>{"http://a/"});
}

TEST_CASE("addresses of contexts are relative to the file or context that names them") {
  Contexts contexts;
  contexts.add("http://b/c/one", R"({"@context": "two"})");
  contexts.add("http://b/c/two", R"({"@context": {"p": "http://p/"}})");
  const tests::Reading got = read(R"({"@context": "c/one", "p": 1})", contexts);
  CHECK(got.complete);
  CHECK(got.graph.size() == 1);
}

TEST_CASE("a fault in a pinned context is placed in it") {
  Contexts contexts;
  contexts.add("http://c/", "{\"@context\": {\n \"p\": {\"@id\": 5}}}");
  const tests::Reading got = read(R"({"@context": "http://c/", "p": 1})", contexts);
  REQUIRE(got.found.size() == 1);
  CHECK_THAT(got.messages().front(), Catch::Contains("http://c/:2:15: /@context/p/@id: "));
}

TEST_CASE("contexts that name each other end") {
  Contexts contexts;
  contexts.add("http://c/a", R"({"@context": "b"})");
  contexts.add("http://c/b", R"({"@context": ["a"]})");
  contexts.add("http://c/s", R"({"@context": {"p": {"@id": "http://p/", "@context": "s"}}})");
  const tests::Reading loop = read(R"({"@context": "http://c/a", "http://p/": 1})", contexts);
  CHECK_FALSE(loop.complete);
  REQUIRE(loop.found.size() == 1);
  CHECK(loop.found.front().code == "jsonld-recursive-context-inclusion");
  // A scoped context may name the context it stands in.
  const tests::Reading scoped =
      read(R"({"@context": "http://c/s", "p": {"p": {"p": 1}}})", contexts);
  CHECK(scoped.complete);
  CHECK(scoped.graph.size() == 3);
}

TEST_CASE("an implied context holds before the document's own") {
  Contexts contexts;
  contexts.add("http://c/", R"({"@context": {"p": "http://p/", "q": "http://q/"}})");
  const std::string text = R"({"@context": {"q": "http://own/"}, "p": 1, "q": 2})";
  json::Value document;
  tests::Reading got;
  REQUIRE(json::parse(text, "a.json", document, got.found));
  Source source{text, "http://b/", "a.json"};
  source.contexts = &contexts;
  CHECK(read_jsonld(document, source, got.graph, got.found, "http://c/"));
  got.graph.finish();
  CHECK(got.graph.find_iri("http://p/"));
  CHECK(got.graph.find_iri("http://own/"));
  CHECK_FALSE(got.graph.find_iri("http://q/"));
}

TEST_CASE("terms that depend on one another without end are refused") {
  std::string text = "{\"@context\": {";
  for (int i = 0; i < 100'000; ++i)
    text += "\"p" + std::to_string(i) + "\": \"p" + std::to_string(i + 1) + ":x\",";
  const tests::Reading got = read(text + "\"z\": \"http://z/\"}, \"z\": 1}", Contexts{});
  CHECK_FALSE(got.complete);
  REQUIRE(got.found.size() == 1);
  CHECK(got.found.front().code == "jsonld-context-overflow");
}

TEST_CASE("copying a large context again and again is bounded") {
  std::string large = "{\"@context\": {";
  for (int i = 0; i < 3000; ++i)
    large += "\"t" + std::to_string(i) + "\": \"http://t/" + std::to_string(i) + "\",";
  Contexts contexts;
  contexts.add("http://c/", large + "\"z\": \"http://z/\"}}");
  std::string text = "{\"@context\": [\"http://c/\"";
  for (int i = 0; i < 50'000; ++i) text += ",{\"a\":null}";
  const tests::Reading got = read(text + "], \"z\": 1}", contexts);
  CHECK_FALSE(got.complete);
  CHECK(got.found.front().code == "jsonld-context-overflow");
}

TEST_CASE("a context inside a term is processed once for thousands of nodes") {
  Contexts contexts;
  contexts.add("http://c/", R"({"@context": {"T": {"@id": "http://T/", "@context":
    {"p": "http://p/"}}, "q": {"@id": "http://q/", "@context": {"r": "http://r/"}}}})");
  std::string text = "{\"@context\": \"http://c/\", \"@graph\": [";
  for (int i = 0; i < 30'000; ++i) text += "{\"@type\": \"T\", \"p\": 1, \"q\": {\"r\": 1}},";
  const tests::Reading got = read(text + "{}]}", contexts);
  CHECK(got.complete);  // 60,000 contexts of their own would be too many
  CHECK(got.graph.size() == 120'000);
}

TEST_CASE("the list of contexts is read from a folder, and a bad one is an error that names it") {
  const test::TemporaryFolder folder;
  const auto problem = [&] {
    try {
      const Contexts read(folder.path());
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::Io);
      return std::string(error.what());
    }
    return std::string();
  };
  CHECK_THAT(problem(), Catch::Contains("schemas/contexts/index.json: cannot open"));
  folder.write("schemas/contexts/index.json", R"({"a.jsonld": ["http://a/", "http://b/"]})");
  CHECK_THAT(problem(), Catch::Contains("a.jsonld: cannot open"));
  folder.write("schemas/contexts/a.jsonld", "{\"@context\": {}}");
  CHECK(problem().empty());
  const Contexts read(folder.path());
  REQUIRE(read.find("http://b/") != nullptr);
  CHECK(*read.find("http://b/") == "{\"@context\": {}}");
  CHECK(read.find("http://c/") == nullptr);
  folder.write("schemas/contexts/index.json", R"({"a.jsonld": "http://a/"})");
  CHECK_THAT(problem(), Catch::Contains("'a.jsonld' has no list of addresses"));
  folder.write("schemas/contexts/index.json", "[");
  CHECK_THAT(problem(), Catch::Contains("index.json: no JSON (json-cut-short, line 1)"));
}
