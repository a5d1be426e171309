// JSON-LD inside HTML pages: which blocks are read, where they stand, what is said of bad ones.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/html_reader.h"

#include "indexer/rdf/html_scripts.h"
#include "indexer/rdf/isomorphic.h"
#include "tests/catch.h"
#include "tests/rdf/reading.h"

using namespace pinakes;
using namespace pinakes::rdf;
using tests::turtle;

namespace {

tests::Reading html(std::string_view text, std::string_view base = "http://e/page") {
  tests::Reading reading;
  reading.complete = read_html({text, base, "x.html"}, reading.graph, reading.found);
  reading.graph.finish();
  return reading;
}

std::string script(std::string_view text, std::string_view type = "application/ld+json") {
  return "<script type=\"" + std::string(type) + "\">" + std::string(text) + "</script>\n";
}

std::string shown(Position where) {
  return std::to_string(where.line) + ":" + std::to_string(where.column);
}

const std::string kOne = R"({"@id": "http://e/s", "http://e/p": "v"})";

}  // namespace

TEST_CASE("every block of JSON-LD is read, and nothing else") {
  const auto read = html(
      "<!DOCTYPE html><html><head><title>T &eacute;</title>\n" + script(kOne) +
      script("var x = {};", "text/javascript") + script(kOne, "application/json") +
      script(R"({"@id": "http://e/c", "http://e/p": "context"})",
             "application/ld+json;profile=http://www.w3.org/ns/json-ld#context") +
      "</head><body><p>unclosed <b>tags\n<div><SCRIPT TYPE='Application/LD+JSON; charset=utf-8'>" +
      R"([{"@id": "http://e/t", "http://e/p": "a < b </b>"}])" + "</SCRIPT>" + script("  \n ") +
      "</table></html>");
  CHECK(read.messages() == std::vector<std::string>{});
  CHECK(read.complete);
  CHECK(isomorphic(
      read.graph,
      turtle("<http://e/s> <http://e/p> \"v\" . <http://e/t> <http://e/p> \"a < b </b>\" .")
          .graph));
}

TEST_CASE("addresses are resolved against the page or its base") {
  const std::string relative = script(R"({"@id": "d", "http://e/p": {"@id": "../q"}})");
  CHECK(isomorphic(html(relative, "http://e/a/b/page").graph,
                   turtle("<http://e/a/b/d> <http://e/p> <http://e/a/q> .").graph));
  CHECK(isomorphic(html("<base target=x><base href=' /z/ '><base href='/no/'>" + relative).graph,
                   turtle("<http://e/z/d> <http://e/p> <http://e/q> .").graph));
  CHECK(isomorphic(html("<base href='http://f/z/'>" + relative, "").graph,
                   turtle("<http://f/z/d> <http://e/p> <http://f/q> .").graph));
}

TEST_CASE("blank nodes of different blocks are different nodes") {
  const auto read =
      html(script(R"({"@id": "_:a", "http://e/p": [{"http://e/q": 1}, {"@id": "_:a"}]})") +
           script(R"({"@id": "_:a", "http://e/p": [{"http://e/q": 2}, {"@id": "_:a"}]})") +
           script(R"({"@id": "_:a_1", "http://e/p": 3})"));
  CHECK(isomorphic(
      read.graph,
      turtle("_:a <http://e/p> [ <http://e/q> 1 ], _:a . _:b <http://e/p> [ <http://e/q> 2 ], _:b ."
             "_:c <http://e/p> 3 .")
          .graph));
}

TEST_CASE("a bad block is reported with its place in the page, and the others are read") {
  const auto read =
      html("<html>\n<body>é <i>x</i> " + script("{\"@id\": }") + script(kOne) +
           "<script\n  type=application/ld+json>\n{\n  \"http://e/p\": nul\n}</script>");
  CHECK_FALSE(read.complete);
  CHECK(read.graph.size() == 1);
  REQUIRE(read.found.size() == 2);
  CHECK(read.found[0].place.file == "x.html");
  CHECK(shown(read.found[0].place.position) == "2:61");
  CHECK(shown(read.found[1].place.position) == "7:17");
}

TEST_CASE("statements know where in the page they stand") {
  const auto read = html("<p>\n\n   " + script(kOne));
  REQUIRE(read.graph.size() == 1);
  CHECK(read.graph.position(read.graph.triples().front()).line == 3);
}

TEST_CASE("wrappers that hide scripts from old programs are no part of them") {
  for (const auto& [before, behind] :
       {std::pair("<!--\n", "\n-->"), std::pair("<![CDATA[", "]]>"),
        std::pair("//<![CDATA[\n", "\n//]]>"), std::pair(" /*<![CDATA[*/ ", " /*]]>*/ "),
        std::pair("<!--//<![CDATA[\n", "//]]>\n-->")}) {
    const auto read = html(script(before + kOne + behind));
    INFO(before);
    CHECK(read.messages() == std::vector<std::string>{});
    CHECK(read.graph.size() == 1);
  }
}

TEST_CASE("a page without JSON-LD says so") {
  for (const std::string& page :
       {std::string(), std::string("<p>Not found</p>"), std::string("text"),
        script("x", "text/javascript"), script(" ")}) {
    const auto read = html(page);
    CHECK_FALSE(read.complete);
    CHECK(read.messages() ==
          std::vector<std::string>{"x.html:1:1: the page holds no JSON-LD (script type "
                                   "application/ld+json): ask the site for its data file"});
  }
}

TEST_CASE("pages in older encodings are read") {
  const auto read = html("<meta charset=iso-8859-1><p>\xE9</p>" +
                         script("{\"@id\": \"http://e/s\", \"http://e/p\": \"\xE9t\xE9\"}"));
  CHECK(read.messages() == std::vector<std::string>{});
  CHECK(isomorphic(read.graph, turtle("<http://e/s> <http://e/p> \"été\" .").graph));
}

TEST_CASE("hostile pages end with a message") {
  const auto code = [](const std::string& page) {
    const auto read = html(page);
    CHECK_FALSE(read.complete);
    return read.found.empty() ? std::string() : read.found.back().code;
  };
  std::string deep, ends, text, scripts;
  for (int i = 0; i < 200'000; ++i) {
    deep += "<div>";
    ends += "</x>";
    scripts += script("{");
  }
  CHECK(code(deep + script(kOne)) == "html-too-deep");
  CHECK(code(deep.substr(0, 1000) + ends + script(kOne)) == "html-too-broken");
  CHECK(code(scripts) == "too-many-errors");
  CHECK(code(script(kOne) + std::string("<p>\0</p>", 8) + script("{")) == "html-nul");
  CHECK(code("<script type=application/ld+json>{\"@id\":").starts_with("json"));
  CHECK(code("<script type=application/ld+json").starts_with("html-no"));
  CHECK(code(std::string(kLargestPage + 1, ' ')) == "html-too-large");
}
