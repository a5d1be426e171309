// One record whole as JSON, through the field table.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/render/json.h"
#include "server/render/json_values.h"
#include "server/render/representations.h"

namespace pinakes {
namespace {
Json strings(const std::vector<std::string>& values) { return Json(values); }

/// A concept or agent with its names in all languages.
Json named(const Field& field, const Value& value) {
  Json out{{"id", value.id}};
  if (!value.iri.empty() && !value.iri.starts_with("_:")) out["iri"] = value.iri;
  out["label"] = language_map(value.labels);
  if (field.kind == Kind::Concept && !value.known) out["known"] = false;
  return out;
}

Json concepts(const std::vector<Value>& values) {
  static constexpr Field kAny{.name = "", .paths = {}, .kind = Kind::Concept};
  Json out = Json::array();
  for (const Value& value : values) out.push_back(named(kAny, value));
  return out;
}

Json field_of(const Field& field, const std::vector<Value>& values) {
  if (field.kind == Kind::Text) return language_map(literals_of(values));
  const auto one = [&](const Value& value) {
    return field.kind == Kind::Concept || field.kind == Kind::Agent ? named(field, value)
                                                                    : scalar(field, value);
  };
  if (field.has(kSingle)) return one(values.front());
  Json out = Json::array();
  for (const Value& value : values) out.push_back(one(value));
  return out;
}

Json fields_of(const Dataset& dataset, const Vocabularies& vocabularies) {
  Json fields = Json::object();
  for (const Field& field : kFields) {
    if (field.kind == Kind::Contact) continue;  // under "contacts"
    const std::vector<Value> found = values(dataset, field, vocabularies);
    if (!found.empty()) fields[field.name] = field_of(field, found);
  }
  if (fields.contains("holder")) fields["holder"]["stated"] = fields.contains("custodian");
  return fields;
}

Json contact_json(const Contact& contact) {
  return {{"names", language_map(contact.names)},
          {"emails", strings(contact.emails)},
          {"pages", strings(contact.pages)},
          {"telephones", strings(contact.telephones)}};
}

/// By the field that leads to them: whom to write to, and for each agent how to reach it.
Json contacts_of(const Dataset& dataset) {
  Json out = Json::object();
  for (const Field& field : kFields) {
    if (field.kind != Kind::Contact && field.kind != Kind::Agent) continue;
    Json list = Json::array();
    for (const Contact& contact : contacts(dataset, field)) list.push_back(contact_json(contact));
    if (!list.empty()) out[field.name] = std::move(list);
  }
  return out;
}

std::string_view role_name(Distribution::Role role) {
  switch (role) {
    case Distribution::Role::Sample:
      return "sample";
    case Distribution::Role::Analytics:
      return "analytics";
    case Distribution::Role::Data:
      break;
  }
  return "data";
}

Json distributions_of(const Dataset& dataset, const Vocabularies& vocabularies) {
  Json out = Json::array();
  for (const Distribution& distribution : distributions(dataset, vocabularies)) {
    Json entry{{"role", role_name(distribution.role)},
               {"title", language_map(distribution.titles)},
               {"description", language_map(distribution.descriptions)},
               {"access_urls", strings(distribution.access_urls)},
               {"download_urls", strings(distribution.download_urls)},
               {"file_format", concepts(distribution.formats)},
               {"licence", concepts(distribution.licences)}};
    entry["byte_size"] = distribution.byte_size < 0 ? Json(nullptr) : Json(distribution.byte_size);
    out.push_back(std::move(entry));
  }
  return out;
}

Json text_or_null(const Literal* text) {
  return text == nullptr ? Json(nullptr) : Json(text->text);
}

Json facts_of(const RecordFacts& facts) {
  return {{"source", facts.record.source},
          {"version", facts.record.version},
          {"first_listed", facts.record.first_listed},
          {"changed", facts.record.changed},
          {"findings", facts.findings}};
}

Json forms_of(const Record& record) {
  Json forms = Json::object();
  for (const Representation& form : representations())
    forms[form.extension] = "/datasets/" + record.id + "." + std::string(form.extension);
  return forms;
}
}  // namespace

std::string record_json(const RecordFacts& facts, const Dataset& dataset,
                        const Vocabularies& vocabularies, std::string_view lang) {
  const auto of = [&](std::string_view name) {
    return values(dataset, *find_field(name), vocabularies);
  };
  const ShownTitle title = shown_title(of("title"), of("identifier"), facts.record.id, lang);
  const std::vector<Literal> descriptions = literals_of(of("description"));
  const Literal* description = best_literal(descriptions, lang);
  Json body{{"id", facts.record.id}, {"iri", facts.record.iri}};
  body["url"] = "/datasets/" + facts.record.id;
  body["title"] = title.text;
  body["title_lang"] = title.language.empty() ? Json(nullptr) : Json(title.language);
  if (!title.translated_from.empty()) body["title_translated_from"] = title.translated_from;
  body["description"] = text_or_null(description);
  if (description != nullptr && !description->language.empty())
    body["description_lang"] = description->language;
  if (is_sample_record(dataset)) {
    body["illustration"] = true;
    body["notice"] = sample_notice(lang);
  }
  body["fields"] = fields_of(dataset, vocabularies);
  body["contacts"] = contacts_of(dataset);
  body["distributions"] = distributions_of(dataset, vocabularies);
  body["variables"] = {{"count", variables(dataset).size()}};
  body["record"] = facts_of(facts);
  body["forms"] = forms_of(facts.record);
  return body.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace pinakes
