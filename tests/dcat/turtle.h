// Datasets from a few lines of Turtle, for the tests of indexer/dcat.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "indexer/dcat/dataset.h"
#include "indexer/rdf/formats.h"
#include "schemas/namespaces.h"
#include "tests/catch.h"

namespace pinakes {

/// The graph of a Turtle text; every prefix of kPrefixes is declared, and ex:.
inline rdf::Graph graph_of(std::string_view turtle) {
  std::string text;
  for (const Prefix& prefix : kPrefixes)
    text.append("@prefix ").append(prefix.name).append(": <").append(prefix.iri).append("> . ");
  text.append("@prefix ex: <http://example.org/> .\n").append(turtle);
  rdf::Graph graph;
  Diagnostics found;
  rdf::format_named("turtle")->read({text, "http://example.org/", "test.ttl"}, graph, found);
  graph.finish();
  return graph;
}

/// The first dataset of a Turtle text.
inline Dataset dataset_in(std::string_view turtle) {
  const rdf::Graph graph = graph_of(turtle);
  const Splitter splitter(graph);
  REQUIRE(!splitter.roots().empty());
  return splitter.dataset(splitter.roots().front());
}

}  // namespace pinakes
