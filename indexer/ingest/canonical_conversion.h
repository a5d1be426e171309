// From the documents of an input to one document that has its datasets in today's terms.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/ingest/conversion.h"
#include "indexer/ingest/mappings.h"

namespace pinakes {

/// As convert_documents(), with every dataset canonical; blank nodes of two datasets are kept
/// apart. What belongs to no dataset is written as it is. Guesses are added to `found`.
bool convert_canonical(OpenInput& input, const rdf::Format& to, const ConversionOptions& options,
                       rdf::Output& output, Mappings& mappings, Diagnostics& found);

}  // namespace pinakes
