// Attacks over a raw socket: each is refused, closed, and costs the others nothing.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>
#include <fstream>
#include <list>
#include <thread>

#include "server/http/http_server.h"
#include "tests/catch.h"
#include "tests/server/running_server.h"
#include "tests/server/socket_client.h"

using namespace pinakes;
using test::SocketClient;

namespace {
Response echo(const Request& request) {
  Response response;
  response.type = "text/plain";
  response.body = request.remote + " " + request.path + " " + std::string(1'000, 'x');
  return response;
}

/// Sends it; the answer has that status, is a problem, and the connection is closed.
void check_closed(int port, const std::string& request, int status) {
  SocketClient client(port);
  const test::Answer answer = client.ask(request);
  INFO(request.substr(0, 200));
  CHECK(answer.status == status);
  CHECK(answer.header("Connection") == "close");
  CHECK(answer.header("Content-Type") == "application/problem+json");
  CHECK(answer.header("X-Content-Type-Options") == "nosniff");
  CHECK(client.closed_within(3'000));
}

std::size_t resident_kilobytes() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmRSS:")) return std::stoul(line.substr(6));
  return 0;
}

const std::string kHost = "Host: localhost\r\n";
}  // namespace

TEST_CASE("a chunked request is refused before its body is read") {
  test::RunningServer server(echo);
  check_closed(server.port(),
               "POST /x HTTP/1.1\r\n" + kHost + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
               400);
  check_closed(server.port(),
               "GET /x HTTP/1.1\r\n" + kHost + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400);
  const std::size_t before = resident_kilobytes();
  SocketClient client(server.port());
  client.send("POST /x HTTP/1.1\r\n" + kHost + "Transfer-Encoding: chunked\r\n\r\n");
  const std::string chunk = "100000\r\n" + std::string(1'048'576, 'a') + "\r\n";
  for (int i = 0; i < 50 && client.send(chunk); ++i) {
  }
  CHECK(resident_kilobytes() < before + 20'000);
}

TEST_CASE("Content-Length beside Transfer-Encoding is refused: nothing is smuggled") {
  test::RunningServer server(echo);
  check_closed(server.port(),
               "POST / HTTP/1.1\r\n" + kHost +
                   "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
                   "GET /smuggled HTTP/1.1\r\n" +
                   kHost + "\r\n",
               400);
  for (const AccessEntry& entry : server.log()) CHECK(entry.path != "/smuggled");
}

TEST_CASE("a body nobody asked for is never read as the next request") {
  test::RunningServer server(echo);
  const std::string inner = "GET /smuggled HTTP/1.1\r\n" + kHost + "\r\n";
  SocketClient client(server.port());
  const test::Answer answer = client.ask("GET /outer HTTP/1.1\r\n" + kHost + "Content-Length: " +
                                         std::to_string(inner.size()) + "\r\n\r\n" + inner);
  CHECK(answer.status == 200);
  CHECK(client.closed_within(3'000));
  for (const AccessEntry& entry : server.log()) CHECK(entry.path != "/smuggled");
}

TEST_CASE("a compressed body is refused, two lengths too") {
  test::RunningServer server(echo);
  check_closed(
      server.port(),
      "POST / HTTP/1.1\r\n" + kHost + "Content-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc",
      415);
  check_closed(
      server.port(),
      "POST / HTTP/1.1\r\n" + kHost + "Content-Length: 3\r\nContent-Length: 5\r\n\r\nabcde", 400);
}

TEST_CASE("several ranges are refused, one is ignored: every answer is whole") {
  test::RunningServer server(echo);
  std::string ranges = "Range: bytes=0-";
  for (int i = 0; i < 150; ++i) ranges += ",0-";
  check_closed(server.port(), "GET / HTTP/1.1\r\n" + kHost + ranges + "\r\n\r\n", 400);
  SocketClient client(server.port());
  const test::Answer one = client.get("/", "Range: bytes=0-9\r\n");
  CHECK(one.status == 200);
  CHECK(one.body.size() > 1'000);
}

TEST_CASE("no Host and two Hosts are refused") {
  test::RunningServer server(echo);
  check_closed(server.port(), "GET / HTTP/1.1\r\n\r\n", 400);
  check_closed(server.port(), "GET / HTTP/1.1\r\n" + kHost + "Host: other\r\n\r\n", 400);
}

TEST_CASE("a forged address is refused, the real one is known") {
  test::RunningServer server(echo);
  check_closed(server.port(), "GET / HTTP/1.1\r\n" + kHost + "REMOTE_ADDR: 6.6.6.6\r\n\r\n", 400);
  SocketClient client(server.port());
  CHECK(client.get("/").body.starts_with("127.0.0.1 "));
}

TEST_CASE("long and many headers are refused with bounded memory") {
  test::RunningServer server(echo);
  std::string many = "GET / HTTP/1.1\r\n" + kHost;
  for (int i = 0; i < 150; ++i) many += "X-" + std::to_string(i) + ": 1\r\n";
  check_closed(server.port(), many + "\r\n", 431);
  const std::size_t before = resident_kilobytes();
  SocketClient client(server.port());
  client.send("GET / HTTP/1.1\r\n" + kHost + "X-Long: ");
  const std::string piece(1'048'576, 'a');
  for (int i = 0; i < 60 && client.send(piece); ++i) {
  }
  CHECK(resident_kilobytes() < before + 20'000);
  SocketClient second(server.port());
  const test::Answer answer =
      second.ask("GET / HTTP/1.1\r\n" + kHost + "X-Long: " + std::string(40'000, 'a') + "\r\n\r\n");
  CHECK(answer.status == 431);
  CHECK(second.closed_within(3'000));
}

TEST_CASE("a long target is 414, a request line that is none is 400") {
  test::RunningServer server(echo);
  SocketClient client(server.port());
  const test::Answer answer =
      client.ask("GET /x?page=1&q=" + std::string(10'240, 'a') + " HTTP/1.1\r\n" + kHost + "\r\n");
  CHECK(answer.status == 414);
  CHECK(answer.body.find("\"parameter\":\"q\"") != std::string::npos);
  SocketClient odd(server.port());
  CHECK(odd.ask("nonsense\r\n\r\n").status == 400);
}

TEST_CASE("half-sent requests hold no other client up for long") {
  test::RunningServer server(echo);
  std::list<SocketClient> slow;
  for (int i = 0; i < 8; ++i) {
    slow.emplace_back(server.port());
    slow.back().send("GET / HTTP/1.1\r\nHost: loc");
  }
  const auto start = std::chrono::steady_clock::now();
  SocketClient client(server.port());
  CHECK(client.get("/").status == 200);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(4));
}

TEST_CASE("an idle connection gives its thread to one that waits") {
  ServerOptions options = test::RunningServer::small();
  options.threads = 1;
  options.keep_alive = std::chrono::milliseconds(60'000);
  test::RunningServer server(echo, options);
  SocketClient idle(server.port());
  CHECK(idle.get("/").status == 200);
  const auto start = std::chrono::steady_clock::now();
  SocketClient client(server.port());
  CHECK(client.get("/").status == 200);
  CHECK(std::chrono::steady_clock::now() - start < options.keep_alive / 2);
}

TEST_CASE("an exception that gets this far is a plain 500") {
  test::RunningServer server(
      [](const Request&) -> Response { throw std::runtime_error("/srv/secret"); });
  SocketClient client(server.port());
  const test::Answer answer = client.get("/");
  CHECK(answer.status == 500);
  CHECK(answer.body.find("secret") == std::string::npos);
  CHECK(answer.head.find("secret") == std::string::npos);
}

TEST_CASE("who is slow gives way to who waits") {
  ServerOptions options = test::RunningServer::small();
  options.threads = 2;
  options.head_timeout = std::chrono::seconds(60);
  test::RunningServer server(
      [](const Request&) {
        Response response;
        response.type = "text/plain";
        response.body = std::string(20'000'000, 'x');  // more than the buffers of a socket
        return response;
      },
      options);
  SocketClient slow(server.port()), greedy(server.port());
  slow.send("GET / HTTP/1.1\r\nHo");                 // and never the rest
  greedy.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");  // and never reads
  std::this_thread::sleep_for(std::chrono::milliseconds(300));
  const auto start = std::chrono::steady_clock::now();
  SocketClient patient(server.port());
  CHECK(patient.get("/").status == 200);
  CHECK(std::chrono::steady_clock::now() - start < options.head_timeout / 2);
}

TEST_CASE("neither query text nor address is in an access entry") {
  test::RunningServer server(echo);
  SocketClient client(server.port());
  client.get("/api?q=hiv", "X-Request-Id: abc\r\n");
  const auto log = server.log();
  REQUIRE(log.size() == 1);
  CHECK(log[0].path == "/api");
  CHECK(log[0].method == "GET");
  CHECK(log[0].request_id == "abc");
  CHECK(log[0].status == 200);
  CHECK(log[0].bytes > 1'000);
}
