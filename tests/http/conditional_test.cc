// Entity tags and If-None-Match.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/conditional.h"

#include "server/http/url.h"
#include "tests/catch.h"

using namespace pinakes;

namespace {
std::string answer(std::string asked, std::string_view tag, std::string accept = "") {
  const Request request = make_request(
      Method::Get, "/", {{"If-None-Match", std::move(asked)}, {"Accept-Encoding", accept}});
  const auto response = not_modified(request, tag);
  if (!response) return "";
  CHECK(response->status == 304);
  CHECK(response->body.empty());
  return std::string(response->header("ETag"));
}
}  // namespace

TEST_CASE("a tag depends on every part and on where the parts end") {
  CHECK(entity_tag(Strength::Strong, {"a", "b"}) == entity_tag(Strength::Strong, {"a", "b"}));
  CHECK(entity_tag(Strength::Strong, {"a", "b"}) != entity_tag(Strength::Strong, {"ab", ""}));
  CHECK(entity_tag(Strength::Weak, {"a"}).starts_with("W/\""));
}

TEST_CASE("If-None-Match finds the tag in a list, weakly") {
  CHECK(answer("\"x\"", "\"x\"") == "\"x\"");
  CHECK(answer("\"a\", W/\"x\" , \"b\"", "\"x\"") == "\"x\"");
  CHECK(answer("*", "\"x\"") == "\"x\"");
  CHECK(answer("\"y\"", "\"x\"").empty());
  CHECK(answer("", "\"x\"").empty());
  CHECK(answer("x", "\"x\"").empty());
}

TEST_CASE("the gzip form of a strong tag is another tag, that of a weak one is the same") {
  CHECK(gzip_tag("\"x\"") == "\"x-gzip\"");
  CHECK(gzip_tag("W/\"x\"") == "W/\"x\"");
  CHECK(answer("\"x-gzip\"", "\"x\"", "gzip") == "\"x-gzip\"");
  CHECK(answer("\"x-gzip\"", "\"x\"", "").empty());
  CHECK(answer("\"x\"", "\"x\"", "gzip") == "\"x\"");
}
