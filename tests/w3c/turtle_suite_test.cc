// Every Turtle, TriG, N-Triples and N-Quads 1.1 test of the W3C, as the manifests list them.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/catch.h"
#include "tests/w3c/suite.h"

using pinakes::tests::rdf_suites;
using pinakes::tests::suites_missing;
using pinakes::tests::W3cSuite;

TEST_CASE("the W3C Turtle suite passes whole") {
  if (suites_missing()) return;
  W3cSuite suite(rdf_suites() / "rdf-turtle",
                 "https://w3c.github.io/rdf-tests/rdf/rdf11/rdf-turtle/");
  auto passed = suite.run();
  CHECK(passed["TestTurtleEval"] == 145);
  CHECK(passed["TestTurtlePositiveSyntax"] == 74);
  CHECK(passed["TestTurtleNegativeSyntax"] + passed["TestTurtleNegativeEval"] == 94);
}

TEST_CASE("the W3C N-Triples suite passes whole") {
  if (suites_missing()) return;
  W3cSuite suite(rdf_suites() / "rdf-n-triples",
                 "https://w3c.github.io/rdf-tests/rdf/rdf11/rdf-n-triples/");
  auto passed = suite.run();
  CHECK(passed["TestNTriplesPositiveSyntax"] == 41);
  CHECK(passed["TestNTriplesNegativeSyntax"] == 29);
}

TEST_CASE("the W3C TriG suite passes whole") {
  if (suites_missing()) return;
  W3cSuite suite(rdf_suites() / "rdf-trig", "https://w3c.github.io/rdf-tests/rdf/rdf11/rdf-trig/");
  auto passed = suite.run();
  CHECK(passed["TestTrigEval"] == 143);
  CHECK(passed["TestTrigPositiveSyntax"] == 98);
  CHECK(passed["TestTrigNegativeSyntax"] + passed["TestTrigNegativeEval"] == 115);
}

TEST_CASE("the W3C N-Quads suite passes whole") {
  if (suites_missing()) return;
  W3cSuite suite(rdf_suites() / "rdf-n-quads",
                 "https://w3c.github.io/rdf-tests/rdf/rdf11/rdf-n-quads/");
  auto passed = suite.run();
  CHECK(passed["TestNQuadsPositiveSyntax"] == 53);
  CHECK(passed["TestNQuadsNegativeSyntax"] == 34);
}
