// kill -9 at any moment of an ingest, then the same ingest: the catalogue is as if never killed.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>
#include <csignal>
#include <iostream>
#include <random>
#include <set>
#include <thread>

#include "indexer/ingest/status.h"
#include "tests/catch.h"
#include "tests/cli/program.h"

using namespace pinakes;
using namespace pinakes::test;
using Clock = std::chrono::steady_clock;

namespace {

constexpr int kKills = 10, kAttempts = 60;

std::string dataset(int number, const std::string& words) {
  const std::string n = std::to_string(number);
  return "<https://example.org/" + n + "> a dcat:Dataset ; dct:title \"Dataset " + n + " " + words +
         "\"@en ;\n  dct:description \"About " + n + " and " + words +
         "\"@en ; dct:identifier \"id-" + n +
         "\" ;\n  dcat:distribution [ dcat:accessURL "
         "<https://example.org/file/" +
         n + "> ] .\n";
}

/// One file of more than a batch (1,000 datasets), and eight small ones; those of `words` differ.
void write_corpus(const TemporaryFolder& folder, const std::string& words, int first) {
  const std::string head =
      "@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .\n";
  std::string big = head;
  for (int i = first; i < 1500; ++i) big += dataset(i, i % 3 == 0 ? words : "constant");
  folder.write("in/big.ttl", big);
  for (int file = 0; file < 8; ++file) {
    std::string small = head;
    for (int i = 0; i < 50; ++i) small += dataset(2000 + file * 50 + i, words);
    folder.write("in/small" + std::to_string(file) + ".ttl", small);
  }
}

std::vector<std::string> ingest_of(const std::filesystem::path& data, const TemporaryFolder& in) {
  return {"ingest", "--data", data.string(), "--source", "s", "--prune", (in / "in").string()};
}

/// Everything a reader can tell of the catalogue but dates and sequence numbers.
std::set<std::string> facts(const std::filesystem::path& data) {
  std::set<std::string> found;
  const StoreReader store(data);
  store.for_each_listed([&](const Record& record) {
    found.insert(record.key + " " + std::to_string(record.number) + " " + record.id + " v" +
                 std::to_string(record.version) + "\n" + store.ntriples(record.number));
  });
  return found;
}

void check_consistent(const std::filesystem::path& data) {
  const Status status = status_of(data);
  CHECK(status.index.readable);
  CHECK(status.index.sequence == status.sequence);
  CHECK(status.index.datasets == status.datasets);
  CHECK(status.sources.at(0).outcome == "complete");
}

/// Starts the ingest, kills it after a random part of `whole`; true if it was still running.
bool kill_one(const std::vector<std::string>& arguments, Clock::duration whole,
              std::mt19937& random, const TemporaryFolder& place) {
  std::uniform_real_distribution<double> share(0.0, 1.0);
  const auto moment = std::chrono::duration_cast<std::chrono::microseconds>(whole * share(random));
  const pid_t child =
      start(arguments, (place / "killed.out").string(), (place / "killed.err").string());
  std::this_thread::sleep_for(moment);
  kill(child, SIGKILL);
  return wait_for(child) == -1;
}

/// Kills ten ingests of `corpus` that start from a copy of `before` (empty: from nothing).
void kill_many(const TemporaryFolder& corpus, const std::filesystem::path& before,
               std::mt19937& random) {
  const TemporaryFolder place;
  const auto fresh_copy = [&](const std::filesystem::path& to) {
    std::filesystem::remove_all(to);
    if (!before.empty())
      std::filesystem::copy(before, to, std::filesystem::copy_options::recursive);
  };
  const std::filesystem::path reference = place / "reference", data = place / "data";
  fresh_copy(reference);
  const Clock::time_point start = Clock::now();
  REQUIRE(indexer(ingest_of(reference, corpus)).status == 0);
  const Clock::duration whole = Clock::now() - start;
  const std::set<std::string> expected = facts(reference);
  int kills = 0;
  for (int attempt = 0; attempt < kAttempts && kills < kKills; ++attempt) {
    fresh_copy(data);
    if (!kill_one(ingest_of(data, corpus), whole, random, place)) continue;
    ++kills;
    const Outcome completed = indexer(ingest_of(data, corpus));
    INFO(completed.err);
    CHECK(completed.status == 0);
    CHECK(facts(data) == expected);
    check_consistent(data);
  }
  CHECK(kills == kKills);
}

}  // namespace

TEST_CASE("a killed ingest is completed by the same ingest") {
  const unsigned seed = std::random_device{}();
  std::cout << "seed " << seed << '\n';
  std::mt19937 random(seed);
  const TemporaryFolder corpus, done;
  write_corpus(corpus, "old", 0);
  kill_many(corpus, {}, random);
  REQUIRE(indexer(ingest_of(done / "data", corpus)).status == 0);
  write_corpus(corpus, "new", 20);  // a third updated, twenty withdrawn
  kill_many(corpus, done / "data", random);
}
