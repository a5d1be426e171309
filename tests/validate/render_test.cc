// Reports in every form: what they hold, and that what a file says cannot break out of them.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "indexer/rdf/formats.h"
#include "schemas/namespaces.h"
#include "schemas/shacl_terms.h"
#include "tests/validate/fixture.h"

namespace pinakes {
namespace {

using tests::Fixture;

constexpr std::string_view kPrefixLines =
    "@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .\n"
    "@prefix h: <http://healthdataportal.eu/ns/health#> .\n";

std::string turtle(std::string_view text) { return std::string(kPrefixLines).append(text); }

const std::string kHostile = turtle(
    "<https://chu.example/1> a dcat:Dataset ; dct:title \"<script>alert(1)</script> \\u001b[31m & "
    "\\\"x\\\"\" ; h:minTypicalAge \"<b>18 \\u0007ans</b>\" .");

TEST_CASE("text: control characters and colours of a file do not reach the terminal") {
  const Fixture fixture;
  const std::string text = report_text(fixture.check(kHostile), fixture.english, Colour::No);
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(text.find('\x07') == std::string::npos);
  CHECK(report_text(fixture.check(kHostile), fixture.english, Colour::Yes).find("\x1b[1;31m") !=
        std::string::npos);
}

TEST_CASE("page: everything is escaped, and nothing is fetched or run") {
  const Fixture fixture;
  for (const Wording* wording : {&fixture.english, &fixture.french}) {
    const std::string page = report_html(fixture.check(kHostile), *wording);
    CHECK(page.find("<script") == std::string::npos);
    CHECK(page.find("<b>") == std::string::npos);
    CHECK(page.find("&lt;script&gt;") != std::string::npos);
    CHECK(page.find("src=") == std::string::npos);
    CHECK(page.find("<link") == std::string::npos);
    CHECK(page.find("lang=\"" + wording->language() + "\"") != std::string::npos);
    CHECK(page.find("@media print") != std::string::npos);
  }
}

TEST_CASE("JSON: conforms, findings with place and snippet, groups that point at them") {
  const Fixture fixture;
  const auto json = nlohmann::json::parse(report_json(fixture.check(kHostile), fixture.english));
  CHECK(json.at("conforms") == false);
  const auto& findings = json.at("findings");
  std::size_t members = 0;
  for (const auto& group : json.at("groups")) {
    CHECK(group.at("count") == group.at("findings").size());
    for (const std::size_t number : group.at("findings")) {
      CHECK(findings.at(number).at("code") == group.at("code"));
      ++members;
    }
  }
  CHECK(members == findings.size());
  const auto age = std::find_if(findings.begin(), findings.end(), [](const auto& one) {
    return one.at("code") == "dataset-min-typical-age";
  });
  REQUIRE(age != findings.end());
  CHECK(age->at("place").at("line") == 3);
  CHECK(age->at("write").at("text") ==
        "healthdcatap:minTypicalAge \"18\"^^xsd:nonNegativeInteger ;");
  CHECK(age->at("property").at("name") == "healthdcatap:minTypicalAge");
}

TEST_CASE("a fault that stands everywhere is counted whole and listed in part") {
  const Fixture fixture;
  std::string text = turtle("<https://chu.example/1> a dcat:Dataset ; dcat:keyword \"a,b,c\"");
  for (int i = 0; i < 1'500; ++i) text += " , \"a,b," + std::to_string(i) + "\"";
  const auto json = nlohmann::json::parse(report_json(fixture.check(text + " ."), fixture.english));
  CHECK(json.at("summary").at("warnings") == 1'501);
  const auto& groups = json.at("groups");
  const auto many = std::find_if(groups.begin(), groups.end(),
                                 [](const auto& group) { return group.at("count") == 1'501; });
  REQUIRE(many != groups.end());
  CHECK(many->at("findings").size() == 1'000);
}

TEST_CASE("SARIF 2.1: a result for each finding, rules by index") {
  const Fixture fixture;
  const auto documents = fixture.check(kHostile);
  const auto json = nlohmann::json::parse(report_sarif(documents, fixture.english));
  CHECK(json.at("version") == "2.1.0");
  const auto& run = json.at("runs").at(0);
  CHECK(run.at("results").size() == documents.front().findings.size());
  const auto& rules = run.at("tool").at("driver").at("rules");
  for (const auto& result : run.at("results"))
    CHECK(rules.at(result.at("ruleIndex").get<std::size_t>()).at("id") == result.at("ruleId"));
}

TEST_CASE("SHACL report: one result for each finding, sh:conforms as SHACL counts") {
  const Fixture fixture;
  const auto documents = fixture.check(kHostile);
  const rdf::Graph graph = to_graph(documents, fixture.english, fixture.french);
  const auto type = graph.find_iri(sh::kValidationResult);
  REQUIRE(type);
  CHECK(graph.subjects(rdf_ns::kType, *type).size() == documents.front().findings.size());
  const auto conforms = graph.find(rdf::typed("false", xsd::kBoolean));
  REQUIRE(conforms);
  CHECK(graph.subjects(sh::kConforms, *conforms).size() == 1);
}

TEST_CASE("snippets are in the syntax of the file") {
  const Fixture fixture;
  const std::string rdfxml =
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
      "xmlns:dcat=\"http://www.w3.org/ns/dcat#\">\n"
      "<dcat:Dataset rdf:about=\"https://chu.example/1\"/></rdf:RDF>";
  const auto xml = fixture.check(rdfxml, "non-public", "rdfxml");
  const Finding* hdab = tests::finding_of(xml, "dataset-hdab");
  REQUIRE(hdab != nullptr);
  const std::string text = fixture.english.snippet(*hdab, snippet_syntax(xml.front().format));
  CHECK(text.starts_with("<healthdcatap:hdab>\n"));
  CHECK(text.find("<cv:email>data@chu.example</cv:email>") != std::string::npos);

  const std::string jsonld =
      "{\"@context\":{\"dcat\":\"http://www.w3.org/ns/dcat#\",\n"
      " \"h\":\"http://healthdataportal.eu/ns/health#\"},\n"
      " \"@id\":\"https://chu.example/1\",\"@type\":\"dcat:Dataset\",\n"
      " \"h:hasStructuredData\":[\"oui\"]}";
  const auto documents = fixture.check(jsonld, "non-public", "jsonld");
  const Finding* oui = tests::finding_of(documents, "dataset-has-structured-data");
  REQUIRE(oui != nullptr);
  CHECK(oui->place.position.line == 4);
  CHECK(oui->place.pointer == "/h:hasStructuredData/0");
  CHECK(fixture.english.snippet(*oui, snippet_syntax(documents.front().format)) ==
        "\"healthdcatap:hasStructuredData\": true");
}

TEST_CASE("unknown codes: the nearest is offered, of short lists we are sure") {
  const Fixture fixture;
  const auto documents = fixture.check(
      turtle("<https://chu.example/1> a dcat:Dataset ; h:healthCategory "
             "<https://hdeu-dcat.data.health.europa.eu/resource/authority/healthcategories/EHRZ> ; "
             "dct:language <http://publications.europa.eu/resource/authority/language/ZZZ> ."));
  const Finding* category = tests::finding_of(documents, "vocabulary-health-category");
  REQUIRE(category != nullptr);
  CHECK(category->severity == Severity::Violation);
  CHECK(category->nearest == "EHRS");
  const Finding* language = tests::finding_of(documents, "vocabulary-language");
  REQUIRE(language != nullptr);
  CHECK(language->severity == Severity::Warning);
  CHECK(fixture.english.sentence(*language).find("does not know the code ZZZ") !=
        std::string::npos);
}

TEST_CASE("a text where a node belongs is understood, and a violation all the same") {
  const Fixture fixture;
  const auto documents = fixture.check(turtle(
      "<https://chu.example/1> a dcat:Dataset ; dct:publisher \"CHU X\" ; dcat:contactPoint [ "
      "<http://www.w3.org/2006/vcard/ns#hasEmail> \"a@chu.example\" ] ."));
  std::vector<std::string> said;
  for (const Finding& one : documents.front().findings)
    if (one.code == "canonical-mapped") {
      CHECK(one.severity == Severity::Violation);
      said.push_back(fixture.english.sentence(one));
    }
  REQUIRE(said.size() == 2);
  CHECK(
      said[0] + said[1] ==
      "Publisher: found the text \"CHU X\", where a described node belongs. It was read as its "
      "name; others will refuse it.vcard:hasEmail: found \"a@chu.example\", which has not the form "
      "that belongs here. It was read as <mailto:a@chu.example>: write that.");
}

TEST_CASE("law that we have read is named with its day, before it as what will be required") {
  const Fixture fixture;
  Rule rule;
  rule.iri = rule.code = "x";
  rule.sources = {"ehds-77-1", "metadata-1"};
  Finding finding;
  finding.rule = &rule;
  finding.severity = Severity::Violation;
  const auto sources = fixture.english.sources(finding);
  REQUIRE(sources.size() == 1);  // metadata-1 was not read
  CHECK(sources[0].starts_with("required by law from 26 March 20"));
  CHECK(fixture.french.sources(finding)[0].starts_with("exigé par la loi à partir du 26 mars 20"));
  const Wording later(PINAKES_ROOT, fixture.validator.legal(), "en", "2040-01-01");
  CHECK(later.sources(finding)[0].starts_with("required by law since"));
}

TEST_CASE("shapes of the operator see the file as it was sent, beside the profile or alone") {
  const std::string shapes =
      "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix dcat: <http://www.w3.org/ns/dcat#> .\n"
      "@prefix dct: <http://purl.org/dc/terms/> .\n"
      "<urn:s> a sh:NodeShape ; sh:targetClass dcat:Distribution ; sh:property <urn:p> .\n"
      "<urn:p> sh:path dct:title ; sh:minCount 1 ; sh:message \"name it\" .";
  rdf::Graph graph;
  Diagnostics found;
  REQUIRE(rdf::format_named("turtle")->read({shapes, {}, "s.ttl"}, graph, found));
  graph.finish();
  const std::vector<shacl::ShapesSource> sources = {{graph, "s.ttl"}};
  const Vocabularies vocabularies(PINAKES_ROOT);
  const Validator validator(PINAKES_ROOT, vocabularies, sources);
  const std::string text = turtle(
      "<https://chu.example/1> a dcat:Dataset ; dct:title \"Cohort\" ; dcat:distribution [ a "
      "dcat:Distribution ] .");
  const CheckOptions alone{Profile::None, Source::Unknown, "en"};
  const DocumentReport report =
      check_document(validator, rdf::format_named("turtle"), {text, {}, "a.ttl"}, {}, alone);
  REQUIRE(report.findings.size() == 1);
  CHECK(report.findings[0].code == "urn:p");
  CHECK(report.findings[0].title == "Cohort");
  const CheckOptions both{Profile::DcatAp, Source::Unknown, "en"};
  CHECK(check_document(validator, rdf::format_named("turtle"), {text, {}, "a.ttl"}, {}, both)
            .findings.size() > 1);
}

}  // namespace
}  // namespace pinakes
