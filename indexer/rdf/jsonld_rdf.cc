// Nodes, lists and values become statements (JSON-LD API sections 8.1 to 8.3).
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/jsonld_rdf.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <utility>

#include "indexer/base/text.h"
#include "indexer/rdf/characters.h"
#include "indexer/rdf/json_canonical.h"
#include "schemas/namespaces.h"

namespace pinakes::rdf::jsonld {
namespace {

/// BLANK_NODE_LABEL of N-Triples.
bool is_label(std::string_view label) {
  std::size_t at = 0;
  bool first = true;
  while (at < label.size()) {
    const char32_t c = next_code_point(label, at);
    const bool ascii = c < 0x80;
    const char byte = static_cast<char>(ascii ? c : U' ');
    const bool start = ascii ? has_class(byte, kNameStart) || has_class(byte, kDigit) || byte == '_'
                             : is_name_start(c);
    const bool inside = ascii ? has_class(byte, kNameChar) || byte == '.' : is_name_char(c);
    if (!(first ? start : start || inside)) return false;
    first = false;
  }
  return !label.empty() && label.back() != '.';
}

/// BCP 47 in outline, which is what RDF asks.
bool is_language_tag(std::string_view tag) {
  std::size_t length = 0;
  bool first = true;
  for (const char c : tag) {
    if (c == '-') {
      if (length == 0) return false;
      length = 0;
      first = false;
      continue;
    }
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (!letter && (first || c < '0' || c > '9')) return false;
    if (++length > 8) return false;
  }
  return length > 0;
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return result;
}

}  // namespace

NumberKind canonical_number(std::string_view written, bool as_double, std::string& into) {
  const bool digits_only = written.find_first_of(".eE") == std::string_view::npos;
  const double number = std::strtod(std::string(written).c_str(), nullptr);
  const bool whole = std::trunc(number) == number && std::abs(number) < 1e21;
  if (!as_double && whole) {
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%.0f", number);
    into = number == 0 ? "0" : digits_only ? std::string(written) : std::string(text.data());
    return NumberKind::Integer;
  }
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%.15E", number);
  const std::string_view all(text.data());
  const std::size_t e = all.find('E');
  std::string_view mantissa = all.substr(0, e);
  while (mantissa.ends_with('0') && !mantissa.ends_with(".0")) mantissa.remove_suffix(1);
  into = std::string(mantissa) + 'E' + std::to_string(std::atoi(text.data() + e + 1));
  return NumberKind::Double;
}

void StatementMaker::document(const std::vector<Item>& items) { graph(items); }

void StatementMaker::graph(const std::vector<Item>& items) {
  for (const Item& item : items) inner(item);
}

/// What an item says itself, whoever names it.
void StatementMaker::inner(const Item& item) {
  if (item.kind == ItemKind::List)
    for (const Item& each : item.items) inner(each);
  if (item.kind == ItemKind::Node) contents(*item.node, subject(*item.node, item.offset, {}));
}

Term StatementMaker::fresh() {
  return blank(words_.keep(std::string(kUnlabelled) + std::to_string(blanks_++)));
}

Term StatementMaker::blank_of(std::string_view label) {
  const bool reserved = label.starts_with(kUnlabelled);
  if (!reserved && is_label(label)) return blank(label);
  const auto known = renamed_.find(label);
  if (known != renamed_.end()) return blank(known->second);
  std::string_view name;
  if (is_label(label))
    name =
        words_.keep(std::string(kUnlabelled) + "_" + std::string(label.substr(kUnlabelled.size())));
  else
    name = fresh().value;
  renamed_.emplace(std::string(label), name);
  return blank(name);
}

StatementMaker::Subject StatementMaker::subject(const Node& node, std::uint32_t offset,
                                                std::string_view property) {
  if (!node.has_id) return fresh();
  if (node.id.starts_with("_:")) return blank_of(node.id.substr(2));
  if (!node.null_id && is_well_formed_iri(node.id)) return iri(node.id);
  listener_.no_statement(NoStatement::BadIri, property, node.id, offset);
  return std::nullopt;
}

void StatementMaker::emit(const Term& subject, std::string_view predicate, const Term& object,
                          std::uint32_t offset) {
  growth_.add(predicate.size());
  if (growth_.too_much())
    throw Failure{std::string(Growth::kCode),
                  offset,
                  {{"limit", std::to_string(Growth::kTimes)}},
                  nullptr,
                  true};
  sink_.statement(subject, iri(predicate), object, places_.at(offset));
}

void StatementMaker::types(const Node& node, const Subject& subject) {
  if (!subject) return;
  for (const TypeName& type : node.types) {
    if (type.iri.starts_with("_:"))
      emit(*subject, rdf_ns::kType, blank_of(type.iri.substr(2)), type.offset);
    else if (is_well_formed_iri(type.iri))
      emit(*subject, rdf_ns::kType, iri(type.iri), type.offset);
    else
      listener_.no_statement(NoStatement::BadIri, rdf_ns::kType, type.iri, type.offset);
  }
}

void StatementMaker::contents(const Node& node, const Subject& subject) {
  if (node.lost && subject) sink_.lost(*subject);
  types(node, subject);
  for (const Property& each : node.properties) property(each, subject);
  for (const Property& each : node.reverse) reverse_property(each, subject);
  for (const Item& item : node.included) inner(item);
  if (!node.has_graph) return;
  if (!subject) return;  // a graph without name cannot be said
  const std::optional<Term> outer = std::exchange(graph_, subject);
  sink_.graph(&*subject);
  graph(node.graph);
  graph_ = outer;
  sink_.graph(outer ? &*outer : nullptr);
}

bool StatementMaker::good_predicate(const Property& property) {
  if (is_well_formed_iri(property.iri)) return true;
  const std::uint32_t at = property.items.empty() ? 0 : property.items.front().offset;
  if (!property.items.empty())
    listener_.no_statement(NoStatement::BadPredicate, property.key, property.iri, at);
  return false;
}

void StatementMaker::property(const Property& property, const Subject& subject) {
  const bool good = good_predicate(property);
  for (const Item& item : property.items)
    if (good)
      object(subject, property.iri, item);
    else
      inner(item);
}

void StatementMaker::reverse_property(const Property& property, const Subject& subject) {
  const bool good = good_predicate(property);
  for (const Item& item : property.items) {
    const Subject other = this->subject(*item.node, item.offset, property.iri);
    if (good && subject && other) emit(*other, property.iri, *subject, item.offset);
    contents(*item.node, other);
  }
}

/// The statement that names the object, then the object's own.
void StatementMaker::object(const Subject& subject, std::string_view predicate, const Item& item) {
  if (!subject) {
    inner(item);
    return;
  }
  switch (item.kind) {
    case ItemKind::Value:
      value(*subject, predicate, item);
      break;
    case ItemKind::List:
      if (item.items.empty()) {
        emit(*subject, predicate, iri(rdf_ns::kNil), item.offset);
      } else {
        const Term head = fresh();
        emit(*subject, predicate, head, item.offset);
        list(item.items, head, item.offset);
      }
      break;
    case ItemKind::Node: {
      const Subject named = this->subject(*item.node, item.offset, predicate);
      if (named) emit(*subject, predicate, *named, item.offset);
      contents(*item.node, named);
      break;
    }
  }
}

/// List Conversion (section 8.3.2).
void StatementMaker::list(const std::vector<Item>& items, Term head, std::uint32_t offset) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    object(head, rdf_ns::kFirst, items[i]);
    const bool last = i + 1 == items.size();
    const Term rest = last ? iri(rdf_ns::kNil) : fresh();
    emit(head, rdf_ns::kRest, rest, last ? offset : items[i + 1].offset);
    head = rest;
  }
}

/// Object to RDF Conversion (section 8.2.2).
void StatementMaker::value(const Term& subject, std::string_view predicate, const Item& item) {
  const json::Value& written = *item.value;
  if (item.has_type && item.type == text_of(Keyword::Json)) {
    buffer_.clear();
    append_canonical_json(buffer_, written);
    emit(subject, predicate, typed(buffer_, rdf_ns::kJson), item.offset);
    return;
  }
  if (item.has_type && !is_well_formed_iri(item.type)) {
    listener_.no_statement(NoStatement::BadDatatype, predicate, item.type, item.offset);
    return;
  }
  if (written.is(json::Kind::String)) {
    text_value(subject, predicate, item);
  } else if (written.is(json::Kind::Boolean)) {
    emit(subject, predicate,
         typed(written.boolean ? "true" : "false", item.has_type ? item.type : xsd::kBoolean),
         item.offset);
  } else {
    const bool as_double = item.has_type && item.type == xsd::kDouble;
    const NumberKind kind = canonical_number(written.text, as_double, buffer_);
    const std::string_view own = kind == NumberKind::Integer ? xsd::kInteger : xsd::kDouble;
    emit(subject, predicate, typed(buffer_, item.has_type ? item.type : own), item.offset);
  }
}

void StatementMaker::text_value(const Term& subject, std::string_view predicate, const Item& item) {
  const std::string_view text = item.value->text;
  if (item.has_language && !is_language_tag(item.language)) {
    listener_.no_statement(NoStatement::BadLanguage, predicate, item.language, item.offset);
  } else if (item.has_type) {
    // A literal of RDF without datatype is an xsd:string.
    const std::string_view datatype = item.type == xsd::kString ? std::string_view() : item.type;
    emit(subject, predicate, typed(text, datatype), item.offset);
  } else if (item.direction != Direction::Unset && direction_ != RdfDirection::None) {
    with_direction(subject, predicate, item);
  } else {
    if (item.direction != Direction::Unset)
      listener_.no_statement(NoStatement::Direction, predicate, {}, item.offset);
    emit(subject, predicate, literal(text, item.language), item.offset);
  }
}

void StatementMaker::with_direction(const Term& subject, std::string_view predicate,
                                    const Item& item) {
  const std::string_view direction = item.direction == Direction::Ltr ? "ltr" : "rtl";
  const std::string language = lower(item.language);
  if (direction_ == RdfDirection::I18nDatatype) {
    const std::string datatype =
        std::string(i18n::kNamespace) + language + "_" + std::string(direction);
    emit(subject, predicate, typed(item.value->text, datatype), item.offset);
    return;
  }
  const Term compound = fresh();
  emit(subject, predicate, compound, item.offset);
  emit(compound, rdf_ns::kValue, literal(item.value->text), item.offset);
  if (item.has_language) emit(compound, rdf_ns::kLanguage, literal(language), item.offset);
  emit(compound, rdf_ns::kDirection, literal(direction), item.offset);
}

}  // namespace pinakes::rdf::jsonld
