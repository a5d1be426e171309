// Any bytes through the readers of JSON-LD and of pages; what is read must survive the writers.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "indexer/rdf/contexts.h"
#include "indexer/rdf/graph_set.h"

namespace {

using namespace pinakes;
using namespace pinakes::rdf;

constexpr std::size_t kCompared = 20;     // statements up to which isomorphism is tried
constexpr std::size_t kMostFound = 1000;  // of one document, or of all blocks of a page

void require(bool condition, int line = __builtin_LINE()) {
  if (condition) return;
  std::fprintf(stderr, "jsonld_fuzz.cc:%d: not so\n", line);
  std::abort();
}

const Contexts& pinned() {
  static const Contexts contexts{PINAKES_ROOT};
  return contexts;
}

struct Reading {
  GraphSet set;
  Diagnostics found;
  bool complete = false;

  std::size_t size() const {
    std::size_t sum = set.default_graph().size();
    for (const auto& [key, named] : set.named()) sum += named.graph.size();
    return sum;
  }
};

Reading read(const char* format, std::string_view bytes) {
  Reading reading;
  Source source{bytes, "http://e/b", "fuzz"};
  source.contexts = &pinned();
  reading.complete = format_named(format)->read(source, reading.set, reading.found);
  reading.set.finish();
  bool error = false;
  for (const Diagnostic& diagnostic : reading.found) {
    error = error || diagnostic.severity == Severity::Error;
    require(diagnostic.place.position.line > 0 && diagnostic.place.position.column > 0);
  }
  require(reading.complete != error);  // a loss is always reported, a report is always true
  require(reading.found.size() <= kMostFound);
  return reading;
}

void write_and_read(const Reading& reading, const char* format) {
  StringOutput text;
  Diagnostics found;
  write(*format_named(format), reading.set, text, found);
  const Reading again = read(format, text.text);
  require(again.complete);
  require(again.size() == reading.size());
  if (again.size() <= kCompared) require(isomorphic(again.set, reading.set));
}

void check(const char* format, std::string_view bytes) {
  const Reading reading = read(format, bytes);
  write_and_read(reading, "jsonld");
  write_and_read(reading, "nquads");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  check("jsonld", bytes);
  check("html", bytes);
  const std::string block(bytes);
  check("html", "<p><script type=application/ld+json>" + block +
                    "</script><script type=" + "\"application/ld+json\">" + block + "</script>");
  return 0;
}
