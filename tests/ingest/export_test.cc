// What goes in comes out: export of the whole catalogue.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/ingest/export.h"

#include "indexer/rdf/isomorphic.h"
#include "schemas/namespaces.h"
#include "tests/catch.h"
#include "tests/ingest/catalogue.h"

using namespace pinakes;
using namespace pinakes::test;

namespace {

rdf::Graph parsed(std::string_view format, std::string_view text) {
  rdf::Graph graph;
  Diagnostics found;
  const bool whole =
      rdf::format_named(format)->read({text, "https://example.org/base", "f"}, graph, found);
  graph.finish();
  CHECK(whole);
  return graph;
}

std::string exported(const Catalogue& catalogue, std::string_view format) {
  rdf::StringOutput out;
  Diagnostics found;
  export_catalogue(catalogue.reader(), *rdf::format_named(format), out, found);
  CHECK(found.empty());
  return out.text;
}

}  // namespace

TEST_CASE("an export holds what was taken, and what no dataset reaches") {
  const Catalogue catalogue;
  const std::string text = document(turtle("1", "One") + turtle("2", "Two") +
                                    "<https://example.org/c> a dcat:Catalog ; dct:title \"C\" ;\n"
                                    "  foaf:page [ foaf:name \"left over\" ] ;\n"
                                    "  dcat:dataset <https://example.org/1> .\n");
  catalogue.take({catalogue.write("a.ttl", text)});
  for (const rdf::Format& row : rdf::formats()) {
    if (row.read == nullptr || row.writer == nullptr) continue;
    const std::string format(row.name);
    INFO(format);
    CHECK(rdf::isomorphic(parsed(format, exported(catalogue, format)), parsed("turtle", text)));
  }
}

TEST_CASE("blank nodes of different records that share a label stay apart") {
  const Catalogue catalogue;
  const auto text = [](const std::string& name) {
    return document("<https://example.org/" + name + "> a dcat:Dataset ; dct:title \"" + name +
                    "\" ; dcat:distribution _:d . _:d dct:title \"of " + name + "\" .\n");
  };
  catalogue.write("a.ttl", text("a"));
  catalogue.write("b.ttl", text("b"));
  catalogue.take_all();
  const rdf::Graph graph = parsed("ntriples", exported(catalogue, "ntriples"));
  CHECK(graph.size() == 8);
  for (const rdf::TermId node :
       graph.objects(*graph.find_iri("https://example.org/a"), dcat::kDistributionProperty))
    CHECK(graph.objects(node, dct::kTitle).size() == 1);
}

TEST_CASE("what two files repeat outside of datasets comes once") {
  const Catalogue catalogue;
  const std::string shared = "<https://example.org/c> a dcat:Catalog ; dct:title \"C\" .\n";
  catalogue.write("a.ttl", document(turtle("1", "One") + shared));
  catalogue.write("b.ttl", document(turtle("2", "Two") + shared));
  catalogue.take_all();
  const std::string text = exported(catalogue, "ntriples");
  CHECK(text.find("dcat#Catalog>") == text.rfind("dcat#Catalog>"));
}
