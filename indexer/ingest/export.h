// The whole catalogue as one RDF document, streamed.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/rdf/formats.h"
#include "indexer/store/store.h"

namespace pinakes {

/// Every listed record's graph as sent, in the order of numbers, then the statements no dataset
/// reaches, each once. Blank nodes of different records are kept apart. `format` must be able to
/// write. Memory is that of one record, and of what no dataset reaches. What the format cannot
/// express is left out: an Error in `found`.
void export_catalogue(const StoreReader& store, const rdf::Format& format, rdf::Output& to,
                      Diagnostics& found);

}  // namespace pinakes
