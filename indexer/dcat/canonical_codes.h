// Words that publishers write where a vocabulary has a code.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "indexer/dcat/canonical_table.h"

namespace pinakes::canon {

/// The address of the concept that the words mean, or empty. Only for conversions to concepts.
std::string concept_iri(Convert how, std::string_view text, Certainty& certainty);
/// The name of XML Schema for a type of Table Schema or schema.org, or empty.
std::string_view datatype_name(std::string_view type);

}  // namespace pinakes::canon
