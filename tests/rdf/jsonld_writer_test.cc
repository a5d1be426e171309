// The JSON-LD writer: readable, stable, and without loss.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/jsonld_writer.h"

#include <random>

#include "indexer/rdf/graph_set.h"
#include "indexer/rdf/isomorphic.h"
#include "indexer/rdf/jsonld_terms.h"
#include "tests/catch.h"
#include "tests/rdf/reading.h"
#include "tests/shared.h"

using namespace pinakes;
using namespace pinakes::rdf;
using tests::turtle;

namespace {

Graph read_back(const std::string& text) {
  auto again = tests::read("jsonld", text);
  INFO(text);
  CHECK(again.messages() == std::vector<std::string>{});
  CHECK(again.complete);
  return std::move(again.graph);
}

/// Writes, reads back, compares; gives the text.
std::string round_trip(const Graph& graph) {
  std::string text = tests::write("jsonld", graph);
  const Graph again = read_back(text);
  INFO(text);
  CHECK(isomorphic(graph, again));
  CHECK(tests::write("jsonld", again) == text);
  return text;
}

std::string write_parts(const std::vector<const Graph*>& graphs) {
  StringOutput text;
  Diagnostics found;
  const auto writer = jsonld_writer(text, Parts::Several, found);
  for (const Graph* graph : graphs) writer->add(*graph);
  writer->finish();
  return text.text;
}

constexpr std::string_view kPrefixLines =
    "@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .\n"
    "@prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix skos: "
    "<http://www.w3.org/2004/02/skos/core#> .\n"
    "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix xsd: "
    "<http://www.w3.org/2001/XMLSchema#> .\n";

tests::Reading described(std::string_view text) {
  return turtle(std::string(kPrefixLines) + std::string(text));
}

}  // namespace

TEST_CASE("a dataset reads from its title to its files") {
  const auto read = described(
      "<http://e/d> a dcat:Dataset ; dct:modified \"2026-01-02\"^^xsd:date ;\n"
      " dct:title \"Titre\"@fr, \"Title\"@en ; dcat:keyword \"b\"@en, \"a\"@en, \"c\" ;\n"
      " dct:publisher <http://e/p> ; dct:extent 12 ; dct:description \"plain\" ;\n"
      " dcat:distribution [ a dcat:Distribution ; dcat:byteSize 5.0 ; dct:relation (1 true) ] .\n"
      "<http://e/p> a foaf:Agent ; foaf:name \"N\" .");
  CHECK(round_trip(read.graph) == R"({
  "@context": {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "title": {"@id": "dct:title", "@container": "@language"},
    "name": {"@id": "foaf:name", "@container": "@language"},
    "description": {"@id": "dct:description", "@container": "@language"},
    "keyword": {"@id": "dcat:keyword", "@container": "@language"},
    "publisher": {"@id": "dct:publisher", "@type": "@id"},
    "modificationDate": "dct:modified",
    "relation": {"@id": "dct:relation", "@type": "@id"},
    "byteSize": "dcat:byteSize",
    "datasetDistribution": {"@id": "dcat:distribution", "@type": "@id"},
    "Dataset": "dcat:Dataset",
    "Distribution": "dcat:Distribution",
    "Agent": "foaf:Agent"
  },
  "@id": "http://e/d",
  "@type": "Dataset",
  "title": {
    "en": "Title",
    "fr": "Titre"
  },
  "description": "plain",
  "keyword": {
    "@none": "c",
    "en": [
      "a",
      "b"
    ]
  },
  "publisher": {
    "@id": "http://e/p",
    "@type": "Agent",
    "name": "N"
  },
  "modificationDate": {"@type": "xsd:date", "@value": "2026-01-02"},
  "datasetDistribution": {
    "@type": "Distribution",
    "relation": {
      "@list": [
        1,
        true
      ]
    },
    "byteSize": {"@type": "xsd:decimal", "@value": "5.0"}
  },
  "dct:extent": 12
}
)");
}

TEST_CASE("catalogues, datasets and concepts stand at the top, in this order") {
  const auto read = described(
      "<http://e/a> a skos:Concept ; skos:prefLabel \"C\"@en .\n"
      "<http://e/b> a dcat:Dataset ; dcat:theme <http://e/a> ; dct:relation <http://e/other> .\n"
      "<http://e/c> a dcat:Catalog ; dcat:dataset <http://e/b> .\n"
      "<http://e/other> dct:title \"used twice\" . <http://e/z> dct:relation <http://e/other> .");
  const std::string text = round_trip(read.graph);
  std::vector<std::size_t> places;
  for (const char* id : {"c", "b", "other", "z", "a"})
    places.push_back(text.find("\n      \"@id\": \"http://e/" + std::string(id) + "\""));
  INFO(text);
  CHECK(std::is_sorted(places.begin(), places.end()));
  CHECK(places.back() != std::string::npos);
}

TEST_CASE("rings, shared nodes, broken lists and deep nesting are written whole") {
  std::string deep = "<s> dct:relation ";
  for (int i = 0; i < 25; ++i) deep += "[ dct:relation ( ";
  deep += "1";
  for (int i = 0; i < 25; ++i) deep += " ) ]";
  for (const std::string& text :
       {std::string(), std::string("_:a <p> _:b . _:b <p> _:a ."), std::string("_:a <p> _:a ."),
        std::string("<a> <p> <b> . <b> <p> <a> . <c> <p> <c> ."),
        std::string("<a> <p> [ <q> <b> ] . <b> <p> [ <q> <a> ] ."),
        std::string("<a> <p> <b> . <b> <p> <d> . <d> <p> <b>, <a> ."),
        std::string("<a> a <b> . <b> dct:title \"a class\" . <c> a [ dct:title \"t\" ], \"x\" ."),
        std::string("<s> <p> _:a . _:a rdf:first 1 ; rdf:rest _:b . _:b rdf:first 2 ."),
        std::string("<s> <p> _:a . _:a rdf:first 1, 2 ; rdf:rest () ."),
        std::string("_:a rdf:first 1 ; rdf:rest _:a ."),
        std::string("rdf:nil dct:title () ; rdf:nil rdf:nil . <s> dct:title () ; <p> (()) ."),
        std::string("[] <p> [] ; <q> [], [] . [] <p> ( ( ) ( 1 ( 2 ) <i> ) ) . <i> <p> <s> ."),
        deep + "."}) {
    const auto read = described(text);
    INFO(text);
    REQUIRE(read.complete);
    round_trip(read.graph);
  }
}

TEST_CASE("every lexical form is kept") {
  const auto read = described(
      "<s> <p> 12, -5, -0, 0012, 123456789012345678, 1.50, 1e0, true, \"1\"^^xsd:boolean,\n"
      " \"abc\"^^xsd:integer, \"{\\\"a\\\" : 1}\"^^rdf:JSON, \"\", \"x\"@en-GB-oed, \"12\" ;\n"
      " dct:title 5, <i>, \"t\", \"u\"@de ; dct:publisher \"only a name\", 7, \"n\"@fr .");
  REQUIRE(read.complete);
  round_trip(read.graph);
}

TEST_CASE("addresses that look like compact IRIs stay what they are") {
  const auto read = described(
      "<dct:slip> a <schema:Thing> ; dct:title \"t\" ; <foaf:name> <dcat:x>, \"y\"^^<xsd:date> ;\n"
      " <http://purl.org/dc/terms/> 1 ; <http://purl.org/dc/terms///x> 2 ; dct:other 3 ;\n"
      " <title:x> <Dataset:y>, <urn:x:y>, <mailto:a@b.c> .");
  REQUIRE(read.complete);
  round_trip(read.graph);
  const std::string text = write_parts({&read.graph, &read.graph});
  CHECK(read_back(text).size() == read.graph.size());
}

TEST_CASE("the text may stand in a script of a page") {
  const auto read = described(
      "<s> <p> \"</script><!-- <b> \\u0001\\b\\f\\t\\r\\n\\\\ \\\" \\u007F\\u2028 é 😀\" .");
  const std::string text = round_trip(read.graph);
  CHECK(text.find("</") == std::string::npos);
  CHECK(text.find("<!") == std::string::npos);
  CHECK(text.find("\\u0001\\b\\f\\t\\r\\n\\\\ \\\"") != std::string::npos);
  CHECK(text.find("é 😀") != std::string::npos);
}

TEST_CASE("several graphs make one document, blank nodes kept apart") {
  const auto one = described("_:a dct:title \"1\" ; dct:relation _:a .");
  const auto two = described("_:a dct:title \"2\" ; dct:relation _:a .");
  const Graph both = read_back(write_parts({&one.graph, &two.graph}));
  const auto expected = described(
      "_:a dct:title \"1\" ; dct:relation _:a . _:b dct:title \"2\" ; dct:relation _:b .");
  CHECK(isomorphic(both, expected.graph));
  CHECK(read_back(write_parts({})).size() == 0);
}

TEST_CASE("named graphs keep their names and the blank nodes that they share") {
  GraphSet graphs;
  Diagnostics found;
  const std::string text =
      "_:a <http://e/p> \"default\" .\n_:a <http://e/p> \"in g\" <http://e/g> .\n"
      "_:a <http://e/p> _:b <dct:g> .\n_:b <http://e/p> \"in a blank one\" _:a .\n";
  REQUIRE(format_named("nquads")->read({text, "", "x.nq"}, graphs, found));
  graphs.finish();
  StringOutput out;
  write(*format_named("jsonld"), graphs, out, found);
  INFO(out.text);
  GraphSet again;
  CHECK(format_named("jsonld")->read({out.text, "", "x.jsonld"}, again, found));
  again.finish();
  CHECK(found.empty());
  CHECK(isomorphic(graphs, again));
}

TEST_CASE("random graphs survive, whatever their labels and order") {
  std::mt19937 random(11);
  const auto pick = [&](unsigned n) {
    return std::uniform_int_distribution<unsigned>(0, n - 1)(random);
  };
  const char* const kPredicates[] = {"http://purl.org/dc/terms/title",
                                     "http://purl.org/dc/terms/relation",
                                     "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
                                     "http://www.w3.org/1999/02/22-rdf-syntax-ns#first",
                                     "http://www.w3.org/1999/02/22-rdf-syntax-ns#rest",
                                     "http://e/p"};
  for (int round = 0; round < 200; ++round) {
    std::vector<std::array<Term, 3>> statements;
    std::vector<std::string> names;
    names.reserve(400);
    const auto node = [&](bool subject) -> Term {
      switch (pick(subject ? 2 : 5)) {
        case 0:
          return blank(names.emplace_back("x" + std::to_string(pick(6))));
        case 1:
          return iri(names.emplace_back("http://e/" + std::to_string(pick(5))));
        case 2:
          return literal("t", pick(2) == 0 ? "" : "fr-t-nl");
        case 3:
          return iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#nil");
        default:
          return typed(pick(2) == 0 ? "12" : "012x", "http://www.w3.org/2001/XMLSchema#integer");
      }
    };
    for (unsigned i = 0; i < 18; ++i)
      statements.push_back({node(true), iri(kPredicates[pick(6)]), node(false)});
    Graph graph, shuffled;
    for (const auto& [s, p, o] : statements) graph.statement(s, p, o, {});
    std::shuffle(statements.begin(), statements.end(), random);
    for (const auto& [s, p, o] : statements) shuffled.statement(s, p, o, {});
    graph.finish();
    shuffled.finish();
    CHECK(round_trip(graph) == tests::write("jsonld", shuffled));
  }
}

TEST_CASE("every name means what the namespaces of the project say") {
  for (std::size_t i = 0; i < kTermNames.size(); ++i) {
    const auto [prefix, rest] = parts_of(kTermNames[i]);
    std::string address(kPrefixes[prefix_named(prefix).value()].iri);
    address += rest;
    CHECK(find_term(shorten(address)) == i);
  }
  CHECK_FALSE(find_term(shorten("http://purl.org/dc/terms/titl")));
  CHECK_FALSE(find_term(shorten("http://purl.org/dc/terms/titles")));
  CHECK_FALSE(find_term(shorten("http://e/")));
  CHECK(shorten("http://purl.org/dc/terms///x").prefix == std::nullopt);
}

TEST_CASE("what is said of rdf:nil is not lost behind a list") {
  const auto graph = pinakes::tests::turtle("<a> <p> (1) . () <q> [ <r> 2 ] .").graph;
  const std::string text = pinakes::tests::write("jsonld", graph);
  CHECK(pinakes::tests::read("jsonld", text).graph.size() == graph.size());
}
