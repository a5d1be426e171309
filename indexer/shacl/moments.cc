// Lexical dates and times of XML Schema as points in time.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "indexer/shacl/datatypes.h"

namespace pinakes::shacl {
namespace {

constexpr bool digit(char c) { return c >= '0' && c <= '9'; }

constexpr bool leap(std::int64_t year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

constexpr int month_length(std::int64_t year, int month) {
  constexpr std::array<int, 12> kLengths = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return kLengths[static_cast<std::size_t>(month - 1)] + (month == 2 && leap(year) ? 1 : 0);
}

/// Days from 1970-01-01, proleptic Gregorian: years are counted from March.
constexpr std::int64_t days_from(std::int64_t year, int month, int day) {
  year -= month <= 2 ? 1 : 0;
  const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
  const std::int64_t of_era = year - era * 400;
  const std::int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

struct Fields {
  std::int64_t year = 1972;  // a leap year, for --02-29
  int month = 1, day = 1, hour = 0, minute = 0, second = 0, zone_minutes = 0;
  Moment moment;
};

class MomentReader {
 public:
  explicit MomentReader(std::string_view text) : rest_(text) {}

  bool read(Calendar calendar, Fields& fields) {
    switch (calendar) {
      case Calendar::DateTime:
      case Calendar::DateTimeStamp:
        if (!date(fields) || !take("T") || !time(fields)) return false;
        break;
      case Calendar::Date:
        if (!date(fields)) return false;
        break;
      case Calendar::Time:
        if (!time(fields)) return false;
        break;
      case Calendar::YearMonth:
        if (!year(fields) || !take("-") || !two(fields.month)) return false;
        break;
      case Calendar::Year:
        if (!year(fields)) return false;
        break;
      case Calendar::MonthDay:
        if (!take("--") || !two(fields.month) || !take("-") || !two(fields.day)) return false;
        break;
      case Calendar::Day:
        if (!take("---") || !two(fields.day)) return false;
        break;
      case Calendar::Month:
        if (!take("--") || !two(fields.month)) return false;
        break;
      case Calendar::None:
        return false;
    }
    return zone(fields) && rest_.empty();
  }

 private:
  bool take(std::string_view text) {
    if (!rest_.starts_with(text)) return false;
    rest_.remove_prefix(text.size());
    return true;
  }

  std::string_view digits() {
    const auto end = std::find_if_not(rest_.begin(), rest_.end(), digit);
    const std::string_view taken(rest_.begin(), end);
    rest_.remove_prefix(taken.size());
    return taken;
  }

  bool two(int& value) {
    if (rest_.size() < 2 || !digit(rest_[0]) || !digit(rest_[1])) return false;
    value = (rest_[0] - '0') * 10 + (rest_[1] - '0');
    rest_.remove_prefix(2);
    return true;
  }

  bool year(Fields& fields) {
    const bool negative = take("-");
    const std::string_view text = digits();
    if (text.size() < 4 || (text.size() > 4 && text.front() == '0')) return false;
    fields.year = 0;
    for (const char c : text.substr(0, 9)) fields.year = fields.year * 10 + (c - '0');
    if (text.size() > 9) fields.year = 999999999;
    if (negative) fields.year = -fields.year;
    return true;
  }

  bool date(Fields& fields) {
    return year(fields) && take("-") && two(fields.month) && take("-") && two(fields.day);
  }

  bool time(Fields& fields) {
    if (!two(fields.hour) || !take(":") || !two(fields.minute) || !take(":") || !two(fields.second))
      return false;
    if (!take(".")) return true;
    const std::string_view text = digits();
    fields.moment.fraction = text.substr(0, text.find_last_not_of('0') + 1);
    return !text.empty();
  }

  bool zone(Fields& fields) {
    if (rest_.empty()) return true;
    fields.moment.zone = Moment::Zone::Known;
    if (take("Z")) return true;
    const int sign = take("-") ? -1 : take("+") ? 1 : 0;
    int hours = 0, minutes = 0;
    if (sign == 0 || !two(hours) || !take(":") || !two(minutes)) return false;
    fields.zone_minutes = sign * (hours * 60 + minutes);
    return minutes < 60 && hours * 60 + minutes <= 14 * 60;
  }

  std::string_view rest_;
};

bool in_range(const Fields& fields) {
  if (fields.month < 1 || fields.month > 12 || fields.day < 1) return false;
  if (fields.day > month_length(fields.year, fields.month)) return false;
  if (fields.hour == 24)
    return fields.minute == 0 && fields.second == 0 && fields.moment.fraction.empty();
  return fields.hour < 24 && fields.minute < 60 && fields.second < 60;
}

}  // namespace

std::optional<Moment> parse_moment(Calendar calendar, std::string_view lexical) {
  Fields fields;
  if (!MomentReader(lexical).read(calendar, fields) || !in_range(fields)) return std::nullopt;
  if (calendar == Calendar::DateTimeStamp && fields.moment.zone == Moment::Zone::Unknown)
    return std::nullopt;
  const std::int64_t minutes = std::int64_t{fields.hour} * 60 + fields.minute - fields.zone_minutes;
  fields.moment.seconds =
      days_from(fields.year, fields.month, fields.day) * 86400 + minutes * 60 + fields.second;
  return fields.moment;
}

}  // namespace pinakes::shacl
