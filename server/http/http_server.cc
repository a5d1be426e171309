// HttpServer on cpp-httplib, the only file that includes httplib.h (0.11 and 0.18 alike).
// SPDX-License-Identifier: GPL-3.0-or-later
// Its parser and thread pool are used; connections, limits and answers are ours.
#include "server/http/http_server.h"

#include <httplib.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <charconv>
#include <cstring>
#include <optional>
#include <thread>

#include "indexer/base/error.h"
#include "server/http/connection.h"
#include "server/http/dispatch.h"
#include "server/http/guard.h"
#include "server/http/problem.h"
#include "server/http/url.h"
#include "server/http/wire.h"

namespace pinakes {
namespace {
using Clock = std::chrono::steady_clock;
constexpr int kBacklog = 512;  // httplib asks for 5

/// httplib's view of a connection.
class ConnectionStream final : public httplib::Stream {
 public:
  explicit ConnectionStream(ClientConnection& connection) : connection_(connection) {}
  bool is_readable() const override { return connection_.readable(); }
  bool is_writable() const override { return connection_.writable(); }
  ssize_t read(char* to, std::size_t size) override { return connection_.read(to, size); }
  ssize_t write(const char* from, std::size_t size) override {
    return connection_.write(from, size);
  }
  void get_remote_ip_and_port(std::string& ip, int& port) const override {
    const ClientConnection::Peer peer = connection_.remote();
    ip = peer.ip;
    port = peer.port;
  }
  void get_local_ip_and_port(std::string& ip, int& port) const override {
    const ClientConnection::Peer peer = connection_.local();
    ip = peer.ip;
    port = peer.port;
  }
  socket_t socket() const override { return connection_.socket(); }

 private:
  ClientConnection& connection_;
};

/// A pool that knows how many connections wait for a thread.
class CountingPool final : public httplib::TaskQueue {
 public:
  CountingPool(std::size_t threads, std::atomic<std::size_t>& waiting)
      : pool_(threads), waiting_(waiting) {}
  using Enqueued = decltype(std::declval<httplib::TaskQueue&>().enqueue({}));
  Enqueued enqueue(std::function<void()> job) override {
    ++waiting_;
    return pool_.enqueue([this, job = std::move(job)] {
      --waiting_;
      job();
    });
  }
  void shutdown() override { pool_.shutdown(); }

 private:
  httplib::ThreadPool pool_;
  std::atomic<std::size_t>& waiting_;
};

Method method_of(std::string_view name) {
  if (name == "GET") return Method::Get;
  if (name == "HEAD") return Method::Head;
  if (name == "OPTIONS") return Method::Options;
  if (name == "POST") return Method::Post;
  return Method::Other;
}

/// The headers as sent: without those that httplib adds to tell us the addresses.
Headers headers_of(const httplib::Request& from) {
  const std::array<std::pair<std::string_view, std::string>, 4> added{{
      {"REMOTE_ADDR", from.remote_addr},
      {"REMOTE_PORT", std::to_string(from.remote_port)},
      {"LOCAL_ADDR", from.local_addr},
      {"LOCAL_PORT", std::to_string(from.local_port)},
  }};
  Headers out;
  for (const auto& [name, value] : from.headers)
    if (std::ranges::find(added, std::pair<std::string_view, std::string>(name, value)) ==
        added.end())
      out.emplace_back(name, value);
  return out;
}

Request request_of(const httplib::Request& from) {
  Request request = make_request(method_of(from.method), from.target, headers_of(from));
  request.body = from.body;
  request.remote = from.remote_addr;
  request.id = request_id(request);
  return request;
}

}  // namespace

struct HttpServer::Impl final : httplib::Server {
  Impl(ServerOptions given, Answer answer_with, Log log_with)
      : options(std::move(given)), answer(std::move(answer_with)), log(std::move(log_with)) {
    if (options.threads == 0)
      options.threads = std::max<std::size_t>(16, 4 * std::thread::hardware_concurrency());
    new_task_queue = [this] { return new CountingPool(options.threads, waiting); };
    // Without SO_REUSEPORT, which httplib sets: two servers on one port are a mistake.
    set_socket_options([](socket_t socket) {
      const int on = 1;
      ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    });
    // httplib parses; what it would answer is never sent (serve_one).
    set_pre_routing_handler([](const httplib::Request&, httplib::Response& response) {
      response.status = 204;
      return HandlerResponse::Handled;
    });
  }

  std::optional<Refusal> refusal_of(const httplib::Request& request) const {
    if (request.headers.size() > options.max_headers + 4)  // httplib adds four
      return Refusal{"headers-too-large",
                     "more than " + std::to_string(options.max_headers) + " headers"};
    return guard(headers_of(request), request.version);
  }

  struct Exchange {
    Response response;
    Method method = Method::Get;
    AfterAnswer after = AfterAnswer::KeepAlive;
  };

  /// Every request that could be read comes here, before a body would be read.
  Exchange handle(const httplib::Request& from) const {
    const Clock::time_point start = Clock::now();
    const Request request = request_of(from);
    Exchange exchange;
    exchange.method = request.method;
    if (const auto refused = refusal_of(from)) {
      exchange.response = refuse(request, refused->problem, refused->detail);
      exchange.after = AfterAnswer::Close;
    } else {
      exchange.response = answered(request);
    }
    // A body that is not read must not be taken for the next request.
    if (stopping || announces_body(request.headers)) exchange.after = AfterAnswer::Close;
    record(request, from.method, exchange.response, start);
    return exchange;
  }

  Response answered(const Request& request) const {
    try {
      return answer(request);
    } catch (...) {  // dispatch() does not throw; whatever else is put here must not end the server
      return refuse(request, "internal", {});
    }
  }

  /// What httplib or the limits refused before there was a request.
  Exchange unreadable(const ClientConnection& connection) const {
    const bool too_large = connection.head_fault() == ClientConnection::HeadFault::TooLarge;
    const bool too_long = connection.unsent().starts_with("HTTP/1.1 414");
    const std::string& line = connection.request_line();
    const std::size_t space = line.find(' ');
    const Request request = make_request(
        Method::Get, too_long && space != std::string::npos ? line.substr(space + 1) : "");
    Exchange exchange;
    exchange.response = refuse(request,
                               too_large  ? "headers-too-large"
                               : too_long ? "uri-too-long"
                                          : "bad-request",
                               {});
    exchange.after = AfterAnswer::Close;
    record(request, "?", exchange.response, Clock::now());
    return exchange;
  }

  void record(const Request& request, const std::string& method, const Response& response,
              Clock::time_point start) const {
    if (!log) return;
    log({request.id.empty() ? std::string(response.header("X-Request-Id")) : request.id, method,
         request.path, response.status, response.body.size(),
         std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start)});
  }

  // The two signatures of process_request() that Debian has.
  using Setup = std::function<void(httplib::Request&)>;
  bool call(bool (httplib::Server::*process)(httplib::Stream&, bool, bool&, const Setup&),
            httplib::Stream& stream, const ClientConnection&, bool& closed, const Setup& setup) {
    return (this->*process)(stream, false, closed, setup);
  }
  bool call(bool (httplib::Server::*process)(httplib::Stream&, const std::string&, int,
                                             const std::string&, int, bool, bool&, const Setup&),
            httplib::Stream& stream, const ClientConnection& connection, bool& closed,
            const Setup& setup) {
    const ClientConnection::Peer remote = connection.remote();
    const ClientConnection::Peer local = connection.local();
    return (this->*process)(stream, remote.ip, remote.port, local.ip, local.port, false, closed,
                            setup);
  }

  /// One request; whether another may follow.
  bool serve_one(ClientConnection& connection, ConnectionStream& stream) {
    bool closed = false;
    std::optional<Exchange> exchange;
    connection.begin_head();
    call(&Impl::process_request, stream, connection, closed, [&](httplib::Request& request) {
      connection.end_head();
      exchange = handle(request);
    });
    if (!exchange) {
      const bool said_something =
          connection.head_fault() == ClientConnection::HeadFault::TooLarge ||
          (connection.head_fault() == ClientConnection::HeadFault::None &&
           !connection.unsent().empty());
      if (said_something) exchange = unreadable(connection);
    }
    connection.discard();
    if (!exchange) return false;
    if (closed) exchange->after = AfterAnswer::Close;
    return send(connection, *exchange) && exchange->after == AfterAnswer::KeepAlive;
  }

  static bool send(ClientConnection& connection, const Exchange& exchange) {
    const std::string head = response_head(exchange.response, exchange.after);
    const std::string& body = exchange.response.body;
    connection.write(head.data(), head.size());
    if (exchange.method != Method::Head) connection.write(body.data(), body.size());
    return connection.flush();
  }

  /// httplib calls this on a thread of the pool for every accepted socket.
  bool process_and_close_socket(socket_t socket) override {
    ClientConnection connection(socket, options, stopping, waiting);
    ConnectionStream stream(connection);
    while (connection.wait_for_request() && serve_one(connection, stream)) {
    }
    return true;
  }

  /// Once only: httplib's stop() must not be called twice, and does nothing before the first
  /// accept.
  void end() {
    if (stopping.exchange(true)) return;
    if (is_running())
      httplib::Server::stop();
    else if (const socket_t socket = svr_sock_; socket != INVALID_SOCKET)
      ::shutdown(socket, SHUT_RDWR);  // the first accept() fails, and that ends run()
  }

  /// Widens the queue of connections that the kernel keeps for us.
  void widen_backlog() { ::listen(svr_sock_, kBacklog); }

  ServerOptions options;
  Answer answer;
  Log log;
  std::atomic<bool> stopping = false;
  std::atomic<std::size_t> waiting = 0;
};

ServerOptions parse_listen(std::string_view text) {
  ServerOptions options;
  const std::size_t colon = text.rfind(':');
  const std::string_view port = colon == std::string_view::npos ? text : text.substr(colon + 1);
  const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), options.port);
  if (port.empty() || error != std::errc() || end != port.data() + port.size() ||
      options.port < 0 || options.port > 65'535)
    throw Error(ErrorCode::BadUsage, "--listen '" + std::string(text) + "' names no port",
                "give HOST:PORT, such as 127.0.0.1:8080 or [::1]:8080");
  if (colon == std::string_view::npos) return options;
  std::string_view host = text.substr(0, colon);
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  if (!host.empty()) options.host = host;
  return options;
}

HttpServer::HttpServer(ServerOptions options, Answer answer, Log log)
    : impl_(std::make_unique<Impl>(std::move(options), std::move(answer), std::move(log))) {}

HttpServer::~HttpServer() = default;

int HttpServer::bind() {
  ServerOptions& options = impl_->options;
  errno = 0;
  const std::string address = options.host + ":" + std::to_string(options.port);
  int port = options.port;
  if (port == 0)
    port = impl_->bind_to_any_port(options.host);
  else if (!impl_->bind_to_port(options.host, port))
    port = -1;
  if (port <= 0) {
    const std::string why = errno != 0 ? std::string(": ") + std::strerror(errno) : std::string();
    throw Error(ErrorCode::Io, "cannot listen on " + address + why,
                "is another server running there? choose another port with --listen");
  }
  options.port = port;
  impl_->widen_backlog();
  return port;
}

void HttpServer::run() {
  if (!impl_->stopping) impl_->listen_after_bind();
}

void HttpServer::stop() { impl_->end(); }

}  // namespace pinakes
