// Accept, Accept-Language, Accept-Encoding.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/negotiate.h"

#include <array>

#include "tests/catch.h"

using namespace pinakes;

namespace {
constexpr auto kForms = std::to_array<std::string_view>(
    {"text/html", "application/json", "text/turtle", "application/n-triples"});
const std::vector<std::string> kLanguages{"en", "fr"};
}  // namespace

TEST_CASE("the most wanted form wins, and ours comes first where all are as welcome") {
  CHECK(best_media_type("", kForms) == "text/html");
  CHECK(best_media_type("*/*", kForms) == "text/html");
  CHECK(best_media_type("text/turtle", kForms) == "text/turtle");
  CHECK(best_media_type("text/turtle;q=0.5, application/json;q=0.6", kForms) == "application/json");
  CHECK(best_media_type("application/*", kForms) == "application/json");
  CHECK(best_media_type("application/*;q=0.9, application/json;q=0", kForms) ==
        "application/n-triples");
  CHECK(best_media_type("TEXT/Turtle ; Q=0.8", kForms) == "text/turtle");
}

TEST_CASE("a browser gets HTML") {
  CHECK(best_media_type("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
                        kForms) == "text/html");
}

TEST_CASE("nothing acceptable is nothing") {
  CHECK(best_media_type("image/png", kForms).empty());
  CHECK(best_media_type("*/*;q=0", kForms).empty());
  CHECK(best_media_type("text/turtle;q=abc", kForms).empty());
}

TEST_CASE("a language is chosen by weight and primary subtag") {
  CHECK(best_language("fr-BE,fr;q=0.9,en;q=0.5", kLanguages, "en") == "fr");
  CHECK(best_language("de, en;q=0.3, fr;q=0.7", kLanguages, "en") == "fr");
  CHECK(best_language("de", kLanguages, "en") == "en");
  CHECK(best_language("fr;q=0", kLanguages, "en") == "en");
  CHECK(best_language("", kLanguages, "fr") == "fr");
}

TEST_CASE("gzip is used only where it is accepted") {
  CHECK(accepts_gzip("gzip, deflate, br"));
  CHECK(accepts_gzip("GZIP;q=0.1"));
  CHECK(accepts_gzip("*"));
  CHECK_FALSE(accepts_gzip(""));
  CHECK_FALSE(accepts_gzip("gzip;q=0"));
  CHECK_FALSE(accepts_gzip("gzip;q=0.000, *"));
  CHECK_FALSE(accepts_gzip("br"));
  CHECK_FALSE(accepts_gzip("identity, *;q=0"));
}
