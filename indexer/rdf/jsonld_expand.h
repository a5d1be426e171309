// Expansion of JSON-LD (API section 5.1.2): objects of a document become nodes with whole IRIs.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "indexer/rdf/jsonld_context.h"

namespace pinakes::rdf::jsonld {

enum class ItemKind : std::uint8_t { Value, List, Node };

struct Node;

/// One expanded value. Views are of the document, the contexts or ContextProcessor::words().
struct Item {
  ItemKind kind = ItemKind::Node;
  Direction direction = Direction::Unset;       // Value
  bool has_type = false, has_language = false;  // Value
  bool has_index = false;
  std::uint32_t offset = 0;            // of what it came from
  const json::Value* value = nullptr;  // Value: a scalar, or anything with type @json
  std::string_view type, language, index;
  std::vector<Item> items;     // List
  std::unique_ptr<Node> node;  // Node
};

struct Property {
  std::string_view iri, key;  // the key as the document writes it
  std::vector<Item> items;
};
struct TypeName {
  std::string_view iri;
  std::uint32_t offset = 0;
};

struct Node {
  bool has_id = false, null_id = false, has_types = false, has_graph = false;
  bool has_included = false;
  bool lost = false;  // something of it could not be read
  std::string_view id;
  std::vector<TypeName> types;
  std::vector<Item> graph, included;
  std::vector<Property> properties, reverse;  // an IRI may stand twice
};
bool is_empty(const Node& node);

/// Receives what is found on the way.
class ExpandListener {
 public:
  virtual ~ExpandListener() = default;
  /// A part could not be read; the rest is.
  virtual void failed(const Failure& failure) = 0;
  /// A member is dropped because its key means nothing.
  virtual void ignored(const Context& active, const json::Member& member) = 0;
  /// A value is dropped because it belongs to no property.
  virtual void dropped(const json::Value& value) = 0;
  /// Statements about this IRI were lost with a part.
  virtual void lost(std::string_view iri) = 0;
};

/// One expansion of one document.
class Expander {
 public:
  Expander(ContextProcessor& processor, const Document& document, ExpandListener& listener)
      : processor_(processor), document_(document), listener_(listener) {}

  /// The expanded document; a single object with nothing but @graph is unwrapped. Throws Failure
  /// where nothing can be read.
  std::vector<Item> document(const Context* active);

 private:
  enum class Place : std::uint8_t { Top, Graph, Included, Reverse, Property };
  struct Under {  // the active property
    Place place = Place::Top;
    std::string_view key = {};
  };
  enum class Shape : std::uint8_t { None, One, Many };
  enum class FromMap : std::uint8_t { No, Yes };
  struct Building;  // an object whose members are being read

  // --- elements (jsonld_expand.cc) ---
  Shape expand(const Context* active, Under under, const json::Value& element,
               std::vector<Item>& into, FromMap from_map = FromMap::No);
  Shape scalar(const Context* active, Under under, const json::Value& element,
               std::vector<Item>& into);
  Shape array(const Context* active, Under under, const json::Value& element,
              std::vector<Item>& into, FromMap from_map);
  void array_item(const Context* active, Under under, const json::Value& item,
                  std::vector<Item>& into, FromMap from_map);
  Shape object(const Context* active, Under under, const json::Value& element,
               std::vector<Item>& into, FromMap from_map);
  Item value_of(const Context& active, std::string_view key, const json::Value& value);
  bool reverts(const Context& active, const json::Value& element);
  const Context* with_types(const Context* active, const json::Value& element, Building& building);
  void give_up(const Failure& failure, const Context& active, Under under, const json::Value& part);
  const TermDefinition* definition(const Context& active, Under under);

  // --- members (jsonld_members.cc) ---
  void members(const Context* active, const Context* type_scoped, Under under,
               const json::Value& element, Building& building);
  void member(const Context* active, const Context* type_scoped, Under under,
              const json::Member& member, Building& building);
  void keyword(Keyword word, const Context* active, const Context* type_scoped, Under under,
               const json::Member& member, Building& building);
  void plain_keyword(Keyword word, const json::Value& value, Building& building);
  void id(const Context& active, const json::Value& value, Building& building);
  void types(const Context& type_scoped, const json::Value& value, Building& building);
  void included(const Context* active, const json::Value& value, Building& building);
  void value(const json::Value& value, Building& building);
  void reverse(const Context* active, const json::Value& value, Building& building);
  void nested(const Context* active, const Context* type_scoped, Under under,
              const json::Member& nest, Building& building);
  void property(const Context* active, const json::Member& member, const KeyMeaning& meaning,
                Building& building);
  Shape finish(Building& building, Under under, std::vector<Item>& into);
  Shape finish_value(Building& building, Under under, std::vector<Item>& into);
  Shape finish_list(Building& building, Under under, std::vector<Item>& into);

  // --- containers (jsonld_containers.cc) ---
  void language_map(const Context& active, const TermDefinition& term, const json::Value& value,
                    std::vector<Item>& into);
  void index_map(const Context* active, std::string_view key, const TermDefinition& term,
                 const json::Value& value, std::vector<Item>& into);
  void index_item(const Context& active, const TermDefinition& term, const json::Member& entry,
                  Item item, std::vector<Item>& into);

  ContextProcessor& processor_;
  const Document& document_;
  ExpandListener& listener_;
  std::deque<json::Value> made_;  // texts that stand as keys in the document
  bool* lost_ = nullptr;          // of the node being read
};

/// What an object says before it is known what it is.
struct Expander::Building {
  std::unique_ptr<Node> node = std::make_unique<Node>();
  std::uint32_t offset = 0;
  std::uint32_t seen = 0;  // keywords, a bit each
  bool json_type = false, type_is_list = false;
  const json::Value* value = nullptr;
  const json::Value* language = nullptr;
  Direction direction = Direction::Unset;
  const json::Value* index = nullptr;
  std::vector<Item> list, set;
  std::vector<const json::Member*> nests;
  bool has(Keyword word) const { return (seen & bit(word)) != 0; }
  static std::uint32_t bit(Keyword word) { return 1U << static_cast<unsigned>(word); }
};

Item node_item(std::unique_ptr<Node> node, std::uint32_t offset);
/// `{"@graph": [item]}`.
Item graph_of(Item item);
Item list_of(std::vector<Item> items, std::uint32_t offset);

}  // namespace pinakes::rdf::jsonld
