// Which nodes of a graph stand at the top of a JSON-LD document, and which inside others.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/rdf/graph.h"
#include "indexer/rdf/tree.h"

namespace pinakes::rdf {

/// A tree with more nesting: a named node that is described and referred to once stands where it
/// is named, unless it is something one looks for: a catalogue, dataset, series, service, concept.
class Frame {
 public:
  Frame(const Graph& graph, Tree& tree);

  /// Catalogues first, then datasets, series, services, the rest, each in the order of the tree.
  std::vector<TermId> tops() const;
  bool is_nested(TermId id) const;
  bool is_list(TermId head) const;

 private:
  struct Node {
    std::uint32_t references = 0;
    TermId parent{};
    bool own = false, nested = false;
  };

  Node& node(TermId id) { return nodes_[static_cast<std::size_t>(id)]; }
  const Node& node(TermId id) const { return nodes_[static_cast<std::size_t>(id)]; }
  void find_references();
  void break_rings();
  std::size_t rank(TermId id) const;

  const Graph& graph_;
  Tree& tree_;
  std::vector<Node> nodes_;  // by term
};

}  // namespace pinakes::rdf
