// The field table: every metadata property the catalogue knows, one row each.
// SPDX-License-Identifier: GPL-3.0-or-later
// Add a row and its labels (schemas/labels), and indexing, filters, facets, sorting, JSON and
// pages follow.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "schemas/namespaces.h"

namespace pinakes {

/// What the values of a field are, and so how they are compared, indexed and shown.
enum class Kind : std::uint8_t {
  Text,      // literals in languages; full text
  Code,      // plain literals compared whole (identifiers, keywords)
  Concept,   // a concept of a controlled vocabulary; id = local code
  Agent,     // an organisation or person; id = slug + '-' + 8 hex
  Contact,   // vcard:Kind or cv:ContactPoint: name, e-mail, page, telephone
  Date,      // xsd:date, dateTime, gYear, gYearMonth; a [first, last] day interval
  Period,    // dct:PeriodOfTime with start and end, either may be open
  Integer,   // whole number
  Boolean,   // "true" or "false"
  Presence,  // derived: "true" if the path leads anywhere, else "false"
  Link,      // an address (IRI) that is shown, not compared
};

/// What search and pages do with a field; flags.
enum Use : std::uint32_t {
  kSearch = 1U << 0U,   // words go into the full text with the row's weight
  kFilter = 1U << 1U,   // ?name=id and name:id
  kFacet = 1U << 2U,    // counted; implies kFilter
  kRange = 1U << 3U,    // ?name_min/_max (Integer) or ?name_from/_to (Date, Period)
  kSort = 1U << 4U,     // ?sort=name or -name
  kCard = 1U << 5U,     // stands in a search hit (JSON and HTML)
  kDefault = 1U << 6U,  // a facet that is counted unless ?facets= says otherwise
  kSingle = 1U << 7U,   // at most one value: a JSON object or scalar, not an array
  kWords = 1U << 8U,    // `name:word` searches the words of this field; implies kSearch
};

using Path = std::array<std::string_view, 3>;

/// One metadata property. Paths are followed from the dataset's node; the first path that leads to
/// a value is taken (publisher stands in for an unstated custodian, a media type for a format).
struct Field {
  std::string_view name;  // URL parameter, query prefix, JSON key, label key
  std::array<Path, 3> paths;
  Kind kind;
  std::uint32_t use = 0;
  int slot = -1;                     // column and Xapian value slot; never reuse a number
  int weight = 1;                    // how much a word here counts against a word elsewhere
  std::string_view vocabulary = {};  // file stem in schemas/vocabularies, for Kind::Concept
  constexpr bool has(std::uint32_t flags) const { return (use & flags) == flags; }
};

// clang-format off
inline constexpr auto kFields = std::to_array<Field>({
    {.name = "title", .paths = {{{dct::kTitle}}}, .kind = Kind::Text,
     .use = kSearch | kWords | kSort | kCard, .slot = 0, .weight = 10},
    {.name = "alternative", .paths = {{{dct::kAlternative}}}, .kind = Kind::Text,
     .use = kSearch | kWords | kCard, .weight = 8},
    {.name = "description", .paths = {{{dct::kDescription}}}, .kind = Kind::Text,
     .use = kSearch | kWords | kCard, .weight = 2},
    {.name = "keyword", .paths = {{{dcat::kKeyword}}}, .kind = Kind::Text,
     .use = kSearch | kWords | kCard, .weight = 5},
    {.name = "identifier", .paths = {{{dct::kIdentifier}}}, .kind = Kind::Code,
     .use = kSearch | kFilter | kCard, .weight = 5},
    {.name = "other_identifier", .paths = {{{adms::kIdentifier, skos::kNotation}, {adms::kIdentifier}}},
     .kind = Kind::Code, .use = kSearch | kFilter, .weight = 5},
    {.name = "publisher", .paths = {{{dct::kPublisher}}}, .kind = Kind::Agent,
     .use = kSearch | kWords | kFilter | kFacet | kCard | kSingle, .slot = 1, .weight = 2},
    {.name = "custodian", .paths = {{{geodcatap::kCustodian}}}, .kind = Kind::Agent,
     .use = kSearch | kWords | kFilter | kFacet | kSingle, .slot = 2, .weight = 2},
    {.name = "holder", .paths = {{{geodcatap::kCustodian}, {dct::kPublisher}}}, .kind = Kind::Agent,
     .use = kFilter | kFacet | kDefault | kCard | kSingle, .slot = 3},
    {.name = "hdab", .paths = {{{healthdcatap::kHdab}}}, .kind = Kind::Agent,
     .use = kSearch | kFilter | kFacet | kSingle | kCard, .slot = 4},
    {.name = "access_rights", .paths = {{{dct::kAccessRights}}}, .kind = Kind::Concept,
     .use = kFilter | kFacet | kDefault | kCard | kSingle, .slot = 5, .vocabulary = "access-right"},
    {.name = "health_category", .paths = {{{healthdcatap::kHealthCategory}}}, .kind = Kind::Concept,
     .use = kSearch | kFilter | kFacet | kDefault | kCard, .slot = 6, .vocabulary = "healthcategories"},
    {.name = "health_theme", .paths = {{{healthdcatap::kHealthTheme}}}, .kind = Kind::Concept,
     .use = kSearch | kFilter | kFacet | kDefault | kCard, .slot = 7, .vocabulary = "health-theme"},
    {.name = "theme", .paths = {{{dcat::kTheme}}}, .kind = Kind::Concept,
     .use = kSearch | kFilter | kFacet | kDefault, .slot = 8, .vocabulary = "data-theme"},
    {.name = "type", .paths = {{{dct::kType}}}, .kind = Kind::Concept,
     .use = kSearch | kFilter | kFacet, .slot = 9, .vocabulary = "dataset-type"},
    {.name = "language", .paths = {{{dct::kLanguage}}}, .kind = Kind::Concept,
     .use = kFilter | kFacet, .slot = 10, .vocabulary = "language"},
    {.name = "spatial", .paths = {{{dct::kSpatial}}}, .kind = Kind::Concept,
     .use = kSearch | kFilter | kFacet | kDefault | kCard, .slot = 11, .vocabulary = "country"},
    {.name = "frequency", .paths = {{{dct::kAccrualPeriodicity}}}, .kind = Kind::Concept,
     .use = kFilter | kFacet | kSingle, .slot = 12, .vocabulary = "frequency"},
    {.name = "file_format",
     .paths = {{{dcat::kDistributionProperty, dct::kFormat}, {dcat::kDistributionProperty, dcat::kMediaType}}},
     .kind = Kind::Concept, .use = kFilter | kFacet | kDefault | kCard, .slot = 13, .vocabulary = "file-type"},
    {.name = "licence",
     .paths = {{{dct::kLicense}, {dcat::kDistributionProperty, dct::kLicense}}}, .kind = Kind::Concept,
     .use = kFilter | kFacet, .slot = 14, .vocabulary = "licence"},
    {.name = "conforms_to", .paths = {{{dct::kConformsTo}}}, .kind = Kind::Concept,
     .use = kSearch | kFilter | kFacet | kCard, .slot = 15, .vocabulary = "standard"},
    {.name = "coding_system", .paths = {{{healthdcatap::kHasCodingSystem}}}, .kind = Kind::Concept,
     .use = kSearch | kFilter | kFacet | kCard, .slot = 16, .vocabulary = "coding-system"},
    {.name = "code_values", .paths = {{{healthdcatap::kHasCodeValues}}}, .kind = Kind::Code,
     .use = kSearch | kFilter, .weight = 3},
    {.name = "temporal", .paths = {{{dct::kTemporal}}}, .kind = Kind::Period,
     .use = kRange | kCard, .slot = 17},
    {.name = "issued", .paths = {{{dct::kIssued}}}, .kind = Kind::Date,
     .use = kRange | kSort | kCard | kSingle, .slot = 18},
    {.name = "modified", .paths = {{{dct::kModified}}}, .kind = Kind::Date,
     .use = kRange | kSort | kCard | kSingle, .slot = 19},
    {.name = "number_of_records", .paths = {{{healthdcatap::kNumberOfRecords}}}, .kind = Kind::Integer,
     .use = kRange | kSort | kCard | kSingle, .slot = 20},
    {.name = "number_of_unique_individuals", .paths = {{{healthdcatap::kNumberOfUniqueIndividuals}}},
     .kind = Kind::Integer, .use = kRange | kSort | kCard | kSingle, .slot = 21},
    {.name = "min_typical_age", .paths = {{{healthdcatap::kMinTypicalAge}}}, .kind = Kind::Integer,
     .use = kRange | kCard | kSingle, .slot = 22},
    {.name = "max_typical_age", .paths = {{{healthdcatap::kMaxTypicalAge}}}, .kind = Kind::Integer,
     .use = kRange | kCard | kSingle, .slot = 23},
    {.name = "has_structured_data", .paths = {{{healthdcatap::kHasStructuredData}}}, .kind = Kind::Boolean,
     .use = kFilter | kFacet | kSingle, .slot = 24},
    {.name = "has_variables", .paths = {{{healthdcatap::kHasVariables}}}, .kind = Kind::Presence,
     .use = kFilter | kFacet | kDefault | kCard | kSingle, .slot = 25},
    {.name = "has_download", .paths = {{{dcat::kDistributionProperty, dcat::kDownloadUrl}}},
     .kind = Kind::Presence, .use = kFilter | kFacet | kCard | kSingle, .slot = 26},
    {.name = "contact_point", .paths = {{{dcat::kContactPoint}}}, .kind = Kind::Contact},
    {.name = "landing_page", .paths = {{{dcat::kLandingPage}}}, .kind = Kind::Link},
    {.name = "access_url", .paths = {{{dcat::kDistributionProperty, dcat::kAccessUrl}}}, .kind = Kind::Link},
    {.name = "applicable_legislation", .paths = {{{dcatap::kApplicableLegislation}}}, .kind = Kind::Concept,
     .use = kFilter | kFacet, .slot = 27, .vocabulary = "legislation"},
    {.name = "provenance", .paths = {{{dct::kProvenance}}}, .kind = Kind::Text, .use = kSearch | kWords},
    {.name = "population_coverage", .paths = {{{healthdcatap::kPopulationCoverage}}}, .kind = Kind::Text,
     .use = kSearch | kWords, .weight = 2},
    {.name = "documentation", .paths = {{{foaf::kPage}}}, .kind = Kind::Link},
    {.name = "publisher_type",
     .paths = {{{dct::kPublisher, dct::kType}, {geodcatap::kCustodian, dct::kType}}}, .kind = Kind::Concept,
     .use = kSearch | kFilter | kFacet, .slot = 28, .vocabulary = "publisher-type"},
    {.name = "health_activity",
     .paths = {{{prov::kWasGeneratedBy, dct::kType}, {prov::kWasGeneratedBy}}}, .kind = Kind::Concept,
     .use = kSearch | kFilter | kFacet, .slot = 29, .vocabulary = "health-activity"},
    {.name = "personal_data", .paths = {{{dpv::kHasPersonalData}}}, .kind = Kind::Concept,
     .use = kSearch | kFilter | kFacet, .slot = 30, .vocabulary = "personal-data"},
    {.name = "legal_basis", .paths = {{{dpv::kHasLegalBasis}}}, .kind = Kind::Concept,
     .use = kFilter, .slot = 31, .vocabulary = "legal-basis"},
    {.name = "purpose", .paths = {{{dpv::kHasPurpose}}}, .kind = Kind::Text, .use = kSearch | kWords},
    {.name = "retention_period", .paths = {{{healthdcatap::kRetentionPeriod}}}, .kind = Kind::Period,
     .use = kRange | kSingle, .slot = 32},
    {.name = "quality_annotation",
     .paths = {{{dqv::kHasQualityAnnotation, oa::kHasBody}, {dqv::kHasQualityAnnotation}}}, .kind = Kind::Link},
    {.name = "has_quality_label", .paths = {{{dqv::kHasQualityAnnotation}}}, .kind = Kind::Presence,
     .use = kFilter | kFacet | kSingle, .slot = 33},
    {.name = "sample", .paths = {{{adms::kSample, dcat::kAccessUrl}}}, .kind = Kind::Link},
    {.name = "has_sample", .paths = {{{adms::kSample}}}, .kind = Kind::Presence,
     .use = kFilter | kFacet | kSingle, .slot = 34},
    {.name = "analytics", .paths = {{{healthdcatap::kAnalytics, dcat::kAccessUrl}}}, .kind = Kind::Link},
    {.name = "has_analytics", .paths = {{{healthdcatap::kAnalytics}}}, .kind = Kind::Presence,
     .use = kFilter | kFacet | kSingle, .slot = 35},
    {.name = "hdab_coordinator", .paths = {{{healthdcatap::kHdabCoordinator}}}, .kind = Kind::Agent,
     .use = kSingle},
    {.name = "creator", .paths = {{{dct::kCreator}}}, .kind = Kind::Agent},
    {.name = "qualified_attribution", .paths = {{{prov::kQualifiedAttribution, prov::kAgent}}},
     .kind = Kind::Agent},
    {.name = "is_referenced_by", .paths = {{{dct::kIsReferencedBy}}}, .kind = Kind::Link},
    {.name = "relation", .paths = {{{dct::kRelation}}}, .kind = Kind::Link},
    {.name = "qualified_relation", .paths = {{{dcat::kQualifiedRelation, dct::kRelation}}}, .kind = Kind::Link},
    {.name = "source", .paths = {{{dct::kSource}}}, .kind = Kind::Link},
    {.name = "in_series", .paths = {{{dcat::kInSeries}}}, .kind = Kind::Link},
    {.name = "has_version", .paths = {{{dcat::kHasVersion}, {dct::kHasVersion}}}, .kind = Kind::Link},
    {.name = "version", .paths = {{{dcat::kVersion}}}, .kind = Kind::Code, .use = kSingle},
    {.name = "version_notes", .paths = {{{adms::kVersionNotes}}}, .kind = Kind::Text},
    {.name = "temporal_resolution", .paths = {{{dcat::kTemporalResolution}}}, .kind = Kind::Code, .use = kSingle},
    {.name = "spatial_resolution", .paths = {{{dcat::kSpatialResolution}}}, .kind = Kind::Code,
     .use = kSingle},
});
// clang-format on

/// The row of that name, or null.
constexpr const Field* find_field(std::string_view name) {
  for (const Field& field : kFields)
    if (field.name == name) return &field;
  return nullptr;
}

consteval bool sound(std::span<const Field> fields) {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const Field& a = fields[i];
    if (a.name.empty() || a.paths[0][0].empty() || a.weight < 1) return false;
    if (a.has(kFacet) && (!a.has(kFilter) || a.slot < 0)) return false;
    if ((a.use & (kSort | kRange)) != 0 && a.slot < 0) return false;
    if ((a.kind == Kind::Concept) == a.vocabulary.empty()) return false;
    for (std::size_t j = 0; j < i; ++j)
      if (fields[j].name == a.name || (a.slot >= 0 && fields[j].slot == a.slot)) return false;
  }
  return true;
}
static_assert(sound(kFields),
              "names and slots are unique; facets have slots; concepts a vocabulary");

}  // namespace pinakes
