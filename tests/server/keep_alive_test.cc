// Connections that live long, answers without a body, and stopping while a request runs.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <atomic>
#include <chrono>
#include <thread>

#include "indexer/base/error.h"
#include "tests/catch.h"
#include "tests/server/running_server.h"
#include "tests/server/socket_client.h"

using namespace pinakes;
using test::SocketClient;

namespace {
Response small(const Request& request) {
  Response response;
  response.type = "text/plain";
  response.body = request.path;
  return response;
}
}  // namespace

TEST_CASE("a thousand requests go over one connection") {
  test::RunningServer server(small);
  SocketClient client(server.port());
  for (int i = 0; i < 1'000; ++i) {
    const std::string path = "/" + std::to_string(i);
    const test::Answer answer = client.get(path);
    REQUIRE(answer.status == 200);
    REQUIRE(answer.body == path);
  }
}

TEST_CASE("requests sent at once are answered in their order") {
  test::RunningServer server(small);
  SocketClient client(server.port());
  std::string all;
  for (int i = 0; i < 20; ++i) all += "GET /" + std::to_string(i) + " HTTP/1.1\r\nHost: x\r\n\r\n";
  client.send(all);
  for (int i = 0; i < 20; ++i) CHECK(client.receive().body == "/" + std::to_string(i));
}

TEST_CASE("an answer is not packed a second time, and its length is right") {
  test::RunningServer server([](const Request&) {
    Response response;
    response.type = "text/html";
    response.body = std::string(200'000, 'p');
    response.set("Content-Encoding", "gzip");
    return response;
  });
  SocketClient client(server.port());
  const test::Answer answer = client.get("/", "Accept-Encoding: gzip, br\r\n");
  CHECK(answer.body == std::string(200'000, 'p'));
  CHECK(answer.header("Content-Encoding") == "gzip");
}

TEST_CASE("HEAD tells the length and sends no body; 304 and 204 have neither") {
  test::RunningServer server([](const Request& request) {
    Response response;
    if (request.path == "/304") response.status = 304;
    if (request.path == "/204") response.status = 204;
    if (request.method == Method::Head) response.set("Content-Length", "1234");
    return response;
  });
  SocketClient client(server.port());
  client.send("HEAD / HTTP/1.1\r\nHost: x\r\n\r\n");
  const test::Answer head = client.receive(SocketClient::Expect::HeadOnly);
  CHECK(head.status == 200);
  CHECK(head.header("Content-Length") == "1234");
  for (const char* path : {"/304", "/204"}) {
    const test::Answer answer = client.get(path);
    CHECK(answer.status == std::stoi(path + 1));
    CHECK(answer.header("Content-Length").empty());
  }
  CHECK(client.get("/").status == 200);
}

TEST_CASE("a header value cannot start a header of its own") {
  test::RunningServer server([](const Request& request) {
    Response response = small(request);
    response.set("X-Said", "a\r\nX-Evil: 1");
    return response;
  });
  SocketClient client(server.port());
  const test::Answer answer = client.get("/");
  CHECK(answer.header("X-Evil").empty());
  CHECK(answer.header("X-Said") == "a  X-Evil: 1");
}

TEST_CASE("HTTP/1.0 is answered and closed") {
  test::RunningServer server(small);
  SocketClient client(server.port());
  const test::Answer answer = client.ask("GET /old HTTP/1.0\r\n\r\n");
  CHECK(answer.body == "/old");
  CHECK(answer.header("Connection") == "close");
  CHECK(client.closed_within(2'000));
}

TEST_CASE("a running request is finished before the server stops") {
  std::atomic<bool> started = false;
  test::RunningServer server([&](const Request& request) {
    started = true;
    std::this_thread::sleep_for(std::chrono::milliseconds(800));
    return small(request);
  });
  SocketClient client(server.port());
  client.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
  while (!started) std::this_thread::sleep_for(std::chrono::milliseconds(5));
  const auto start = std::chrono::steady_clock::now();
  server.stop();
  server.join();
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
  CHECK(client.receive().body == "/slow");
  CHECK(client.closed_within(1'000));
  CHECK_THROWS(SocketClient(server.port()));
}

TEST_CASE("a port in use is an error that names it") {
  test::RunningServer first(small);
  ServerOptions options;
  options.port = first.port();
  HttpServer second(options, small, {});
  try {
    second.bind();
    FAIL("bound twice");
  } catch (const Error& error) {
    CHECK(error_kind(error.code()).exit_status == 3);
    CHECK(std::string(error.what()).find("127.0.0.1:" + std::to_string(first.port())) !=
          std::string::npos);
    CHECK_FALSE(error.hint().empty());
  }
}
