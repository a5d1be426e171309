// Reads JSON: JSON-LD, or a metadata schema that is told by its keys.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/rdf/formats.h"

namespace pinakes::rdf {

/// JSON-LD where the document says so (a context, @graph, @id), DCAT-US with the context it would
/// have, HDR UK, CKAN and Table Schema key by key (lift_json). Anything else is an Error that names
/// what stands at the top. True if no statement was lost.
bool read_json(const Source& source, Sink& into, Diagnostics& found);

}  // namespace pinakes::rdf
