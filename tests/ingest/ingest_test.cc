// One run after another over files that change: what is added, updated, refused, withdrawn.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/ingest/ingest.h"

#include "indexer/base/error.h"
#include "indexer/rdf/isomorphic.h"
#include "indexer/store/database.h"
#include "indexer/store/lock.h"
#include "tests/catch.h"
#include "tests/ingest/catalogue.h"

using namespace pinakes;
using namespace pinakes::test;

TEST_CASE("datasets of a file are added, and skipped while the file stays") {
  const Catalogue catalogue;
  const std::string file =
      catalogue.write("a.ttl", document(turtle("1", "One") + turtle("2", "Two")));
  const IngestReport first = catalogue.take({file});
  CHECK(first.counts.added == 2);
  CHECK(first.diagnostics.empty());
  CHECK(catalogue.consistent());
  const IngestReport second = catalogue.take({file});
  CHECK(second.counts.unchanged == 2);
  CHECK(second.unchanged_files == 1);
  catalogue.write("a.ttl", document(turtle("1", "One") + turtle("2", "Zwei")));
  const IngestReport third = catalogue.take({file});
  CHECK(third.counts.updated == 1);
  CHECK(third.counts.unchanged == 1);
  CHECK(catalogue.consistent());
}

TEST_CASE("names of blank nodes, genids and the order of statements are no change") {
  const Catalogue catalogue;
  const auto text = [](const std::string& mark, bool turned) {
    const std::string genid = "<https://example.org/.well-known/genid/" + mark + ">";
    const std::string one =
        "<https://example.org/1> a dcat:Dataset ; dct:title \"One\" ; "
        "dct:description \"D\" ; dcat:distribution _:" +
        mark + " .\n";
    const std::string two = "_:" + mark + " dcat:accessURL <https://example.org/f> .\n";
    const std::string three = genid +
                              " a dcat:Dataset ; dct:identifier \"G\" ; dct:title \"Gen\" ;"
                              " dct:description \"D\" .\n";
    return document(turned ? three + two + one : one + two + three);
  };
  const std::string file = catalogue.write("a.ttl", text("x", false));
  CHECK(catalogue.take({file}, Prune::Yes).counts.added == 2);
  CHECK(catalogue.keys() == std::vector<std::string>{"https://example.org/1", "identifier:G"});
  catalogue.write("a.ttl", text("y", true));
  const IngestReport again = catalogue.take({file}, Prune::Yes);
  CHECK(again.unchanged_files == 0);
  CHECK(again.counts.unchanged == 2);
  CHECK(again.counts.withdrawn == 0);
}

TEST_CASE("datasets without identity are refused; with the same identifier, all are kept") {
  const Catalogue catalogue;
  const auto blank = [](const std::string& facts) {
    return "[] a dcat:Dataset ; dct:description \"D\" ; " + facts + " .\n";
  };
  const std::string one = blank("dct:identifier \"X\" ; dct:title \"First\"");
  const std::string two = blank("dct:identifier \"X\" ; dct:title \"Second\"");
  const std::string page = blank("dct:title \"P\" ; dcat:landingPage <https://example.org/page>");
  const std::string none = blank("dct:title \"Nobody\" ; dct:identifier \"\"");
  const std::string file = catalogue.write("a.ttl", document(two + one + page + none));
  const IngestReport report = catalogue.take({file});
  CHECK(report.counts.added == 3);
  CHECK(report.counts.refused == 1);
  CHECK(report.failed_files == 0);
  CHECK(catalogue.keys() == std::vector<std::string>{"identifier:X", "identifier:X#2",
                                                     "page:https://example.org/page"});
  const Diagnostic* same = find_code(report, "same-identifier");
  REQUIRE(same != nullptr);
  CHECK(same->severity == Severity::Warning);
  CHECK(same->place.position.line == 4);  // "Second" stands first in the file, second in the title
  const Diagnostic* refused = find_code(report, "no-identity");
  REQUIRE(refused != nullptr);
  CHECK(refused->place.position.line == 7);
  const std::string ids = catalogue.reader().record(1)->id;
  catalogue.write("a.ttl", document(none + one + page + two));  // another order
  const IngestReport again = catalogue.take({file});
  CHECK(again.counts.unchanged == 3);
  CHECK(again.counts.refused == 1);
  CHECK(catalogue.reader().record(1)->id == ids);
}

TEST_CASE("the same identifier in two files names two datasets, the same IRI one") {
  const Catalogue catalogue;
  catalogue.write("a.ttl",
                  document("[] a dcat:Dataset ; dct:identifier \"X\" ; dct:title \"A\" .\n" +
                           turtle("1", "One")));
  catalogue.write("b.ttl", document("[] a dcat:Dataset ; dct:identifier \"X\" ; dct:title \"B\" .\n"
                                    "<https://example.org/1> a dcat:Dataset ; dct:license "
                                    "<https://example.org/licence> .\n"));
  CHECK(catalogue.take_all().counts.added == 3);
  CHECK(catalogue.keys() ==
        std::vector<std::string>{"https://example.org/1", "identifier:X", "identifier:X#2"});
  const StoreReader reader = catalogue.reader();
  for (std::uint32_t number = 1; number <= 3; ++number) {
    if (reader.record(number)->key != "https://example.org/1") continue;
    CHECK(reader.ntriples(number).find("licence") != std::string::npos);
    CHECK(reader.ntriples(number).find("About One") != std::string::npos);
    CHECK(reader.record(number)->version == 1);
  }
  CHECK(catalogue.take_all().counts.unchanged == 3);
  catalogue.write("b.ttl",
                  document("[] a dcat:Dataset ; dct:identifier \"X\" ; dct:title \"BB\" .\n"
                           "<https://example.org/1> a dcat:Dataset .\n"));
  const IngestReport again = catalogue.take_all();
  CHECK(again.counts.updated == 2);
  CHECK(again.counts.unchanged == 1);
  CHECK(catalogue.consistent());
}

TEST_CASE("of a file with errors the whole datasets are taken, the others keep their version") {
  const Catalogue catalogue;
  const std::string file = catalogue.write(
      "a.ttl", document(turtle("1", "One") + turtle("2", "Two") + turtle("3", "Three")));
  catalogue.take({file});
  catalogue.write("a.ttl",
                  document(turtle("1", "Uno") +
                           "<https://example.org/2> a dcat:Dataset ; dct:title \"Dos\" ; ; ] .\n" +
                           turtle("4", "Quatro")));
  const IngestReport report = catalogue.take({file}, Prune::Yes);
  CHECK(report.counts.updated == 1);
  CHECK(report.counts.added == 1);
  CHECK(report.counts.refused == 1);
  CHECK(report.counts.withdrawn == 0);
  CHECK(report.failed_files == 1);
  CHECK(report.prune == IngestReport::PruneResult::FilesFailed);
  REQUIRE(find_code(report, "dataset-incomplete") != nullptr);
  const StoreReader reader = catalogue.reader();
  CHECK(reader.ntriples(2).find("Two") != std::string::npos);
  CHECK(catalogue.keys().size() == 4);
  // Said at every run until it is mended.
  CHECK(catalogue.take({file}).failed_files == 1);
}

TEST_CASE("pruning withdraws what the source no longer has, never more than half unasked") {
  const Catalogue catalogue;
  const std::string a = catalogue.write("a.ttl", document(turtle("1", "One") + turtle("2", "Two")));
  const std::string b =
      catalogue.write("b.ttl", document(turtle("3", "Three") + turtle("4", "Four")));
  catalogue.take_all();
  catalogue.write("a.ttl", document(turtle("1", "One")));
  CHECK(catalogue.take_all().counts.withdrawn == 0);
  CHECK(catalogue.take_all(Prune::Yes).counts.withdrawn == 1);
  CHECK(catalogue.keys().size() == 3);
  CHECK(catalogue.consistent());
  const IngestReport refused = catalogue.take({a}, Prune::Yes);
  CHECK(refused.prune == IngestReport::PruneResult::TooMany);
  CHECK(refused.prunable.listed == 3);
  CHECK(refused.prunable.missing == 2);
  CHECK(catalogue.keys().size() == 3);
  CHECK(catalogue.take({a}, Prune::Force).counts.withdrawn == 2);
  CHECK(catalogue.keys() == std::vector<std::string>{"https://example.org/1"});
  CHECK(catalogue.consistent());
  const IngestReport back = catalogue.take_all(Prune::Yes);
  CHECK(back.counts.added == 2);
  CHECK(catalogue.reader().record(3)->key == "https://example.org/3");
  CHECK(catalogue.consistent());
  CHECK(catalogue.take({a, b}).counts.unchanged == 3);
}

TEST_CASE("another source is another record, and pruning stays within its source") {
  const Catalogue catalogue;
  const std::string a = catalogue.write("a.ttl", document(turtle("1", "One")));
  catalogue.take({a});
  ingest({catalogue.data(), "t", {a}, Prune::No}, vocabularies(), {});
  CHECK(catalogue.keys().size() == 2);
  const std::string b = catalogue.write("b.ttl", document(turtle("2", "Two")));
  ingest({catalogue.data(), "t", {b}, Prune::Force}, vocabularies(), {});
  CHECK(catalogue.keys().size() == 2);
  CHECK(catalogue.reader().record(1)->withdrawn.empty());
}

TEST_CASE("ids are the same after the catalogue is deleted and made again") {
  const Catalogue catalogue;
  const std::string file = catalogue.write(
      "a.ttl", document(turtle("1", "One") + "[] a dcat:Dataset ; dct:identifier \"X\" .\n"));
  const auto ids = [&] {
    std::vector<std::string> found;
    catalogue.reader().for_each_listed([&](const Record& r) { found.push_back(r.id); });
    return found;
  };
  catalogue.take({file});
  const std::vector<std::string> before = ids();
  REQUIRE(before.size() == 2);
  CHECK(before[0].starts_with("one-"));
  CHECK(before[0].size() == 4 + 8);
  CHECK(before[1].starts_with("x-"));
  std::filesystem::remove_all(catalogue.data());
  catalogue.take({file});
  CHECK(ids() == before);
}

TEST_CASE("datasets without title or description are kept, with a warning") {
  const Catalogue catalogue;
  const std::string file = catalogue.write(
      "a.ttl", document("<https://example.org/1> a dcat:Dataset .\n"
                        "<https://example.org/2> a dcat:Dataset ; dct:identifier \"22\" .\n"));
  const IngestReport report = catalogue.take({file});
  CHECK(report.counts.added == 2);
  CHECK(report.failed_files == 0);
  const Diagnostic* bare = find_code(report, "only-type");
  REQUIRE(bare != nullptr);
  CHECK(bare->severity == Severity::Warning);
  CHECK(bare->place.position.line == 4);
  const Diagnostic* untitled = find_code(report, "no-title");
  REQUIRE(untitled != nullptr);
  CHECK(untitled->arguments.at(1) == std::pair<std::string, std::string>("identifier", "22"));
  CHECK(catalogue.reader().findings(2).size() == 2);
}

TEST_CASE("a lost index is made again by the next ingest, an older one catches up") {
  const Catalogue catalogue;
  const std::string file = catalogue.write("a.ttl", document(turtle("1", "One")));
  catalogue.take({file});
  std::filesystem::remove_all(catalogue.data() / "index");
  CHECK_FALSE(status_of(catalogue.data()).index.present);
  catalogue.take({file});
  CHECK(catalogue.consistent());
  rebuild(catalogue.data(), vocabularies(), {});
  CHECK(catalogue.consistent());
  CHECK(status_of(catalogue.data()).index.generation == 2);
}

TEST_CASE("while another process writes, ingest and rebuild say so and reading goes on") {
  const Catalogue catalogue;
  const std::string file = catalogue.write("a.ttl", document(turtle("1", "One")));
  catalogue.take({file});
  const WriteLock lock(catalogue.data(), "test");
  for (const bool ingesting : {true, false}) {
    try {
      if (ingesting)
        catalogue.take({file});
      else
        rebuild(catalogue.data(), vocabularies(), {});
      FAIL("wrote beside another writer");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::Locked);
    }
  }
  CHECK(catalogue.keys().size() == 1);
}

TEST_CASE("every run leaves an outcome per record") {
  const Catalogue catalogue;
  const std::string file =
      catalogue.write("a.ttl", document(turtle("1", "One") + turtle("2", "Two")));
  catalogue.take({file});
  catalogue.write("a.ttl", document(turtle("1", "One!") + turtle("2", "Two")));
  catalogue.take({file});
  Connection database(catalogue.data(), Connection::Mode::Read);
  Query row = database.query("SELECT run, number, outcome FROM run_records ORDER BY run, number");
  std::vector<std::vector<std::int64_t>> rows;
  while (row.next()) rows.push_back({row.integer(0), row.integer(1), row.integer(2)});
  CHECK(rows == std::vector<std::vector<std::int64_t>>{{1, 1, 0}, {1, 2, 0}, {2, 1, 1}, {2, 2, 2}});
}

TEST_CASE("an index that cannot be opened, or is ahead of the store, says to rebuild it") {
  const Catalogue catalogue;
  const std::string file = catalogue.write("a.ttl", document(turtle("a", "A")));
  catalogue.take_all();
  const std::filesystem::path store = catalogue.data() / "catalogue.sqlite";
  const auto hint = [&] {
    try {
      catalogue.take_all();
    } catch (const Error& error) {
      return error.hint();
    }
    return std::string();
  };
  const std::filesystem::path copy = catalogue.folder / "copy.sqlite";
  std::filesystem::copy_file(store, copy);
  catalogue.write("a.ttl", document(turtle("a", "Changed")));
  catalogue.take_all();
  for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(store.string() + suffix);
  std::filesystem::copy_file(copy, store);
  CHECK(hint().find("pinakes-indexer rebuild --data") != std::string::npos);
  rebuild(catalogue.data(), vocabularies(), {});
  catalogue.take_all();
  CHECK(catalogue.consistent());
  std::filesystem::remove_all(catalogue.data() / "index" / "2");
  CHECK(hint().find("pinakes-indexer rebuild --data") != std::string::npos);
}

TEST_CASE("a file that is cut short takes no description away from datasets before the cut") {
  const Catalogue catalogue;
  const std::string head =
      document(turtle("a", "A") +
               "<https://example.org/b> a dcat:Dataset ; dct:title \"B\"@en ;\n"
               "  dct:publisher <https://example.org/agent> .\n");
  const std::string tail = "<https://example.org/agent> foaf:name \"Agent\" .\n";
  catalogue.write("all.ttl", head + tail);
  REQUIRE(catalogue.take_all().counts.added == 2);
  catalogue.write("all.ttl", head + "<https://example.org/agent> foaf:na");
  IngestReport report = catalogue.take_all();
  CHECK(report.counts.refused == 1);
  // The lost statement's subject may be unknown too.
  catalogue.write("all.ttl", head + "<https://exam");
  report = catalogue.take_all();
  CHECK(report.counts.refused == 1);
  CHECK(report.counts.updated == 0);
  CHECK(report.counts.unchanged == 1);
  REQUIRE(find_code(report, "dataset-incomplete") != nullptr);
  CHECK(catalogue.keys().size() == 2);
  CHECK(catalogue.consistent());
}

TEST_CASE(
    "--prune takes the statements of a vanished file out of a dataset that others still have") {
  const Catalogue catalogue;
  const auto part = [](std::string_view text) {
    return document(
        "<https://example.org/j> a dcat:Dataset ; dct:title \"J\"@en ; dct:description \"" +
        std::string(text) + "\"@en .\n");
  };
  const std::string first = catalogue.write("a.ttl", part("from a"));
  catalogue.write("b.ttl", part("from b"));
  catalogue.write("c.ttl", part("from c"));
  catalogue.take_all();
  const auto text = [&] { return catalogue.reader().ntriples(1); };
  REQUIRE(text().find("from a") != std::string::npos);
  std::filesystem::remove(first);
  CHECK(catalogue.take_all().counts.updated == 0);
  CHECK(text().find("from a") != std::string::npos);  // not without --prune
  const IngestReport report = catalogue.take_all(Prune::Yes);
  CHECK(report.counts.updated == 1);
  CHECK(report.counts.withdrawn == 0);
  CHECK(text().find("from a") == std::string::npos);
  CHECK(text().find("from b") != std::string::npos);
  CHECK(catalogue.consistent());
  std::filesystem::remove(catalogue.folder / "in/b.ttl");
  CHECK(catalogue.take_all(Prune::Yes).counts.updated == 1);
  CHECK(text().find("from b") == std::string::npos);
  CHECK(text().find("from c") != std::string::npos);
  CHECK(catalogue.take_all(Prune::Yes).counts.unchanged == 1);
}
