// The two programs together: a catalogue is ingested, served, changed while served, and stopped.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/program.h"

#include <chrono>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <thread>

#include "tests/catch.h"
#include "tests/server/socket_client.h"
#include "tests/temporary_folder.h"

using namespace pinakes;
using test::Program;
using test::SocketClient;

namespace {
const std::string kServer = std::string(PINAKES_BIN) + "/pinakes-server";
const std::string kIndexer = std::string(PINAKES_BIN) + "/pinakes-indexer";

std::string dataset(std::string_view name, std::string_view title) {
  const std::string iri = "<https://example.org/dataset/" + std::string(name) + ">";
  return iri + " a <http://www.w3.org/ns/dcat#Dataset> ; <http://purl.org/dc/terms/title> \"" +
         std::string(title) + "\"@en .\n";
}

/// A catalogue folder, and a server on it.
class Catalogue {
 public:
  void ingest(std::string_view turtle) {
    const std::string file = folder_.write("in/datasets.ttl", turtle);
    Program run({kIndexer, "ingest", "--data", data(), "--source", "test", file},
                (folder_ / "ingest").string());
    const int status = run.wait();
    INFO(run.err());
    REQUIRE(status == 0);
  }
  void serve() {
    server_.emplace(std::vector<std::string>{kServer, "--data", data(), "--listen", "127.0.0.1:0"},
                    (folder_ / "server").string());
    REQUIRE(server_->says("/\n"));
    const std::string said = server_->err();
    const std::string before = "http://127.0.0.1:";
    port_ = std::stoi(said.substr(said.find(before) + before.size()));
  }
  test::Answer get(std::string_view target) const { return SocketClient(port_).get(target); }
  std::size_t total(std::string_view query) const {
    const test::Answer answer = get("/api/v1/datasets" + std::string(query));
    if (answer.status != 200) return std::string::npos;
    return nlohmann::json::parse(answer.body)["total"].get<std::size_t>();
  }
  Program& server() { return *server_; }
  int port() const { return port_; }
  std::string data() const { return (folder_ / "data").string(); }

 private:
  test::TemporaryFolder folder_;
  std::optional<Program> server_;
  int port_ = 0;
};

/// Whether it becomes true within ten seconds.
template <typename Condition>
bool becomes(Condition condition) {
  for (int i = 0; i < 200; ++i) {
    if (condition()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  return false;
}
}  // namespace

TEST_CASE("what is ingested is found, also what is ingested while the server runs") {
  Catalogue catalogue;
  catalogue.ingest(dataset("one", "Cancer registry"));
  catalogue.serve();
  CHECK(catalogue.get("/health/ready").status == 200);
  CHECK(catalogue.total("?q=cancer") == 1);
  catalogue.ingest(dataset("one", "Cancer registry") + dataset("two", "Cancer biobank"));
  CHECK(becomes([&] { return catalogue.total("?q=cancer") == 2; }));
  const auto body = nlohmann::json::parse(catalogue.get("/api/v1/datasets?q=biobank").body);
  const std::string id = body["items"][0]["id"];
  for (const char* form : {".ttl", ".nt", ".json"})
    CHECK(catalogue.get("/datasets/" + id + form).status == 200);
  CHECK(catalogue.get("/en/datasets/" + id).body.find("Cancer biobank") != std::string::npos);
}

TEST_CASE("without a catalogue the server explains itself, and serves as soon as there is one") {
  Catalogue catalogue;
  std::filesystem::create_directories(catalogue.data());
  catalogue.serve();
  CHECK(catalogue.get("/health/live").status == 200);
  const test::Answer ready = catalogue.get("/health/ready");
  CHECK(ready.status == 503);
  CHECK(ready.body.find("pinakes-indexer ingest") != std::string::npos);
  CHECK(catalogue.get("/en/").status == 503);
  CHECK(catalogue.get("/api/v1/datasets").status == 503);
  catalogue.ingest(dataset("one", "Cancer registry"));
  CHECK(becomes([&] { return catalogue.get("/health/ready").status == 200; }));
  CHECK(becomes([&] { return catalogue.total("") == 1; }));
}

TEST_CASE("SIGTERM stops the server with exit status 0") {
  Catalogue catalogue;
  catalogue.ingest(dataset("one", "Cancer registry"));
  catalogue.serve();
  SocketClient idle(catalogue.port());
  CHECK(idle.get("/health/live").status == 200);
  catalogue.server().signal(SIGTERM);
  CHECK(catalogue.server().wait(std::chrono::seconds(10)) == 0);
}

TEST_CASE("the log has a JSON line per request, without query text and address") {
  Catalogue catalogue;
  catalogue.ingest(dataset("one", "Cancer registry"));
  catalogue.serve();
  catalogue.get("/api/v1/datasets?q=secretdisease");
  catalogue.server().signal(SIGTERM);
  REQUIRE(catalogue.server().wait(std::chrono::seconds(10)) == 0);
  const std::string log = catalogue.server().out();
  CHECK(log.find("secretdisease") == std::string::npos);
  CHECK(log.find("127.0.0.1") == std::string::npos);
  const auto line = nlohmann::json::parse(log.substr(0, log.find('\n')));
  CHECK(line["path"] == "/api/v1/datasets");
  CHECK(line["status"] == 200);
  CHECK(line["method"] == "GET");
  CHECK(line.contains("request_id"));
  CHECK(line["ms"].is_number());
}

TEST_CASE("a port in use ends the program with 3 and a hint, wrong usage with 2") {
  Catalogue catalogue;
  std::filesystem::create_directories(catalogue.data());
  catalogue.serve();
  const test::TemporaryFolder folder;
  Program second({kServer, "--data", catalogue.data(), "--listen",
                  "127.0.0.1:" + std::to_string(catalogue.port())},
                 (folder / "second").string());
  CHECK(second.wait() == 3);
  CHECK(second.err().find("cannot listen on 127.0.0.1:") != std::string::npos);
  CHECK(second.err().find("--listen") != std::string::npos);
  Program wrong({kServer, "--nonsense"}, (folder / "wrong").string());
  CHECK(wrong.wait() == 2);
  Program help({kServer, "--help"}, (folder / "help").string());
  CHECK(help.wait() == 0);
  CHECK(help.out().find("--data") != std::string::npos);
}
