// Reads N-Triples 1.1 and N-Quads 1.1 line by line into a sink.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/rdf/formats.h"

namespace pinakes::rdf {

/// As Format::read. A wrong line costs one diagnostic; the position of a statement is its object's.
bool read_ntriples(const Source& source, Sink& into, Diagnostics& found);
bool read_nquads(const Source& source, Sink& into, Diagnostics& found);

}  // namespace pinakes::rdf
