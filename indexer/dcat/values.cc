// Follows a field's paths and reads what is there as the field's kind.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/dcat/values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <unordered_set>

#include "indexer/base/iri.h"
#include "indexer/base/text.h"
#include "indexer/dcat/node_text.h"

namespace pinakes {
namespace {

using rdf::Graph;
using rdf::Term;
using rdf::TermId;
using rdf::TermKind;

struct Found {
  TermId object;
  Position where;
};

/// The objects at the end of a path, in the order of the file.
std::vector<Found> follow(const Graph& graph, TermId node, const Path& path) {
  std::vector<Found> at{{node, {}}};
  for (const std::string_view predicate : path) {
    if (predicate.empty()) break;
    const auto id = graph.find_iri(predicate);
    if (!id) return {};
    std::vector<Found> next;
    for (const Found& step : at)
      for (const rdf::Triple& triple : graph.about(step.object, *id))
        next.push_back({triple.object, graph.position(triple)});
    at = std::move(next);
  }
  std::stable_sort(at.begin(), at.end(), [](const Found& a, const Found& b) {
    return std::pair(a.where.line, a.where.column) < std::pair(b.where.line, b.where.column);
  });
  return at;
}

/// `slug-hex`, or the hex alone where nothing of the name is left.
std::string open_id(std::string_view name, std::string_view key, std::size_t digits) {
  std::string id = slug(name);
  if (!id.empty()) id += '-';
  return id + sha256_hex(key).substr(0, digits);
}

std::optional<Value> text_value(const Graph& graph, const Found& found) {
  const Term& term = graph[found.object];
  Value value;
  value.labels = term.kind == TermKind::Literal ? std::vector{literal_of(term)}
                                                : names_of(graph, found.object);
  std::erase_if(value.labels, [](const Literal& label) { return label.text.empty(); });
  if (value.labels.empty()) return std::nullopt;
  value.id = value.labels.front().text;
  return value;
}

std::optional<Value> code_value(const Term& term) {
  Value value;
  value.id = trim(term.value);
  if (value.id.empty() || is_anonymous(term)) return std::nullopt;
  if (term.kind == TermKind::Iri) value.iri = value.id;
  value.labels.push_back({value.id, {}, {}});
  return value;
}

std::optional<Value> concept_value(const Graph& graph, TermId object, const Field& field,
                                   const Vocabularies& vocabularies) {
  const Term& term = graph[object];
  const std::string_view text = trim(term.value);
  const bool is_literal = term.kind == TermKind::Literal;
  const Concept* known = is_literal ? vocabularies.by_code(field.vocabulary, text)
                                    : vocabularies.by_iri(field.vocabulary, text);
  Value value;
  if (term.kind == TermKind::Iri) value.iri = text;
  if (known != nullptr) {
    value.id = known->code;
    value.labels = known->labels;
    return value;
  }
  value.known = false;
  if (is_literal)
    value.labels.push_back(literal_of(term));
  else
    value.labels = names_of(graph, object);
  if (is_literal || is_anonymous(term)) {
    const Literal* name = best_literal(value.labels, "en");
    if (name == nullptr || name->text.empty()) return std::nullopt;
    value.id = open_id(name->text, fold(name->text), 6);
  } else {
    value.id = open_id(local_name(text), text, 6);
    if (value.labels.empty()) value.labels.push_back({std::string(local_name(text)), {}, {}});
  }
  return value;
}

std::optional<Value> agent_value(const Graph& graph, TermId object) {
  const Term& term = graph[object];
  Value value;
  if (term.kind == TermKind::Literal)
    value.labels.push_back(literal_of(term));
  else
    value.labels = names_of(graph, object);
  const bool has_iri = term.kind == TermKind::Iri && !is_anonymous(term);
  if (term.kind == TermKind::Iri) value.iri = term.value;
  if (value.labels.empty() && has_iri)
    value.labels.push_back({std::string(local_name(term.value)), {}, {}});
  const Literal* name = best_literal(value.labels, "en");
  if (name == nullptr || name->text.empty()) return std::nullopt;
  value.id = open_id(name->text, has_iri ? std::string(term.value) : fold(name->text), 8);
  return value;
}

std::optional<Value> date_value(const Term& term) {
  const auto days = parse_days(trim(term.value));
  if (!days) return std::nullopt;
  Value value;
  value.id = trim(term.value);
  value.days = *days;
  return value;
}

std::optional<Days> literal_days(const Graph& graph, TermId node, std::string_view predicate) {
  for (const TermId object : graph.objects(node, predicate))
    if (graph[object].kind == TermKind::Literal)
      if (const auto days = parse_days(trim(graph[object].value))) return days;
  return std::nullopt;
}

/// A point of time: the literal itself, or the date of a time:Instant.
std::optional<Days> days_at(const Graph& graph, TermId node,
                            std::initializer_list<std::string_view> predicates) {
  for (const std::string_view predicate : predicates) {
    if (const auto days = literal_days(graph, node, predicate)) return days;
    for (const TermId instant : graph.objects(node, predicate))
      for (const std::string_view date : {time_ns::kInXsdDate, time_ns::kInXsdDateTime})
        if (const auto days = literal_days(graph, instant, date)) return days;
  }
  return std::nullopt;
}

std::optional<Value> period_value(const Graph& graph, TermId object) {
  if (graph[object].kind == TermKind::Literal) return date_value(graph[object]);
  const auto start =
      days_at(graph, object, {dcat::kStartDate, schema::kStartDate, time_ns::kHasBeginning});
  const auto end = days_at(graph, object, {dcat::kEndDate, schema::kEndDate, time_ns::kHasEnd});
  if (!start && !end) return std::nullopt;
  Value value;
  value.days = {start ? start->first : kDawn, end ? end->last : kDusk};
  if (value.days.first > value.days.last) return std::nullopt;
  value.id = (start ? format_day(start->first) : "..") + "/" + (end ? format_day(end->last) : "..");
  return value;
}

std::optional<Value> integer_value(const Term& term) {
  std::string_view digits = trim(term.value);
  if (!digits.empty() && digits.front() == '+') digits.remove_prefix(1);
  Value value;
  const auto [end, problem] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value.number);
  if (digits.empty() || problem != std::errc{} || end != digits.data() + digits.size() ||
      value.number < 0)
    return std::nullopt;
  value.id = std::to_string(value.number);
  return value;
}

std::optional<Value> boolean_value(const Term& term) {
  const std::string_view text = trim(term.value);
  Value value;
  if (text == "true" || text == "1")
    value.id = "true";
  else if (text == "false" || text == "0")
    value.id = "false";
  else
    return std::nullopt;
  return value;
}

std::optional<Value> link_value(const Graph& graph, TermId object) {
  const Term& term = graph[object];
  Value value;
  const std::string_view text = trim(term.value);
  if (term.kind != TermKind::Literal) value.labels = names_of(graph, object);
  if (!is_anonymous(term)) {
    value.id = value.iri = text;
  } else if (const auto home = graph.object(object, foaf::kHomepage)) {
    value.id = value.iri = graph[*home].value;
  }
  if (value.id.empty()) return std::nullopt;
  return value;
}

std::optional<Value> contact_value(const Graph& graph, TermId object) {
  Value value;
  value.labels = names_of(graph, object);
  if (graph[object].kind == TermKind::Iri) value.iri = graph[object].value;
  if (const Literal* name = best_literal(value.labels, "en")) value.id = name->text;
  if (value.id.empty()) value.id = value.iri;
  if (value.id.empty()) return std::nullopt;
  return value;
}

std::optional<Value> read(const Graph& graph, const Found& found, const Field& field,
                          const Vocabularies& vocabularies) {
  const Term& term = graph[found.object];
  switch (field.kind) {
    case Kind::Text:
      return text_value(graph, found);
    case Kind::Code:
      return code_value(term);
    case Kind::Concept:
      return concept_value(graph, found.object, field, vocabularies);
    case Kind::Agent:
      return agent_value(graph, found.object);
    case Kind::Contact:
      return contact_value(graph, found.object);
    case Kind::Date:
      return date_value(term);
    case Kind::Period:
      return period_value(graph, found.object);
    case Kind::Integer:
      return integer_value(term);
    case Kind::Boolean:
      return boolean_value(term);
    case Kind::Link:
      return link_value(graph, found.object);
    case Kind::Presence:
      break;  // values() answers without reading
  }
  return std::nullopt;
}

/// What two values of a field must not share. Texts in two languages may be spelt alike.
std::string distinct_key(const Value& value, Kind kind) {
  if (kind != Kind::Text) return value.id;
  const Literal& label = value.labels.front();
  return label.language + '-' + label.translated_from + ':' + label.text;
}

}  // namespace

std::vector<Value> values(const Dataset& dataset, const Field& field,
                          const Vocabularies& vocabularies) {
  return values_at(dataset.graph, dataset.node, field, vocabularies);
}

std::vector<Value> values_at(const Graph& graph, TermId node, const Field& field,
                             const Vocabularies& vocabularies) {
  std::vector<Value> result;
  std::unordered_set<std::string> seen;
  for (const Path& path : field.paths) {
    if (path[0].empty()) break;
    const std::vector<Found> ends = follow(graph, node, path);
    if (field.kind == Kind::Presence) {
      Value value;
      value.id = ends.empty() ? "false" : "true";
      return {value};
    }
    for (const Found& found : ends) {
      std::optional<Value> value = read(graph, found, field, vocabularies);
      if (!value || !seen.insert(distinct_key(*value, field.kind)).second) continue;
      value->where = found.where;
      result.push_back(std::move(*value));
      if (field.has(kSingle)) return result;
    }
    if (!result.empty()) return result;
  }
  return result;
}

bool is_sample_record(const Dataset& dataset) {
  return dataset.graph.has(dataset.node, dct::kPublisher, kSamplesPublisher);
}

}  // namespace pinakes
