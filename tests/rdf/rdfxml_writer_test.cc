// The RDF/XML writer: readable, stable, and read back as the same graph.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/rdfxml_writer.h"

#include <random>

#include "indexer/rdf/isomorphic.h"
#include "tests/catch.h"
#include "tests/rdf/reading.h"

using namespace pinakes;
using namespace pinakes::rdf;
using tests::turtle;

namespace {

std::string round_trip(const Graph& graph) {
  std::string text = tests::write("rdfxml", graph);
  const auto again = tests::read("rdfxml", text);
  INFO(text);
  CHECK(again.messages() == std::vector<std::string>{});
  CHECK(isomorphic(graph, again.graph));
  CHECK(tests::write("rdfxml", again.graph) == text);
  return text;
}

struct Written {
  std::string text;
  Diagnostics left_out;
};
Written write_one(const Graph& graph) {
  StringOutput out;
  Written written;
  write(*format_named("rdfxml"), graph, out, written.left_out);
  written.text = out.text;
  return written;
}

}  // namespace

TEST_CASE("RDF/XML is typed, nested, indented and with the namespaces it uses") {
  const auto read = turtle(
      "@prefix d: <http://purl.org/dc/terms/> . @prefix o: <http://other.example/ns/> .\n"
      "<http://e/x> a <http://www.w3.org/ns/dcat#Dataset>, o:Thing ; d:title \"Titre <&>\"@fr ;\n"
      "  d:publisher [ a <http://xmlns.com/foaf/0.1/Agent> ] ; d:extent 12 ; o:p "
      "<http://e/é?a&b> ;\n"
      "  d:relation ( <http://e/y> [ d:title \" t\\r\\n\\t\" ] ) ; d:type () ; d:hasPart (1 2) .\n"
      "<http://e/y> d:relation _:s . <http://e/z> d:relation _:s . _:s d:title \"s\" .");
  REQUIRE(read.complete);
  CHECK(round_trip(read.graph) == R"(<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF
    xmlns:dct="http://purl.org/dc/terms/"
    xmlns:foaf="http://xmlns.com/foaf/0.1/"
    xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    xmlns:ns1="http://other.example/ns/">
  <ns1:Thing rdf:about="http://e/x">
    <rdf:type rdf:resource="http://www.w3.org/ns/dcat#Dataset"/>
    <ns1:p rdf:resource="http://e/é?a&amp;b"/>
    <dct:extent rdf:datatype="http://www.w3.org/2001/XMLSchema#integer">12</dct:extent>
    <dct:hasPart rdf:nodeID="b1"/>
    <dct:publisher>
      <foaf:Agent/>
    </dct:publisher>
    <dct:relation rdf:parseType="Collection">
      <rdf:Description rdf:about="http://e/y"/>
      <rdf:Description>
        <dct:title> t&#13;
	</dct:title>
      </rdf:Description>
    </dct:relation>
    <dct:title xml:lang="fr">Titre &lt;&amp;&gt;</dct:title>
    <dct:type rdf:resource="http://www.w3.org/1999/02/22-rdf-syntax-ns#nil"/>
  </ns1:Thing>
  <rdf:Description rdf:about="http://e/y">
    <dct:relation rdf:nodeID="b2"/>
  </rdf:Description>
  <rdf:Description rdf:about="http://e/z">
    <dct:relation rdf:nodeID="b2"/>
  </rdf:Description>
  <rdf:Description rdf:nodeID="b2">
    <dct:title>s</dct:title>
  </rdf:Description>
  <rdf:Description rdf:nodeID="b1">
    <rdf:first rdf:datatype="http://www.w3.org/2001/XMLSchema#integer">1</rdf:first>
    <rdf:rest rdf:nodeID="b3"/>
  </rdf:Description>
  <rdf:Description rdf:nodeID="b3">
    <rdf:first rdf:datatype="http://www.w3.org/2001/XMLSchema#integer">2</rdf:first>
    <rdf:rest rdf:resource="http://www.w3.org/1999/02/22-rdf-syntax-ns#nil"/>
  </rdf:Description>
</rdf:RDF>
)");
}

TEST_CASE("several graphs make one document with the known namespaces at its top") {
  StringOutput out;
  Diagnostics left_out;
  const auto writer = rdfxml_writer(out, Parts::Several, left_out);
  const auto one =
      turtle("<http://e/x> <http://o/ns#p> _:a, \"1\" . <http://e/y> <http://o/ns#p> _:a .");
  writer->add(one.graph);
  writer->add(one.graph);
  writer->finish();
  CHECK(left_out.empty());
  const auto again = tests::read("rdfxml", out.text);
  CHECK(again.messages() == std::vector<std::string>{});
  // The blank nodes of the two stay two.
  CHECK(again.graph.size() == 5);
  CHECK(out.text.find("<ns1:p xmlns:ns1=\"http://o/ns#\">1</ns1:p>") != std::string::npos);
  StringOutput none;
  rdfxml_writer(none, Parts::Several, left_out)->finish();
  CHECK(tests::read("rdfxml", none.text).complete);
}

TEST_CASE("what RDF/XML has no words for is left out and named") {
  const auto written = write_one(
      turtle("<http://e/x> <http://e/p/> \"a\" ; <http://e/1> \"b\" ; <http://e/q> \"\\u0001\" ;\n"
             "  <http://www.w3.org/1999/02/22-rdf-syntax-ns#li> \"c\" ; <http://e/r> \"d\" ;\n"
             "  <http://www.w3.org/2000/xmlns/x> \"e\" .")
          .graph);
  const auto again = tests::read("rdfxml", written.text);
  CHECK(again.complete);
  CHECK(isomorphic(again.graph, turtle("<http://e/x> <http://e/r> \"d\" .").graph));
  std::vector<std::string> codes;
  for (const Diagnostic& one : written.left_out) {
    CHECK(one.severity == Severity::Error);
    CHECK(one.place.position.line > 0);
    codes.push_back(one.code);
  }
  std::sort(codes.begin(), codes.end());
  CHECK(codes == std::vector<std::string>{"rdfxml-cannot-say-predicate",
                                          "rdfxml-cannot-say-predicate",
                                          "rdfxml-cannot-say-predicate",
                                          "rdfxml-cannot-say-predicate", "rdfxml-cannot-say-text"});
  std::string many;
  for (int i = 0; i < 30; ++i) many += "<http://e/x> <http://e/" + std::to_string(i) + "> 1 .\n";
  const auto rest = write_one(turtle(many).graph);
  REQUIRE(rest.left_out.size() == 21);
  CHECK(rest.left_out.back().code == "rdfxml-cannot-say-more");
}

TEST_CASE("long lists and deep nesting are written in little time and depth") {
  std::string list = "<http://e/x> <http://e/p> (", deep = "<http://e/x> <http://e/p> ";
  for (int i = 0; i < 50'000; ++i) list += " \"" + std::to_string(i) + "\"";
  for (int i = 0; i < 40; ++i) deep += "[ <http://e/p> ";
  deep += "1";
  for (int i = 0; i < 40; ++i) deep += " ]";
  for (const std::string& text : {list + " ) .", deep + " ."}) {
    const auto read = turtle(text);
    REQUIRE(read.complete);
    const auto again = tests::read("rdfxml", tests::write("rdfxml", read.graph));
    CHECK(again.complete);
    CHECK(again.graph.size() == read.graph.size());
  }
}

TEST_CASE("any graph survives RDF/XML") {
  std::mt19937 random(20260923);
  const auto pick = [&](unsigned n) {
    return std::uniform_int_distribution<unsigned>(0, n - 1)(random);
  };
  for (int round = 0; round < 200; ++round) {
    Graph graph;
    const auto name = [&](bool blank) {
      return blank ? "n" + std::to_string(pick(8)) : "http://e/" + std::to_string(pick(5));
    };
    for (unsigned i = 0; i < 20; ++i) {
      const std::string s = name(pick(2) == 0), o = name(pick(2) == 0);
      const auto node = [](const std::string& text) {
        return text.starts_with('n') ? blank(text) : iri(text);
      };
      constexpr std::string_view kRdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
      const std::string p =
          pick(2) == 0 ? "http://e/p" : std::string(kRdf) + (pick(2) == 0 ? "first" : "rest");
      if (pick(4) == 0)
        graph.statement(node(s), iri(p), literal(" \t\r\n<&>]]>\"'", "en"), {});
      else
        graph.statement(node(s), iri(p), node(o), {});
    }
    graph.finish();
    const auto again = tests::read("rdfxml", tests::write("rdfxml", graph));
    REQUIRE(again.complete);
    REQUIRE(isomorphic(graph, again.graph));
  }
}
