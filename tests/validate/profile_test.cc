// Which profile a dataset is held to: by what it says of itself, never by chance.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/validate/profile.h"

#include "tests/dcat/turtle.h"
#include "tests/validate/fixture.h"

namespace pinakes {
namespace {

constexpr std::string_view kRights =
    "dct:accessRights <http://publications.europa.eu/resource/authority/access-right/";
constexpr std::string_view kTheme =
    "dcat:theme <http://publications.europa.eu/resource/authority/data-theme/";

Profile of(std::string_view statements, Schema schema = Schema::DcatAp,
           Source source = Source::Unknown) {
  return profile_of(dataset_in("ex:d a dcat:Dataset ; " + std::string(statements)), schema, source);
}
std::string with(std::string_view start, std::string_view code) {
  return std::string(start).append(code).append("> ");
}

TEST_CASE("health is the theme, a term, the act, or what the source says") {
  CHECK(of("dct:title \"cadastre\" .") == Profile::DcatAp);
  CHECK(of(with(kTheme, "ENVI") + ".") == Profile::DcatAp);
  CHECK(of(with(kTheme, "HEAL") + ".") == Profile::Health);
  CHECK(of("healthdcatap:numberOfRecords 1 .") == Profile::Health);
  CHECK(of("dcatap:applicableLegislation <http://data.europa.eu/eli/reg/2025/327/oj> .") ==
        Profile::Health);
  CHECK(of("dct:title \"cadastre\" .", Schema::DcatAp, Source::Health) == Profile::Health);
}

TEST_CASE("the level is that of the access rights, if they are one and known") {
  const std::string health = with(kTheme, "HEAL") + "; ";
  CHECK(of(health + with(kRights, "PUBLIC") + ".") == Profile::Public);
  CHECK(of(health + with(kRights, "RESTRICTED") + ".") == Profile::Restricted);
  CHECK(of(health + with(kRights, "NON_PUBLIC") + ".") == Profile::NonPublic);
  CHECK(of(health + with(kRights, "CONFIDENTIAL") + ".") == Profile::Health);
  CHECK(of(health + with(kRights, "PUBLIC") + "; " + with(kRights, "RESTRICTED") + ".") ==
        Profile::Health);
  CHECK(of(health + "dct:accessRights \"PUBLIC\" .") == Profile::Health);
}

TEST_CASE("another schema is not told that it breaks rules of health data") {
  CHECK(of(with(kTheme, "HEAL") + ".", Schema::Foreign) == Profile::DcatAp);
  CHECK(of("healthdcatap:numberOfRecords 1 .", Schema::Foreign) == Profile::DcatAp);
  CHECK(of("dcatap:applicableLegislation <http://data.europa.eu/eli/reg/2025/327/oj> .",
           Schema::Foreign) == Profile::Health);
}

TEST_CASE("an American source is checked as DCAT-AP") {
  const tests::Fixture fixture;
  const auto report = fixture.check(
      R"({"@type":"dcat:Catalog","conformsTo":"https://project-open-data.cio.gov/v1.1/schema",
          "dataset":[{"@type":"dcat:Dataset","title":"Flu","description":"Flu","identifier":"a",
          "accessLevel":"public","theme":["Health"],"modified":"2024-01-01","keyword":["flu"]}]})",
      "auto", "json");
  REQUIRE(report.front().datasets.size() == 1);
  CHECK(report.front().datasets[0].profile == Profile::DcatAp);
  CHECK(tests::finding_of(report, "dataset-hdab") == nullptr);
}

}  // namespace
}  // namespace pinakes
