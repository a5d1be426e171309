// Helpers of the RDF tests: read a text, look at what came out.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "indexer/base/messages.h"
#include "indexer/rdf/formats.h"
#include "indexer/rdf/graph.h"

namespace pinakes::tests {

struct Reading {
  rdf::Graph graph;
  Diagnostics found;
  bool complete = false;

  std::vector<std::string> messages() const {
    const Messages english(PINAKES_ROOT, "en");
    std::vector<std::string> result;
    for (const Diagnostic& diagnostic : found) result.push_back(english.format(diagnostic));
    return result;
  }
  std::vector<std::string> lost() const {
    std::vector<std::string> result;
    for (const rdf::TermId id : graph.lost_subjects()) result.emplace_back(graph[id].value);
    return result;
  }
};

inline Reading read(std::string_view format, std::string_view text, std::string_view base = {}) {
  Reading reading;
  reading.complete =
      rdf::format_named(format)->read({text, base, "x.ttl"}, reading.graph, reading.found);
  reading.graph.finish();
  return reading;
}
inline Reading turtle(std::string_view text, std::string_view base = "http://e/") {
  return read("turtle", text, base);
}

inline std::string write(std::string_view format, const rdf::Graph& graph) {
  rdf::StringOutput text;
  Diagnostics left_out;
  rdf::write(*rdf::format_named(format), graph, text, left_out);
  return text.text;
}

}  // namespace pinakes::tests
