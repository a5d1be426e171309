// The Turtle writer: readable, stable, and read back as the same graph.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <random>

#include "indexer/rdf/isomorphic.h"
#include "tests/catch.h"
#include "tests/rdf/reading.h"

using namespace pinakes;
using namespace pinakes::rdf;
using tests::turtle;

namespace {
/// Writes, reads back, compares; gives the text.
std::string round_trip(const Graph& graph) {
  std::string text = tests::write("turtle", graph);
  const auto again = turtle(text, "");
  INFO(text);
  CHECK(again.messages() == std::vector<std::string>{});
  CHECK(isomorphic(graph, again.graph));
  CHECK(tests::write("turtle", again.graph) == text);
  return text;
}
}  // namespace

TEST_CASE("Turtle is grouped, nested, short and with the prefixes it uses") {
  const auto read = turtle(
      "@prefix d: <http://purl.org/dc/terms/> .\n"
      "<http://e/x> d:title \"Titre\"@fr, \"Title\"@en ; a <http://www.w3.org/ns/dcat#Dataset> ;\n"
      " d:publisher [ <http://xmlns.com/foaf/0.1/name> \"N\" ] ; d:extent 12, 1.5, true ;\n"
      " d:description \"two\\nlines \\\"q\\\"\" ; d:relation (1 [ d:title \"t\" ]) ; d:type () .\n"
      "_:shared d:title \"s\" . <http://e/y> d:relation _:shared . <http://e/z> d:relation "
      "_:shared .");
  REQUIRE(read.complete);
  CHECK(round_trip(read.graph) == R"(@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .

<http://e/x> a dcat:Dataset ;
    dct:description """two
lines "q\"""" ;
    dct:extent 1.5,
        12,
        true ;
    dct:publisher [
        foaf:name "N"
    ] ;
    dct:relation ( 1 [
            dct:title "t"
        ] ) ;
    dct:title "Title"@en,
        "Titre"@fr ;
    dct:type () .

<http://e/y> dct:relation _:b1 .

<http://e/z> dct:relation _:b1 .

_:b1 dct:title "s" .
)");
}

TEST_CASE("rings of blank nodes, broken lists and deep nesting are written whole") {
  const std::string rdf = "@prefix r: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . ";
  std::string deep = "<s> <p> ";
  for (int i = 0; i < 50; ++i) deep += "[ <p> ";
  deep += "1";
  for (int i = 0; i < 50; ++i) deep += " ]";
  for (const std::string& text :
       {std::string("_:a <p> _:b . _:b <p> _:a ."), std::string("_:a <p> _:a ."),
        std::string("_:a <p> _:b . _:b <p> _:c . _:c <q> _:a . <x> <p> <y> ."),
        rdf + "<s> <p> _:a . _:a r:first 1 ; r:rest _:b . _:b r:first 2 .",
        rdf + "<s> <p> _:a . _:a r:first 1, 2 ; r:rest () .", rdf + "_:a r:first 1 ; r:rest _:a .",
        rdf + "<s> <p> _:a . _:a r:first 1 ; r:rest _:b . _:b r:first 2 ; r:rest r:nil . "
              "<t> <p> _:b .",
        rdf + "r:nil <p> r:nil ; r:nil r:nil .", deep + ".",
        std::string("[] <p> [] ; <q> [], [] . [] <p> ( ( ) ( 1 ( 2 ) ) ) .")}) {
    const auto read = turtle(text);
    INFO(text);
    REQUIRE(read.complete);
    round_trip(read.graph);
  }
}

TEST_CASE("a list of 100,000 items that is broken at its end takes no square of time") {
  Graph graph;
  const auto node = [](int i) { return "n" + std::to_string(i); };
  graph.statement(iri("http://e/s"), iri("http://e/p"), blank(node(0)), {});
  for (int i = 0; i < 100'000; ++i) {
    graph.statement(blank(node(i)), iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#first"),
                    literal(std::to_string(i)), {});
    graph.statement(blank(node(i)), iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#rest"),
                    blank(node(i + 1)), {});
  }
  graph.finish();
  const auto again = turtle(tests::write("turtle", graph), "");
  CHECK(again.graph.size() == graph.size());
}

TEST_CASE("random graphs survive both writers, whatever their labels and order") {
  std::mt19937 random(7);
  const auto pick = [&](unsigned n) {
    return std::uniform_int_distribution<unsigned>(0, n - 1)(random);
  };
  const char* kTexts[] = {"",      "a\"b", "\"", "\"\"\"", "line\nline", "\n\"", "back\\slash",
                          "\r\n.", "é😀",   "\\", "'",      "tab\there"};
  for (int round = 0; round < 200; ++round) {
    std::vector<std::array<Term, 3>> statements;
    std::vector<std::string> names;
    names.reserve(400);
    const auto node = [&](bool subject) -> Term {
      switch (pick(subject ? 2 : 4)) {
        case 0:
          return blank(names.emplace_back("x" + std::to_string(pick(8))));
        case 1:
          return iri(names.emplace_back("http://purl.org/dc/terms/" + std::to_string(pick(5))));
        case 2:
          return literal(kTexts[pick(12)], pick(2) == 0 ? "" : "fr-t-nl");
        default:
          return typed(pick(2) == 0 ? "12" : "012x", "http://www.w3.org/2001/XMLSchema#integer");
      }
    };
    for (unsigned i = 0; i < 30; ++i)
      statements.push_back(
          {node(true), iri(pick(2) == 0 ? "http://e/p" : "http://e/q?#"), node(false)});
    Graph graph, shuffled;
    for (const auto& [s, p, o] : statements) graph.statement(s, p, o, {});
    std::shuffle(statements.begin(), statements.end(), random);
    const auto rename = [&](Term term) {
      if (term.kind == TermKind::Blank)
        term.value = names.emplace_back("y" + std::string(term.value.substr(1)));
      return term;
    };
    for (const auto& [s, p, o] : statements) shuffled.statement(rename(s), p, rename(o), {});
    graph.finish();
    shuffled.finish();
    CHECK(isomorphic(graph, shuffled));
    CHECK(canonical_ntriples(graph) == canonical_ntriples(shuffled));
    CHECK(round_trip(graph) == tests::write("turtle", shuffled));
    CHECK(isomorphic(tests::read("ntriples", tests::write("ntriples", graph)).graph, graph));
  }
}

TEST_CASE("catalogues and datasets stand before what they name") {
  const auto read = turtle(
      "@prefix dcat: <http://www.w3.org/ns/dcat#> . <a> <p> 1 . <b> a dcat:Dataset . "
      "<c> a dcat:Catalog ; dcat:dataset <b> . <d> a dcat:Distribution, dcat:Dataset .");
  const std::string text = round_trip(read.graph);
  std::vector<std::size_t> places;
  for (const char* subject :
       {"\n<http://e/c> a", "\n<http://e/b> a", "\n<http://e/d> a", "\n<http://e/a> <"})
    places.push_back(text.find(subject));
  CHECK(std::is_sorted(places.begin(), places.end()));
  CHECK(places.back() != std::string::npos);
}

namespace {
std::string several(const char* format, Parts parts, const std::vector<const char*>& texts) {
  StringOutput output;
  Diagnostics found;
  const auto writer = format_named(format)->writer(output, parts, found);
  for (const char* text : texts) writer->add(turtle(text).graph);
  writer->finish();
  CHECK(found.empty());
  return output.text;
}
}  // namespace

TEST_CASE("graphs one after another keep their blank nodes apart, under one set of prefixes") {
  const std::vector<const char*> texts = {
      "<a> <p> _:x . <b> <p> _:x . _:x <q> [ <r> 1 ] .", "",
      "_:x <http://purl.org/dc/terms/title> 't' . <c> <p> _:x, _:y . <d> <p> _:x, _:y ."};
  for (const char* format : {"turtle", "trig", "ntriples", "nquads"}) {
    const std::string text = several(format, Parts::Several, texts);
    INFO(text);
    const auto again = tests::read(format, text);
    CHECK(again.complete);
    Graph expected;
    for (int i = 0; const char* part : texts) {
      const std::string letter(1, static_cast<char>('a' + i++));
      const auto read = turtle(part);
      for (const Triple& triple : read.graph.triples()) {
        Term s = read.graph[triple.subject], o = read.graph[triple.object];
        const std::string subject = letter + std::string(s.value),
                          object = letter + std::string(o.value);
        if (s.kind == TermKind::Blank) s.value = subject;
        if (o.kind == TermKind::Blank) o.value = object;
        expected.statement(s, read.graph[triple.predicate], o, {});
      }
    }
    expected.finish();
    CHECK(isomorphic(again.graph, expected));
  }
  const std::string text = several("turtle", Parts::Several, texts);
  CHECK(text.find("@prefix dcat:") == text.rfind("@prefix dcat:"));
  CHECK(text.find("@prefix dcat:") != std::string::npos);
  CHECK(text.find("dct:title") != std::string::npos);
  for (const char* format : {"turtle", "trig", "ntriples", "nquads"})
    CHECK(tests::read(format, several(format, Parts::Several, {})).complete);
}

TEST_CASE("a document of named parts keeps the labels that the parts share") {
  const std::string text =
      several("trig", Parts::Named, {"<a> <p> _:x .", "_:x <q> [ <r> ( 1 ) ] ."});
  INFO(text);
  const auto again = tests::read("trig", text);
  const auto expected = turtle("<a> <p> _:x . _:x <q> [ <r> ( 1 ) ] .");
  CHECK(again.complete);
  CHECK(isomorphic(again.graph, expected.graph));
}

TEST_CASE("a blank node without statements is written at every depth") {
  for (int depth = 1; depth < 40; ++depth) {
    std::string text = "<s> <p> ";
    for (int i = 0; i < depth; ++i) text += "[ <p> ";
    text += "[]";
    for (int i = 0; i < depth; ++i) text += " ]";
    round_trip(turtle(text + " .").graph);
  }
}
