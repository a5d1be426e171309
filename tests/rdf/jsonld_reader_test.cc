// JSON-LD for publishers: places, messages, what is ignored, and what is kept after an error.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/jsonld_reader.h"

#include <algorithm>

#include "indexer/rdf/contexts.h"
#include "indexer/rdf/graph_set.h"
#include "indexer/rdf/ntriples_writer.h"
#include "tests/catch.h"
#include "tests/rdf/reading.h"

using namespace pinakes;
using namespace pinakes::rdf;

namespace {

/// Statements as text, in the order in which they came.
class Lines : public Sink {
 public:
  void statement(const Term& s, const Term& p, const Term& o, Position where) override {
    lines.push_back(text(s) + " " + text(p) + " " + text(o) + " " + std::to_string(where.line) +
                    ":" + std::to_string(where.column) + graph_);
  }
  void lost(const Term& subject) override { losses.push_back(text(subject)); }
  void graph(const Term* name) override { graph_ = name == nullptr ? "" : " in " + text(*name); }

  std::vector<std::string> lines, losses;

 private:
  static std::string text(const Term& term) {
    std::string result(term.value);
    if (term.kind == TermKind::Blank) return "_:" + result;
    if (term.kind == TermKind::Iri) return result;
    result = "'" + result + "'";
    if (!term.language.empty()) result += "@" + std::string(term.language);
    if (!term.datatype.empty())
      result += "^" + std::string(term.datatype.substr(term.datatype.find('#') + 1));
    return result;
  }
  std::string graph_;
};

struct Read : Lines {
  bool complete = false;
  Diagnostics found;
  std::vector<std::string> messages() const {
    static const Messages kEnglish(PINAKES_ROOT, "en");
    std::vector<std::string> result;
    for (const Diagnostic& diagnostic : found) result.push_back(kEnglish.format(diagnostic));
    return result;
  }
};

Read read(std::string_view text, const Contexts* contexts = nullptr) {
  Read result;
  Source source{text, "http://b/", "a.jsonld"};
  source.contexts = contexts;
  result.complete = read_jsonld(source, result, result.found);
  return result;
}

using Strings = std::vector<std::string>;

constexpr std::string_view kVocab = R"({"@context": {"@vocab": "http://v/"},
)";
std::string in_vocab(std::string_view rest) { return std::string(kVocab) + std::string(rest); }

}  // namespace

TEST_CASE("each statement has the place of its object's value") {
  const Read got = read(in_vocab(R"( "@id": "x", "@type": "T",
 "title": "a", "number": [1, 2.5, true],
 "part": {"@id": "y", "é": {"@value": "z", "@language": "fr"}},
 "list": {"@list": ["p", "q"]}})"));
  CHECK(got.complete);
  CHECK(got.messages() == Strings{});
  CHECK(got.lines ==
        Strings{
            "http://b/x http://www.w3.org/1999/02/22-rdf-syntax-ns#type http://v/T 2:23",
            "http://b/x http://v/title 'a' 3:11",
            "http://b/x http://v/number '1'^integer 3:27",
            "http://b/x http://v/number '2.5E0'^double 3:30",
            "http://b/x http://v/number 'true'^boolean 3:35",
            "http://b/x http://v/part http://b/y 4:10",
            "http://b/y http://v/é 'z'@fr 4:39",
            "http://b/x http://v/list _:anon0 5:10",
            "_:anon0 http://www.w3.org/1999/02/22-rdf-syntax-ns#first 'p' 5:21",
            "_:anon0 http://www.w3.org/1999/02/22-rdf-syntax-ns#rest _:anon1 5:26",
            "_:anon1 http://www.w3.org/1999/02/22-rdf-syntax-ns#first 'q' 5:26",
            "_:anon1 http://www.w3.org/1999/02/22-rdf-syntax-ns#rest "
            "http://www.w3.org/1999/02/22-rdf-syntax-ns#nil 5:10",
        });
}

TEST_CASE("named graphs are told to the sink, and the default graph again") {
  const Read got = read(in_vocab(R"("@id": "g", "a": 1, "@graph": [{"@id": "x", "b": 2}],
"@included": [{"@id": "z", "c": 3}]})"));
  CHECK(got.lines == Strings{"http://b/g http://v/a '1'^integer 2:18",
                             "http://b/z http://v/c '3'^integer 3:33",
                             "http://b/x http://v/b '2'^integer 2:50 in http://b/g"});
}

TEST_CASE("labels of the file never meet ours, and labels that RDF does not know are renamed") {
  const Read got = read(in_vocab(R"("@id": "_:anon0", "a": [{}, {"@id": "_:b 1"}, {"@id": "_:b"},
{"@id": "_:b 1"}]})"));
  CHECK(got.lines == Strings{"_:anon_0 http://v/a _:anon0 2:25", "_:anon_0 http://v/a _:anon1 2:29",
                             "_:anon_0 http://v/a _:b 2:47", "_:anon_0 http://v/a _:anon1 3:1"});
}

TEST_CASE("keys that mean nothing are told once each, with the nearest term") {
  const Read got = read(R"({"@context": {"title": "http://v/title", "no": null},
"@graph": [{"@id": "x", "titel": "a", "title": "b", "no": 1}, {"titel": "c", "zzz": 1,
"@typo": 2}], "12": 3})");
  CHECK(got.complete);
  CHECK(got.lines == Strings{"http://b/x http://v/title 'b' 2:48"});
  CHECK(
      got.messages() ==
      Strings{"a.jsonld:2:25: /@graph/0/titel: the key \"titel\" is in no context and is ignored "
              "with its value (2 in this file): is \"title\" meant?",
              "a.jsonld:2:78: /@graph/1/zzz: the key \"zzz\" is in no context, so it means nothing "
              "and is ignored with its value (1 in this file)",
              "a.jsonld:3:1: /@graph/1/@typo: \"@typo\" looks like a keyword of JSON-LD but is "
              "none: it is ignored with its value (1 in this file)",
              "a.jsonld:3:15: /12: the key \"12\" is in no context, so it means nothing and is "
              "ignored with its value (1 in this file)"});
  for (const Diagnostic& diagnostic : got.found) CHECK(diagnostic.severity == Severity::Warning);
}

TEST_CASE("a document without context says so") {
  const Read got = read(R"({"title": "a"})");
  CHECK(got.lines.empty());
  REQUIRE(got.found.size() == 2);
  CHECK(got.found[0].code == "jsonld-no-context");
}

TEST_CASE("what cannot stand in RDF is left out with a warning") {
  const Read got = read(in_vocab(R"("@id": "x", "a": {"@id": "http://e/a b"},
"b": {"@value": "c", "@language": "not a language"}, "_:p": 1, "ok": 1, "loose": []})"));
  CHECK(got.complete);
  CHECK(got.lines == Strings{"http://b/x http://v/ok '1'^integer 3:70"});
  REQUIRE(got.found.size() == 3);
  CHECK_THAT(got.messages()[0], Catch::Contains("2:18: /a: \"http://e/a b\" is no address"));
  CHECK_THAT(got.messages()[1], Catch::Contains("/b/@value: \"not a language\" is no language"));
  CHECK(got.found[2].code == "jsonld-no-property-iri");
}

TEST_CASE("an error in one node is reported, and the other nodes are read") {
  const Read got = read(in_vocab(R"("@graph": [
 {"@id": "a", "t": "good"},
 {"@id": "b", "t": {"@value": ["bad"]}, "u": "kept"},
 {"@id": "c", "part": [{"@id": "d", "@index": 1}, {"@id": "e"}], "t": 1},
 {"@id": 7, "t": "nobody"},
 {"@id": "f", "@context": 3, "t": 1},
 {"@id": "g", "t": "good"}]})"));
  CHECK_FALSE(got.complete);
  CHECK(got.lines ==
        Strings{"http://b/a http://v/t 'good' 3:20", "http://b/b http://v/u 'kept' 4:46",
                "http://b/c http://v/part http://b/e 5:51",
                "http://b/c http://v/t '1'^integer 5:71", "http://b/g http://v/t 'good' 8:20"});
  CHECK(got.losses == Strings{"http://b/b", "http://b/c", "http://b/d", "http://b/f"});
  const Strings messages = got.messages();
  REQUIRE(messages.size() == 4);
  CHECK_THAT(messages[0],
             Catch::Contains("a.jsonld:4:31: /@graph/1/t/@value: \"@value\" is a text"));
  CHECK_THAT(messages[1], Catch::Contains("5:47: /@graph/2/part/0/@index: \"@index\" is a text"));
  CHECK_THAT(messages[2],
             Catch::Contains("6:10: /@graph/3/@id: the \"@id\" of an object is one text"));
  CHECK_THAT(messages[3], Catch::Contains("7:27: /@graph/4/@context: a context is an address"));
}

TEST_CASE("a wrong context of the document means that nothing is read") {
  const Read got =
      read("{\"@context\": {\"a\": {\"@id\": \"a\",\n \"@container\": \"@bag\"}}, \"a\": 1}");
  CHECK_FALSE(got.complete);
  CHECK(got.lines.empty());
  REQUIRE(got.found.size() == 1);
}

TEST_CASE("many errors are counted, not all shown") {
  std::string text = in_vocab("\"@graph\": [");
  for (int i = 0; i < 500; ++i) text += "{\"@id\": 1},";
  const Read got = read(text + "{\"@id\": \"x\", \"a\": 1}]}");
  CHECK(got.lines.size() == 1);
  REQUIRE(got.found.size() == 101);
  CHECK(got.messages().back() == "a.jsonld: 400 more errors are not shown");
}

TEST_CASE("a syntax error of JSON loses the file and says where") {
  const Read got = read("{\"@context\": {},\n \"a\": }");
  CHECK_FALSE(got.complete);
  REQUIRE(got.found.size() == 1);
  CHECK(got.found[0].place.position == Position{2, 7});
}

TEST_CASE("a text in the middle of its file has the file's lines") {
  Read result;
  Source source{"{\"@id\": \"http://x/\",\n\"http://x/p\": 1, \"http://x/p\": 2}", "", "page"};
  source.first_line = 10;
  CHECK(read_jsonld(source, result, result.found));
  CHECK(result.lines == Strings{"http://x/ http://x/p '2'^integer 11:32"});
  REQUIRE(result.found.size() == 1);
  CHECK(result.found[0].place.position == Position{11, 18});
}

TEST_CASE("numbers have their canonical form") {
  const auto form = [](std::string_view written, bool as_double = false) {
    std::string text;
    const auto kind = jsonld::canonical_number(written, as_double, text);
    return text + (kind == jsonld::NumberKind::Integer ? " i" : " d");
  };
  CHECK(form("5") == "5 i");
  CHECK(form("-0") == "0 i");
  CHECK(form("5.0") == "5 i");
  CHECK(form("1e3") == "1000 i");
  CHECK(form("12345678901234567890") == "12345678901234567890 i");
  CHECK(form("5.3") == "5.3E0 d");
  CHECK(form("-0.00012") == "-1.2E-4 d");
  CHECK(form("1e21") == "1.0E21 d");
  CHECK(form("5", true) == "5.0E0 d");
}

TEST_CASE("a large file on one line is read in time that grows with its size") {
  std::string text = R"({"@context": {"@vocab": "http://v/", "n": "@nest"}, "@graph": [)";
  for (int i = 0; i < 20'000; ++i)
    text += R"({"n": {"z": ")" + std::string(40, 'x') + R"("}, "a": "b", "@id": "i)" +
            std::to_string(i) + "\"},";
  const Read got = read(text + "{}]}");
  CHECK(got.complete);
  CHECK(got.lines.size() == 40'000);
}

TEST_CASE("a long base before every address is refused before it fills the memory") {
  std::string text =
      R"({"@context": {"@base": "http://e/)" + std::string(1'000'000, 'x') + R"(/"}, "@graph": [)";
  for (int i = 0; i < 300; ++i) text += R"({"@id": "a", "http://e/p": 1},)";
  const Read got = read(text + "{}]}");
  REQUIRE(got.found.size() == 1);
  CHECK(got.found.front().code == "jsonld-addresses-grow");
}

TEST_CASE("a long vocabulary before every key is refused before it fills the disk") {
  std::string text =
      R"({"@context": {"@vocab": "http://e/)" + std::string(1'000'000, 'x') + R"(/"}, "@graph": [)";
  for (int i = 0; i < 300; ++i) text += R"({"a": 1},)";
  const Read got = read(text + "{}]}");
  CHECK_FALSE(got.complete);
  REQUIRE(got.found.size() == 1);
  CHECK(got.found.front().code == "syntax-iris-grow");
}

TEST_CASE("a language that is null is none") {
  const Read got = read(R"({"http://e/p": {"@value": "x", "@language": null}})");
  CHECK(got.complete);
  REQUIRE(got.lines.size() == 1);
  CHECK(got.lines.front().find("'x'") != std::string::npos);
}
