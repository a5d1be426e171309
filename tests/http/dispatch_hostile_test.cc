// Hostile addresses and parameters: each is a 4xx that names what is wrong, none a 500.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/catch.h"
#include "tests/http/site.h"

using namespace pinakes;

namespace {
void check_refused(const test::Site& site, const std::string& query, const std::string& name) {
  INFO(query);
  const Response response = site.get("/api/v1/datasets?" + query);
  CHECK(response.status == 400);
  const auto body = nlohmann::json::parse(response.body);
  CHECK(body["type"] == "/problems/bad-request");
  REQUIRE(body.contains("errors"));
  CHECK(body["errors"][0]["parameter"] == name);
  CHECK(body["detail"].get<std::string>().find(name) != std::string::npos);
  CHECK(site.get("/en/datasets?" + query).status == 400);
}
}  // namespace

TEST_CASE("each bad parameter is a problem that names it") {
  const test::Site site;
  check_refused(site, "acces_rights=PUBLIC", "acces_rights");
  check_refused(site, "page=0", "page");
  check_refused(site, "page=-1", "page");
  check_refused(site, "page=x", "page");
  check_refused(site, "page_size=1000000000", "page_size");
  check_refused(site, "q=%FF%FE", "q");
  check_refused(site, "q=a%00b", "q");
  check_refused(site, "q=a&q=b", "q");
  check_refused(site, "page=1&page=2", "page");
  check_refused(site, "sort=colour", "sort");
  check_refused(site, "facets=colour", "facets");
  check_refused(site, "q=" + std::string(2049, 'a'), "q");
  check_refused(site, "modified_from=yesterday", "modified_from");
  check_refused(site, "number_of_records_min=many", "number_of_records_min");
}

TEST_CASE("an unknown parameter's problem says the nearest name") {
  const test::Site site;
  CHECK(site.get("/api/v1/datasets?acces_rights=PUBLIC").body.find("access_rights") !=
        std::string::npos);
}

TEST_CASE("a facet may be given several times") {
  const test::Site site;
  CHECK(site.get("/api/v1/datasets?access_rights=PUBLIC&access_rights=RESTRICTED").status == 200);
}

TEST_CASE("an address that is too long is 414 and names the longest parameter") {
  const test::Site site;
  const Response response = site.get("/api/v1/datasets?lang=fr&q=" + std::string(10'240, 'a'));
  CHECK(response.status == 414);
  CHECK(nlohmann::json::parse(response.body)["errors"][0]["parameter"] == "q");
  CHECK(site.get("/" + std::string(9'000, 'a')).status == 414);
}

TEST_CASE("odd paths are 404 or 400, never a 500") {
  const test::Site site;
  for (const std::string& target :
       {std::string("/%00"), std::string("/%FF/datasets"), std::string("/en/%0d%0aX-Evil:%201"),
        std::string("//"), std::string("/en//datasets"), std::string("/datasets/%2e%2e/x"),
        std::string("/datasets/'%3B%20DROP%20TABLE%20records--"), std::string("*"), std::string(""),
        std::string("http://other/"), std::string("/datasets/<script>.ttl"),
        std::string("/datasets/.json"), std::string("/?x=%")}) {
    INFO(target);
    const Response response = site.get(target, {{"Accept", "text/html"}});
    CHECK((response.status == 404 || response.status == 400 || response.status == 302));
    CHECK(response.body.find("<script>.ttl") == std::string::npos);
  }
}

TEST_CASE("unbalanced quotes are read as well as they can be") {
  const test::Site site;
  for (const char* query : {"q=%22open", "q=%22%22", "q=-", "q=:", "q=theme:", "q=((("}) {
    INFO(query);
    CHECK(site.get(std::string("/api/v1/datasets?") + query).status < 500);
  }
}
