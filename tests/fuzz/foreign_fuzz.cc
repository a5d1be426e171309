// Any bytes as JSON of another schema: read, split, made canonical, written and read again.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "indexer/dcat/canonical.h"
#include "indexer/rdf/formats.h"

namespace {

using namespace pinakes;

void require(bool condition) {
  if (!condition) std::abort();
}

void check_dataset(Dataset as_sent) {
  const std::size_t before = as_sent.graph.size();
  const Canonical once = canonical(std::move(as_sent), "fuzz");
  require(before > 0 && once.dataset.graph.size() > 0);
  require(once.dataset.graph.about(once.dataset.node).size() > 0);
  rdf::StringOutput text;
  Diagnostics found;
  rdf::write(*rdf::format_named("ntriples"), once.dataset.graph, text, found);
  rdf::Graph again;
  require(rdf::format_named("ntriples")->read({text.text, "", "again"}, again, found));
  again.finish();
  require(again.size() == once.dataset.graph.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  rdf::Graph graph;
  Diagnostics found;
  rdf::format_named("json")->read({bytes, "http://e/b", "fuzz"}, graph, found);
  graph.finish();
  const Splitter splitter(graph);
  for (const rdf::TermId root : splitter.roots()) check_dataset(splitter.dataset(root));
  return 0;
}
