// Expansion of language, index, id and type maps (JSON-LD API section 5.1.2, steps 13.7 and 13.8).
// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>

#include "indexer/rdf/jsonld_expand.h"

namespace pinakes::rdf::jsonld {

void Expander::language_map(const Context& active, const TermDefinition& term,
                            const json::Value& value, std::vector<Item>& into) {
  Direction direction = term.direction == Direction::Unset ? active.direction : term.direction;
  if (direction == Direction::Null) direction = Direction::Unset;
  for (const json::Member& entry : value.members) {
    const bool none = processor_.meaning(active, entry.key).keyword == Keyword::NoneWord;
    const auto take = [&](const json::Value& text) {
      if (text.is(json::Kind::Null)) return;
      if (!text.is(json::Kind::String))
        throw Failure{"jsonld-invalid-language-map-value",
                      text.offset,
                      {{"found", shown(text)}, {"language", shortened(entry.key)}}};
      Item item;
      item.kind = ItemKind::Value;
      item.offset = text.offset;
      item.value = &text;
      item.has_language = !none;
      if (!none) item.language = entry.key;
      item.direction = direction;
      into.push_back(std::move(item));
    };
    if (entry.value.is(json::Kind::Array))
      for (const json::Value& text : entry.value.items) take(text);
    else
      take(entry.value);
  }
}

void Expander::index_map(const Context* active, std::string_view key, const TermDefinition& term,
                         const json::Value& value, std::vector<Item>& into) {
  const bool by_type = (term.container & kTypeContainer) != 0;
  const bool by_node = by_type || (term.container & kIdContainer) != 0;
  const Context* below = by_node && active->previous != nullptr ? active->previous : active;
  for (const json::Member& entry : value.members) {
    const Context* context = below;
    if (by_type) {
      const TermDefinition* type = processor_.meaning(*below, entry.key).term;
      if (type != nullptr && type->context.value != nullptr)
        context = processor_.process(below, type->context, {Override::No, Propagate::No});
    }
    std::vector<Item> items;
    expand(context, {Place::Property, key}, entry.value, items, FromMap::Yes);
    for (Item& item : items) index_item(*active, term, entry, std::move(item), into);
  }
}

/// Gives one value of a map what the map says of it.
void Expander::index_item(const Context& active, const TermDefinition& term,
                          const json::Member& entry, Item item, std::vector<Item>& into) {
  const KeyMeaning& meaning = processor_.meaning(active, entry.key);
  const bool none = meaning.keyword == Keyword::NoneWord;
  const auto is_graph = [](const Item& it) {
    return it.kind == ItemKind::Node && it.node->has_graph && !it.node->has_types &&
           !it.node->has_included && it.node->properties.empty() && it.node->reverse.empty();
  };
  if ((term.container & kGraphContainer) != 0 && !is_graph(item)) item = graph_of(std::move(item));
  if (none) {
    into.push_back(std::move(item));
    return;
  }
  if ((term.container & kIndexContainer) != 0 && !term.index.empty() && term.index != "@index") {
    if (item.kind != ItemKind::Node)
      throw Failure{"jsonld-invalid-value-object", item.offset, {{"found", shortened(entry.key)}}};
    const auto iri = processor_.expand_iri(active, term.index, As::Vocabulary);
    json::Value& text = made_.emplace_back();
    text.kind = json::Kind::String;
    text.text = entry.key;
    text.offset = entry.offset;
    Property property{iri.value_or(std::string_view()), entry.key, {}};
    property.items.push_back(value_of(active, term.index, text));
    item.node->properties.insert(item.node->properties.begin(), std::move(property));
  } else if ((term.container & kIndexContainer) != 0) {
    if (!item.has_index) {
      item.has_index = true;
      item.index = entry.key;
    }
  } else if ((term.container & kIdContainer) != 0 && item.kind == ItemKind::Node) {
    if (!item.node->has_id) {
      const auto iri = processor_.expand_iri(active, entry.key, As::Document);
      item.node->has_id = true;
      item.node->null_id = !iri;
      item.node->id = iri.value_or(std::string_view());
    }
  } else if ((term.container & kTypeContainer) != 0 && item.kind == ItemKind::Node) {
    const auto iri =
        meaning.ignored ? processor_.expand_iri(active, entry.key, As::Both) : meaning.iri;
    if (iri)
      item.node->types.insert(item.node->types.begin(),
                              {*iri, static_cast<std::uint32_t>(entry.offset)});
    item.node->has_types = true;
  }
  into.push_back(std::move(item));
}

}  // namespace pinakes::rdf::jsonld
