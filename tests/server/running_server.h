// An HttpServer on a free port with a handler of the test's own.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "server/http/http_server.h"

namespace pinakes::test {

class RunningServer {
 public:
  explicit RunningServer(HttpServer::Answer answer, ServerOptions options = small())
      : server_(options, std::move(answer),
                [this](const AccessEntry& entry) {
                  const std::scoped_lock lock(mutex_);
                  log_.push_back(entry);
                }),
        port_(server_.bind()),
        thread_([this] { server_.run(); }) {}
  ~RunningServer() {
    stop();
    join();
  }
  RunningServer(const RunningServer&) = delete;
  RunningServer& operator=(const RunningServer&) = delete;

  int port() const { return port_; }
  void stop() { server_.stop(); }
  void join() {
    if (thread_.joinable()) thread_.join();
  }
  std::vector<AccessEntry> log() {
    const std::scoped_lock lock(mutex_);
    return log_;
  }

  static ServerOptions small() {
    ServerOptions options;
    options.port = 0;
    options.threads = 8;
    options.head_timeout = std::chrono::milliseconds(1'500);
    return options;
  }

 private:
  std::mutex mutex_;
  std::vector<AccessEntry> log_;
  HttpServer server_;
  int port_;
  std::thread thread_;
};

}  // namespace pinakes::test
