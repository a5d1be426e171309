// The search API through dispatch(): shape, conditional requests, languages, links.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/catch.h"
#include "tests/http/site.h"

using namespace pinakes;

namespace {
const nlohmann::json& item(const nlohmann::json& body, const std::string& id) {
  for (const auto& entry : body["items"])
    if (entry["id"] == id) return entry;
  throw std::runtime_error("no item " + id);
}
}  // namespace

TEST_CASE("a search answers with the keys of the design, in their order") {
  test::Site site;
  site.search.result.facets = {
      {find_field("access_rights"), {{"RESTRICTED", "Restricted", 1, true}}, 1}};
  site.search.result.expanded = {{"infarctus", {"myocardial infarction"}}};
  const Response response = site.get("/api/v1/datasets?q=infarctus&access_rights=RESTRICTED");
  CHECK(response.type == "application/json");
  const auto body = nlohmann::ordered_json::parse(response.body);
  std::vector<std::string> keys;
  for (const auto& [key, value] : body.items()) keys.push_back(key);
  CHECK(keys == std::vector<std::string>{"total", "matching", "page", "page_size", "next", "query",
                                         "did_you_mean", "expanded", "items", "facets"});
  CHECK(body["total"] == 45);
  CHECK(body["matching"] == "all");
  CHECK(body["did_you_mean"].is_null());
  CHECK(body["query"]["q"] == "infarctus");
  CHECK(body["query"]["lang"] == "en");
  CHECK(body["query"]["filters"]["access_rights"][0] == "RESTRICTED");
  CHECK(body["query"]["sort"] == "relevance");
  CHECK(body["expanded"][0]["to"][0] == "myocardial infarction");
  CHECK(body["facets"]["access_rights"][0].dump() ==
        R"({"id":"RESTRICTED","label":"Restricted","count":1,"selected":true})");
}

TEST_CASE("an item has its fields as the table says: one value an object, many an array") {
  const test::Site site;
  const auto body = site.json("/api/v1/datasets?q=infarctus&lang=fr");
  const auto cohort = item(body, site.id(test::kCohort));
  CHECK(cohort["iri"] == test::kCohort);
  CHECK(cohort["title"] == "Cohorte des infarctus");
  CHECK(cohort["title_lang"] == "fr");
  CHECK_FALSE(cohort.contains("title_translated_from"));
  CHECK(cohort["description"] == "Suivi <b>annuel</b> & complet");
  CHECK(cohort["publisher"]["label"] == "Hospital X");
  CHECK(cohort["holder"]["stated"] == false);
  CHECK(cohort["access_rights"]["id"] == "RESTRICTED");
  CHECK(cohort["health_category"].is_array());
  CHECK(cohort["modified"] == "2025-03-04");
  CHECK(cohort["number_of_records"] == 1200);
  CHECK(cohort["keyword"] == nlohmann::json{"coeur", "infarctus"});
  CHECK(cohort["score"] == 12.5);
  CHECK(cohort["matched"].is_array());
  CHECK(cohort["url"] == "/datasets/" + site.id(test::kCohort));
  CHECK_FALSE(cohort.contains("illustration"));
}

TEST_CASE("a machine translation is marked, a record without title is named by its identifier") {
  const test::Site site;
  const auto english = site.json("/api/v1/datasets");
  const auto cohort = item(english, site.id(test::kCohort));
  CHECK(cohort["title"] == "Infarction cohort");
  CHECK(cohort["title_lang"] == "en");
  CHECK(cohort["title_translated_from"] == "fr");
  CHECK(item(english, site.id(test::kUntitled))["title"] == "Untitled (U-9)");
  const auto french = site.json("/api/v1/datasets?lang=fr");
  CHECK(item(french, site.id(test::kUntitled))["title"] == "Sans titre (U-9)");
}

TEST_CASE("an invented record says so") {
  const test::Site site;
  const auto sample = item(site.json("/api/v1/datasets"), site.id(test::kSample));
  CHECK(sample["illustration"] == true);
  CHECK(sample["notice"] == "Illustration, not a real record");
  CHECK(item(site.json("/api/v1/datasets?lang=fr"), site.id(test::kSample))["notice"] ==
        "Exemple fictif");
}

TEST_CASE("next leads to the next page of the same search, and ends") {
  const test::Site site;
  const auto first = site.json("/api/v1/datasets?q=l%27h%C3%B4pital&sort=title");
  const std::string next = first["next"];
  CHECK(next.starts_with("/api/v1/datasets?"));
  const auto second = site.json(next);
  CHECK(second["page"] == 2);
  CHECK(second["query"] == first["query"]);
  const auto third = site.json(second["next"].get<std::string>());
  CHECK(third["page"] == 3);
  CHECK(third["next"].is_null());
  const Response response = site.get("/api/v1/datasets?page=2");
  CHECK(response.header("Link").find("rel=\"next\"") != std::string_view::npos);
  CHECK(response.header("Link").find("rel=\"prev\"") != std::string_view::npos);
}

TEST_CASE("the API takes its language from the parameter, never from Accept-Language") {
  const test::Site site;
  const Response response = site.get("/api/v1/datasets", {{"Accept-Language", "fr"}});
  CHECK(nlohmann::json::parse(response.body)["query"]["lang"] == "en");
  CHECK(response.header("Vary").find("Accept-Language") == std::string_view::npos);
  CHECK(site.json("/api/v1/datasets?lang=fr")["query"]["lang"] == "fr");
}

TEST_CASE("a search that has not changed is 304, and is not made") {
  test::Site site;
  const std::string target = "/api/v1/datasets?q=infarctus";
  const std::string tag(site.get(target).header("ETag"));
  CHECK(tag.starts_with("W/\""));
  const int before = site.search.searches;
  const Response again = site.get(target, {{"If-None-Match", tag}});
  CHECK(again.status == 304);
  CHECK(again.body.empty());
  CHECK(again.header("ETag") == tag);
  CHECK(again.header("Cache-Control") == "public, max-age=0, must-revalidate");
  CHECK(site.search.searches == before);
  CHECK(site.get("/api/v1/datasets?q=infarctus&page=1", {{"If-None-Match", tag}}).status == 304);
  for (const char* other :
       {"/api/v1/datasets?q=infarctus&lang=fr", "/api/v1/datasets?q=infarctus&page=2",
        "/api/v1/datasets?q=infarctus&page_size=5", "/api/v1/datasets?q=infarctus&facets=none",
        "/api/v1/datasets?q=infarctus&sort=title", "/en/datasets?q=infarctus"})
    CHECK(site.get(other, {{"If-None-Match", tag}}).status == 200);
  site.search.revision = "1.8";
  CHECK(site.get(target, {{"If-None-Match", tag}}).status == 200);
}

TEST_CASE("the results page keeps the language of its path") {
  const test::Site site;
  CHECK(site.get("/fr/datasets?q=a&lang=en").status == 200);
  CHECK(site.search.last.lang == "fr");
}
