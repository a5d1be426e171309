// Shapes and data from a few lines of Turtle, and results as short lines.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/rdf/formats.h"
#include "indexer/shacl/validator.h"
#include "schemas/namespaces.h"
#include "schemas/shacl_terms.h"
#include "tests/catch.h"

namespace pinakes::tests {

/// The graph of a Turtle text of one line or more, whose first line is line 2; every prefix of
/// kPrefixes is declared, and ex: and the empty prefix.
inline rdf::Graph graph_of(std::string_view turtle) {
  std::string text;
  for (const Prefix& prefix : kPrefixes)
    text.append("@prefix ").append(prefix.name).append(": <").append(prefix.iri).append("> . ");
  text.append("@prefix ex: <http://e/> . @prefix : <http://e/> .\n").append(turtle);
  rdf::Graph graph;
  Diagnostics found;
  rdf::format_named("turtle")->read({text, "http://e/", "test.ttl"}, graph, found);
  for (const Diagnostic& diagnostic : found) UNSCOPED_INFO(diagnostic.code);
  REQUIRE(found.empty());
  graph.finish();
  return graph;
}

inline shacl::Shapes shapes_of(std::string_view turtle) {
  const rdf::Graph graph = graph_of(turtle);
  const shacl::ShapesSource source{graph, "shapes.ttl"};
  return shacl::Shapes::compile({&source, 1});
}

/// `focus component path value`, without the namespaces of the tests and of SHACL.
inline std::string line_of(const shacl::Result& result) {
  const auto shown = [](const rdf::Term& term) {
    if (term.kind == rdf::TermKind::Blank) return std::string("_:");
    std::string_view text = term.value;
    if (text.starts_with("http://e/")) text.remove_prefix(9);
    return std::string(text);
  };
  std::string component(shacl::component_iri(result.component()));
  component = component.substr(sh::kNamespace.size());
  component = component.substr(0, component.find("ConstraintComponent"));
  std::string line = shown(result.focus) + " " + component;
  if (result.predicate)
    line += " " + shown(*result.predicate);
  else if (result.path != nullptr)
    line += " " + shacl::to_text(*result.path);
  if (result.value) line += " " + shown(*result.value);
  return line;
}

inline std::vector<std::string> lines_of(const shacl::Report& report) {
  std::vector<std::string> lines;
  for (const shacl::Result& result : report.results) lines.push_back(line_of(result));
  return lines;
}

inline std::vector<std::string> check(std::string_view shapes, std::string_view data) {
  const shacl::Shapes compiled = shapes_of(shapes);
  const rdf::Graph graph = graph_of(data);
  return lines_of(shacl::Validator(compiled).validate(graph));
}

inline std::vector<std::string> codes_of(const shacl::Shapes& shapes) {
  std::vector<std::string> codes;
  for (const Diagnostic& warning : shapes.warnings()) codes.push_back(warning.code);
  std::ranges::sort(codes);
  return codes;
}

using Lines = std::vector<std::string>;

}  // namespace pinakes::tests
