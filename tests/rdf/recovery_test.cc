// After an error: one message per bad statement, the rest of the file read, what is lost named.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <ctime>

#include "indexer/rdf/syntax.h"
#include "tests/catch.h"
#include "tests/rdf/reading.h"

using namespace pinakes;
using namespace pinakes::rdf;
using tests::turtle;
using Texts = std::vector<std::string>;

namespace {
const std::string kHead = "@prefix dct: <http://purl.org/dc/terms/> .\n@prefix e: <http://e/> .\n";

/// Reads HEAD, the statement (from line 3), and a good statement on a line of its own.
struct Case {
  std::string_view text, message;
  Texts lost = {"http://e/a"};
};
}  // namespace

TEST_CASE("one bad statement costs one diagnostic, and its subject is lost") {
  const Case kCases[] = {
      {"e:a dct:title \"x\"\n    dct:issued \"y\" .",
       "x.ttl:4:5: expected ';' or '.' after object, found 'dct:issued'"},
      {"e:a dct:title \"a\" ;\n dct:desc \"the \"best\" one\"@en ;\n dct:x 1 .",
       "x.ttl:4:17: expected ';' or '.' after object, found 'best'"},
      {"e:a dct:title \"no end ;\n  dct:x <http://e/y> .",
       "x.ttl:3:15: the text \"no end ;... has no closing \" on its line; text of several lines "
       "stands between three quotation marks"},
      {"e:a dct:title \"no end .",
       "x.ttl:3:15: the text \"no end .... has no closing \" on its line; text of several lines "
       "stands between three quotation marks"},
      {"e:a dct:title \"C:\\data\" .",
       "x.ttl:3:18: '\\d' is no escape in the text \"C:\\data\"; write a backslash as '\\\\'"},
      {"e:a e:page <http://x/a b> ; dct:x 1 .",
       "x.ttl:3:23: character U+0020 may not stand in the IRI <http://x/a b>: percent-encode it"},
      {"e:a e:page <http://x/a ;\n dct:x 1 .",
       "x.ttl:3:12: this IRI has no closing '>' on its line"},
      {"e:a adms:identifier \"x\" .",
       "x.ttl:3:5: prefix 'adms:' is not declared: add '@prefix adms: <http://www.w3.org/ns/adms#>"
       " .' at the top of the file"},
      {"e:a zzz:p \"x\" .",
       "x.ttl:3:5: prefix 'zzz:' is not declared: add '@prefix zzz: <...> .' at the top of the "
       "file"},
      {"e:a dct:title \"x\"@ .", "x.ttl:3:18: '@' is no language tag such as '@en' or '@fr-BE'"},
      {"e:a dct:title \"\\uD800\" .", "x.ttl:3:16: '\\uD800' is not a Unicode character"},
      {"e:a dct:title \"\\U00110000\" .", "x.ttl:3:16: '\\U00110000' is not a Unicode character"},
      {"e:a dct:title \"\\u12\" .", "x.ttl:3:16: expected 4 hexadecimal digits after '\\u'"},
      {"e:a dct:issued 2024-01-01 .",
       "x.ttl:3:20: expected ';' or '.' after object, found '-01-01'"},
      {"e:a dct:title .",
       "x.ttl:3:15: expected an object (an IRI, a name such as 'ex:a', a text in quotation marks, "
       "a number), found '.'"},
      {"e:a dct:x [ dct:y 1 .",
       "x.ttl:3:21: expected ';' or ']' after object, found '.'",
       {"anon1", "http://e/a"}},
      {"e:a \"x\" 1 .",
       "x.ttl:3:5: expected a property (an IRI, a name such as 'dct:title', or 'a'), found "
       "'\"x\"'"},
      {"e:a dct:x \"\xE9t\xE9\" ; dct:y 1 .",
       "x.ttl:3:12: byte 0xE9 is not UTF-8; the file looks like Latin-1 or Windows-1252: save it "
       "as UTF-8"},
      {"e:a dct:x \"\xE2\x82\" .",
       "x.ttl:3:12: byte 0xE2 is not UTF-8; the file must be saved as UTF-8"},
  };
  for (const Case& test : kCases) {
    INFO(test.text);
    const auto read = turtle(kHead + std::string(test.text) + "\ne:good dct:title \"ok\" .\n");
    CHECK(read.messages() == Texts{std::string(test.message)});
    Texts lost = read.lost();
    std::sort(lost.begin(), lost.end());
    CHECK(lost == test.lost);
    CHECK_FALSE(read.complete);
    CHECK(read.graph.find(literal("ok")));
  }
}

TEST_CASE("a missing dot loses the statement before it, not the one behind") {
  const auto read =
      turtle(kHead + "e:a dct:title \"x\"\ne:b dct:title \"y\" .\ne:c dct:title \"z\" .\n");
  CHECK(read.messages() == Texts{"x.ttl:4:1: expected ';' or '.' after object, found 'e:b'"});
  CHECK(read.lost() == Texts{"http://e/a"});
  CHECK(read.graph.find(literal("y")));
  CHECK(read.graph.find(literal("z")));
}

TEST_CASE("two bad statements behind each other give two diagnostics") {
  const auto read = turtle(kHead + "e:a dct:title bad .\ne:b dct:title worse .\ne:c dct:x 1 .\n");
  CHECK(read.found.size() == 2);
  CHECK(read.lost() == Texts{"http://e/a", "http://e/b"});
}

TEST_CASE("a long text without end does not swallow subjects in silence") {
  const auto read = turtle(kHead +
                           "e:a dct:x \"\"\"no end .\n\ne:b dct:title \"b\" .\n"
                           "e:c dct:x \"\"\"some text\"\"\" .\ne:d dct:title \"d\" .\n");
  CHECK_FALSE(read.complete);
  REQUIRE(read.found.size() >= 1);
  CHECK(read.found.front().place.position.line >= 3);
  const Texts lost = read.lost();
  for (const char* subject : {"http://e/a", "http://e/b", "http://e/c"}) {
    INFO(subject);
    CHECK(std::find(lost.begin(), lost.end(), subject) != lost.end());
  }
}

TEST_CASE("a file cut short says where its last statement began") {
  const auto read = turtle(kHead + "e:a dct:title \"x\" .\ne:b dct:title \"y\" ;\n  dct:x ");
  CHECK(read.messages() == Texts{"x.ttl:5:9: the file ends inside the statement that starts at "
                                 "line 4: is it cut short?"});
  CHECK(read.lost() == Texts{"http://e/b"});
  CHECK(read.graph.find(literal("x")));
}

TEST_CASE("an undeclared prefix is complained about once and loses every statement that uses it") {
  std::string text = kHead;
  for (int i = 0; i < 500; ++i)
    text += "e:s" + std::to_string(i) + " foaf:name \"n\" .\ne:t dct:title \"" + std::to_string(i) +
            "\" .\n";
  const auto read = turtle(text);
  CHECK(read.found.size() == 1);
  CHECK(read.lost().size() == 500);
  CHECK(read.graph.size() == 500);
}

TEST_CASE("the report is bounded, and what is not read is lost") {
  std::string text = kHead;
  for (int i = 0; i < 300; ++i) text += "e:s" + std::to_string(i) + " dct:title oops .\n";
  text += "e:last dct:title \"x\" .\n";
  const auto read = turtle(text);
  REQUIRE(read.found.size() == 101);
  CHECK(read.found.back().code == "too-many-errors");
  CHECK_FALSE(read.complete);
  CHECK(read.lost().size() == 301);
}

TEST_CASE("what is no Turtle at all is said to be what it is") {
  const std::pair<std::string, std::string> kCases[] = {
      {"<!DOCTYPE html>\n<html><body>Not found</body></html>", "web page (HTML)"},
      {"<?xml version=\"1.0\"?>\n<rdf:RDF xmlns:rdf=\"x\"></rdf:RDF>", "rdfxml"},
      {"<?xml version=\"1.0\"?>\n<a/>", "XML"},
      {"{\"@context\": {}}", "jsonld"},
      {"%PDF-1.4\n%\xE2\xE3", "PDF"},
      {"PK\x03\x04...", "ZIP"},
      {std::string("\xFF\xFE<\0a\0", 6), "UTF-16: save the file as UTF-8"},
  };
  for (const auto& [text, name] : kCases) {
    const auto read = turtle(text);
    REQUIRE(read.messages().size() == 1);
    INFO(read.messages().front());
    CHECK(read.messages().front().starts_with("x.ttl:1:1: "));
    CHECK(read.messages().front().find(name) != std::string::npos);
    CHECK_FALSE(read.complete);
  }
  const auto prose = turtle("Dear colleague,\nplease find attached our metadata. Regards\n");
  CHECK(prose.found.size() == 1);
  CHECK(prose.messages().front().starts_with("x.ttl:1:1: expected a subject"));
}

TEST_CASE("a bad byte in a comment is a warning and loses nothing") {
  const auto read = turtle("# caf\xE9\n<a> <b> <c> .\n");
  CHECK(read.complete);
  REQUIRE(read.found.size() == 1);
  CHECK(read.found.front().severity == Severity::Warning);
  CHECK(read.found.front().place.position == Position{1, 6});
}

TEST_CASE("a Latin-1 file gives few messages and loses what it must") {
  std::string text = kHead;
  for (int i = 0; i < 50; ++i)
    text += "e:s" + std::to_string(i) + " dct:title \"h\xF4pital\"@fr .\ne:t dct:x 1 .\n";
  const auto read = turtle(text);
  CHECK(read.found.size() <= 10);
  CHECK(read.lost().size() == 50);
}

TEST_CASE("a relative IRI without a base is an error") {
  const auto read = turtle("<a> <http://e/p> 1 . <http://e/s> <http://e/p> 1 .", "");
  CHECK(read.found.size() == 1);
  CHECK(read.graph.size() == 1);
}

TEST_CASE("lines may end with a carriage return alone, also behind a comment and an error") {
  const auto good = turtle("# made by hand\r<a> <p> 1 .\r# more\r<b> <p> 2 .\r");
  CHECK(good.complete);
  CHECK(good.graph.size() == 2);
  const auto bad = turtle("<a> <p> \"no end .\r<b> <p> <c\r .\r<c> <p> 3 .\r");
  CHECK(bad.graph.find(typed("3", "http://www.w3.org/2001/XMLSchema#integer")));
  CHECK(bad.lost() == Texts{"http://e/a", "http://e/b"});
  CHECK(bad.found.front().place.position == Position{1, 9});
  const auto lines = tests::read(
      "ntriples", "<http://e/a> <http://e/p> oops .\r<http://e/b> <http://e/p> \"x\" .\r");
  CHECK(lines.graph.size() == 1);
}

TEST_CASE("a subject is lost also behind a dot in the middle of a line that was not understood") {
  const auto read = turtle("<a> <p> \"no end . <b> <p> \"two\" . _:c <p> 1 .\n<d> <p> 4 .\n");
  Texts lost = read.lost();
  std::sort(lost.begin(), lost.end());
  CHECK(lost == Texts{"c", "http://e/a", "http://e/b"});
}

TEST_CASE("a subject is lost also where its IRI lacks the closing bracket") {
  const auto read = turtle("<a> <p> 1 .\n<a <p> 2 ;\n  <q> 3 .\n<b> <p> 4 .\n");
  CHECK_FALSE(read.complete);
  CHECK(read.lost() == Texts{"http://e/a"});
}

TEST_CASE("the time to recover grows with the file, not with its square") {
  std::string text = kHead;
  for (int i = 0; i < 200'000; ++i) text += "e:a e:p \"\"\"a\" .\n";
  CHECK_FALSE(turtle(text).complete);  // squared, it runs into the time limit of the test
}

TEST_CASE("what has no end is not looked for again and again") {
  constexpr std::size_t kMany = 1'000'000;
  const auto many = [](std::string_view text) {
    std::string all;
    all.reserve(text.size() * kMany);
    for (std::size_t i = 0; i < kMany; ++i) all += text;
    return all;
  };
  const std::string open = "<http://a/b> <http://a/c> { ";
  struct Case {
    const char *format, *what;
    std::string text;
  };
  const std::vector<Case> cases = {
      {"turtle", "IRIs", ") " + many("<")},
      {"turtle", "IRIs behind dots", many(".<")},
      {"turtle", "names", ") " + many("a:") + "%"},
      {"trig", "names", open + many("a:") + "%"},
      {"trig", "texts", open + "\"" + many("\\\"")},
      {"trig", "long texts", open + "\"\"\"" + many("\\\"")},
      {"turtle", "dots", many(".")},
  };
  for (const Case& one : cases) {
    INFO(one.format << ": " << one.what);
    const std::clock_t start = std::clock();
    const auto read = tests::read(one.format, one.text);
    CHECK_FALSE(read.complete);
    CHECK(read.found.size() <= SyntaxReport::kLimit + 1);
    CHECK(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC < 30);  // was hours
  }
}

TEST_CASE("a long prefix or base does not multiply the file without end") {
  const std::string address = "http://e/" + std::string(1'000'000, 'x') + "/";
  for (const std::string& text :
       {"@prefix p: <" + address + "> .\n", "@base <" + address + "> .\n"}) {
    std::string statements;
    const char* const one = text[1] == 'p' ? "p:a p:b 1 .\n" : "<a> <b> 1 .\n";
    for (int i = 0; i < 3000; ++i) statements += one;
    const auto read = tests::turtle(text + statements);
    CHECK_FALSE(read.complete);
    REQUIRE(read.found.size() == 1);
    CHECK(read.found.front().code == "syntax-iris-grow");
    CHECK(read.found.front().place.position.line > 10);
  }
}
