// A dump read window by window gives what reading it whole gives.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/ingest/dump.h"

#include "indexer/ingest/export.h"
#include "indexer/rdf/isomorphic.h"
#include "tests/catch.h"
#include "tests/ingest/catalogue.h"
#include "tests/ingest/packing.h"

using namespace pinakes;
using namespace pinakes::test;

namespace {

std::string line(const std::string& s, const std::string& p, const std::string& o) {
  return s + " " + p + " " + o + " .\n";
}
std::string e(const std::string& name) { return "<https://example.org/" + name + ">"; }
const std::string kA = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>";
const std::string kDatasetIri = "<http://www.w3.org/ns/dcat#Dataset>";
std::string dct(const std::string& name) { return "<http://purl.org/dc/terms/" + name + ">"; }
std::string dcat(const std::string& name) { return "<http://www.w3.org/ns/dcat#" + name + ">"; }

enum class Order { DatasetFirst, PartsFirst };

/// A dataset with a blank distribution, an IRI distribution, a publisher that others share.
std::string described(int i, Order order) {
  const std::string n = std::to_string(i), root = e("d" + n), blank = "_:b" + n;
  const std::string own =
      line(root, kA, kDatasetIri) + line(root, dct("title"), "\"Title " + n + "\"") +
      line(root, dct("publisher"), e("agent" + std::to_string(i % 3))) +
      line(root, dcat("distribution"), blank) + line(root, dcat("distribution"), e("file" + n));
  const std::string parts = line(blank, dct("title"), "\"Part " + n + "\"") +
                            line(e("file" + n), dct("title"), "\"File " + n + "\"") +
                            line(e("file" + n), dct("license"), e("licence"));
  return order == Order::DatasetFirst ? own + parts : parts + own;
}

std::string dump(int datasets, Order order) {
  std::string text;
  for (int agent = 0; agent < 3; ++agent)
    text += line(e("agent" + std::to_string(agent)), "<http://xmlns.com/foaf/0.1/name>",
                 "\"Agent " + std::to_string(agent) + "\"");
  text += line(e("licence"), dct("title"), "\"Licence\"");
  text += line(e("catalogue"), kA, dcat("Catalog"));
  for (int i = 0; i < datasets; ++i)
    text += line(e("catalogue"), dcat("dataset"), e("d" + std::to_string(i)));
  for (int i = 0; i < datasets; ++i) text += described(i, order);
  return text + line(e("nobody"), dct("title"), "\"Reached by none\"");
}

IngestOptions in_pieces(const Catalogue& catalogue, const std::string& file, std::size_t window) {
  IngestOptions options{catalogue.data(), "s", {file}, Prune::No};
  options.limits.in_memory = 1000;
  options.dump.window = window;
  return options;
}

std::vector<std::string> records(const Catalogue& catalogue) {
  std::vector<std::string> all;
  const StoreReader reader = catalogue.reader();
  reader.for_each_listed([&](const Record& record) {
    all.push_back(record.id + "\n" +
                  rdf::canonical_ntriples(read_stored(reader.ntriples(record.number))));
  });
  return all;
}

std::string everything(const Catalogue& catalogue) {
  rdf::StringOutput out;
  Diagnostics found;
  export_catalogue(catalogue.reader(), *rdf::format_named("ntriples"), out, found);
  return out.text;
}

rdf::Graph graph_of(const std::string& text) {
  rdf::Graph graph;
  Diagnostics found;
  rdf::format_named("ntriples")->read({text, {}, "f"}, graph, found);
  graph.finish();
  return graph;
}

}  // namespace

TEST_CASE("windows give the records and leftovers of the whole file") {
  for (const Order order : {Order::DatasetFirst, Order::PartsFirst}) {
    const std::string text = dump(100, order);
    const Catalogue whole;
    REQUIRE(whole.take({whole.write("a.nt", text)}).counts.added == 100);
    for (const std::size_t window : {20U, 64U, 333U, 100'000U}) {
      INFO(window << (order == Order::PartsFirst ? " parts first" : ""));
      const Catalogue pieces;
      const std::string file = pieces.write("a.nt", text);
      const IngestReport report = ingest(in_pieces(pieces, file, window), vocabularies(), {});
      CHECK(report.counts.added == 100);
      CHECK(report.failed_files == 0);
      CHECK(find_code(report, "dump-scattered") == nullptr);
      CHECK(find_code(report, "dump-shared-dropped") == nullptr);
      const auto expected = records(whole), got = records(pieces);
      REQUIRE(got.size() == expected.size());
      for (std::size_t i = 0; i < got.size(); ++i) CHECK(got[i] == expected[i]);
      CHECK(rdf::isomorphic(graph_of(everything(pieces)), graph_of(everything(whole))));
      CHECK(pieces.consistent());
      CHECK(ingest(in_pieces(pieces, file, window), vocabularies(), {}).unchanged_files == 1);
    }
  }
}

TEST_CASE(
    "a compressed dump is read in windows too, and one that is cut short takes nothing away") {
  const std::string text = dump(50, Order::DatasetFirst);
  const Catalogue catalogue;
  const std::string gz = compressed("gzip", text);
  const std::string file = catalogue.write("a.nt.gz", gz);
  CHECK(ingest(in_pieces(catalogue, file, 50), vocabularies(), {}).counts.added == 50);
  catalogue.write("a.nt.gz", gz.substr(0, gz.size() * 3 / 4));
  const IngestReport cut = ingest(in_pieces(catalogue, file, 50), vocabularies(), {});
  CHECK(cut.failed_files > 0);
  CHECK(cut.counts.withdrawn == 0);
  REQUIRE(find_code(cut, "archive-damaged") != nullptr);
  CHECK(catalogue.keys().size() == 50);
  CHECK(catalogue.consistent());
}

TEST_CASE("a dataset whose statements stand in two places is put together again") {
  const Catalogue catalogue;
  std::string text = dump(60, Order::DatasetFirst);
  text += line(e("d3"), dct("description"), "\"Said late\"");
  const std::string file = catalogue.write("a.nt", text);
  const IngestReport report = ingest(in_pieces(catalogue, file, 40), vocabularies(), {});
  CHECK(report.counts.added == 60);
  const StoreReader reader = catalogue.reader();
  reader.for_each_listed([&](const Record& record) {
    if (record.key != "https://example.org/d3") return;
    CHECK(reader.ntriples(record.number).find("Said late") != std::string::npos);
    CHECK(reader.ntriples(record.number).find("Title 3") != std::string::npos);
  });
}

TEST_CASE("what is described too late or kept no longer is said") {
  const Catalogue late;
  std::string text = dump(60, Order::DatasetFirst);
  text += line(e("d0x"), kA, kDatasetIri) + line(e("d0x"), dct("publisher"), e("late"));
  for (int i = 100; i < 160; ++i) text += described(i, Order::DatasetFirst);
  text += line(e("late"), dct("title"), "\"Late\"") + described(200, Order::DatasetFirst);
  const IngestReport scattered =
      ingest(in_pieces(late, late.write("a.nt", text), 40), vocabularies(), {});
  const Diagnostic* said = find_code(scattered, "dump-scattered");
  REQUIRE(said != nullptr);
  CHECK(said->severity == Severity::Warning);
  CHECK(said->arguments.at(1).second == "https://example.org/late");
  CHECK(said->place.position.line > 300);

  const Catalogue small;
  IngestOptions options = in_pieces(small, small.write("a.nt", dump(60, Order::DatasetFirst)), 40);
  options.dump.shared_bytes = 300;
  const IngestReport dropped = ingest(options, vocabularies(), {});
  CHECK(dropped.counts.added == 60);
  REQUIRE(find_code(dropped, "dump-shared-dropped") != nullptr);
}

TEST_CASE("without a place to cut a dump is refused, not swallowed") {
  const Catalogue catalogue;
  std::string text;
  for (int i = 0; i < 3000; ++i)
    for (const int next : {i, i + 1})
      text += line(e("d" + std::to_string(i)), kA, kDatasetIri) +
              line(e("d" + std::to_string(i)), dct("relation"), "_:b" + std::to_string(next));
  IngestOptions options = in_pieces(catalogue, catalogue.write("a.nt", text), 100);
  options.dump.largest_window = 1000;
  const IngestReport report = ingest(options, vocabularies(), {});
  CHECK(report.failed_files == 1);
  REQUIRE(find_code(report, "unreadable-file") != nullptr);
  CHECK(report.counts.added == 0);
}
