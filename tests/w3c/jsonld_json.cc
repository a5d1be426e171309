// Items become objects; the comparison takes the arrays of sets in any order.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/w3c/jsonld_json.h"

#include "indexer/rdf/json_canonical.h"

namespace pinakes::tests {
namespace {

using rdf::jsonld::Direction;
using rdf::jsonld::Item;
using rdf::jsonld::ItemKind;
using rdf::jsonld::Node;

json::Value text(std::string_view characters) {
  json::Value value;
  value.kind = json::Kind::String;
  value.text = characters;
  return value;
}

void set(json::Value& object, std::string_view key, json::Value value) {
  for (json::Member& member : object.members) {
    if (member.key != key) continue;
    for (json::Value& item : value.items) member.value.items.push_back(std::move(item));
    return;
  }
  object.members.push_back({std::string(key), std::move(value), 0});
}

json::Value item_json(const Item& item);

void node_json(const Node& node, json::Value& to) {
  if (node.has_id) set(to, "@id", node.null_id ? json::Value{} : text(node.id));
  if (node.has_types) {
    json::Value types;
    types.kind = json::Kind::Array;
    for (const auto& type : node.types) types.items.push_back(text(type.iri));
    set(to, "@type", std::move(types));
  }
  if (node.has_graph) set(to, "@graph", expanded_json(node.graph));
  if (node.has_included) set(to, "@included", expanded_json(node.included));
  for (const auto& property : node.properties) set(to, property.iri, expanded_json(property.items));
  if (node.reverse.empty()) return;
  json::Value reverse;
  reverse.kind = json::Kind::Object;
  for (const auto& property : node.reverse)
    set(reverse, property.iri, expanded_json(property.items));
  set(to, "@reverse", std::move(reverse));
}

json::Value item_json(const Item& item) {
  json::Value object;
  object.kind = json::Kind::Object;
  if (item.kind == ItemKind::Node) node_json(*item.node, object);
  if (item.kind == ItemKind::List) set(object, "@list", expanded_json(item.items));
  if (item.kind == ItemKind::Value) set(object, "@value", *item.value);
  if (item.has_type) set(object, "@type", text(item.type));
  if (item.has_language) set(object, "@language", text(item.language));
  if (item.direction == Direction::Ltr) set(object, "@direction", text("ltr"));
  if (item.direction == Direction::Rtl) set(object, "@direction", text("rtl"));
  if (item.has_index) set(object, "@index", text(item.index));
  return object;
}

bool same_set(const json::Value& a, const json::Value& b) {
  std::vector<bool> taken(b.items.size());
  for (const json::Value& item : a.items) {
    std::size_t at = 0;
    while (at < taken.size() && (taken[at] || !same_expansion(item, b.items[at]))) ++at;
    if (at == taken.size()) return false;
    taken[at] = true;
  }
  return true;
}

}  // namespace

json::Value expanded_json(const std::vector<Item>& items) {
  json::Value array;
  array.kind = json::Kind::Array;
  for (const Item& item : items) array.items.push_back(item_json(item));
  return array;
}

bool same_expansion(const json::Value& a, const json::Value& b, bool ordered) {
  if (a.kind != b.kind || a.boolean != b.boolean || a.items.size() != b.items.size() ||
      a.members.size() != b.members.size())
    return false;
  if (a.is(json::Kind::Number)) return json_text(a) == json_text(b);
  if (a.text != b.text) return false;
  if (!ordered && !same_set(a, b)) return false;
  for (std::size_t i = 0; ordered && i < a.items.size(); ++i)
    if (!same_expansion(a.items[i], b.items[i])) return false;
  for (const json::Member& member : a.members) {
    const json::Value* other = b.find(member.key);
    if (other == nullptr || !same_expansion(member.value, *other, member.key == "@list"))
      return false;
  }
  return true;
}

std::string json_text(const json::Value& value) {
  std::string result;
  rdf::append_canonical_json(result, value);
  return result;
}

}  // namespace pinakes::tests
