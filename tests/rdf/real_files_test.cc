// Every real file: read, written in every format, read again; cut short, it does no harm.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <set>
#include <vector>

#include "indexer/rdf/contexts.h"
#include "indexer/rdf/isomorphic.h"
#include "tests/catch.h"
#include "tests/rdf/reading.h"
#include "tests/shared.h"

using namespace pinakes;
using namespace pinakes::rdf;
namespace fs = std::filesystem;

namespace {

/// What publishers got wrong, or what is no description: its message is tested elsewhere.
const std::set<std::string> kNotWhole = {
    "RKI_SARS-CoV-2_Infektionen_in_Deutschland.ttl",       // a prefix that is not declared
    "example-bee-population-dataset-series-combined.ttl",  // names with a stray slash
    "full_croissant_dataset.jsonld",                       // a comma too many
    "dcat-ap.jsonld",  // the context of DCAT-AP: an invalid term
};

std::vector<fs::path> real_files() {
  std::vector<fs::path> files;
  for (const char* part : {"corpora", "healthdcat-ap"}) {
    if (!fs::exists(tests::shared() / part)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(tests::shared() / part))
      if (entry.is_regular_file() && format_of_extension(entry.path()) != nullptr)
        files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

struct Read {
  Graph graph;
  Diagnostics found;
  bool complete = false;
};

Read read(const Format& format, std::string_view text, const Contexts& contexts) {
  Read result;
  Source source{text, "http://e.org/folder/file", "FILE"};
  source.contexts = &contexts;
  result.complete = format.read(source, result.graph, result.found);
  result.graph.finish();
  return result;
}

}  // namespace

TEST_CASE("every real file survives every format") {
  const std::vector<fs::path> files = real_files();
  if (files.empty()) {
    WARN("skipped: no real files in " << tests::shared());
    return;
  }
  const Contexts contexts(PINAKES_ROOT);
  std::size_t round_trips = 0;
  for (const fs::path& file : files) {
    INFO(file);
    const Read first = read(*format_of_extension(file), tests::read_file(file), contexts);
    CHECK(first.complete == !kNotWhole.contains(file.filename().string()));
    for (const Format& format : formats()) {
      if (format.writer == nullptr) continue;
      INFO(format.name);
      StringOutput text;
      Diagnostics left_out;
      write(format, first.graph, text, left_out);
      const Read again = read(format, text.text, contexts);
      CHECK(again.complete);
      CHECK(again.graph.size() + left_out.size() == first.graph.size());
      if (left_out.empty()) {
        CHECK(isomorphic(first.graph, again.graph));
        StringOutput twice;
        write(format, again.graph, twice, left_out);
        CHECK(twice.text == text.text);
      } else {
        CHECK(format.name == "rdfxml");  // some keys of foreign JSON are no XML names
      }
      ++round_trips;
    }
  }
  CHECK(round_trips >= 642);  // 107 files, six formats
}

TEST_CASE("a real file that is cut anywhere is read without harm, and says so where it is lost") {
  const Contexts contexts(PINAKES_ROOT);
  for (const fs::path& file : real_files()) {
    INFO(file);
    const std::string whole = tests::read_file(file);
    const Format& format = *format_of_extension(file);
    const std::size_t step = std::max<std::size_t>(1000, whole.size() / 50);
    for (std::size_t size = step; size < whole.size(); size += step) {
      INFO(size);
      const Read cut = read(format, std::string_view(whole).substr(0, size), contexts);
      const bool error = std::ranges::any_of(
          cut.found, [](const Diagnostic& one) { return one.severity == Severity::Error; });
      CHECK(cut.complete == !error);
      for (const Diagnostic& one : cut.found) {
        if (one.severity == Severity::Error) CHECK(one.place.position.line > 0);
        CHECK_FALSE(one.place.file.empty());
      }
      if (format.name == "rdfxml" || format.name == "jsonld" || format.name == "json")
        CHECK_FALSE(cut.complete);  // these end with what they began with
    }
  }
}
