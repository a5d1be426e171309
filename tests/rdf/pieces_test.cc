// Line formats read in pieces: the same as in one, whatever the cut.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/pieces.h"

#include <cstring>

#include "indexer/rdf/isomorphic.h"
#include "tests/catch.h"
#include "tests/rdf/reading.h"

using namespace pinakes;
using namespace pinakes::rdf;
using Texts = std::vector<std::string>;

namespace {

/// Delivers `text` in portions of odd sizes.
ReadBytes portions(const std::string& text) {
  return [&text, at = std::size_t{0}, n = std::size_t{0}](char* into, std::size_t size) mutable {
    n = n % 13 + 1;
    const std::size_t given = std::min({n, size, text.size() - at});
    std::memcpy(into, text.data() + at, given);
    at += given;
    return given;
  };
}

tests::Reading in_pieces(const std::string& text, PieceLimits limits,
                         std::string_view format = "ntriples") {
  tests::Reading reading;
  reading.complete = read_lines(*format_named(format), portions(text), {{}, {}, "x.ttl"},
                                reading.graph, reading.found, limits);
  reading.graph.finish();
  return reading;
}
}  // namespace

TEST_CASE("pieces give the statements, places and messages of the whole") {
  std::string text;
  for (int i = 0; i < 40; ++i) {
    text += "_:b" + std::to_string(i % 7) + " <http://p> \"é" + std::to_string(i) + "\" .\n";
    if (i % 8 == 3) text += "# a comment\n\n<http://bad> <http://p> oops .\n";
  }
  text += "<http://last> <http://p> \"no line end\" .";
  for (const std::string& ends : {std::string("\n"), std::string("\r\n"), std::string("\r")}) {
    std::string with_ends;
    for (const char c : text) with_ends += c == '\n' ? ends : std::string(1, c);
    const auto whole = tests::read("ntriples", with_ends);
    REQUIRE(whole.found.size() == 5);
    for (const std::size_t size : {40U, 64U, 100U, 1000U, 1U << 20U}) {
      INFO(size);
      const auto pieces = in_pieces(with_ends, {size, 1U << 20U});
      CHECK(pieces.messages() == whole.messages());
      CHECK(pieces.lost() == whole.lost());
      REQUIRE(pieces.graph.size() == whole.graph.size());
      for (std::size_t i = 0; i < whole.graph.size(); ++i)
        CHECK(pieces.graph.position(pieces.graph.triples()[i]) ==
              whole.graph.position(whole.graph.triples()[i]));
      CHECK(isomorphic(pieces.graph, whole.graph));
    }
  }
}

TEST_CASE("pieces share one limit of errors, and behind it every subject is lost") {
  std::string text;
  for (int i = 0; i < 150; ++i)
    text += "<http://bad/" + std::to_string(i) + "> <http://p> oops .\n";
  text += "<http://good> <http://p> \"x\" .\n";
  const auto pieces = in_pieces(text, {200, 1000});
  REQUIRE(pieces.found.size() == 101);
  CHECK(pieces.found.back().code == "too-many-errors");
  CHECK(pieces.found.back().place.position.line == 101);
  CHECK_FALSE(pieces.complete);
  CHECK(pieces.lost().size() == 151);
  CHECK(pieces.graph.size() == 0);
}

TEST_CASE("a line beyond the limit is skipped, and its subject is lost") {
  const std::string text = "<http://a> <http://p> \"1\" .\n<http://b> <http://p> \"" +
                           std::string(3 << 20, 'x') +
                           "\" .\n<http://c> <http://p> \"3\" .\n<http://d> <http://p> oops .\n";
  const auto pieces = in_pieces(text, {1 << 10, 2 << 20});
  CHECK(pieces.messages() ==
        Texts{"x.ttl:2:1: this line is longer than 2 MB: it was skipped",
              "x.ttl:4:23: expected an object (an IRI, a blank node or a text in quotation marks), "
              "found 'oops'"});
  CHECK(pieces.lost() == Texts{"http://b", "http://d"});
  CHECK(pieces.graph.size() == 2);
}

TEST_CASE("no bytes are no statements") {
  const auto pieces = in_pieces("", {});
  CHECK(pieces.complete);
  CHECK(pieces.graph.size() == 0);
}
