// Where a record matched: the best piece of text of its best fields, with the words marked.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "indexer/index/analyser.h"
#include "indexer/index/card.h"
#include "server/search/compile.h"
#include "server/search/searcher.h"

namespace pinakes {

/// At most three fields of the card in which a stem stands, those that weigh most first; each in
/// the reader's language where it matches there, the author's words before a machine's.
std::vector<Matched> matched_fields(const Card& card, const Stems& stems, std::string_view reader,
                                    Analyser& analyser);

}  // namespace pinakes
