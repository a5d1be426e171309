// Values that people write as text: what they probably meant.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/validate/guesses.h"

#include "tests/catch.h"

namespace pinakes {

TEST_CASE("the whole number in a text") {
  CHECK(whole_number_in("environ 12 500") == "12500");
  CHECK(whole_number_in("12\xC2\xA0"
                        "500 patients") == "12500");
  CHECK(whole_number_in("18") == "18");
  CHECK(whole_number_in("007") == "7");
  CHECK(whole_number_in("0") == "0");
  CHECK(whole_number_in("1'000'000") == "1000000");
  for (const char* none :
       {"", "many", "-5", "12.5", "12,5", "10 to 20", "2015 2016", "99999999999999999999999"})
    CHECK_FALSE(whole_number_in(none));
}

TEST_CASE("days as they are written at home") {
  CHECK(day_in("31/12/2023") == "2023-12-31");
  CHECK(day_in(" 31.12.2023 ") == "2023-12-31");
  CHECK(day_in("12/31/2023") == "2023-12-31");
  CHECK(day_in("5/5/2020") == "2020-05-05");
  // Day and month cannot be told apart, or it is no day at all.
  for (const char* none : {"03/04/2020", "31/12/23", "31/12", "32/13/2023", "30/02/2023", "",
                           "31/12/2023 noon", "2023-12-31"})
    CHECK_FALSE(day_in(none));
}

TEST_CASE("the first year of a text") {
  CHECK(year_in("2015-pr\xC3\xA9sent") == "2015");
  CHECK(year_in("since 1998, again 2010") == "1998");
  for (const char* none : {"", "12345", "0999", "now"}) CHECK_FALSE(year_in(none));
}

TEST_CASE("yes and no in the languages of Europe") {
  for (const char* yes : {"oui", "Yes", "JA", " true ", "1"}) CHECK(truth_of(yes) == "true");
  for (const char* no : {"non", "No", "nein", "false", "0"}) CHECK(truth_of(no) == "false");
  for (const char* none : {"", "maybe", "2"}) CHECK_FALSE(truth_of(none));
}

}  // namespace pinakes
