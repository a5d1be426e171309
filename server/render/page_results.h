// The results page as slots of web/pages/results.html.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/render/page_values.h"
#include "server/search/searcher.h"

namespace pinakes {

/// Hidden inputs that carry these parameters: [{name, value}].
Slots hidden_inputs(const Params& params);

/// Filters, chips, cards, pager and notes of one search.
Slots results_slots(const Speech& speech, const SearchRequest& request, const SearchResult& result);

/// What stands in the title bar: words, total and page.
std::string results_title(const Speech& speech, const SearchRequest& request,
                          const SearchResult& result);

}  // namespace pinakes
