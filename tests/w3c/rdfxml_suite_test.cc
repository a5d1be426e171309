// Every RDF/XML test of the W3C, chosen by the manifest, none left out.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/catch.h"
#include "tests/w3c/suite.h"

using namespace pinakes;

TEST_CASE("the W3C RDF/XML suite passes whole") {
  if (tests::suites_missing()) return;
  tests::W3cSuite suite(tests::rdf_suites() / "rdf-xml",
                        "https://w3c.github.io/rdf-tests/rdf/rdf11/rdf-xml/");
  auto passed = suite.run();
  CHECK(passed["TestXMLEval"] == 126);
  CHECK(passed["TestXMLNegativeSyntax"] == 40);
}
