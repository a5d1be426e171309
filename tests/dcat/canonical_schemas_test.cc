// JSON of other schemas to the end: read, split, in the terms of HealthDCAT-AP.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>

#include "indexer/dcat/canonical.h"
#include "indexer/rdf/isomorphic.h"
#include "tests/dcat/turtle.h"

namespace pinakes {
namespace {

constexpr std::string_view kEu = "http://publications.europa.eu/resource/authority/";

Canonical from_json(std::string_view json) {
  rdf::Graph graph;
  Diagnostics found;
  REQUIRE(rdf::format_named("json")->read({json, "http://e/", "x.json"}, graph, found));
  graph.finish();
  const Splitter splitter(graph);
  REQUIRE(splitter.roots().size() == 1);
  return canonical(splitter.dataset(splitter.roots().front()), "x.json");
}

void check_same(const Canonical& result, const std::string& turtle) {
  rdf::StringOutput text;
  Diagnostics ignored;
  rdf::write(*rdf::format_named("turtle"), result.dataset.graph, text, ignored);
  INFO(text.text);
  CHECK(rdf::isomorphic(result.dataset.graph, graph_of(turtle)));
}

bool says(const Canonical& result, std::string_view code, std::string_view from) {
  return std::ranges::any_of(result.findings, [&](const Diagnostic& one) {
    return one.code == code && one.arguments[0].second == from;
  });
}

TEST_CASE("HDR UK 2.0.0") {
  const Canonical result = from_json(R"({"identifier": "http://e/1", "@schema": {"type": "Dataset"},
    "summary": {"title": "T", "abstract": "A", "publisher": {"name": "P", "memberOf": "HUB"},
                "keywords": ["a b", "c"], "doiName": "10.1000/x", "contactPoint": "a@b.uk"},
    "coverage": {"typicalAgeRange": "18-65", "spatial": "Wales", "followup": "UNKNOWN"},
    "provenance": {"temporal": {"accrualPeriodicity": "QUARTERLY", "startDate": "3/31/13",
                   "endDate": "2020-01-01"}},
    "accessibility": {"access": {"accessRights": "https://e/apply", "dataController": "C"},
                      "formatAndStandards": {"vocabularyEncodingScheme": ["ICD10", "LOCAL"]}}})");
  check_same(
      result,
      "<http://e/1> a dcat:Dataset ; dct:identifier \"http://e/1\" ; dct:title \"T\" ; "
      "dct:description \"A\" ; dct:publisher [ a foaf:Agent ; foaf:name \"P\" ; "
      "<urn:pinakes:hdruk#memberOf> \"HUB\" ] ; dcat:keyword \"a b\", \"c\" ; adms:identifier [ a "
      "adms:Identifier ; skos:notation <https://doi.org/10.1000/x> ] ; dcat:contactPoint [ a "
      "vcard:Kind ; vcard:hasEmail <mailto:a@b.uk> ] ; healthdcatap:minTypicalAge "
      "\"18\"^^xsd:nonNegativeInteger ; healthdcatap:maxTypicalAge \"65\"^^xsd:nonNegativeInteger "
      "; "
      "dct:spatial [ a dct:Location ; skos:prefLabel \"Wales\" ] ; dct:accrualPeriodicity <" +
          std::string(kEu) +
          "frequency/QUARTERLY> ; dct:temporal [ a dct:PeriodOfTime ; dcat:startDate "
          "\"2013-03-31\"^^xsd:date ; dcat:endDate \"2020-01-01\"^^xsd:date ] ; dcat:distribution "
          "[ a "
          "dcat:Distribution ; dcat:accessURL <https://e/apply> ] ; geodcatap:custodian [ a "
          "foaf:Agent ; "
          "foaf:name \"C\" ] ; healthdcatap:hasCodingSystem "
          "<https://hdeu-dcat.data.health.europa.eu/resource/authority/coding-system/ICD-10> ; "
          "<urn:pinakes:hdruk#@schema> [ <urn:pinakes:hdruk#type> \"Dataset\" ] ; "
          "<urn:pinakes:hdruk#coverage> [ <urn:pinakes:hdruk#followup> \"UNKNOWN\" ] ; "
          "<urn:pinakes:hdruk#accessibility> [ <urn:pinakes:hdruk#formatAndStandards> [ "
          "<urn:pinakes:hdruk#vocabularyEncodingScheme> \"LOCAL\" ] ] .");
  CHECK(says(result, "canonical-guessed", "accessibility/access/dataController"));
  CHECK(says(result, "canonical-guessed", "provenance/temporal/startDate"));
  CHECK(says(result, "canonical-mapped", "summary/publisher/name"));
  CHECK(says(result, "canonical-left", "coverage/followup"));
}

TEST_CASE("CKAN: core keys, translations, extras, resources") {
  const Canonical result = from_json(R"({"uri": "http://e/1", "name": "n", "id": "7",
    "title": "T", "title_translated": {"fr": "Titre", "en": ""}, "notes": "N",
    "tags": [{"name": "k"}, {"name": "l"}],
    "extras": [{"key": "issued", "value": "2020-01-01"},
               {"key": "conforms_to", "value": "[\"http://e/s\", \"own\"]"}],
    "resources": [{"name": "R", "url": "http://e/a.csv", "format": "csv", "size": 12, "x": "y"}]})");
  check_same(
      result,
      "<http://e/1> a dcat:Dataset ; dct:identifier \"7\" ; dct:title \"Titre\"@fr ; "
      "dct:description \"N\" ; dcat:keyword \"k\", \"l\" ; dct:issued \"2020-01-01\"^^xsd:date ; "
      "dct:conformsTo <http://e/s>, [ a dct:Standard ; dct:title \"own\" ] ; dcat:distribution [ a "
      "dcat:Distribution ; dct:title \"R\" ; dcat:accessURL <http://e/a.csv> ; dct:format <" +
          std::string(kEu) +
          "file-type/CSV> ; dcat:byteSize \"12\"^^xsd:nonNegativeInteger ; "
          "<urn:pinakes:ckan#x> \"y\" ] ; <urn:pinakes:ckan#uri> \"http://e/1\" ; "
          "<urn:pinakes:ckan#name> \"n\" ; <urn:pinakes:ckan#title> \"T\" ; "
          "<urn:pinakes:ckan#title_translated> [ <urn:pinakes:ckan#en> \"\" ] .");
  CHECK(says(result, "canonical-left", "resources/x"));
}

TEST_CASE("Table Schema: a table is a dataset with variables") {
  check_same(
      from_json(R"({"name": "TAB", "title": "Table", "fields": [
      {"name": "A", "type": "yearmonth", "description": "first"}, {"name": "B", "length": 2}]})"),
      "[] a dcat:Dataset ; dct:identifier \"TAB\" ; dct:title \"Table\" ; "
      "healthdcatap:hasStructuredData true ; healthdcatap:hasVariables [ a csvw:TableGroup ; "
      "csvw:table [ a csvw:Table ; dct:title \"Table\" ; csvw:column [ a csvw:Column ; csvw:name "
      "\"A\" ; csvw:datatype \"gYearMonth\" ; dct:description \"first\" ], [ a csvw:Column ; "
      "csvw:name \"B\" ; <urn:pinakes:table-schema#length> 2 ] ] ] .");
}

}  // namespace
}  // namespace pinakes
