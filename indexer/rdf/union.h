// Reads a document with named graphs as one graph, and says that it did.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <unordered_set>

#include "indexer/rdf/term.h"

namespace pinakes::rdf {

/// Passes everything on but the names of graphs, which it counts: for whoever wants the union.
class Union : public Sink {
 public:
  explicit Union(Sink& to) : to_(to) {}
  void statement(const Term& subject, const Term& predicate, const Term& object,
                 Position where) override;
  void lost(const Term& subject) override;
  void prefix(std::string_view name, std::string_view iri) override;
  void graph(const Term* name) override;
  /// Adds named-graphs-joined (Info) where there were named graphs with statements.
  void report(std::string_view file, Diagnostics& found) const;

 private:
  Sink& to_;
  std::uint64_t name_ = 0;  // hash of the graph's name whose first statement is still to come
  std::unordered_set<std::uint64_t> names_;
};

/// The diagnostic itself, for `graphs` named graphs.
Diagnostic graphs_joined(std::size_t graphs, std::string_view file);

}  // namespace pinakes::rdf
