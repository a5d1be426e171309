// Reference resolution: every example of RFC 3986 section 5.4.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/base/iri.h"

#include "tests/catch.h"

using namespace pinakes;

TEST_CASE("references resolve as RFC 3986 section 5.4 says") {
  const BaseIri base("http://a/b/c/d;p?q");
  const std::pair<std::string_view, std::string_view> kExamples[] = {
      {"g:h", "g:h"},
      {"g", "http://a/b/c/g"},
      {"./g", "http://a/b/c/g"},
      {"g/", "http://a/b/c/g/"},
      {"/g", "http://a/g"},
      {"//g", "http://g"},
      {"?y", "http://a/b/c/d;p?y"},
      {"g?y", "http://a/b/c/g?y"},
      {"#s", "http://a/b/c/d;p?q#s"},
      {"g#s", "http://a/b/c/g#s"},
      {"g?y#s", "http://a/b/c/g?y#s"},
      {";x", "http://a/b/c/;x"},
      {"g;x", "http://a/b/c/g;x"},
      {"g;x?y#s", "http://a/b/c/g;x?y#s"},
      {"", "http://a/b/c/d;p?q"},
      {".", "http://a/b/c/"},
      {"./", "http://a/b/c/"},
      {"..", "http://a/b/"},
      {"../", "http://a/b/"},
      {"../g", "http://a/b/g"},
      {"../..", "http://a/"},
      {"../../", "http://a/"},
      {"../../g", "http://a/g"},
      {"../../../g", "http://a/g"},
      {"../../../../g", "http://a/g"},
      {"/./g", "http://a/g"},
      {"/../g", "http://a/g"},
      {"g.", "http://a/b/c/g."},
      {".g", "http://a/b/c/.g"},
      {"g..", "http://a/b/c/g.."},
      {"..g", "http://a/b/c/..g"},
      {"./../g", "http://a/b/g"},
      {"./g/.", "http://a/b/c/g/"},
      {"g/./h", "http://a/b/c/g/h"},
      {"g/../h", "http://a/b/c/h"},
      {"g;x=1/./y", "http://a/b/c/g;x=1/y"},
      {"g;x=1/../y", "http://a/b/c/y"},
      {"g?y/./x", "http://a/b/c/g?y/./x"},
      {"g?y/../x", "http://a/b/c/g?y/../x"},
      {"g#s/./x", "http://a/b/c/g#s/./x"},
      {"g#s/../x", "http://a/b/c/g#s/../x"},
      {"http:g", "http:g"},
  };
  for (const auto& [reference, expected] : kExamples) {
    INFO(reference);
    CHECK(base.resolve(reference) == expected);
  }
}

TEST_CASE("bases without path, with fragment, and none at all") {
  CHECK(BaseIri("http://a").resolve("b") == "http://a/b");
  CHECK(BaseIri("http://a/x#f").resolve("") == "http://a/x");
  CHECK(BaseIri("urn:x:y").resolve("#z") == "urn:x:y#z");
  CHECK(BaseIri("http://a/é/").resolve("ü") == "http://a/é/ü");
  CHECK(BaseIri().resolve("b") == "b");
  CHECK(BaseIri("x:/a/b").resolve("/..//c") == "x:/.//c");
}

TEST_CASE("what an IRI tells") {
  CHECK(is_absolute_iri("urn:a"));
  CHECK(is_absolute_iri("h+2-x.y:"));
  CHECK_FALSE(is_absolute_iri("a/b:c"));
  CHECK_FALSE(is_absolute_iri("1a:b"));
  CHECK_FALSE(is_absolute_iri(""));
  CHECK(is_genid("http://data.gov.be/.well-known/genid/1e6e"));
  CHECK_FALSE(is_genid("http://data.gov.be/dataset/1"));
  CHECK(local_name("http://x/y/HEAL") == "HEAL");
  CHECK(local_name("http://x/y#z") == "z");
  CHECK(local_name("http://x/y/") == "y");
  CHECK(local_name("urn:isbn:12") == "12");
  CHECK(local_name("plain") == "plain");
  CHECK(file_iri("/a b/é%.ttl") == "file:///a%20b/%C3%A9%25.ttl");
}
