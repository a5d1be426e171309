// gzip of bodies.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/compress.h"

#include "tests/catch.h"
#include "tests/http/inflate.h"

using namespace pinakes;

TEST_CASE("gzip comes back as it went in, and the same each time") {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "registre " + std::to_string(i * 7919 % 977) + "\n";
  for (const Effort effort : {Effort::Fast, Effort::Best}) {
    const std::string packed = gzip(text, effort);
    CHECK(packed.size() < text.size() / 2);
    CHECK(test::gunzip(packed) == text);
    CHECK(gzip(text, effort) == packed);
  }
  CHECK(test::gunzip(gzip("", Effort::Fast)).empty());
}

TEST_CASE("texts are worth compressing, pictures are not") {
  CHECK(is_compressible("text/html; charset=utf-8"));
  CHECK(is_compressible("application/problem+json"));
  CHECK(is_compressible("application/n-triples"));
  CHECK(is_compressible("image/svg+xml"));
  CHECK_FALSE(is_compressible("image/png"));
  CHECK_FALSE(is_compressible("font/woff2"));
}
