// A record of several files, files that lose records, pruning.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/base/error.h"
#include "indexer/rdf/isomorphic.h"
#include "indexer/store/database.h"
#include "tests/catch.h"
#include "tests/store/run.h"

using namespace pinakes;
using namespace pinakes::test;

namespace {

std::string keyword(std::string_view word) {
  return "<" + key(kA) + "> <http://www.w3.org/ns/dcat#keyword> \"" + std::string(word) + "\" .\n";
}

bool now_is(const StoreReader& reader, std::uint32_t number, const std::string& ntriples) {
  return rdf::isomorphic(read_stored(reader.ntriples(number)), read_stored(ntriples));
}

}  // namespace

TEST_CASE("graphs of two files of one run are joined, once") {
  const TemporaryFolder data;
  StoreWriter store(data.path());
  const Files both = {{"/1", {{key(kA), dataset(kA, "A")}}}, {"/2", {{key(kA), keyword("two")}}}};
  const RunCounts counts = run(store, both);
  CHECK(counts.added == 1);
  CHECK(counts.updated == 0);
  const StoreReader reader(data.path());
  CHECK(reader.record(1)->version == 1);
  CHECK(now_is(reader, 1, dataset(kA, "A") + keyword("two")));
  CHECK(run(store, both).unchanged == 1);

  SECTION("an unchanged file still gives its part") {
    const RunCounts again =
        run(store, {{"/1", {{key(kA), dataset(kA, "A")}}}, {"/2", {{key(kA), keyword("deux")}}}});
    CHECK(again.updated == 1);
    CHECK(now_is(reader, 1, dataset(kA, "A") + keyword("deux")));
    CHECK(reader.record(1)->version == 2);
  }
  SECTION("a file that no longer has the record takes its part away") {
    const RunCounts again =
        run(store, {{"/1", {{key(kA), dataset(kA, "A")}}}, {"/2", {{key(kB), dataset(kB, "B")}}}});
    CHECK(again.updated == 1);
    CHECK(again.added == 1);
    CHECK(now_is(reader, 1, dataset(kA, "A")));
    CHECK(run(store, {{"/1", {{key(kA), dataset(kA, "A")}}}, {"/2", {{key(kB), dataset(kB, "B")}}}})
              .unchanged == 2);
  }
  SECTION("a run over one of the files alone counts its part alone, and the other is read again") {
    CHECK(run(store, {{"/2", {{key(kA), keyword("two!")}}}}).updated == 1);
    CHECK(now_is(reader, 1, keyword("two!")));
    CHECK(run(store, {{"/1", {{key(kA), dataset(kA, "A")}}}, {"/2", {{key(kA), keyword("two!")}}}})
              .updated == 1);
    CHECK(now_is(reader, 1, dataset(kA, "A") + keyword("two!")));
  }
  SECTION("a statement that both files have counts once") {
    const std::string all = dataset(kA, "A") + keyword("two");
    CHECK(run(store, {{"/1", {{key(kA), all}}}, {"/2", {{key(kA), keyword("two")}}}}).unchanged ==
          1);
  }
}

TEST_CASE("a put that fails changes nothing, and the batch goes on without it") {
  const TemporaryFolder data;
  StoreWriter store(data.path());
  run(store, {{"/1", {{key(kA), dataset(kA, "A")}}}, {"/2", {{key(kA), keyword("two")}}}});
  const std::string before = StoreReader(data.path()).ntriples(1);
  Connection(data.path(), Connection::Mode::Write)
      .execute("UPDATE parts SET graph = x'00' WHERE file = 1");
  store.begin_run("s", {"/1", "/2"});
  store.begin_file("/2");
  CHECK_THROWS_AS(store.put({key(kA), key(kA), "A", read_stored(keyword("three")), {}}), Error);
  store.put({key(kB), key(kB), "B", read_stored(dataset(kB, "B")), {}});
  store.commit();
  const StoreReader reader(data.path());
  CHECK(reader.ntriples(1) == before);
  CHECK(reader.record(1)->version == 1);
  CHECK(reader.record(2));
  CHECK(reader.last_sequence() == 3);
}

TEST_CASE("a dataset that changes files while its text stays is unchanged") {
  const TemporaryFolder data;
  StoreWriter store(data.path());
  run(store, {{"/old", {{key(kA), dataset(kA, "A")}}}});
  CHECK(run(store, {{"/new", {{key(kA), dataset(kA, "A", "other")}}}}).unchanged == 1);
  CHECK(StoreReader(data.path()).sources().at(0).files == 1);  // the old one is forgotten
}

TEST_CASE("a version that the same run puts back is unchanged, and the index is told") {
  const TemporaryFolder data;
  StoreWriter store(data.path());
  run(store,
      {{"/1", {{key(kA), keyword("one") + keyword("both")}}}, {"/2", {{key(kA), keyword("two")}}}});
  const RunCounts counts = run(store, {{"/1", {{key(kA), keyword("one")}}},
                                       {"/2", {{key(kA), keyword("two") + keyword("both")}}}});
  CHECK(counts.unchanged == 1);
  CHECK(counts.updated == 0);
  CHECK(now_is(StoreReader(data.path()), 1, keyword("one") + keyword("two") + keyword("both")));
}

TEST_CASE("pruning withdraws what the files of the run no longer have, and it can come back") {
  const TemporaryFolder data;
  StoreWriter store(data.path());
  run(store, {{"/f", {{key(kA), dataset(kA, "A")}, {key(kB), dataset(kB, "B")}}}});
  const StoreReader reader(data.path());
  const std::string id = reader.record(2)->id;
  run(store, {{"/f", {{key(kA), dataset(kA, "A")}}}});
  CHECK(reader.record(2)->withdrawn.empty());  // not without --prune

  store.begin_run("s", {"/f"});
  REQUIRE(store.skip_unchanged("/f", dataset(kA, "A")));
  const StoreWriter::Prunable prunable = store.prunable();
  CHECK(prunable.listed == 2);
  CHECK(prunable.missing == 1);
  CHECK(store.prune().withdrawn == std::vector<std::uint32_t>{2});
  const RunCounts counts = store.end_run(0, 0);
  CHECK(counts.withdrawn == 1);
  CHECK(counts.unchanged == 1);
  CHECK_FALSE(reader.record(2)->withdrawn.empty());
  CHECK(reader.changes_since(2, 10).at(0).kind == Change::Kind::Withdrawn);
  std::size_t listed = 0;
  reader.for_each_listed([&](const Record&) { ++listed; });
  CHECK(listed == 1);

  const RunCounts back =
      run(store, {{"/f", {{key(kA), dataset(kA, "A")}, {key(kB), dataset(kB, "B")}}}});
  CHECK(back.added == 1);
  CHECK(reader.record(2)->withdrawn.empty());
  CHECK(reader.record(2)->id == id);
  CHECK(reader.changes_since(3, 10).at(0).kind == Change::Kind::Added);
}

TEST_CASE("a file that failed keeps the parts it had") {
  const TemporaryFolder data;
  StoreWriter store(data.path());
  run(store, {{"/f", {{key(kA), dataset(kA, "A")}, {key(kB), dataset(kB, "B")}}}});
  store.begin_run("s", {"/f"});
  store.begin_file("/f");
  store.put({key(kA), key(kA), "A", read_stored(dataset(kA, "A2")), {}});
  store.refuse(key(kB));
  store.end_file(StoreWriter::FileEnd::Failed, {}, nullptr);
  CHECK(store.prunable().missing == 0);
  store.end_run(1, 1);
  const StoreReader reader(data.path());
  CHECK(now_is(reader, 1, dataset(kA, "A2")));
  CHECK(now_is(reader, 2, dataset(kB, "B")));
  CHECK(reader.sources().at(0).outcome == "failed files");
}

TEST_CASE("what no dataset reaches is kept per file") {
  const TemporaryFolder data;
  StoreWriter store(data.path());
  const rdf::Graph left =
      read_stored("<https://example.org/x> <https://example.org/p> \"left\" .\n");
  store.begin_run("s", {"/f"});
  store.begin_file("/f");
  store.end_file(StoreWriter::FileEnd::Whole, "hash", &left);
  store.end_run(0, 0);
  std::string found;
  const StoreReader reader(data.path());
  reader.for_each_leftover([&](std::string_view text) { found += text; });
  CHECK(found.find("\"left\"") != std::string::npos);
}
