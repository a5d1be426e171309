// Any bytes through the Turtle and N-Triples readers; what is read whole must survive the writers.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "indexer/rdf/formats.h"

namespace {

using namespace pinakes;
using namespace pinakes::rdf;

void require(bool condition) {
  if (!condition) std::abort();
}

void check(const Format& format, std::string_view bytes) {
  Graph graph;
  Diagnostics found;
  const bool complete = format.read({bytes, "http://e/b", "fuzz"}, graph, found);
  graph.finish();
  bool error = false;
  for (const Diagnostic& diagnostic : found) {
    error = error || diagnostic.severity == Severity::Error;
    require(diagnostic.place.position.line > 0 && diagnostic.place.position.column > 0);
  }
  require(complete != error);  // a loss is always reported, a report of loss is always true
  require(found.size() <= 101);
  for (const Format& other : formats()) {
    StringOutput text;
    Diagnostics left_out;
    write(other, graph, text, left_out);
    Graph again;
    Diagnostics none;
    require(other.read({text.text, "", "again"}, again, none));
    again.finish();
    require(again.size() == graph.size());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  check(*format_named("turtle"), bytes);
  check(*format_named("ntriples"), bytes);
  return 0;
}
