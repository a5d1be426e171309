// Writes the node objects of one graph (JSON-LD 1.1 section 9.2) and notes which names they need.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bitset>
#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/rdf/json_text.h"
#include "indexer/rdf/jsonld_frame.h"
#include "indexer/rdf/jsonld_terms.h"

namespace pinakes::rdf {

/// What a context must declare.
struct UsedNames {
  std::bitset<kTermNames.size()> terms;
  std::bitset<kPrefixes.size()> prefixes;
};

/// `"@context": {...}`, of what is used.
void write_context(JsonText& json, const UsedNames& used);

class NodesWriter {
 public:
  /// `name` of the graph, if it has one. Without nesting, blank nodes keep their labels.
  NodesWriter(const Graph& graph, Tree& tree, Nesting nesting, const Term* name = nullptr);

  /// Every node object, one after the other.
  void write(JsonText& json, UsedNames& used);
  /// Whether the graph is one node object that may stand for the whole document. To be asked after
  /// write().
  bool is_one_node() const { return nodes_written_ == 1 && blocked_.none(); }
  /// The members of that one, without brackets.
  void write_members_of_one(JsonText& json);
  /// `"@context"` that takes away the prefixes which this graph uses as schemes of addresses.
  void write_blocked(JsonText& json) const;

 private:
  using Statements = std::span<const Triple>;
  enum class Name : std::uint8_t { Needed, No };

  void block(const Term& term);
  void write_top(TermId id);
  void write_node(TermId id, Name name, std::size_t depth);
  void write_members(TermId id, Name name, std::size_t depth);
  void write_property(Statements values, std::size_t depth);
  Statements write_types(Statements values);
  void write_texts(std::string_view name, Statements values);
  void write_values(Statements values, Values how, std::size_t depth);
  void write_value(TermId object, Values how, std::size_t depth);
  void write_reference(TermId object, Values how);
  void write_list(TermId head, Values how, std::size_t depth);
  void write_literal(const Term& term, Values how);
  void write_id(TermId id);
  std::string_view use(std::size_t term);
  std::string short_name(std::string_view iri);
  std::string class_name(std::string_view iri);
  std::vector<Triple> in_reading_order(TermId subject) const;

  const Graph& graph_;
  Tree& tree_;
  Frame frame_;
  Nesting nesting_;
  std::vector<TermId> tops_;
  std::deque<TermId> later_;
  std::bitset<kPrefixes.size()> blocked_;
  std::size_t nodes_written_ = 0;
  JsonText* json_ = nullptr;
  UsedNames* used_ = nullptr;
};

}  // namespace pinakes::rdf
