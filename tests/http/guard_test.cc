// What the guard refuses, on plain headers.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/guard.h"

#include "tests/catch.h"

using namespace pinakes;

namespace {
std::string refused(Headers headers, std::string_view version = "HTTP/1.1") {
  headers.emplace_back("Host", "localhost");
  const auto refusal = guard(headers, version);
  return refusal ? std::string(refusal->problem) : "";
}
}  // namespace

TEST_CASE("an ordinary request passes the guard") {
  CHECK(refused({{"Accept", "*/*"}, {"Range", "bytes=0-9"}}).empty());
  CHECK(refused({{"Content-Length", "0"}}).empty());
}

TEST_CASE("chunked, encoded and doubly measured bodies are refused") {
  CHECK(refused({{"Transfer-Encoding", "chunked"}}) == "bad-request");
  CHECK(refused({{"transfer-encoding", "gzip, chunked"}, {"Content-Length", "3"}}) ==
        "bad-request");
  CHECK(refused({{"Content-Encoding", "gzip"}}) == "unsupported-media-type");
  CHECK(refused({{"Content-Length", "3"}, {"Content-Length", "4"}}) == "bad-request");
  CHECK(refused({{"Content-Length", "+3"}}) == "bad-request");
  CHECK(refused({{"Content-Length", "0x10"}}) == "bad-request");
}

TEST_CASE("several ranges and forged addresses are refused") {
  CHECK(refused({{"Range", "bytes=0-,0-,0-"}}) == "bad-request");
  CHECK(refused({{"Range", "bytes=0-1"}, {"Range", "bytes=0-1"}}) == "bad-request");
  CHECK(refused({{"remote_addr", "6.6.6.6"}}) == "bad-request");
}

TEST_CASE("HTTP/1.1 needs exactly one Host") {
  CHECK(guard({}, "HTTP/1.1"));
  CHECK_FALSE(guard({}, "HTTP/1.0"));
  CHECK(refused({{"host", "other"}}) == "bad-request");
}

TEST_CASE("a body is announced by its length or its encoding") {
  CHECK(announces_body({{"content-length", "5"}}));
  CHECK(announces_body({{"Transfer-Encoding", "chunked"}}));
  CHECK_FALSE(announces_body({{"Content-Length", "0"}}));
  CHECK_FALSE(announces_body({}));
}
