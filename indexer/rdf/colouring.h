// Tells blank nodes apart by what is said about them: colour refinement.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "indexer/rdf/graph.h"

namespace pinakes::rdf {

enum class Genids { AreIris, AreBlank };

/// The nodes of a graph that have no name of their own, and the statements between them.
class Anonymous {
 public:
  using Colours = std::vector<std::uint64_t>;
  static constexpr std::uint32_t kNamed = 0xFFFFFFFF;

  Anonymous(const Graph& graph, Genids genids);
  std::size_t size() const { return nodes_.size(); }
  TermId node(std::size_t index) const { return nodes_[index]; }
  /// The number of the node, or kNamed for a term with a name.
  std::uint32_t index(TermId id) const { return indices_[static_cast<std::size_t>(id)]; }
  Colours start() const { return Colours(nodes_.size(), 0); }
  /// Splits colours until no more split, or until `budget` (statements looked at) is used up.
  /// Isomorphic graphs and colourings give isomorphic colourings.
  void refine(Colours& colours, std::size_t& budget) const;
  /// Each node's place in an order that does not depend on labels, as far as the nodes differ and
  /// the work is bounded; all places are different.
  std::vector<std::uint32_t> order() const;

 private:
  struct Edge {
    std::uint32_t subject, object;  // kNamed: its hash counts
    std::uint64_t subject_hash, predicate_hash, object_hash;
  };
  std::vector<TermId> nodes_;
  std::vector<std::uint32_t> indices_;
  std::vector<Edge> edges_;
};

/// A colour for one node taken out of its class.
std::uint64_t single_out(std::uint64_t colour);

}  // namespace pinakes::rdf
