// The filter form and the chips of the results page.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/render/page_values.h"
#include "server/search/searcher.h"

namespace pinakes {

/// [{name, legend, definition, values, more, more_label, unlisted}]: one fieldset for each facet
/// that has values; a value is {input_id, id, label, count, checked}.
Slots facet_slots(const Speech& speech, const SearchResult& result);

/// [{legend, from: {name, value, label}, to: ...}]: the ranges that the form offers.
Slots range_slots(const Speech& speech, const SearchRequest& request);

/// [{field, value, href, label}]: one chip for each selected value or range; `href` searches
/// without.
Slots chip_slots(const Speech& speech, const SearchRequest& request, const SearchResult& result);

/// What the form's own inputs do not say: filters on fields that are no facet of this page, ranges
/// that it does not offer, page size.
Params carried_params(const SearchRequest& request, const SearchResult& result);

}  // namespace pinakes
