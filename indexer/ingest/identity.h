// What names a dataset: its key in the source, its title, its place; and what it plainly lacks.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "indexer/base/diagnostic.h"
#include "indexer/dcat/dataset.h"

namespace pinakes {

/// What the public id is made of: the English title, else the first; else the identifier; else the
/// last part of the IRI. "First" is by language and text, so that the order of statements is no
/// matter.
std::string naming_title(const Dataset& dataset);
/// The dataset as a message names it: title and IRI (or identifier).
std::string shown_name(const Dataset& dataset);
/// Position of the dataset's first statement.
Position first_position(const Dataset& dataset);

/// Keys of a file's datasets that have no IRI of their own (blank nodes, genid IRIs).
struct BorrowedKeys {
  std::map<rdf::TermId, std::string> keys;  // empty: no identity
  Diagnostics found;                        // same-identifier
};
/// Datasets with the same identifier get `#2`, `#3`... in an order that a new export does not
/// change: landing page, title, contents. `taken(key)`: another file of the run owns it.
BorrowedKeys borrowed_keys(const Splitter& splitter, const rdf::Graph& graph, std::string_view file,
                           const std::function<bool(const std::string&)>& taken);

/// no-title, no-description: warnings that every profile shares.
Diagnostics plain_findings(const Dataset& dataset, std::string_view file);

}  // namespace pinakes
