// Values of fields as JSON.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/render/json_values.h"

#include "indexer/base/date.h"

namespace pinakes {
namespace {
/// The BCP 47 tag of a literal: `fr`, `fr-t-nl` (RFC 6497), `und` without a language.
std::string tag_of(const Literal& literal) {
  if (literal.language.empty()) return "und";
  return literal.translated_from.empty() ? literal.language
                                         : literal.language + "-t-" + literal.translated_from;
}

Json day_or_null(std::int32_t day, std::int32_t open) {
  return day == open ? Json(nullptr) : Json(format_day(day));
}
}  // namespace

std::string_view sample_notice(std::string_view lang) {
  return lang == "fr" ? "Exemple fictif" : "Illustration, not a real record";
}

std::vector<Literal> literals_of(const std::vector<Value>& values) {
  std::vector<Literal> out;
  for (const Value& value : values) out.insert(out.end(), value.labels.begin(), value.labels.end());
  return out;
}

Json language_map(const std::vector<Literal>& literals) {
  Json map = Json::object();
  for (const Literal& literal : literals) {
    Json& entry = map[tag_of(literal)];
    if (entry.is_null()) {
      entry = literal.text;
    } else {
      if (entry.is_string()) entry = Json::array({entry});
      entry.push_back(literal.text);
    }
  }
  return map;
}

Json labelled(const Value& value, std::string_view lang) {
  const Literal* label = best_literal(value.labels, lang);
  return {{"id", value.id}, {"label", label != nullptr ? label->text : value.id}};
}

Json period(const Days& days) {
  return {{"from", day_or_null(days.first, kDawn)}, {"to", day_or_null(days.last, kDusk)}};
}

Json scalar(const Field& field, const Value& value) {
  switch (field.kind) {
    case Kind::Integer:
      return value.number;
    case Kind::Boolean:
    case Kind::Presence:
      return value.id == "true";
    case Kind::Period:
      return period(value.days);
    case Kind::Link:
      return value.iri.empty() ? value.id : value.iri;
    default:
      return value.id;
  }
}

}  // namespace pinakes
