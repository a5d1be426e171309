// Any bytes through the RDF/XML reader; what is read whole must survive the writers.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "indexer/rdf/formats.h"

namespace {

using namespace pinakes;
using namespace pinakes::rdf;

void require(bool condition, int line = __builtin_LINE()) {
  if (condition) return;
  std::fprintf(stderr, "rdfxml_fuzz.cc:%d: not so\n", line);
  std::abort();
}

void check(const Format& format, std::string_view bytes) {
  Graph graph;
  Diagnostics found;
  const bool complete = format.read({bytes, "http://e/b", "fuzz"}, graph, found);
  graph.finish();
  std::size_t errors = 0;
  for (const Diagnostic& diagnostic : found) {
    errors += diagnostic.severity == Severity::Error ? 1 : 0;
    require(diagnostic.place.position.line > 0 && diagnostic.place.position.column > 0);
  }
  require(complete == (errors == 0));  // a loss is always reported, a report is always true
  require(errors <= 101);
  for (const char* name : {"turtle", "ntriples", "rdfxml"}) {
    const Format& other = *format_named(name);
    StringOutput text;
    Diagnostics left_out;
    write(other, graph, text, left_out);
    Graph again;
    Diagnostics none;
    require(other.read({text.text, "", "again"}, again, none));
    again.finish();
    require(left_out.empty() ? again.size() == graph.size() : again.size() < graph.size());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  check(*format_named("rdfxml"), {reinterpret_cast<const char*>(data), size});
  return 0;
}
