// Values of fields as JSON: shared by hits and whole records.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/dcat/values.h"

namespace pinakes {

using Json = nlohmann::ordered_json;

/// The sentence that stands beside an invented sample record.
std::string_view sample_notice(std::string_view lang);

/// The literals of a Text field.
std::vector<Literal> literals_of(const std::vector<Value>& values);
/// {"fr": "...", "en": ["...", "..."]}.
Json language_map(const std::vector<Literal>& literals);
/// {"id": "...", "label": "..."} in the reader's language.
Json labelled(const Value& value, std::string_view lang);
/// {"from": "2019-01-01", "to": null}.
Json period(const Days& days);
/// A value that is neither text nor concept nor agent: scalar, or object for periods.
Json scalar(const Field& field, const Value& value);

}  // namespace pinakes
