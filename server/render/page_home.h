// The home page as slots of web/pages/home.html.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/render/html.h"
#include "server/render/page_values.h"

namespace pinakes {

/// Numbers, doors into the catalogue (categories, holders, countries) and the newest records.
Slots home_slots(const Speech& speech, const HtmlRenderer::HomeFacts& facts);

}  // namespace pinakes
