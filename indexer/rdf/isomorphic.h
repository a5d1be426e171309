// Graph isomorphism and a hash that equal graphs share whatever their blank nodes are called.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "indexer/rdf/graph.h"

namespace pinakes::rdf {

/// RDF 1.1 Concepts section 3.6. Exact (backtracks where refinement leaves a choice).
bool isomorphic(const Graph& a, const Graph& b);

/// The graph's N-Triples, sorted, blank nodes named by refinement and traversal, genid IRIs
/// (RDF 1.1 section 3.5) treated as blank nodes. Equal text means isomorphic graphs; isomorphic
/// graphs give equal text except where symmetric blank nodes leave a choice.
std::string canonical_ntriples(const Graph& graph);

}  // namespace pinakes::rdf
