// Chooses between streaming and a graph.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/convert.h"

#include <string>

#include "indexer/base/error.h"

namespace pinakes::rdf {

bool convert(const Source& source, const Format& from, const Format& to, Output& output,
             Diagnostics& found) {
  if (from.read == nullptr)
    throw Error(ErrorCode::BadRequest, "'" + std::string(from.name) + "' can only be written");
  if (to.stream != nullptr) {
    const std::unique_ptr<Sink> sink = to.stream(output);
    return from.read(source, *sink, found);
  }
  if (to.writer == nullptr)
    throw Error(ErrorCode::BadRequest, "'" + std::string(to.name) + "' can only be read");
  Graph graph;
  const bool complete = from.read(source, graph, found);
  graph.finish();
  write(to, graph, output, found);
  return complete;
}

}  // namespace pinakes::rdf
