// The codec: round trips, bounds, and what counts as the same value.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/codec.h"

#include <limits>
#include <string>

#include "indexer/base/error.h"
#include "indexer/index/card.h"
#include "tests/catch.h"

namespace pinakes {
namespace {

TEST_CASE("every term fits into Xapian, and long values stay distinct") {
  const Field& field = *find_field("identifier");
  for (const char c : {'x', '\0'}) {
    const std::string one(5'000, c), other = one + 'y';
    for (const std::string& term : {codec::text_term("fr", one), codec::filter_term(field, one),
                                    codec::exact_term(one), codec::label_key(field, one)})
      CHECK(term.size() <= 200);
    CHECK(codec::filter_term(field, one) != codec::filter_term(field, other));
  }
}

TEST_CASE("the spaces of terms never meet") {
  const Field& theme = *find_field("theme");
  CHECK(codec::text_term("fr", "x") != codec::text_term("nl", "x"));
  CHECK(codec::text_term("", "fr:x") != codec::text_term("fr", "x"));
  CHECK(codec::text_term("", "x") != codec::exact_term("x"));
  CHECK(codec::text_term("", "x") != codec::filter_term(theme, "x"));
}

TEST_CASE("a code or a year is one term in all languages, a word is not") {
  for (const char* word : {"2018", "covid19", "i21"})
    CHECK(codec::text_term("fr", word) == codec::text_term("", word));
  CHECK(codec::text_term("fr", "covid") != codec::text_term("", "covid"));
}

TEST_CASE("the places of a record's fields come back as they were packed") {
  const Field &title = *find_field("title"), &keyword = *find_field("keyword");
  const std::string bytes =
      codec::pack_places({{&title, 0, 7}, {&keyword, 4'000'000'000U, 4'000'000'001U}});
  CHECK(codec::unpack_places(bytes, title) == codec::Places{&title, 0, 7});
  CHECK(codec::unpack_places(bytes, keyword) ==
        codec::Places{&keyword, 4'000'000'000U, 4'000'000'001U});
  const codec::Places none = codec::unpack_places(bytes, *find_field("description"));
  CHECK(none.first == none.end);
  for (const Field& field : kFields) CHECK(field.slot < static_cast<int>(codec::places_slot()));
}

TEST_CASE("an agent is the same by the digits of its key, a concept by its code") {
  const Field& agent = *find_field("publisher");
  CHECK(codec::filter_term(agent, "old-name-0123abcd") ==
        codec::filter_term(agent, "new-0123abcd"));
  const Field& code = *find_field("theme");
  CHECK(codec::filter_term(code, "HEAL") != codec::filter_term(code, "heal"));
}

TEST_CASE("exact titles meet whatever their case, accents and punctuation") {
  CHECK(codec::exact_term(" Registre  des Cancérs. ") == codec::exact_term("registre des cancers"));
  CHECK(codec::exact_form("¡A—B!") == "a b");
  CHECK(codec::exact_term("registre") != codec::exact_term("registres"));
}

TEST_CASE("columns come back as they were packed") {
  const std::vector<std::string> ids = {"", "HEAL", std::string(300, 'z'), std::string("a\0b", 3)};
  CHECK(codec::unpack_ids(codec::pack_ids(ids)) == ids);
  constexpr auto kLow = std::numeric_limits<std::int64_t>::min();
  constexpr auto kHigh = std::numeric_limits<std::int64_t>::max();
  const std::vector<codec::Interval> intervals = {
      {0, 0}, {-1, 1}, {kLow, kHigh}, {-719'162, 20'000}};
  CHECK(codec::unpack_intervals(codec::pack_intervals(intervals)) == intervals);
  const auto keys = codec::unpack_sort_keys(codec::pack_sort_keys({{"nl", "b"}, {"en", "a"}}));
  CHECK(codec::sort_key(keys, "nl") == "b");
  CHECK(codec::sort_key(keys, "fr") == "a");
  CHECK(codec::sort_key({}, "fr").empty());
  const auto label = codec::unpack_label(codec::pack_label({"id-1", {{"Nom", "fr", "nl"}}}));
  CHECK(label.id == "id-1");
  CHECK(label.labels == std::vector<Literal>{{"Nom", "fr", "nl"}});
}

Card sample_card() {
  Card card;
  card.number = 4'000'000'000U;
  card.id = "titre-0123abcd";
  card.iri = "https://example.org/d/1";
  card.source = "a";
  card.changed = "2026-01-02T03:04:05Z";
  card.sample = true;
  card.detected_language = "fr";
  Value title, modified;
  title.id = "Titre";
  title.labels = {{"Titre", "fr", "nl"}};
  modified.days = {-5, 20'000};
  modified.number = -7;
  modified.known = false;
  card.fields = {{find_field("title"), {title}}, {find_field("modified"), {modified}}};
  return card;
}

TEST_CASE("a card comes back as it was encoded") {
  const Card card = sample_card(), back = decode_card(encode(card));
  CHECK(encode(back) == encode(card));
  CHECK(back.number == card.number);
  CHECK(back.sample);
  CHECK_FALSE(back.holder_stated);
  CHECK(back.values_of("title").at(0).labels == card.values_of("title").at(0).labels);
  CHECK(back.values_of("modified").at(0).days == card.values_of("modified").at(0).days);
  CHECK(back.values_of("keyword").empty());
  CHECK(back.language_of({"x", "", ""}) == "fr");
}

TEST_CASE("a damaged card is refused, not misread") {
  const std::string bytes = encode(sample_card());
  for (std::size_t size = 0; size < bytes.size(); ++size)
    CHECK_THROWS_AS(decode_card(std::string_view(bytes).substr(0, size)), Error);
}

}  // namespace
}  // namespace pinakes
