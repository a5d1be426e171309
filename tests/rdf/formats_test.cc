// The format table finds rows by name, extension and media type.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/formats.h"

#include <set>

#include "tests/catch.h"

using namespace pinakes::rdf;

TEST_CASE("formats are found by name, extension and media type") {
  CHECK(format_named("turtle")->name == "turtle");
  CHECK(format_named("nt")->name == "ntriples");
  CHECK(format_named("") == nullptr);
  CHECK(format_named("docx") == nullptr);
  CHECK(format_of_extension("a/b.TTL")->name == "turtle");
  CHECK(format_of_extension("a/b.nt")->name == "ntriples");
  CHECK(format_of_extension("a/ttl") == nullptr);
  CHECK(format_of_extension("a/b.") == nullptr);
  CHECK(format_of_media_type("text/turtle; charset=utf-8")->name == "turtle");
  CHECK(format_of_media_type("Application/N-Triples")->name == "ntriples");
  CHECK(format_of_media_type("") == nullptr);
}

TEST_CASE("no name, extension or media type stands in two rows") {
  std::set<std::string_view> names, types;
  for (const Format& format : formats()) {
    CHECK((format.read != nullptr || format.writer != nullptr));
    CHECK(names.insert(format.name).second);
    CHECK(types.insert(format.media_type).second);
    for (const auto type : format.other_media_types)
      if (!type.empty()) CHECK(types.insert(type).second);
    for (const auto extension : format.extensions)
      if (!extension.empty() && extension != format.name) CHECK(names.insert(extension).second);
  }
}
