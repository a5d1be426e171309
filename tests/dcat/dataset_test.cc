// Splitting a file into datasets, and what names a record.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/dcat/dataset.h"

#include "tests/dcat/turtle.h"

namespace pinakes {
namespace {

std::size_t statements(std::string_view turtle) { return dataset_in(turtle).graph.size(); }

TEST_CASE("a dataset takes its blank nodes, distributions and shared agents along") {
  const rdf::Graph graph = graph_of(R"(
      ex:a a dcat:Dataset ; dct:publisher ex:org ; dct:temporal [ dcat:startDate "2020" ] .
      ex:b a dcat:Dataset ; dct:publisher ex:org ; dcat:distribution ex:d .
      ex:org foaf:name "Org" . ex:d dcat:accessURL ex:page .)");
  const Splitter splitter(graph);
  REQUIRE(splitter.roots().size() == 2);
  CHECK(splitter.dataset(splitter.roots()[0]).iri == "http://example.org/a");
  CHECK(splitter.dataset(splitter.roots()[0]).graph.size() == 5);
  CHECK(splitter.dataset(splitter.roots()[1]).graph.size() == 5);
  CHECK(splitter.unreached().size() == 0);
}

TEST_CASE("following stops at other datasets and catalogues") {
  CHECK(statements(R"(ex:a a dcat:Dataset ; dct:source ex:b ; dct:isPartOf ex:c .
      ex:b a dcat:Dataset ; dct:title "B" . ex:c a dcat:Catalog ; dcat:dataset ex:a, ex:b .)") ==
        3);
}

TEST_CASE("a service is taken without its list of datasets, which is kept as unreached") {
  const rdf::Graph graph = graph_of(R"(
      ex:a a dcat:Dataset ; dcat:distribution [ dcat:accessService ex:s ] .
      ex:s dct:title "S" ; dcat:servesDataset ex:a, ex:x, ex:y .)");
  const Splitter splitter(graph);
  CHECK(splitter.dataset(splitter.roots().front()).graph.size() == 4);
  CHECK(splitter.unreached().size() == 3);
}

TEST_CASE("of a concept only its labels are taken") {
  CHECK(statements(R"(ex:a a dcat:Dataset ; dcat:theme ex:t .
      ex:t a skos:Concept ; skos:prefLabel "T" ; skos:broader ex:top ; skos:definition "long" .
      ex:top a skos:Concept .)") == 4);
}

TEST_CASE("cycles end") {
  CHECK(statements("ex:a a dcat:Dataset ; dct:relation ex:b . ex:b dct:relation ex:c . "
                   "ex:c dct:relation ex:b, ex:a .") == 5);
}

TEST_CASE("a dataset is damaged when a statement of it or of one of its parts was lost") {
  const rdf::Graph graph = graph_of(R"(
      ex:whole a dcat:Dataset ; dct:title "Whole" .
      ex:a a dcat:Dataset ; dcat:distribution ex:d .
      ex:b a dcat:Dataset ; dct:source ex:a .
      ex:d dct:title "no end
      ex:c a dcat:Dataset .)");
  const Splitter splitter(graph);
  for (const rdf::TermId root : splitter.roots()) {
    const std::string_view iri = graph[root].value;
    INFO(iri);
    CHECK(splitter.damaged(root) == (iri == "http://example.org/a"));
  }
}

TEST_CASE("in a file that lost statements a label without description is a part that was lost") {
  const rdf::Graph graph = graph_of(R"(
      ex:a a dcat:Dataset ; dct:publisher _:p .
      ex:b a dcat:Dataset ; dct:publisher [] .
      ex:c dct:title "cut)");
  const Splitter splitter(graph);
  REQUIRE(splitter.roots().size() == 2);
  CHECK(splitter.damaged(splitter.roots()[0]));
  CHECK_FALSE(splitter.damaged(splitter.roots()[1]));
}

TEST_CASE("a long description that thousands share is kept once, small ones are copied") {
  std::string text = "ex:agent dct:title \"Agent\" .\n";
  const auto add = [&](int n, const std::string& link) {
    const std::string name = "ex:d" + std::to_string(n);
    text += name + " a dcat:Dataset ; dct:publisher ex:agent ; dct:relation " + link + " .\n";
  };
  for (int i = 0; i < 2000; ++i) {
    add(i, "ex:own" + std::to_string(i));
    text += "ex:own" + std::to_string(i) + " dct:relation ex:tree .\n";
  }
  for (int i = 0; i < 50; ++i) {  // no node of it is large
    const std::string branch = "ex:branch" + std::to_string(i);
    text += "ex:tree dct:relation " + branch + " .\n";
    for (int k = 0; k < 50; ++k) text += branch + " dct:subject ex:s" + std::to_string(k) + " .\n";
  }
  const rdf::Graph graph = graph_of(text);
  const Splitter splitter(graph);
  REQUIRE(splitter.kept_apart().size() == 1);
  CHECK(graph[splitter.kept_apart()[0]].value == "http://example.org/tree");
  for (const rdf::TermId root : splitter.roots()) CHECK(splitter.dataset(root).graph.size() == 5);
  CHECK(splitter.unreached().size() == 50 + 50 * 50);
}

TEST_CASE("a chain that every dataset enters elsewhere is cut to measure") {
  std::string text;
  for (int i = 0; i < 10000; ++i) {
    const std::string at = std::to_string(i);
    text += "ex:d" + at + " a dcat:Dataset ; dct:relation ex:n" + at + " . ex:n" + at +
            " dct:relation ex:n" + std::to_string(i + 1) + " .\n";
  }
  const rdf::Graph graph = graph_of(text);
  const Splitter splitter(graph);
  std::size_t copied = 0;
  for (const rdf::TermId root : splitter.roots()) copied += splitter.dataset(root).graph.size();
  CHECK(copied < 1'000'000 + 8 * graph.size());
  CHECK_FALSE(splitter.kept_apart().empty());
}

TEST_CASE("what a few datasets share is copied, however long") {
  std::string text;
  for (int i = 0; i < 5; ++i)
    text += "ex:d" + std::to_string(i) + " a dcat:Dataset ; dct:relation ex:shared .\n";
  for (int i = 0; i < 2000; ++i) text += "ex:shared dct:title \"" + std::to_string(i) + "\" .\n";
  const rdf::Graph graph = graph_of(text);
  CHECK(Splitter(graph).kept_apart().empty());
}

TEST_CASE("roots stand in the order of the file") {
  const rdf::Graph graph =
      graph_of("ex:z dct:source ex:a . ex:z a dcat:Dataset . ex:a a dcat:Dataset .");
  const Splitter splitter(graph);
  REQUIRE(splitter.roots().size() == 2);
  CHECK(graph[splitter.roots()[0]].value == "http://example.org/z");
}

TEST_CASE("a record is named by its IRI, else its identifier, else its landing page") {
  CHECK(record_key(dataset_in("ex:a a dcat:Dataset ; dct:identifier \"i\" .")) ==
        "http://example.org/a");
  CHECK(record_key(dataset_in("[] a dcat:Dataset ; dct:identifier \"\", \" b \", \"c\" .")) ==
        "identifier:b");
  CHECK(record_key(dataset_in("<http://x.org/.well-known/genid/1> a dcat:Dataset ; "
                              "dcat:landingPage ex:page .")) == "page:http://example.org/page");
  CHECK(record_key(dataset_in("[] a dcat:Dataset ; dct:title \"T\" .")).empty());
}

TEST_CASE("a stored graph finds its node again") {
  Dataset dataset = dataset_in("ex:a a dcat:Dataset ; dct:title \"T\" .");
  const Dataset again = dataset_of(std::move(dataset.graph), "http://example.org/a");
  CHECK(again.graph.about(again.node).size() == 2);
}

}  // namespace
}  // namespace pinakes
