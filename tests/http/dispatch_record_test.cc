// Records through dispatch(): forms, negotiation, tags, what is gone.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/formats.h"
#include "indexer/rdf/isomorphic.h"
#include "server/http/problem.h"
#include "tests/catch.h"
#include "tests/http/site.h"

using namespace pinakes;

namespace {
rdf::Graph graph_of(std::string_view format, std::string_view text) {
  rdf::Graph graph;
  Diagnostics found;
  REQUIRE(rdf::format_named(format)->read({text, "http://localhost/", "answer"}, graph, found));
  graph.finish();
  return graph;
}
}  // namespace

TEST_CASE("the address of a dataset gives the form that Accept asks for") {
  const test::Site site;
  const std::string target = "/datasets/" + site.id(test::kCohort);
  const auto type = [&](std::string accept) { return site.get(target, {{"Accept", accept}}).type; };
  CHECK(type("text/turtle") == "text/turtle; charset=utf-8");
  CHECK(type("application/n-triples") == "application/n-triples");
  CHECK(type("application/json") == "application/json");
  const Response html =
      site.get(target, {{"Accept", "text/html"}, {"Accept-Language", "fr;q=0.9"}});
  CHECK(html.status == 303);
  CHECK(html.header("Location") == "/fr/datasets/" + site.id(test::kCohort));
  CHECK(html.header("Vary").find("Accept") != std::string_view::npos);
  const Response none = site.get(target, {{"Accept", "image/png"}});
  CHECK(none.status == 406);
  CHECK(none.body.find("text/turtle") != std::string::npos);
  CHECK(none.body.find("application/json") != std::string::npos);
}

TEST_CASE("an extension names the form whatever Accept says") {
  const test::Site site;
  const std::string stem = "/datasets/" + site.id(test::kCohort);
  CHECK(site.get(stem + ".nt", {{"Accept", "text/html"}}).type == "application/n-triples");
  CHECK(site.get(stem + ".json", {{"Accept", "text/turtle"}}).type == "application/json");
  CHECK(site.get(stem + ".html").status == 303);
  CHECK(site.get(stem + ".exe").status == 404);
}

TEST_CASE(
    "Turtle and N-Triples are the same graph, with the catalogue's record beside the holder's") {
  const test::Site site;
  const std::string stem = "/datasets/" + site.id(test::kCohort);
  const rdf::Graph turtle = graph_of("turtle", site.get(stem + ".ttl").body);
  const rdf::Graph triples = graph_of("ntriples", site.get(stem + ".nt").body);
  CHECK(rdf::isomorphic(turtle, triples));
  const auto type = triples.find_iri(dcat::kCatalogRecord);
  REQUIRE(type);
  const auto records = triples.subjects(rdf_ns::kType, *type);
  REQUIRE(records.size() == 1);
  CHECK(triples.has(records.front(), foaf::kPrimaryTopic, test::kCohort));
  CHECK(triples.object(records.front(), dct::kIssued));
  CHECK(triples.object(records.front(), dct::kModified));
}

TEST_CASE("profile=original is the description as it was sent, nothing added") {
  const test::Site site;
  const std::string stem = "/datasets/" + site.id(test::kCohort);
  const rdf::Graph sent = graph_of("ntriples", site.get(stem + ".nt?profile=original").body);
  CHECK_FALSE(sent.find_iri(dcat::kCatalogRecord));
  const StoreReader store(site.folder.path());
  const auto record = store.find(site.id(test::kCohort));
  CHECK(rdf::isomorphic(sent, read_stored(store.ntriples(record->number))));
  CHECK(site.get(stem + ".nt?profile=other").status == 400);
}

TEST_CASE("each form has a strong tag of its own, and each encoding another") {
  const test::Site site;
  const std::string stem = "/datasets/" + site.id(test::kCohort);
  const std::string ttl(site.get(stem + ".ttl").header("ETag"));
  const std::string json(site.get(stem + ".json").header("ETag"));
  CHECK(ttl.starts_with('"'));
  CHECK(ttl != json);
  CHECK(ttl != site.get(stem + ".nt").header("ETag"));
  CHECK(json != site.get(stem + ".json?lang=fr").header("ETag"));
  CHECK(site.get(stem + ".ttl", {{"If-None-Match", ttl}}).status == 304);
  CHECK(site.get(stem + ".nt", {{"If-None-Match", ttl}}).status == 200);
  const Response packed = site.get(stem + ".json", {{"Accept-Encoding", "gzip"}});
  CHECK(packed.header("Content-Encoding") == "gzip");
  const std::string packed_tag(packed.header("ETag"));
  CHECK(packed_tag != json);
  CHECK(site.get(stem + ".json", {{"If-None-Match", packed_tag}, {"Accept-Encoding", "gzip"}})
            .status == 304);
  CHECK(site.get(stem + ".json", {{"If-None-Match", packed_tag}}).status == 200);
}

TEST_CASE("a record as JSON has every field in all its languages") {
  const test::Site site;
  const auto body = site.json("/api/v1/datasets/" + site.id(test::kCohort) + "?lang=fr");
  CHECK(body["title"] == "Cohorte des infarctus");
  CHECK(body["fields"]["title"]["fr"] == "Cohorte des infarctus");
  CHECK(body["fields"]["title"]["en-t-fr"] == "Infarction cohort");
  CHECK(body["fields"]["keyword"]["fr"] == nlohmann::json{"coeur", "infarctus"});
  CHECK(body["fields"]["identifier"] == nlohmann::json{"COH-1"});
  CHECK(body["fields"]["number_of_records"] == 1200);
  CHECK(body["fields"]["access_rights"]["id"] == "RESTRICTED");
  CHECK(body["fields"]["access_rights"]["label"]["fr"].is_string());
  CHECK(body["fields"]["holder"]["stated"] == false);
  CHECK(body["fields"]["modified"] == "2025-03-04");
  CHECK(body["distributions"][0]["access_urls"][0] == "https://example.org/access");
  CHECK(body["variables"]["count"] == 0);
  CHECK(body["record"]["source"] == "hospital");
  CHECK(body["forms"]["ttl"] == "/datasets/" + site.id(test::kCohort) + ".ttl");
}

TEST_CASE("every field name of a record is one of the table") {
  const test::Site site;
  const auto body = site.json("/api/v1/datasets/" + site.id(test::kCohort));
  for (const auto& [name, value] : body["fields"].items()) CHECK(find_field(name) != nullptr);
}

TEST_CASE("what was withdrawn is gone, with the date; what never was is not found") {
  const test::Site site;
  const StoreReader store(site.folder.path());
  const std::string day = store.find(site.id(test::kLeft))->withdrawn.substr(0, 10);
  REQUIRE(day.size() == 10);
  for (const std::string prefix : {"/api/v1/datasets/", "/datasets/", "/en/datasets/"}) {
    const Response gone = site.get(prefix + site.id(test::kLeft));
    CHECK(gone.status == 410);
    CHECK(gone.body.find(day) != std::string::npos);
    CHECK(site.get(prefix + "no-such-dataset-00000000").status == 404);
  }
  CHECK(site.get("/datasets/" + site.id(test::kLeft) + ".ttl").status == 410);
}

TEST_CASE("each form links to the others") {
  const test::Site site;
  const std::string link(site.get("/datasets/" + site.id(test::kCohort) + ".ttl").header("Link"));
  CHECK(link.find(".nt>; rel=\"alternate\"; type=\"application/n-triples\"") != std::string::npos);
  CHECK(link.find(".json>") != std::string::npos);
}

TEST_CASE("an unknown parameter of a record is refused with the nearest name") {
  const test::Site site;
  const Response response = site.get("/api/v1/datasets/" + site.id(test::kCohort) + "?lnag=fr");
  CHECK(response.status == 400);
  CHECK(response.body.find("'lang'") != std::string::npos);
}
