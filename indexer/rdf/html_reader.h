// Reads the JSON-LD that stands inside HTML pages.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/rdf/formats.h"

namespace pinakes::rdf {

/// JSON-LD 1.1 section 7: all `<script type="application/ld+json">` of the page, each a document of
/// its own (blank nodes are kept apart; one that is bad does not cost the others). The base is that
/// of `<base href>`, else the source's. Places are those of the page. A page without any is an
/// Error (html-no-jsonld).
bool read_html(const Source& source, Sink& into, Diagnostics& found);

}  // namespace pinakes::rdf
