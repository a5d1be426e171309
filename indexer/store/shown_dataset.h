// A stored record as search, pages and API see it.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "indexer/dcat/dataset.h"

namespace pinakes {

/// The dataset of a stored graph, canonical: what index, pages and API show of a record. Throws
/// Error{Internal} where the stored graph is damaged.
Dataset shown_dataset(std::string_view ntriples, std::string_view iri);

}  // namespace pinakes
