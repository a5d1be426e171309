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
inline constexpr std::string_view kIdentifierClass = "http://www.w3.org/ns/adms#Identifier";
inline constexpr std::string_view kVersion = "http://www.w3.org/ns/adms#version";
inline constexpr std::string_view kVersionNotes = "http://www.w3.org/ns/adms#versionNotes";
inline constexpr std::string_view kStatus = "http://www.w3.org/ns/adms#status";
}  // namespace adms

/// Where the tables of codes stand: these and a code make the address of a concept.
namespace authority {
inline constexpr std::string_view kEu = "http://publications.europa.eu/resource/authority/";
inline constexpr std::string_view kHealth =
    "https://hdeu-dcat.data.health.europa.eu/resource/authority/";
inline constexpr std::string_view kMediaType = "http://www.iana.org/assignments/media-types/";
inline constexpr std::string_view kDoi = "https://doi.org/";
}  // namespace authority

namespace csvw {
inline constexpr std::string_view kDatatype = "http://www.w3.org/ns/csvw#datatype";
inline constexpr std::string_view kPropertyUrl = "http://www.w3.org/ns/csvw#propertyUrl";
inline constexpr std::string_view kTable = "http://www.w3.org/ns/csvw#table";
inline constexpr std::string_view kColumn = "http://www.w3.org/ns/csvw#column";
inline constexpr std::string_view kName = "http://www.w3.org/ns/csvw#name";
inline constexpr std::string_view kTitle = "http://www.w3.org/ns/csvw#title";
inline constexpr std::string_view kTitles = "http://www.w3.org/ns/csvw#titles";
inline constexpr std::string_view kColumnClass = "http://www.w3.org/ns/csvw#Column";
inline constexpr std::string_view kTableClass = "http://www.w3.org/ns/csvw#Table";
inline constexpr std::string_view kTableGroup = "http://www.w3.org/ns/csvw#TableGroup";
}  // namespace csvw

namespace cv {
inline constexpr std::string_view kContactPoint = "http://data.europa.eu/m8g/contactPoint";
inline constexpr std::string_view kEmail = "http://data.europa.eu/m8g/email";
inline constexpr std::string_view kContactPage = "http://data.europa.eu/m8g/contactPage";
inline constexpr std::string_view kTelephone = "http://data.europa.eu/m8g/telephone";
inline constexpr std::string_view kContactPointClass = "http://data.europa.eu/m8g/ContactPoint";
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
inline constexpr std::string_view kBbox = "http://www.w3.org/ns/dcat#bbox";
inline constexpr std::string_view kIsPartOf = "http://www.w3.org/ns/dcat#isPartOf";
inline constexpr std::string_view kReferences = "http://www.w3.org/ns/dcat#references";
inline constexpr std::string_view kTemporalResolution =
    "http://www.w3.org/ns/dcat#temporalResolution";
inline constexpr std::string_view kSpatialResolution =
    "http://www.w3.org/ns/dcat#spatialResolutionInMeters";
inline constexpr std::string_view kVersion = "http://www.w3.org/ns/dcat#version";
inline constexpr std::string_view kHadRole = "http://www.w3.org/ns/dcat#hadRole";
inline constexpr std::string_view kHasVersion = "http://www.w3.org/ns/dcat#hasVersion";
inline constexpr std::string_view kInSeries = "http://www.w3.org/ns/dcat#inSeries";
inline constexpr std::string_view kQualifiedRelation =
    "http://www.w3.org/ns/dcat#qualifiedRelation";
inline constexpr std::string_view kAccessService = "http://www.w3.org/ns/dcat#accessService";
inline constexpr std::string_view kEndpointUrl = "http://www.w3.org/ns/dcat#endpointURL";
inline constexpr std::string_view kEndpointDescription =
    "http://www.w3.org/ns/dcat#endpointDescription";
inline constexpr std::string_view kCentroid = "http://www.w3.org/ns/dcat#centroid";
inline constexpr std::string_view kCompressFormat = "http://www.w3.org/ns/dcat#compressFormat";
inline constexpr std::string_view kPackageFormat = "http://www.w3.org/ns/dcat#packageFormat";
}  // namespace dcat

namespace dcatap {
inline constexpr std::string_view kApplicableLegislation =
    "http://data.europa.eu/r5r/applicableLegislation";
inline constexpr std::string_view kAvailability = "http://data.europa.eu/r5r/availability";
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
inline constexpr std::string_view kCreator = "http://purl.org/dc/terms/creator";
inline constexpr std::string_view kIsPartOf = "http://purl.org/dc/terms/isPartOf";
inline constexpr std::string_view kIsReferencedBy = "http://purl.org/dc/terms/isReferencedBy";
inline constexpr std::string_view kIsVersionOf = "http://purl.org/dc/terms/isVersionOf";
inline constexpr std::string_view kLandingPageMisspelt = "http://purl.org/dc/terms/landingpage";
inline constexpr std::string_view kLocation = "http://purl.org/dc/terms/Location";
inline constexpr std::string_view kPeriodOfTime = "http://purl.org/dc/terms/PeriodOfTime";
inline constexpr std::string_view kProvenanceStatement =
    "http://purl.org/dc/terms/ProvenanceStatement";
inline constexpr std::string_view kReferences = "http://purl.org/dc/terms/references";
inline constexpr std::string_view kRelation = "http://purl.org/dc/terms/relation";
inline constexpr std::string_view kRights = "http://purl.org/dc/terms/rights";
inline constexpr std::string_view kRightsStatement = "http://purl.org/dc/terms/RightsStatement";
inline constexpr std::string_view kSource = "http://purl.org/dc/terms/source";
inline constexpr std::string_view kStandard = "http://purl.org/dc/terms/Standard";
inline constexpr std::string_view kSubject = "http://purl.org/dc/terms/subject";
inline constexpr std::string_view kHasVersion = "http://purl.org/dc/terms/hasVersion";
}  // namespace dct

namespace dqv {
inline constexpr std::string_view kHasQualityAnnotation =
    "http://www.w3.org/ns/dqv#hasQualityAnnotation";
}  // namespace dqv

namespace foaf {
inline constexpr std::string_view kHomepage = "http://xmlns.com/foaf/0.1/homepage";
inline constexpr std::string_view kMbox = "http://xmlns.com/foaf/0.1/mbox";
inline constexpr std::string_view kName = "http://xmlns.com/foaf/0.1/name";
inline constexpr std::string_view kPage = "http://xmlns.com/foaf/0.1/page";
inline constexpr std::string_view kWorkplaceHomepage =
    "http://xmlns.com/foaf/0.1/workPlaceHomepage";
inline constexpr std::string_view kPrimaryTopic = "http://xmlns.com/foaf/0.1/primaryTopic";
inline constexpr std::string_view kAgent = "http://xmlns.com/foaf/0.1/Agent";
inline constexpr std::string_view kDocument = "http://xmlns.com/foaf/0.1/Document";
inline constexpr std::string_view kOrganization = "http://xmlns.com/foaf/0.1/Organization";
inline constexpr std::string_view kPerson = "http://xmlns.com/foaf/0.1/Person";
}  // namespace foaf

namespace geodcatap {
inline constexpr std::string_view kCustodian = "http://data.europa.eu/930/custodian";
}  // namespace geodcatap

namespace healthdcatap {
inline constexpr std::string_view kNamespace = "http://healthdataportal.eu/ns/health#";
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
inline constexpr std::string_view kPublisherNote =
    "http://healthdataportal.eu/ns/health#publisherNote";
inline constexpr std::string_view kPublisherType =
    "http://healthdataportal.eu/ns/health#publisherType";
inline constexpr std::string_view kRetentionPeriod =
    "http://healthdataportal.eu/ns/health#retentionPeriod";
inline constexpr std::string_view kHdabCoordinator =
    "http://healthdataportal.eu/ns/health#hdabCoordinator";
}  // namespace healthdcatap

/// Addresses of our own: rules of schemas/shapes, references of schemas/legal.json, and what stands
/// in a form until it is filled in.
namespace own {
inline constexpr std::string_view kRule = "urn:pinakes:rule:";
inline constexpr std::string_view kLegal = "urn:pinakes:legal:";
inline constexpr std::string_view kToFillIn = "urn:pinakes:to-fill-in:";
}  // namespace own

/// The keys of other metadata schemas, as properties of the graph that was sent: namespace + key.
namespace lifted {
inline constexpr std::string_view kCkan = "urn:pinakes:ckan#";
inline constexpr std::string_view kHdrUk = "urn:pinakes:hdruk#";
inline constexpr std::string_view kTableSchema = "urn:pinakes:table-schema#";
/// The class of each dataset: namespace + this.
inline constexpr std::string_view kDataset = "Dataset";
inline constexpr std::string_view kCkanDataset = "urn:pinakes:ckan#Dataset";
inline constexpr std::string_view kHdrUkDataset = "urn:pinakes:hdruk#Dataset";
inline constexpr std::string_view kTableSchemaDataset = "urn:pinakes:table-schema#Dataset";
}  // namespace lifted

namespace dcatapit {
inline constexpr std::string_view kCatalog = "http://dati.gov.it/onto/dcatapit#Catalog";
inline constexpr std::string_view kDataset = "http://dati.gov.it/onto/dcatapit#Dataset";
inline constexpr std::string_view kNamespace = "http://dati.gov.it/onto/dcatapit#";
}  // namespace dcatapit

namespace dpv {
inline constexpr std::string_view kHasPurpose = "https://w3id.org/dpv#hasPurpose";
inline constexpr std::string_view kHasLegalBasis = "https://w3id.org/dpv#hasLegalBasis";
inline constexpr std::string_view kHasPersonalData = "https://w3id.org/dpv#hasPersonalData";
}  // namespace dpv

namespace geosparql {
inline constexpr std::string_view kGeoJsonLiteral =
    "http://www.opengis.net/ont/geosparql#geoJSONLiteral";
inline constexpr std::string_view kWktLiteral = "http://www.opengis.net/ont/geosparql#wktLiteral";
}  // namespace geosparql

namespace locn {
inline constexpr std::string_view kGeometry = "http://www.w3.org/ns/locn#geometry";
}  // namespace locn

namespace owl {
inline constexpr std::string_view kVersionInfo = "http://www.w3.org/2002/07/owl#versionInfo";
}  // namespace owl

namespace pod {
inline constexpr std::string_view kNamespace = "https://project-open-data.cio.gov/v1.1/schema#";
inline constexpr std::string_view kContext =
    "https://project-open-data.cio.gov/v1.1/schema/catalog.jsonld";
inline constexpr std::string_view kAccessLevel =
    "https://project-open-data.cio.gov/v1.1/schema#accessLevel";
inline constexpr std::string_view kDataQuality =
    "https://project-open-data.cio.gov/v1.1/schema#dataQuality";
}  // namespace pod

namespace powder {
inline constexpr std::string_view kDescribedBy = "http://www.w3.org/2007/05/powder#describedby";
}  // namespace powder

namespace powder_s {
inline constexpr std::string_view kDescribedBy = "http://www.w3.org/2007/05/powder-s#describedby";
}  // namespace powder_s

namespace prov {
inline constexpr std::string_view kAgent = "http://www.w3.org/ns/prov#agent";
inline constexpr std::string_view kQualifiedAttribution =
    "http://www.w3.org/ns/prov#qualifiedAttribution";
inline constexpr std::string_view kWasGeneratedBy = "http://www.w3.org/ns/prov#wasGeneratedBy";
}  // namespace prov

namespace i18n {
inline constexpr std::string_view kNamespace = "https://www.w3.org/ns/i18n#";
}  // namespace i18n

namespace oa {
inline constexpr std::string_view kHasBody = "http://www.w3.org/ns/oa#hasBody";
}  // namespace oa

namespace rdf_ns {
inline constexpr std::string_view kNamespace = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
inline constexpr std::string_view kFirst = "http://www.w3.org/1999/02/22-rdf-syntax-ns#first";
inline constexpr std::string_view kNil = "http://www.w3.org/1999/02/22-rdf-syntax-ns#nil";
inline constexpr std::string_view kRest = "http://www.w3.org/1999/02/22-rdf-syntax-ns#rest";
inline constexpr std::string_view kType = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
inline constexpr std::string_view kObject = "http://www.w3.org/1999/02/22-rdf-syntax-ns#object";
inline constexpr std::string_view kPredicate =
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate";
inline constexpr std::string_view kStatement =
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement";
inline constexpr std::string_view kSubject = "http://www.w3.org/1999/02/22-rdf-syntax-ns#subject";
inline constexpr std::string_view kXmlLiteral =
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#XMLLiteral";
inline constexpr std::string_view kJson = "http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON";
inline constexpr std::string_view kValue = "http://www.w3.org/1999/02/22-rdf-syntax-ns#value";
inline constexpr std::string_view kLanguage = "http://www.w3.org/1999/02/22-rdf-syntax-ns#language";
inline constexpr std::string_view kLangString =
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString";
inline constexpr std::string_view kDirection =
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#direction";
}  // namespace rdf_ns

namespace rdfs {
inline constexpr std::string_view kClass = "http://www.w3.org/2000/01/rdf-schema#Class";
inline constexpr std::string_view kComment = "http://www.w3.org/2000/01/rdf-schema#comment";
inline constexpr std::string_view kLabel = "http://www.w3.org/2000/01/rdf-schema#label";
inline constexpr std::string_view kSubClassOf = "http://www.w3.org/2000/01/rdf-schema#subClassOf";
}  // namespace rdfs

namespace schema {
inline constexpr std::string_view kNamespace = "http://schema.org/";
inline constexpr std::string_view kDataset = "http://schema.org/Dataset";
inline constexpr std::string_view kDatasetProperty = "http://schema.org/dataset";
inline constexpr std::string_view kDataCatalog = "http://schema.org/DataCatalog";
inline constexpr std::string_view kDatasetHttps = "https://schema.org/Dataset";
inline constexpr std::string_view kDatasetPropertyHttps = "https://schema.org/dataset";
inline constexpr std::string_view kDataCatalogHttps = "https://schema.org/DataCatalog";
inline constexpr std::string_view kEndDate = "http://schema.org/endDate";
inline constexpr std::string_view kStartDate = "http://schema.org/startDate";
}  // namespace schema

namespace skos {
inline constexpr std::string_view kInScheme = "http://www.w3.org/2004/02/skos/core#inScheme";
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

namespace spdx {
inline constexpr std::string_view kAlgorithm = "http://spdx.org/rdf/terms#algorithm";
inline constexpr std::string_view kChecksum = "http://spdx.org/rdf/terms#checksum";
inline constexpr std::string_view kChecksumClass = "http://spdx.org/rdf/terms#Checksum";
inline constexpr std::string_view kChecksumValue = "http://spdx.org/rdf/terms#checksumValue";
}  // namespace spdx

namespace vcard {
inline constexpr std::string_view kFn = "http://www.w3.org/2006/vcard/ns#fn";
inline constexpr std::string_view kHasEmail = "http://www.w3.org/2006/vcard/ns#hasEmail";
inline constexpr std::string_view kHasTelephone = "http://www.w3.org/2006/vcard/ns#hasTelephone";
inline constexpr std::string_view kHasUrl = "http://www.w3.org/2006/vcard/ns#hasURL";
inline constexpr std::string_view kHasValue = "http://www.w3.org/2006/vcard/ns#hasValue";
inline constexpr std::string_view kOrganizationName =
    "http://www.w3.org/2006/vcard/ns#organization-name";
inline constexpr std::string_view kKind = "http://www.w3.org/2006/vcard/ns#Kind";
}  // namespace vcard

namespace xml_ns {
inline constexpr std::string_view kNamespace = "http://www.w3.org/XML/1998/namespace";
}  // namespace xml_ns

namespace xsd {
inline constexpr std::string_view kBoolean = "http://www.w3.org/2001/XMLSchema#boolean";
inline constexpr std::string_view kDate = "http://www.w3.org/2001/XMLSchema#date";
inline constexpr std::string_view kDateTime = "http://www.w3.org/2001/XMLSchema#dateTime";
inline constexpr std::string_view kDecimal = "http://www.w3.org/2001/XMLSchema#decimal";
inline constexpr std::string_view kDouble = "http://www.w3.org/2001/XMLSchema#double";
inline constexpr std::string_view kInteger = "http://www.w3.org/2001/XMLSchema#integer";
inline constexpr std::string_view kString = "http://www.w3.org/2001/XMLSchema#string";
inline constexpr std::string_view kGYear = "http://www.w3.org/2001/XMLSchema#gYear";
inline constexpr std::string_view kGYearMonth = "http://www.w3.org/2001/XMLSchema#gYearMonth";
inline constexpr std::string_view kNonNegativeInteger =
    "http://www.w3.org/2001/XMLSchema#nonNegativeInteger";
inline constexpr std::string_view kDuration = "http://www.w3.org/2001/XMLSchema#duration";
}  // namespace xsd

/// The publisher of the invented sample records (schemas/examples); a record of this publisher
/// carries the banner "Illustration, not a real record" wherever it is shown.
inline constexpr std::string_view kSamplesPublisher =
    "https://pinakes.example/id/agent/pinakes-samples";

}  // namespace pinakes
