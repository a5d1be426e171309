// The files of web/ in memory.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/static_files.h"

#include "tests/catch.h"
#include "tests/http/inflate.h"
#include "tests/temporary_folder.h"

using namespace pinakes;

TEST_CASE("only style sheets, scripts and pictures of style and components are served") {
  const test::TemporaryFolder folder;
  folder.write("style/base.css", std::string(4000, 'a'));
  folder.write("components/facets/facets.js", "export {};");
  folder.write("components/facets/facets.test.js", "throw 1;");
  folder.write("components/facets/notes.txt", "no");
  folder.write("pages/home.html", "no");
  folder.write("secret.css", "no");
  const StaticFiles files(folder.path());
  CHECK(files.all().size() == 2);
  const StaticFile* css = files.find("style/base.css");
  REQUIRE(css != nullptr);
  CHECK(css->type == "text/css; charset=utf-8");
  CHECK(test::gunzip(css->gzip) == css->body);
  CHECK(files.find("components/facets/facets.js")->gzip.empty());
  CHECK(files.find("style/../secret.css") == nullptr);
  CHECK(files.find("") == nullptr);
}

TEST_CASE("no folder is no files") { CHECK(StaticFiles("/nowhere").all().empty()); }

TEST_CASE("the fingerprint changes with any file's name or content") {
  const test::TemporaryFolder folder;
  folder.write("a.txt", "1");
  const std::string first = content_fingerprint({folder.path()});
  CHECK(content_fingerprint({folder.path()}) == first);
  folder.write("a.txt", "2");
  const std::string second = content_fingerprint({folder.path()});
  CHECK(second != first);
  folder.write("b.txt", "");
  CHECK(content_fingerprint({folder.path()}) != second);
}
