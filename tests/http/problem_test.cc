// Problem types and what exceptions become.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/problem.h"

#include <nlohmann/json.hpp>

#include "tests/catch.h"

using namespace pinakes;

TEST_CASE("every error code has a problem type of its status") {
  for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
    const Problem problem = problem_of(Error(static_cast<ErrorCode>(code), "message"));
    CHECK(problem_type(problem.name).name == problem.name);
    CHECK(problem_type(problem.name).status == problem.status);
  }
}

TEST_CASE("every problem type is explained in both languages") {
  for (const ProblemType& type : problem_types()) {
    CHECK_FALSE(type.title.en.empty());
    CHECK(type.title.en != type.title.fr);
    CHECK(type.explanation.en.size() > 20);
    CHECK(type.explanation.fr.size() > 20);
  }
}

TEST_CASE("a problem has the members of RFC 9457 and names the parameter") {
  const Problem problem =
      problem_of(Error(ErrorCode::BadRequest, "parameter 'page' is 0", "give 1 or more", "page"));
  const Response response = problem_json(problem, "/api/v1/datasets", "id-1", "en");
  CHECK(response.status == 400);
  CHECK(response.type == "application/problem+json");
  const auto body = nlohmann::json::parse(response.body);
  CHECK(body["type"] == "/problems/bad-request");
  CHECK(body["title"] == "Bad request");
  CHECK(body["status"] == 400);
  CHECK(body["detail"] == "parameter 'page' is 0");
  CHECK(body["instance"] == "/api/v1/datasets");
  CHECK(body["request_id"] == "id-1");
  CHECK(body["errors"][0]["parameter"] == "page");
  const Response french = problem_json(problem, "/", "id-1", "fr");
  CHECK(nlohmann::json::parse(french.body)["title"] == "Requête incorrecte");
}

TEST_CASE("what failed inside the server is not told") {
  const Problem problem = problem_of(Error(ErrorCode::Io, "cannot read /srv/secret/path"));
  const Response response = problem_json(problem, "/", "id", "en");
  CHECK(response.status == 500);
  CHECK(response.body.find("secret") == std::string::npos);
}

TEST_CASE("busy says when to come back") {
  const Problem problem = problem_of(Error(ErrorCode::Busy, "no free slot"));
  CHECK(problem_json(problem, "/", "id", "en").header("Retry-After") == "1");
}
