// Data and vocabularies seen as one graph, without copying either; terms are small numbers.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "indexer/base/text_map.h"
#include "indexer/rdf/graph.h"
#include "indexer/rdf/term_table.h"
#include "indexer/shacl/shapes.h"

namespace pinakes::shacl {

/// Vocabularies with the shapes' constants looked up in them, and what is a subclass of a class
/// that the shapes name. Made once for many data graphs; immutable.
class Background {
 public:
  Background(const Shapes& shapes, std::span<const rdf::Graph* const> graphs);

  static constexpr std::uint32_t kAbsent = std::numeric_limits<std::uint32_t>::max();
  std::size_t size() const { return graphs_.size(); }
  const rdf::Graph& graph(std::size_t number) const { return *graphs_[number].graph; }
  /// The TermId of a constant in a graph, or kAbsent.
  std::uint32_t constant(std::size_t number, ConstantId id) const {
    return graphs_[number].constants[id];
  }
  /// Classes of the shapes that this one is a subclass of by the vocabularies, itself apart.
  std::span<const ConstantId> above(const rdf::Term& type) const;
  bool has_subclasses() const { return has_subclasses_; }

 private:
  struct Known {
    const rdf::Graph* graph;
    std::vector<std::uint32_t> constants;
  };
  std::vector<Known> graphs_;
  TextMap<std::vector<ConstantId>> above_;
  bool has_subclasses_ = false;
};

/// A term of the data, a constant of the shapes that the data has not, or a term that only the
/// vocabularies have; equal terms have equal numbers, blank nodes of different graphs do not.
using Node = std::uint32_t;

/// One data graph as the engine sees it. Not for two threads at once.
class DataView {
 public:
  DataView(const Shapes& shapes, const Background& background, const rdf::Graph& data);

  const rdf::Graph& data() const { return data_; }
  bool in_data(Node node) const { return node < data_count_; }
  rdf::Term term(Node node) const;
  Node node_of(ConstantId id) const { return nodes_[id]; }
  std::optional<ConstantId> constant_of(Node node) const;

  /// Adds what is behind one step from `from`; each node once, data's in the order of ids.
  void objects(Node from, ConstantId predicate, std::vector<Node>& to);
  void subjects(Node from, ConstantId predicate, std::vector<Node>& to);
  /// Adds the statements about a node, the data's first, as pairs.
  struct Statement {
    Node predicate, object;
  };
  void statements(Node from, std::vector<Statement>& to);
  bool has(Node subject, ConstantId predicate, Node object);
  /// SHACL section 1.1 "SHACL instance": of the class or of a subclass.
  bool is_instance(Node node, ConstantId type);
  /// Classes of the shapes that a type of the data is a subclass of, itself apart.
  std::span<const ConstantId> above(Node type) const;

  /// Of the first statement about the node, in the order of the file; 0 where there is none.
  Position position(Node subject) const;
  std::optional<Position> position(Node subject, ConstantId predicate, Node object) const;

 private:
  std::uint32_t in_background(Node node, std::size_t graph);
  Node node_in(std::size_t graph, rdf::TermId id);
  void add_step(Node from, ConstantId predicate, std::size_t graph, std::vector<Node>& to);
  void find_subclasses();

  const Shapes& shapes_;
  const Background& background_;
  const rdf::Graph& data_;
  std::uint32_t data_count_, constant_count_;
  std::vector<Node> nodes_;                    // by constant
  std::vector<ConstantId> constants_;          // by data term, or kAbsent
  std::vector<std::uint32_t> background_ids_;  // by data term and graph: 0 unknown, else id + 2
  // Terms that only vocabularies have.
  std::vector<rdf::Term> foreign_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> foreign_blank_;  // graph, id; beside it
  rdf::TermTable foreign_table_;
  std::vector<Node> foreign_nodes_;  // by id of the table
  std::unordered_map<std::uint64_t, Node> blank_nodes_;
  std::unordered_map<Node, std::vector<ConstantId>> above_;  // where the data has subclasses
  bool data_has_subclasses_ = false;
  std::vector<Node> types_;
};

}  // namespace pinakes::shacl
