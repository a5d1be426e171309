// Beyond the W3C suite: places, details, scope, vocabularies, ill-formed shapes.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/base/messages.h"
#include "indexer/rdf/isomorphic.h"
#include "indexer/shacl/guard.h"
#include "indexer/shacl/report.h"
#include "tests/shacl/turtle.h"

namespace pinakes::tests {
namespace {

using Verdict = shacl::Report::Verdict;

/// Validates with one vocabulary beside the data.
Lines check_with(std::string_view shapes, std::string_view data, std::string_view vocabulary) {
  const shacl::Shapes compiled = shapes_of(shapes);
  const rdf::Graph graph = graph_of(data), background = graph_of(vocabulary);
  const rdf::Graph* const graphs[] = {&background};
  return lines_of(shacl::Validator(compiled, graphs).validate(graph));
}

}  // namespace

TEST_CASE("a result stands where its value stands, or where its focus node begins") {
  const shacl::Shapes shapes = shapes_of(
      "ex:s sh:targetClass ex:C ; sh:property [ sh:path ex:p ; sh:nodeKind sh:IRI ; sh:minCount 3 "
      "], "
      "[ sh:path [ sh:inversePath ex:q ] ; sh:class ex:D ] .");
  const rdf::Graph data = graph_of("ex:x ex:q ex:a .\nex:a a ex:C ;\n  ex:p ex:b,\n    \"c\" .");
  const shacl::Report report = shacl::Validator(shapes).validate(data);
  CHECK(lines_of(report) == Lines{"a MinCount p", "a NodeKind p c", "a Class ^<http://e/q> x"});
  REQUIRE(report.results.size() == 3);
  CHECK(report.results[0].position == Position{3, 8});
  CHECK(report.results[1].position == Position{5, 5});
  CHECK(report.results[2].position == Position{2, 11});
}

TEST_CASE("results come in the order of the data, then of the shapes") {
  const std::string_view shapes =
      "ex:s sh:targetClass ex:C ; sh:property [ sh:path ex:p ; sh:minCount 1 ], "
      "[ sh:path ex:q ; sh:minCount 1 ] . ex:r sh:targetClass ex:C ; sh:nodeKind sh:BlankNode .";
  CHECK(check(shapes, "ex:z a ex:C . ex:a a ex:C .") == Lines{"z MinCount p", "z MinCount q",
                                                              "z NodeKind z", "a MinCount p",
                                                              "a MinCount q", "a NodeKind a"});
}

TEST_CASE("the details of sh:node say why a value has not the shape") {
  const shacl::Shapes shapes = shapes_of(
      "ex:s sh:targetNode ex:a ; sh:property [ sh:path ex:p ; sh:node ex:t ] . "
      "ex:t sh:property [ sh:path ex:q ; sh:minCount 1 ; sh:message \"no q\"@en ] .");
  const rdf::Graph data = graph_of("ex:a ex:p ex:b . ex:b ex:r 1 .");
  const shacl::Report report = shacl::Validator(shapes).validate(data);
  REQUIRE(lines_of(report) == Lines{"a Node p b"});
  REQUIRE(report.results[0].details.size() == 1);
  const shacl::Result& detail = report.results[0].details[0];
  CHECK(line_of(detail) == "b MinCount q");
  REQUIRE(detail.messages().size() == 1);
  CHECK(detail.messages()[0].text == "no q");
  CHECK(detail.messages()[0].language == "en");
}

TEST_CASE("a scope keeps to the focus nodes of one dataset but sees the whole graph") {
  const shacl::Shapes shapes = shapes_of(
      "ex:s sh:targetClass ex:C ; sh:targetNode ex:absent ; "
      "sh:property [ sh:path ex:p ; sh:class ex:D ; sh:minCount 1 ] .");
  const rdf::Graph data =
      graph_of("ex:a a ex:C ; ex:p ex:x . ex:b a ex:C ; ex:p ex:y . ex:y a ex:D . ex:c a ex:C .");
  const shacl::Validator validator(shapes);
  auto session = validator.session(data);
  const auto a = *data.find_iri("http://e/a"), b = *data.find_iri("http://e/b"),
             c = *data.find_iri("http://e/c");
  const rdf::TermId only_a[] = {a}, only_b[] = {b}, two[] = {c, a, c};
  CHECK(lines_of(session.validate(only_a)) == Lines{"a Class p x"});
  CHECK(lines_of(session.validate(only_b)).empty());
  CHECK(lines_of(session.validate(two)) == Lines{"a Class p x", "c MinCount p"});
  CHECK(session.validate().results.size() == 3);
}

TEST_CASE("a vocabulary beside the data counts as data, but gives no focus nodes") {
  const std::string_view shapes =
      "ex:s sh:targetClass dcat:Dataset ; sh:property [ sh:path dcat:theme ; sh:node ex:in ] . "
      "ex:in sh:property [ sh:path skos:inScheme ; sh:hasValue ex:scheme ] . "
      "ex:c sh:targetClass skos:Concept ; sh:property [ sh:path skos:prefLabel ; sh:minCount 1 ] .";
  const std::string_view vocabulary =
      "ex:good a skos:Concept ; skos:inScheme ex:scheme . ex:other skos:inScheme ex:another . "
      "_:x skos:inScheme ex:scheme .";
  CHECK(check_with(shapes, "ex:d a dcat:Dataset ; dcat:theme ex:good .", vocabulary).empty());
  CHECK(check_with(shapes, "ex:d a dcat:Dataset ; dcat:theme ex:other, ex:unknown .", vocabulary)
            .size() == 2);
  // A blank node of the data is none of the vocabulary's, whatever its label.
  CHECK(check_with(shapes, "ex:d a dcat:Dataset ; dcat:theme _:x .", vocabulary).size() == 1);
}

TEST_CASE("subclasses count across data and vocabularies, cycles too") {
  const std::string_view shapes =
      "ex:s sh:targetClass ex:Top ; sh:property [ sh:path ex:p ; sh:class ex:Top ] .";
  const std::string_view data = "ex:a a ex:Low ; ex:p ex:b . ex:b a ex:Other .";
  CHECK(check(shapes, data).empty());
  const std::string_view vocabulary =
      "ex:Low rdfs:subClassOf ex:Middle . ex:Middle rdfs:subClassOf ex:Top, ex:Low .";
  CHECK(check_with(shapes, data, vocabulary) == Lines{"a Class p b"});
  CHECK(
      check_with(shapes, "ex:a a ex:Own ; ex:p ex:a . ex:Own rdfs:subClassOf ex:Low .", vocabulary)
          .empty());
  CHECK(check_with(shapes, "ex:a a ex:Own ; ex:p 1 . ex:Own rdfs:subClassOf ex:Low .",
                   vocabulary) == Lines{"a Class p 1"});
  // Typed by the vocabulary only.
  CHECK(check_with(shapes, "ex:a a ex:Low ; ex:p ex:v .",
                   "ex:Low rdfs:subClassOf ex:Top . ex:v a ex:Low .")
            .empty());
}

TEST_CASE("paths go through vocabularies") {
  const std::string_view shapes =
      "ex:s sh:targetNode ex:a ; sh:property [ sh:path ( ex:p [ sh:zeroOrMorePath skos:broader ] ) "
      "; "
      "sh:hasValue ex:top ] .";
  CHECK(check_with(shapes, "ex:a ex:p ex:leaf .",
                   "ex:leaf skos:broader ex:mid . ex:mid skos:broader ex:top .")
            .empty());
  CHECK(check_with(shapes, "ex:a ex:p ex:leaf .", "ex:leaf skos:broader ex:mid .").size() == 1);
}

TEST_CASE("shapes of one IRI in several graphs are one, blank nodes stay apart") {
  const rdf::Graph one =
      graph_of("ex:s sh:targetClass ex:C ; sh:property _:x . _:x sh:path ex:p ; sh:minCount 1 .");
  const rdf::Graph two =
      graph_of("ex:s sh:property _:x . _:x sh:path ex:q ; sh:minCount 1 ; sh:maxCount 0 .");
  const shacl::ShapesSource sources[] = {{one, "one.ttl"}, {two, "two.ttl"}};
  const shacl::Shapes shapes = shacl::Shapes::compile(sources);
  CHECK(shapes.warnings().empty());
  const rdf::Graph data = graph_of("ex:a a ex:C .");
  CHECK(lines_of(shacl::Validator(shapes).validate(data)) == Lines{"a MinCount p", "a MinCount q"});
}

TEST_CASE("what is ill-formed is warned of, and never passed") {
  const auto verdict = [](std::string_view constraint) {
    const shacl::Shapes shapes =
        shapes_of("ex:s sh:targetNode ex:a ; " + std::string(constraint) + " .");
    for (const char* language : {"en", "fr"})
      for (const Diagnostic& warning : shapes.warnings()) {
        const std::string sentence = Messages(PINAKES_ROOT, language).sentence(warning);
        CHECK(sentence.find(warning.code) == std::string::npos);
        CHECK(sentence.find('{') == std::string::npos);
      }
    const rdf::Graph data = graph_of("ex:a ex:p 1 .");
    return std::pair(codes_of(shapes), shacl::Validator(shapes).validate(data).verdict());
  };
  CHECK(verdict("sh:property [ sh:path [ ex:x 1 ] ; sh:minCount 1 ]") ==
        std::pair(Lines{"shape-bad-path"}, Verdict::Unknown));
  CHECK(verdict("sh:nodeKind sh:Nonsense") ==
        std::pair(Lines{"shape-bad-value"}, Verdict::Unknown));
  CHECK(verdict("sh:pattern \"(\"") == std::pair(Lines{"shape-bad-value"}, Verdict::Unknown));
  CHECK(verdict("sh:property [ sh:path ex:p ; sh:minCount \"many\" ]") ==
        std::pair(Lines{"shape-bad-value"}, Verdict::Unknown));
  CHECK(verdict("sh:in _:l . _:l rdf:first 1 ; rdf:rest _:l") ==
        std::pair(Lines{"shape-bad-value"}, Verdict::Unknown));
  CHECK(verdict("sh:sparql [ sh:select \"SELECT $this WHERE { $this ?p 1 }\" ]") ==
        std::pair(Lines{"shape-not-evaluated"}, Verdict::Unknown));
  CHECK(verdict("sh:target [ sh:select \"SELECT ?this { }\" ]") ==
        std::pair(Lines{"shape-not-evaluated"}, Verdict::Unknown));
  CHECK(verdict("sh:node ex:t, ex:u") == std::pair(Lines{"shape-two-nodes"}, Verdict::Conforms));
  CHECK(verdict("sh:extends ex:t") == std::pair(Lines{"shape-unknown-term"}, Verdict::Conforms));
  CHECK(verdict("sh:property [ sh:nodeKind sh:IRI ]") ==
        std::pair(Lines{"shape-no-path"}, Verdict::Conforms));
  CHECK(verdict("sh:property [ sh:nodeKind sh:Literal ]") ==
        std::pair(Lines{"shape-no-path"}, Verdict::Violates));
  CHECK(verdict("sh:nodeKind sh:IRI, sh:Literal") ==
        std::pair(Lines{"shape-repeated"}, Verdict::Violates));
}

TEST_CASE("a constraint that is not evaluated counts only where a node meets it") {
  const shacl::Shapes shapes = shapes_of(
      "ex:s sh:targetClass ex:C ; sh:property [ sh:path ex:p ; sh:node ex:t ] . "
      "ex:t sh:sparql [ sh:select \"SELECT $this WHERE { }\" ] .");
  const rdf::Graph without = graph_of("ex:a a ex:C ."), with = graph_of("ex:a a ex:C ; ex:p 1 .");
  const shacl::Validator validator(shapes);
  CHECK(validator.validate(without).verdict() == Verdict::Conforms);
  const shacl::Report report = validator.validate(with);
  CHECK(report.verdict() == Verdict::Unknown);
  REQUIRE(report.not_evaluated.size() == 1);
  CHECK(shapes[report.not_evaluated[0]->shape].node.value == "http://e/t");
}

TEST_CASE("a guard is a query that selects where a class has no instance, and no other") {
  CHECK(shacl::class_of_guard("SELECT $this WHERE { FILTER NOT EXISTS { ?x a <http://e/C> } }") ==
        "http://e/C");
  CHECK(shacl::class_of_guard("prefix e: <http://e/>\n# why\nselect $this where {filter not exists "
                              "{?thing a e:C}}") == "http://e/C");
  CHECK(!shacl::class_of_guard("SELECT $this WHERE { FILTER EXISTS { ?x a <http://e/C> } }"));
  CHECK(
      !shacl::class_of_guard("SELECT $this WHERE { FILTER NOT EXISTS { $this a <http://e/C> } }"));
  CHECK(!shacl::class_of_guard("SELECT $this WHERE { FILTER NOT EXISTS { ?x a e:C } }"));
  CHECK(!shacl::class_of_guard(
      "SELECT $this WHERE { FILTER NOT EXISTS { ?x <http://e/p> <http://e/C> } }"));
  CHECK(!shacl::class_of_guard(""));
}

TEST_CASE("patterns are searched as XPath has them") {
  const auto found = [](std::string_view pattern, std::string_view flags, std::string_view text) {
    auto regex = shacl::Regex::compile(pattern, flags);
    REQUIRE(regex);
    return regex->search(text) == shacl::Regex::Outcome::Found;
  };
  CHECK(found("^mailto:", "", "mailto:a@b"));
  CHECK(found("b$", "", "ab"));
  CHECK(!found("b$", "", "ab\n"));
  CHECK(found("b$", "m", "ab\nc"));
  CHECK(found("[$]\\$", "", "$$"));
  CHECK(found("A.B", "is", "a\nb"));
  CHECK(!found("A.B", "i", "a\nb"));
  CHECK(found("a b", "x", "ab"));
  CHECK(found("a.b", "q", "xa.bx"));
  CHECK(!found("a.b", "q", "axb"));
  CHECK(found("^.$", "", "\xC3\xA9"));
  CHECK(!shacl::Regex::compile("a", "z"));
}

TEST_CASE("severities are the shape's own, and what is none of SHACL's weighs as a violation") {
  const shacl::Shapes shapes = shapes_of(
      "[] sh:targetNode 1 ; sh:nodeKind sh:IRI ; sh:severity sh:Info . "
      "[] sh:targetNode 2 ; sh:nodeKind sh:IRI ; sh:severity sh:Warning . "
      "[] sh:targetNode 3 ; sh:nodeKind sh:IRI ; sh:severity ex:Grave . "
      "[] sh:targetNode 4 ; sh:nodeKind sh:IRI .");
  const rdf::Graph data = graph_of("");
  const shacl::Report report = shacl::Validator(shapes).validate(data);
  std::vector<Severity> severities;
  for (const shacl::Result& result : report.results) severities.push_back(result.severity());
  CHECK(severities ==
        std::vector{Severity::Info, Severity::Warning, Severity::Violation, Severity::Violation});
}

TEST_CASE("the report is a graph that says what SHACL asks for, and survives Turtle") {
  const shacl::Shapes shapes = shapes_of(
      "ex:s sh:targetNode ex:a ; sh:property [ sh:path ( ex:p [ sh:inversePath ex:q ] ) ; "
      "sh:minCount 1 ; sh:severity sh:Warning ; sh:message \"aucun\"@fr ], "
      "[ sh:path ex:r ; sh:node [ sh:nodeKind sh:Literal ] ] .");
  const rdf::Graph data = graph_of("ex:a ex:r _:b .");
  const rdf::Graph graph = to_graph(shacl::Validator(shapes).validate(data));
  const rdf::Graph expected = graph_of(
      "[] a sh:ValidationReport ; sh:conforms false ; sh:result [ a sh:ValidationResult ; "
      "sh:focusNode ex:a ; sh:resultPath ( ex:p [ sh:inversePath ex:q ] ) ; sh:sourceShape _:one ; "
      "sh:sourceConstraintComponent sh:MinCountConstraintComponent ; sh:resultSeverity sh:Warning "
      "; "
      "sh:resultMessage \"aucun\"@fr ], [ a sh:ValidationResult ; sh:focusNode ex:a ; "
      "sh:resultPath ex:r ; sh:value _:b ; sh:sourceShape _:two ; "
      "sh:sourceConstraintComponent sh:NodeConstraintComponent ; sh:resultSeverity sh:Violation ; "
      "sh:detail [ a sh:ValidationResult ; sh:focusNode _:b ; sh:value _:b ; sh:sourceShape "
      "_:three ; "
      "sh:sourceConstraintComponent sh:NodeKindConstraintComponent ; "
      "sh:resultSeverity sh:Violation ] ] .");
  CHECK(rdf::isomorphic(graph, expected));
  rdf::StringOutput text;
  Diagnostics found;
  rdf::write(*rdf::format_named("turtle"), graph, text, found);
  CHECK(found.empty());
  CHECK(rdf::isomorphic(graph_of(text.text), expected));
}

TEST_CASE("a report of what conforms says so, and of what is unknown says neither") {
  const rdf::Graph data = graph_of("ex:a ex:p 1 .");
  const shacl::Shapes good = shapes_of("ex:s sh:targetNode ex:a ; sh:nodeKind sh:IRI .");
  CHECK(rdf::isomorphic(to_graph(shacl::Validator(good).validate(data)),
                        graph_of("[] a sh:ValidationReport ; sh:conforms true .")));
  const shacl::Shapes unknown = shapes_of("ex:s sh:targetNode ex:a ; sh:sparql [ ] .");
  const rdf::Graph graph = to_graph(shacl::Validator(unknown).validate(data));
  CHECK(!graph.find_iri(sh::kConforms));
  CHECK(graph.size() == 2);
}

}  // namespace pinakes::tests
