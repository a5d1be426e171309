// Formats told by name, media type and content, and what is none of ours.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/sniff.h"

#include "tests/catch.h"

using namespace pinakes;
using namespace pinakes::rdf;

namespace {

struct Told {
  std::string format, code;
  Recognised::By by = Recognised::By::Extension;
};

Told told(std::string_view name, std::string_view start, std::string_view media_type = {}) {
  Diagnostics found;
  const Recognised recognised = recognise(name, media_type, start, "FILE", found);
  CHECK(found.size() <= 1);
  for (const Diagnostic& one : found) CHECK(one.place.file == "FILE");
  return {recognised.format == nullptr ? "" : std::string(recognised.format->name),
          found.empty() ? "" : found.front().code, recognised.by};
}

constexpr std::string_view kTurtle =
    "# a comment\n@prefix dct: <http://purl.org/dc/terms/> .\n"
    "<http://e.org/a> dct:title \"A {b}\"@en ; dct:x [] .\n";
constexpr std::string_view kTriples =
    "<http://e.org/a> <http://e.org/p> \"x\\\" . <y>\"@en .\n_:b <http://e.org/p> _:c .\n";

}  // namespace

TEST_CASE("a name that the content does not contradict is believed") {
  CHECK(told("a.ttl", kTurtle).format == "turtle");
  CHECK(told("a.ttl", kTriples).format == "turtle");
  CHECK(told("A.NT", kTriples).format == "ntriples");
  CHECK(told("a.n3", kTurtle).format == "turtle");
  CHECK(told("a.ttl", "").format == "turtle");
  CHECK(told("a.ttl", "# nothing but a comment").format == "turtle");
  CHECK(told("a.ttl", "this is broken {").format == "turtle");
  CHECK(told("a.nt", "<http://e.org/a> <http://e.org/p> <http://e.org/b> ; x").format ==
        "ntriples");
  CHECK(told("a.ttl", "[] <http://e.org/p> [ <http://e.org/p> 1 ] .").format == "turtle");
  CHECK(told("a.ttl", "[ <http://e.org/p> 1 ] .").code.empty());
  CHECK(told("a.ttl", kTurtle).code.empty());
}

TEST_CASE("content that can be nothing else wins over the name, and is said") {
  const Told turtle = told("a.nt", kTurtle);
  CHECK(turtle.format == "turtle");
  CHECK(turtle.code == "format-by-content");
  CHECK(turtle.by == Recognised::By::Content);
  CHECK(told("a.json", kTurtle).format == "turtle");
  CHECK(told("page.html", kTurtle).format == "turtle");
  CHECK(told("a.nt", "\xEF\xBB\xBFPREFIX a: <http://e.org/>\na:b a:c a:d .").format == "turtle");
}

TEST_CASE("without extension the content decides") {
  CHECK(told("data", kTurtle).format == "turtle");
  CHECK(told("data", kTriples).format == "ntriples");
  CHECK(told("data", kTurtle).code == "format-by-content-only");
  CHECK(told("data.dat", kTurtle).code == "format-by-content");
  CHECK(told("data", "<a> <b> <c> .").format == "turtle");  // relative: no N-Triples
  CHECK(told("", "_:a a <http://e.org/T> .").format == "turtle");
  CHECK(told("data", "just some words. And more.").code == "unknown-format");
  CHECK(told("data", "  \n\t ").code == "not-rdf-empty");
}

TEST_CASE("a media type counts before the extension") {
  const Told one = told("a.nt", kTriples, "text/turtle; charset=utf-8");
  CHECK(one.format == "turtle");
  CHECK(one.by == Recognised::By::MediaType);
  CHECK(told("a.ttl", kTriples, "application/octet-stream").format == "turtle");
}

TEST_CASE("named graphs and four terms are told from Turtle and N-Triples") {
  const auto named = [](std::string_view name) {
    const Format* format = format_named(name);
    return format != nullptr && format->read != nullptr;
  };
  if (named("trig")) {
    CHECK(told("a.ttl", "@prefix e: <http://e.org/> .\ne:g { e:a e:b e:c }").format == "trig");
    CHECK(told("a.ttl", "<http://e.org/g> { <http://e.org/a> a <http://e.org/c> }").format ==
          "trig");
    CHECK(told("data", "GRAPH <http://e.org/g> { }").format == "trig");
    CHECK(told("data", "{ <http://e.org/a> a <http://e.org/c> }").format == "trig");
    CHECK(told("a.trig", kTurtle).format == "trig");
    // A brace in an IRI is a fault of Turtle, not TriG.
    CHECK(told("a.ttl", "<http://e.org/{id}> a <http://e.org/c> .").format == "turtle");
  }
  if (named("nquads")) {
    const std::string quad = "<http://e.org/a> <http://e.org/p> \"x\"@en <http://e.org/g> .\n";
    CHECK(told("a.nt", quad).format == "nquads");
    CHECK(told("data", quad).format == "nquads");
    CHECK(told("a.nq", kTriples).format == "nquads");
  }
}

TEST_CASE("XML and JSON are told from each other and from Turtle") {
  const auto readable = [](std::string_view name) {
    const Format* format = format_named(name);
    return format != nullptr && format->read != nullptr;
  };
  constexpr std::string_view kXml =
      "<?xml version=\"1.0\"?>\n<!-- made by -->\n<!DOCTYPE rdf:RDF [<!ENTITY x \"y>\">]>\n"
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">";
  constexpr std::string_view kOther =
      "<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'></r:RDF>";
  for (const std::string_view xml : {kXml, kOther}) {
    const Told one = told("a.ttl", xml);
    if (readable("rdfxml")) {
      CHECK(one.format == "rdfxml");
      CHECK(one.code == "format-by-content");
      CHECK(told("feed.xml", xml).code.empty());
    } else {
      CHECK(one.format.empty());
    }
  }
  CHECK(told("a.ttl", "<?xml version='1.0'?><gmd:MD_Metadata/>").code == "not-rdf-xml");
  for (const std::string_view text : {"{ \"@context\": \"https://schema.org/\" }",
                                      "[ {\"@id\": \"http://e.org/a\"} ]", "\n{\"@graph\":[]}"}) {
    INFO(text);
    if (readable("jsonld"))
      CHECK(told("a.ttl", text).format == "jsonld");
    else
      CHECK(told("a.ttl", text).code == "not-rdf-json");
  }
  if (!readable("json") && !readable("jsonld"))
    CHECK(told("a.ttl", "{\"dataset\": []}").code == "not-rdf-json");
}

TEST_CASE("what is no RDF is named, with what to do") {
  using namespace std::string_view_literals;
  CHECK(told("a.ttl", "%PDF-1.7\n%\xE2\xE3").code == "not-rdf-document");
  CHECK(told("a.ttl", "\x89PNG\r\n\x1A\n").code == "not-rdf-image");
  CHECK(told("a.ttl", "\xFF\xFE<\0h\0t\0"sv).code == "not-rdf-utf16");
  CHECK(told("a.ttl", "<\0h\0t\0t\0p\0:\0/\0/\0e\0"sv).code == "not-rdf-utf16");
  CHECK(told("a.ttl", "\0<\0h\0t\0t\0p\0:\0/\0/"sv).code == "not-rdf-utf16");
  CHECK(told("a.ttl", "PK\3\4\x14").code == "not-rdf-archive");
  CHECK(told("a.ttl", "\xD0\xCF\x11\xE0\xA1\xB1").code == "not-rdf-office");
  CHECK(told("a.ttl", "\n <!DOCTYPE HTML><html><title>404</title></html>").code == "not-rdf-html");
  CHECK(told("a.ttl", "<html lang=en><body>Not found").code == "not-rdf-html");
  CHECK(told("data", "id,name,age\n1,Anna,40\n2,Bert,50\n").code == "not-rdf-table");
  CHECK(told("data.csv", "id;name;age\n1;Anna;40\n2;Bert;50\n").code == "not-rdf-table");
  CHECK(told("README.md", "# Title\n\nSome words.\n\n- one\n- two\n").code == "not-rdf-document");
}

TEST_CASE("every beginning of a document of ours is told without harm") {
  for (const std::string_view text : {kTurtle, kTriples}) {
    for (std::size_t size = 0; size <= text.size(); ++size) {
      Diagnostics found;
      const Recognised one = recognise("a.ttl", {}, text.substr(0, size), "FILE", found);
      REQUIRE(one.format != nullptr);
      CHECK(one.format->name == "turtle");
    }
  }
}

TEST_CASE("the formats that can be read are listed with their extensions") {
  CHECK(known_formats().starts_with("turtle (.ttl .turtle .n3), "));
}
