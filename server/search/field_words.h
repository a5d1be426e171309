// Words of one field, found by their positions.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "schemas/fields.h"

namespace Xapian {
class Query;
}

namespace pinakes {

/// The records that have one of the text terms in that field; weighs nothing. The index has no term
/// for a word of a field: what is rarely asked is worked out from positions when it is asked.
Xapian::Query words_in_field(const Field& field, std::vector<std::string> terms);

}  // namespace pinakes
