// The forms: filled in they conform, empty they say what is missing; spreadsheets of variables.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/validate/form.h"

#include "indexer/base/error.h"
#include "tests/validate/fixture.h"

namespace pinakes {
namespace {

using tests::Fixture;

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
}

std::string filled(std::string text) {
  const std::string address = "urn:pinakes:to-fill-in:";
  replace_all(text, address + "email", "mailto:data@chu.example");
  replace_all(text, address + "health-category",
              "https://hdeu-dcat.data.health.europa.eu/resource/authority/healthcategories/EHRS");
  replace_all(text, address + "type",
              "http://publications.europa.eu/resource/authority/dataset-type/STATISTICAL");
  replace_all(text, address, "https://chu.example/");
  replace_all(text, "TO FILL IN: ", "Filled: ");
  replace_all(text, "À COMPLÉTER : ", "Rempli : ");
  return text;
}

TEST_CASE("a form that is filled in conforms; an empty one names each thing to fill in") {
  const Fixture fixture;
  for (const Profile level : {Profile::Public, Profile::Restricted, Profile::NonPublic})
    for (const char* language : {"en", "fr"}) {
      INFO(name_of(level) << " " << language);
      const std::string text = form(PINAKES_ROOT, level, language, {});
      CHECK(text.find("#begin") == std::string::npos);
      CHECK(text.find("#end") == std::string::npos);
      const auto done = fixture.check(filled(text));
      CHECK(done.front().datasets.at(0).profile == level);
      CHECK(tests::important(done).empty());
      const auto open = fixture.check(text);
      std::size_t marks = 0;
      for (const Finding& one : open.front().findings) {
        if (is_recommendation(one)) continue;
        CHECK(one.code == "to-fill-in");
        CHECK(one.place.position.line > 0);
        ++marks;
      }
      CHECK(marks >= 13);
    }
}

TEST_CASE("variables of a spreadsheet become columns") {
  const std::string csv =
      "\xEF\xBB\xBFnom;libell\xC3\xA9;description;type\r\n"
      "sexe;Sexe;\"1 homme; 2 \"\"femme\"\"\";entier\r\n\r\nage;\xC3\x82ge;ann\xC3\xA9"
      "es;varchar(3)\r\n";
  const auto variables = read_variables(csv, "v.csv");
  REQUIRE(variables.size() == 2);
  CHECK(variables[0].description == "1 homme; 2 \"femme\"");
  CHECK(variables[1].type == "varchar(3)");
  const std::string text = form(PINAKES_ROOT, Profile::NonPublic, "fr", variables);
  const Fixture fixture;
  CHECK(tests::important(fixture.check(filled(text))).empty());
  for (const char* part : {"csvw:name \"sexe\" ;", "csvw:datatype \"integer\"",
                           "csvw:name \"age\" ;", "csvw:datatype \"string\""}) {
    INFO(part);
    CHECK(text.find(part) != std::string::npos);
  }
}

TEST_CASE("columns in any order, with tabs or commas, with and without names") {
  CHECK(read_variables("type\tname\nint\ta\n", "v").at(0).name == "a");
  CHECK(read_variables("type\tname\nint\ta\n", "v").at(0).type == "int");
  const auto plain = read_variables("sex,Sex,\"man,\nwoman\",string", "v");
  REQUIRE(plain.size() == 1);
  CHECK(plain[0].label == "Sex");
  CHECK(plain[0].description == "man,\nwoman");
  CHECK(read_variables("only", "v").at(0).name == "only");
}

TEST_CASE("what is wrong with a spreadsheet is said with its line") {
  struct Bad {
    std::string text, says;
  };
  const std::vector<Bad> files = {
      {"", "no variable"},
      {"name,label\n", "no variable"},
      {"name;type\nl\xE2ge;int\n", "v.csv:2: the file is not UTF-8"},
      {std::string("PK\0\0", 4), "spreadsheet"},
      {"name,label\n,Sex\n", "v.csv:2: a variable has no name"},
      {"a,\"b\nc", "v.csv:1: a quotation mark is not closed"},
      {"a,\"b\"c\n", "v.csv:1: text after the quotation mark"},
      {std::string(300, ','), "more than 200 fields"},
      {std::string((std::size_t{16} << 20U) + 1, 'a'), "16 MB"},
  };
  for (const Bad& bad : files) {
    INFO(bad.says);
    try {
      read_variables(bad.text, "v.csv");
      FAIL("no error");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::InputUnreadable);
      CHECK(std::string(error.what()).find(bad.says) != std::string::npos);
    }
  }
}

TEST_CASE("a text that tries to leave its quotation marks stays a text") {
  const Variable bad{"a\" ; <x:y> <x:z> ; csvw:name \"b", "line\nbreak \\", "]] .", "string"};
  const std::string text = form(PINAKES_ROOT, Profile::Public, "en", {bad});
  const Fixture fixture;
  CHECK(tests::important(fixture.check(filled(text))).empty());
}

}  // namespace
}  // namespace pinakes
