// Expansion of the members of an object, and of what the object turns out to be.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <iterator>
#include <utility>

#include "indexer/rdf/jsonld_expand.h"

namespace pinakes::rdf::jsonld {
namespace {

[[noreturn]] void fail(std::string code, const json::Value& at) {
  throw Failure{std::move(code), at.offset, {{"found", shown(at)}}};
}
[[noreturn]] void fail(std::string code, std::size_t offset, std::string_view key = {}) {
  throw Failure{std::move(code), offset, {{"found", shortened(key)}}};
}

bool is_scalar(const json::Value& value) {
  return !value.is(json::Kind::Array) && !value.is(json::Kind::Object);
}

void append(std::vector<Item>& to, std::vector<Item>&& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

}  // namespace

void Expander::members(const Context* active, const Context* type_scoped, Under under,
                       const json::Value& element, Building& building) {
  const std::size_t nests = building.nests.size();
  for (const json::Member& member : element.members)
    this->member(active, type_scoped, under, member, building);
  // Those found while nests are read belong to the nests.
  std::vector<const json::Member*> own(building.nests.begin() + static_cast<std::ptrdiff_t>(nests),
                                       building.nests.end());
  building.nests.resize(nests);
  for (const json::Member* nest : own) nested(active, type_scoped, under, *nest, building);
}

void Expander::member(const Context* active, const Context* type_scoped, Under under,
                      const json::Member& member, Building& building) {
  if (member.key == "@context") return;
  const KeyMeaning& meaning = processor_.meaning(*active, member.key);
  if (meaning.ignored) {
    listener_.ignored(*active, member);
    return;
  }
  if (meaning.keyword != Keyword::None) {
    keyword(meaning.keyword, active, type_scoped, under, member, building);
    return;
  }
  bool* const owner = lost_;
  try {
    property(active, member, meaning, building);
  } catch (const Failure& failure) {
    lost_ = owner;
    give_up(failure, *active, {Place::Property, member.key}, member.value);
  }
}

void Expander::keyword(Keyword word, const Context* active, const Context* type_scoped, Under under,
                       const json::Member& member, Building& building) {
  const json::Value& value = member.value;
  if (under.place == Place::Reverse) fail("jsonld-invalid-reverse-property-map", value);
  if (building.has(word) && word != Keyword::Included && word != Keyword::Type &&
      word != Keyword::Nest && word != Keyword::Reverse)
    fail("jsonld-colliding-keywords", member.offset, member.key);
  switch (word) {
    case Keyword::Id:
      id(*active, value, building);
      break;
    case Keyword::Type:
      types(*type_scoped, value, building);
      break;
    case Keyword::Graph:
      building.node->has_graph = true;
      expand(active, {Place::Graph, {}}, value, building.node->graph);
      break;
    case Keyword::Included:
      included(active, value, building);
      break;
    case Keyword::Value:
      this->value(value, building);
      return;
    case Keyword::List:
      if (under.place == Place::Included) fail("jsonld-invalid-included-value", value);
      if (under.place != Place::Property) return;  // free-floating
      expand(active, under, value, building.list);
      break;
    case Keyword::Set:
      expand(active, under, value, building.set);
      break;
    case Keyword::Reverse:
      reverse(active, value, building);
      return;
    case Keyword::Nest:
      building.nests.push_back(&member);
      return;
    default:
      plain_keyword(word, value, building);
      return;
  }
  building.seen |= Building::bit(word);
}

void Expander::plain_keyword(Keyword word, const json::Value& value, Building& building) {
  switch (word) {
    case Keyword::Language:
      if (value.is(json::Kind::Null)) return;  // none, as a context says it; others read it so too
      if (!value.is(json::Kind::String)) fail("jsonld-invalid-language-tagged-string", value);
      building.language = &value;
      break;
    case Keyword::Direction:
      building.direction = direction_of(value);
      if (building.direction != Direction::Ltr && building.direction != Direction::Rtl)
        fail("jsonld-invalid-base-direction", value);
      break;
    case Keyword::Index:
      if (!value.is(json::Kind::String)) fail("jsonld-invalid-index-value", value);
      building.index = &value;
      break;
    default:
      return;  // of contexts: means nothing here
  }
  building.seen |= Building::bit(word);
}

void Expander::id(const Context& active, const json::Value& value, Building& building) {
  if (!value.is(json::Kind::String)) fail("jsonld-invalid-id-value", value);
  const auto iri = processor_.expand_iri(active, value.text, As::Document);
  building.node->has_id = true;
  building.node->null_id = !iri;
  building.node->id = iri.value_or(std::string_view());
}

void Expander::types(const Context& type_scoped, const json::Value& value, Building& building) {
  Node& node = *building.node;
  const auto take = [&](const json::Value& name) {
    if (!name.is(json::Kind::String)) fail("jsonld-invalid-type-value", name);
    const KeyMeaning& meaning = processor_.meaning(type_scoped, name.text);
    const auto iri = meaning.ignored && meaning.iri
                         ? processor_.expand_iri(type_scoped, name.text, As::Both)
                         : meaning.iri;
    if (iri) node.types.push_back({*iri, name.offset});
  };
  if (value.is(json::Kind::Array)) {
    building.type_is_list = true;
    for (const json::Value& name : value.items) take(name);
  } else {
    take(value);
  }
  node.has_types = true;
}

void Expander::included(const Context* active, const json::Value& value, Building& building) {
  std::vector<Item> items;
  if (value.is(json::Kind::Null)) fail("jsonld-invalid-included-value", value);
  expand(active, {Place::Included, {}}, value, items);
  for (const Item& item : items)
    if (item.kind != ItemKind::Node) fail("jsonld-invalid-included-value", item.offset);
  building.node->has_included = true;
  append(building.node->included, std::move(items));
}

void Expander::value(const json::Value& value, Building& building) {
  if (!building.json_type && !is_scalar(value)) fail("jsonld-invalid-value-object-value", value);
  building.value = &value;
  building.seen |= Building::bit(Keyword::Value);
}

void Expander::reverse(const Context* active, const json::Value& value, Building& building) {
  if (!value.is(json::Kind::Object)) fail("jsonld-invalid-reverse-value", value);
  std::vector<Item> items;
  expand(active, {Place::Reverse, {}}, value, items);
  for (Item& item : items) {
    if (item.kind != ItemKind::Node) fail("jsonld-invalid-reverse-value", value);
    building.node->lost = building.node->lost || item.node->lost;
    for (Property& twice : item.node->reverse)  // reversed twice
      building.node->properties.push_back(std::move(twice));
    for (Property& property : item.node->properties) {
      for (const Item& object : property.items)
        if (object.kind != ItemKind::Node)
          fail("jsonld-invalid-reverse-property-value", object.offset, property.key);
      building.node->reverse.push_back(std::move(property));
    }
  }
}

/// Section 5.1.2 step 14: the members of a nest are the object's own.
void Expander::nested(const Context* active, const Context* type_scoped, Under under,
                      const json::Member& nest, Building& building) {
  const TermDefinition* term = processor_.meaning(*active, nest.key).term;
  if (term != nullptr && term->context.value != nullptr)
    active = processor_.process(active, term->context, {Override::Protected});
  const auto take = [&](const json::Value& part) {
    if (!part.is(json::Kind::Object)) fail("jsonld-invalid-nest-value", part);
    for (const json::Member& member : part.members)
      if (processor_.meaning(*active, member.key).keyword == Keyword::Value)
        fail("jsonld-invalid-nest-value", member.value);
    members(active, type_scoped, under, part, building);
  };
  if (nest.value.is(json::Kind::Array))
    for (const json::Value& part : nest.value.items) take(part);
  else
    take(nest.value);
}

void Expander::property(const Context* active, const json::Member& member,
                        const KeyMeaning& meaning, Building& building) {
  const json::Value& value = member.value;
  const TermDefinition* term = meaning.term;
  const unsigned container = term == nullptr ? 0U : term->container;
  const bool map = value.is(json::Kind::Object);
  std::vector<Item> items;
  Shape shape = Shape::Many;
  if (term != nullptr && term->coercion == Coercion::Json) {
    Item item;
    item.kind = ItemKind::Value;
    item.offset = value.offset;
    item.value = &value;
    item.has_type = true;
    item.type = text_of(Keyword::Json);
    items.push_back(std::move(item));
    shape = Shape::One;
  } else if (map && (container & kLanguageContainer) != 0) {
    language_map(*active, *term, value, items);
  } else if (map && (container & (kIndexContainer | kTypeContainer | kIdContainer)) != 0) {
    index_map(active, member.key, *term, value, items);
  } else {
    shape = expand(active, {Place::Property, member.key}, value, items);
  }
  if (shape == Shape::None) return;
  const bool is_list = shape == Shape::One && items.size() == 1 && items[0].kind == ItemKind::List;
  if ((container & kListContainer) != 0 && !is_list) {
    std::vector<Item> list;
    list.push_back(list_of(std::move(items), value.offset));
    items = std::move(list);
  }
  if ((container & kGraphContainer) != 0 && (container & (kIdContainer | kIndexContainer)) == 0)
    for (Item& item : items) item = graph_of(std::move(item));
  if (term != nullptr && term->reverse) {
    for (const Item& item : items)
      if (item.kind != ItemKind::Node)
        fail("jsonld-invalid-reverse-property-value", item.offset, member.key);
    building.node->reverse.push_back({*meaning.iri, member.key, std::move(items)});
  } else {
    building.node->properties.push_back({*meaning.iri, member.key, std::move(items)});
  }
}

Expander::Shape Expander::finish(Building& building, Under under, std::vector<Item>& into) {
  if (building.has(Keyword::Value)) return finish_value(building, under, into);
  if (building.has(Keyword::List) || building.has(Keyword::Set))
    return finish_list(building, under, into);
  Node& node = *building.node;
  const bool nothing =
      is_empty(node) && building.index == nullptr && !building.has(Keyword::Direction);
  if (nothing && !node.has_id && building.language != nullptr) return Shape::None;
  const bool loose = under.place == Place::Top || under.place == Place::Graph;
  if (loose && nothing && !node.lost && building.language == nullptr) return Shape::None;
  Item item = node_item(std::move(building.node), building.offset);
  if (building.index != nullptr) {
    item.has_index = true;
    item.index = building.index->text;
  }
  into.push_back(std::move(item));
  return Shape::One;
}

Expander::Shape Expander::finish_value(Building& building, Under under, std::vector<Item>& into) {
  const std::uint32_t allowed = Building::bit(Keyword::Value) | Building::bit(Keyword::Type) |
                                Building::bit(Keyword::Language) |
                                Building::bit(Keyword::Direction) | Building::bit(Keyword::Index);
  const Node& node = *building.node;
  const bool typed = building.has(Keyword::Type);
  const bool tagged = building.has(Keyword::Language) || building.has(Keyword::Direction);
  if ((building.seen & ~allowed) != 0 || !node.properties.empty() || !node.reverse.empty() ||
      (typed && tagged))
    fail("jsonld-invalid-value-object", building.offset);
  Item item;
  item.kind = ItemKind::Value;
  item.offset = building.offset;
  item.value = building.value;
  if (!building.json_type) {
    if (building.value->is(json::Kind::Null)) return Shape::None;
    if (building.language != nullptr && !building.value->is(json::Kind::String))
      fail("jsonld-invalid-language-tagged-value", *building.value);
    if (typed && (building.type_is_list || node.types.size() != 1 ||
                  !is_well_formed_iri(node.types.front().iri)))
      fail("jsonld-invalid-typed-value", *building.value);
  }
  if (under.place == Place::Top || under.place == Place::Graph) {
    listener_.dropped(*building.value);
    return Shape::None;
  }
  item.offset = building.value->offset;
  item.has_type = typed;
  if (typed) item.type = building.json_type ? text_of(Keyword::Json) : node.types.front().iri;
  item.has_language = building.language != nullptr;
  if (item.has_language) item.language = building.language->text;
  item.direction = building.direction;
  item.has_index = building.index != nullptr;
  if (item.has_index) item.index = building.index->text;
  into.push_back(std::move(item));
  return Shape::One;
}

Expander::Shape Expander::finish_list(Building& building, Under under, std::vector<Item>& into) {
  const bool set = building.has(Keyword::Set);
  const std::uint32_t allowed =
      Building::bit(set ? Keyword::Set : Keyword::List) | Building::bit(Keyword::Index);
  const Node& node = *building.node;
  if ((building.seen & ~allowed) != 0 || !node.properties.empty() || !node.reverse.empty())
    fail("jsonld-invalid-set-or-list-object", building.offset);
  if (lost_ != nullptr && node.lost) *lost_ = true;
  if (set) {
    append(into, std::move(building.set));
    return Shape::Many;
  }
  if (under.place != Place::Property) return Shape::None;
  Item item = list_of(std::move(building.list), building.offset);
  item.has_index = building.index != nullptr;
  if (item.has_index) item.index = building.index->text;
  into.push_back(std::move(item));
  return Shape::One;
}

}  // namespace pinakes::rdf::jsonld
