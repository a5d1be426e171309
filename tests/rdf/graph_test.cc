// The graph: interning, order, questions, positions.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/graph.h"

#include <algorithm>
#include <thread>

#include "schemas/namespaces.h"
#include "tests/catch.h"

using namespace pinakes;
using namespace pinakes::rdf;

TEST_CASE("equal terms get one id, others do not") {
  Graph graph;
  CHECK(graph.intern(iri("a")) == graph.intern(iri("a")));
  CHECK(graph.intern(iri("a")) != graph.intern(blank("a")));
  CHECK(graph.intern(iri("a")) != graph.intern(literal("a")));
  CHECK(graph.intern(literal("a", "fr")) != graph.intern(literal("a")));
  const TermId belgian = graph.intern(literal("a", "fr-BE"));
  CHECK(graph.intern(literal("a", "FR-be")) == belgian);
  CHECK(graph.intern(typed("a", xsd::kString)) == graph.intern(literal("a")));
  CHECK(graph.intern(typed("1", xsd::kInteger)) != graph.intern(typed("1", xsd::kDecimal)));
  CHECK(graph.intern(literal("")) == graph.intern(literal({})));
  CHECK(graph[*graph.find(literal("a", "fr-be"))].language == "fr-BE");
  CHECK_FALSE(graph.find_iri("z"));
  CHECK_FALSE(Graph().find_iri("a"));
}

TEST_CASE("terms stay where they are while the graph grows and moves") {
  Graph graph;
  const TermId first = graph.intern(iri("http://e/first"));
  const Term* address = &graph[first];
  const char* characters = graph[first].value.data();
  for (int i = 0; i < 100'000; ++i) graph.intern(iri("http://e/" + std::to_string(i)));
  CHECK(graph.intern(literal(std::string(5'000'000, 'x'))) != first);
  CHECK(&graph[first] == address);
  const Graph moved = std::move(graph);
  CHECK(moved[first].value.data() == characters);
  CHECK(moved.term_count() == 100'002);
  for (int i = 0; i < 100'000; i += 997) {
    const auto id = moved.find_iri("http://e/" + std::to_string(i));
    REQUIRE(id);
    CHECK(moved[*id].value == "http://e/" + std::to_string(i));
  }
}

TEST_CASE("questions are answered from sorted statements") {
  Graph graph;
  graph.statement(iri("s2"), iri("p"), iri("o1"), {9, 1});
  graph.statement(iri("s1"), iri("q"), literal("x"), {3, 4});
  graph.statement(iri("s1"), iri("p"), iri("o1"), {2, 2});
  graph.statement(iri("s1"), iri("p"), iri("o2"), {5, 6});
  graph.statement(iri("s1"), iri("p"), iri("o1"), {7, 7});
  graph.finish();
  CHECK(graph.size() == 4);
  CHECK(std::ranges::is_sorted(graph.triples()));
  const TermId s1 = *graph.find_iri("s1"), p = *graph.find_iri("p"), o1 = *graph.find_iri("o1");
  CHECK(graph.about(s1).size() == 3);
  CHECK(graph.about(s1, p).size() == 2);
  CHECK(graph.about(o1).empty());
  CHECK(graph.objects(s1, "p") == std::vector{o1, *graph.find_iri("o2")});
  CHECK(graph.object(s1, "q") == graph.find(literal("x")));
  CHECK_FALSE(graph.object(s1, "nothing"));
  CHECK(graph.subjects("p", o1).size() == 2);
  CHECK(graph.subjects("q", o1).empty());
  CHECK(graph.has(s1, "p", "o2"));
  CHECK_FALSE(graph.has(s1, "q", "o2"));
  // The first position of a repeated statement stays; copies of triples find it too.
  const Triple copy{s1, p, o1};
  CHECK(graph.position(copy) == Position{2, 2});
  CHECK(graph.position(graph.about(s1, p).front()) == Position{2, 2});
  CHECK(graph.position({o1, p, s1}) == Position{});
}

TEST_CASE("a finished graph takes more statements") {
  Graph graph;
  graph.statement(iri("s"), iri("p"), iri("o"), {1, 1});
  graph.finish();
  const TermId o = *graph.find_iri("o");
  CHECK(graph.subjects("p", o).size() == 1);
  graph.statement(iri("t"), iri("p"), iri("o"), {2, 1});
  graph.statement(iri("s"), iri("p"), iri("o"), {3, 1});
  graph.lost(iri("t"));
  graph.lost(iri("t"));
  graph.finish();
  CHECK(graph.size() == 2);
  CHECK(graph.subjects("p", o).size() == 2);
  CHECK(graph.position(graph.about(*graph.find_iri("s")).front()) == Position{1, 1});
  CHECK(graph.lost_subjects().size() == 1);
  const TermId late = graph.intern(iri("late"));
  CHECK(graph.about(late).empty());
}

TEST_CASE("an empty graph answers too") {
  Graph graph;
  graph.finish();
  CHECK(graph.size() == 0);
  CHECK(graph.about(TermId{7}).empty());
  CHECK(graph.subjects("p", TermId{7}).empty());
}

TEST_CASE("many threads may ask a finished graph") {
  Graph graph;
  for (int i = 0; i < 5000; ++i)
    graph.statement(iri("s" + std::to_string(i)), iri("p"), iri("o" + std::to_string(i % 7)), {});
  graph.finish();
  std::vector<std::size_t> counts(4, 0);
  std::vector<std::thread> threads;
  for (std::size_t& count : counts)
    threads.emplace_back([&graph, &count] {
      for (int o = 0; o < 7; ++o)
        count += graph.subjects("p", *graph.find_iri("o" + std::to_string(o))).size();
    });
  for (std::thread& thread : threads) thread.join();
  CHECK(counts == std::vector<std::size_t>(4, 5000));
}
