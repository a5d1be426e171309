// Records written in Turtle, and pages made of them: what the page tests share.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/render/html_fixture.h"

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "indexer/rdf/formats.h"
#include "tests/catch.h"

namespace pinakes::test {
namespace {

std::string prefixes() {
  std::string out;
  for (const Prefix& prefix : kPrefixes)
    out.append("@prefix ").append(prefix.name).append(": <").append(prefix.iri).append("> .\n");
  return out;
}

constexpr std::string_view kRich = R"ttl(
  dct:title "Registry of heart attacks"@en, "Registre des infarctus"@fr, "Register van hartaanvallen"@nl ;
  dct:alternative "REGHEART"@en ;
  dct:description """Every hospital stay for <b>acute myocardial infarction</b> since 2004.

Linked each year with deaths; see https://example.org/method (in French)."""@en,
    "Tous les séjours hospitaliers pour infarctus aigu du myocarde depuis 2004."@fr,
    "Alle ziekenhuisverblijven voor een acuut hartinfarct."@nl ;
  dcat:keyword "heart"@en, "infarction"@en, "cœur"@fr ;
  dct:identifier "REG-2004-017" ;
  dct:publisher <http://example.org/agency> ;
  geodcatap:custodian <http://example.org/hospital> ;
  healthdcatap:hdab <http://example.org/hdab> ;
  dct:accessRights <http://publications.europa.eu/resource/authority/access-right/NON_PUBLIC> ;
  healthdcatap:healthCategory <http://healthdataportal.eu/resource/authority/healthcategories/EHRS> ;
  dct:spatial <http://publications.europa.eu/resource/authority/country/FRA> ;
  healthdcatap:hasCodingSystem <http://example.org/odd-codes> ;
  healthdcatap:hasCodeValues "I21.9", "I20-I25" ;
  dct:temporal [ a dct:PeriodOfTime ; dcat:startDate "2004-01-01"^^xsd:date ; dcat:endDate "2023-12-31"^^xsd:date ] ;
  dct:issued "2012"^^xsd:gYear ; dct:modified "2026-01-02"^^xsd:date ;
  healthdcatap:numberOfUniqueIndividuals 1234567 ; healthdcatap:numberOfRecords 2500000 ;
  healthdcatap:minTypicalAge 18 ; healthdcatap:maxTypicalAge 99 ;
  healthdcatap:populationCoverage "Adults admitted to any hospital of the country."@en ;
  dct:provenance [ a dct:ProvenanceStatement ; rdfs:label "Discharge letters, coded by hand."@en ] ;
  foaf:page <https://example.org/method.pdf> ;
  dcat:landingPage <https://example.org/registry> ;
  dcat:contactPoint [ a vcard:Kind ; vcard:fn "Registry desk" ; vcard:hasEmail <mailto:desk@example.org> ;
                      vcard:hasTelephone <tel:+33-1-23-45> ] ;
  dcat:distribution [ a dcat:Distribution ; dct:title "Yearly tables"@en ;
    dcat:accessURL <https://example.org/tables> ; dcat:downloadURL <https://example.org/tables.csv> ;
    dct:format <http://publications.europa.eu/resource/authority/file-type/CSV> ; dcat:byteSize 3400000 ] ;
  healthdcatap:hasVariables [ csvw:table [ dct:title "stays" ; csvw:column
    [ csvw:name "adm_date" ; csvw:titles "Date of admission"@en ; csvw:datatype "date" ],
    [ csvw:name "dx_main" ; csvw:titles "Main diagnosis"@en ; dct:description "ICD-10 code"@en ; csvw:datatype "string" ] ] ] .
<http://example.org/agency> a foaf:Agent ; foaf:name "Agency for health data"@en .
<http://example.org/hospital> a foaf:Agent ; foaf:name "University hospital"@en, "Hôpital universitaire"@fr ;
  foaf:homepage <https://hospital.example.org/> .
<http://example.org/hdab> a foaf:Agent ; foaf:name "National access body"@en ;
  cv:contactPoint [ cv:email "access@example.org" ; cv:contactPage <https://access.example.org/apply> ] .
)ttl";

constexpr std::string_view kHostile = R"ttl(
  dct:title "<script>alert(1)</script> & 'quoted' \"title\""@en ;
  dct:description """<script>alert(2)</script><p onclick=\"x()\">kept</p><img src=x onerror=alert(3)>
    a < b javascript:alert(4) http://e.org/\"onmouseover=1"""@en ;
  dcat:keyword "\"><script>alert(5)</script>"@en ;
  dct:identifier "{{{t}}}<i>" ;
  dct:publisher [ a foaf:Agent ; foaf:name "<b>Evil & sons</b>" ;
                  foaf:homepage "javascript:alert(6)" ] ;
  dcat:landingPage <javascript:alert(7)> ;
  foaf:page <data:text/html,x> ;
  dct:spatial [ rdfs:label "<svg onload=alert(8)>" ] ;
  dcat:distribution [ a dcat:Distribution ; dcat:accessURL <javascript:alert(9)> ;
                      dct:title "</title><script>" ] ;
  healthdcatap:hasVariables [ csvw:table [ csvw:column
    [ csvw:name "<script>v</script>" ; csvw:titles "\"'><u>" ] ] ] .
)ttl";

Facet facet(std::string_view field, std::vector<FacetValue> values) {
  const std::size_t distinct = values.size();
  return {find_field(field), std::move(values), distinct};
}

}  // namespace

Dataset dataset_from(std::string_view statements, std::string_view iri) {
  const std::string text =
      prefixes() + "<" + std::string(iri) + "> a dcat:Dataset ;\n" + std::string(statements);
  rdf::Graph graph;
  Diagnostics found;
  const bool whole = rdf::format_named("turtle")->read({text, iri, "fixture.ttl"}, graph, found);
  INFO(text);
  REQUIRE(whole);
  graph.finish();
  return dataset_of(std::move(graph), iri);
}

Dataset rich_dataset() { return dataset_from(kRich); }
Dataset hostile_dataset() { return dataset_from(kHostile, "http://example.org/hostile"); }

Record record_of(std::string_view id) {
  Record record;
  record.number = 7;
  record.id = id;
  record.source = "fixture";
  record.iri = "http://example.org/d";
  record.version = 1;
  record.first_listed = "2026-03-01T08:00:00Z";
  record.changed = "2026-03-02T08:00:00Z";
  return record;
}

Hit hit_of(const Dataset& dataset, std::string_view id) {
  Hit hit;
  hit.card = make_card(record_of(id), dataset, vocabularies());
  return hit;
}

const Vocabularies& vocabularies() {
  static const Vocabularies kept(kRoot);
  return kept;
}

const HtmlRenderer& renderer() {
  static const HtmlRenderer kept(kRoot / "web", kRoot, vocabularies());
  return kept;
}

PageContext context(std::string_view lang, std::string_view path, std::string_view query) {
  PageContext out;
  out.lang = lang;
  out.path = path;
  out.query = query;
  out.base_url = "https://catalogue.example";
  out.request_id = "req-1";
  return out;
}

SearchRequest request_of(const Params& params, std::string_view lang) {
  return parse_search(params, lang);
}

SearchResult rich_result() {
  SearchResult result;
  result.total = 45;
  Hit rich = hit_of(rich_dataset(), "registry-of-heart-attacks-0a1b2c3d");
  rich.matched.push_back({find_field("title"), "Registry of <mark>heart</mark> attacks", "en", ""});
  rich.matched.push_back({find_field("keyword"), "<mark>heart</mark>", "en", ""});
  rich.matched.push_back(
      {find_field("population_coverage"), "<mark>hart</mark> patiënten", "nl", "fr"});
  result.hits.push_back(std::move(rich));
  result.hits.push_back(hit_of(hostile_dataset(), "hostile-0a1b2c3d"));
  Hit sample = hit_of(dataset_from("dct:title \"Enquête sur le sommeil\"@fr-t-nl ; dct:temporal [ "
                                   "dcat:startDate \"2015\"^^xsd:gYear ] ."),
                      "sample-0a1b2c3d");
  sample.card.sample = true;
  result.hits.push_back(std::move(sample));
  result.facets.push_back(facet("access_rights", {{"PUBLIC", "Open data", 30, true},
                                                  {"NON_PUBLIC", "On request", 15, false}}));
  result.facets.push_back(facet("has_variables", {{"true", "true", 9, false}}));
  std::vector<FacetValue> holders;
  for (int i = 0; i < 9; ++i)
    holders.push_back({"holder-" + std::to_string(i), "Holder <" + std::to_string(i) + ">",
                       static_cast<std::size_t>(1200 - i), i == 8});
  result.facets.push_back(facet("holder", std::move(holders)));
  result.facets.back().distinct = 40;
  result.unstated["temporal"] = 3;
  return result;
}

void keep(std::string_view name, std::string_view html) {
  const char* folder = std::getenv("PINAKES_PAGES");
  if (folder == nullptr) return;
  std::ofstream(std::filesystem::path(folder) / name, std::ios::binary) << html;
}

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos;
       at = text.find(part, at + part.size()))
    ++found;
  return found;
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  INFO(path.string());
  REQUIRE(in);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace pinakes::test
