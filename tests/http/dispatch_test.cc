// Routing, languages, problems, static files and services, without a socket.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/dispatch.h"

#include "server/http/problem.h"
#include "tests/catch.h"
#include "tests/http/inflate.h"
#include "tests/http/site.h"

using namespace pinakes;

TEST_CASE("the root redirects by Accept-Language and says so to caches") {
  const test::Site site;
  CHECK(site.get("/").header("Location") == "/en/");
  const Response french = site.get("/", {{"Accept-Language", "fr-FR,fr;q=0.9,en;q=0.8"}});
  CHECK(french.status == 302);
  CHECK(french.header("Location") == "/fr/");
  CHECK(french.header("Vary").find("Accept-Language") != std::string_view::npos);
  CHECK(site.get("/", {{"Accept-Language", "de"}}).header("Location") == "/en/");
  CHECK(site.get("/fr").header("Location") == "/fr/");
}

TEST_CASE("pages are HTML in the language of their path") {
  const test::Site site;
  for (const char* lang : {"en", "fr"}) {
    for (const char* path : {"/", "/datasets"}) {
      const Response response = site.get("/" + std::string(lang) + path);
      CHECK(response.status == 200);
      CHECK(response.type == "text/html; charset=utf-8");
      CHECK(response.header("Content-Language") == lang);
      CHECK(response.body.find("<html lang=\"" + std::string(lang) + "\"") != std::string::npos);
    }
  }
  CHECK(site.get("/de/").status == 404);
}

TEST_CASE("an unknown API address is a JSON problem, an unknown page is a page") {
  const test::Site site;
  const Response api = site.get("/api/v1/nothing", {{"Accept", "text/html"}});
  CHECK(api.status == 404);
  CHECK(api.type == kProblemMediaType);
  CHECK(nlohmann::json::parse(api.body)["type"] == "/problems/not-found");
  const Response browser = site.get("/nothing", {{"Accept", "text/html,*/*;q=0.8"}});
  CHECK(browser.status == 404);
  CHECK(browser.type == "text/html; charset=utf-8");
  const Response script = site.get("/nothing");
  CHECK(script.type == kProblemMediaType);
  const Response french = site.get("/fr/nothing", {{"Accept", "text/html"}});
  CHECK(french.status == 404);
  CHECK(french.body.find("<html lang=\"fr\"") != std::string::npos);
}

TEST_CASE("the type of a problem is an address that explains it") {
  const test::Site site;
  for (const ProblemType& type : problem_types()) {
    const auto body = site.json("/problems/" + std::string(type.name) + "?lang=fr");
    CHECK(body["status"] == type.status);
    CHECK(body["title"] == std::string(type.title.fr));
  }
  CHECK(site.get("/problems/none").status == 404);
}

TEST_CASE("the API and the forms may be read by scripts of any site, pages may not") {
  const test::Site site;
  const std::string& id = site.id(test::kCohort);
  for (const std::string& open :
       {std::string("/api/v1/datasets"), "/datasets/" + id + ".nt", std::string("/api/v1/x")}) {
    CHECK(site.get(open).header("Access-Control-Allow-Origin") == "*");
    CHECK(site.ask(Method::Head, open).header("Access-Control-Allow-Origin") == "*");
    CHECK(site.get(open).header("Access-Control-Allow-Credentials").empty());
    CHECK(site.ask(Method::Post, open).header("Access-Control-Allow-Origin").empty());
  }
  const Response preflight = site.ask(Method::Options, "/api/v1/datasets");
  CHECK(preflight.header("Access-Control-Allow-Methods") == "GET, HEAD, OPTIONS");
  CHECK(preflight.header("Access-Control-Allow-Headers").find("If-None-Match") !=
        std::string_view::npos);
  CHECK(site.get("/en/").header("Access-Control-Allow-Origin").empty());
}

TEST_CASE("large texts are compressed for those who accept it") {
  const test::Site site;
  const std::string target = "/en/datasets";
  const Response plain = site.get(target);
  REQUIRE(plain.body.size() > 1024);
  CHECK(plain.header("Content-Encoding").empty());
  CHECK(plain.header("Vary").find("Accept-Encoding") != std::string_view::npos);
  const Response packed = site.get(target, {{"Accept-Encoding", "br, gzip;q=0.5"}});
  CHECK(packed.header("Content-Encoding") == "gzip");
  CHECK(test::gunzip(packed.body).size() > 1024);
  CHECK(site.get(target, {{"Accept-Encoding", "gzip;q=0"}}).header("Content-Encoding").empty());
  CHECK(site.get("/health/live", {{"Accept-Encoding", "gzip"}}).header("Content-Encoding").empty());
}

TEST_CASE("static files have a tag, are packed ahead, and are kept for ever only by their hash") {
  const test::Site site;
  const std::string target = "/static/style/base.css";
  const Response file = site.get(target);
  CHECK(file.type == "text/css; charset=utf-8");
  CHECK(file.header("Cache-Control") == "public, max-age=0, must-revalidate");
  const std::string tag(file.header("ETag"));
  CHECK(site.get(target, {{"If-None-Match", tag}}).status == 304);
  const Response packed = site.get(target, {{"Accept-Encoding", "gzip"}});
  CHECK(packed.header("Content-Encoding") == "gzip");
  CHECK(packed.header("ETag") != tag);
  CHECK(test::gunzip(packed.body) == file.body);
  const std::string hash = site.files.find("style/base.css")->hash;
  CHECK(site.get(target + "?v=" + hash).header("Cache-Control") ==
        "public, max-age=31536000, immutable");
  CHECK(site.get(target + "?v=old").header("Cache-Control") ==
        "public, max-age=0, must-revalidate");
}

TEST_CASE("no path leads out of the static folders") {
  const test::Site site;
  for (const char* target :
       {"/static/../CMakeLists.txt", "/static/style/../../README.md", "/static/%2e%2e/README.md",
        "/static/..%2f..%2fetc/passwd", "/static//etc/passwd", "/static/pages/home.html",
        "/static/i18n/en.json", "/static/style", "/static/style/base.css/", "/static/"}) {
    INFO(target);
    CHECK(site.get(target).status == 404);
  }
}

TEST_CASE("every file that a page names may be kept for ever") {
  const test::Site site;
  for (const std::string& path :
       {std::string("/fr/"), std::string("/en/datasets"), std::string("/en/nothing"),
        "/en/datasets/" + site.id(test::kCohort)}) {
    const std::string page = site.get(path, {{"Accept", "text/html"}}).body;
    std::size_t files = 0;
    for (std::size_t at = page.find("\"/static/"); at != std::string::npos;
         at = page.find("\"/static/", at + 1), ++files) {
      const std::string address = page.substr(at + 1, page.find('"', at + 1) - at - 1);
      INFO(address);
      const Response file = site.get(address);
      CHECK(file.status == 200);
      CHECK(file.header("Cache-Control") == "public, max-age=31536000, immutable");
    }
    CHECK(files >= 4);
  }
}

TEST_CASE("ready is 503 with the command to run while there is no index") {
  test::Site site;
  CHECK(site.json("/health/ready")["status"] == "ready");
  site.search.revision.clear();
  const Response empty = site.get("/health/ready");
  CHECK(empty.status == 503);
  CHECK(empty.body.find("pinakes-indexer ingest --data") != std::string::npos);
  site.search.failure = [] {
    throw Error(ErrorCode::IndexMissing, "there is no index", "run: pinakes-indexer ingest");
  };
  CHECK(site.get("/health/ready").status == 503);
  CHECK(site.get("/health/live").status == 200);
  const Response page = site.get("/fr/datasets");
  CHECK(page.status == 503);
  CHECK(page.body.find("/health/ready") != std::string::npos);
}

TEST_CASE("what is thrown in a handler never reaches the client") {
  test::Site site;
  site.search.failure = [] { throw std::runtime_error("/srv/secret: no such file"); };
  for (const char* target : {"/api/v1/datasets", "/en/datasets", "/en/"}) {
    const Response response = site.get(target);
    CHECK(response.status == 500);
    CHECK(response.body.find("secret") == std::string::npos);
    CHECK(response.header("Cache-Control") == "no-store");
  }
}
