// Bad input in every format of the Turtle family: cut, in another encoding, far too long.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <filesystem>

#include "indexer/rdf/graph_set.h"
#include "tests/catch.h"
#include "tests/rdf/reading.h"
#include "tests/shared.h"

using namespace pinakes;
using namespace pinakes::rdf;

namespace {

constexpr const char* kFamily[] = {"turtle", "trig", "ntriples", "nquads"};

/// Some samples of this repository, as one document.
std::string sample(const char* format) {
  GraphSet set;
  Diagnostics found;
  for (const char* file : {"cancer.ttl", "health-system.ttl"}) {
    const std::string name = std::string("http://e/") + file;
    const Term graph = iri(name);
    if (format_named(format)->names_graphs) set.graph(&graph);
    const std::string text =
        tests::read_file(std::filesystem::path(PINAKES_ROOT) / "schemas" / "examples" / file);
    REQUIRE(format_named("turtle")->read({text, name, "sample"}, set, found));
  }
  set.finish();
  StringOutput text;
  write(*format_named(format), set, text, found);
  CHECK(found.empty());
  return text.text;
}

std::string utf16(std::string_view ascii, std::size_t high) {
  std::string result;
  for (const char c : ascii) {
    char unit[2] = {c, c};
    unit[high] = '\0';
    result.append(unit, 2);
  }
  return result;
}
}  // namespace

TEST_CASE("a document cut anywhere gives its statements before the cut, and says where it ends") {
  for (const char* format : kFamily) {
    const std::string text = sample(format);
    const std::size_t all = tests::read(format, text).graph.size();
    REQUIRE(text.size() > 20'000);
    std::size_t cut_inside = 0, before = 0;
    for (std::size_t end = 1000; end < text.size(); end += 1000) {
      INFO(format << " cut at " << end);
      const auto read = tests::read(format, std::string_view(text).substr(0, end));
      CHECK(read.complete == read.found.empty());
      CHECK(read.found.size() <= 2);
      for (const Diagnostic& diagnostic : read.found) {
        const auto lines = std::count(text.data(), text.data() + end, '\n');
        CHECK(diagnostic.place.position.line > 0);
        CHECK(diagnostic.place.position.line <= lines + 1);
      }
      CHECK(read.graph.size() <= all);
      CHECK(read.graph.size() + 3 >= before);  // a nested node may lose its label's statement
      before = read.graph.size();
      cut_inside += read.complete ? 0 : 1;
    }
    CHECK(cut_inside * 1000 > text.size() * 3 / 4);
  }
}

TEST_CASE("UTF-16 is named and what to do is said, with a byte-order mark or without") {
  const std::string line = "<http://e/s> <http://e/p> \"some text\" .\n";
  const std::string little = utf16(line, 1), big = utf16(line, 0);
  for (const char* format : kFamily) {
    for (const std::string& text : {"\xFF\xFE" + little, "\xFE\xFF" + big, little, big}) {
      const auto read = tests::read(format, text);
      INFO(format << ' ' << (read.found.empty() ? "" : read.messages().front()));
      CHECK_FALSE(read.complete);
      REQUIRE(read.found.size() == 1);
      CHECK(read.messages().front().find("UTF-16: save") != std::string::npos);
    }
  }
}

TEST_CASE("Latin-1 is named, and what has no accent is read") {
  std::string text;
  for (int i = 0; i < 30; ++i)
    text += "<http://e/" + std::to_string(i) + "> <http://e/p> \"h" + (i % 2 == 0 ? "\xF4" : "o") +
            "pital\" .\n";
  for (const char* format : kFamily) {
    const auto read = tests::read(format, text);
    INFO(format);
    CHECK_FALSE(read.complete);
    CHECK(read.graph.size() == 15);
    CHECK(read.lost().size() == 15);
    REQUIRE_FALSE(read.found.empty());
    CHECK(read.messages().front() ==
          "x.ttl:1:29: byte 0xF4 is not UTF-8; the file looks like Latin-1 or Windows-1252: save "
          "it as UTF-8");
  }
}

TEST_CASE("a byte-order mark is nothing in every format") {
  for (const char* format : kFamily)
    CHECK(tests::read(format, "\xEF\xBB\xBF<http://e/s> <http://e/p> \"x\" .\n").complete);
}

TEST_CASE("a text of 100 MB costs one message and its own statement") {
  const std::size_t size = std::size_t{100} << 20U;
  for (const char* filling : {"\\n", "\xC3\xA9"}) {
    std::string text = "<http://e/s> <http://e/p> \"";
    while (text.size() < size) text += filling;
    text += "\" .\n<http://e/t> <http://e/p> \"ok\" .\n";
    for (const char* format : kFamily) {
      const auto read = tests::read(format, text);
      INFO(format << ' ' << filling);
      CHECK(read.messages() ==
            std::vector<std::string>{"x.ttl:1:27: this text is longer than 16 MB"});
      CHECK(read.lost() == std::vector<std::string>{"http://e/s"});
      CHECK(read.graph.find(literal("ok")));
    }
  }
}
