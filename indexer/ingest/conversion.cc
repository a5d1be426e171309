// From the documents of an input to one document in another format.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/ingest/conversion.h"

#include <algorithm>
#include <memory>

#include "indexer/base/error.h"
#include "indexer/base/iri.h"
#include "indexer/ingest/apart.h"
#include "indexer/rdf/convert.h"
#include "indexer/rdf/graph_set.h"
#include "indexer/rdf/pieces.h"
#include "indexer/rdf/sniff.h"
#include "indexer/rdf/union.h"

namespace pinakes {
namespace {

/// Reads a document of any length; in pieces where its format is one of lines.
bool read_document(const SourceDocument& document, const rdf::Format& from, rdf::Source source,
                   rdf::Sink& into, Diagnostics& found) {
  if (document.rest != nullptr && from.by_line)
    return rdf::read_lines(from, bytes_of(document), source, into, found);
  std::string buffer;
  source.text = whole_text(document, buffer);
  return from.read(source, into, found);
}

class Conversion {
 public:
  Conversion(const rdf::Format& to, const ConversionOptions& options, rdf::Output& output,
             Diagnostics& found)
      : to_(to), options_(options), output_(output), found_(found) {}

  /// The only document of its file.
  void alone(const SourceDocument& document) {
    const rdf::Format* from = format_of(document);
    if (from == nullptr) return;
    const std::string base = base_of(document);
    rdf::Source source{document.bytes, base, document.shown, options_.contexts};
    if (document.rest != nullptr && from->by_line && to_.stream != nullptr) {
      const std::unique_ptr<rdf::Sink> sink = to_.stream(output_);
      whole_ = joined(document, *from, source, *sink) && whole_;
      return;
    }
    std::string buffer;
    source.text = whole_text(document, buffer);
    whole_ = rdf::convert(source, *from, to_, output_, found_) && whole_;
  }

  /// One of an archive's documents.
  void one_of_several(const SourceDocument& document) {
    const rdf::Format* from = format_of(document);
    if (from == nullptr) return;
    const std::string base = base_of(document);
    const rdf::Source source{document.bytes, base, document.shown, options_.contexts};
    begin();
    const std::string prefix = "d" + std::to_string(++documents_) + "-";
    if (sink_) {
      Apart apart(*sink_, prefix);
      whole_ = joined(document, *from, source, apart) && whole_;
    } else if (to_.names_graphs) {
      rdf::GraphSet graphs;
      Apart apart(graphs, prefix);
      whole_ = read_document(document, *from, source, apart, found_) && whole_;
      graphs.finish();
      writer_->add(graphs.default_graph());
      for (const auto& [key, named] : graphs.named()) {
        const rdf::Term name = named.name();
        writer_->add(named.graph, &name);
      }
    } else {
      rdf::Graph graph;
      whole_ = joined(document, *from, source, graph) && whole_;
      graph.finish();
      writer_->add(graph);
    }
  }

  void finish() {
    if (writer_) writer_->finish();
    sink_.reset();
  }
  bool whole() const { return whole_; }

 private:
  const rdf::Format* format_of(const SourceDocument& document) {
    if (options_.from != nullptr) return options_.from;
    const rdf::Format* format =
        rdf::recognise(document.name, {}, document.bytes, document.shown, found_).format;
    if (format == nullptr) whole_ = false;
    return format;
  }
  std::string base_of(const SourceDocument& document) const {
    // Standard input has no address.
    if (!options_.base.empty() || !document.absolute.starts_with('/')) return options_.base;
    return file_iri(document.absolute);
  }
  void begin() {
    if (sink_ || writer_) return;
    if (to_.stream != nullptr)
      sink_ = to_.stream(output_);
    else
      writer_ =
          to_.writer(output_, to_.names_graphs ? rdf::Parts::Named : rdf::Parts::Several, found_);
  }
  /// Into a sink that has names only where the output has.
  bool joined(const SourceDocument& document, const rdf::Format& from, const rdf::Source& source,
              rdf::Sink& into) {
    if (!from.names_graphs || to_.names_graphs)
      return read_document(document, from, source, into, found_);
    rdf::Union all(into);
    const bool whole = read_document(document, from, source, all, found_);
    all.report(document.shown, found_);
    return whole;
  }

  const rdf::Format& to_;
  const ConversionOptions& options_;
  rdf::Output& output_;
  Diagnostics& found_;
  std::unique_ptr<rdf::Sink> sink_;
  std::unique_ptr<rdf::GraphWriter> writer_;
  std::size_t documents_ = 0;
  bool whole_ = true;
};

}  // namespace

bool convert_documents(OpenInput& input, const rdf::Format& to, const ConversionOptions& options,
                       rdf::Output& output, Diagnostics& found) {
  const std::size_t before = found.size();
  Conversion conversion(to, options, output, found);
  const bool unpacked =
      for_each_document(input, options.limits, found, [&](const SourceDocument& document) {
        if (document.absolute == input.file().absolute)
          conversion.alone(document);
        else
          conversion.one_of_several(document);
      });
  conversion.finish();
  const bool lost =
      std::any_of(found.begin() + static_cast<std::ptrdiff_t>(before), found.end(),
                  [](const Diagnostic& one) { return one.severity == Severity::Error; });
  return unpacked && conversion.whole() && !lost;
}

}  // namespace pinakes
