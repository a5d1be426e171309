// What somebody who wrote a value as text probably meant: numbers, days, yes and no.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pinakes {

/// The whole number in a text: "environ 12 500" is 12500, "18 ans" 18. Nothing where there is none,
/// more than one, or a fraction.
std::optional<std::string> whole_number_in(std::string_view text);
/// `2023-12-31` of 31/12/2023, 31.12.2023, 31-12-2023; nothing where the day and the month cannot
/// be told apart (03/04/2020) or it is no day.
std::optional<std::string> day_in(std::string_view text);
/// The first year from 1800 to 2199 in a text.
std::optional<std::string> year_in(std::string_view text);
/// "true" or "false" of yes, oui, ja, 1, non...
std::optional<std::string> truth_of(std::string_view text);

}  // namespace pinakes
