// canonical() over catalogues that exist: nothing of them is without a title or a publisher.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <string>

#include "indexer/dcat/canonical.h"
#include "indexer/rdf/contexts.h"
#include "indexer/rdf/formats.h"
#include "schemas/namespaces.h"
#include "tests/catch.h"
#include "tests/shared.h"

namespace pinakes {
namespace {

struct Corpus {
  const char *path, *format;
  std::size_t datasets;
  bool coded_access;  // whether each states its access rights as a code
};

TEST_CASE("real catalogues of other schemas are whole datasets") {
  const Corpus corpus =
      GENERATE(Corpus{"corpora/us-healthdata.gov-2025-01/fda.json", "json", 86, true},
               Corpus{"corpora/it-dati-epidemiologici/catalog.rdf", "rdfxml", 4, false},
               Corpus{"corpora/fixtures/ckanext-dcat/examples/ckan/ckan_full_dataset_dcat_ap.json",
                      "json", 1, false});
  const std::filesystem::path file = tests::shared() / corpus.path;
  if (!std::filesystem::exists(file)) {
    WARN("skipped: no " << file.string());
    return;
  }
  const std::string text = tests::read_file(file);
  const rdf::Contexts contexts{PINAKES_ROOT};
  rdf::Graph graph;
  Diagnostics found;
  rdf::Source source{text, "http://e/", corpus.path};
  source.contexts = &contexts;
  rdf::format_named(corpus.format)->read(source, graph, found);
  graph.finish();
  const Splitter splitter(graph);
  CHECK(splitter.roots().size() == corpus.datasets);
  for (const rdf::TermId root : splitter.roots()) {
    const Canonical result = canonical(splitter.dataset(root));
    const Dataset& dataset = result.dataset;
    INFO(dataset.iri);
    CHECK(dataset.graph.has(dataset.node, rdf_ns::kType, dcat::kDataset));
    CHECK(dataset.graph.object(dataset.node, dct::kTitle));
    CHECK(dataset.graph.object(dataset.node, dct::kIdentifier));
    const auto publisher = dataset.graph.object(dataset.node, dct::kPublisher);
    REQUIRE(publisher);
    CHECK(dataset.graph.object(*publisher, foaf::kName));
    const auto access = dataset.graph.object(dataset.node, dct::kAccessRights);
    if (corpus.coded_access)
      CHECK((access && dataset.graph[*access].value.starts_with(authority::kEu)));
    CHECK_FALSE(rewritten(dataset));  // once is enough
  }
}

}  // namespace
}  // namespace pinakes
