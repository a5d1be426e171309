// The socket side of the server: listens, guards, hands requests to dispatch(), stops gracefully.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "server/http/message.h"

namespace pinakes {

struct ServerOptions {
  std::string host = "127.0.0.1";  // loopback: a reverse proxy faces the internet
  int port = 8080;                 // 0: any free one
  std::size_t threads = 0;         // connections at once; 0: 16, or 4 per core where that is more
  std::chrono::milliseconds keep_alive{2'000};    // how long an idle connection may keep its thread
  std::chrono::milliseconds head_timeout{5'000};  // request line and headers must be there by then
  std::size_t max_head = 32'768;                  // bytes of request line and headers
  std::size_t max_headers = 100;
};

/// `HOST:PORT`, `[::1]:PORT` or `PORT`. Throws Error{BadUsage}.
ServerOptions parse_listen(std::string_view text);

/// One line of the access log. Neither query text nor address: together they would tell who
/// searched for which disease.
struct AccessEntry {
  std::string request_id, method, path;
  int status = 0;
  std::size_t bytes = 0;  // of the body
  std::chrono::microseconds duration{};
};

/// Thread per connection, bounded. Refuses before a body is read what a catalogue has no use for
/// and an attacker has: chunked or encoded requests, Content-Length beside Transfer-Encoding,
/// several ranges, a missing or second Host, long or many headers, slow headers; and closes the
/// connection.
class HttpServer {
 public:
  using Answer = std::function<Response(const Request&)>;
  using Log = std::function<void(const AccessEntry&)>;

  HttpServer(ServerOptions options, Answer answer, Log log);
  ~HttpServer();
  /// The port that is listened on. Throws Error{Io} naming the address and what to do.
  int bind();
  /// Serves until stop(); then running requests are finished before it returns.
  void run();
  /// From any thread, also before run(). Returns at once.
  void stop();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pinakes
