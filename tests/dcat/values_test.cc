// The views of the field table over a dataset's graph.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/dcat/values.h"

#include <filesystem>
#include <set>

#include "tests/dcat/turtle.h"
#include "tests/shared.h"

namespace pinakes {
namespace {

const Vocabularies& vocabularies() {
  static const Vocabularies all(PINAKES_ROOT);
  return all;
}

std::vector<Value> values_in(std::string_view properties, std::string_view field) {
  const Dataset dataset = dataset_in("ex:a a dcat:Dataset ; " + std::string(properties));
  return values(dataset, *find_field(field), vocabularies());
}

std::string ids(const std::vector<Value>& found) {
  std::string text;
  for (const Value& value : found) text += value.id + " ";
  return text;
}

TEST_CASE("a text keeps its language and says that it was translated by a machine") {
  const auto found = values_in(R"(dct:title " Un "@fr-BE, "Eins"@de-t-fr .)", "title");
  REQUIRE(found.size() == 2);
  CHECK(found[0].labels.front() == Literal{"Un", "fr", ""});
  CHECK(found[1].labels.front() == Literal{"Eins", "de", "fr"});
}

TEST_CASE("a concept is its code, whatever form of its address the file uses") {
  constexpr std::string_view kField = "access_rights";
  CHECK(ids(values_in("dct:accessRights <http://publications.europa.eu/resource/authority/"
                      "access-right/PUBLIC> .",
                      kField)) == "PUBLIC ");
  CHECK(ids(values_in("dct:accessRights <https://publications.europa.eu/resource/authority/"
                      "access-right/PUBLIC/> .",
                      kField)) == "PUBLIC ");
}

TEST_CASE("a media type stands in for a format and means the same") {
  CHECK(ids(values_in("dcat:distribution [ dcat:mediaType "
                      "<https://www.iana.org/assignments/media-types/text/csv> ] .",
                      "file_format")) == "CSV ");
}

TEST_CASE("an unknown concept is kept, with the label that the record gives it") {
  const auto found =
      values_in("dcat:theme ex:Wild_Thing . ex:Wild_Thing skos:prefLabel \"Wild\" .", "theme");
  REQUIRE(found.size() == 1);
  CHECK_FALSE(found[0].known);
  CHECK(found[0].id.substr(0, 11) == "wild-thing-");
  CHECK(found[0].id.size() == 17);
  CHECK(found[0].labels.front().text == "Wild");
}

TEST_CASE("agents are the same by IRI, else by folded name") {
  const auto named = values_in("dct:publisher [ foaf:name \"École\" ] .", "publisher");
  const auto again = values_in("dct:publisher \"ecole\" .", "publisher");
  REQUIRE(named.size() == 1);
  REQUIRE(again.size() == 1);
  CHECK(named[0].id == again[0].id);
  const auto other = values_in("dct:publisher ex:org . ex:org foaf:name \"École\" .", "publisher");
  CHECK(other[0].id.substr(0, 6) == "ecole-");
  CHECK(other[0].id != named[0].id);
}

TEST_CASE("the publisher stands in for an unstated custodian as holder") {
  CHECK(
      ids(values_in("dct:publisher \"P\" ; geodcatap:custodian \"C\" .", "holder")).substr(0, 2) ==
      "c-");
  CHECK(ids(values_in("dct:publisher \"P\" .", "holder")).substr(0, 2) == "p-");
}

TEST_CASE("periods may be open, are read from both vocabularies, and reversed ones are left out") {
  const auto open =
      values_in("dct:temporal [ dcat:startDate \"2015-01-01\"^^xsd:date ] .", "temporal");
  REQUIRE(open.size() == 1);
  CHECK(open[0].id == "2015-01-01/..");
  CHECK(open[0].days.last == kDusk);
  CHECK(ids(values_in("dct:temporal [ time:hasBeginning [ time:inXSDDate \"2001-01-01\" ] ; "
                      "time:hasEnd [ time:inXSDDate \"2002-12-31\" ] ] .",
                      "temporal")) == "2001-01-01/2002-12-31 ");
  CHECK(values_in("dct:temporal [ dcat:startDate \"2015\" ; dcat:endDate \"2010\" ] .", "temporal")
            .empty());
}

TEST_CASE("an instant that names itself as its date does not hang") {
  CHECK(
      values_in("dct:temporal [ time:hasBeginning ex:i ] . ex:i time:inXSDDate ex:i .", "temporal")
          .empty());
}

TEST_CASE("numbers are whole or not there") {
  CHECK(ids(values_in("healthdcatap:numberOfRecords \"12500\"^^xsd:nonNegativeInteger .",
                      "number_of_records")) == "12500 ");
  CHECK(
      values_in("healthdcatap:numberOfRecords \"environ 12 500\" .", "number_of_records").empty());
  CHECK(values_in("healthdcatap:numberOfRecords -3 .", "number_of_records").empty());
}

TEST_CASE("derived fields answer for every dataset") {
  CHECK(ids(values_in("dct:title \"T\" .", "has_variables")) == "false ");
  CHECK(ids(values_in("dcat:distribution [ dcat:downloadURL ex:f ] .", "has_download")) == "true ");
}

TEST_CASE("contacts are found in both vocabularies, as IRIs and as literals") {
  const Dataset dataset = dataset_in(R"(ex:a a dcat:Dataset ;
      dcat:contactPoint [ vcard:fn "Desk" ; vcard:hasEmail <mailto:a@example.org> ;
                          vcard:hasTelephone [ vcard:hasValue <tel:+331> ] ] ;
      healthdcatap:hdab [ foaf:name "Body" ;
                          cv:contactPoint [ cv:email "b@example.org" ; cv:contactPage ex:p ] ] .)");
  const auto desk = contacts(dataset, *find_field("contact_point"));
  REQUIRE(desk.size() == 1);
  CHECK(desk[0].emails == std::vector<std::string>{"a@example.org"});
  CHECK(desk[0].telephones == std::vector<std::string>{"+331"});
  const auto body = contacts(dataset, *find_field("hdab"));
  REQUIRE(body.size() == 1);
  CHECK(body[0].names.front().text == "Body");
  CHECK(body[0].emails == std::vector<std::string>{"b@example.org"});
  CHECK(body[0].pages == std::vector<std::string>{"http://example.org/p"});
}

TEST_CASE("variables come in the order of the file, from repeated properties and from lists") {
  const Dataset dataset = dataset_in(R"(ex:a a dcat:Dataset ; healthdcatap:hasVariables [
      csvw:table [ dct:title "T" ; csvw:column [ csvw:name "b" ], [ csvw:name "a" ] ],
                 [ dct:title "L" ; csvw:column ( [ csvw:name "c" ] [ csvw:name "d" ] ) ] ] .)");
  std::string names;
  for (const Variable& variable : variables(dataset)) names += variable.table + variable.name + " ";
  CHECK(names == "Tb Ta Lc Ld ");
}

TEST_CASE("distributions say their role, addresses and size") {
  const Dataset dataset = dataset_in(R"(ex:a a dcat:Dataset ;
      dcat:distribution [ dcat:accessURL ex:x ; dcat:byteSize "1024.0"^^xsd:decimal ] ;
      adms:sample [ dcat:downloadURL ex:y ] .)");
  const auto parts = distributions(dataset, vocabularies());
  REQUIRE(parts.size() == 2);
  CHECK(parts[0].byte_size == 1024);
  CHECK(parts[1].role == Distribution::Role::Sample);
  CHECK(parts[1].download_urls == std::vector<std::string>{"http://example.org/y"});
}

TEST_CASE(
    "the best text for a reader is the author's in that language, then a translation into it") {
  const std::vector<Literal> texts = {{"nl", "nl", ""}, {"mt", "fr", "nl"}, {"en", "en", ""}};
  CHECK(best_literal(texts, "fr")->text == "mt");
  CHECK(best_literal(texts, "en")->text == "en");
  CHECK(best_literal(texts, "de")->text == "en");
  CHECK(best_literal({}, "fr") == nullptr);
}

TEST_CASE("the official example of Release 8 says something for each row it should") {
  const std::filesystem::path file =
      tests::shared() / "healthdcat-ap/r8/examples/example-healthdcat-dataset.ttl";
  if (!std::filesystem::exists(file)) {
    WARN("SKIPPED: no " << file << " (set PINAKES_SHARED)");
    return;
  }
  const Dataset dataset = dataset_in(tests::read_file(file));
  const auto of = [&](std::string_view field) {
    return values(dataset, *find_field(field), vocabularies());
  };
  CHECK(ids(of("publisher_type")) == "public-health-registry ");
  CHECK(ids(of("health_activity")) == "ROUTINE_RECORDS ");
  CHECK(ids(of("personal_data")) == "Age Gender ");
  CHECK(ids(of("retention_period")) == "2020-01-01/2035-12-31 ");
  CHECK(ids(of("temporal_resolution")) == "P1M ");
  CHECK(ids(of("spatial_resolution")) == "1000 ");
  CHECK(ids(of("sample")) == "https://healthdcat-ap.example.org/samples/oncology-ehrs-2024 ");
  CHECK(ids(of("quality_annotation")) ==
        "https://quality.example.org/certificates/oncology-ehrs-2024 ");
  for (const char* name : {"has_quality_label", "has_sample", "has_analytics"})
    CHECK(ids(of(name)) == "true ");
  // What the example does not have.
  const std::set<std::string_view> absent = {"has_version", "in_series", "source",
                                             "qualified_attribution", "qualified_relation"};
  for (const Field& field : kFields) {
    INFO(field.name);
    CHECK(of(field.name).empty() == absent.contains(field.name));
  }
}

}  // namespace
}  // namespace pinakes
