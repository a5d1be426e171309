// An RDF dataset in memory: the default graph and the named ones (RDF 1.1 Concepts section 4).
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>

#include "indexer/rdf/formats.h"
#include "indexer/rdf/graph.h"

namespace pinakes::rdf {

/// Where a conversion between formats that name graphs puts what it reads; everything else takes
/// the union, a Graph. Blank nodes of the same label are the same node in every graph.
class GraphSet : public Sink {
 public:
  void statement(const Term& subject, const Term& predicate, const Term& object,
                 Position where) override;
  void lost(const Term& subject) override;
  void graph(const Term* name) override;
  /// finish() of every graph. To be called after the last statement.
  void finish();

  const Graph& default_graph() const { return default_; }
  struct Named {
    TermKind kind = TermKind::Iri;
    std::string value;  // the name
    Graph graph;
    Term name() const { return {kind, value, {}, {}}; }
  };
  /// By kind and name, in N-Triples order.
  const std::map<std::string, Named>& named() const { return named_; }

 private:
  Graph default_;
  std::map<std::string, Named> named_;  // by to_ntriples(name)
  Graph* current_ = nullptr;            // null: the default graph, also after a move
};

/// Isomorphic as RDF datasets (RDF 1.1 Concepts section 4.1): one renaming of blank nodes serves
/// all graphs and their names.
bool isomorphic(const GraphSet& a, const GraphSet& b);

/// All graphs as one document; where the format has no names, their union.
void write(const Format& format, const GraphSet& graphs, Output& to, Diagnostics& found);

}  // namespace pinakes::rdf
