// The query language: what is understood, what is repaired, and that nothing typed is an error.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/search/query.h"

#include <algorithm>
#include <random>
#include <string>

#include "tests/catch.h"

namespace pinakes {
namespace {

ParsedQuery parse(std::string_view text) {
  Analyser analyser;
  return parse_query(text, analyser);
}

std::string tree(const QueryNode& node) {
  static constexpr std::string_view kNames[] = {"", "phrase", "in", "is", "not", "any", "all"};
  const auto kind = static_cast<std::size_t>(node.kind);
  if (node.kind == QueryNode::Kind::Word) return node.text;
  std::string text(kNames[kind]);
  if (node.field != nullptr) (text += ' ') += node.field->name;
  if (!node.text.empty()) text += "=" + node.text;
  if (node.children.empty()) return text;
  text += '[';
  for (const QueryNode& child : node.children)
    text += (&child == node.children.data() ? "" : " ") + tree(child);
  return text + ']';
}

std::string read(std::string_view text) { return tree(parse(text).root); }

TEST_CASE("words, phrases, exclusions, alternatives, groups and fields") {
  CHECK(read("cancer registry") == "all[cancer registry]");
  CHECK(read("\"public health\" data") == "all[phrase=public health data]");
  CHECK(read("cancer -covid NOT flu") == "all[cancer not[covid] not[flu]]");
  CHECK(read("a OR b OR c d") == "all[any[a b c] d]");
  CHECK(read("(a b) OR c") == "all[any[all[a b] c]]");
  CHECK(read("theme:HEAL Title:cancer") == "all[is theme=HEAL in title=cancer]");
  CHECK(read("title:\"breast cancer\"") == "all[in title=breast cancer]");
  CHECK(read("publisher:Sciensano") == "all[in publisher=Sciensano]");
  CHECK(read("-(a b)") == "all[not[all[a b]]]");
}

TEST_CASE("elision, codes and punctuation") {
  CHECK(read("l'hôpital") == "all[hôpital]");
  CHECK(read("COVID-19 I21.9") == "all[COVID-19 I21.9]");
  CHECK(read("cancer,registry; data") == "all[cancer registry data]");
  CHECK(read("rock & roll") == "all[rock roll]");
}

TEST_CASE("what is no syntax is words") {
  CHECK(read("foo:bar") == "all[foo:bar]");
  CHECK(read("https://example.org/x") == "all[https example.org/x]");
  CHECK(read("or and not") == "all[or and not]");
  CHECK(read("a - b") == "all[a b]");
}

TEST_CASE("what is broken is read the best way, and the reading says how") {
  const auto reading = [](std::string_view text) { return parse(text).reading; };
  CHECK(reading("cancer registry").empty());
  CHECK(reading("\"public health\"").empty());
  CHECK(reading("\"public health") == "\"public health\"");
  CHECK(reading("(cancer") == "cancer");
  CHECK(reading("cancer)") == "cancer");
  CHECK(reading("a OR") == "a");
  CHECK(reading("OR a") == "a");
  CHECK(reading("title: cancer") == "title cancer");
  for (const char* nothing : {"???", "-", "\"\"", "( )", "title:\"?\"", "…"})
    CHECK(reading(nothing) == kNoWords);
  CHECK(reading("").empty());
  CHECK(reading(" \t ").empty());
}

TEST_CASE("a reading is read as itself") {
  for (const std::string_view text :
       {"a (b OR c) -d \"e f\" title:g theme:\"h i\"", "(a b) OR (c -d)", "-(a OR b) c",
        "\"open quote", "((a) b", "publisher:x OR y"}) {
    const std::string once = to_text(parse(text).root);
    INFO(text << " -> " << once);
    CHECK(tree(parse(once).root) == tree(parse(text).root));
  }
}

std::size_t count_words(const QueryNode& node) {
  std::size_t count = node.text.empty() ? 0 : 1;
  for (const QueryNode& child : node.children) count += count_words(child);
  return count;
}

TEST_CASE("a long query is cut to a bounded number of words") {
  std::string text;
  for (int i = 0; i < 500; ++i) text += "w" + std::to_string(i) + ' ';
  const ParsedQuery parsed = parse(text);
  CHECK(count_words(parsed.root) == kMaxQueryWords);
  CHECK_FALSE(parsed.reading.empty());
}

TEST_CASE("no string breaks the parser") {
  static constexpr std::string_view kPieces[] = {"\"",
                                                 "(",
                                                 ")",
                                                 "-",
                                                 ":",
                                                 "OR",
                                                 "AND",
                                                 "NOT",
                                                 " ",
                                                 "title:",
                                                 "theme:",
                                                 "a",
                                                 "hôpital",
                                                 "l'",
                                                 "''",
                                                 "\xFF",
                                                 "\t",
                                                 "癌",
                                                 "--",
                                                 "COVID-19",
                                                 "&",
                                                 "publisher:\"",
                                                 "I21.9",
                                                 "*",
                                                 "\\",
                                                 "\xC3",
                                                 std::string_view("\0", 1)};
  std::mt19937 random(11);
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (auto n = random() % 24; n > 0; --n) text += kPieces[random() % std::size(kPieces)];
    const ParsedQuery parsed = parse(text);
    REQUIRE(count_words(parsed.root) <= 2 * kMaxQueryWords);
    to_text(parsed.root);
  }
  parse(std::string(2'048, '('));
  parse(std::string(2'048, '-'));
  parse(std::string(2'048, '"'));
}

}  // namespace
}  // namespace pinakes
