// A dataset is a node plus its own sub-graph; a file's graph is split into such datasets.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/rdf/graph.h"

namespace pinakes {

struct Dataset {
  std::string iri;   // of the node; "_:" and the label for a blank node
  rdf::TermId node;  // in graph
  rdf::Graph graph;  // finished
};

/// Takes a file's graph apart. Blank nodes and IRIs described in the file are followed from each
/// dcat:Dataset (agents, distributions, periods are copied into every dataset that uses them),
/// stopping at other datasets, series, catalogues and records; of a concept only its labels are
/// taken. The lists of datasets that services keep (dcat:servesDataset; one Belgian service names
/// 1,143) are left out. Cycles end by themselves.
class Splitter {
 public:
  explicit Splitter(const rdf::Graph& file);
  ~Splitter();
  /// Nodes of the file's graph that are datasets, in the order of their first statement.
  std::span<const rdf::TermId> roots() const;
  Dataset dataset(rdf::TermId root) const;
  /// Nodes that so many datasets share that their large descriptions are not copied: they stand in
  /// unreached().
  std::span<const rdf::TermId> kept_apart() const;
  /// Whether a statement that belongs to this dataset was lost to a syntax error of the file. To
  /// ask only of a file that lost statements.
  bool damaged(rdf::TermId root) const;
  /// What no dataset reaches (kept once per source).
  rdf::Graph unreached() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// What following (Splitter) makes of nodes of certain classes, for whoever has to see before the
/// split what a dataset will reach.
enum class ClassRole : std::uint8_t { Other, Dataset, End };
struct ClassRoleOf {
  std::string_view type;
  ClassRole role;  // End: a series, catalogue or record; following stops there as at a dataset
};
std::span<const ClassRoleOf> class_roles();
/// Properties that list datasets: never followed.
std::span<const std::string_view> dataset_lists();

/// The dataset of a stored sub-graph.
Dataset dataset_of(rdf::Graph graph, std::string_view iri);

/// What names the record within its source: the IRI; for a blank node or a genid IRI
/// "identifier:" and the smallest non-empty dct:identifier, else "page:" and the landing page,
/// else empty (then the record has no identity and is refused).
std::string record_key(const Dataset& dataset);

}  // namespace pinakes
