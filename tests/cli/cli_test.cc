// The command line: what each command prints where, and the exit status.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "indexer/store/lock.h"
#include "tests/catch.h"
#include "tests/cli/program.h"

using namespace pinakes::test;
using nlohmann::json;

namespace {

constexpr const char* kTwo =
    "@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .\n"
    "<https://example.org/1> a dcat:Dataset ; dct:title \"One\"@en ; dct:description \"D\"@en .\n"
    "<https://example.org/2> a dcat:Dataset ; dct:title \"Deux\"@fr ; dct:description \"D\"@fr .\n";

struct Place {
  TemporaryFolder folder;
  std::string data = (folder / "data").string();
  std::string file = folder.write("two.ttl", kTwo);
};

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("ingest reports on standard output; again, all is unchanged") {
  const Place place;
  const Outcome first = indexer({"ingest", "--data", place.data, "--source", "s", place.file});
  CHECK(first.status == 0);
  CHECK(first.out ==
        "s: 2 added, 0 updated, 0 unchanged, 0 withdrawn, 0 refused (1 files, 0 failed)\n");
  CHECK(first.err.empty());  // no progress bar without a terminal
  const Outcome again =
      indexer({"ingest", "--data", place.data, "--source", "s", "--json", place.file});
  CHECK(again.status == 0);
  CHECK(again.out.find('\n') == again.out.size() - 1);
  const json report = json::parse(again.out);
  CHECK(report["added"] == 0);
  CHECK(report["unchanged"] == 2);
  CHECK(report["withdrawn"] == 0);
  CHECK(report["refused"] == 0);
  CHECK(report["updated"] == 0);
  CHECK(report["diagnostics"].empty());
}

TEST_CASE("the default source is the name of the first path") {
  const Place place;
  CHECK(indexer({"ingest", "--data", place.data, place.file}).out.starts_with("two.ttl: "));
}

TEST_CASE("status for people and for programs") {
  const Place place;
  indexer({"ingest", "--data", place.data, "--source", "s", place.file});
  const Outcome text = indexer({"status", "--data", place.data});
  CHECK(text.status == 0);
  CHECK(text.out.starts_with("2 datasets, change sequence 2\n  s: 2 datasets"));
  CHECK(has(text.out, "up to date"));
  const json status = json::parse(indexer({"status", "--json", "--data", place.data}).out);
  CHECK(status["datasets"] == 2);
  CHECK(status["sequence"] == 2);
  CHECK(status["sources"].size() == 1);
  CHECK(status["sources"][0]["name"] == "s");
  CHECK(status["sources"][0]["datasets"] == 2);
  CHECK(status["index"]["datasets"] == 2);
  CHECK(status["index"]["sequence"] == 2);
  CHECK(status["index"]["bytes"] > 0);
  CHECK(status["store"]["bytes"] > 0);
}

TEST_CASE("without a catalogue, every reader says which command makes one, exit 3") {
  const TemporaryFolder folder;
  const std::string data = folder.path().string();
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"status", "--data", data},
        {"export", "--to", "turtle", "--data", data},
        {"findings", "--data", data},
        {"rebuild", "--data", data}}) {
    const Outcome outcome = indexer(arguments);
    INFO(arguments[0]);
    CHECK(outcome.status == 3);
    CHECK(outcome.out.empty());
    CHECK(has(outcome.err, "no catalogue in " + data));
    CHECK(has(outcome.err, "pinakes-indexer ingest --data " + data));
  }
}

TEST_CASE("wrong input is exit 1 and the rest is taken") {
  const Place place;
  const std::string bad = place.folder.write(
      "bad.ttl", std::string(kTwo) + "<https://example.org/3> a dcat:Dataset ; ]");
  const Outcome broken =
      indexer({"ingest", "--data", place.data, "--source", "s", "--json", bad, place.file});
  CHECK(broken.status == 1);
  const json report = json::parse(broken.out);
  CHECK(report["added"] == 2);
  REQUIRE_FALSE(report["diagnostics"].empty());
  CHECK(report["diagnostics"][0]["file"] == bad);
  CHECK(report["diagnostics"][0]["line"] == 4);
  CHECK(report["diagnostics"][0]["column"] > 1);
  CHECK(report["diagnostics"][0]["severity"] == "error");
  const Outcome text = indexer({"ingest", "--data", place.data, "--source", "s", bad});
  CHECK(text.status == 1);
  CHECK(text.err.starts_with(bad + ":4:"));
  CHECK(indexer({"ingest", "--data", place.data, place.folder.path() / "missing"}).status == 1);
  const std::string empty = place.folder.write("empty.ttl", "");
  const Outcome nothing = indexer({"ingest", "--data", place.data, "--lang", "fr", empty});
  CHECK(nothing.status == 1);
  CHECK(nothing.err.starts_with(empty + ":1:1: le fichier ne contient aucun"));
}

TEST_CASE("wrong usage is exit 2, help is exit 0 and on standard output") {
  for (const std::vector<std::string>& wrong : {std::vector<std::string>{},
                                                {"nothing"},
                                                {"ingest"},
                                                {"ingest", "--data", "d"},
                                                {"ingest", "--data", "d", "--lang", "de", "f"},
                                                {"ingest", "--data", "d", "--force", "f"},
                                                {"export", "--data", "d", "--to", "pdf"},
                                                {"convert", "--to", "pdf", "f"},
                                                {"status"}}) {
    const Outcome outcome = indexer(wrong);
    INFO(outcome.err);
    CHECK(outcome.status == 2);
    CHECK(outcome.out.empty());
    CHECK_FALSE(outcome.err.empty());
  }
  for (const char* command :
       {"ingest", "convert", "export", "rebuild", "status", "findings", "fields"}) {
    const Outcome help = indexer({command, "--help"});
    INFO(command);
    CHECK(help.status == 0);
    CHECK(has(help.out, "Exit status:"));
    CHECK(help.err.empty());
  }
  CHECK(indexer({"--version"}).out.starts_with("pinakes-indexer "));
}

TEST_CASE("more than half is withdrawn only by force, exit 3 otherwise") {
  const Place place;
  indexer({"ingest", "--data", place.data, "--source", "s", place.file});
  const std::string other =
      place.folder.write("other.ttl",
                         "<https://example.org/9> a <http://www.w3.org/ns/dcat#Dataset> ; "
                         "<http://purl.org/dc/terms/title> \"Nine\" .");
  const Outcome refused =
      indexer({"ingest", "--data", place.data, "--source", "s", "--prune", other});
  CHECK(refused.status == 3);
  CHECK(has(refused.err, "2 of the 3 datasets"));
  CHECK(has(refused.err, "--force"));
  CHECK(has(refused.out, "1 added, 0 updated, 0 unchanged, 0 withdrawn"));
  const Outcome forced =
      indexer({"ingest", "--data", place.data, "--source", "s", "--prune", "--force", other});
  CHECK(forced.status == 0);
  CHECK(has(forced.out, "2 withdrawn"));
  CHECK(json::parse(indexer({"status", "--json", "--data", place.data}).out)["datasets"] == 1);
}

TEST_CASE("the second writer is told who holds the lock, exit 3") {
  const Place place;
  const pinakes::WriteLock lock(place.data, "a test");
  const Outcome second = indexer({"ingest", "--data", place.data, place.file});
  CHECK(second.status == 3);
  CHECK(has(second.err, "pid " + std::to_string(getpid())));
  CHECK(has(second.err, "command a test"));
}

TEST_CASE("convert writes to standard output, and says what it could not read") {
  const TemporaryFolder folder;
  const std::string file = folder.write("a.ttl", "<#x> <https://example.org/p> 'v', <y> .\n");
  const Outcome relative = indexer({"convert", "--to", "ntriples", file});
  CHECK(relative.status == 0);
  CHECK(has(relative.out, "<file://" + file + "#x> <https://example.org/p> \"v\" ."));
  const Outcome based =
      indexer({"convert", "--to", "ntriples", "--base", "https://example.org/f", file});
  CHECK(based.out ==
        "<https://example.org/f#x> <https://example.org/p> \"v\" .\n"
        "<https://example.org/f#x> <https://example.org/p> <https://example.org/y> .\n");
  const Outcome turtle = indexer({"convert", "--to", "turtle", file});
  CHECK(turtle.status == 0);
  CHECK(has(turtle.out, "\"v\""));
  CHECK(indexer({"convert", "--to", "turtle", folder.write("empty.ttl", "")}).status == 0);
  const Outcome broken =
      indexer({"convert", "--to", "ntriples", "--from", "turtle",
               folder.write("broken",
                            "<http://e.org/a> <http://e.org/b> .\n"
                            "<http://e.org/a> <http://e.org/b> <http://e.org/c> .\n")});
  CHECK(broken.status == 1);
  CHECK(broken.out == "<http://e.org/a> <http://e.org/b> <http://e.org/c> .\n");
  CHECK(has(broken.err, "broken:1:"));
  CHECK(indexer({"convert", "--to", "turtle", folder.path() / "missing.ttl"}).status == 1);
}

TEST_CASE("export, rebuild, findings and fields answer on standard output") {
  const Place place;
  const std::string bare = place.folder.write(
      "bare.ttl", "<https://example.org/3> a <http://www.w3.org/ns/dcat#Dataset> .");
  indexer({"ingest", "--data", place.data, "--source", "s", place.file, bare});
  const Outcome all = indexer({"export", "--data", place.data, "--to", "ntriples"});
  CHECK(all.status == 0);
  CHECK(std::count(all.out.begin(), all.out.end(), '\n') == 7);
  CHECK(has(indexer({"rebuild", "--data", place.data}).out, "index rebuilt: 3 datasets"));
  const Outcome csv = indexer({"findings", "--data", place.data});
  CHECK(csv.out.starts_with("source,code,severity,count,example_1,example_2,example_3\n"));
  CHECK(has(csv.out, "s,only-type,warning,1,"));
  const json rows =
      json::parse(indexer({"findings", "--data", place.data, "--format", "json"}).out);
  REQUIRE(rows.size() == 1);
  CHECK(rows[0]["count"] == 1);
  CHECK(indexer({"findings", "--data", place.data, "--source", "t"}).status == 2);
  const json fields = json::parse(indexer({"fields", "--json", "--lang", "fr"}).out);
  CHECK(fields.size() > 30);
  CHECK(fields[0]["name"] == "title");
  CHECK(fields[0]["label"] == "Titre");
  CHECK(fields[0]["paths"][0] == "dct:title");
}

TEST_CASE("output that cannot be written is exit 3") {
  const Place place;
  indexer({"ingest", "--data", place.data, place.file});
  const std::string err = (place.folder / "err").string();
  CHECK(wait_for(start({"export", "--data", place.data, "--to", "ntriples"}, "/dev/full", err)) ==
        3);
  CHECK(has(contents(err), "cannot write to standard output"));
}

TEST_CASE("every command whose answer cannot be written ends with exit 3 and says so") {
  const Place place;
  REQUIRE(indexer({"ingest", "--data", place.data, place.file}).status == 0);
  const std::vector<std::string> kCommands[] = {
      {"status", "--data", place.data},
      {"status", "--json", "--data", place.data},
      {"findings", "--data", place.data},
      {"findings", "--format", "json", "--data", place.data},
      {"fields"},
      {"rebuild", "--data", place.data},
      {"ingest", "--json", "--data", place.data, place.file},
      {"--version"}};
  for (const auto& arguments : kCommands) {
    INFO(arguments.front());
    const std::string err = place.folder / "err";
    CHECK(wait_for(start(arguments, "/dev/full", err)) == 3);
    CHECK(has(contents(err), "cannot write to standard output: No space left on device"));
  }
}

TEST_CASE("a misspelled command, source or base is named, exit 2") {
  const Place place;
  REQUIRE(indexer({"ingest", "--data", place.data, "--source", "s", place.file}).status == 0);
  const Outcome command = indexer({"imgest", "--data", place.data});
  CHECK(command.status == 2);
  CHECK(has(command.err, "'imgest' is no command; known are ingest, validate,"));
  const Outcome source = indexer({"findings", "--data", place.data, "--source", "S"});
  CHECK(source.status == 2);
  CHECK(has(source.err, "no source 'S' in the catalogue; known are s"));
  CHECK(source.out.empty());
  const Outcome base = indexer({"convert", "--to", "turtle", "--base", "here", place.file});
  CHECK(base.status == 2);
  CHECK(has(base.err, "'here' is no absolute IRI"));
}
