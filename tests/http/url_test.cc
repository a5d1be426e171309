// Percent-decoding, query strings, request ids.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/url.h"

#include "indexer/base/error.h"
#include "tests/catch.h"

using namespace pinakes;

TEST_CASE("a plus is a space in a query and itself in a path") {
  CHECK(percent_decode("a+b%2Bc%20d", Plus::Space) == "a b+c d");
  CHECK(percent_decode("a+b%2Bc%20d", Plus::Literal) == "a+b+c d");
}

TEST_CASE("a percent sign without two hex digits stays") {
  CHECK(percent_decode("100%", Plus::Space) == "100%");
  CHECK(percent_decode("%4", Plus::Space) == "%4");
  CHECK(percent_decode("%zz%41", Plus::Space) == "%zzA");
}

TEST_CASE("a query keeps the order and the repetition of its parameters") {
  const Params params = parse_query("b=2&a=1&b=3&empty=&flag&=nameless&q=l%27h%C3%B4pital");
  const Params expected{{"b", "2"},    {"a", "1"},   {"b", "3"},
                        {"empty", ""}, {"flag", ""}, {"q", "l'hôpital"}};
  CHECK(params == expected);
}

TEST_CASE("a parameter that is not UTF-8 is refused by name") {
  for (const char* query : {"q=%FF", "x=1&q=%C3%28", "q=%ED%A0%80", "q=%C0%AF"}) {
    try {
      parse_query(query);
      FAIL("accepted " << query);
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::BadRequest);
      CHECK(error.parameter() == "q");
    }
  }
}

TEST_CASE("a NUL and other controls are refused by name") {
  try {
    parse_query("title=a%00b");
    FAIL("accepted NUL");
  } catch (const Error& error) {
    CHECK(error.parameter() == "title");
  }
  CHECK(parse_query("q=a%0Ab%09c").front().second == "a\nb\tc");
}

TEST_CASE("a parameter name that is not text is shown in printable characters") {
  try {
    parse_query("a%FFb=1");
    FAIL("accepted");
  } catch (const Error& error) {
    CHECK(error.parameter() == "a?b");
  }
}

TEST_CASE("more than 200 parameters are refused") {
  std::string query;
  for (int i = 0; i < 201; ++i) query += "a=1&";
  CHECK_THROWS_AS(parse_query(query), Error);
}

TEST_CASE("a target is split at the first question mark") {
  const Request request = make_request(Method::Get, "/a%20b?x=1?y");
  CHECK(request.path == "/a b");
  CHECK(request.query == "x=1?y");
}

TEST_CASE("a sane request id is kept, any other is replaced by a new one") {
  const auto id = [](std::string sent) {
    return request_id(make_request(Method::Get, "/", {{"x-request-id", std::move(sent)}}));
  };
  CHECK(id("abc-123_X.y") == "abc-123_X.y");
  for (const std::string& bad : {std::string(), std::string("a b"), std::string("a\nb"),
                                 std::string(65, 'a'), std::string("<script>")}) {
    CHECK(id(bad).size() == 16);
    CHECK(id(bad) != id(bad));
  }
}
