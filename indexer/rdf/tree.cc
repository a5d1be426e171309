// Which blank nodes are nested, which lists are well-formed, and the order of a document.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/tree.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "schemas/namespaces.h"

namespace pinakes::rdf {

Tree::Tree(const Graph& graph, std::uint32_t labels, Nesting nesting)
    : graph_(graph), blanks_(graph, Genids::AreIris), places_(blanks_.order()), labels_(labels) {
  count_references();
  if (nesting == Nesting::None)
    for (Blank& blank : info_) blank.nested = false;
  break_cycles();
}

void Tree::count_references() {
  info_.resize(blanks_.size());
  for (const Triple& triple : graph_.triples()) {
    const std::uint32_t object = blanks_.index(triple.object);
    if (object == Anonymous::kNamed) continue;
    ++info_[object].references;
    info_[object].parent = blanks_.index(triple.subject);
  }
  for (Blank& blank : info_) blank.nested = blank.references == 1;
}

/// A ring of nodes that only refer to each other would be written nowhere: its first is labelled.
void Tree::break_cycles() {
  std::vector<std::uint32_t> by_place(info_.size()), seen_in(info_.size(), Anonymous::kNamed);
  for (std::uint32_t i = 0; i < by_place.size(); ++i) by_place[places_[i]] = i;
  for (const std::uint32_t start : by_place) {
    std::uint32_t at = start;
    while (at != Anonymous::kNamed && info_[at].nested && seen_in[at] == Anonymous::kNamed) {
      seen_in[at] = start;
      at = info_[at].parent;
    }
    if (at == Anonymous::kNamed || !info_[at].nested || seen_in[at] != start) continue;
    std::uint32_t first = at;
    for (std::uint32_t next = info_[at].parent; next != at; next = info_[next].parent)
      if (places_[next] < places_[first]) first = next;
    info_[first].nested = false;
  }
}

bool Tree::is_nested(TermId id) const {
  const std::uint32_t index = blanks_.index(id);
  return index != Anonymous::kNamed && info_[index].nested;
}

bool Tree::is_unreferenced_blank(TermId id) const {
  const std::uint32_t index = blanks_.index(id);
  return index != Anonymous::kNamed && info_[index].references == 0;
}

std::optional<TermId> Tree::only_object(TermId subject, std::string_view predicate) const {
  const std::vector<TermId> found = graph_.objects(subject, predicate);
  return found.size() == 1 ? std::optional(found.front()) : std::nullopt;
}

/// Found out once per chain.
bool Tree::is_list(TermId head) {
  std::vector<std::uint32_t> chain;
  List answer = List::No;
  for (TermId node = head;;) {
    const std::uint32_t index = blanks_.index(node);
    if (index == Anonymous::kNamed) {
      if (graph_[node].value == rdf_ns::kNil && graph_[node].kind == TermKind::Iri)
        answer = List::Yes;
      break;
    }
    if (info_[index].list != List::Unknown) {
      answer = info_[index].list;
      break;
    }
    const auto rest = only_object(node, rdf_ns::kRest);
    if (!info_[index].nested || !rest || !only_object(node, rdf_ns::kFirst) ||
        graph_.about(node).size() != 2)
      break;
    chain.push_back(index);
    node = *rest;
  }
  for (const std::uint32_t index : chain) info_[index].list = answer;
  return answer == List::Yes && blanks_.index(head) != Anonymous::kNamed;
}

std::vector<TermId> Tree::members(TermId head) const {
  std::vector<TermId> items;
  for (TermId node = head; blanks_.index(node) != Anonymous::kNamed;) {
    items.push_back(graph_.objects(node, rdf_ns::kFirst).front());
    node = graph_.objects(node, rdf_ns::kRest).front();
  }
  return items;
}

std::uint32_t Tree::label(TermId blank) {
  std::uint32_t& label = info_[blanks_.index(blank)].label;
  if (label == 0) label = ++labels_;
  return label;
}

std::uint32_t Tree::place(TermId id) const {
  const std::uint32_t index = blanks_.index(id);
  return index == Anonymous::kNamed ? 0 : places_[index];
}

bool Tree::before(TermId a, TermId b) const {
  const Term &x = graph_[a], &y = graph_[b];
  if (x.kind != y.kind) return x.kind < y.kind;
  if (x.kind == TermKind::Blank) return place(a) < place(b);
  return std::tie(x.value, x.language, x.datatype) < std::tie(y.value, y.language, y.datatype);
}

int Tree::rank(TermId subject) const {
  if (graph_.has(subject, rdf_ns::kType, dcat::kCatalog)) return 0;
  return graph_.has(subject, rdf_ns::kType, dcat::kDataset) ? 1 : 2;
}

std::vector<TermId> Tree::subjects() const {
  std::vector<std::pair<int, TermId>> found;
  for (const Triple& triple : graph_.triples()) {
    if (!found.empty() && found.back().second == triple.subject) continue;
    if (!is_nested(triple.subject)) found.emplace_back(rank(triple.subject), triple.subject);
  }
  std::sort(found.begin(), found.end(), [this](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : before(a.second, b.second);
  });
  std::vector<TermId> subjects;
  subjects.reserve(found.size());
  for (const auto& [rank, subject] : found) subjects.push_back(subject);
  return subjects;
}

std::vector<Triple> Tree::properties(TermId subject) const {
  const std::span<const Triple> about = graph_.about(subject);
  std::vector<Triple> all(about.begin(), about.end());
  const auto is_type = [&](TermId id) { return graph_[id].value == rdf_ns::kType; };
  std::sort(all.begin(), all.end(), [&](const Triple& a, const Triple& b) {
    if (a.predicate == b.predicate) return before(a.object, b.object);
    if (is_type(a.predicate) != is_type(b.predicate)) return is_type(a.predicate);
    return before(a.predicate, b.predicate);
  });
  return all;
}

}  // namespace pinakes::rdf
