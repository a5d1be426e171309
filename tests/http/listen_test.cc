// The --listen option.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/base/error.h"
#include "server/http/http_server.h"
#include "tests/catch.h"

using namespace pinakes;

TEST_CASE("an address to listen on is host and port, host alone by default loopback") {
  CHECK(parse_listen("0.0.0.0:80").host == "0.0.0.0");
  CHECK(parse_listen("0.0.0.0:80").port == 80);
  CHECK(parse_listen("9000").host == "127.0.0.1");
  CHECK(parse_listen("9000").port == 9000);
  CHECK(parse_listen("[::1]:8081").host == "::1");
  CHECK(parse_listen(":8081").host == "127.0.0.1");
}

TEST_CASE("an address without a port is refused") {
  for (const char* text : {"", "localhost", "localhost:", "localhost:http", "x:70000", "x:-1"})
    CHECK_THROWS_AS(parse_listen(text), Error);
}
