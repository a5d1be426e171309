// A record as RDF where its own node or its labels are awkward.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/render/rdf.h"

#include "schemas/namespaces.h"
#include "tests/catch.h"

using namespace pinakes;

namespace {
Record record_of(std::string iri) {
  Record record;
  record.id = "x-00000000";
  record.source = "s";
  record.iri = std::move(iri);
  record.first_listed = "2026-01-01T00:00:00Z";
  record.changed = "2026-01-02T00:00:00Z";
  return record;
}
}  // namespace

TEST_CASE("our node never takes the label of one of the holder's") {
  const std::string sent =
      "<https://example.org/a> <http://purl.org/dc/terms/relation> _:catalogueRecord .\n"
      "_:catalogueRecord <http://purl.org/dc/terms/title> \"theirs\" .\n";
  const std::string text = record_rdf(record_of("https://example.org/a"), sent,
                                      *rdf::format_named("ntriples"), RdfProfile::Catalogue);
  const rdf::Graph graph = read_stored(text);
  const auto records = graph.subjects(rdf_ns::kType, *graph.find_iri(dcat::kCatalogRecord));
  REQUIRE(records.size() == 1);
  CHECK_FALSE(graph.object(records.front(), dct::kTitle));
}

TEST_CASE("a record is given in the terms of today, or as it was sent") {
  const std::string sent =
      "<https://example.org/a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> "
      "<http://www.w3.org/ns/dcat#Dataset> .\n"
      "<https://example.org/a> <http://www.w3.org/ns/adms#version> \"1\" .\n";
  const auto has = [&](RdfProfile profile, std::string_view property) {
    const std::string text = record_rdf(record_of("https://example.org/a"), sent,
                                        *rdf::format_named("ntriples"), profile);
    return text.find(property) != std::string::npos;
  };
  CHECK(has(RdfProfile::Catalogue, dcat::kVersion));
  CHECK_FALSE(has(RdfProfile::Catalogue, adms::kVersion));
  CHECK(has(RdfProfile::Original, adms::kVersion));
  CHECK_FALSE(has(RdfProfile::Original, dcat::kVersion));
}

TEST_CASE("the same record gives the same bytes") {
  const std::string sent = "<https://example.org/a> <http://purl.org/dc/terms/title> \"t\" .\n";
  for (const rdf::Format& format : rdf::formats()) {
    if (format.writer == nullptr) continue;
    CHECK(record_rdf(record_of("https://example.org/a"), sent, format, RdfProfile::Catalogue) ==
          record_rdf(record_of("https://example.org/a"), sent, format, RdfProfile::Catalogue));
  }
}
