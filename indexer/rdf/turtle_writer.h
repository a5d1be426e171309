// Writes Turtle and TriG for people: prefixes, grouped subjects, nested blank nodes, lists.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/rdf/formats.h"

namespace pinakes::rdf {

/// Isomorphic graphs give the same bytes, except where alike blank nodes leave a choice.
std::unique_ptr<GraphWriter> turtle_writer(Output& to, Parts parts, Diagnostics& found);
/// Also with names: each named graph is a block.
std::unique_ptr<GraphWriter> trig_writer(Output& to, Parts parts, Diagnostics& found);

}  // namespace pinakes::rdf
