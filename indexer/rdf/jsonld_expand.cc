// Expansion of elements: scalars, arrays, objects and their contexts (JSON-LD API section 5.1.2).
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/jsonld_expand.h"

#include <algorithm>
#include <utility>

namespace pinakes::rdf::jsonld {

bool is_empty(const Node& node) {
  return !node.has_types && !node.has_graph && !node.has_included && node.properties.empty() &&
         node.reverse.empty();
}

Item node_item(std::unique_ptr<Node> node, std::uint32_t offset) {
  Item item;
  item.offset = offset;
  item.node = std::move(node);
  return item;
}

Item graph_of(Item item) {
  auto node = std::make_unique<Node>();
  const std::uint32_t offset = item.offset;
  node->has_graph = true;
  node->graph.push_back(std::move(item));
  return node_item(std::move(node), offset);
}

Item list_of(std::vector<Item> items, std::uint32_t offset) {
  Item item;
  item.kind = ItemKind::List;
  item.offset = offset;
  item.items = std::move(items);
  return item;
}

std::vector<Item> Expander::document(const Context* active) {
  std::vector<Item> result;
  bool lost = false;
  lost_ = &lost;
  const Shape shape = expand(active, {}, *document_.root, result);
  if (shape != Shape::One || result.empty() || result[0].kind != ItemKind::Node) return result;
  Node& node = *result[0].node;
  const bool only_graph = node.has_graph && !node.has_id && !node.has_types && !node.has_included &&
                          node.properties.empty() && node.reverse.empty() && !result[0].has_index;
  if (!only_graph) return result;
  std::vector<Item> graph = std::move(node.graph);
  return graph;
}

const TermDefinition* Expander::definition(const Context& active, Under under) {
  return under.place == Place::Property ? processor_.meaning(active, under.key).term : nullptr;
}

Expander::Shape Expander::expand(const Context* active, Under under, const json::Value& element,
                                 std::vector<Item>& into, FromMap from_map) {
  switch (element.kind) {
    case json::Kind::Null:
      return Shape::None;
    case json::Kind::Array:
      return array(active, under, element, into, from_map);
    case json::Kind::Object:
      return object(active, under, element, into, from_map);
    default:
      return scalar(active, under, element, into);
  }
}

Expander::Shape Expander::scalar(const Context* active, Under under, const json::Value& element,
                                 std::vector<Item>& into) {
  if (under.place == Place::Included)
    throw Failure{"jsonld-invalid-included-value", element.offset, {{"found", shown(element)}}};
  if (under.place != Place::Property) {
    listener_.dropped(element);
    return Shape::None;
  }
  const TermDefinition* term = definition(*active, under);
  if (term != nullptr && term->context.value != nullptr)
    active = processor_.process(active, term->context, {Override::Protected});
  into.push_back(value_of(*active, under.key, element));
  return Shape::One;
}

/// Value Expansion (section 5.3.2).
Item Expander::value_of(const Context& active, std::string_view key, const json::Value& value) {
  Item item;
  item.offset = value.offset;
  const TermDefinition* term = processor_.meaning(active, key).term;
  const Coercion coercion = term == nullptr ? Coercion::Unset : term->coercion;
  const bool text = value.is(json::Kind::String);
  if (text && (coercion == Coercion::Id || coercion == Coercion::Vocab)) {
    item.node = std::make_unique<Node>();
    const auto iri = processor_.expand_iri(active, value.text,
                                           coercion == Coercion::Id ? As::Document : As::Both);
    item.node->has_id = true;
    item.node->null_id = !iri;
    item.node->id = iri.value_or(std::string_view());
    return item;
  }
  item.kind = ItemKind::Value;
  item.value = &value;
  if (coercion == Coercion::Datatype) {
    item.has_type = true;
    item.type = term->datatype;
  } else if (text && (coercion == Coercion::Unset || coercion == Coercion::None ||
                      coercion == Coercion::Id || coercion == Coercion::Vocab)) {
    item.language = term != nullptr && term->has_language ? term->language : active.language;
    item.has_language = !item.language.empty();
    item.direction =
        term != nullptr && term->direction != Direction::Unset ? term->direction : active.direction;
    if (item.direction == Direction::Null) item.direction = Direction::Unset;
  }
  return item;
}

/// What went wrong in one part is reported; who it belonged to is known to be incomplete.
void Expander::give_up(const Failure& failure, const Context& active, Under under,
                       const json::Value& part) {
  if (failure.fatal) throw;  // called while it is handled
  listener_.failed(failure);
  if (under.place != Place::Top && under.place != Place::Graph && lost_ != nullptr) *lost_ = true;
  for (const json::Member& member : part.members) {
    if (!member.value.is(json::Kind::String) ||
        processor_.meaning(active, member.key).keyword != Keyword::Id)
      continue;
    const auto iri = processor_.expand_iri(active, member.value.text, As::Document);
    if (iri && !iri->empty()) listener_.lost(*iri);
  }
}

void Expander::array_item(const Context* active, Under under, const json::Value& item,
                          std::vector<Item>& into, FromMap from_map) {
  bool* const owner = lost_;
  try {
    expand(active, under, item, into, from_map);
  } catch (const Failure& failure) {
    lost_ = owner;
    give_up(failure, *active, under, item);
  }
}

Expander::Shape Expander::array(const Context* active, Under under, const json::Value& element,
                                std::vector<Item>& into, FromMap from_map) {
  const TermDefinition* term = definition(*active, under);
  const bool lists = term != nullptr && (term->container & kListContainer) != 0;
  for (const json::Value& item : element.items) {
    if (lists && item.is(json::Kind::Array)) {
      std::vector<Item> inner;
      array_item(active, under, item, inner, from_map);
      into.push_back(list_of(std::move(inner), item.offset));
    } else {
      array_item(active, under, item, into, from_map);
    }
  }
  return Shape::Many;
}

/// Whether the context that only held for a typed node ends at this object.
bool Expander::reverts(const Context& active, const json::Value& element) {
  for (const json::Member& member : element.members) {
    const Keyword word = processor_.meaning(active, member.key).keyword;
    if (word == Keyword::Value) return false;
    if (word == Keyword::Id && element.members.size() == 1) return false;
  }
  return true;
}

/// Contexts scoped to the types of an object, in the order of their names.
const Context* Expander::with_types(const Context* active, const json::Value& element,
                                    Building& building) {
  std::vector<const json::Member*> keys;
  const Context* scoped = active;
  for (const json::Member& member : element.members)
    if (processor_.meaning(*scoped, member.key).keyword == Keyword::Type) keys.push_back(&member);
  if (keys.empty()) return active;
  std::sort(keys.begin(), keys.end(),
            [](const json::Member* a, const json::Member* b) { return a->key < b->key; });
  for (const json::Member* member : keys) {
    std::vector<std::string_view> names;
    const json::Value& value = member->value;
    if (value.is(json::Kind::String)) names.emplace_back(value.text);
    for (const json::Value& name : value.items)
      if (name.is(json::Kind::String)) names.emplace_back(name.text);
    if (names.size() > 1) std::sort(names.begin(), names.end());
    for (const std::string_view name : names) {
      const TermDefinition* term = processor_.meaning(*scoped, name).term;
      if (term != nullptr && term->context.value != nullptr)
        active = processor_.process(active, term->context, {Override::No, Propagate::No});
    }
  }
  const json::Value& first = keys.front()->value;
  const json::Value& last = first.items.empty() ? first : first.items.back();
  if (last.is(json::Kind::String))
    building.json_type = processor_.meaning(*active, last.text).keyword == Keyword::Json;
  return active;
}

Expander::Shape Expander::object(const Context* active, Under under, const json::Value& element,
                                 std::vector<Item>& into, FromMap from_map) {
  const TermDefinition* term = definition(*active, under);
  if (active->previous != nullptr && from_map == FromMap::No && reverts(*active, element))
    active = active->previous;
  if (term != nullptr && term->context.value != nullptr)
    active = processor_.process(active, term->context, {Override::Protected});
  if (const json::Value* context = element.find("@context"))
    active = processor_.process(active, {context, &document_});
  Building building;
  building.offset = element.offset;
  const Context* type_scoped = active;
  active = with_types(active, element, building);
  bool* const owner = std::exchange(lost_, &building.node->lost);
  members(active, type_scoped, under, element, building);
  lost_ = owner;
  return finish(building, under, into);
}

}  // namespace pinakes::rdf::jsonld
