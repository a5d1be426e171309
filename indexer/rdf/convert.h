// From one serialization to another, without a graph in between where both sides can stream.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/rdf/formats.h"

namespace pinakes::rdf {

/// True if no statement was lost; what was read is written either way. Throws Error{BadRequest}
/// where `from` cannot be read or `to` cannot be written.
bool convert(const Source& source, const Format& from, const Format& to, Output& output,
             Diagnostics& found);

}  // namespace pinakes::rdf
