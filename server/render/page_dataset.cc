// The page of one dataset as slots of web/pages/dataset.html.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/render/page_dataset.h"

#include <algorithm>
#include <array>

#include "server/render/page_card.h"
#include "server/render/page_links.h"
#include "server/render/paragraphs.h"

namespace pinakes {
namespace {

constexpr std::size_t kFilterableVariables = 12;  // from here on a search box helps

std::vector<Literal> literals_of(const Dataset& dataset, std::string_view field,
                                 const Vocabularies& vocabularies) {
  std::vector<Literal> out;
  for (const Value& value : values(dataset, *find_field(field), vocabularies))
    out.insert(out.end(), value.labels.begin(), value.labels.end());
  return out;
}

// A publisher's text as paragraphs in its language; false where there is none.
Slots text_slots(const Speech& speech, const Literal* literal) {
  if (literal == nullptr) return false;
  Slots slots = literal_slots(speech, *literal);
  slots["paragraphs"] = paragraphs_html(literal->text);
  if (slots["paragraphs"] == "") return false;
  return slots;
}

Slots line_slots(const Speech& speech, const std::vector<Literal>& literals) {
  const Literal* best = best_literal(literals, speech.lang());
  if (best == nullptr) return false;
  Slots slots = literal_slots(speech, *best);
  slots["text"] = plain_line(best->text);
  return slots;
}

// The title and description in the languages that are not shown above.
Slots version_slots(const Speech& speech, const std::vector<Literal>& titles,
                    const std::vector<Literal>& descriptions) {
  struct Version {
    std::string language, translated_from;
    const Literal *title = nullptr, *description = nullptr;
  };
  std::vector<Version> versions;
  const auto version_of = [&](const Literal& literal) -> Version& {
    for (Version& version : versions)
      if (version.language == literal.language &&
          version.translated_from == literal.translated_from)
        return version;
    return versions.emplace_back(Version{literal.language, literal.translated_from});
  };
  const Literal* shown_title = best_literal(titles, speech.lang());
  const Literal* shown_text = best_literal(descriptions, speech.lang());
  for (const Literal& title : titles)
    if (&title != shown_title) version_of(title).title = &title;
  for (const Literal& text : descriptions)
    if (&text != shown_text) version_of(text).description = &text;
  Slots out = Slots::array();
  for (const Version& version : versions) {
    Slots slots{{"name", version.language.empty()
                             ? speech("language_unstated")
                             : speech.sentences.language_name(version.language)}};
    slots["title"] = version.title == nullptr ? Slots(false) : line_slots(speech, {*version.title});
    slots["description"] = text_slots(speech, version.description);
    slots["translated"] = version.translated_from.empty()
                              ? Slots(false)
                              : Slots(speech.sentences.translated_from(version.translated_from));
    out.push_back(std::move(slots));
  }
  return out;
}

class Glance {
 public:
  Glance(const Speech& speech, const Dataset& dataset, const Vocabularies& vocabularies)
      : speech_(speech), dataset_(dataset), vocabularies_(vocabularies) {}

  Slots facts() {
    period();
    number("number_of_unique_individuals", "fact_people");
    number("number_of_records", "fact_records");
    places();
    ages();
    if (const auto dates = all("modified"); !dates.empty())
      add(speech_("fact_updated"),
          value_slots(speech_, *find_field("modified"), dates.front(), Linking::None));
    return std::move(facts_);
  }

 private:
  std::vector<Value> all(std::string_view field) const {
    return values(dataset_, *find_field(field), vocabularies_);
  }
  void add(std::string label, Slots value) {
    if (!value.contains("bar")) value["bar"] = false;
    value["label"] = std::move(label);
    facts_.push_back(std::move(value));
  }
  void add_text(std::string label, std::string text) {
    add(std::move(label), {{"text", std::move(text)}, {"lang", false}, {"datetime", false}});
  }
  void period() {
    const auto periods = all("temporal");
    if (periods.empty()) return;
    Days days = periods.front().days;
    for (const Value& value : periods) {
      days.first = std::min(days.first, value.days.first);
      days.last = std::max(days.last, value.days.last);
    }
    Slots slots{{"text", speech_.sentences.years(days)}, {"lang", false}, {"datetime", false}};
    if (slots["text"] == "") return;
    YearAxis axis{current_year() - 25, current_year()};
    if (days.first != kDawn) axis.first = std::clamp(year_of(days.first), 1900, axis.first);
    axis.first -= axis.first % 10;
    slots["bar"] = years_bar(axis, days);
    add(speech_("fact_years"), std::move(slots));
  }
  void number(std::string_view field, std::string_view label) {
    if (const auto found = all(field); !found.empty())
      add_text(speech_(label), speech_.sentences.number(found.front().number));
  }
  void places() {
    const auto found = all("spatial");
    if (found.empty()) return;
    std::string text;
    for (std::size_t i = 0; i < std::min<std::size_t>(found.size(), 3); ++i)
      text += (i == 0 ? "" : ", ") + value_text(speech_, *find_field("spatial"), found[i]);
    if (found.size() > 3)
      text =
          speech_("and_more", {{"list", text}, {"n", static_cast<std::int64_t>(found.size() - 3)}});
    add_text(speech_.labels.label("spatial"), text);
  }
  void ages() {
    const auto from = all("min_typical_age"), to = all("max_typical_age");
    if (from.empty() && to.empty()) return;
    if (from.empty())
      return add_text(speech_("fact_ages"), speech_("ages_to", {{"to", to.front().number}}));
    if (to.empty())
      return add_text(speech_("fact_ages"), speech_("ages_from", {{"from", from.front().number}}));
    add_text(speech_("fact_ages"),
             speech_("ages_both", {{"from", from.front().number}, {"to", to.front().number}}));
  }

  const Speech& speech_;
  const Dataset& dataset_;
  const Vocabularies& vocabularies_;
  Slots facts_ = Slots::array();
};

Slots keyword_slots(const Speech& speech, const Dataset& dataset,
                    const Vocabularies& vocabularies) {
  std::vector<Value> mine, others;
  for (Value& value : values(dataset, *find_field("keyword"), vocabularies)) {
    const bool here = !value.labels.empty() && value.labels.front().language == speech.lang() &&
                      value.labels.front().translated_from.empty();
    (here ? mine : others).push_back(std::move(value));
  }
  Slots out = Slots::array();
  for (const auto* list : {&mine, &others})
    for (const Value& value : *list) {
      Slots slots = value_slots(speech, *find_field("keyword"), value, Linking::None);
      slots["href"] =
          search_href(speech.lang(), {{"q", "\"" + slots["text"].get<std::string>() + "\""}});
      out.push_back(std::move(slots));
    }
  return out;
}

Slots table_slots(const Speech& speech, const std::vector<Variable>& all) {
  Slots tables = Slots::array();
  for (const Variable& variable : all) {
    if (tables.empty() || tables.back()["title"] != or_false(variable.table))
      tables.push_back({{"title", or_false(variable.table)}, {"rows", Slots::array()}});
    Slots row{{"name", variable.name}, {"type", or_false(variable.datatype)}};
    row["label"] = line_slots(speech, variable.titles);
    row["description"] = line_slots(speech, variable.descriptions);
    row["meaning"] = or_false(safe_href(variable.property_url));
    tables.back()["rows"].push_back(std::move(row));
  }
  for (Slots& table : tables) {
    const auto rows = static_cast<std::int64_t>(table["rows"].size());
    table["count"] = speech("variables_n", {{"n", rows}});
    table["filterable"] = table["rows"].size() >= kFilterableVariables;
  }
  std::size_t place = 0;
  for (Slots& table : tables) table["table_id"] = "variables-" + std::to_string(++place);
  return tables;
}

Slots link_list(const std::vector<std::string>& addresses) {
  Slots out = Slots::array();
  for (const std::string& address : addresses)
    out.push_back({{"text", address}, {"external", or_false(safe_href(address))}});
  return out;
}

std::string role_name(const Speech& speech, Distribution::Role role) {
  switch (role) {
    case Distribution::Role::Sample:
      return speech("role_sample");
    case Distribution::Role::Analytics:
      return speech("role_analytics");
    case Distribution::Role::Data:
      break;
  }
  return {};
}

Slots distribution_slots(const Speech& speech, const Dataset& dataset,
                         const Vocabularies& vocabularies) {
  Slots out = Slots::array();
  std::int64_t place = 0;
  for (const Distribution& part : distributions(dataset, vocabularies)) {
    ++place;
    Slots slots{{"downloads", link_list(part.download_urls)},
                {"accesses", link_list(part.access_urls)},
                {"formats", Slots::array()},
                {"licences", Slots::array()}};
    slots["title"] = line_slots(speech, part.titles);
    slots["untitled"] = speech("distribution_n", {{"n", place}});
    slots["description"] = text_slots(speech, best_literal(part.descriptions, speech.lang()));
    slots["role"] = or_false(role_name(speech, part.role));
    slots["size"] =
        part.byte_size < 0 ? Slots(false) : Slots(speech.sentences.bytes(part.byte_size));
    for (const Value& value : part.formats)
      slots["formats"].push_back(
          value_slots(speech, *find_field("file_format"), value, Linking::None));
    for (const Value& value : part.licences) {
      Slots licence = value_slots(speech, *find_field("licence"), value, Linking::None);
      licence["external"] = or_false(safe_href(value.iri));
      slots["licences"].push_back(std::move(licence));
    }
    out.push_back(std::move(slots));
  }
  return out;
}

bool gives_address(const Slots& contacts) {
  return std::any_of(contacts.begin(), contacts.end(), [](const Slots& contact) {
    return !contact["emails"].empty() || !contact["pages"].empty() ||
           !contact["telephones"].empty();
  });
}

void add_holder(Slots& slots, const Speech& speech, const Dataset& dataset,
                const Vocabularies& vocabularies) {
  slots["holder"] = false;
  const auto holders = values(dataset, *find_field("holder"), vocabularies);
  if (holders.empty()) return;
  slots["holder"] = value_slots(speech, *find_field("holder"), holders.front(), Linking::Search);
  const bool stated = !values(dataset, *find_field("custodian"), vocabularies).empty();
  slots["holder"]["note"] = stated ? Slots(false) : Slots(speech("holder_not_stated"));
}

// The record's own facts: what the catalogue says, not the holder.
void add_record(Slots& slots, const Speech& speech, const Record& record, const Dataset& dataset) {
  slots["id"] = percent_encode(record.id);
  slots["source"] = or_false(record.source);
  slots["iri"] = dataset.iri.starts_with("_:") ? Slots(false) : Slots(dataset.iri);
  slots["iri_href"] = or_false(safe_href(dataset.iri));
  const auto own_date = [&](const std::string& at) -> Slots {
    const auto days = parse_days(at);
    if (!days) return false;
    const ShownDate shown = speech.sentences.date(*days);
    return {{"text", shown.text}, {"datetime", shown.datetime}};
  };
  slots["first_listed"] = own_date(record.first_listed);
  slots["changed"] = own_date(record.changed);
  slots["withdrawn"] = false;
  if (const Slots at = own_date(record.withdrawn); at.is_object())
    slots["withdrawn"] = speech("withdrawn", {{"date", at["text"].get<std::string>()}});
}

Slots contents_of(const Slots& slots, const Speech& speech) {
  Slots out = Slots::array();
  const auto entry = [&](std::string_view id, std::string text) {
    out.push_back({{"id", id}, {"text", std::move(text)}});
  };
  if (slots["description"].is_object()) entry("about", speech("section_about"));
  for (const Slots& section : slots["sections"])
    entry(section["id"].get<std::string>(), section["heading"].get<std::string>());
  if (slots["has_variables"] == true) entry("variables", speech("section_variables"));
  if (slots["has_distributions"] == true) entry("files", speech("section_files"));
  entry("metadata", speech("section_metadata"));
  return out;
}

}  // namespace

Slots dataset_slots(const Speech& speech, const Record& record, const Dataset& dataset,
                    const Vocabularies& vocabularies) {
  const auto titles = literals_of(dataset, "title", vocabularies);
  const auto descriptions = literals_of(dataset, "description", vocabularies);
  const auto identifiers = values(dataset, *find_field("identifier"), vocabularies);
  const bool anonymous = dataset.iri.starts_with("_:");
  const std::string identifier =
      !identifiers.empty() ? identifiers.front().id : (anonymous ? record.id : dataset.iri);
  Slots slots;
  slots["title"] = literal_slots(speech, title_or_untitled(speech, titles, identifier));
  slots["sample"] = is_sample_record(dataset);
  slots["access"] =
      access_slots(speech, values(dataset, *find_field("access_rights"), vocabularies));
  slots["contacts"] = contact_slots(speech, dataset, vocabularies);
  slots["no_contact"] = !gives_address(slots["contacts"]);
  slots["facts"] = Glance(speech, dataset, vocabularies).facts();
  slots["has_facts"] = !slots["facts"].empty();
  slots["description"] = text_slots(speech, best_literal(descriptions, speech.lang()));
  slots["versions"] = version_slots(speech, titles, descriptions);
  slots["has_versions"] = !slots["versions"].empty();
  slots["keywords"] = keyword_slots(speech, dataset, vocabularies);
  slots["has_keywords"] = !slots["keywords"].empty();
  slots["sections"] = section_slots(speech, dataset, vocabularies);
  slots["tables"] = table_slots(speech, variables(dataset));
  slots["has_variables"] = !slots["tables"].empty();
  slots["distributions"] = distribution_slots(speech, dataset, vocabularies);
  slots["has_distributions"] = !slots["distributions"].empty();
  add_holder(slots, speech, dataset, vocabularies);
  add_record(slots, speech, record, dataset);
  slots["contents"] = contents_of(slots, speech);
  return slots;
}

}  // namespace pinakes
