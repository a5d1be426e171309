// A dataset as sent -> the same dataset in HealthDCAT-AP Release 8 terms: older releases, others.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "indexer/base/diagnostic.h"
#include "indexer/dcat/dataset.h"

namespace pinakes {

struct Canonical {
  Dataset dataset;
  /// One for each rewrite: canonical-mapped and canonical-left (Info), canonical-guessed (Warning),
  /// with slots {from}, {to}, {value}, {schema} and the statement's place.
  Diagnostics findings;
};

/// Pure: the same graph gives the same result. Statements keep their positions; what has no home
/// stays as it was. A dataset that needs nothing is handed back as it came, without a copy.
/// `file` names the places of the findings.
Canonical canonical(Dataset as_sent, std::string_view file = {});

/// The same for who needs the graph as sent afterwards: nothing where it is canonical already.
std::optional<Canonical> rewritten(const Dataset& as_sent, std::string_view file = {});

}  // namespace pinakes
