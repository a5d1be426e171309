// Any bytes through the readers of the Turtle family; what is read must survive the writers.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "indexer/rdf/graph_set.h"
#include "indexer/rdf/pieces.h"

namespace {

using namespace pinakes;
using namespace pinakes::rdf;

constexpr const char* kFamily[] = {"turtle", "ntriples", "trig", "nquads"};
constexpr std::size_t kCompared = 20;  // statements up to which isomorphism is tried

void require(bool condition, int line = __builtin_LINE()) {
  if (condition) return;
  std::fprintf(stderr, "turtle_fuzz.cc:%d: not so\n", line);
  std::abort();
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

Reading read(const Format& format, std::string_view bytes, std::string_view base) {
  Reading reading;
  reading.complete = format.read({bytes, base, "fuzz"}, reading.set, reading.found);
  reading.set.finish();
  bool error = false;
  for (const Diagnostic& diagnostic : reading.found) {
    error = error || diagnostic.severity == Severity::Error;
    require(diagnostic.place.position.line > 0 && diagnostic.place.position.column > 0);
  }
  require(reading.complete != error);  // a loss is always reported, a report is always true
  require(reading.found.size() <= 101);
  return reading;
}

/// With names: the same set. Without: the same union.
void write_and_read(const Reading& reading, const Format& format) {
  StringOutput text;
  Diagnostics found;
  write(format, reading.set, text, found);
  const Reading again = read(format, text.text, "");
  require(again.complete);
  if (!format.names_graphs) {
    StringOutput other;
    Diagnostics joined;
    write(*format_named("ntriples"), reading.set, other, joined);
    require(again.size() == read(*format_named("ntriples"), other.text, "").size());
    if (!reading.set.named().empty()) return;
  }
  require(again.size() == reading.size());
  require(again.set.named().size() ==
          static_cast<std::size_t>(
              std::count_if(reading.set.named().begin(), reading.set.named().end(),
                            [](const auto& n) { return n.second.graph.size() > 0; })));
  if (again.size() <= kCompared) require(isomorphic(again.set, reading.set));
}

/// In pieces of a few bytes a line format gives what it gives as a whole.
void read_in_pieces(const Format& format, std::string_view bytes, const Reading& whole) {
  Reading pieces;
  const ReadBytes portions = [rest = bytes](char* into, std::size_t size) mutable {
    const std::size_t given = std::min({size, rest.size(), std::size_t{7}});
    if (given > 0) std::memcpy(into, rest.data(), given);
    rest.remove_prefix(given);
    return given;
  };
  pieces.complete = read_lines(format, portions, {{}, "http://e/b", "fuzz"}, pieces.set,
                               pieces.found, {16, std::size_t{1} << 20U});
  pieces.set.finish();
  require(pieces.complete == whole.complete);
  require(pieces.found.size() <= 101);
  // What a document is at all is told by its start, which is longer in the whole.
  const auto told = [](const Diagnostics& found) {
    return !found.empty() && !found.front().code.starts_with("syntax-") &&
           !found.front().code.starts_with("invalid-");
  };
  if (whole.found.size() > 100 || told(whole.found) || told(pieces.found)) return;
  require(pieces.size() == whole.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (const char* name : kFamily) {
    const Format& format = *format_named(name);
    const Reading reading = read(format, bytes, "http://e/b");
    for (const char* other : kFamily) write_and_read(reading, *format_named(other));
    if (format.by_line && size <= 4096) read_in_pieces(format, bytes, reading);
  }
  return 0;
}
