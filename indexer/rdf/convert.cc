// Chooses between streaming, a graph and a set of graphs.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/convert.h"

#include <string>

#include "indexer/base/error.h"
#include "indexer/rdf/graph_set.h"
#include "indexer/rdf/union.h"

namespace pinakes::rdf {
namespace {

/// Reads what may name graphs into a sink that has one.
bool read_joined(const Source& source, const Format& from, Sink& into, Diagnostics& found) {
  if (!from.names_graphs) return from.read(source, into, found);
  Union all(into);
  const bool complete = from.read(source, all, found);
  all.report(source.file, found);
  return complete;
}

}  // namespace

bool convert(const Source& source, const Format& from, const Format& to, Output& output,
             Diagnostics& found) {
  if (from.read == nullptr)
    throw Error(ErrorCode::BadRequest, "'" + std::string(from.name) + "' can only be written");
  if (to.stream != nullptr) {
    const std::unique_ptr<Sink> sink = to.stream(output);
    if (to.names_graphs) return from.read(source, *sink, found);
    return read_joined(source, from, *sink, found);
  }
  if (to.writer == nullptr)
    throw Error(ErrorCode::BadRequest, "'" + std::string(to.name) + "' can only be read");
  if (from.names_graphs && to.names_graphs) {
    GraphSet graphs;
    const bool complete = from.read(source, graphs, found);
    graphs.finish();
    write(to, graphs, output, found);
    return complete;
  }
  Graph graph;
  const bool complete = read_joined(source, from, graph, found);
  graph.finish();
  write(to, graph, output, found);
  return complete;
}

}  // namespace pinakes::rdf
