// The pinned contexts say what the originals say.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/contexts.h"

#include <regex>

#include "indexer/base/json.h"
#include "indexer/rdf/isomorphic.h"
#include "indexer/rdf/jsonld_reader.h"
#include "tests/catch.h"
#include "tests/rdf/reading.h"
#include "tests/shared.h"

using namespace pinakes;
using namespace pinakes::rdf;
using tests::turtle;

namespace {

const Contexts& pinned() {
  static const Contexts contexts{PINAKES_ROOT};
  return contexts;
}

tests::Reading read_with(std::string_view text, const Contexts& contexts) {
  tests::Reading reading;
  Source source{text, "http://e/", "x.jsonld"};
  source.contexts = &contexts;
  reading.complete = read_jsonld(source, reading.graph, reading.found);
  reading.graph.finish();
  return reading;
}

/// A value that shows what the term does with text, addresses, node objects and languages.
std::string values_of(const json::Value& definition) {
  const json::Value* const container = definition.find("@container");
  const bool languages =
      container != nullptr &&
      (container->text == "@language" ||
       std::any_of(container->items.begin(), container->items.end(),
                   [](const json::Value& item) { return item.text == "@language"; }));
  if (languages) return R"({"en": ["a", "b"], "fr": "c"})";
  return R"(["text", "2026-01-02", "http://e/address", 5, {"@value": "v"}, {"@id": "i"}, {"@list": ["l"]}])";
}

/// Node objects that use every term of a context, and the terms that belong to a class.
std::string all_terms(const json::Value& context, std::string_view type, std::string_view address) {
  std::string own = R"({"@id": "http://e/node", "@type": ")" + std::string(type) + "\"";
  std::string others;
  for (const auto& [term, definition, offset] : context.members) {
    if (term.starts_with('@')) continue;
    if (!term.ends_with(':')) own += ", \"" + term + "\": " + values_of(definition);
    own += ", \"" + term + ":x\": 1";  // used as a prefix
    if (const json::Value* const scoped = definition.find("@context"))
      others += ", " + all_terms(*scoped, term, address);
  }
  return own + "}" + others;
}

/// Without the terms `Xsd:...`, for which JSON-LD 1.1 refuses the whole context.
std::string original_text(const std::filesystem::path& file) {
  static const std::regex kForbidden(R"re(,\s*"Xsd:[A-Za-z]+"\s*:\s*"[^"]*")re");
  return std::regex_replace(tests::read_file(file), kForbidden, "");
}

std::filesystem::path profiles() { return tests::shared() / "healthdcat-ap" / "dcat-ap"; }

struct Pair {
  const char *original, *address;
};
constexpr Pair kPairs[] = {
    {"3.0.0/context/dcat-ap.jsonld",
     "https://semiceu.github.io/DCAT-AP/releases/3.0.0/context/dcat-ap.jsonld"},
    {"3.0.1/context/dcat-ap.jsonld",
     "https://semiceu.github.io/DCAT-AP/releases/3.0.1/context/dcat-ap.jsonld"},
    {"3.0.1/examples/context.jsonld",
     "https://semiceu.github.io/uri.semic.eu-generated/DCAT-AP/releases/3.0.0/html/examples/"
     "context.jsonld"}};

}  // namespace

TEST_CASE("every address stands for a context that can be used") {
  CHECK(pinned().addresses().size() > 30);
  for (const std::string_view address : pinned().addresses()) {
    const auto read = read_with("{\"@context\": \"" + std::string(address) +
                                    "\", \"@id\": \"http://e/s\", \"http://e/p\": 1}",
                                pinned());
    INFO(address);
    CHECK(read.messages() == std::vector<std::string>{});
    CHECK(read.graph.size() == 1);
  }
}

TEST_CASE("our contexts expand every term as the originals do") {
  if (!std::filesystem::exists(profiles())) {
    WARN("skipped: no shared data at " + profiles().string());
    return;
  }
  for (const auto& [file, address] : kPairs) {
    const std::string text = original_text(profiles() / file);
    Contexts originals;
    originals.add(address, text);
    json::Value original;
    Diagnostics found;
    REQUIRE(json::parse(text, file, original, found));
    const json::Value* const context = original.find("@context");
    REQUIRE(context != nullptr);
    const std::string document = "{\"@context\": \"" + std::string(address) + "\", \"@graph\": [" +
                                 all_terms(*context, "http://e/Type", address) + "]}";
    const auto ours = read_with(document, pinned()), theirs = read_with(document, originals);
    INFO(file);
    CHECK(theirs.graph.size() > 100);
    CHECK(ours.messages() == theirs.messages());
    CHECK(isomorphic(ours.graph, theirs.graph));
  }
}

TEST_CASE("the datatypes that DCAT-AP's contexts name wrongly mean what was meant") {
  for (const Pair& pair : {kPairs[0], kPairs[1]}) {
    const auto read = read_with("{\"@context\": \"" + std::string(pair.address) +
                                    R"(", "@id": "http://e/s", "http://e/p":
                                       {"@type": "Xsd:decimal", "@value": "1"}})",
                                pinned());
    CHECK(isomorphic(
        read.graph,
        turtle("<http://e/s> <http://e/p> \"1\"^^<http://www.w3.org/2001/XMLSchema#decimal> .")
            .graph));
  }
}

TEST_CASE("the examples of DCAT-AP are read as with the original context") {
  if (!std::filesystem::exists(profiles())) {
    WARN("skipped: no shared data at " + profiles().string());
    return;
  }
  const std::filesystem::path folder = profiles() / "3.0.1" / "examples";
  Contexts originals;
  originals.add(kPairs[2].address, tests::read_file(profiles() / kPairs[2].original));
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".jsonld" || entry.path().filename() == "context.jsonld")
      continue;
    const std::string text = tests::read_file(entry.path());
    const auto ours = read_with(text, pinned()), theirs = read_with(text, originals);
    INFO(entry.path().string());
    CHECK(ours.complete);
    CHECK(ours.graph.size() > 3);
    CHECK(ours.messages() == theirs.messages());
    CHECK(isomorphic(ours.graph, theirs.graph));
    ++files;
  }
  CHECK(files == 6);
}

TEST_CASE("a data.json of DCAT-US is read with its context") {
  const auto read = read_with(
      R"({"@context": "https://project-open-data.cio.gov/v1.1/schema/catalog.jsonld",
          "@id": "http://e/c", "@type": "dcat:Catalog", "dataset": [{"@id": "http://e/d",
          "@type": "dcat:Dataset", "title": "T", "keyword": ["k"], "modified": "2026-01-02",
          "accessLevel": "public", "publisher": {"@type": "org:Organization", "name": "N"},
          "contactPoint": {"@type": "vcard:Contact", "fn": "F", "hasEmail": "mailto:a@b.c"},
          "describedBy": "http://e/schema"}]})",
      pinned());
  CHECK(read.messages() == std::vector<std::string>{});
  CHECK(isomorphic(
      read.graph,
      turtle(
          "@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> ."
          "@prefix v: <http://www.w3.org/2006/vcard/ns#> . @prefix s: "
          "<http://www.w3.org/2004/02/skos/core#> ."
          "@prefix x: <http://www.w3.org/2001/XMLSchema#> ."
          "<http://e/c> a dcat:Catalog ; dcat:dataset <http://e/d> ."
          "<http://e/d> a dcat:Dataset ; dct:title \"T\" ; dcat:keyword \"k\" ;"
          " dct:modified \"2026-01-02\"^^x:date ;"
          " <https://project-open-data.cio.gov/v1.1/schema#accessLevel> \"public\" ;"
          " dct:publisher [ a <http://www.w3.org/ns/org#Organization> ; s:prefLabel \"N\" ] ;"
          " dcat:contactPoint [ a v:Contact ; v:fn \"F\" ; v:hasEmail \"mailto:a@b.c\" ] ;"
          " <http://www.w3.org/2007/05/powder#describedby> <http://e/schema> .")
          .graph));
}

TEST_CASE("a description in schema.org is read with its context, by whatever address") {
  for (const std::string_view address : {"https://schema.org", "http://schema.org/",
                                         "https://schema.org/docs/jsonldcontext.jsonld"}) {
    const auto read =
        read_with("{\"@context\": \"" + std::string(address) +
                      R"(", "@type": "Dataset", "name": "N", "url": "d", "license": "http://e/l",
               "datePublished": "2026-01-02", "creator": {"type": "Person", "id": "http://e/me"}})",
                  pinned());
    CHECK(read.messages() == std::vector<std::string>{});
    CHECK(isomorphic(read.graph,
                     turtle("@prefix s: <http://schema.org/> ."
                            "[] a s:Dataset ; s:name \"N\" ; s:url <http://e/d> ; s:license "
                            "<http://e/l> ; s:datePublished \"2026-01-02\"^^s:Date ; s:creator "
                            "<http://e/me> . <http://e/me> a s:Person .")
                         .graph));
  }
}
