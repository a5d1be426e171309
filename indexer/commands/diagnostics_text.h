// Diagnostics for people (grouped, with examples) and for programs (JSON).
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdio>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "indexer/base/diagnostic.h"
#include "indexer/base/messages.h"

namespace pinakes::commands {

/// Errors first, each on a line (20 of a kind at most); of warnings three of a kind, and how many
/// more there are.
void print_grouped(const Diagnostics& diagnostics, const Messages& messages, std::FILE* to);

nlohmann::json to_json(const Diagnostic& diagnostic, const Messages& messages);
std::string_view severity_name(Severity severity);

}  // namespace pinakes::commands
