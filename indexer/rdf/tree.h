// How a graph is laid out as a document that nests: order, nesting and lists, for every writer.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/rdf/colouring.h"
#include "indexer/rdf/graph.h"

namespace pinakes::rdf {

/// None: every blank node stands at the top, for documents in which another graph may name it.
enum class Nesting : std::uint8_t { Full, None };

/// Isomorphic graphs give the same layout, except where alike blank nodes leave a choice. The graph
/// must be finished and outlive the tree. Nesting has no limit here: a writer that stops at some
/// depth writes label() there and the node's own statements at the end of the document.
class Tree {
 public:
  /// Blank nodes that need a label are numbered on from `labels`, the number of those given before.
  explicit Tree(const Graph& graph, std::uint32_t labels = 0, Nesting nesting = Nesting::Full);

  const Graph& graph() const { return graph_; }
  /// What stands at the top of the document, in order: each subject that is not nested; catalogues
  /// first, then datasets, then everything else.
  std::vector<TermId> subjects() const;
  /// Its statements in order: rdf:type first, then by predicate; objects of one predicate together,
  /// IRIs before blank nodes before literals.
  std::vector<Triple> properties(TermId subject) const;
  /// Is this a blank node to be written where it is named: in one statement only, and not in a ring
  /// of such nodes? It may have no statements of its own.
  bool is_nested(TermId id) const;
  /// No statement has it as object: as a subject it needs no label. False for what is no blank
  /// node.
  bool is_unreferenced_blank(TermId id) const;
  /// Is this nested node the head of a well-formed list (RDF 1.1 Turtle section 2.8): each node
  /// nested, with one rdf:first, one rdf:rest and nothing else, and rdf:nil at the end?
  bool is_list(TermId head);
  /// The items of such a list; not empty.
  std::vector<TermId> members(TermId head) const;
  /// The number of a blank node: given when first asked for, so that nested nodes leave no gaps.
  std::uint32_t label(TermId blank);
  /// How many were given, those before this tree included.
  std::uint32_t labels() const { return labels_; }
  /// The order of the document: IRIs, then blank nodes, then literals; blank nodes by what is said
  /// about them.
  bool before(TermId a, TermId b) const;

 private:
  enum class List : std::uint8_t { Unknown, Yes, No };
  struct Blank {
    std::uint32_t references = 0, label = 0;
    std::uint32_t parent = Anonymous::kNamed;  // the blank node that refers to this one
    bool nested = false;
    List list = List::Unknown;
  };

  void count_references();
  void break_cycles();
  std::optional<TermId> only_object(TermId subject, std::string_view predicate) const;
  std::uint32_t place(TermId id) const;
  int rank(TermId subject) const;

  const Graph& graph_;
  Anonymous blanks_;
  std::vector<std::uint32_t> places_;
  std::vector<Blank> info_;
  std::uint32_t labels_;
};

}  // namespace pinakes::rdf
