// Steps through the union of data and vocabularies.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/shacl/data_view.h"

#include <algorithm>
#include <unordered_set>

#include "schemas/namespaces.h"

namespace pinakes::shacl {
namespace {

using rdf::TermId;
constexpr std::uint32_t kAbsent = Background::kAbsent;
constexpr std::uint32_t number(TermId id) { return static_cast<std::uint32_t>(id); }

void sort_tail(std::vector<Node>& nodes, std::size_t start) {
  const auto first = nodes.begin() + static_cast<std::ptrdiff_t>(start);
  std::sort(first, nodes.end());
  nodes.erase(std::unique(first, nodes.end()), nodes.end());
}

}  // namespace

Background::Background(const Shapes& shapes, std::span<const rdf::Graph* const> graphs) {
  for (const rdf::Graph* graph : graphs) {
    Known& known = graphs_.emplace_back(Known{graph, {}});
    for (const rdf::Term& term : shapes.constants()) {
      // A blank node of the shapes is none of the vocabulary's.
      const auto id = term.kind == rdf::TermKind::Blank ? std::nullopt : graph->find(term);
      known.constants.push_back(id ? number(*id) : kAbsent);
    }
    has_subclasses_ = has_subclasses_ || known.constants[kSubClassOfConstant] != kAbsent;
  }
  if (!has_subclasses_) return;
  // Down from each class that the shapes name: linear in the vocabularies for each.
  for (const ConstantId type : shapes.classes()) {
    std::vector<std::string_view> open = {shapes.constants()[type].value};
    std::unordered_set<std::string_view> seen(open.begin(), open.end());
    while (!open.empty()) {
      const std::string_view above = open.back();
      open.pop_back();
      for (const rdf::Graph* graph : graphs) {
        const auto id = graph->find_iri(above);
        if (!id) continue;
        for (const TermId below : graph->subjects(rdfs::kSubClassOf, *id)) {
          const rdf::Term& term = (*graph)[below];
          if (term.kind != rdf::TermKind::Iri || !seen.insert(term.value).second) continue;
          above_[std::string(term.value)].push_back(type);
          open.push_back(term.value);
        }
      }
    }
  }
}

std::span<const ConstantId> Background::above(const rdf::Term& type) const {
  if (above_.empty() || type.kind != rdf::TermKind::Iri) return {};
  const auto found = above_.find(type.value);
  return found == above_.end() ? std::span<const ConstantId>() : found->second;
}

DataView::DataView(const Shapes& shapes, const Background& background, const rdf::Graph& data)
    : shapes_(shapes),
      background_(background),
      data_(data),
      data_count_(static_cast<std::uint32_t>(data.term_count())),
      constant_count_(static_cast<std::uint32_t>(shapes.constants().size())) {
  nodes_.reserve(constant_count_);
  constants_.assign(data_count_, kAbsent);
  for (ConstantId id = 0; id < constant_count_; ++id) {
    const rdf::Term& term = shapes.constants()[id];
    const auto found = term.kind == rdf::TermKind::Blank ? std::nullopt : data.find(term);
    nodes_.push_back(found ? number(*found) : data_count_ + id);
    if (found) constants_[number(*found)] = id;
  }
  if (background.size() > 0) background_ids_.assign(data_count_ * background.size(), 0);
  // Interned and never said: no subclasses. Only statements count.
  const Node predicate = nodes_[kSubClassOfConstant];
  data_has_subclasses_ =
      in_data(predicate) && std::ranges::any_of(data.triples(), [&](const rdf::Triple& triple) {
        return number(triple.predicate) == predicate;
      });
  if (data_has_subclasses_) find_subclasses();
}

void DataView::find_subclasses() {
  std::vector<Node> open, below;
  for (const ConstantId type : shapes_.classes()) {
    open = {node_of(type)};
    std::unordered_set<Node> seen(open.begin(), open.end());
    while (!open.empty()) {
      const Node above = open.back();
      open.pop_back();
      below.clear();
      subjects(above, kSubClassOfConstant, below);
      for (const Node node : below) {
        if (!seen.insert(node).second) continue;
        above_[node].push_back(type);
        open.push_back(node);
      }
    }
  }
}

std::span<const ConstantId> DataView::above(Node type) const {
  if (!data_has_subclasses_) return background_.above(term(type));
  const auto found = above_.find(type);
  return found == above_.end() ? std::span<const ConstantId>() : found->second;
}

rdf::Term DataView::term(Node node) const {
  if (node < data_count_) return data_[TermId{node}];
  node -= data_count_;
  return node < constant_count_ ? shapes_.constants()[node] : foreign_[node - constant_count_];
}

std::optional<ConstantId> DataView::constant_of(Node node) const {
  if (node < data_count_)
    return constants_[node] == kAbsent ? std::nullopt : std::optional(constants_[node]);
  node -= data_count_;
  return node < constant_count_ ? std::optional(node) : std::nullopt;
}

std::uint32_t DataView::in_background(Node node, std::size_t graph) {
  const rdf::Term own = term(node);
  if (node >= data_count_) {
    const Node rest = node - data_count_;
    if (rest < constant_count_) return background_.constant(graph, rest);
    const auto [where, id] = foreign_blank_[rest - constant_count_];
    if (own.kind == rdf::TermKind::Blank) return where == graph ? id : kAbsent;
    const auto found = background_.graph(graph).find(own);
    return found ? number(*found) : kAbsent;
  }
  if (own.kind == rdf::TermKind::Blank) return kAbsent;
  std::uint32_t& known = background_ids_[node * background_.size() + graph];
  if (known == 0) {
    const auto found = background_.graph(graph).find(own);
    known = found ? number(*found) + 2 : 1;
  }
  return known == 1 ? kAbsent : known - 2;
}

Node DataView::node_in(std::size_t graph, TermId id) {
  const rdf::Term& term = background_.graph(graph)[id];
  const auto add = [&] {
    foreign_.push_back(term);
    foreign_blank_.emplace_back(static_cast<std::uint32_t>(graph), number(id));
    return data_count_ + constant_count_ + static_cast<Node>(foreign_.size()) - 1;
  };
  if (term.kind == rdf::TermKind::Blank) {
    const std::uint64_t key = std::uint64_t{graph} << 32 | number(id);
    const auto [at, is_new] = blank_nodes_.try_emplace(key, 0);
    if (is_new) at->second = add();
    return at->second;
  }
  if (const auto own = data_.find(term)) return number(*own);
  if (const auto constant = shapes_.constant_of(term)) return data_count_ + *constant;
  const std::uint32_t entry = foreign_table_.intern(term);
  if (entry == foreign_nodes_.size()) foreign_nodes_.push_back(add());
  return foreign_nodes_[entry];
}

void DataView::add_step(Node from, ConstantId predicate, std::size_t graph, std::vector<Node>& to) {
  const std::uint32_t step = background_.constant(graph, predicate);
  if (step == kAbsent) return;
  const std::uint32_t id = in_background(from, graph);
  if (id == kAbsent) return;
  for (const rdf::Triple& triple : background_.graph(graph).about(TermId{id}, TermId{step}))
    to.push_back(node_in(graph, triple.object));
}

void DataView::objects(Node from, ConstantId predicate, std::vector<Node>& to) {
  const std::size_t start = to.size();
  const Node step = nodes_[predicate];
  if (in_data(from) && in_data(step))
    for (const rdf::Triple& triple : data_.about(TermId{from}, TermId{step}))
      to.push_back(number(triple.object));
  const std::size_t own = to.size();
  for (std::size_t i = 0; i < background_.size(); ++i) add_step(from, predicate, i, to);
  if (to.size() > own) sort_tail(to, start);
}

void DataView::subjects(Node from, ConstantId predicate, std::vector<Node>& to) {
  const std::size_t start = to.size();
  const std::string_view step = shapes_.constants()[predicate].value;
  if (in_data(from) && in_data(nodes_[predicate]))
    for (const TermId subject : data_.subjects(step, TermId{from})) to.push_back(number(subject));
  const std::size_t own = to.size();
  for (std::size_t i = 0; i < background_.size(); ++i) {
    const std::uint32_t id = in_background(from, i);
    if (id == kAbsent || background_.constant(i, predicate) == kAbsent) continue;
    for (const TermId subject : background_.graph(i).subjects(step, TermId{id}))
      to.push_back(node_in(i, subject));
  }
  if (to.size() > own) sort_tail(to, start);
}

void DataView::statements(Node from, std::vector<Statement>& to) {
  if (in_data(from))
    for (const rdf::Triple& triple : data_.about(TermId{from}))
      to.push_back({number(triple.predicate), number(triple.object)});
  for (std::size_t i = 0; i < background_.size(); ++i) {
    const std::uint32_t id = in_background(from, i);
    if (id == kAbsent) continue;
    for (const rdf::Triple& triple : background_.graph(i).about(TermId{id}))
      to.push_back({node_in(i, triple.predicate), node_in(i, triple.object)});
  }
}

bool DataView::has(Node subject, ConstantId predicate, Node object) {
  types_.clear();
  objects(subject, predicate, types_);
  return std::ranges::find(types_, object) != types_.end();
}

bool DataView::is_instance(Node node, ConstantId type) {
  types_.clear();
  objects(node, kTypeConstant, types_);
  if (std::ranges::find(types_, node_of(type)) != types_.end()) return true;
  if (!data_has_subclasses_ && !background_.has_subclasses()) return false;
  return std::ranges::any_of(
      types_, [&](Node own) { return std::ranges::find(above(own), type) != above(own).end(); });
}

Position DataView::position(Node subject) const {
  Position first;
  if (!in_data(subject)) return first;
  for (const rdf::Triple& triple : data_.about(TermId{subject})) {
    const Position at = data_.position(triple);
    if (at.line == 0) continue;
    if (first.line == 0 || std::pair(at.line, at.column) < std::pair(first.line, first.column))
      first = at;
  }
  return first;
}

std::optional<Position> DataView::position(Node subject, ConstantId predicate, Node object) const {
  const Node step = nodes_[predicate];
  if (!in_data(subject) || !in_data(step) || !in_data(object)) return std::nullopt;
  const rdf::Triple triple = {TermId{subject}, TermId{step}, TermId{object}};
  const std::span<const rdf::Triple> all = data_.about(TermId{subject}, TermId{step});
  const auto found = std::ranges::lower_bound(all, triple);
  if (found == all.end() || *found != triple) return std::nullopt;
  return data_.position(*found);
}

}  // namespace pinakes::shacl
