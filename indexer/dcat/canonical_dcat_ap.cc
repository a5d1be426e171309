// DCAT-AP 1 and 2, drafts of HealthDCAT-AP, national profiles: what is called otherwise today.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <utility>

#include "indexer/dcat/canonical_table.h"
#include "schemas/namespaces.h"

namespace pinakes::canon {
namespace {

using enum Scope;
using enum Convert;
constexpr auto kMapped = Certainty::Mapped;
constexpr auto kGuess = Certainty::Guessed;
constexpr auto kCustodianRole =
    "http://inspire.ec.europa.eu/metadata-codelist/ResponsiblePartyRole/custodian";

// clang-format off
constexpr Row kRows[] = {
    {Dataset, {owl::kVersionInfo}, {dcat::kVersion}, Text, kMapped, kIfNone},
    // The note and the type of a publisher stand on the agent today.
    {Dataset, {dct::kPublisher, healthdcatap::kPublisherType}, {dct::kType}, AsIs, kMapped, kHere},
    {Dataset, {dct::kPublisher, healthdcatap::kPublisherNote}, {dct::kDescription}, AsIs, kMapped, kHere},
    {Dataset, {geodcatap::kCustodian, healthdcatap::kPublisherType}, {dct::kType}, AsIs, kMapped, kHere},
    {Dataset, {geodcatap::kCustodian, healthdcatap::kPublisherNote}, {dct::kDescription}, AsIs, kMapped, kHere},
    {Dataset, {healthdcatap::kHdab, healthdcatap::kPublisherType}, {dct::kType}, AsIs, kMapped, kHere},
    {Dataset, {healthdcatap::kHdab, healthdcatap::kPublisherNote}, {dct::kDescription}, AsIs, kMapped, kHere},
    // The custodian is the data holder; who holds rights is not.
    {Dataset, {prov::kQualifiedAttribution, prov::kAgent}, {geodcatap::kCustodian}, AsIs, kMapped,
     kIfNone | kKeep, Any, {dcat::kHadRole, kCustodianRole}},
    {Dataset, {geodcatap::kCustodian}, {geodcatap::kCustodian, foaf::kName}, Text, kMapped, kEach},
    // Variables below a distribution or a sample describe the dataset.
    {Dataset, {dcat::kDistributionProperty, healthdcatap::kHasVariables}, {healthdcatap::kHasVariables}, AsIs, kGuess},
    {Dataset, {adms::kSample, healthdcatap::kHasVariables}, {healthdcatap::kHasVariables}, AsIs, kGuess},
    {Dataset, {dcat::kDistributionProperty, csvw::kTable}, {healthdcatap::kHasVariables, csvw::kTable}, AsIs, kGuess},
    {Dataset, {adms::kSample, csvw::kTable}, {healthdcatap::kHasVariables, csvw::kTable}, AsIs, kGuess},
    // Texts where a node or a code is wanted.
    {Dataset, {dct::kTemporal}, {dct::kTemporal, dcat::kStartDate}, PeriodStart, kMapped, kLiteral | kEach | kAlso},
    {Dataset, {dct::kTemporal}, {dct::kTemporal, dcat::kEndDate}, PeriodEnd, kMapped, kLiteral | kEach},
    {Dataset, {dct::kAccrualPeriodicity}, {dct::kAccrualPeriodicity}, Frequency, kMapped, kLiteral},
    {Dataset, {dct::kLanguage}, {dct::kLanguage}, Language, kMapped, kLiteral},
    {Dataset, {dct::kAccessRights}, {dct::kAccessRights}, AccessRight, kMapped, kLiteral},
    {Dataset, {dct::kSpatial}, {dct::kSpatial, dcat::kBbox}, BoundingBox, kMapped, kLiteral | kEach},
    {Dataset, {dct::kSpatial}, {dct::kSpatial, locn::kGeometry}, GeoJson, kMapped, kLiteral | kEach},
    {Dataset, {dct::kSpatial}, {dct::kSpatial}, WebPage, kMapped, kLiteral},
    {Dataset, {dct::kSpatial}, {dct::kSpatial, skos::kPrefLabel}, Text, kMapped, kLiteral | kEach},
    {Dataset, {dct::kPublisher}, {dct::kPublisher, foaf::kName}, Text, kMapped, kLiteral | kEach},
    {Dataset, {dct::kCreator}, {dct::kCreator, foaf::kName}, Text, kMapped, kLiteral | kEach},
    {Dataset, {dct::kProvenance}, {dct::kProvenance, rdfs::kLabel}, Text, kMapped, kLiteral | kEach},
    {Dataset, {dct::kConformsTo}, {dct::kConformsTo}, WebPage, kMapped, kLiteral},
    {Dataset, {dct::kConformsTo}, {dct::kConformsTo, dct::kTitle}, Text, kMapped, kLiteral | kEach},
    {Dataset, {dcat::kTheme}, {dcat::kTheme}, Theme, kGuess, kLiteral},
    {Dataset, {dcat::kTheme}, {dcat::kKeyword}, Text, kGuess, kLiteral},
    {Dataset, {dcat::kLandingPage}, {dcat::kLandingPage}, WebPage, kMapped, kLiteral},
    {Dataset, {foaf::kPage}, {foaf::kPage}, WebPage, kMapped, kLiteral},
    {Any, {dct::kLicense}, {dct::kLicense}, Licence, kMapped, kLiteral},
    {Any, {dct::kFormat}, {dct::kFormat}, FileType, kMapped, kLiteral},
    {Any, {dcat::kMediaType}, {dcat::kMediaType}, MediaType, kMapped, kLiteral},
    {Any, {dcat::kAccessUrl}, {dcat::kAccessUrl}, Iri, kMapped, kLiteral},
    {Any, {dcat::kDownloadUrl}, {dcat::kDownloadUrl}, Iri, kMapped, kLiteral},
    {Any, {vcard::kHasEmail}, {vcard::kHasEmail}, Mailto, kMapped, kLiteral},
};

// Sorted by length, then letters, below: write them in any order here.
constexpr auto kAliases = std::to_array<Alias>({
    {"http://www.w3.org/ns/adms#version", dcat::kVersion},
    {"http://schema.org/startDate", dcat::kStartDate},
    {"http://schema.org/endDate", dcat::kEndDate},
    {"http://www.w3.org/ns/csvw#titles", csvw::kTitle},
    {"http://data.europa.eu/eli/reg/2025/327", "http://data.europa.eu/eli/reg/2025/327/oj"},
    // The ages of MOLGENIS, and names that are misspelt in files in use.
    {"http://healthdataportal.eu/ns/health#minimumTypicalAge", healthdcatap::kMinTypicalAge},
    {"http://healthdataportal.eu/ns/health#maximumTypicalAge", healthdcatap::kMaxTypicalAge},
    {"http://healthdataportal.eu/ns/health#minTypicalAge:", healthdcatap::kMinTypicalAge, kGuess},
    {"http://healthdataportal.eu/ns/health#maxTypicalAge:", healthdcatap::kMaxTypicalAge, kGuess},
    {"http://healthdataportal.eu/ns/health#numberOfrecords", healthdcatap::kNumberOfRecords, kGuess},
    {"http://healthdataportal.eu/ns/health#numberOfrecords:", healthdcatap::kNumberOfRecords, kGuess},
    {"http://healthdataportal.eu/ns/health#numberOfRecords:", healthdcatap::kNumberOfRecords, kGuess},
    {"http://healthdataportal.eu/ns/health#numberOfUniqueIndividuals:",
     healthdcatap::kNumberOfUniqueIndividuals, kGuess},
    {"http://xmlns.com/foaf/0.1/agent", foaf::kAgent, kGuess},
    {"http://xmlns.com/foaf/0.1/email", foaf::kMbox, kGuess},
    {"http://xmlns.com/foaf/0.1/URL", foaf::kHomepage, kGuess},
    {dct::kLandingPageMisspelt, dcat::kLandingPage, kGuess},
    // DCAT-AP_IT: subclasses that add nothing of their own.
    {"http://dati.gov.it/onto/dcatapit#Catalog", dcat::kCatalog},
    {"http://dati.gov.it/onto/dcatapit#Dataset", dcat::kDataset},
    {"http://dati.gov.it/onto/dcatapit#Distribution", dcat::kDistribution},
    {"http://dati.gov.it/onto/dcatapit#Agent", foaf::kAgent},
    {"http://dati.gov.it/onto/dcatapit#Organization", "http://www.w3.org/2006/vcard/ns#Organization"},
    {"http://dati.gov.it/onto/dcatapit#Standard", dct::kStandard},
    {"http://dati.gov.it/onto/dcatapit#LicenseDocument", "http://purl.org/dc/terms/LicenseDocument"},
    {"http://dati.gov.it/onto/dcatapit#startDate", dcat::kStartDate},
    {"http://dati.gov.it/onto/dcatapit#endDate", dcat::kEndDate},
});

constexpr Beginning kBeginnings[] = {
    {"https://publications.europa.eu/resource/authority/", authority::kEu},
    {"https://data.europa.eu/eli/", "http://data.europa.eu/eli/"},
    {"https://data.europa.eu/r5r/", "http://data.europa.eu/r5r/"},
    {"https://schema.org/", schema::kNamespace},
    {"https://www.w3.org/ns/dcat#", "http://www.w3.org/ns/dcat#", kGuess},
    {"https://www.w3.org/ns/adms#", "http://www.w3.org/ns/adms#", kGuess},
    {"https://purl.org/dc/terms/", "http://purl.org/dc/terms/", kGuess},
    {"https://xmlns.com/foaf/0.1/", "http://xmlns.com/foaf/0.1/", kGuess},
    // Drafts of HealthDCAT-AP.
    {"http://healthdcat-ap.eu/ns#", "http://healthdataportal.eu/ns/health#"},
    {"https://healthdcat-ap.eu/ns#", "http://healthdataportal.eu/ns/health#"},
    {"http://data.europa.eu/r5r/healthdcatap#", "http://healthdataportal.eu/ns/health#"},
    {"https://healthdataportal.eu/ns/health#", "http://healthdataportal.eu/ns/health#"},
    {"https://w3id.org/dpv/pd#", "https://w3id.org/dpv/dpv-pd#"},
    {"http://w3id.org/dpv/pd#", "https://w3id.org/dpv/dpv-pd#"},
    {"http://w3id.org/dpv/dpv-pd#", "https://w3id.org/dpv/dpv-pd#"},
    {"http://w3id.org/dpv#", "https://w3id.org/dpv#"},
    // Hosts that the health vocabularies had; unknown ones are told by the vocabulary's name.
    {"http://healthdataportal.eu/resource/authority/", authority::kHealth},
    {"http://13.81.34.152:1101/resource/authority/", authority::kHealth},
    {"/resource/authority/healthcategories/",
     "https://hdeu-dcat.data.health.europa.eu/resource/authority/healthcategories/", kGuess, Beginning::Match::Inside},
    {"/resource/authority/health-theme/",
     "https://hdeu-dcat.data.health.europa.eu/resource/authority/health-theme/", kGuess, Beginning::Match::Inside},
    {"/resource/authority/publisher-type/",
     "https://hdeu-dcat.data.health.europa.eu/resource/authority/publisher-type/", kGuess, Beginning::Match::Inside},
    {"/resource/authority/health-activity/",
     "https://hdeu-dcat.data.health.europa.eu/resource/authority/health-activity/", kGuess, Beginning::Match::Inside},
    {"/resource/authority/coding-system/",
     "https://hdeu-dcat.data.health.europa.eu/resource/authority/coding-system/", kGuess, Beginning::Match::Inside},
};

constexpr ClassOf kClasses[] = {
    {adms::kIdentifier, adms::kIdentifierClass},
    {adms::kSample, dcat::kDistribution},
    {csvw::kColumn, csvw::kColumnClass},
    {csvw::kTable, csvw::kTableClass},
    {cv::kContactPoint, cv::kContactPointClass},
    {dcat::kContactPoint, vcard::kKind},
    {dcat::kDistributionProperty, dcat::kDistribution},
    {dcat::kService, dcat::kDataService},
    {dcat::kAccessService, dcat::kDataService},
    {dct::kAccessRights, dct::kRightsStatement},
    {dct::kConformsTo, dct::kStandard},
    {dct::kCreator, foaf::kAgent},
    {dct::kProvenance, dct::kProvenanceStatement},
    {dct::kPublisher, foaf::kAgent},
    {dct::kRights, dct::kRightsStatement},
    {dct::kSpatial, dct::kLocation},
    {dct::kTemporal, dct::kPeriodOfTime},
    {foaf::kPage, foaf::kDocument},
    {geodcatap::kCustodian, foaf::kAgent},
    {healthdcatap::kAnalytics, dcat::kDistribution},
    {healthdcatap::kHasCodingSystem, dct::kStandard},
    {healthdcatap::kHasVariables, csvw::kTableGroup},
    {healthdcatap::kHdab, foaf::kAgent},
    {healthdcatap::kRetentionPeriod, dct::kPeriodOfTime},
    {spdx::kChecksum, spdx::kChecksumClass},
};
// clang-format on

consteval auto sorted_aliases() {
  auto rows = kAliases;
  std::ranges::sort(rows, {},
                    [](const Alias& row) { return std::pair(row.from.size(), row.from); });
  return rows;
}
constexpr auto kSortedAliases = sorted_aliases();

}  // namespace

const Schema& dcat_ap() {
  static constexpr Schema kSchema{.name = "DCAT-AP",
                                  .space = {},
                                  .root_class = {},
                                  .told_by = {},
                                  .rows = kRows,
                                  .classes = {}};
  return kSchema;
}

std::span<const Alias> aliases() { return kSortedAliases; }
std::span<const Beginning> beginnings() { return kBeginnings; }
std::span<const ClassOf> classes_of() { return kClasses; }
std::string_view eu_tables() { return authority::kEu; }

}  // namespace pinakes::canon
