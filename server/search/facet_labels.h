// Counts with labels in the reader's language, as an answer shows them.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

#include "indexer/dcat/vocabulary.h"
#include "server/search/counts.h"
#include "server/search/searcher.h"

namespace pinakes {

/// Values by count, then label; the chosen ones always there, also with a count of 0, and beyond
/// `limit`. A value that nothing names is shown as its id.
Facet make_facet(const FacetCounts& counts, const Filter* chosen, std::string_view lang,
                 const Vocabularies& vocabularies, std::size_t limit);

}  // namespace pinakes
