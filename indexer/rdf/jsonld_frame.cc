// Finds what is described and named once, and opens rings of such nodes.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/jsonld_frame.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "schemas/namespaces.h"

namespace pinakes::rdf {
namespace {

/// What one looks for, in the order of the document; the empty name stands for everything else.
constexpr std::array<std::string_view, 8> kOwnNodes = {dcat::kCatalog,       dcat::kDataset,
                                                       dcat::kDatasetSeries, dcat::kDataService,
                                                       dcat::kCatalogRecord, {},
                                                       skos::kConceptScheme, skos::kConcept};

}  // namespace

Frame::Frame(const Graph& graph, Tree& tree)
    : graph_(graph), tree_(tree), nodes_(graph.term_count()) {
  find_references();
  break_rings();
}

void Frame::find_references() {
  const auto type = graph_.find_iri(rdf_ns::kType);
  for (const Triple& triple : graph_.triples()) {
    Node& object = node(triple.object);
    object.parent = triple.subject;
    ++object.references;
    if (triple.predicate != type) continue;
    ++object.references;  // a type is written by its name
    const std::string_view name = graph_[triple.object].value;
    if (std::ranges::find(kOwnNodes, name) != kOwnNodes.end()) node(triple.subject).own = true;
  }
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    const TermId id{static_cast<std::uint32_t>(i)};
    switch (graph_[id].kind) {
      case TermKind::Literal:
        break;
      case TermKind::Blank:
        nodes_[i].nested = tree_.is_nested(id);
        break;
      case TermKind::Iri:
        // The end of a list is written by its bracket: what is said of rdf:nil stands apart.
        nodes_[i].nested = nodes_[i].references == 1 && !nodes_[i].own &&
                           !graph_.about(id).empty() && graph_[id].value != rdf_ns::kNil;
    }
  }
}

/// Nodes that only refer to each other would be written nowhere: of each ring the first named node
/// stands at the top. There is one: the tree has opened rings of blank nodes.
void Frame::break_rings() {
  std::vector<std::uint32_t> seen_in(nodes_.size(), 0);
  for (std::uint32_t start = 0; start < nodes_.size(); ++start) {
    TermId at{start};
    while (node(at).nested && seen_in[static_cast<std::size_t>(at)] == 0) {
      seen_in[static_cast<std::size_t>(at)] = start + 1;
      at = node(at).parent;
    }
    if (!node(at).nested || seen_in[static_cast<std::size_t>(at)] != start + 1) continue;
    std::optional<TermId> first;
    TermId next = at;
    do {
      if (graph_[next].kind == TermKind::Iri && (!first || tree_.before(next, *first)))
        first = next;
      next = node(next).parent;
    } while (next != at);
    if (first) node(*first).nested = false;
  }
}

std::size_t Frame::rank(TermId id) const {
  std::size_t best = kOwnNodes.size();
  for (const TermId type : graph_.objects(id, rdf_ns::kType)) {
    const auto found = std::ranges::find(kOwnNodes, graph_[type].value);
    best = std::min(best, static_cast<std::size_t>(found - kOwnNodes.begin()));
  }
  const auto other = std::ranges::find(kOwnNodes, std::string_view()) - kOwnNodes.begin();
  return best < kOwnNodes.size() ? best : static_cast<std::size_t>(other);
}

std::vector<TermId> Frame::tops() const {
  std::vector<std::pair<std::size_t, TermId>> found;
  TermId last{};
  for (const Triple& triple : graph_.triples()) {
    if (!found.empty() && last == triple.subject) continue;
    last = triple.subject;
    if (!node(last).nested) found.emplace_back(rank(last), last);
  }
  std::ranges::sort(found, [this](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : tree_.before(a.second, b.second);
  });
  std::vector<TermId> tops;
  tops.reserve(found.size());
  for (const auto& [rank, id] : found) tops.push_back(id);
  return tops;
}

bool Frame::is_nested(TermId id) const { return node(id).nested; }

bool Frame::is_list(TermId head) const { return is_nested(head) && tree_.is_list(head); }

}  // namespace pinakes::rdf
