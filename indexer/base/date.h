// Calendar days of XML Schema dates: what is compared is the interval of days a value covers.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace pinakes {

/// Days since 1970-01-01 (proleptic Gregorian), both ends included. Open ends are kDawn and kDusk.
struct Days {
  std::int32_t first, last;
  friend bool operator==(const Days&, const Days&) = default;
};
inline constexpr std::int32_t kDawn = std::numeric_limits<std::int32_t>::min();
inline constexpr std::int32_t kDusk = std::numeric_limits<std::int32_t>::max();

/// The days that a lexical xsd:date, dateTime, gYearMonth or gYear covers, whatever its declared
/// datatype; time of day and zone are ignored. Nullopt for anything else (31/12/2023, "unknown").
std::optional<Days> parse_days(std::string_view lexical);
/// `YYYY-MM-DD`.
std::string format_day(std::int32_t day);

}  // namespace pinakes
