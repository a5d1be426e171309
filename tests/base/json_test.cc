// JSON with places: the tree, offsets, bounds, and what a publisher is told.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/base/json.h"

#include "indexer/base/messages.h"
#include "tests/catch.h"

using namespace pinakes;

namespace {

struct Parsed {
  json::Value root;
  Diagnostics found;
  bool good = false;
};

Parsed parse(std::string_view text, std::size_t deepest = 128) {
  Parsed parsed;
  parsed.good = json::parse(text, "a.json", parsed.root, parsed.found, deepest);
  return parsed;
}

/// The sentence of the only diagnostic.
std::string message(std::string_view text) {
  static const Messages kEnglish(PINAKES_ROOT, "en");
  const Parsed parsed = parse(text);
  CHECK_FALSE(parsed.good);
  REQUIRE(parsed.found.size() == 1);
  CHECK(parsed.found.front().severity == Severity::Error);
  return kEnglish.format(parsed.found.front());
}

}  // namespace

TEST_CASE("values know where they stand") {
  const std::string text = "\xEF\xBB\xBF{ \"a\" : [1, -2.5e3,\n  true],\n\"b\\\"\": {\"c\":null} }";
  const Parsed parsed = parse(text);
  REQUIRE(parsed.good);
  CHECK(parsed.found.empty());
  const json::Value* a = parsed.root.find("a");
  REQUIRE(a != nullptr);
  CHECK(parsed.root.offset == 3);
  CHECK(text[a->offset] == '[');
  REQUIRE(a->items.size() == 3);
  CHECK(a->items[1].text == "-2.5e3");
  CHECK(text.substr(a->items[1].offset, 6) == "-2.5e3");
  CHECK(a->items[2].boolean);
  CHECK(json::position_of(text, a->items[2].offset) == Position{2, 3});
  CHECK(json::pointer_of(parsed.root, a->items[2].offset) == "/a/2");
  const json::Value* b = parsed.root.find("b\"");
  REQUIRE(b != nullptr);
  CHECK(text[b->offset] == '{');
  CHECK(json::pointer_of(parsed.root, b->members[0].value.offset) == "/b\"/c");
  CHECK(json::pointer_of(parsed.root, b->members[0].offset) == "/b\"/c");
  CHECK(json::pointer_of(parsed.root, parsed.root.offset).empty());
  CHECK(json::position_of(text, 3) == Position{1, 1});
  CHECK(parsed.root.find("c") == nullptr);
  CHECK(a->find("c") == nullptr);
}

TEST_CASE("strings are decoded, their offset is the quote, columns count characters") {
  const std::string text = R"(["é","\u00e9\ud83d\ude00\n","x"])";
  const Parsed parsed = parse(text);
  REQUIRE(parsed.good);
  CHECK(parsed.root.items[1].text == "\xC3\xA9\xF0\x9F\x98\x80\n");
  CHECK(text[parsed.root.items[2].offset] == '"');
  CHECK(json::position_of(text, parsed.root.items[1].offset) == Position{1, 6});
}

TEST_CASE("pointers escape their signs") {
  const Parsed parsed = parse(R"({"a/b~c": 1})");
  CHECK(json::pointer_of(parsed.root, parsed.root.members[0].value.offset) == "/a~1b~0c");
}

TEST_CASE("a scalar is a document") {
  CHECK(parse("12").root.text == "12");
  CHECK(parse(" \"a\" ").root.offset == 1);
  CHECK(parse("[1,2]\r\n").root.items.size() == 2);
}

TEST_CASE("a key that stands twice is reported and the last value kept") {
  const Parsed parsed = parse("{\"o\": {\"a\": 1,\n \"b\": 2,\n \"a\": 3}}");
  REQUIRE(parsed.good);
  REQUIRE(parsed.found.size() == 1);
  const Diagnostic& twice = parsed.found.front();
  CHECK(twice.code == "json-duplicate-key");
  CHECK(twice.severity == Severity::Warning);
  CHECK(twice.place.position == Position{3, 2});
  CHECK(twice.place.pointer == "/o/a");
  CHECK(twice.arguments[1].second == "1");
  const json::Value* o = parsed.root.find("o");
  REQUIRE(o->members.size() == 2);
  CHECK(o->find("a")->text == "3");
}

TEST_CASE("many keys that stand twice are counted") {
  std::string text = "{";
  for (int i = 0; i < 50'000; ++i) text += "\"k" + std::to_string(i % 100) + "\":0,";
  const Parsed parsed = parse(text + "\"z\":1}");
  REQUIRE(parsed.good);
  CHECK(parsed.root.members.size() == 101);
  REQUIRE(parsed.found.size() == 101);
  CHECK(parsed.found.back().code == "json-duplicate-keys");
}

TEST_CASE("what is wrong is said in words, with its place") {
  CHECK(message("{\"title\": \"a\" \"b\": 1}") ==
        "a.json:1:15: expected ',' or '}' after the value of \"title\", found '\"b\"'");
  CHECK(message("{\"a\": [1, 2 3]}") ==
        "a.json:1:13: /a: expected ',' or ']' after an item of the list, found '3'");
  CHECK(message("{\"a\" 1}") == "a.json:1:6: /a: expected ':' after the key \"a\", found '1'");
  CHECK(message("{a: 1}") ==
        "a.json:1:2: expected a key between double quotation marks, found 'a'");
  CHECK(message("{\"a\": 1,\n}") == "a.json:1:8: the ',' before '}' is one too many: remove it");
  CHECK(message("[1,]") == "a.json:1:3: the ',' before ']' is one too many: remove it");
  CHECK_THAT(message("{\"a\": {\"n\": NaN}}"),
             Catch::Contains("a.json:1:13: /a/n: 'NaN' is no JSON"));
  CHECK_THAT(message("{\"a\": 'x'}"), Catch::Contains("1:7: /a: JSON writes texts and keys"));
  CHECK_THAT(message("{\"a\": 1 // b\n}"), Catch::Contains("1:9: JSON has no comments"));
  CHECK_THAT(message("[01]"), Catch::Contains("1:2: '01' is no number"));
  CHECK_THAT(message("[1.]"), Catch::Contains("'1.' is no number"));
  CHECK_THAT(message("[1e999]"), Catch::Contains("the number '1e999' is too large"));
  CHECK_THAT(message("[\"a\nb\"]"), Catch::Contains("1:2: /0: the text '\"a...' has no closing"));
  CHECK_THAT(message("[\"a\tb\"]"), Catch::Contains("1:4: /0: U+0009 may not stand"));
  CHECK_THAT(message("[\"a\\x\"]"), Catch::Contains("1:4: /0: '\\x' is no escape"));
  CHECK_THAT(message("[\"\\u12\"]"), Catch::Contains("is no escape"));
  CHECK_THAT(message("[\"\\ud800x\"]"), Catch::Contains("'\\ud800' is half of a character"));
  CHECK_THAT(message("[\"\\ude00\"]"), Catch::Contains("half of a character"));
  CHECK_THAT(message("{} x"), Catch::Contains("1:4: expected the end of the file, found 'x'"));
  CHECK_THAT(message("{\"a\": ]"), Catch::Contains("1:7: /a: expected a value"));
  CHECK_THAT(message("  \n"), Catch::Contains("the file is empty"));
  CHECK_THAT(message(""), Catch::Contains("the file is empty"));
}

TEST_CASE("a text that is cut short is said to be, wherever it is cut") {
  const std::string text = "{\"a\": [1, \"b\\u00e9c\", {\"d\": true, \"e\": -1.5e3}], \"f\": null}";
  for (std::size_t length = 1; length < text.size(); ++length) {
    const Parsed parsed = parse(text.substr(0, length));
    INFO(text.substr(0, length));
    CHECK_FALSE(parsed.good);
    REQUIRE(parsed.found.size() == 1);
    CHECK(parsed.found.front().code == "json-cut-short");
    CHECK(parsed.found.front().place.position.column == length + 1);
  }
}

TEST_CASE("other encodings are named") {
  using namespace std::string_view_literals;
  CHECK_THAT(message("\xFF\xFE{\0}\0"sv), Catch::Contains("1:1: the file is in UTF-16"));
  CHECK_THAT(message("{\0\"\0"sv), Catch::Contains("UTF-16"));
  CHECK_THAT(message("\0{\0\""sv), Catch::Contains("UTF-16"));
  CHECK_THAT(message("[\"caf\xE9\"]"),
             Catch::Contains("1:6: byte 0xE9 is not UTF-8; the file looks"));
  CHECK_THAT(message("[\"caf\xC3\xC3\"]"), Catch::Contains("byte 0xC3 is not UTF-8"));
}

TEST_CASE("depth and length are bounded") {
  const std::string deep(200'000, '[');
  CHECK_THAT(message(deep), Catch::Contains("a.json:1:129: "));
  CHECK(parse("[[[]]]", 3).good);
  CHECK(parse("[[[]]]", 2).found.front().code == "json-too-deep");
  const Parsed big = parse("[\"" + std::string(17U << 20U, 'x') + "\"]");
  CHECK_FALSE(big.good);
  CHECK(big.found.front().code == "json-text-too-large");
  CHECK(big.found.front().place.position == Position{1, 2});
  CHECK(parse("[\"" + std::string(15U << 20U, 'x') + "\"]").good);
}
