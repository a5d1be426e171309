// Archives in the catalogue: each member is a file of its own.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/catch.h"
#include "tests/ingest/catalogue.h"
#include "tests/ingest/packing.h"

using namespace pinakes;
using namespace pinakes::test;

namespace {

std::string zip(const Entries& entries) { return packed("zip", "none", entries); }

std::pair<std::string, std::string> member(const std::string& name, const std::string& title) {
  return {name + ".ttl", document(turtle(name, title))};
}

}  // namespace

TEST_CASE("members of an archive are added, skipped with it, and changed one by one") {
  const Catalogue catalogue;
  catalogue.write("x.zip", zip({member("1", "One"), member("2", "Two"), member("3", "Three")}));
  catalogue.write("b.ttl.gz", compressed("gzip", document(turtle("4", "Four"))));
  IngestReport report = catalogue.take_all();
  CHECK(report.counts.added == 4);
  CHECK(report.files == 4);
  report = catalogue.take_all(Prune::Yes);
  CHECK(report.counts.unchanged == 4);
  CHECK(report.unchanged_files == 2);
  catalogue.write("x.zip", zip({member("1", "One"), member("2", "Deux"), member("3", "Three")}));
  report = catalogue.take_all(Prune::Yes);
  CHECK(report.counts.updated == 1);
  CHECK(report.counts.unchanged == 3);
  CHECK(report.counts.withdrawn == 0);
  CHECK(report.unchanged_files == 3);
  CHECK(catalogue.consistent());
}

TEST_CASE("a member that vanished is pruned with --prune, and comes back") {
  const Catalogue catalogue;
  const auto both = zip({member("1", "One"), member("2", "Two"), member("3", "Three")});
  const auto fewer = zip({member("1", "One"), member("3", "Three")});
  catalogue.write("x.zip", both);
  catalogue.take_all();
  catalogue.write("x.zip", fewer);
  CHECK(catalogue.take_all().counts.withdrawn == 0);
  CHECK(catalogue.keys().size() == 3);
  CHECK(catalogue.take_all(Prune::Yes).counts.withdrawn ==
        1);  // unchanged since, pruned all the same
  CHECK(catalogue.keys().size() == 2);
  catalogue.write("x.zip", both);
  CHECK(catalogue.take_all(Prune::Yes).counts.added == 1);
  CHECK(catalogue.keys().size() == 3);
  CHECK(catalogue.consistent());
}

TEST_CASE("one bad member never stops the rest, and nothing is pruned then") {
  const Catalogue catalogue;
  catalogue.write("x.zip", zip({member("1", "One"),
                                {"bad.ttl", "this is ] no Turtle"},
                                {"picture.ttl", "\x89PNG\r\n\x1a\n"},
                                member("2", "Two")}));
  const IngestReport report = catalogue.take_all(Prune::Yes);
  CHECK(report.counts.added == 2);
  CHECK(report.failed_files == 2);
  CHECK(report.prune == IngestReport::PruneResult::FilesFailed);
  bool named = false;
  for (const Diagnostic& one : report.diagnostics)
    named = named || one.place.file.ends_with("x.zip!/bad.ttl");
  CHECK(named);
  CHECK(catalogue.take_all().failed_files == 2);  // said until it is mended
}

TEST_CASE("a damaged archive takes nothing away, and the earlier one is read again") {
  const Catalogue catalogue;
  const Entries entries = {member("1", "One"), member("2", "Two")};
  const std::string tar = packed("ustar", "none", entries);
  catalogue.write("x.tar", tar);
  catalogue.take_all();
  const std::string changed = packed("ustar", "none", {member("1", "Uno"), member("2", "Due")});
  catalogue.write("x.tar", changed.substr(0, 1200));
  const IngestReport cut = catalogue.take_all(Prune::Force);
  CHECK(cut.failed_files == 1);
  CHECK(cut.counts.withdrawn == 0);
  CHECK(catalogue.keys().size() == 2);
  catalogue.write("x.tar", tar);
  CHECK(catalogue.take_all().counts.withdrawn == 0);
  CHECK(catalogue.reader().ntriples(1).find("One") != std::string::npos);
  CHECK(catalogue.consistent());
}

TEST_CASE("a file that failed and is put back as it was is read again") {
  const Catalogue catalogue;
  const std::string good = document(turtle("1", "One") + turtle("2", "Two"));
  const std::string file = catalogue.write("a.ttl", good);
  catalogue.take({file});
  catalogue.write("a.ttl", document(turtle("1", "Uno") + "<https://example.org/2> a ; ] .\n"));
  CHECK(catalogue.take({file}).counts.updated == 1);
  catalogue.write("a.ttl", good);
  CHECK(catalogue.take({file}).counts.updated == 1);
  CHECK(catalogue.reader().ntriples(1).find("Uno") == std::string::npos);
}

TEST_CASE("the same dataset in a member and a file is joined, whichever changes") {
  const Catalogue catalogue;
  const auto part = [](const std::string& text) {
    return document(
        "<https://example.org/j> a dcat:Dataset ; dct:title \"J\"@en ; "
        "dct:description \"" +
        text + "\"@en .\n");
  };
  catalogue.write("a.zip", zip({{"m.ttl", part("from the archive")}}));
  catalogue.write("b.ttl", part("from the file"));
  CHECK(catalogue.take_all().counts.added == 1);
  catalogue.write("b.ttl", part("from the changed file"));
  CHECK(catalogue.take_all().counts.updated == 1);
  const std::string text = catalogue.reader().ntriples(1);
  CHECK(text.find("from the archive") != std::string::npos);
  CHECK(text.find("from the changed file") != std::string::npos);
}
