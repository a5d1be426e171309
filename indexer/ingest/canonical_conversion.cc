// From the documents of an input to one document that has its datasets in today's terms.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/ingest/canonical_conversion.h"

#include <optional>

#include "indexer/base/iri.h"
#include "indexer/dcat/canonical.h"
#include "indexer/rdf/sniff.h"
#include "indexer/rdf/union.h"

namespace pinakes {
namespace {

struct Conversion {
  const ConversionOptions& options;
  rdf::GraphWriter& writer;
  Mappings& mappings;
  Diagnostics& found;

  /// True if no statement was lost.
  bool document(const SourceDocument& one) const {
    const rdf::Format* from = options.from;
    if (from == nullptr) from = rdf::recognise(one.name, {}, one.bytes, one.shown, found).format;
    if (from == nullptr) return false;
    const bool has_address = options.base.empty() && one.absolute.starts_with('/');
    const std::string base = has_address ? file_iri(one.absolute) : options.base;
    rdf::Graph graph;
    rdf::Union all(graph);
    std::string buffer;
    const bool whole =
        from->read({whole_text(one, buffer), base, one.shown, options.contexts}, all, found);
    all.report(one.shown, found);
    graph.finish();
    const Splitter splitter(graph);
    for (const rdf::TermId root : splitter.roots()) {
      const Canonical better = canonical(splitter.dataset(root), one.shown);
      mappings.take(better.findings, found);
      writer.add(better.dataset.graph);
    }
    writer.add(splitter.unreached());
    return whole;
  }
};

}  // namespace

bool convert_canonical(OpenInput& input, const rdf::Format& to, const ConversionOptions& options,
                       rdf::Output& output, Mappings& mappings, Diagnostics& found) {
  const std::unique_ptr<rdf::GraphWriter> writer = to.writer(output, rdf::Parts::Several, found);
  const Conversion conversion{options, *writer, mappings, found};
  bool whole = true;
  const bool unpacked = for_each_document(
      input, options.limits, found,
      [&](const SourceDocument& document) { whole = conversion.document(document) && whole; });
  writer->finish();
  return unpacked && whole;
}

}  // namespace pinakes
