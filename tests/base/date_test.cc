// Days covered by the lexical forms of XML Schema dates.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/base/date.h"

#include "tests/catch.h"

using namespace pinakes;

TEST_CASE("dates, months and years cover days") {
  CHECK(parse_days("1970-01-01") == Days{0, 0});
  CHECK(parse_days("2024-02-29") == Days{19782, 19782});
  CHECK(parse_days("1969-12-31Z") == Days{-1, -1});
  CHECK(parse_days("2024-02") == Days{19754, 19782});
  CHECK(parse_days("2023") == Days{19358, 19722});
  CHECK(parse_days("2023+02:00") == Days{19358, 19722});
  CHECK(parse_days("2023-05:00") == Days{19358, 19722});
  CHECK(parse_days("2023-05-05:00") == parse_days("2023-05"));
  CHECK(parse_days("2023-05Z") == parse_days("2023-05"));
  CHECK(parse_days(" 2024-02-29\n") == Days{19782, 19782});
}

TEST_CASE("times of day and zones do not move the day") {
  const auto day = parse_days("2025-03-30");
  REQUIRE(day);
  for (const char* text :
       {"2025-03-30T00:00:00", "2025-03-30T23:59:59.123456", "2025-03-30T12:00:00Z",
        "2025-03-30T12:00:00.5+14:00", "2025-03-30T12:00:00-05:30", "2025-03-30+01:00"}) {
    INFO(text);
    CHECK(parse_days(text) == day);
  }
  CHECK(parse_days("2025-03-29T24:00:00") == day);
}

TEST_CASE("what is no date gives nothing") {
  for (const char* text : {"",
                           "unknown",
                           "31/12/2023",
                           "2023-02-29",
                           "2023-13-01",
                           "2023-00",
                           "2023-1-1",
                           "23",
                           "2023-01-01T",
                           "2023-01-01T10:00",
                           "2023-01-01T25:00:00",
                           "2023-01-01T24:00:01",
                           "2023-01-01T10:00:00.",
                           "2023-01-01 10:00:00",
                           "2023-01-01x",
                           "2023-01-01+15:00",
                           "2023-01-01T10:60:00",
                           "99999",
                           "123456789012",
                           "-",
                           "2023-",
                           "2023-01-",
                           "+2023"}) {
    INFO(text);
    CHECK_FALSE(parse_days(text));
  }
}

TEST_CASE("days are written as they were read") {
  for (const char* text : {"1970-01-01", "2024-02-29", "0001-01-01", "-0044-03-15", "1582-10-15"}) {
    const auto days = parse_days(text);
    REQUIRE(days);
    CHECK(format_day(days->first) == text);
  }
}
