// Walks the tree once; its depth is bounded by the parser.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/json_lift.h"

#include <algorithm>

#include "indexer/base/iri.h"
#include "indexer/rdf/syntax.h"
#include "schemas/namespaces.h"

namespace pinakes::rdf {
namespace {

using json::Kind;
using json::Member;
using json::Value;

void write_string(std::string_view text, std::string& to) {
  constexpr std::string_view kHex = "0123456789abcdef";
  to += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      to += '\\';
      to += c;
    } else if (byte < 0x20) {
      to.append("\\u00").append(1, kHex[byte >> 4U]).append(1, kHex[byte & 15U]);
    } else {
      to += c;
    }
  }
  to += '"';
}

void write_json(const Value& value, std::string& to);

void write_items(const Value& value, std::string& to) {
  const char* between = "";
  for (const Value& item : value.items) {
    to += between;
    write_json(item, to);
    between = ",";
  }
  for (const Member& member : value.members) {
    to += between;
    write_string(member.key, to);
    to += ':';
    write_json(member.value, to);
    between = ",";
  }
}

void write_json(const Value& value, std::string& to) {
  switch (value.kind) {
    case Kind::Null:
      to += "null";
      break;
    case Kind::Boolean:
      to += value.boolean ? "true" : "false";
      break;
    case Kind::Number:
      to += value.text;
      break;
    case Kind::String:
      write_string(value.text, to);
      break;
    case Kind::Array:
      to += '[';
      write_items(value, to);
      to += ']';
      break;
    case Kind::Object:
      to += '{';
      write_items(value, to);
      to += '}';
  }
}

/// Order and repetition matter in it: co-ordinates.
bool is_one_value(const Value& array) {
  return std::ranges::any_of(array.items, [](const Value& item) {
    return item.is(Kind::Array) || item.is(Kind::Number) || item.is(Kind::Null);
  });
}

/// A shape of GeoJSON (RFC 7946 section 3.1).
bool is_geometry(const Value& object) {
  const Value* type = object.find("type");
  const Value* where = object.find("coordinates");
  return type != nullptr && type->is(Kind::String) && where != nullptr && where->is(Kind::Array);
}

std::string_view number_type(std::string_view text) {
  if (text.find_first_of("eE") != std::string_view::npos) return xsd::kDouble;
  return text.find('.') == std::string_view::npos ? xsd::kInteger : xsd::kDecimal;
}

class Lifting {
 public:
  Lifting(const Source& source, const Lift& how, Sink& into)
      : how_(how),
        into_(into),
        places_(source.text, source.text.starts_with("\xEF\xBB\xBF") ? 3 : 0),
        type_(std::string(how.space).append(lifted::kDataset)) {}

  void document(const Value& root) {
    if (how_.path[0].empty()) return datasets(root, nullptr, {});
    const std::string top = new_label();
    members(root, blank(top), 0);
  }

 private:
  /// The dataset or datasets at the end of the path; `holder` is what they are the values of.
  void datasets(const Value& value, const Term* holder, std::string_view property) {
    if (value.is(Kind::Array)) {
      for (const Value& item : value.items) datasets(item, holder, property);
    } else if (value.is(Kind::Object)) {
      const std::string name = address(value);
      const std::string label = name.empty() ? new_label() : std::string();
      const Term node = name.empty() ? blank(label) : iri(name);
      const Position where = places_.at(value.offset);
      if (holder != nullptr) into_.statement(*holder, iri(property), node, where);
      into_.statement(node, iri(rdf_ns::kType), iri(type_), where);
      members(value, node, kBelow);
    } else if (holder != nullptr) {
      one(*holder, property, value);
    }
  }

  std::string address(const Value& dataset) const {
    const Value* own = how_.address.empty() ? nullptr : dataset.find(how_.address);
    if (own == nullptr || !own->is(Kind::String) || !is_absolute_iri(own->text)) return {};
    const auto bad = [](char c) {
      return static_cast<unsigned char>(c) <= ' ' ||
             std::string_view("<>\"{}|\\^`").find(c) != std::string_view::npos;
    };
    return std::ranges::any_of(own->text, bad) ? std::string() : own->text;
  }

  /// `depth`: steps of the path that lie behind.
  void members(const Value& object, const Term& node, std::size_t depth) {
    for (const Member& member : object.members) {
      const std::string property = key_iri(how_.space, member.key);
      if (depth < how_.path.size() && member.key == how_.path.at(depth) &&
          !how_.path.at(depth).empty())
        on_the_path(member.value, node, property, depth + 1);
      else
        value(node, property, member.value);
    }
  }

  void on_the_path(const Value& inner, const Term& node, std::string_view property,
                   std::size_t depth) {
    const bool end = depth == how_.path.size() || how_.path.at(depth).empty();
    if (end) return datasets(inner, &node, property);
    if (!inner.is(Kind::Object)) return value(node, property, inner);
    const std::string label = new_label();
    into_.statement(node, iri(property), blank(label), places_.at(inner.offset));
    members(inner, blank(label), depth);
  }

  void value(const Term& node, std::string_view property, const Value& inner) {
    if (!inner.is(Kind::Array)) return one(node, property, inner);
    if (is_one_value(inner)) return as_json(node, property, inner);
    for (const Value& item : inner.items) one(node, property, item);
  }

  void one(const Term& node, std::string_view property, const Value& inner) {
    switch (inner.kind) {
      case Kind::Null:
        break;
      case Kind::Boolean:
        state(node, property, typed(inner.boolean ? "true" : "false", xsd::kBoolean), inner);
        break;
      case Kind::Number:
        state(node, property, typed(inner.text, number_type(inner.text)), inner);
        break;
      case Kind::String:
        state(node, property, literal(inner.text), inner);
        break;
      case Kind::Array:
        as_json(node, property, inner);
        break;
      case Kind::Object:
        if (is_geometry(inner)) return as_json(node, property, inner);
        const std::string label = new_label();
        state(node, property, blank(label), inner);
        members(inner, blank(label), kBelow);
    }
  }

  void as_json(const Term& node, std::string_view property, const Value& inner) {
    std::string text;
    write_json(inner, text);
    state(node, property, typed(text, rdf_ns::kJson), inner);
  }

  void state(const Term& node, std::string_view property, const Term& object, const Value& inner) {
    into_.statement(node, iri(property), object, places_.at(inner.offset));
  }

  std::string new_label() { return std::string(kUnlabelled) + std::to_string(++labels_); }

  static constexpr std::size_t kBelow = 100;  // the path ends above

  const Lift& how_;
  Sink& into_;
  PlaceCounter places_;
  std::string type_;
  std::size_t labels_ = 0;
};

}  // namespace

void lift_json(const json::Value& root, const Source& source, const Lift& how, Sink& into) {
  Lifting(source, how, into).document(root);
}

std::string key_iri(std::string_view space, std::string_view key) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string result(space);
  for (const char c : key) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= ' ' || byte == 0x7F ||
        std::string_view("<>\"{}|\\^`%#").find(c) != std::string_view::npos)
      result.append("%").append(1, kHex[byte >> 4U]).append(1, kHex[byte & 15U]);
    else
      result += c;
  }
  return result;
}

}  // namespace pinakes::rdf
