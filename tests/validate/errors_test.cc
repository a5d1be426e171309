// The commonest real errors: each file gives the message we want, in both languages, at its place.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "tests/shared.h"
#include "tests/validate/fixture.h"

namespace pinakes {
namespace {

namespace fs = std::filesystem;
const fs::path kErrors = fs::path(PINAKES_ROOT) / "tests/data/bad/errors";
using tests::Fixture;
using tests::important;

std::vector<DocumentReport> check_file(const Fixture& fixture, const nlohmann::json& entry) {
  const std::string text = tests::read_file(kErrors / entry.at("file").get<std::string>());
  return fixture.check(text, entry.at("profile").get<std::string>());
}

void check_finding(const FindingGroup& group, const nlohmann::json& wanted,
                   const Fixture& fixture) {
  const Finding& one = group.first();
  CHECK(severity_code(one.severity) == wanted.at("severity").get<std::string>());
  if (wanted.at("rule").is_string()) CHECK(one.code == wanted.at("rule").get<std::string>());
  CHECK(one.place.position.line == wanted.at("line").get<std::uint32_t>());
  CHECK(one.place.position.column == wanted.at("column").get<std::uint32_t>());
  CHECK(group_sentence(group, fixture.english) == wanted.at("en").get<std::string>());
  CHECK(group_sentence(group, fixture.french) == wanted.at("fr").get<std::string>());
}

TEST_CASE("the commonest errors: file, place, message in English and French, and nothing else") {
  const Fixture fixture;
  const auto expected = nlohmann::json::parse(tests::read_file(kErrors / "expected.json"));
  std::size_t files = 0;
  for (const auto& entry : expected) {
    const std::string file = entry.at("file");
    INFO(file);
    const auto documents = check_file(fixture, entry);
    const auto groups = important(documents);
    const auto& findings = entry.at("findings");
    REQUIRE(groups.size() == findings.size());
    const std::string text = report_text(documents, fixture.english, Colour::No);
    const std::string texte = report_text(documents, fixture.french, Colour::No);
    for (std::size_t i = 0; i < groups.size(); ++i) {
      check_finding(groups[i], findings[i], fixture);
      for (const std::string fact : findings[i].at("facts")) {
        INFO(fact);
        CHECK(text.find(fact) != std::string::npos);
        CHECK(texte.find(fact) != std::string::npos);
      }
    }
    ++files;
  }
  CHECK(files == 18);
}

TEST_CASE("what we have not read is not said to be law, and nothing is called illegal") {
  const Fixture fixture;
  for (const auto& entry : nlohmann::json::parse(tests::read_file(kErrors / "expected.json"))) {
    const auto documents = check_file(fixture, entry);
    for (const Wording* wording : {&fixture.english, &fixture.french}) {
      const std::string text = report_text(documents, *wording, Colour::No);
      INFO(text);
      for (const char* never : {"2026/2098", "illegal", "illégal"})
        CHECK(text.find(never) == std::string::npos);
    }
  }
}

}  // namespace
}  // namespace pinakes
