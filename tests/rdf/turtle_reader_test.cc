// The Turtle reader on good files: positions, blank labels, bounds, odd bytes.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "schemas/namespaces.h"
#include "tests/catch.h"
#include "tests/rdf/reading.h"

using namespace pinakes;
using namespace pinakes::rdf;
using tests::turtle;
using std::string_literals::operator""s;

namespace {
Position place_of(const Graph& graph, const Term& object) {
  const TermId id = graph.find(object).value();
  for (const Triple& triple : graph.triples())
    if (triple.object == id) return graph.position(triple);
  return {};
}
std::string repeat(std::string_view text, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}
}  // namespace

TEST_CASE("the position of a statement is that of its object, in code points") {
  const auto read = turtle(
      "@prefix e: <http://e/> .\n"
      "e:s e:p \"hôpital\" , \"二\" ;\n"
      "  e:q [ e:r 7 ] ;\n"
      "  e:t ( true ) .\r\n"
      "e:u e:p \"\"\"two\nlines\"\"\"@en, e:z.");
  REQUIRE(read.complete);
  CHECK(place_of(read.graph, literal("hôpital")) == Position{2, 9});
  CHECK(place_of(read.graph, literal("二")) == Position{2, 21});
  CHECK(place_of(read.graph, blank("anon1")) == Position{3, 7});
  CHECK(place_of(read.graph, typed("7", xsd::kInteger)) == Position{3, 13});
  CHECK(place_of(read.graph, typed("true", xsd::kBoolean)) == Position{4, 9});
  CHECK(place_of(read.graph, literal("two\nlines", "en")) == Position{5, 9});
  CHECK(place_of(read.graph, iri("http://e/z")) == Position{6, 14});
}

TEST_CASE("an empty file and a file of comments are valid") {
  for (const char* text : {"", "\n", "# only a comment", "\xEF\xBB\xBF", "\xEF\xBB\xBF \n#x\n"}) {
    const auto read = turtle(text);
    CHECK(read.complete);
    CHECK(read.found.empty());
    CHECK(read.graph.size() == 0);
  }
}

TEST_CASE("a byte-order mark takes no column") {
  const auto read = turtle("\xEF\xBB\xBF<a> <b> <c> .");
  REQUIRE(read.complete);
  CHECK(read.graph.position(read.graph.triples().front()) == Position{1, 9});
}

TEST_CASE("blank nodes of the file never meet those of the reader") {
  const auto read = turtle("_:anon1 <p> [ <q> _:anon_1 ] . [] <p> _:anon2 .");
  REQUIRE(read.complete);
  std::size_t blanks = 0;
  for (std::uint32_t id = 0; id < read.graph.term_count(); ++id)
    blanks += read.graph[TermId{id}].kind == TermKind::Blank ? 1 : 0;
  CHECK(blanks == 5);
}

TEST_CASE("only relative references are resolved") {
  const auto read = turtle(
      "@base <http://e/a/b> . <c> <../d> <> . @base <x/> . <y> <urn:p> <HTTP://A/%7e/./q> .");
  REQUIRE(read.complete);
  for (const char* name : {"http://e/a/c", "http://e/d", "http://e/a/b", "http://e/a/x/y", "urn:p",
                           "HTTP://A/%7e/./q"}) {
    INFO(name);
    CHECK(read.graph.find_iri(name));
  }
}

TEST_CASE("escapes, NUL and every kind of quotation mark") {
  const auto read = turtle(
      "<s> <p> 'a\\tb\\u00e9\\U0001F600', \"\"\"x\"y\"\"z\\\"\"\"\", '''''', \"n\0u\", "
      "<http://e/\\u00e9> ."s);
  REQUIRE(read.messages() == std::vector<std::string>{});
  CHECK(read.graph.find(literal("a\tbé😀")));
  CHECK(read.graph.find(literal("x\"y\"\"z\"")));
  CHECK(read.graph.find(literal("")));
  CHECK(read.graph.find(literal(std::string_view("n\0u", 3))));
  CHECK(read.graph.find_iri("http://e/é"));
}

TEST_CASE("names may hold dots, colons, escapes and percent signs") {
  const auto read = turtle(
      "@prefix a.b: <http://e/> . @prefix : <http://d/> .\n"
      "a.b:x.y a.b:a:b :c\\,d%20 . :-x :p 1.e0,-.5,+3 . : a :.");
  CHECK_FALSE(read.complete);  // ':-x' is wrong: a local name starts with a letter or digit
  CHECK(read.graph.find_iri("http://e/x.y"));
  CHECK(read.graph.find_iri("http://e/a:b"));
  CHECK(read.graph.find_iri("http://d/c,d%20"));
  CHECK(read.graph.has(*read.graph.find_iri("http://d/"), rdf_ns::kType, "http://d/"));
}

TEST_CASE("nesting is bounded and never overflows the stack") {
  CHECK(turtle("<s> <p> " + repeat("[ <q> ", 60) + "1" + repeat("]", 60) + ".").complete);
  for (const char* bracket : {"[ <p> ", "[", "(", "( "}) {
    const auto read = turtle("<s> <p> " + repeat(bracket, 200'000) + " .\n<t> <p> 1 .\n");
    CHECK_FALSE(read.complete);
    REQUIRE_FALSE(read.found.empty());
    CHECK(read.found.size() <= 2);
    const auto lost = read.lost();
    CHECK(std::find(lost.begin(), lost.end(), "http://e/s") != lost.end());
    CHECK(std::find(lost.begin(), lost.end(), "http://e/t") == lost.end());
    CHECK(read.graph.find_iri("http://e/t"));
  }
  CHECK(turtle("<s> <p> (" + repeat("1 ", 100'000) + ") .").graph.size() == 200'001);
}

TEST_CASE("a text of more than 16 MB is refused, one below is read") {
  const std::string big(17 << 20, 'x');
  const auto read = turtle("<s> <p> \"" + big + "\" . <t> <p> 'ok' .");
  CHECK(read.messages() == std::vector<std::string>{"x.ttl:1:9: this text is longer than 16 MB"});
  CHECK(read.graph.find(literal("ok")));
  CHECK(turtle("<s> <p> \"" + big.substr(0, 15 << 20) + "\" .").complete);
}

TEST_CASE("good and odd files are read whole, bad files give at least one message with a place") {
  namespace fs = std::filesystem;
  for (const auto& [folder, good] : {std::pair("good", true), {"odd", true}, {"bad", false}}) {
    std::size_t files = 0;
    for (const auto& entry : fs::directory_iterator(fs::path(PINAKES_TEST_DATA) / "rdf" / folder)) {
      INFO(entry.path());
      std::ifstream in(entry.path(), std::ios::binary);
      const std::string text{std::istreambuf_iterator<char>(in), {}};
      const auto read = turtle(text);
      CHECK(read.complete == good);
      CHECK(read.found.empty() == good);
      for (const Diagnostic& diagnostic : read.found) CHECK(diagnostic.place.position.column > 0);
      ++files;
    }
    CHECK(files >= 3);
  }
}
