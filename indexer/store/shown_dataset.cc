// A stored record as search, pages and API see it.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/store/shown_dataset.h"

#include "indexer/dcat/canonical.h"
#include "indexer/store/store.h"

namespace pinakes {

Dataset shown_dataset(std::string_view ntriples, std::string_view iri) {
  return canonical(dataset_of(read_stored(ntriples), iri)).dataset;
}

}  // namespace pinakes
