// The words, and what they mean.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/dcat/canonical_codes.h"

#include <algorithm>
#include <array>

#include "indexer/base/text.h"
#include "schemas/namespaces.h"

namespace pinakes::canon {
namespace {

/// `words`: folded, letters and digits only.
struct Word {
  std::string_view words, code;
  Certainty certainty = Certainty::Mapped;
};

constexpr auto kGuess = Certainty::Guessed;

constexpr auto kAccess = std::to_array<Word>({
    {"public", "PUBLIC"},
    {"open", "PUBLIC"},
    {"openaccess", "PUBLIC"},
    {"true", "PUBLIC"},  // schema:isAccessibleForFree
    {"restrictedpublic", "RESTRICTED", kGuess},
    {"restricted", "RESTRICTED"},
    {"restrictedaccess", "RESTRICTED"},
    {"controlled", "RESTRICTED", kGuess},
    {"controlledaccess", "RESTRICTED", kGuess},
    {"registered", "RESTRICTED", kGuess},
    {"nonpublic", "NON_PUBLIC"},
    {"private", "NON_PUBLIC", kGuess},
    {"closed", "NON_PUBLIC", kGuess},
    {"sensitive", "NON_PUBLIC", kGuess},
});

// ISO 8601 intervals as DCAT-US prescribes them, the words of HDR UK and CKAN, and their like.
constexpr auto kFrequency = std::to_array<Word>({
    {"rp10y", "DECENNIAL"},
    {"rp5y", "QUINQUENNIAL"},
    {"rp4y", "QUADRENNIAL"},
    {"rp3y", "TRIENNIAL"},
    {"rp2y", "BIENNIAL"},
    {"rp1y", "ANNUAL"},
    {"rp6m", "ANNUAL_2"},
    {"rp4m", "ANNUAL_3"},
    {"rp3m", "QUARTERLY"},
    {"rp2m", "BIMONTHLY"},
    {"rp1m", "MONTHLY"},
    {"rp05m", "MONTHLY_2"},
    {"rp033m", "MONTHLY_3"},
    {"rp2w", "BIWEEKLY"},
    {"rp1w", "WEEKLY"},
    {"rp7d", "WEEKLY"},
    {"rp35d", "WEEKLY_2"},
    {"rp033w", "WEEKLY_3"},
    {"rp1d", "DAILY"},
    {"rpt1h", "HOURLY"},
    {"rpt1s", "UPDATE_CONT"},
    {"decennial", "DECENNIAL"},
    {"quadrennial", "QUADRENNIAL"},
    {"triennial", "TRIENNIAL"},
    {"biennial", "BIENNIAL"},
    {"everytwoyears", "BIENNIAL"},
    {"annual", "ANNUAL"},
    {"annually", "ANNUAL"},
    {"yearly", "ANNUAL"},
    {"annualrp1y", "ANNUAL"},
    {"annuel", "ANNUAL"},
    {"annuelle", "ANNUAL"},
    {"semiannual", "ANNUAL_2"},
    {"biannual", "ANNUAL_2", kGuess},
    {"quarterly", "QUARTERLY"},
    {"trimestriel", "QUARTERLY"},
    {"bimonthly", "BIMONTHLY", kGuess},
    {"semimonthly", "MONTHLY_2"},
    {"monthly", "MONTHLY"},
    {"mensuel", "MONTHLY"},
    {"mensuelle", "MONTHLY"},
    {"biweekly", "BIWEEKLY", kGuess},
    {"fortnightly", "BIWEEKLY"},
    {"weekly", "WEEKLY"},
    {"hebdomadaire", "WEEKLY"},
    {"semiweekly", "WEEKLY_2"},
    {"daily", "DAILY"},
    {"quotidien", "DAILY"},
    {"quotidienne", "DAILY"},
    {"hourly", "HOURLY"},
    {"continuous", "UPDATE_CONT"},
    {"continuously", "UPDATE_CONT"},
    {"continual", "UPDATE_CONT"},
    {"asneeded", "AS_NEEDED"},
    {"irregular", "IRREG"},
    {"unknown", "UNKNOWN"},
    {"never", "NEVER"},
    {"static", "NEVER", kGuess},
    {"nolongerupdateddatasetarchived", "NEVER", kGuess},
    {"notplanned", "NOT_PLANNED"},
    {"other", "OTHER"},
});

constexpr auto kLanguage = std::to_array<Word>({
    {"bg", "BUL"},       {"cs", "CES"},      {"da", "DAN"},         {"de", "DEU"},
    {"el", "ELL"},       {"en", "ENG"},      {"et", "EST"},         {"fi", "FIN"},
    {"fr", "FRA"},       {"ga", "GLE"},      {"hr", "HRV"},         {"hu", "HUN"},
    {"it", "ITA"},       {"lv", "LAV"},      {"lt", "LIT"},         {"mt", "MLT"},
    {"nl", "NLD"},       {"pl", "POL"},      {"pt", "POR"},         {"ro", "RON"},
    {"sk", "SLK"},       {"sl", "SLV"},      {"es", "SPA"},         {"sv", "SWE"},
    {"ca", "CAT"},       {"cy", "CYM"},      {"eu", "EUS"},         {"gl", "GLG"},
    {"is", "ISL"},       {"lb", "LTZ"},      {"no", "NOR"},         {"nb", "NOR", kGuess},
    {"ru", "RUS"},       {"tr", "TUR"},      {"uk", "UKR"},         {"zh", "ZHO"},
    {"ar", "ARA"},       {"ja", "JPN"},      {"eng", "ENG"},        {"fra", "FRA"},
    {"fre", "FRA"},      {"deu", "DEU"},     {"ger", "DEU"},        {"ita", "ITA"},
    {"spa", "SPA"},      {"nld", "NLD"},     {"dut", "NLD"},        {"por", "POR"},
    {"english", "ENG"},  {"french", "FRA"},  {"german", "DEU"},     {"italian", "ITA"},
    {"spanish", "SPA"},  {"dutch", "NLD"},   {"portuguese", "POR"}, {"polish", "POL"},
    {"francais", "FRA"}, {"deutsch", "DEU"}, {"italiano", "ITA"},   {"espanol", "SPA"},
    {"swedish", "SWE"},  {"danish", "DAN"},  {"finnish", "FIN"},    {"welsh", "CYM"},
});

constexpr auto kFileType = std::to_array<Word>({
    {"csv", "CSV"},
    {"textcsv", "CSV"},
    {"tsv", "TSV"},
    {"xls", "XLS"},
    {"xlsx", "XLSX"},
    {"json", "JSON"},
    {"xml", "XML"},
    {"pdf", "PDF"},
    {"zip", "ZIP"},
    {"html", "HTML"},
    {"htm", "HTML"},
    {"texthtml", "HTML"},
    {"webpage", "HTML"},
    {"txt", "TXT"},
    {"text", "TXT"},
    {"rdf", "RDF"},
    {"rdfxml", "RDF_XML"},
    {"ttl", "RDF_TURTLE"},
    {"turtle", "RDF_TURTLE"},
    {"jsonld", "JSON_LD"},
    {"geojson", "GEOJSON"},
    {"kml", "KML"},
    {"kmz", "KMZ"},
    {"gml", "GML"},
    {"shp", "SHP"},
    {"shapefile", "SHP"},
    {"gpkg", "GPKG"},
    {"doc", "DOC"},
    {"docx", "DOCX"},
    {"ods", "ODS"},
    {"odt", "ODT"},
    {"sql", "SQL"},
    {"parquet", "PARQUET"},
    {"applicationpdf", "PDF"},
    {"applicationjson", "JSON"},
    {"applicationxml", "XML"},
    {"wms", "WMS_SRVC"},
    {"wfs", "WFS_SRVC"},
    {"rss", "RSS"},
    {"png", "PNG"},
    {"jpeg", "JPEG"},
    {"jpg", "JPEG"},
    {"tiff", "TIFF"},
    {"geotiff", "GEOTIFF"},
    {"gtfs", "GTFS"},
    {"netcdf", "NETCDF"},
    {"excel", "XLS", kGuess},
});

constexpr auto kTheme = std::to_array<Word>({
    {"health", "HEAL"},
    {"healthcare", "HEAL"},
    {"publichealth", "HEAL"},
    {"sante", "HEAL"},
    {"gesundheit", "HEAL"},
    {"salute", "HEAL"},
    {"environment", "ENVI"},
    {"education", "EDUC"},
    {"transport", "TRAN"},
    {"energy", "ENER"},
});

constexpr auto kLicence = std::to_array<Word>({
    {"ccby", "CC_BY_4_0", kGuess},
    {"ccby40", "CC_BY_4_0"},
    {"ccby4", "CC_BY_4_0"},
    {"ccbysa", "CC_BYSA_4_0", kGuess},
    {"ccbysa40", "CC_BYSA_4_0"},
    {"ccbync40", "CC_BYNC_4_0"},
    {"cczero", "CC0"},
    {"cc0", "CC0"},
    {"cc010", "CC0"},
    {"odcby", "ODC_BY"},
    {"odcpddl", "ODC_PDDL"},
    {"odcodbl", "ODC_BL"},
    {"httpopendefinitionorglicensesodcodbl", "ODC_BL"},  // its address as data portals write it
    {"httpsopendefinitionorglicensesodcodbl", "ODC_BL"},
    {"odbl", "ODC_BL"},
    {"lovot", "ETALAB_2_0"},
    {"frlo", "ETALAB_2_0", kGuess},
    {"etalab20", "ETALAB_2_0"},
    {"ukogl", "OGL_3_0", kGuess},
    {"oglukuk30", "OGL_3_0"},
});

constexpr auto kScheme = std::to_array<Word>({
    {"icd10", "ICD-10"},
    {"icd11", "ICD-11"},
    {"icd9", "ICD-9-CM", kGuess},
    {"icd9cm", "ICD-9-CM"},
    {"icdo", "ICD-O"},
    {"icdo3", "ICD-O"},
    {"icdo2", "ICD-O"},
    {"snomedct", "SNOMED-CT"},
    {"snomed", "SNOMED-CT", kGuess},
    {"loinc", "LOINC"},
    {"atc", "ATC"},
    {"rxnorm", "RXNORM"},
    {"rxnormextension", "RXNORM", kGuess},
    {"mesh", "MESH"},
    {"meddra", "MEDDRA"},
    {"orphacode", "ORPHACODE"},
    {"orphanet", "ORPHACODE", kGuess},
    {"hpo", "HPO"},
    {"umls", "UMLS"},
    {"ucum", "UCUM"},
    {"icf", "ICF"},
    {"icpc2", "ICPC-2"},
    {"icpc3", "ICPC-3"},
    {"ncit", "NCIT"},
    {"opcs4", "PROC-CODES-NAT", kGuess},
    {"ccam", "PROC-CODES-NAT", kGuess},
});

constexpr auto kStandard = std::to_array<Word>({
    {"omop", "OMOP-CDM"},
    {"omopcdm", "OMOP-CDM"},
    {"fhir", "FHIR"},
    {"hl7fhir", "FHIR"},
    {"hl7", "HL7"},
    {"dicom", "DICOM"},
    {"openehr", "OPENEHR"},
    {"cda", "CDA"},
    {"sdtm", "CDISC-SDTM"},
    {"cdiscsdtm", "CDISC-SDTM"},
    {"miabis", "MIABIS"},
});

constexpr auto kDatatypes = std::to_array<Word>({
    {"string", "string"},
    {"text", "string"},
    {"number", "decimal"},
    {"integer", "integer"},
    {"float", "double"},
    {"boolean", "boolean"},
    {"date", "date"},
    {"datetime", "dateTime"},
    {"time", "time"},
    {"year", "gYear"},
    {"yearmonth", "gYearMonth"},
    {"duration", "duration"},
    {"url", "anyURI"},
    {"any", "anyAtomicType"},
});

/// Which words belong to a conversion, and where their codes stand.
struct Codes {
  Convert how;
  std::string_view base, table;
  std::span<const Word> words;
};
constexpr auto kCodes = std::to_array<Codes>({
    {Convert::AccessRight, authority::kEu, "access-right/", kAccess},
    {Convert::Frequency, authority::kEu, "frequency/", kFrequency},
    {Convert::Language, authority::kEu, "language/", kLanguage},
    {Convert::FileType, authority::kEu, "file-type/", kFileType},
    {Convert::Theme, authority::kEu, "data-theme/", kTheme},
    {Convert::Licence, authority::kEu, "licence/", kLicence},
    {Convert::Scheme, authority::kHealth, "coding-system/", kScheme},
    {Convert::Standard, authority::kHealth, "standard/", kStandard},
});

constexpr std::size_t kLongestWords =
    60;  // no word of a table is longer: descriptions are not read

std::string compact(std::string_view text) {
  std::string result;
  if (text.size() > kLongestWords) return result;
  for (const char c : fold(text))
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) result += c;
  return result;
}

const Word* look_up(std::span<const Word> words, std::string_view text) {
  const std::string key = compact(text);
  const auto found = std::ranges::find(words, key, &Word::words);
  return key.empty() || found == words.end() ? nullptr : &*found;
}

}  // namespace

std::string concept_iri(Convert how, std::string_view text, Certainty& certainty) {
  const auto codes = std::ranges::find(kCodes, how, &Codes::how);
  if (codes == kCodes.end()) return {};
  const Word* word = look_up(codes->words, text);
  if (word == nullptr && how == Convert::Language)  // en-US
    word = look_up(codes->words, text.substr(0, text.find_first_of("-_")));
  if (word == nullptr && how == Convert::Scheme && text.find(' ') != std::string_view::npos)
    word = look_up(codes->words, text.substr(0, text.find(' ')));
  if (word == nullptr) return {};
  certainty = word->certainty;
  return std::string(codes->base).append(codes->table).append(word->code);
}

std::string_view datatype_name(std::string_view type) {
  const Word* word = look_up(kDatatypes, type);
  return word == nullptr ? std::string_view() : word->code;
}

}  // namespace pinakes::canon
