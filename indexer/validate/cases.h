// Which case of a rule a value is, and what its author probably meant.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/rdf/graph.h"
#include "indexer/shacl/validator.h"
#include "indexer/validate/codes.h"
#include "indexer/validate/finding.h"

namespace pinakes {

/// Says of one result what was found and what was expected: cause, value, allowed, nearest, better
/// and arguments of `into`, and its place. `graph` is the one that was validated; `language` is
/// what names of nodes are wanted in.
void describe(const shacl::Result& result, const shacl::Shapes& shapes, const rdf::Graph& graph,
              const CodeFinder& codes, std::string_view language, Finding& into);

/// What a node is called in that language, else in another; empty where it has no name.
std::string name_of_node(const rdf::Graph& graph, rdf::TermId node, std::string_view language);

}  // namespace pinakes
