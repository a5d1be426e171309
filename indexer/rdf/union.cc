// Counts the names of graphs that are not kept.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/union.h"

#include <string>
#include <utility>

#include "indexer/rdf/term_table.h"

namespace pinakes::rdf {

void Union::statement(const Term& subject, const Term& predicate, const Term& object,
                      Position where) {
  if (name_ != 0) names_.insert(std::exchange(name_, 0));
  to_.statement(subject, predicate, object, where);
}

void Union::lost(const Term& subject) { to_.lost(subject); }
void Union::prefix(std::string_view name, std::string_view iri) { to_.prefix(name, iri); }
void Union::graph(const Term* name) { name_ = name == nullptr ? 0 : hash_term(*name) | 1U; }

void Union::report(std::string_view file, Diagnostics& found) const {
  if (!names_.empty()) found.push_back(graphs_joined(names_.size(), file));
}

Diagnostic graphs_joined(std::size_t graphs, std::string_view file) {
  return {"named-graphs-joined",
          Severity::Info,
          {{"graphs", std::to_string(graphs)}},
          {std::string(file), {}, {}}};
}

}  // namespace pinakes::rdf
