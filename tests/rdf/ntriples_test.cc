// N-Triples: one statement per line, and what the reader and the writers make of it.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/convert.h"
#include "indexer/rdf/ntriples_writer.h"
#include "tests/catch.h"
#include "tests/rdf/reading.h"

using namespace pinakes;
using namespace pinakes::rdf;
using Texts = std::vector<std::string>;

TEST_CASE("a bad line costs one diagnostic and no other line") {
  const auto read = tests::read("ntriples",
                                "<http://a> <http://p> \"1\" .\n"
                                "<http://b> <http://p> \"2 .\n"
                                "# a comment\n\n"
                                "<http://c> <http://p> \"3\"@en . # behind\n"
                                "<http://d> p:q \"4\" .\r\n"
                                "<e> <http://p> _:b .\n"
                                "<http://f> <http://p> <http://g> . <http://h> <http://p> _:x .\n"
                                "_:b <http://p> \"5\"^^<http://t> .");
  CHECK(read.messages() ==
        Texts{"x.ttl:2:23: the text \"2 .... has no closing \" on its line; text of several lines "
              "stands between three quotation marks",
              "x.ttl:6:12: expected a property IRI between '<' and '>', found 'p:q'",
              "x.ttl:7:1: <e> is a relative IRI and the file has no base: write the whole IRI or "
              "declare '@base'",
              "x.ttl:8:36: expected the end of the line after the statement, found '<http://h>'"});
  CHECK(read.graph.size() == 4);
  CHECK(read.graph.position(read.graph.about(*read.graph.find(blank("b"))).front()) ==
        Position{9, 16});
}

TEST_CASE("N-Triples cut short says so") {
  const auto read = tests::read("ntriples", "<http://a> <http://p> \"1\" .\n<http://a> <http://p>");
  REQUIRE(read.found.size() == 1);
  CHECK(read.found.front().code == "syntax-end-of-file");
  CHECK(read.lost() == Texts{"http://a"});
}

TEST_CASE("terms are written with as few escapes as the grammar allows") {
  CHECK(to_ntriples(literal("a\"b\\c\nd\re\tf'é")) == "\"a\\\"b\\\\c\\nd\\re\tf'é\"");
  CHECK(to_ntriples(literal("x", "fr-BE")) == "\"x\"@fr-BE");
  CHECK(to_ntriples(typed("1", "http://t")) == "\"1\"^^<http://t>");
  CHECK(to_ntriples(iri("http://a b/<é>")) == "<http://a\\u0020b/\\u003Cé\\u003E>");
  CHECK(to_ntriples(blank("x1")) == "_:x1");
}

TEST_CASE("Turtle streams to N-Triples, bad statements left out") {
  StringOutput output;
  Diagnostics found;
  const Source source{"@prefix e: <http://e/> . e:s e:p [ e:q 1 ], \"a\nb\" .\ne:t e:p 2 .", "",
                      "x.ttl"};
  CHECK_FALSE(convert(source, *format_named("turtle"), *format_named("ntriples"), output, found));
  CHECK(output.text ==
        "<http://e/s> <http://e/p> _:anon1 .\n"
        "_:anon1 <http://e/q> \"1\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n"
        "<http://e/t> <http://e/p> \"2\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n");
  CHECK(found.size() == 1);
}

TEST_CASE("large output goes out in pieces of bounded size") {
  struct Pieces : Output {
    void write(std::string_view bytes) override {
      total += bytes.size();
      largest = std::max(largest, bytes.size());
      ++count;
    }
    std::size_t total = 0, largest = 0, count = 0;
  } pieces;
  {
    BufferedOutput out(pieces);
    for (int i = 0; i < 100'000; ++i) out.put("0123456789");
    out.put('x');
  }
  CHECK(pieces.total == 1'000'001);
  CHECK(pieces.largest <= 64 << 10);
  CHECK(pieces.count < 20);
}

TEST_CASE("a whole graph is written sorted") {
  const auto read = tests::turtle("<b> <p> 2, 1 . <a> <q> <z> ; <p> 3 .");
  const std::string text = tests::write("ntriples", read.graph);
  CHECK(text ==
        "<http://e/a> <http://e/p> \"3\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n"
        "<http://e/a> <http://e/q> <http://e/z> .\n"
        "<http://e/b> <http://e/p> \"1\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n"
        "<http://e/b> <http://e/p> \"2\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n");
}
