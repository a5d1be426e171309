// Files as their owners leave them: pipes, files cut short or growing under the reader.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/ingest/inputs.h"

#include <sys/stat.h>

#include <filesystem>

#include "indexer/base/error.h"
#include "tests/catch.h"
#include "tests/ingest/catalogue.h"

using namespace pinakes;
using namespace pinakes::test;

TEST_CASE("a named pipe is refused at once, and does not stop a run") {
  const Catalogue catalogue;
  catalogue.write("a.ttl", document(turtle("a", "A")));
  const std::string pipe = (catalogue.folder / "in").string() + "/b.ttl";
  REQUIRE(mkfifo(pipe.c_str(), 0644) == 0);
  CHECK_THROWS_AS(FileBytes({pipe, pipe, 0, true}), Error);
  const IngestReport report = catalogue.take_all();
  CHECK(report.counts.added == 1);
  CHECK(report.failed_files == 1);
  REQUIRE(find_code(report, "unreadable-file") != nullptr);
}

TEST_CASE("the bytes of a file stay when its owner cuts it short") {
  const Catalogue catalogue;
  const std::string text(100'000, 'x');
  const std::string file = catalogue.write("a.ttl", text);
  const FileBytes bytes({file, file, text.size(), true});
  std::filesystem::resize_file(file, 1);
  CHECK(bytes.view() == text);
}
