// The short names of the JSON-LD that we write, in the order in which a description is read.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include "schemas/namespaces.h"

namespace pinakes::rdf {

/// How values of a name are written: as JSON-LD's default says, in a map by language, as addresses.
enum class Values : std::uint8_t { Plain, Texts, Links };

struct TermName {
  std::string_view name, meaning;  // "title", "dct:title"
  Values values = Values::Plain;
};

// The names are those of DCAT-AP's own context for a dataset where it has one. Classes come last.
inline constexpr auto kTermNames = std::to_array<TermName>({
    {"title", "dct:title", Values::Texts},
    {"name", "foaf:name", Values::Texts},
    {"preferredLabel", "skos:prefLabel", Values::Texts},
    {"label", "rdfs:label", Values::Texts},
    {"alternative", "dct:alternative", Values::Texts},
    {"description", "dct:description", Values::Texts},
    {"keyword", "dcat:keyword", Values::Texts},
    {"identifier", "dct:identifier"},
    {"otherIdentifier", "adms:identifier", Values::Links},
    {"notation", "skos:notation"},
    {"type", "dct:type", Values::Links},
    {"accessRights", "dct:accessRights", Values::Links},
    {"rights", "dct:rights", Values::Links},
    {"licence", "dct:license", Values::Links},
    {"applicableLegislation", "dcatap:applicableLegislation", Values::Links},
    {"publisher", "dct:publisher", Values::Links},
    {"creator", "dct:creator", Values::Links},
    {"custodian", "geodcatap:custodian", Values::Links},
    {"hdab", "healthdcatap:hdab", Values::Links},
    {"hdabCoordinator", "healthdcatap:hdabCoordinator", Values::Links},
    {"contactPoint", "dcat:contactPoint", Values::Links},
    {"fn", "vcard:fn"},
    {"hasEmail", "vcard:hasEmail", Values::Links},
    {"hasTelephone", "vcard:hasTelephone", Values::Links},
    {"hasURL", "vcard:hasURL", Values::Links},
    {"email", "cv:email"},
    {"telephone", "cv:telephone"},
    {"contactPage", "cv:contactPage", Values::Links},
    {"mbox", "foaf:mbox", Values::Links},
    {"homepage", "foaf:homepage", Values::Links},
    {"publisherType", "healthdcatap:publisherType", Values::Links},
    {"publisherNote", "healthdcatap:publisherNote", Values::Texts},
    {"healthCategory", "healthdcatap:healthCategory", Values::Links},
    {"healthTheme", "healthdcatap:healthTheme", Values::Links},
    {"theme", "dcat:theme", Values::Links},
    {"themes", "dcat:themeTaxonomy", Values::Links},
    {"geographicalCoverage", "dct:spatial", Values::Links},
    {"temporalCoverage", "dct:temporal", Values::Links},
    {"startDate", "dcat:startDate"},
    {"endDate", "dcat:endDate"},
    {"frequency", "dct:accrualPeriodicity", Values::Links},
    {"spatialResolution", "dcat:spatialResolutionInMeters"},
    {"temporalResolution", "dcat:temporalResolution"},
    {"language", "dct:language", Values::Links},
    {"releaseDate", "dct:issued"},
    {"modificationDate", "dct:modified"},
    {"version", "dcat:version"},
    {"versionNotes", "adms:versionNotes", Values::Texts},
    {"populationCoverage", "healthdcatap:populationCoverage", Values::Texts},
    {"numberOfRecords", "healthdcatap:numberOfRecords"},
    {"numberOfUniqueIndividuals", "healthdcatap:numberOfUniqueIndividuals"},
    {"minTypicalAge", "healthdcatap:minTypicalAge"},
    {"maxTypicalAge", "healthdcatap:maxTypicalAge"},
    {"hasCodingSystem", "healthdcatap:hasCodingSystem", Values::Links},
    {"hasCodeValues", "healthdcatap:hasCodeValues"},
    {"conformsTo", "dct:conformsTo", Values::Links},
    {"hasLegalBasis", "dpv:hasLegalBasis", Values::Links},
    {"hasPurpose", "dpv:hasPurpose", Values::Links},
    {"hasPersonalData", "dpv:hasPersonalData", Values::Links},
    {"retentionPeriod", "healthdcatap:retentionPeriod", Values::Links},
    {"provenance", "dct:provenance", Values::Links},
    {"wasGeneratedBy", "prov:wasGeneratedBy", Values::Links},
    {"source", "dct:source", Values::Links},
    {"relation", "dct:relation", Values::Links},
    {"isReferencedBy", "dct:isReferencedBy", Values::Links},
    {"hasVersion", "dcat:hasVersion", Values::Links},
    {"inSeries", "dcat:inSeries", Values::Links},
    {"hasPart", "dct:hasPart", Values::Links},
    {"qualifiedAttribution", "prov:qualifiedAttribution", Values::Links},
    {"qualifiedRelation", "dcat:qualifiedRelation", Values::Links},
    {"hadRole", "dcat:hadRole", Values::Links},
    {"hasQualityAnnotation", "dqv:hasQualityAnnotation", Values::Links},
    {"landingPage", "dcat:landingPage", Values::Links},
    {"documentation", "foaf:page", Values::Links},
    {"accessUrl", "dcat:accessURL", Values::Links},
    {"downloadUrl", "dcat:downloadURL", Values::Links},
    {"format", "dct:format", Values::Links},
    {"mediaType", "dcat:mediaType", Values::Links},
    {"compressionFormat", "dcat:compressFormat", Values::Links},
    {"packagingFormat", "dcat:packageFormat", Values::Links},
    {"byteSize", "dcat:byteSize"},
    {"availability", "dcatap:availability", Values::Links},
    {"status", "adms:status", Values::Links},
    {"checksum", "spdx:checksum", Values::Links},
    {"algorithm", "spdx:algorithm", Values::Links},
    {"checksumValue", "spdx:checksumValue"},
    {"accessService", "dcat:accessService", Values::Links},
    {"endpointUrl", "dcat:endpointURL", Values::Links},
    {"endpointDescription", "dcat:endpointDescription", Values::Links},
    {"hasStructuredData", "healthdcatap:hasStructuredData"},
    {"analytics", "healthdcatap:analytics", Values::Links},
    {"sample", "adms:sample", Values::Links},
    {"datasetDistribution", "dcat:distribution", Values::Links},
    {"hasVariables", "healthdcatap:hasVariables", Values::Links},
    {"primaryTopic", "foaf:primaryTopic", Values::Links},
    {"servesDataset", "dcat:servesDataset", Values::Links},
    {"service", "dcat:service", Values::Links},
    {"catalogue", "dcat:catalog", Values::Links},
    {"record", "dcat:record", Values::Links},
    {"dataset", "dcat:dataset", Values::Links},
    {"Catalogue", "dcat:Catalog"},
    {"CatalogueRecord", "dcat:CatalogRecord"},
    {"Dataset", "dcat:Dataset"},
    {"DatasetSeries", "dcat:DatasetSeries"},
    {"Distribution", "dcat:Distribution"},
    {"DataService", "dcat:DataService"},
    {"Agent", "foaf:Agent"},
    {"Document", "foaf:Document"},
    {"Kind", "vcard:Kind"},
    {"Concept", "skos:Concept"},
    {"ConceptScheme", "skos:ConceptScheme"},
    {"Location", "dct:Location"},
    {"PeriodOfTime", "dct:PeriodOfTime"},
    {"ProvenanceStatement", "dct:ProvenanceStatement"},
    {"RightsStatement", "dct:RightsStatement"},
    {"Standard", "dct:Standard"},
    {"LegalResource", "eli:LegalResource"},
    {"Activity", "prov:Activity"},
    {"Attribution", "prov:Attribution"},
    {"Relationship", "dcat:Relationship"},
    {"Checksum", "spdx:Checksum"},
    {"Identifier", "adms:Identifier"},
});

/// An IRI as a prefix of the table and the rest; no prefix where none fits.
struct ShortIri {
  std::optional<std::size_t> prefix;  // place in kPrefixes
  std::string_view rest;
};

/// The longest prefix wins. JSON-LD takes `a://...` for an address (JSON-LD 1.1 API section 5.2).
constexpr ShortIri shorten(std::string_view iri) {
  ShortIri best{{}, iri};
  for (std::size_t i = 0; i < kPrefixes.size(); ++i) {
    if (!iri.starts_with(kPrefixes[i].iri)) continue;
    const std::string_view rest = iri.substr(kPrefixes[i].iri.size());
    if (rest.size() < best.rest.size() && !rest.starts_with("//")) best = {i, rest};
  }
  return best;
}

/// The place in kPrefixes, or none.
constexpr std::optional<std::size_t> prefix_named(std::string_view name) {
  for (std::size_t i = 0; i < kPrefixes.size(); ++i)
    if (kPrefixes[i].name == name) return i;
  return {};
}

/// The prefix's name and the rest of a meaning.
constexpr std::pair<std::string_view, std::string_view> parts_of(const TermName& term) {
  const std::size_t colon = term.meaning.find(':');
  return {term.meaning.substr(0, colon), term.meaning.substr(colon + 1)};
}

/// Places in kTermNames, sorted by meaning.
inline constexpr auto kTermsByMeaning = [] {
  std::array<std::uint16_t, kTermNames.size()> order{};
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<std::uint16_t>(i);
  std::ranges::sort(order, {}, [](std::uint16_t i) { return parts_of(kTermNames[i]); });
  return order;
}();

/// The place in kTermNames of what stands for this IRI, or none.
constexpr std::optional<std::size_t> find_term(const ShortIri& iri) {
  if (!iri.prefix) return {};
  const std::pair wanted(kPrefixes[*iri.prefix].name, iri.rest);
  const auto found = std::ranges::lower_bound(
      kTermsByMeaning, wanted, {}, [](std::uint16_t i) { return parts_of(kTermNames[i]); });
  if (found == kTermsByMeaning.end() || parts_of(kTermNames[*found]) != wanted) return {};
  return *found;
}

/// Each meaning has a prefix of the table and stands once, each name once; a name is no compact
/// IRI.
consteval bool sound_terms() {
  for (std::size_t i = 0; i < kTermNames.size(); ++i) {
    const TermName& term = kTermNames[i];
    const auto [prefix, rest] = parts_of(term);
    if (!prefix_named(prefix) || rest.empty()) return false;
    if (term.name.find(':') != std::string_view::npos || prefix_named(term.name)) return false;
    for (std::size_t j = 0; j < i; ++j)
      if (kTermNames[j].name == term.name || kTermNames[j].meaning == term.meaning) return false;
  }
  return true;
}
static_assert(sound_terms());

}  // namespace pinakes::rdf
