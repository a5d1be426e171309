// Patterns of the route table.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/routes.h"

#include <set>

#include "tests/catch.h"

using namespace pinakes;

namespace {
const std::vector<std::string> kLanguages{"en", "fr"};

bool fits(std::string_view pattern, std::string_view path, Match& match) {
  return pinakes::fits(pattern, path, kLanguages, match);
}
bool fits(std::string_view pattern, std::string_view path) {
  Match match;
  return fits(pattern, path, match);
}
}  // namespace

TEST_CASE("a literal pattern fits its path alone") {
  CHECK(fits("/", "/"));
  CHECK(fits("/health/live", "/health/live"));
  CHECK_FALSE(fits("/health/live", "/health/live/"));
  CHECK_FALSE(fits("/health/live", "/health"));
  CHECK_FALSE(fits("/", ""));
  CHECK_FALSE(fits("/", "//"));
  CHECK_FALSE(fits("/version", "version"));
}

TEST_CASE("a name takes one segment, never none") {
  Match match;
  CHECK(fits("/datasets/{id}", "/datasets/a-1", match));
  CHECK(match.path.at("id") == "a-1");
  CHECK_FALSE(fits("/datasets/{id}", "/datasets/"));
  CHECK_FALSE(fits("/datasets/{id}", "/datasets/a/b"));
}

TEST_CASE("a name with an extension is cut at the last dot") {
  Match match;
  CHECK(fits("/datasets/{id}.{ext}", "/datasets/a.b.ttl", match));
  CHECK(match.path.at("id") == "a.b");
  CHECK(match.extension == "ttl");
  CHECK(fits("/favicon.{ext}", "/favicon.ico", match));
  CHECK(match.extension == "ico");
  CHECK_FALSE(fits("/favicon.{ext}", "/other.ico"));
  CHECK_FALSE(fits("/datasets/{id}.{ext}", "/datasets/a"));
  CHECK_FALSE(fits("/datasets/{id}.{ext}", "/datasets/.ttl"));
  CHECK_FALSE(fits("/datasets/{id}.{ext}", "/datasets/a."));
}

TEST_CASE("a language is one of the interface") {
  Match match;
  CHECK(fits("/{lang}/datasets/{id}", "/fr/datasets/x", match));
  CHECK(match.path.at("lang") == "fr");
  CHECK(fits("/{lang}/", "/en/"));
  CHECK(fits("/{lang}", "/en"));
  CHECK_FALSE(fits("/{lang}/", "/de/"));
  CHECK_FALSE(fits("/{lang}/", "/en"));
}

TEST_CASE("the rest of a path is taken whole") {
  Match match;
  CHECK(fits("/static/{path...}", "/static/style/base.css", match));
  CHECK(match.path.at("path") == "style/base.css");
  CHECK_FALSE(fits("/static/{path...}", "/static/"));
  CHECK_FALSE(fits("/static/{path...}", "/static"));
}

TEST_CASE("each row of the table is unique, summarised and handled") {
  std::set<std::string_view> patterns;
  for (const Route& route : routes()) {
    CHECK(patterns.insert(route.pattern).second);
    CHECK(route.summary.size() > 8);
    CHECK(route.handle != nullptr);
  }
}
