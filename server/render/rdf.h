// A record as RDF: canonical or as it was sent, and beside it what the catalogue itself says.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/rdf/formats.h"
#include "indexer/store/store.h"

namespace pinakes {

enum class RdfProfile : std::uint8_t {
  Catalogue,  // in HealthDCAT-AP Release 8 terms, with a dcat:CatalogRecord of ours
  Original,   // as sent, nothing added
};

/// The bytes of the record in that format. Our own facts (first listed, our change date, public id,
/// source) stand in a dcat:CatalogRecord whose foaf:primaryTopic is the dataset, never in the
/// holder's own statements. Throws Error{Internal} where the stored graph is damaged.
std::string record_rdf(const Record& record, std::string_view ntriples, const rdf::Format& format,
                       RdfProfile profile);

}  // namespace pinakes
