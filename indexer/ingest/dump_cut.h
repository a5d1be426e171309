// Where the statements of a dump may be cut.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "indexer/rdf/graph.h"

namespace pinakes {

/// What following does with a node of a dump.
enum class DumpNode : std::uint8_t { Plain, Dataset, Stop };

struct DumpStatement {
  rdf::Triple triple;
  Position where;
};

/// How many of the statements, from the first on, can be taken without the others: no blank node,
/// no dataset and no description stands on both sides; the last dataset is left, because its
/// statements may go on. Among several such places near the end, the one that the fewest nodes
/// reach across. 0: there is none. `nodes` and `terms` are by id of a term.
std::size_t find_cut(const std::vector<DumpStatement>& statements, const rdf::Graph& terms,
                     const std::vector<DumpNode>& nodes, const std::vector<bool>& not_followed);

}  // namespace pinakes
