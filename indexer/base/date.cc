// XML Schema dates to days, by the proleptic Gregorian calendar.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/base/date.h"

#include <array>
#include <chrono>
#include <cstdio>

#include "indexer/base/text.h"

namespace pinakes {
namespace {

// std::chrono::year holds -32767 to 32767: no catalogue needs more, and no sum below overflows.
constexpr int kLastYear = 32766;

/// Takes a lexical form apart from the left.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}
  bool done() const { return rest_.empty(); }
  bool take(char c) {
    if (!rest_.starts_with(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }
  /// All digits from here, at least `least` and at most `most` of them; -1 otherwise.
  int digits(std::size_t least, std::size_t most) {
    std::size_t n = 0;
    int value = 0;
    for (; n < rest_.size() && rest_[n] >= '0' && rest_[n] <= '9'; ++n) {
      if (n >= most) return -1;
      value = value * 10 + (rest_[n] - '0');
    }
    if (n < least) return -1;
    rest_.remove_prefix(n);
    return value;
  }
  bool skip_digits() {
    const std::size_t n = rest_.find_first_not_of("0123456789");
    if (n == 0 || rest_.empty()) return false;
    rest_.remove_prefix(n == std::string_view::npos ? rest_.size() : n);
    return true;
  }
  /// An optional time zone, then the end.
  bool zone_and_end() {
    if (take('Z')) return done();
    if (!take('+') && !take('-')) return done();
    const int hours = digits(2, 2);
    if (hours < 0 || !take(':')) return false;
    const int minutes = digits(2, 2);
    if (minutes < 0 || minutes > 59) return false;
    return (hours < 14 || (hours == 14 && minutes == 0)) && done();
  }

 private:
  std::string_view rest_;
};

std::int32_t day_number(std::chrono::year_month_day date) {
  return static_cast<std::int32_t>(std::chrono::sys_days(date).time_since_epoch().count());
}

enum class TimeOfDay { Wrong, SameDay, EndOfDay };

/// hh:mm:ss with an optional fraction; 24:00:00 is the first moment of the next day.
TimeOfDay read_time(Reader& in) {
  const int hours = in.digits(2, 2);
  if (hours < 0 || hours > 24 || !in.take(':')) return TimeOfDay::Wrong;
  const int minutes = in.digits(2, 2);
  if (minutes < 0 || minutes > 59 || !in.take(':')) return TimeOfDay::Wrong;
  const int seconds = in.digits(2, 2);
  if (seconds < 0 || seconds > 59) return TimeOfDay::Wrong;
  if (in.take('.') && !in.skip_digits()) return TimeOfDay::Wrong;
  if (hours < 24) return TimeOfDay::SameDay;
  return minutes == 0 && seconds == 0 ? TimeOfDay::EndOfDay : TimeOfDay::Wrong;
}

}  // namespace

std::optional<Days> parse_days(std::string_view lexical) {
  using std::chrono::day, std::chrono::month, std::chrono::year, std::chrono::last;
  Reader in(trim(lexical));
  const bool before_zero = in.take('-');
  const int digits = in.digits(4, 5);
  if (digits < 0 || digits > kLastYear) return std::nullopt;
  const year y(before_zero ? -digits : digits);
  // A zone such as -05:00 also starts with '-': whether two digits and ':' follow tells them apart.
  if (Reader rest = in; rest.zone_and_end())
    return Days{day_number(y / 1 / 1), day_number(y / 12 / 31)};
  if (!in.take('-')) return std::nullopt;
  const int month_number = in.digits(2, 2);
  if (month_number < 1 || month_number > 12) return std::nullopt;
  const month m(static_cast<unsigned>(month_number));
  if (Reader rest = in; rest.zone_and_end())
    return Days{day_number(y / m / 1), day_number(y / m / last)};
  if (!in.take('-')) return std::nullopt;
  const int day_of_month = in.digits(2, 2);
  if (day_of_month < 1) return std::nullopt;
  const std::chrono::year_month_day date = y / m / day(static_cast<unsigned>(day_of_month));
  if (!date.ok()) return std::nullopt;
  std::int32_t number = day_number(date);
  if (in.take('T')) {
    const TimeOfDay time = read_time(in);
    if (time == TimeOfDay::Wrong) return std::nullopt;
    if (time == TimeOfDay::EndOfDay) ++number;
  }
  if (!in.zone_and_end()) return std::nullopt;
  return Days{number, number};
}

std::string format_day(std::int32_t day) {
  const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(day))};
  std::array<char, 48> text{};
  const int year = static_cast<int>(date.year());
  std::snprintf(text.data(), text.size(), "%s%04d-%02u-%02u", year < 0 ? "-" : "",
                year < 0 ? -year : year, static_cast<unsigned>(date.month()),
                static_cast<unsigned>(date.day()));
  return text.data();
}

}  // namespace pinakes
