// Expanded JSON-LD as JSON, which is how the W3C's tests of expansion state what they expect.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "indexer/rdf/jsonld_expand.h"

namespace pinakes::tests {

/// The expanded document, as section 5.1 of the API describes it.
json::Value expanded_json(const std::vector<rdf::jsonld::Item>& items);
/// Equal as JSON where arrays are sets, but for those of @list.
bool same_expansion(const json::Value& a, const json::Value& b, bool ordered = false);
/// For messages of failed tests.
std::string json_text(const json::Value& value);

}  // namespace pinakes::tests
