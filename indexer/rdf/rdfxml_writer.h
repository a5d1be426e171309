// Writes graphs as RDF/XML for people: one typed element per subject, nested, lists as collections.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "indexer/rdf/formats.h"

namespace pinakes::rdf {

/// Isomorphic graphs give the same bytes, except where alike blank nodes leave a choice. What
/// RDF/XML has no words for is left out and reported: a property whose IRI ends in no XML name, a
/// text with control characters, an IRI that is none.
std::unique_ptr<GraphWriter> rdfxml_writer(Output& to, Parts parts, Diagnostics& found);

}  // namespace pinakes::rdf
