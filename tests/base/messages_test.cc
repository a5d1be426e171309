// Diagnostics as sentences, in both languages.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/base/messages.h"

#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "indexer/base/error.h"
#include "tests/catch.h"

using namespace pinakes;
namespace fs = std::filesystem;

namespace {
nlohmann::json templates(const std::string& language) {
  std::ifstream in(fs::path(PINAKES_ROOT) / "schemas/messages" / (language + ".json"));
  return nlohmann::json::parse(in);
}
std::set<std::string> slots(const std::string& text) {
  std::set<std::string> result;
  for (std::size_t at = 0; (at = text.find('{', at)) != std::string::npos; ++at) {
    const std::size_t close = text.find('}', at);
    const std::string name = text.substr(at + 1, close - at - 1);
    if (!name.empty() && name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string::npos)
      result.insert(name);
  }
  return result;
}
}  // namespace

TEST_CASE("a diagnostic reads as file, line, column and sentence") {
  const Messages english(PINAKES_ROOT, "en"), french(PINAKES_ROOT, "fr");
  const Diagnostic bad{"syntax-after-object",
                       Severity::Error,
                       {{"found", "dct:title"}},
                       {"cohort.ttl", {12, 5}, ""}};
  CHECK(english.format(bad) ==
        "cohort.ttl:12:5: expected ';' or '.' after object, found 'dct:title'");
  CHECK(french.format(bad).starts_with("cohort.ttl:12:5: "));
  CHECK(french.sentence(bad) != english.sentence(bad));
  CHECK(french.sentence(bad).find("'dct:title'") != std::string::npos);
}

TEST_CASE("unknown places are left out, pointers are shown") {
  const Messages english(PINAKES_ROOT, "en");
  Diagnostic odd{"no-such-code", Severity::Info, {{"a", "{b}"}}, {"f.json", {}, "/x/1"}};
  CHECK(english.format(odd) == "f.json: /x/1: no-such-code a='{b}'");
  odd.place = {};
  CHECK(english.format(odd) == "no-such-code a='{b}'");
}

TEST_CASE("every code has a sentence with the same slots in both languages") {
  const nlohmann::json english = templates("en"), french = templates("fr");
  for (const auto& [code, text] : english.items()) {
    INFO(code);
    REQUIRE(french.contains(code));
    CHECK(slots(text.get<std::string>()) == slots(french[code].get<std::string>()));
  }
  CHECK(english.size() == french.size());
}

TEST_CASE("a missing language is an error that names the file") {
  try {
    const Messages none(PINAKES_ROOT, "xx");
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::Io);
    CHECK(std::string(error.what()).find("xx.json") != std::string::npos);
  }
}
