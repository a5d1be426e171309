// Records, versions, changes, findings: what is put is what is read.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/store/store.h"

#include "indexer/base/error.h"
#include "indexer/rdf/isomorphic.h"
#include "indexer/store/database.h"
#include "tests/catch.h"
#include "tests/store/run.h"

using namespace pinakes;
using namespace pinakes::test;

TEST_CASE("what is put can be read back") {
  const TemporaryFolder data;
  StoreWriter store(data.path());
  const RunCounts counts = run(store, {{"/f", {{key(kA), dataset(kA, "A")}}}});
  CHECK(counts.added == 1);
  const StoreReader reader(data.path());
  const auto record = reader.record(1);
  REQUIRE(record);
  CHECK(record->key == kA);
  CHECK(record->iri == kA);
  CHECK(record->source == "s");
  CHECK(record->version == 1);
  CHECK(record->withdrawn.empty());
  CHECK(record->first_listed == record->changed);
  CHECK(record->first_listed.size() == 20);
  CHECK(record->id.starts_with("title-of-https-example-org-a-"));
  CHECK(reader.find(record->id)->number == 1);
  CHECK_FALSE(reader.find("unknown"));
  CHECK(rdf::isomorphic(read_stored(reader.ntriples(1)), read_stored(dataset(kA, "A"))));
  CHECK(reader.ntriples(2).empty());
}

TEST_CASE("unchanged, updated and added are told apart and get a change each but for unchanged") {
  const TemporaryFolder data;
  StoreWriter store(data.path());
  run(store, {{"/f", {{key(kA), dataset(kA, "A")}, {key(kB), dataset(kB, "B")}}}});
  const RunCounts counts = run(store, {{"/f",
                                        {{key(kA), dataset(kA, "A")},
                                         {key(kB), dataset(kB, "B, longer")},
                                         {"z", dataset("https://example.org/z", "Z")}}}});
  CHECK(counts.added == 1);
  CHECK(counts.updated == 1);
  CHECK(counts.unchanged == 1);
  const StoreReader reader(data.path());
  const auto changes = reader.changes_since(0, 100);
  REQUIRE(changes.size() == 4);
  CHECK(changes[2].number == 2);
  CHECK(changes[2].kind == Change::Kind::Updated);
  CHECK(changes[3].kind == Change::Kind::Added);
  for (std::size_t i = 1; i < changes.size(); ++i)
    CHECK(changes[i].sequence > changes[i - 1].sequence);
  CHECK(reader.last_sequence() == changes.back().sequence);
  CHECK(reader.changes_since(changes[1].sequence, 1).size() == 1);
  CHECK(reader.record(2)->version == 2);
  CHECK(reader.ntriples(2).find("B, longer") != std::string::npos);
}

TEST_CASE("names of blank nodes, genids and the order of statements are no change") {
  const TemporaryFolder data;
  StoreWriter store(data.path());
  const std::string genid = "<https://example.org/.well-known/genid/";
  const auto with = [&](const std::string& label) {
    return dataset(kA, "A", "x" + label) + "<" + key(kA) +
           "> <http://purl.org/dc/terms/publisher> " + genid + label + "> .\n" + genid + label +
           "> <http://xmlns.com/foaf/0.1/name> \"Publisher\" .\n";
  };
  run(store, {{"/f", {{key(kA), with("1")}}}});
  CHECK(run(store, {{"/f", {{key(kA), with("2")}}}}).unchanged == 1);
  const std::string text = with("3");
  const std::size_t second = text.find('\n') + 1;
  const std::string turned = text.substr(second) + text.substr(0, second);
  CHECK(run(store, {{"/f", {{key(kA), turned}}}}).unchanged == 1);
  CHECK(StoreReader(data.path()).last_sequence() == 1);
}

TEST_CASE("what was not committed is gone, and the same run again gives the same records") {
  const TemporaryFolder data;
  {
    StoreWriter store(data.path());
    store.begin_run("s", {"/f"});
    store.begin_file("/f");
    store.put({key(kA), key(kA), "A", read_stored(dataset(kA, "A")), {}});
    store.commit();
    store.put({key(kB), key(kB), "B", read_stored(dataset(kB, "B")), {}});
  }
  {
    const StoreReader reader(data.path());
    CHECK(reader.last_sequence() == 1);
    CHECK(reader.record(1));
    CHECK_FALSE(reader.record(2));
    CHECK(reader.sources().at(0).outcome == "running");
  }
  StoreWriter store(data.path());
  const RunCounts counts =
      run(store, {{"/f", {{key(kA), dataset(kA, "A")}, {key(kB), dataset(kB, "B")}}}});
  CHECK(counts.unchanged == 1);
  CHECK(counts.added == 1);
  CHECK(StoreReader(data.path()).record(2)->key == kB);
}

TEST_CASE("ids do not depend on what else is there or when") {
  const TemporaryFolder one, other;
  StoreWriter first(one.path()), second(other.path());
  run(first, {{"/f", {{key(kA), dataset(kA, "A")}, {key(kB), dataset(kB, "B")}}}});
  run(second, {{"/elsewhere", {{key(kB), dataset(kB, "B")}}}});
  CHECK(StoreReader(one.path()).record(2)->id == StoreReader(other.path()).record(1)->id);
  run(first, {{"/f", {{key(kB), dataset(kB, "Another title")}}}});
  CHECK(StoreReader(one.path()).record(2)->id == StoreReader(other.path()).record(1)->id);
}

TEST_CASE("findings belong to the current version") {
  const TemporaryFolder data;
  StoreWriter store(data.path());
  const Diagnostics findings = {{"no-title",
                                 Severity::Warning,
                                 {{"identifier", "\"x\" \xC3\xA9"}},
                                 {"f.ttl", {12, 5}, "/a/0"}}};
  store.begin_run("s", {"/f"});
  store.begin_file("/f");
  store.put({key(kA), key(kA), "A", read_stored(dataset(kA, "A")), findings});
  store.commit();
  const StoreReader reader(data.path());
  const Diagnostics read = reader.findings(1);
  REQUIRE(read.size() == 1);
  CHECK(read[0].code == "no-title");
  CHECK(read[0].severity == Severity::Warning);
  CHECK(read[0].arguments == findings[0].arguments);
  CHECK(read[0].place.file == "f.ttl");
  CHECK(read[0].place.position == Position{12, 5});
  CHECK(read[0].place.pointer == "/a/0");
  store.put({key(kA), key(kA), "A", read_stored(dataset(kA, "A")), {}});
  store.commit();
  CHECK(reader.findings(1).empty());
}

TEST_CASE("a folder without catalogue and a newer catalogue are refused") {
  const TemporaryFolder data;
  try {
    const StoreReader reader(data.path());
    FAIL("read a catalogue that is not there");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::IndexMissing);
    CHECK(error.hint().find("pinakes-indexer ingest --data " + data.path().string()) == 0);
  }
  Connection(data.path(), Connection::Mode::Write).execute("PRAGMA user_version = 999");
  for (const auto mode : {Connection::Mode::Read, Connection::Mode::Write}) {
    try {
      const Connection connection(data.path(), mode);
      FAIL("opened a newer catalogue");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::StoreNewer);
    }
  }
}

TEST_CASE("listed records come in the order of numbers, from inside which others can be read") {
  const TemporaryFolder data;
  StoreWriter store(data.path());
  run(store, {{"/f", {{key(kA), dataset(kA, "A")}, {key(kB), dataset(kB, "B")}}}});
  const StoreReader reader(data.path());
  std::vector<std::uint32_t> numbers;
  reader.for_each_listed([&](const Record& record) {
    numbers.push_back(record.number);
    std::size_t inner = 0;
    reader.for_each_listed([&](const Record&) { ++inner; });
    CHECK(inner == 2);
    CHECK_FALSE(reader.ntriples(record.number).empty());
  });
  CHECK(numbers == std::vector<std::uint32_t>{1, 2});
}

TEST_CASE("a damaged catalogue is said to be damaged, with what to do") {
  const TemporaryFolder folder;
  folder.write("catalogue.sqlite", std::string(8192, 'x'));
  try {
    const StoreReader reader(folder.path());
    FAIL("it was opened");
  } catch (const Error& error) {
    CHECK(error_kind(error.code()).exit_status == 3);
    CHECK(error.hint().starts_with("the file is damaged"));
  }
}
