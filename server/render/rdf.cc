// Writes a stored graph with the catalogue's own record.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/render/rdf.h"

#include "indexer/store/shown_dataset.h"
#include "schemas/namespaces.h"

namespace pinakes {
namespace {
/// A label that the stored graph does not use, so that our node stays ours.
std::string free_label(const rdf::Graph& graph, std::string_view stem) {
  std::string label(stem);
  while (graph.find(rdf::blank(label))) label += "x";
  return label;
}

void add_catalogue_record(rdf::Graph& graph, const Record& record) {
  const std::string label = free_label(graph, "catalogueRecord");
  const std::string origin = free_label(graph, "catalogueSource");
  const rdf::Term node = rdf::blank(label);
  const rdf::Term topic = record.iri.starts_with("_:")
                              ? rdf::blank(std::string_view(record.iri).substr(2))
                              : rdf::iri(record.iri);
  const auto state = [&](const rdf::Term& subject, std::string_view predicate,
                         const rdf::Term& object) {
    graph.statement(subject, rdf::iri(predicate), object, {});
  };
  state(node, rdf_ns::kType, rdf::iri(dcat::kCatalogRecord));
  state(node, foaf::kPrimaryTopic, topic);
  state(node, dct::kIdentifier, rdf::literal(record.id));
  state(node, dct::kIssued, rdf::typed(record.first_listed, xsd::kDateTime));
  state(node, dct::kModified, rdf::typed(record.changed, xsd::kDateTime));
  state(node, dct::kProvenance, rdf::blank(origin));
  state(rdf::blank(origin), rdfs::kLabel, rdf::literal(record.source));
}
}  // namespace

std::string record_rdf(const Record& record, std::string_view ntriples, const rdf::Format& format,
                       RdfProfile profile) {
  const bool original = profile == RdfProfile::Original;
  rdf::Graph graph = original ? read_stored(ntriples) : shown_dataset(ntriples, record.iri).graph;
  if (!original) {
    add_catalogue_record(graph, record);
    graph.finish();
  }
  rdf::StringOutput out;
  Diagnostics found;  // what the form cannot express; the others have it
  rdf::write(format, graph, out, found);
  return std::move(out.text);
}

}  // namespace pinakes
