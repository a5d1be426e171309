// TriG and N-Quads: graphs and their names, what a fault in a block costs, how they are written.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "indexer/rdf/convert.h"
#include "indexer/rdf/graph_set.h"
#include "tests/catch.h"
#include "tests/rdf/reading.h"

using namespace pinakes;
using namespace pinakes::rdf;
using Texts = std::vector<std::string>;

namespace {

struct Graphs {
  GraphSet set;
  Diagnostics found;
  bool complete = false;

  /// Sizes by name; the default graph has none.
  std::map<std::string, std::size_t> sizes() const {
    std::map<std::string, std::size_t> result;
    if (set.default_graph().size() > 0) result[""] = set.default_graph().size();
    for (const auto& [key, named] : set.named())
      if (named.graph.size() > 0) result[named.value] = named.graph.size();
    return result;
  }
  Texts messages() const {
    const Messages english(PINAKES_ROOT, "en");
    Texts result;
    for (const Diagnostic& diagnostic : found) result.push_back(english.format(diagnostic));
    return result;
  }
};

Graphs read_set(std::string_view format, std::string_view text) {
  Graphs graphs;
  graphs.complete =
      format_named(format)->read({text, "http://e/", "x.trig"}, graphs.set, graphs.found);
  graphs.set.finish();
  return graphs;
}

std::string written(std::string_view format, const GraphSet& set) {
  StringOutput text;
  Diagnostics left_out;
  write(*format_named(format), set, text, left_out);
  CHECK(left_out.empty());
  return text.text;
}

using Sizes = std::map<std::string, std::size_t>;
}  // namespace

TEST_CASE("TriG: blocks with and without a name") {
  const auto read = read_set("trig",
                             "@prefix : <http://e/> .\n"
                             ":a :p 1 . { :b :p 2 . :c :p [ :q 3 ] } <g> { :d :p 4, 5 }\n"
                             "GRAPH :h { } graph _:x { <e> a :T ; }\n"
                             "[ ] { :f :p _:x . [ :q 6 ] } PREFIX z: <z#>\n"
                             "z:1 { () :p () . } :graph :p :GRAPH . [ :r 7 ] .");
  CHECK(read.messages() == Texts{});
  CHECK(read.complete);
  CHECK(read.sizes() ==
        Sizes{{"", 6}, {"http://e/g", 2}, {"x", 1}, {"anon2", 2}, {"http://e/z#1", 1}});
}

TEST_CASE("TriG: one fault costs its statement, and what follows stands in the right graph") {
  struct Case {
    std::string_view text, message;
    Sizes sizes;
  };
  const Case kCases[] = {
      {"<g> { <a> <p> \"x\" ; . <b> <p> oops . <c> <p> 1 } <d> <p> 1 .",
       "x.trig:1:31: expected an object (an IRI, a name such as 'ex:a', a text in quotation marks, "
       "a number), found 'oops'",
       {{"http://e/g", 2}, {"", 1}}},
      {"<g> { <a> <p> 1 <q> 2 } <d> <p> 1 .",
       "x.trig:1:17: expected ';', '.' or '}' after object, found '<q>'",
       {{"", 1}, {"http://e/g", 1}}},
      {"<g> {\n  <a> <p> \"no end .\n}\n<d> <p> 1 .",
       "x.trig:2:11: the text \"no end .... has no closing \" on its line; text of several lines "
       "stands between three quotation marks",
       {{"", 1}}},
      {"<g> { <a> <p> 1 .\n<h> { <b> <p> 1 . <c> <p> 2 } <d> <p> 1 .",
       "x.trig:2:1: a graph starts here inside the graph of line 1: close that one with '}' before",
       {{"http://e/g", 1}, {"http://e/h", 2}, {"", 1}}},
      {"<g> { <a> <p> 1 .\nGRAPH <h> { <b> <p> 1 . <c> <p> 2 } <d> <p> 1 .",
       "x.trig:2:1: a graph starts here inside the graph of line 1: close that one with '}' before",
       {{"http://e/g", 1}, {"http://e/h", 2}, {"", 1}}},
      {"<a> <p> 1 . } <d> <p> 1 .",
       "x.trig:1:13: '}' closes no graph here: remove it, or open the graph with '{'",
       {{"", 2}}},
      {"GRAPH \"g\" { <a> <p> 1 . <b> <p> 2 . } <d> <p> 1 .",
       "x.trig:1:7: expected the name of a graph (an IRI or a blank node) after GRAPH, found "
       "'\"g\"'",
       {{"", 1}}},
      {"GRAPH <g> <h> { <a> <p> \"}\" . <b> <p> 2 } <d> <p> 1 .",
       "x.trig:1:11: expected '{' after the name of the graph, found '<h>'",
       {{"", 1}}},
      {"<g> { @prefix : <http://e/> . :a :p 1 } <d> <p> 1 .",
       "x.trig:1:7: declarations stand outside of graphs: move this one above the '{', or close "
       "the graph with '}' before it",
       {{"", 1}, {"http://e/g", 1}}},
      {"<d> <p> 1 .\n<g> {\n<a> <p> 1 .\n",
       "x.trig:4:1: the graph that starts at line 2 has no closing '}': is the file cut short?",
       {{"", 1}, {"http://e/g", 1}}},
      {"(1) { <a> <p> 1 } <d> <p> 1 .",
       "x.trig:1:5: expected a property (an IRI, a name such as 'dct:title', or 'a'), found '{'",
       {{"", 3}}},
  };
  for (const Case& test : kCases) {
    INFO(test.text);
    const auto read = read_set("trig", test.text);
    CHECK(read.messages() == Texts{std::string(test.message)});
    CHECK_FALSE(read.complete);
    CHECK(read.sizes() == test.sizes);
  }
}

TEST_CASE("TriG: subjects of a block without a known name are lost") {
  const auto read =
      tests::read("trig", "GRAPH oops {\n <a> <p> 1 . <b> <p> 2 . }\n<d> <p> 1 .", "http://e/");
  Texts lost = read.lost();
  std::sort(lost.begin(), lost.end());
  CHECK(lost == Texts{"http://e/a", "http://e/b"});
  CHECK(read.graph.size() == 1);
}

TEST_CASE("TriG: brackets of every kind, 200,000 of each, end soon") {
  for (const char* open : {"{", "}", "{}", "<g>{", "<g> { <a> <p> [", "GRAPH ", "{(", "[]{"}) {
    std::string text;
    for (int i = 0; i < 200'000; ++i) text += open;
    INFO(open);
    const auto read = read_set("trig", text);
    CHECK(read.found.size() <= 101);
    CHECK(read.complete == (std::string_view(open) == "{}"));
  }
}

TEST_CASE("N-Quads: the name stands behind the object") {
  const auto read = read_set("nquads",
                             "<http://a> <http://p> \"1\" <http://g> .\n"
                             "<http://a> <http://p> \"2\"@en _:g.\n"
                             "<http://a> <http://p> _:g .\n"
                             "<http://a> <http://p> <http://b> <http://g> . # end\n"
                             "<http://b> <http://p> \"1\" \"g\" .\n"
                             "<http://b> <http://p> \"1\" <http://g> <http://h> .\n");
  CHECK(read.messages() ==
        Texts{"x.trig:5:27: expected '.' or the name of a graph after object, found '\"g\"'",
              "x.trig:6:38: expected '.' after object, found '<http://h>'"});
  CHECK(read.sizes() == Sizes{{"", 1}, {"http://g", 2}, {"g", 1}});
}

TEST_CASE("a set is written with its names, nested where no blank node is shared") {
  const auto read = read_set("trig",
                             "@prefix d: <http://purl.org/dc/terms/> . <a> d:title \"T\" .\n"
                             "<g> { <b> d:publisher [ d:title \"P\" ] . <c> d:title \"x\" }");
  const std::string trig = written("trig", read.set);
  CHECK(trig.ends_with(R"(
<http://e/a> dct:title "T" .

<http://e/g> {
    <http://e/b> dct:publisher [
            dct:title "P"
        ] .

    <http://e/c> dct:title "x" .
}
)"));
  CHECK(isomorphic(read_set("trig", trig).set, read.set));
  CHECK(written("nquads", read.set) ==
        "<http://e/a> <http://purl.org/dc/terms/title> \"T\" .\n"
        "<http://e/b> <http://purl.org/dc/terms/publisher> _:anon1 <http://e/g> .\n"
        "<http://e/c> <http://purl.org/dc/terms/title> \"x\" <http://e/g> .\n"
        "_:anon1 <http://purl.org/dc/terms/title> \"P\" <http://e/g> .\n");
}

TEST_CASE("blank nodes that graphs share are the same after every way of writing") {
  for (const char* text : {"<g> { <a> <p> _:x } _:x <q> 1 .", "_:x { <a> <p> 1 } <d> <p> _:x .",
                           "<g> { _:x <p> [ <q> _:y ] } <h> { _:y <p> _:x }",
                           "[] { [] <p> ( 1 [] ) }", "<g> { <a> <p> _:x } <h> { <a> <p> _:y }"}) {
    INFO(text);
    const auto read = read_set("trig", text);
    REQUIRE(read.complete);
    for (const char* format : {"trig", "nquads"}) {
      const std::string document = written(format, read.set);
      INFO(document);
      const auto again = read_set(format, document);
      CHECK(again.messages() == Texts{});
      CHECK(isomorphic(again.set, read.set));
      if (document.find("anon") == std::string::npos)  // those are given new labels
        CHECK(written(format, again.set) == document);
    }
  }
}

TEST_CASE("conversion keeps names where it can and says where it cannot") {
  const Source source{
      "<http://e/g> { <http://e/a> <http://e/p> _:x } <http://e/h> { } "
      "_:x <http://e/p> <http://e/a> .",
      "", "x.trig"};
  const auto to = [&](std::string_view name, Diagnostics& found) {
    StringOutput output;
    CHECK(convert(source, *format_named("trig"), *format_named(name), output, found));
    return output.text;
  };
  Diagnostics none, joined;
  CHECK(to("nquads", none) ==
        "<http://e/a> <http://e/p> _:x <http://e/g> .\n_:x <http://e/p> <http://e/a> .\n");
  CHECK(to("trig", none).find("<http://e/g> {") != std::string::npos);
  CHECK(none.empty());
  CHECK(to("ntriples", joined) ==
        "<http://e/a> <http://e/p> _:x .\n_:x <http://e/p> <http://e/a> .\n");
  CHECK(to("turtle", joined) ==
        "\n<http://e/a> <http://e/p> [\n        <http://e/p> <http://e/a>\n    ] .\n");
  REQUIRE(joined.size() == 2);
  CHECK(Messages(PINAKES_ROOT, "en").format(joined.front()) ==
        "x.trig: the file has named graphs (1): their statements were read together, without the "
        "names");
}
