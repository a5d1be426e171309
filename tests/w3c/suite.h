// Runs a W3C suite of an RDF serialization from its own manifest.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "indexer/rdf/formats.h"

namespace pinakes::tests {

/// The suites of RDF 1.1, one folder each; they may be missing: suites_missing() says so and a test
/// returns.
std::filesystem::path rdf_suites();
bool suites_missing();

/// One suite: every test of `<folder>/manifest.ttl`, read with the reader of the action's
/// extension. A negative test must give a diagnostic with a place and a whole sentence; an
/// evaluation test must give the expected result up to isomorphism; and, beyond the suite, what
/// every positive test reads must survive each of our writers.
class W3cSuite {
 public:
  /// `base` is the address of the folder, with a '/' at its end.
  W3cSuite(std::filesystem::path folder, std::string base);
  /// Tests passed by type, such as TestTurtleEval; the failed ones are reported by name.
  std::map<std::string, int> run();

 private:
  std::string local(rdf::TermId test, std::string_view property) const;
  bool passes(rdf::TermId test, const std::string& kind) const;

  std::filesystem::path folder_;
  std::string base_;
  rdf::Graph manifest_;
};

}  // namespace pinakes::tests
