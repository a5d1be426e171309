// canonical(): older releases, drafts and profiles in the terms of today.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/dcat/canonical.h"

#include <algorithm>
#include <string>
#include <vector>

#include "indexer/base/messages.h"
#include "indexer/rdf/isomorphic.h"
#include "tests/dcat/turtle.h"

namespace pinakes {
namespace {

Canonical of(std::string_view turtle) { return canonical(dataset_in(turtle), "test.ttl"); }

/// The canonical graph is this one.
void check_same(const Canonical& result, std::string_view turtle) {
  rdf::StringOutput text;
  Diagnostics ignored;
  rdf::write(*rdf::format_named("turtle"), result.dataset.graph, text, ignored);
  INFO(text.text);
  CHECK(rdf::isomorphic(result.dataset.graph, graph_of(turtle)));
}

std::vector<std::string> codes(const Canonical& result) {
  std::vector<std::string> found;
  for (const Diagnostic& one : result.findings)
    found.push_back(one.code + " " + one.arguments[0].second + " -> " + one.arguments[1].second);
  return found;
}

struct Example {
  const char *sent, *expected;
};

TEST_CASE("a dataset that needs nothing comes back as it was") {
  const char* text =
      "ex:d a dcat:Dataset ; dct:title \"T\"@en ; dcat:version \"1\" ; dct:spatial "
      "<http://publications.europa.eu/resource/authority/country/FRA> ; dct:temporal [ a "
      "dct:PeriodOfTime ; dcat:startDate \"2020\"^^xsd:gYear ] .";
  const Dataset dataset = dataset_in(text);
  CHECK_FALSE(rewritten(dataset).has_value());
  const rdf::Term* before = &dataset.graph[dataset.node];
  Dataset moved{dataset_in(text)};
  const rdf::Term* address = &moved.graph[moved.node];
  const Canonical result = canonical(std::move(moved));
  CHECK(&result.dataset.graph[result.dataset.node] == address);
  CHECK(before != nullptr);
  CHECK(result.findings.empty());
}

TEST_CASE("terms of older releases and profiles have today's names") {
  const Example one = GENERATE(
      Example{"ex:d a dcat:Dataset ; adms:version \"2\" .",
              "ex:d a dcat:Dataset ; dcat:version \"2\" ."},
      Example{"ex:d a dcat:Dataset ; owl:versionInfo \"2\" .",
              "ex:d a dcat:Dataset ; dcat:version \"2\" ."},
      Example{"ex:d a dcat:Dataset ; dct:temporal [ schema:startDate \"2020\" ; "
              "<https://schema.org/endDate> \"2021\" ] .",
              "ex:d a dcat:Dataset ; dct:temporal [ dcat:startDate \"2020\" ; dcat:endDate "
              "\"2021\" ] ."},
      Example{"ex:d a dcat:Dataset ; dcat:theme "
              "<https://publications.europa.eu/resource/authority/data-theme/HEAL/> .",
              "ex:d a dcat:Dataset ; dcat:theme "
              "<http://publications.europa.eu/resource/authority/data-theme/HEAL> ."},
      Example{"ex:d a dcat:Dataset ; dcatap:applicableLegislation "
              "<https://data.europa.eu/eli/reg/2025/327> .",
              "ex:d a dcat:Dataset ; dcatap:applicableLegislation "
              "<http://data.europa.eu/eli/reg/2025/327/oj> ."},
      Example{"ex:d a dcat:Dataset ; dpv:hasPersonalData <https://w3id.org/dpv/pd#Age> .",
              "ex:d a dcat:Dataset ; dpv:hasPersonalData <https://w3id.org/dpv/dpv-pd#Age> ."},
      Example{"ex:d a dcat:Dataset ; <http://healthdcat-ap.eu/ns#minimumTypicalAge> 3 .",
              "ex:d a dcat:Dataset ; healthdcatap:minTypicalAge 3 ."},
      Example{"ex:d a dcat:Dataset ; <http://data.europa.eu/r5r/healthdcatap#hdab> ex:h .",
              "ex:d a dcat:Dataset ; healthdcatap:hdab ex:h ."},
      Example{
          "ex:d a dcat:Dataset ; healthdcatap:healthCategory "
          "<http://13.81.34.152:1101/resource/authority/healthcategories/EHRS> .",
          "ex:d a dcat:Dataset ; healthdcatap:healthCategory "
          "<https://hdeu-dcat.data.health.europa.eu/resource/authority/healthcategories/EHRS> ."},
      Example{"ex:d a dcat:Dataset ; dct:publisher [ a <http://xmlns.com/foaf/0.1/agent> ; "
              "<http://xmlns.com/foaf/0.1/email> <mailto:a@b.fr> ] .",
              "ex:d a dcat:Dataset ; dct:publisher [ a foaf:Agent ; foaf:mbox <mailto:a@b.fr> ] ."},
      Example{"ex:d a dcat:Dataset ; dct:publisher ex:p . ex:p healthdcatap:publisherType ex:t ; "
              "healthdcatap:publisherNote \"note\"@en .",
              "ex:d a dcat:Dataset ; dct:publisher ex:p . ex:p dct:type ex:t ; dct:description "
              "\"note\"@en ."},
      Example{"ex:d a <http://dati.gov.it/onto/dcatapit#Dataset> ; dct:landingpage "
              "\"http://example.org/page\" .",
              "ex:d a dcat:Dataset ; dcat:landingPage <http://example.org/page> ."});
  check_same(of(one.sent), one.expected);
}

TEST_CASE("texts become nodes and codes") {
  const Example one = GENERATE(
      Example{"ex:d a dcat:Dataset ; dct:temporal \"2020-01-01/2020-12-31\" .",
              "ex:d a dcat:Dataset ; dct:temporal [ a dct:PeriodOfTime ; dcat:startDate "
              "\"2020-01-01\"^^xsd:date ; dcat:endDate \"2020-12-31\"^^xsd:date ] ."},
      Example{"ex:d a dcat:Dataset ; dct:temporal \"2019\", \"2021/..\" .",
              "ex:d a dcat:Dataset ; dct:temporal [ a dct:PeriodOfTime ; dcat:startDate "
              "\"2019\"^^xsd:gYear ; dcat:endDate \"2019\"^^xsd:gYear ], [ a dct:PeriodOfTime ; "
              "dcat:startDate \"2021\"^^xsd:gYear ] ."},
      Example{"ex:d a dcat:Dataset ; dct:accrualPeriodicity \"R/P1Y\" .",
              "ex:d a dcat:Dataset ; dct:accrualPeriodicity "
              "<http://publications.europa.eu/resource/authority/frequency/ANNUAL> ."},
      Example{
          "ex:d a dcat:Dataset ; dct:license \"http://opendefinition.org/licenses/odc-odbl/\" .",
          "ex:d a dcat:Dataset ; dct:license "
          "<http://publications.europa.eu/resource/authority/licence/ODC_BL> ."},
      Example{"ex:d a dcat:Dataset ; dct:language \"en-US\", \"it\" .",
              "ex:d a dcat:Dataset ; dct:language "
              "<http://publications.europa.eu/resource/authority/language/ENG>, "
              "<http://publications.europa.eu/resource/authority/language/ITA> ."},
      Example{"ex:d a dcat:Dataset ; dct:accessRights \"public\" .",
              "ex:d a dcat:Dataset ; dct:accessRights "
              "<http://publications.europa.eu/resource/authority/access-right/PUBLIC> ."},
      Example{"ex:d a dcat:Dataset ; dct:spatial \"1,2,3,4\" .",
              "ex:d a dcat:Dataset ; dct:spatial [ a dct:Location ; dcat:bbox \"POLYGON((1 2,3 2,3 "
              "4,1 4,1 2))\"^^<http://www.opengis.net/ont/geosparql#wktLiteral> ] ."},
      Example{"ex:d a dcat:Dataset ; dct:publisher \"CHU\"@fr .",
              "ex:d a dcat:Dataset ; dct:publisher [ a foaf:Agent ; foaf:name \"CHU\"@fr ] ."},
      Example{"ex:d a dcat:Dataset ; dcat:theme \"Health\", \"Vaccins\"@fr .",
              "ex:d a dcat:Dataset ; dcat:theme "
              "<http://publications.europa.eu/resource/authority/data-theme/HEAL> ; dcat:keyword "
              "\"Vaccins\"@fr ."},
      Example{"ex:d a dcat:Dataset ; dcat:distribution [ dct:format \".csv\" ; dcat:mediaType "
              "\"text/csv\" ; dcat:downloadURL \"http://e.org/a.csv\" ] .",
              "ex:d a dcat:Dataset ; dcat:distribution [ dct:format "
              "<http://publications.europa.eu/resource/authority/file-type/CSV> ; dcat:mediaType "
              "<http://www.iana.org/assignments/media-types/text/csv> ; dcat:downloadURL "
              "<http://e.org/a.csv> ] ."});
  check_same(of(one.sent), one.expected);
}

TEST_CASE("the custodian is the data holder, who holds the rights is not") {
  const char* role =
      "<http://inspire.ec.europa.eu/metadata-codelist/ResponsiblePartyRole/custodian>";
  const std::string text =
      "ex:d a dcat:Dataset ; dct:rightsHolder ex:r ; prov:qualifiedAttribution [ "
      "prov:agent ex:c ; dcat:hadRole " +
      std::string(role) + " ], [ prov:agent ex:o ; dcat:hadRole ex:owner ] .";
  check_same(of(text), text + " ex:d geodcatap:custodian ex:c .");
}

TEST_CASE("what says nothing known stays, and every rewrite is a finding at its place") {
  const Canonical result =
      of("ex:d a dcat:Dataset ;\n dct:accrualPeriodicity \"when it rains\" ;\n dct:temporal "
         "\"2019-2021\" ;\n adms:version \"1\" .");
  check_same(result,
             "ex:d a dcat:Dataset ; dct:accrualPeriodicity \"when it rains\" ; dct:temporal [ a "
             "dct:PeriodOfTime ; dcat:startDate \"2019\"^^xsd:gYear ; dcat:endDate "
             "\"2021\"^^xsd:gYear ] ; dcat:version \"1\" .");
  CHECK(codes(result) ==
        std::vector<std::string>{"canonical-mapped adms:version -> dcat:version",
                                 "canonical-guessed dct:temporal -> dct:temporal/dcat:startDate",
                                 "canonical-guessed dct:temporal -> dct:temporal/dcat:endDate"});
  CHECK(result.findings[0].place.position.line == 5);
  CHECK(result.findings[1].place.position.line == 4);
  const auto version = result.dataset.graph.find_iri(dcat::kVersion);
  REQUIRE(version);
  CHECK(result.dataset.graph.position(result.dataset.graph.about(result.dataset.node, *version)[0])
            .line == 5);
}

TEST_CASE("the subject stays the holder's own address") {
  const Canonical result =
      of("<https://publications.europa.eu/resource/authority/x/> a dcat:Dataset ; adms:version "
         "\"1\" .");
  CHECK(result.dataset.iri == "https://publications.europa.eu/resource/authority/x/");
  CHECK(result.dataset.graph.has(result.dataset.node, rdf_ns::kType, dcat::kDataset));
}

TEST_CASE("schema.org: a page's dataset is one of DCAT, with https or http") {
  const std::string at = GENERATE("http://schema.org/", "https://schema.org/");
  const std::string s = "@prefix s: <" + at + "> . ";
  check_same(
      of(s +
         "ex:d a s:Dataset ; s:name \"N\" ; s:keywords \"a, b\" ; s:license "
         "\"https://creativecommons.org/licenses/by/4.0/\" ; s:temporalCoverage \"2020/2021\" ; "
         "s:creator [ a s:Organization ; s:name \"O\" ; s:foundingDate \"1990\" ] ; "
         "s:variableMeasured \"age\", [ a s:PropertyValue ; s:name \"sex\" ] ; s:distribution [ a "
         "s:DataDownload ; s:contentUrl \"http://e.org/a\" ; s:encodingFormat \"text/csv\" ] ."),
      "ex:d a dcat:Dataset ; dct:title \"N\" ; dcat:keyword \"a\", \"b\" ; dct:license "
      "<https://creativecommons.org/licenses/by/4.0/> ; dct:temporal [ a dct:PeriodOfTime ; "
      "dcat:startDate \"2020\"^^xsd:gYear ; dcat:endDate \"2021\"^^xsd:gYear ] ; dct:creator [ a "
      "foaf:Organization ; foaf:name \"O\" ; schema:foundingDate \"1990\" ] ; "
      "healthdcatap:hasVariables [ a csvw:TableGroup ; csvw:table [ a csvw:Table ; csvw:column [ a "
      "csvw:Column ; csvw:name \"age\" ], [ a schema:PropertyValue ; csvw:name \"sex\" ] ] ] ; "
      "dcat:distribution [ a dcat:Distribution ; dcat:accessURL <http://e.org/a> ; "
      "dcat:downloadURL <http://e.org/a> ; dcat:mediaType "
      "<http://www.iana.org/assignments/media-types/text/csv> ] .");
}

}  // namespace
}  // namespace pinakes
