// The report of what was read as something else, for a terminal and as JSON.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdio>
#include <nlohmann/json_fwd.hpp>

#include "indexer/base/messages.h"
#include "indexer/ingest/mappings.h"

namespace pinakes::commands {

/// A block for each schema: how many datasets, then what was mapped, guessed and left, the most
/// frequent first, a dozen of each.
void print_mappings(const Mappings& mappings, const Messages& messages, std::FILE* to);
/// All of them.
nlohmann::json to_json(const Mappings& mappings);

}  // namespace pinakes::commands
