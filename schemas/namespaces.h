// The vocabularies' addresses: one constant per term that the program names, grouped by namespace.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

namespace pinakes {

/// A prefix as writers print it and messages suggest it.
struct Prefix {
  std::string_view name, iri;
};

inline constexpr auto kPrefixes = std::to_array<Prefix>({
    {"adms", "http://www.w3.org/ns/adms#"},
    {"csvw", "http://www.w3.org/ns/csvw#"},
    {"cv", "http://data.europa.eu/m8g/"},
    {"dcat", "http://www.w3.org/ns/dcat#"},
    {"dcatap", "http://data.europa.eu/r5r/"},
    {"dct", "http://purl.org/dc/terms/"},
    {"dpv", "https://w3id.org/dpv#"},
    {"dpv-pd", "https://w3id.org/dpv/dpv-pd#"},
    {"dqv", "http://www.w3.org/ns/dqv#"},
    {"eli", "http://data.europa.eu/eli/ontology#"},
    {"foaf", "http://xmlns.com/foaf/0.1/"},
    {"geodcatap", "http://data.europa.eu/930/"},
    {"healthdcatap", "http://healthdataportal.eu/ns/health#"},
    {"hydra", "http://www.w3.org/ns/hydra/core#"},
    {"oa", "http://www.w3.org/ns/oa#"},
    {"owl", "http://www.w3.org/2002/07/owl#"},
    {"prov", "http://www.w3.org/ns/prov#"},
    {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
    {"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
    {"schema", "http://schema.org/"},
    {"sh", "http://www.w3.org/ns/shacl#"},
    {"skos", "http://www.w3.org/2004/02/skos/core#"},
    {"spdx", "http://spdx.org/rdf/terms#"},
    {"time", "http://www.w3.org/2006/time#"},
    {"vcard", "http://www.w3.org/2006/vcard/ns#"},
    {"xsd", "http://www.w3.org/2001/XMLSchema#"},
});

namespace adms {
inline constexpr std::string_view kIdentifier = "http://www.w3.org/ns/adms#identifier";
inline constexpr std::string_view kSample = "http://www.w3.org/ns/adms#sample";
}  // namespace adms

namespace csvw {
inline constexpr std::string_view kDatatype = "http://www.w3.org/ns/csvw#datatype";
inline constexpr std::string_view kPropertyUrl = "http://www.w3.org/ns/csvw#propertyUrl";
inline constexpr std::string_view kTable = "http://www.w3.org/ns/csvw#table";
inline constexpr std::string_view kColumn = "http://www.w3.org/ns/csvw#column";
inline constexpr std::string_view kName = "http://www.w3.org/ns/csvw#name";
inline constexpr std::string_view kTitle = "http://www.w3.org/ns/csvw#title";
inline constexpr std::string_view kTitles = "http://www.w3.org/ns/csvw#titles";
}  // namespace csvw

namespace cv {
inline constexpr std::string_view kContactPoint = "http://data.europa.eu/m8g/contactPoint";
inline constexpr std::string_view kEmail = "http://data.europa.eu/m8g/email";
inline constexpr std::string_view kContactPage = "http://data.europa.eu/m8g/contactPage";
inline constexpr std::string_view kTelephone = "http://data.europa.eu/m8g/telephone";
}  // namespace cv

namespace dcat {
inline constexpr std::string_view kCatalog = "http://www.w3.org/ns/dcat#Catalog";
inline constexpr std::string_view kCatalogRecord = "http://www.w3.org/ns/dcat#CatalogRecord";
inline constexpr std::string_view kDataset = "http://www.w3.org/ns/dcat#Dataset";
inline constexpr std::string_view kDatasetSeries = "http://www.w3.org/ns/dcat#DatasetSeries";
inline constexpr std::string_view kDataService = "http://www.w3.org/ns/dcat#DataService";
inline constexpr std::string_view kDistribution = "http://www.w3.org/ns/dcat#Distribution";
inline constexpr std::string_view kAccessUrl = "http://www.w3.org/ns/dcat#accessURL";
inline constexpr std::string_view kByteSize = "http://www.w3.org/ns/dcat#byteSize";
inline constexpr std::string_view kContactPoint = "http://www.w3.org/ns/dcat#contactPoint";
inline constexpr std::string_view kDatasetProperty = "http://www.w3.org/ns/dcat#dataset";
inline constexpr std::string_view kDistributionProperty = "http://www.w3.org/ns/dcat#distribution";
inline constexpr std::string_view kDownloadUrl = "http://www.w3.org/ns/dcat#downloadURL";
inline constexpr std::string_view kEndDate = "http://www.w3.org/ns/dcat#endDate";
inline constexpr std::string_view kKeyword = "http://www.w3.org/ns/dcat#keyword";
inline constexpr std::string_view kLandingPage = "http://www.w3.org/ns/dcat#landingPage";
inline constexpr std::string_view kMediaType = "http://www.w3.org/ns/dcat#mediaType";
inline constexpr std::string_view kRecord = "http://www.w3.org/ns/dcat#record";
inline constexpr std::string_view kServesDataset = "http://www.w3.org/ns/dcat#servesDataset";
inline constexpr std::string_view kService = "http://www.w3.org/ns/dcat#service";
inline constexpr std::string_view kStartDate = "http://www.w3.org/ns/dcat#startDate";
inline constexpr std::string_view kTheme = "http://www.w3.org/ns/dcat#theme";
}  // namespace dcat

namespace dcatap {
inline constexpr std::string_view kApplicableLegislation =
    "http://data.europa.eu/r5r/applicableLegislation";
}  // namespace dcatap

namespace dct {
inline constexpr std::string_view kAccessRights = "http://purl.org/dc/terms/accessRights";
inline constexpr std::string_view kAccrualPeriodicity =
    "http://purl.org/dc/terms/accrualPeriodicity";
inline constexpr std::string_view kAlternative = "http://purl.org/dc/terms/alternative";
inline constexpr std::string_view kConformsTo = "http://purl.org/dc/terms/conformsTo";
inline constexpr std::string_view kDescription = "http://purl.org/dc/terms/description";
inline constexpr std::string_view kFormat = "http://purl.org/dc/terms/format";
inline constexpr std::string_view kIdentifier = "http://purl.org/dc/terms/identifier";
inline constexpr std::string_view kIssued = "http://purl.org/dc/terms/issued";
inline constexpr std::string_view kLanguage = "http://purl.org/dc/terms/language";
inline constexpr std::string_view kLicense = "http://purl.org/dc/terms/license";
inline constexpr std::string_view kModified = "http://purl.org/dc/terms/modified";
inline constexpr std::string_view kProvenance = "http://purl.org/dc/terms/provenance";
inline constexpr std::string_view kPublisher = "http://purl.org/dc/terms/publisher";
inline constexpr std::string_view kSpatial = "http://purl.org/dc/terms/spatial";
inline constexpr std::string_view kTemporal = "http://purl.org/dc/terms/temporal";
inline constexpr std::string_view kTitle = "http://purl.org/dc/terms/title";
inline constexpr std::string_view kType = "http://purl.org/dc/terms/type";
}  // namespace dct

namespace foaf {
inline constexpr std::string_view kHomepage = "http://xmlns.com/foaf/0.1/homepage";
inline constexpr std::string_view kMbox = "http://xmlns.com/foaf/0.1/mbox";
inline constexpr std::string_view kName = "http://xmlns.com/foaf/0.1/name";
inline constexpr std::string_view kPage = "http://xmlns.com/foaf/0.1/page";
inline constexpr std::string_view kWorkplaceHomepage =
    "http://xmlns.com/foaf/0.1/workPlaceHomepage";
inline constexpr std::string_view kPrimaryTopic = "http://xmlns.com/foaf/0.1/primaryTopic";
}  // namespace foaf

namespace geodcatap {
inline constexpr std::string_view kCustodian = "http://data.europa.eu/930/custodian";
}  // namespace geodcatap

namespace healthdcatap {
inline constexpr std::string_view kAnalytics = "http://healthdataportal.eu/ns/health#analytics";
inline constexpr std::string_view kHasCodeValues =
    "http://healthdataportal.eu/ns/health#hasCodeValues";
inline constexpr std::string_view kHasCodingSystem =
    "http://healthdataportal.eu/ns/health#hasCodingSystem";
inline constexpr std::string_view kHasStructuredData =
    "http://healthdataportal.eu/ns/health#hasStructuredData";
inline constexpr std::string_view kHasVariables =
    "http://healthdataportal.eu/ns/health#hasVariables";
inline constexpr std::string_view kHdab = "http://healthdataportal.eu/ns/health#hdab";
inline constexpr std::string_view kHealthCategory =
    "http://healthdataportal.eu/ns/health#healthCategory";
inline constexpr std::string_view kHealthTheme = "http://healthdataportal.eu/ns/health#healthTheme";
inline constexpr std::string_view kMaxTypicalAge =
    "http://healthdataportal.eu/ns/health#maxTypicalAge";
inline constexpr std::string_view kMinTypicalAge =
    "http://healthdataportal.eu/ns/health#minTypicalAge";
inline constexpr std::string_view kNumberOfRecords =
    "http://healthdataportal.eu/ns/health#numberOfRecords";
inline constexpr std::string_view kNumberOfUniqueIndividuals =
    "http://healthdataportal.eu/ns/health#numberOfUniqueIndividuals";
inline constexpr std::string_view kPopulationCoverage =
    "http://healthdataportal.eu/ns/health#populationCoverage";
}  // namespace healthdcatap

namespace rdf_ns {
inline constexpr std::string_view kFirst = "http://www.w3.org/1999/02/22-rdf-syntax-ns#first";
inline constexpr std::string_view kNil = "http://www.w3.org/1999/02/22-rdf-syntax-ns#nil";
inline constexpr std::string_view kRest = "http://www.w3.org/1999/02/22-rdf-syntax-ns#rest";
inline constexpr std::string_view kType = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
}  // namespace rdf_ns

namespace rdfs {
inline constexpr std::string_view kLabel = "http://www.w3.org/2000/01/rdf-schema#label";
}  // namespace rdfs

namespace schema {
inline constexpr std::string_view kEndDate = "http://schema.org/endDate";
inline constexpr std::string_view kStartDate = "http://schema.org/startDate";
}  // namespace schema

namespace skos {
inline constexpr std::string_view kAltLabel = "http://www.w3.org/2004/02/skos/core#altLabel";
inline constexpr std::string_view kBroader = "http://www.w3.org/2004/02/skos/core#broader";
inline constexpr std::string_view kConcept = "http://www.w3.org/2004/02/skos/core#Concept";
inline constexpr std::string_view kConceptScheme =
    "http://www.w3.org/2004/02/skos/core#ConceptScheme";
inline constexpr std::string_view kExactMatch = "http://www.w3.org/2004/02/skos/core#exactMatch";
inline constexpr std::string_view kNotation = "http://www.w3.org/2004/02/skos/core#notation";
inline constexpr std::string_view kPrefLabel = "http://www.w3.org/2004/02/skos/core#prefLabel";
}  // namespace skos

namespace time_ns {
inline constexpr std::string_view kHasBeginning = "http://www.w3.org/2006/time#hasBeginning";
inline constexpr std::string_view kHasEnd = "http://www.w3.org/2006/time#hasEnd";
inline constexpr std::string_view kInXsdDate = "http://www.w3.org/2006/time#inXSDDate";
inline constexpr std::string_view kInXsdDateTime = "http://www.w3.org/2006/time#inXSDDateTime";
}  // namespace time_ns

namespace vcard {
inline constexpr std::string_view kFn = "http://www.w3.org/2006/vcard/ns#fn";
inline constexpr std::string_view kHasEmail = "http://www.w3.org/2006/vcard/ns#hasEmail";
inline constexpr std::string_view kHasTelephone = "http://www.w3.org/2006/vcard/ns#hasTelephone";
inline constexpr std::string_view kHasUrl = "http://www.w3.org/2006/vcard/ns#hasURL";
inline constexpr std::string_view kHasValue = "http://www.w3.org/2006/vcard/ns#hasValue";
inline constexpr std::string_view kOrganizationName =
    "http://www.w3.org/2006/vcard/ns#organization-name";
}  // namespace vcard

namespace xsd {
inline constexpr std::string_view kBoolean = "http://www.w3.org/2001/XMLSchema#boolean";
inline constexpr std::string_view kDate = "http://www.w3.org/2001/XMLSchema#date";
inline constexpr std::string_view kDateTime = "http://www.w3.org/2001/XMLSchema#dateTime";
inline constexpr std::string_view kDecimal = "http://www.w3.org/2001/XMLSchema#decimal";
inline constexpr std::string_view kDouble = "http://www.w3.org/2001/XMLSchema#double";
inline constexpr std::string_view kInteger = "http://www.w3.org/2001/XMLSchema#integer";
inline constexpr std::string_view kString = "http://www.w3.org/2001/XMLSchema#string";
}  // namespace xsd

/// The publisher of the invented sample records (schemas/examples); a record of this publisher
/// carries the banner "Illustration, not a real record" wherever it is shown.
inline constexpr std::string_view kSamplesPublisher =
    "https://pinakes.example/id/agent/pinakes-samples";

}  // namespace pinakes
