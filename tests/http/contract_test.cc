// The contract of the route table: every row answers, to GET, HEAD and OPTIONS.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>

#include "server/http/routes.h"
#include "tests/catch.h"
#include "tests/http/site.h"

using namespace pinakes;

namespace {
/// An address for every pattern, and the status it must give. A new row needs one here.
std::map<std::string_view, std::pair<std::string, int>> addresses(const test::Site& site) {
  const std::string& id = site.id(test::kCohort);
  return {
      {"/", {"/", 302}},
      {"/api/v1/datasets", {"/api/v1/datasets?q=infarctus", 200}},
      {"/api/v1/datasets/{id}", {"/api/v1/datasets/" + id, 200}},
      {"/datasets/{id}.{ext}", {"/datasets/" + id + ".ttl", 200}},
      {"/datasets/{id}", {"/datasets/" + id, 303}},
      {"/id/dataset/{id}", {"/id/dataset/" + id, 303}},
      {"/health/live", {"/health/live", 200}},
      {"/health/ready", {"/health/ready", 200}},
      {"/version", {"/version", 200}},
      {"/robots.txt", {"/robots.txt", 200}},
      {"/favicon.{ext}", {"/favicon.ico", 200}},
      {"/static/{path...}", {"/static/style/base.css", 200}},
      {"/problems", {"/problems", 200}},
      {"/problems/{name}", {"/problems/bad-request", 200}},
      {"/{lang}", {"/fr", 308}},
      {"/{lang}/", {"/fr/", 200}},
      {"/{lang}/datasets", {"/en/datasets?q=infarctus", 200}},
      {"/{lang}/datasets/{id}", {"/fr/datasets/" + id, 200}},
  };
}
}  // namespace

TEST_CASE("every row of the route table answers GET, HEAD and OPTIONS, and refuses POST") {
  const test::Site site;
  const auto samples = addresses(site);
  for (const Route& route : routes()) {
    INFO(route.pattern);
    const auto sample = samples.find(route.pattern);
    REQUIRE(sample != samples.end());
    const auto& [address, status] = sample->second;
    const Response get = site.get(address);
    CHECK(get.status == status);
    const Response head = site.ask(Method::Head, address);
    CHECK(head.status == status);
    CHECK(head.body.empty());
    CHECK(head.header("Content-Length") == std::to_string(get.body.size()));
    CHECK(head.header("ETag") == get.header("ETag"));
    const Response options = site.ask(Method::Options, address);
    CHECK(options.status == 204);
    CHECK(options.header("Allow") == "GET, HEAD, OPTIONS");
    for (const Method method : {Method::Post, Method::Other}) {
      const Response refused = site.ask(method, address);
      CHECK(refused.status == 405);
      CHECK(refused.header("Allow") == "GET, HEAD, OPTIONS");
    }
  }
}

TEST_CASE("every answer carries security headers, a request id and its time") {
  const test::Site site;
  const auto samples = addresses(site);
  std::vector<std::string> targets{"/nothing", "/api/v1/nothing", "/en/datasets?nonsense=1"};
  for (const auto& [pattern, sample] : samples) targets.push_back(sample.first);
  for (const std::string& target : targets) {
    INFO(target);
    const Response response = site.get(target, {{"X-Request-Id", "my-id"}});
    CHECK(response.header("Content-Security-Policy").starts_with("default-src 'none'; "));
    CHECK(response.header("X-Content-Type-Options") == "nosniff");
    CHECK(response.header("Referrer-Policy") == "same-origin");
    CHECK(response.header("X-Request-Id") == "my-id");
    CHECK(response.header("Server-Timing").starts_with("total;dur="));
    CHECK_FALSE(response.header("Cache-Control").empty());
  }
}
