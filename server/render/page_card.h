// The card of a search hit as slots of web/pages/card.html.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "server/render/page_values.h"
#include "server/search/searcher.h"

namespace pinakes {

/// The years that the bars of a list of cards share.
struct YearAxis {
  int first = 2000, last = 2025;
};
/// From the decade of the earliest period of the hits to the latest year, at least 25 years;
/// periods before 1900 or after next year do not stretch it.
YearAxis year_axis(const std::vector<Hit>& hits, int this_year);

/// {axis_first, axis_last, x, width, open_start, open_end} in hundredths of the axis, or false.
Slots years_bar(const YearAxis& axis, Days days);

/// Slots of one card; `heading` is the level of its title.
Slots card_slots(const Speech& speech, const Hit& hit, const YearAxis& axis, int heading);

/// The year now, for axes.
int current_year();

}  // namespace pinakes
