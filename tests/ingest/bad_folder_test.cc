// Folders: good files beside bad ones, hidden files, loops, odd names.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "indexer/ingest/inputs.h"
#include "tests/catch.h"
#include "tests/ingest/catalogue.h"

using namespace pinakes;
using namespace pinakes::test;

namespace {

std::vector<std::string> codes_of(const IngestReport& report, std::string_view file) {
  std::vector<std::string> codes;
  for (const Diagnostic& one : report.diagnostics)
    if (one.place.file.ends_with(file)) codes.push_back(one.code);
  return codes;
}

const Diagnostic& only(const IngestReport& report, std::string_view file) {
  const auto found =
      std::find_if(report.diagnostics.begin(), report.diagnostics.end(),
                   [&](const Diagnostic& d) { return d.place.file.ends_with(file); });
  if (found == report.diagnostics.end()) throw std::runtime_error("no message for the file");
  return *found;
}

}  // namespace

TEST_CASE("five bad files cost nothing of fifty good ones, and each is told where it is wrong") {
  const Catalogue catalogue;
  for (int i = 0; i < 50; ++i)
    catalogue.write("good" + std::to_string(i) + ".ttl",
                    document(turtle(std::to_string(i), "Good " + std::to_string(i))));
  const std::string whole = document(turtle("cut", "Cut"));
  catalogue.write("truncated.ttl", whole.substr(0, whole.size() - 30));
  catalogue.write("picture.ttl", std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16));
  catalogue.write("deep.ttl", document("<https://example.org/deep> a dcat:Dataset ; dct:title ") +
                                  std::string(200000, '['));
  catalogue.write("empty.ttl", "");
  catalogue.write("latin1.ttl",
                  document("<https://example.org/l> a dcat:Dataset ; dct:title \"Caf\xE9\" .\n"));
  const IngestReport report = catalogue.take_all(Prune::Yes);
  CHECK(report.counts.added == 50);
  CHECK(report.failed_files == 5);
  CHECK(report.prune == IngestReport::PruneResult::FilesFailed);
  CHECK(catalogue.keys().size() == 50);
  CHECK(catalogue.consistent());
  for (const char* name : {"truncated.ttl", "picture.ttl", "deep.ttl", "empty.ttl", "latin1.ttl"}) {
    INFO(name);
    REQUIRE_FALSE(codes_of(report, name).empty());
    CHECK(codes_of(report, name).size() <= 3);  // a message, not a flood
    const Diagnostic& first = only(report, name);
    CHECK(first.severity == Severity::Error);
    CHECK(first.place.position.line > 0);
    CHECK(first.place.position.column > 0);
  }
  CHECK(codes_of(report, "empty.ttl") == std::vector<std::string>{"no-dataset"});
  CHECK(only(report, "empty.ttl").place.position == Position{1, 1});
  CHECK(only(report, "latin1.ttl").place.position == Position{4, 56});
}

TEST_CASE("a file without dataset counts as failed") {
  const Catalogue catalogue;
  const std::string file =
      catalogue.write("a.ttl", document("<https://example.org/x> dct:title \"No dataset\" .\n"));
  const IngestReport report = catalogue.take({file});
  CHECK(report.failed_files == 1);
  REQUIRE(find_code(report, "no-dataset") != nullptr);
}

TEST_CASE("folders are walked in order, without hidden files, other files and loops") {
  const TemporaryFolder folder;
  for (const char* name :
       {"b/2.ttl", "a/1.nt", "a/notes.txt", ".hidden/3.ttl", "a/.4.ttl", "c.ttl"})
    folder.write(name, "");
  std::filesystem::create_directory_symlink("..", folder / "a/up");
  std::filesystem::create_symlink("../c.ttl", folder / "b/again.ttl");
  Diagnostics found;
  std::vector<std::string> names;
  for (const InputFile& file : input_files({folder.path().string()}, found))
    names.push_back(std::filesystem::relative(file.shown, folder.path()).string());
  CHECK(found.empty());
  CHECK(names == std::vector<std::string>{"a/1.nt", "b/2.ttl", "c.ttl"});
  const auto twice = input_files({(folder / "c.ttl").string(), folder.path().string()}, found);
  CHECK(twice.size() == 3);
  CHECK(twice[0].named);
}

TEST_CASE("what was named and cannot be taken is said, the rest goes on") {
  const Catalogue catalogue;
  const std::string good = catalogue.write("a.ttl", document(turtle("1", "One")));
  const std::string notes = catalogue.write("notes.txt", "not RDF");
  const IngestReport report =
      catalogue.take({(catalogue.folder / "missing.ttl").string(), notes, good});
  CHECK(report.counts.added == 1);
  CHECK(report.failed_files == 2);
  CHECK(codes_of(report, "missing.ttl") == std::vector<std::string>{"unreadable-file"});
  CHECK(codes_of(report, "notes.txt") == std::vector<std::string>{"unknown-format"});
}
