// Shapes of JSON that dispatch tests do not reach.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/render/json.h"

#include <nlohmann/json.hpp>

#include "server/render/json_values.h"
#include "tests/catch.h"

using namespace pinakes;

TEST_CASE("a language map has a string for one text and an array for several") {
  const Json map = language_map(
      {{"a", "fr", ""}, {"b", "en", ""}, {"c", "en", ""}, {"d", "fr", "nl"}, {"e", "", ""}});
  CHECK(map["fr"] == "a");
  CHECK(map["en"] == Json::array({"b", "c"}));
  CHECK(map["fr-t-nl"] == "d");
  CHECK(map["und"] == "e");
}

TEST_CASE("an open period has null at its open end") {
  CHECK(period({0, kDusk}).dump() == R"({"from":"1970-01-01","to":null})");
  CHECK(period({kDawn, 0}).dump() == R"({"from":null,"to":"1970-01-01"})");
}

TEST_CASE("bytes that are not UTF-8 are replaced, never an exception") {
  SearchRequest request;
  SearchResult result;
  Hit hit;
  hit.card.id = "x";
  Value title;
  title.labels = {{"bad \xff text", "en", ""}};
  hit.card.fields = {{find_field("title"), {title}}};
  result.hits = {hit};
  const auto body = nlohmann::json::parse(search_json(request, result, {}));
  CHECK(body["items"][0]["title"] == "bad \xef\xbf\xbd text");
}

TEST_CASE("a long description is cut at a word of a hit") {
  SearchRequest request;
  SearchResult result;
  Hit hit;
  Value text;
  std::string words;
  for (int i = 0; i < 1000; ++i) words += "é" + std::to_string(i) + " ";
  text.labels = {{words, "fr", ""}};
  hit.card.fields = {{find_field("description"), {text}}};
  result.hits = {hit};
  const auto body = nlohmann::json::parse(search_json(request, result, {}));
  const std::string shown = body["items"][0]["description"];
  CHECK(shown.size() < 2'010);
  CHECK(shown.ends_with("…"));
  CHECK(words.starts_with(shown.substr(0, shown.size() - 3)));
}

TEST_CASE("ranges and what does not state them stand in the answer") {
  SearchRequest request;
  request.ranges = {{find_field("number_of_records"), 10, std::nullopt}};
  SearchResult result;
  result.unstated = {{"number_of_records", 4}};
  const auto body = nlohmann::json::parse(search_json(request, result, {}));
  CHECK(body["query"]["ranges"]["number_of_records"]["from"] == 10);
  CHECK(body["query"]["ranges"]["number_of_records"]["to"].is_null());
  CHECK(body["unstated"]["number_of_records"] == 4);
}

TEST_CASE("paging by number ends at the depth limit and goes on by cursor where there is one") {
  SearchRequest request;
  request.page_size = 100;
  request.page = 100;
  SearchResult result;
  result.total = 50'000;
  CHECK(search_addresses(request, result).next.empty());
  result.next_cursor = "abc";
  CHECK(search_addresses(request, result).next.find("cursor=abc") != std::string::npos);
  request.page = 99;
  CHECK(search_addresses(request, result).next.find("page=100") != std::string::npos);
}
