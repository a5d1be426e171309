// Which field stands in which section of a dataset's page, and the rows of these sections.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <vector>

#include "server/render/page_dataset.h"

namespace pinakes {
namespace {

struct Section {
  std::string_view id, heading;  // key of the sentence
  std::array<std::string_view, 12> fields;
};

constexpr std::array<Section, 6> kSections{{
    {"access",
     "section_access",
     {"access_rights", "hdab", "hdab_coordinator", "holder", "licence", "applicable_legislation",
      "legal_basis", "retention_period", "landing_page", "access_url"}},
    {"coverage",
     "section_coverage",
     {"temporal", "spatial", "population_coverage", "number_of_unique_individuals",
      "number_of_records", "min_typical_age", "max_typical_age", "temporal_resolution",
      "spatial_resolution"}},
    {"health",
     "section_health",
     {"health_category", "health_theme", "theme", "type", "coding_system", "code_values",
      "conforms_to", "has_structured_data", "personal_data"}},
    {"documentation",
     "section_documentation",
     {"documentation", "is_referenced_by", "quality_annotation", "relation", "qualified_relation"}},
    {"provenance",
     "section_provenance",
     {"provenance", "health_activity", "purpose", "source", "custodian", "publisher",
      "publisher_type", "creator", "qualified_attribution", "frequency", "language"}},
    {"record",
     "section_record",
     {"identifier", "alternative", "issued", "modified", "version", "version_notes", "has_version",
      "in_series"}},
}};

// What other parts of the page show: the heading, the text, the lists of files and variables.
constexpr auto kElsewhere = std::to_array<std::string_view>(
    {"title", "description", "keyword", "file_format", "has_variables", "has_download",
     "contact_point", "sample", "analytics", "has_sample", "has_analytics", "has_quality_label"});

bool is_named(std::string_view name) {
  if (std::find(kElsewhere.begin(), kElsewhere.end(), name) != kElsewhere.end()) return true;
  return std::any_of(kSections.begin(), kSections.end(), [&](const Section& section) {
    return std::find(section.fields.begin(), section.fields.end(), name) != section.fields.end();
  });
}

// A text in several languages is one value: only what is in the reader's best language is shown.
std::vector<Value> for_reader(const Speech& speech, const Field& field, std::vector<Value> all) {
  if (field.kind != Kind::Text || all.size() < 2) return all;
  std::vector<Literal> literals;
  for (const Value& value : all)
    literals.insert(literals.end(), value.labels.begin(), value.labels.end());
  const Literal* best = best_literal(literals, speech.lang());
  if (best == nullptr) return all;
  std::erase_if(all, [&](const Value& value) {
    return value.labels.empty() || value.labels.front().language != best->language ||
           value.labels.front().translated_from != best->translated_from;
  });
  return all;
}

void add_row(Slots& rows, const Speech& speech, const Dataset& dataset, std::string_view name,
             const Vocabularies& vocabularies) {
  const Field* field = find_field(name);
  if (field == nullptr) return;
  Slots shown = Slots::array();
  for (const Value& value : for_reader(speech, *field, values(dataset, *field, vocabularies)))
    shown.push_back(value_slots(speech, *field, value, Linking::Search));
  if (shown.empty()) return;
  Slots row{{"label", speech.labels.label(name)}, {"values", std::move(shown)}};
  row["definition"] = or_false(speech.labels.definition(name));
  rows.push_back(std::move(row));
}

void add_section(Slots& sections, std::string_view id, std::string heading, Slots rows) {
  if (rows.empty()) return;
  sections.push_back({{"id", id}, {"heading", std::move(heading)}, {"rows", std::move(rows)}});
}

}  // namespace

Slots section_slots(const Speech& speech, const Dataset& dataset,
                    const Vocabularies& vocabularies) {
  Slots sections = Slots::array();
  for (const Section& section : kSections) {
    Slots rows = Slots::array();
    for (const std::string_view field : section.fields)
      add_row(rows, speech, dataset, field, vocabularies);
    add_section(sections, section.id, speech(section.heading), std::move(rows));
  }
  Slots rest = Slots::array();
  for (const Field& field : kFields)
    if (!is_named(field.name)) add_row(rest, speech, dataset, field.name, vocabularies);
  add_section(sections, "more", speech("section_more"), std::move(rest));
  return sections;
}

}  // namespace pinakes
