// Writes JSON-LD 1.1 with its context inside, nested so that a person can read it.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "indexer/rdf/formats.h"

namespace pinakes::rdf {

/// JSON-LD 1.1, read back as the same graph: literals keep their lexical form. One graph: its
/// context holds the names that it uses. Several: all names, since the context comes first.
std::unique_ptr<GraphWriter> jsonld_writer(Output& to, Parts parts, Diagnostics& found);

}  // namespace pinakes::rdf
