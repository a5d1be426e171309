// Runs the rows of a mapping table over a dataset's graph.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/base/diagnostic.h"
#include "indexer/dcat/canonical_table.h"
#include "indexer/dcat/dataset.h"

namespace pinakes::canon {

/// The dataset with the schema's rows applied, or nothing where none of them applies. What was done
/// and what was left goes into `found`. Statements keep their positions, new ones have that of the
/// statement they were made from.
std::optional<Dataset> apply_rows(const Dataset& dataset, const Schema& schema,
                                  std::string_view file, Diagnostics& found);

/// The dataset with aliases and other beginnings of IRIs replaced wherever they stand, or nothing.
std::optional<Dataset> rename_terms(const Dataset& dataset, std::string_view file,
                                    Diagnostics& found);

/// The dataset with each {key, value} entry of `pairs.list` written as a property, or nothing.
std::optional<Dataset> spread_pairs(const Dataset& dataset, const Schema& schema);

/// How messages name a property: a key of the schema, a prefixed name, else the IRI.
std::string shown(std::string_view iri, std::string_view space);
/// A finding about one rewrite.
Diagnostic finding(std::string_view code, Severity severity, std::string from, std::string to,
                   std::string_view value, std::string_view schema, Place place);

}  // namespace pinakes::canon
