// JSON in its canonical form (RFC 8785): the same value, the same bytes.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "indexer/base/json.h"

namespace pinakes::rdf {

/// The canonical form of a JSON literal (JSON-LD 1.1 section 10.2).
void append_canonical_json(std::string& to, const json::Value& value);
/// A number as ECMAScript writes it (RFC 8785 section 3.2.2.3).
std::string ecmascript_number(double number);

}  // namespace pinakes::rdf
