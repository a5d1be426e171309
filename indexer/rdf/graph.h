// A graph in memory: interned terms, sorted triples, the position of every statement.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/rdf/term.h"

namespace pinakes::rdf {

enum class TermId : std::uint32_t {};  // a strong type: an id is not a number

struct Triple {
  TermId subject, predicate, object;
  friend auto operator<=>(const Triple&, const Triple&) = default;
};

/// Add statements, call finish(), then ask. Terms handed out live as long as the graph (also after
/// a move). Not for use from two threads while it is filled; const afterwards.
class Graph : public Sink {
 public:
  Graph();
  ~Graph() override;
  Graph(Graph&&) noexcept;
  Graph& operator=(Graph&&) noexcept;

  // --- filling ---
  void statement(const Term& subject, const Term& predicate, const Term& object,
                 Position where) override;
  void lost(const Term& subject) override;
  TermId intern(const Term& term);
  void add(Triple triple, Position where = {});
  /// Sorts by subject, predicate, object and drops repeated statements (the first position stays).
  /// Must be called after the last add and before any question below; calling it again is cheap.
  void finish();

  // --- asking ---
  const Term& operator[](TermId id) const;
  std::size_t term_count() const;
  std::optional<TermId> find(const Term& term) const;
  std::optional<TermId> find_iri(std::string_view iri) const { return find(rdf::iri(iri)); }
  /// All statements, in order of subject, predicate, object ids.
  std::span<const Triple> triples() const;
  std::size_t size() const { return triples().size(); }
  /// The position of a triple of triples() or about().
  Position position(const Triple& triple) const;
  std::span<const Triple> about(TermId subject) const;
  /// Statements about `subject` with that predicate; contiguous.
  std::span<const Triple> about(TermId subject, TermId predicate) const;
  std::vector<TermId> objects(TermId subject, std::string_view predicate) const;
  /// First object, if there is one.
  std::optional<TermId> object(TermId subject, std::string_view predicate) const;
  std::vector<TermId> subjects(std::string_view predicate, TermId object) const;
  bool has(TermId subject, std::string_view predicate, std::string_view object_iri) const;
  /// Subjects that lost statements to syntax errors, sorted, each once.
  std::span<const TermId> lost_subjects() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pinakes::rdf
