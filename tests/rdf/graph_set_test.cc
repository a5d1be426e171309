// Sets of graphs: what is the same data set, and how one is written.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/graph_set.h"

#include "tests/catch.h"
#include "tests/rdf/reading.h"

using namespace pinakes;
using namespace pinakes::rdf;

namespace {
struct Quad {
  Term subject, object, graph;  // an empty IRI: the default graph
};
const Term kDefault = iri("");
const Term kA = iri("http://e/a"), kX = blank("x"), kY = blank("y"), kG = iri("http://e/g"),
           kH = iri("http://e/h");

GraphSet set_of(const std::vector<Quad>& quads) {
  GraphSet set;
  for (const Quad& quad : quads) {
    set.graph(quad.graph.value.empty() ? nullptr : &quad.graph);
    set.statement(quad.subject, iri("http://e/p"), quad.object, {});
  }
  set.finish();
  return set;
}
}  // namespace

TEST_CASE("statements are kept by graph, and a name alone is none") {
  GraphSet set = set_of({{kA, kX, kG}, {kX, kA, kDefault}, {kA, kX, kX}, {kX, kX, kG}});
  CHECK(set.default_graph().size() == 1);
  REQUIRE(set.named().size() == 2);
  CHECK(set.named().begin()->second.name() == kG);
  CHECK(set.named().begin()->second.graph.size() == 2);
  GraphSet named;
  named.graph(&kG);
  named.finish();
  CHECK(named.named().empty());
}

TEST_CASE("data sets are isomorphic by one renaming for all graphs") {
  CHECK(isomorphic(set_of({}), set_of({})));
  CHECK(isomorphic(set_of({{kA, kX, kG}, {kX, kA, kH}}), set_of({{kY, kA, kH}, {kA, kY, kG}})));
  CHECK_FALSE(
      isomorphic(set_of({{kA, kX, kG}, {kX, kA, kH}}), set_of({{kA, kX, kG}, {kY, kA, kH}})));
  CHECK_FALSE(isomorphic(set_of({{kA, kA, kG}}), set_of({{kA, kA, kH}})));
  CHECK_FALSE(isomorphic(set_of({{kA, kA, kG}}), set_of({{kA, kA, kDefault}})));
  CHECK_FALSE(isomorphic(set_of({{kA, kX, kG}}), set_of({{kA, kX, kDefault}})));
  CHECK(isomorphic(set_of({{kA, kA, kX}, {kX, kA, kDefault}}),
                   set_of({{kA, kA, kY}, {kY, kA, kDefault}})));
  CHECK_FALSE(isomorphic(set_of({{kA, kA, kX}, {kX, kA, kDefault}}),
                         set_of({{kA, kA, kY}, {kX, kA, kDefault}})));
  CHECK_FALSE(isomorphic(set_of({{kA, kA, kX}}), set_of({{kA, kA, kG}})));
}

TEST_CASE("a format without names gets the union, and says so") {
  const GraphSet set = set_of({{kA, kX, kG}, {kX, kA, kDefault}, {kX, kA, kH}});
  StringOutput text;
  Diagnostics found;
  write(*format_named("ntriples"), set, text, found);
  CHECK(text.text == "<http://e/a> <http://e/p> _:x .\n_:x <http://e/p> <http://e/a> .\n");
  REQUIRE(found.size() == 1);
  CHECK(found.front().severity == Severity::Info);
  CHECK(Messages(PINAKES_ROOT, "en").sentence(found.front()) ==
        "the file has named graphs (2): their statements were read together, without the names");
}
