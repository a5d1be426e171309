// Shapes and data that would take for ever, or the stack, if nothing bounded them.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/shacl/turtle.h"

namespace pinakes::tests {
namespace {

using Verdict = shacl::Report::Verdict;

/// ex:n0 to ex:n<count>, each with ex:p to the next, and back from the last to the first.
rdf::Graph ring(int count) {
  std::string text;
  for (int i = 0; i < count; ++i)
    text += ":n" + std::to_string(i) + " ex:p :n" + std::to_string((i + 1) % count) + " .\n";
  return graph_of(text);
}

std::size_t results(std::string_view shapes, const rdf::Graph& data) {
  const shacl::Shapes compiled = shapes_of(shapes);
  return shacl::Validator(compiled).validate(data).results.size();
}

}  // namespace

TEST_CASE("closures of closures over a long ring end, in one search") {
  const rdf::Graph data = ring(20000);
  CHECK(results("ex:s sh:targetNode ex:n0 ; sh:property [ sh:path [ sh:zeroOrMorePath "
                "[ sh:oneOrMorePath [ sh:zeroOrMorePath ex:p ] ] ] ; sh:maxCount 19999 ] .",
                data) == 1);
  CHECK(results("ex:s sh:targetNode ex:n0 ; sh:property [ sh:path [ sh:zeroOrMorePath "
                "( [ sh:zeroOrMorePath ex:p ] [ sh:inversePath ex:p ] ) ] ; "
                "sh:minCount 20000 ; sh:maxCount 20000 ] .",
                data) == 0);
}

TEST_CASE("a shape that leads back to itself ends, and is warned of") {
  const shacl::Shapes shapes = shapes_of(
      "ex:s sh:targetSubjectsOf ex:p ; sh:property [ sh:path ex:p ; sh:node ex:s ; sh:minCount 1 ] "
      ".");
  CHECK(codes_of(shapes) == Lines{"shape-recursive"});
  const rdf::Graph small = graph_of("ex:a ex:p ex:b . ex:b ex:p ex:a .");
  CHECK(lines_of(shacl::Validator(shapes).validate(small)).empty());
  const rdf::Graph broken = graph_of("ex:a ex:p ex:b . ex:b ex:p ex:c . ex:c ex:q ex:a .");
  CHECK(lines_of(shacl::Validator(shapes).validate(broken)) == Lines{"a Node p b", "b Node p c"});
  const rdf::Graph large = ring(5000);
  const shacl::Report report = shacl::Validator(shapes).validate(large);
  CHECK(!report.complete);  // deeper than shapes may nest
  CHECK(report.verdict() == Verdict::Unknown);
}

TEST_CASE("a lattice of nodes is checked once for each node, not once for each way") {
  std::string text;
  for (int i = 0; i < 22; ++i)
    for (const char* from : {"a", "b"})
      for (const char* to : {"a", "b"})
        text += std::string(":") + from + std::to_string(i) + " ex:p :" + to +
                std::to_string(i + 1) + " .\n";
  std::string shapes = ":s0 sh:targetNode :a0 .\n";
  for (int i = 0; i < 22; ++i)
    shapes += ":s" + std::to_string(i) + " sh:property [ sh:path ex:p ; sh:node :s" +
              std::to_string(i + 1) + " ] .\n";
  shapes += ":s22 sh:nodeKind sh:Literal .";
  CHECK(results(shapes, graph_of(text)) == 2);
}

TEST_CASE("shapes nested deeper than any file needs stop at a limit") {
  std::string shapes = ":s0 sh:targetNode :a .\n";
  for (int i = 0; i < 5000; ++i)
    shapes += ":s" + std::to_string(i) + " sh:not :s" + std::to_string(i + 1) + " .\n";
  const shacl::Shapes compiled = shapes_of(shapes);
  const rdf::Graph data = graph_of(":a ex:p 1 .");
  CHECK(!shacl::Validator(compiled).validate(data).complete);
}

TEST_CASE("a path deeper than any file needs is ill-formed") {
  std::string path = "ex:p";
  for (int i = 0; i < 50; ++i) path = "[ sh:inversePath " + path + " ]";
  CHECK(codes_of(shapes_of("ex:s sh:targetNode ex:a ; sh:property [ sh:path " + path + " ] .")) ==
        Lines{"shape-bad-path"});
  CHECK(codes_of(shapes_of("ex:s sh:targetNode ex:a ; sh:property [ sh:path _:x ] . "
                           "_:x sh:inversePath _:x .")) == Lines{"shape-bad-path"});
}

TEST_CASE("a pattern that would take for ever is given up, and then nothing has passed") {
  const shacl::Shapes shapes = shapes_of(
      "ex:s sh:targetNode ex:a ; sh:property [ sh:path ex:p ; sh:pattern \"^(a+)+$\" ] .");
  const rdf::Graph data = graph_of("ex:a ex:p \"" + std::string(60, 'a') + "b\" .");
  const shacl::Report report = shacl::Validator(shapes).validate(data);
  CHECK(report.verdict() == Verdict::Unknown);
  CHECK(report.not_evaluated.size() == 1);
}

TEST_CASE("a pattern that is too costly is not tried on thousands of values") {
  const shacl::Shapes shapes = shapes_of(
      "ex:s sh:targetNode ex:a ; sh:property [ sh:path ex:p ; sh:pattern \"^(a+)+$\" ] .");
  std::string values;
  for (int i = 0; i < 1000; ++i)
    values += (i == 0 ? "\"" : ", \"") + std::string(60, 'a') + std::to_string(i) + "\"";
  const rdf::Graph data = graph_of("ex:a ex:p " + values + " .");
  CHECK(shacl::Validator(shapes).validate(data).verdict() == Verdict::Unknown);
}

TEST_CASE("a pattern on a text of megabytes needs no stack") {
  const std::string text(4U << 20, 'a');
  auto regex = shacl::Regex::compile("^(a|b)*$", "");
  REQUIRE(regex);
  CHECK(regex->search(text) != shacl::Regex::Outcome::NotFound);
  auto plain = shacl::Regex::compile("b$", "");
  REQUIRE(plain);
  CHECK(plain->search(text + "b") == shacl::Regex::Outcome::Found);
}

TEST_CASE("pairs of many values are compared up to a limit") {
  std::string text = ":a ex:p 1";
  for (int i = 2; i < 1500; ++i) text += ", " + std::to_string(i);
  text += " ; ex:q 2000";
  for (int i = 2001; i < 3000; ++i) text += ", " + std::to_string(i);
  const rdf::Graph data = graph_of(text + " .");
  const shacl::Shapes shapes =
      shapes_of("ex:s sh:targetNode ex:a ; sh:property [ sh:path ex:p ; sh:lessThan ex:q ] .");
  const shacl::Report report = shacl::Validator(shapes).validate(data);
  CHECK(report.results.empty());
  CHECK(!report.complete);
}

TEST_CASE("many classes in a chain cost each statement once") {
  std::string text;
  for (int i = 0; i < 20000; ++i)
    text += ":c" + std::to_string(i) + " rdfs:subClassOf :c" + std::to_string(i + 1) + " . :x" +
            std::to_string(i) + " a :c" + std::to_string(i) + " .\n";
  CHECK(results("ex:s sh:targetClass ex:c20000 ; sh:nodeKind sh:Literal .", graph_of(text)) ==
        20000);
}

}  // namespace pinakes::tests
