// A report as an RDF graph (SHACL section 3.6).
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/rdf/graph.h"
#include "indexer/shacl/validator.h"

namespace pinakes::shacl {

/// The sh:ValidationReport: sh:conforms is true only where there is no result; results in the
/// order of the report, their paths, messages and details. Where the verdict is Unknown, the report
/// has no sh:conforms, and an rdfs:comment names what was not evaluated. Finished.
rdf::Graph to_graph(const Report& report);

}  // namespace pinakes::shacl
