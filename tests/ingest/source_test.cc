// Compressed files and archives, as publishers send them and as attackers would.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/ingest/source.h"

#include <algorithm>

#include "tests/catch.h"
#include "tests/ingest/catalogue.h"
#include "tests/ingest/packing.h"

using namespace pinakes;
using namespace pinakes::test;

namespace {

struct Opened {
  bool whole = false;
  Entries documents;  // as shown, and the text
  std::vector<std::string> names, codes;
  Diagnostics found;
};

Opened opened(const TemporaryFolder& folder, std::string_view name, const std::string& bytes,
              const UnpackLimits& limits = {}) {
  const std::string path = folder.write(name, bytes);
  Opened result;
  result.whole = for_each_document({std::string(name), path, bytes.size(), true}, limits,
                                   result.found, [&](const SourceDocument& document) {
                                     std::string buffer;
                                     result.documents.emplace_back(document.shown,
                                                                   whole_text(document, buffer));
                                     result.names.push_back(document.name);
                                   });
  for (const Diagnostic& one : result.found) result.codes.push_back(one.code);
  return result;
}

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("a compressed file is the file itself, told by its bytes and not by its name") {
  const TemporaryFolder folder;
  const std::string text = document(turtle("1", "One"));
  for (const char* filter : {"gzip", "zstd", "xz", "bzip2"}) {
    INFO(filter);
    const Opened one = opened(folder, "a.ttl", compressed(filter, text));
    CHECK(one.whole);
    CHECK(one.documents == Entries{{"a.ttl", text}});
  }
  const Opened named = opened(folder, "b.ttl.gz", compressed("gzip", text));
  CHECK(named.names == Codes{"b.ttl"});
  CHECK(opened(folder, "plain.gz", text).documents == Entries{{"plain.gz", text}});
  CHECK(opened(folder, "empty.ttl.gz", compressed("gzip", "")).documents ==
        Entries{{"empty.ttl.gz", ""}});
  CHECK(opened(folder, "empty.ttl", "").documents == Entries{{"empty.ttl", ""}});
}

TEST_CASE("of an archive the documents are read, in its order, each by its own name") {
  const TemporaryFolder folder;
  const Entries entries = {{"b/2.ttl", "two"},      {"folder/", ""},     {"a.nt", "one"},
                           {"notes.txt", "text"},   {".hidden.ttl", ""}, {"x/.git/a.ttl", ""},
                           {"__MACOSX/a.nt", "mac"}};
  for (const auto& [format, filter, name] :
       {std::tuple("zip", "none", "a.zip"), std::tuple("ustar", "none", "a.tar"),
        std::tuple("gnutar", "gzip", "a.tgz"), std::tuple("ustar", "zstd", "a.tar.zst"),
        std::tuple("ustar", "xz", "without"), std::tuple("zip", "none", "wrong.ttl")}) {
    INFO(name);
    const Opened one = opened(folder, name, packed(format, filter, entries));
    CHECK(one.whole);
    CHECK(one.codes.empty());
    CHECK(one.documents ==
          Entries{{std::string(name) + "!/b/2.ttl", "two"}, {std::string(name) + "!/a.nt", "one"}});
    CHECK(one.names == Codes{"2.ttl", "a.nt"});
  }
}

TEST_CASE("names of entries are shown without control characters, and reach nothing outside") {
  const TemporaryFolder folder;
  const Opened one = opened(
      folder, "a.tar",
      packed(
          "gnutar", "none",
          {{"../../etc/a.ttl", "up"}, {"\x1B[2Jred\n.ttl", "escape"}, {"caf\xE9.ttl", "latin"}}));
  CHECK(one.whole);
  CHECK(one.documents == Entries{{"a.tar!/../../etc/a.ttl", "up"},
                                 {"a.tar!/%1B[2Jred%0A.ttl", "escape"},
                                 {"a.tar!/caf%E9.ttl", "latin"}});
  const Opened is_long =
      opened(folder, "b.tar",
             packed("gnutar", "none", {{std::string(2000, 'n') + ".ttl", "long"}, {"c.ttl", "c"}}));
  CHECK_FALSE(is_long.whole);
  CHECK(is_long.codes == Codes{"archive-name"});
  CHECK(is_long.documents.size() == 1);
}

TEST_CASE("archives in archives, twice the same name, an archive without documents are said") {
  const TemporaryFolder folder;
  const std::string inner = packed("zip", "none", {{"i.ttl", "inner"}});
  const Opened nested =
      opened(folder, "a.zip",
             packed("zip", "none", {{"in.zip", inner}, {"d.ttl.gz", "x"}, {"a.ttl", "a"}}));
  CHECK(nested.whole);
  CHECK(nested.codes == Codes{"archive-nested", "archive-nested"});
  CHECK(nested.found[0].place.file == "a.zip!/in.zip");
  CHECK(nested.documents.size() == 1);
  const Opened twice =
      opened(folder, "b.tar", packed("ustar", "none", {{"a.ttl", "first"}, {"a.ttl", "second"}}));
  CHECK(twice.codes == Codes{"archive-duplicate"});
  CHECK(twice.documents == Entries{{"b.tar!/a.ttl", "first"}});
  const Opened none = opened(folder, "c.zip", packed("zip", "none", {{"a.csv", "x"}}));
  CHECK_FALSE(none.whole);
  CHECK(none.codes == Codes{"archive-empty"});
  const Opened layers = opened(folder, "d.gz", compressed("gzip", compressed("gzip", "a")));
  CHECK_FALSE(layers.whole);
  CHECK(layers.codes == Codes{"archive-nested"});
  const Opened office = opened(
      folder, "e.docx",
      packed("zip", "none", {{"[Content_Types].xml", "<x/>"}, {"word/document.xml", "<x/>"}}));
  CHECK_FALSE(office.whole);
  CHECK(office.codes == Codes{"not-rdf-office"});
  CHECK(office.documents.empty());
}

TEST_CASE("what is encrypted or damaged is said, what came before it counts") {
  const TemporaryFolder folder;
  const Opened locked =
      opened(folder, "a.zip", packed("zip", "none", {{"a.ttl", "secret"}}, "password"));
  CHECK_FALSE(locked.whole);
  CHECK(locked.codes == Codes{"archive-encrypted"});
  CHECK(locked.found[0].place.file == "a.zip!/a.ttl");

  std::string noise;
  for (unsigned i = 0, x = 1; i < 40'000; ++i, x = x * 1'103'515'245 + 12'345)
    noise += static_cast<char>('!' + (x >> 16) % 90);
  const std::string gz = compressed("gzip", noise);
  const Opened cut = opened(folder, "b.nt.gz", gz.substr(0, gz.size() / 2));
  CHECK_FALSE(cut.whole);
  CHECK(cut.codes == Codes{"archive-damaged"});
  CHECK(cut.documents.empty());
  const std::string tar =
      packed("ustar", "none", {{"a.ttl", noise}, {"b.ttl", noise}, {"c.ttl", noise}});
  const Opened tar_cut = opened(folder, "c.tar", tar.substr(0, tar.size() / 2));
  CHECK_FALSE(tar_cut.whole);
  CHECK(tar_cut.codes == Codes{"archive-damaged"});
  CHECK(tar_cut.documents == Entries{{"c.tar!/a.ttl", noise}});
  CHECK(tar_cut.found[0].place.file == "c.tar!/b.ttl");
  std::string zip = packed("zip", "none", {{"a.ttl", noise}, {"b.ttl", noise}});
  zip[200] = static_cast<char>(zip[200] ^ 0x55);
  const Opened flipped = opened(folder, "d.zip", zip);
  CHECK_FALSE(flipped.whole);
  CHECK(flipped.codes == Codes{"archive-damaged"});
  CHECK(flipped.documents == Entries{{"d.zip!/b.ttl", noise}});
}

TEST_CASE("cut anywhere, an archive ends with a message or whole documents") {
  const TemporaryFolder folder;
  const std::string text = document(turtle("1", "One"));
  for (const auto& [format, filter] :
       {std::pair("zip", "none"), std::pair("ustar", "none"), std::pair("ustar", "gzip"),
        std::pair("ustar", "zstd"), std::pair("raw", "xz"), std::pair("raw", "bzip2")}) {
    const bool raw = std::string_view(format) == "raw";
    const std::string whole = packed(
        format, filter, raw ? Entries{{"a", text}} : Entries{{"a.ttl", text}, {"b.ttl", text}});
    for (std::size_t size = 1; size < whole.size(); size += 1 + whole.size() / 97) {
      const Opened one = opened(folder, "a.ttl", whole.substr(0, size));
      INFO(format << " " << filter << " " << size);
      CHECK((one.whole || !one.codes.empty()));
      if (!one.found.empty()) CHECK(one.found[0].place.file.starts_with("a.ttl"));
    }
  }
}

TEST_CASE("what unpacks to far more than it is stops early") {
  const TemporaryFolder folder;
  const std::string zeros(std::size_t{80} << 20U, '0');
  for (const char* filter : {"gzip", "zstd", "xz", "bzip2"}) {
    INFO(filter);
    const Opened bomb = opened(folder, "bomb.nt", compressed(filter, zeros));
    CHECK_FALSE(bomb.whole);
    CHECK(bomb.codes == Codes{"archive-ratio"});
    CHECK(bomb.documents.empty());
  }
  const std::string part(std::size_t{30} << 20U, 'a');
  const Opened zip = opened(
      folder, "bomb.zip", packed("zip", "none", {{"a.nt", part}, {"b.nt", part}, {"c.nt", part}}));
  CHECK_FALSE(zip.whole);
  CHECK(zip.codes == Codes{"archive-ratio"});
  CHECK(zip.documents.size() == 2);
  UnpackLimits limits;
  limits.bytes = 1000;
  const Opened large =
      opened(folder, "large.nt.gz", compressed("gzip", std::string(2000, 'x')), limits);
  CHECK_FALSE(large.whole);
  CHECK(large.codes == Codes{"archive-too-large"});
}

TEST_CASE("entries that name the same bytes again and again do not multiply them") {
  const TemporaryFolder folder;
  // One local entry of 1 MB, named by 100 rows of the central directory.
  const std::string part(std::size_t{1} << 20U, 'a');
  const std::string zip = packed("zip", "none", {{"a00.nt", part}});
  const std::size_t directory = zip.find("PK\1\2"), end = zip.find("PK\5\6");
  REQUIRE(directory != std::string::npos);
  std::string bomb = zip.substr(0, directory);
  const std::string row = zip.substr(directory, end - directory);
  for (int i = 0; i < 100; ++i) {
    std::string named = row;
    named.replace(named.find("a00.nt"), 3, "a" + std::to_string(10 + i).substr(0, 2));
    bomb += i < 90 ? named : row;
  }
  std::string tail = zip.substr(end);
  tail[8] = tail[10] = 100;
  const auto size = static_cast<std::uint32_t>(row.size() * 100);
  for (unsigned i = 0; i < 4; ++i) tail[12 + i] = static_cast<char>(size >> (8 * i));
  const Opened one = opened(folder, "overlap.zip", bomb + tail);
  CHECK(one.documents.size() <= 65);
}

TEST_CASE("a million entries are not walked through") {
  const TemporaryFolder folder;
  Entries many(2000, {"n.txt", ""});
  many.emplace_back("a.ttl", "last");
  UnpackLimits limits;
  limits.entries = 1000;
  const Opened one = opened(folder, "many.tar", packed("ustar", "gzip", many), limits);
  CHECK_FALSE(one.whole);
  CHECK(one.codes == Codes{"archive-entries"});
  CHECK(one.documents.empty());
}

TEST_CASE("a long document comes in pieces, packed or not") {
  const TemporaryFolder folder;
  std::string text;
  for (int i = 0; text.size() < 300'000; ++i)
    text +=
        "<http://example.org/" + std::to_string(i * 7919) + "> <http://example.org/p> \"v\" .\n";
  UnpackLimits limits;
  limits.in_memory = 1000;
  for (const std::string& bytes :
       {text, compressed("gzip", text), packed("ustar", "zstd", {{"a.nt", text}})}) {
    const std::string path = folder.write("a.nt", bytes);
    Diagnostics found;
    std::size_t documents = 0;
    const bool whole = for_each_document({"a.nt", path, 0, true}, limits, found,
                                         [&](const SourceDocument& document) {
                                           ++documents;
                                           REQUIRE(document.rest != nullptr);
                                           CHECK(document.bytes.size() < 200'000);
                                           std::string buffer;
                                           CHECK(whole_text(document, buffer) == text);
                                         });
    CHECK(whole);
    CHECK(documents == 1);
    CHECK(found.empty());
  }
}
