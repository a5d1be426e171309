// The table of JSON schemas: one row for each place where datasets may stand.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/json_reader.h"

#include <algorithm>
#include <array>
#include <string>

#include "indexer/base/json.h"
#include "indexer/rdf/json_lift.h"
#include "indexer/rdf/jsonld_reader.h"
#include "indexer/rdf/syntax.h"
#include "schemas/namespaces.h"

namespace pinakes::rdf {
namespace {

using json::Kind;
using json::Value;

/// How a schema is read.
enum class Way : std::uint8_t { Lift, JsonLd, Refuse };

/// A document is of the schema if what stands at `path` (an object, or the first of a list) has all
/// the keys of `has`; a list without items tells nothing but its place.
struct JsonSchema {
  std::string_view name;
  std::array<std::string_view, 2> path;
  std::array<std::string_view, 2> has;
  Way way = Way::Lift;
  std::string_view space;         // Lift: namespace; JsonLd: address of the context; Refuse: code
  std::string_view address = {};  // Lift: the key that names a dataset
};

constexpr std::string_view kHdrUkName = "HDR UK 2.0.0", kDcatUs = "DCAT-US 1.1", kCkanName = "CKAN",
                           kTableName = "Table Schema";
// clang-format off
constexpr auto kSchemas = std::to_array<JsonSchema>({
    {kHdrUkName, {"dataModels"}, {"@schema", "summary"}, Way::Lift, lifted::kHdrUk, "identifier"},
    {kHdrUkName, {}, {"@schema", "summary"}, Way::Lift, lifted::kHdrUk, "identifier"},
    {{}, {"dataModels"}, {"domainType"}, Way::Refuse, "json-hdruk-1"},
    {kDcatUs, {"dataset"}, {"title"}, Way::JsonLd, pod::kContext},
    {kCkanName, {"result", "results"}, {"name"}, Way::Lift, lifted::kCkan, "uri"},
    {kCkanName, {"result"}, {"resources"}, Way::Lift, lifted::kCkan, "uri"},
    {kCkanName, {"result"}, {"notes", "name"}, Way::Lift, lifted::kCkan, "uri"},
    {kCkanName, {}, {"resources"}, Way::Lift, lifted::kCkan, "uri"},
    {kCkanName, {}, {"notes", "name"}, Way::Lift, lifted::kCkan, "uri"},
    {{}, {"result"}, {}, Way::Refuse, "json-names-only"},
    {kDcatUs, {}, {"title", "distribution"}, Way::JsonLd, pod::kContext},
    {kDcatUs, {}, {"title", "accessLevel"}, Way::JsonLd, pod::kContext},
    {kTableName, {}, {"fields"}, Way::Lift, lifted::kTableSchema},
});
// clang-format on

/// Names for messages, each once.
std::string known_names() {
  std::string names = "JSON-LD";
  for (const std::string_view name : {kDcatUs, kHdrUkName, kCkanName, kTableName})
    names.append(", ").append(name);
  return names;
}

const Value* at_path(const Value& root, const std::array<std::string_view, 2>& path) {
  const Value* at = &root;
  for (const std::string_view key : path)
    if (!key.empty() && at != nullptr) at = at->find(key);
  return at;
}

bool all_texts(const Value& list) {
  return list.is(Kind::Array) && !list.items.empty() &&
         std::ranges::all_of(list.items, [](const Value& item) { return item.is(Kind::String); });
}

bool fits(const Value& root, const JsonSchema& schema) {
  const Value* at = at_path(root, schema.path);
  if (at == nullptr) return false;
  if (schema.has[0].empty()) return all_texts(*at);
  if (at->is(Kind::Array)) {
    if (at->items.empty()) return !schema.path[0].empty() && schema.way == Way::JsonLd;
    at = &at->items.front();
  }
  return at->is(Kind::Object) && std::ranges::all_of(schema.has, [&](std::string_view key) {
           return key.empty() || at->find(key) != nullptr;
         });
}

bool has_key(const Value& root, std::span<const std::string_view> keys) {
  const auto one = [&](const Value& value) {
    return std::ranges::any_of(keys,
                               [&](std::string_view key) { return value.find(key) != nullptr; });
  };
  return one(root) || (root.is(Kind::Array) && std::ranges::any_of(root.items, one));
}

constexpr auto kContextKey = std::to_array<std::string_view>({"@context"});
constexpr auto kNodeKeys = std::to_array<std::string_view>({"@graph", "@id", "@type"});

/// DCAT-US makes @type optional; without it nothing would say what is a dataset.
void give_types(Value& at) {
  if (at.is(Kind::Array)) {
    for (Value& item : at.items) give_types(item);
    return;
  }
  if (!at.is(Kind::Object) || at.find("@type") != nullptr) return;
  json::Member type;
  type.key = "@type";
  type.offset = type.value.offset = at.offset;
  type.value.kind = Kind::String;
  type.value.text = dcat::kDataset;
  at.members.push_back(std::move(type));
}

/// The keys at the top as a message names them.
std::string keys_of(const Value& root) {
  constexpr std::size_t kMostKeys = 8;
  const Value* object = root.is(Kind::Array) && !root.items.empty() ? &root.items.front() : &root;
  std::string names;
  for (std::size_t i = 0; i < object->members.size() && i < kMostKeys; ++i)
    names.append(names.empty() ? "'" : ", '")
        .append(excerpt(object->members[i].key, 0))
        .append("'");
  if (object->members.size() > kMostKeys) names += "...";
  return names;
}

bool refuse(const Source& source, const Value& root, std::string_view code, Diagnostics& found) {
  Diagnostic one{std::string(code), Severity::Error, {}, {}};
  if (code.empty()) {
    std::string keys = keys_of(root);
    one.code = keys.empty() ? "json-schema-empty" : "json-schema-unknown";
    one.arguments = {{"known", known_names()}, {"keys", std::move(keys)}};
  }
  one.place = {std::string(source.file), json::position_of(source.text, root.offset), {}};
  found.push_back(std::move(one));
  return false;
}

bool read_as(const JsonSchema& schema, Value& root, const Source& source, Sink& into,
             Diagnostics& found) {
  if (schema.way == Way::Refuse) return refuse(source, root, schema.space, found);
  if (schema.way == Way::Lift) {
    lift_json(root, source, {schema.space, schema.path, schema.address}, into);
    return true;
  }
  Value* datasets = &root;
  for (json::Member& member : root.members)
    if (member.key == schema.path[0]) datasets = &member.value;
  give_types(*datasets);
  return read_jsonld(root, source, into, found, schema.space);
}

}  // namespace

bool read_json(const Source& source, Sink& into, Diagnostics& found) {
  Value root;
  const std::size_t before = found.size();
  if (!json::parse(source.text, source.file, root, found)) return false;
  const bool good =
      std::none_of(found.begin() + static_cast<std::ptrdiff_t>(before), found.end(),
                   [](const Diagnostic& one) { return one.severity == Severity::Error; });
  if (has_key(root, kContextKey)) return read_jsonld(root, source, into, found, {}) && good;
  const auto schema =
      std::ranges::find_if(kSchemas, [&](const JsonSchema& row) { return fits(root, row); });
  if (schema != kSchemas.end()) return read_as(*schema, root, source, into, found) && good;
  if (has_key(root, kNodeKeys)) return read_jsonld(root, source, into, found, {}) && good;
  return refuse(source, root, {}, found);
}

}  // namespace pinakes::rdf
