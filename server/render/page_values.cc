// Values of fields as slots of templates: text, its language, where it leads.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/render/page_values.h"

#include <fstream>

#include "indexer/base/error.h"
#include "indexer/base/text.h"
#include "server/render/page_links.h"
#include "server/render/paragraphs.h"

namespace pinakes {
namespace {

void set_date(Slots& slots, const Speech& speech, const Value& value) {
  if (value.days.first == kDawn || value.days.last == kDusk) {
    slots["text"] = value.id;
    return;
  }
  const ShownDate shown = speech.sentences.date(value.days);
  slots["text"] = shown.text;
  slots["datetime"] = shown.datetime;
}

void set_label(Slots& slots, const Speech& speech, const Field& field, const Value& value) {
  const Literal* label = best_literal(names_of(speech, field, value), speech.lang());
  if (label == nullptr) {
    slots["text"] = value.iri.empty() ? value.id : value.iri;
    return;
  }
  const Slots shown = literal_slots(speech, *label);
  slots["lang"] = shown["lang"];
  slots["translated"] = shown["translated"];
  slots["text"] = plain_line(label->text);
}

Slots empty_value() {
  Slots slots;
  for (const char* name :
       {"lang", "translated", "href", "external", "datetime", "unknown", "paragraphs"})
    slots[name] = false;
  slots["text"] = "";
  return slots;
}

}  // namespace

FieldLabels::FieldLabels(const std::filesystem::path& file) {
  std::ifstream in(file);
  if (!in) throw Error(ErrorCode::Io, "cannot open '" + file.string() + "'");
  try {
    const nlohmann::json labels = nlohmann::json::parse(in);
    for (const auto& [name, entry] : labels.items())
      entries_[name] = {entry.at("label").get<std::string>(),
                        entry.at("definition").get<std::string>()};
  } catch (const nlohmann::json::exception& e) {
    throw Error(ErrorCode::Io, "'" + file.string() + "': " + e.what());
  }
}

std::string FieldLabels::label(std::string_view field) const {
  const auto found = entries_.find(field);
  return found == entries_.end() ? std::string(field) : found->second.first;
}

std::string FieldLabels::definition(std::string_view field) const {
  const auto found = entries_.find(field);
  return found == entries_.end() ? std::string() : found->second.second;
}

Slots or_false(std::string text) {
  if (text.empty()) return false;
  return text;
}

Slots literal_slots(const Speech& speech, const Literal& literal) {
  Slots slots{{"text", literal.text}};
  slots["lang"] = or_false(literal.language == speech.lang() ? "" : literal.language);
  slots["translated"] = false;
  if (!literal.translated_from.empty())
    slots["translated"] = speech.sentences.translated_from(literal.translated_from);
  return slots;
}

Literal title_or_untitled(const Speech& speech, const std::vector<Literal>& titles,
                          std::string_view identifier) {
  if (const Literal* best = best_literal(titles, speech.lang())) {
    Literal title = *best;
    title.text = plain_line(title.text);
    if (!title.text.empty()) return title;
  }
  return {speech("untitled", {{"identifier", std::string(identifier)}}), speech.lang(), {}};
}

Slots value_slots(const Speech& speech, const Field& field, const Value& value, Linking linking) {
  Slots slots = empty_value();
  switch (field.kind) {
    case Kind::Text:
      set_label(slots, speech, field, value);
      if (const Literal* text = best_literal(value.labels, speech.lang()))
        slots["paragraphs"] = or_false(paragraphs_html(text->text));
      break;
    case Kind::Concept:
    case Kind::Agent:
    case Kind::Contact:
      set_label(slots, speech, field, value);
      slots["unknown"] = field.kind == Kind::Concept && !value.known;
      break;
    case Kind::Date:
      set_date(slots, speech, value);
      break;
    case Kind::Period:
      slots["text"] = speech.sentences.period(value.days);
      break;
    case Kind::Integer:
      slots["text"] = speech.sentences.number(value.number);
      break;
    case Kind::Boolean:
    case Kind::Presence:
      slots["text"] = value_text(speech, field, value);
      break;
    case Kind::Link:
    case Kind::Code:
      slots["text"] = value.id.empty() ? value.iri : value.id;
      slots["external"] = or_false(safe_href(slots["text"].get<std::string>()));
      break;
  }
  const bool searchable = field.kind == Kind::Concept || field.kind == Kind::Agent;
  if (linking == Linking::Search && searchable && field.has(kFilter))
    slots["href"] = search_href(speech.lang(), {{std::string(field.name), value.id}});
  return slots;
}

const std::vector<Literal>& names_of(const Speech& speech, const Field& field, const Value& value) {
  if (!value.labels.empty() || field.kind != Kind::Concept) return value.labels;
  const Concept* known = speech.vocabularies->by_code(field.vocabulary, value.id);
  return known != nullptr ? known->labels : value.labels;
}

std::string value_text(const Speech& speech, const Field& field, const Value& value) {
  if (field.kind == Kind::Boolean || field.kind == Kind::Presence)
    return speech(value.id == "true" ? "yes" : "no");
  const Literal* label = best_literal(names_of(speech, field, value), speech.lang());
  return label != nullptr ? plain_line(label->text) : value.id;
}

Slots access_slots(const Speech& speech, const std::vector<Value>& values) {
  struct Level {
    std::string_view code, kind, sentence;
  };
  static constexpr Level kLevels[] = {{"PUBLIC", "open", "access_open"},
                                      {"RESTRICTED", "conditional", "access_conditional"},
                                      {"NON_PUBLIC", "permit", "access_permit"}};
  Slots slots{{"open", false}, {"conditional", false}, {"permit", false}, {"unstated", false}};
  if (values.empty()) {
    slots["unstated"] = true;
    slots["kind"] = "unstated";
    slots["lang"] = false;
    slots["label"] = speech("access_unstated_label");
    slots["sentence"] = speech("access_unstated");
    return slots;
  }
  const Value& value = values.front();
  const Slots shown = value_slots(speech, *find_field("access_rights"), value, Linking::None);
  slots["label"] = shown["text"];
  slots["lang"] = shown["lang"];
  slots["kind"] = "unstated";
  slots["sentence"] = speech("access_other");
  for (const Level& level : kLevels) {
    if (value.id != level.code) continue;
    slots[std::string(level.kind)] = true;
    slots["kind"] = level.kind;
    slots["sentence"] = speech(level.sentence);
  }
  if (slots["kind"] == "unstated") slots["unstated"] = true;
  return slots;
}

}  // namespace pinakes
