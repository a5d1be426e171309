// One accepted connection: buffered reading with limits on the head of a request, gathered writing.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "server/http/http_server.h"

namespace pinakes {

/// Owns the socket. Used by one thread; `stopping` and `waiting` are set by others.
class ClientConnection {
 public:
  /// `waiting`: connections that wait for a thread; an idle one gives its own up to them.
  ClientConnection(int socket, const ServerOptions& options, const std::atomic<bool>& stopping,
                   const std::atomic<std::size_t>& waiting);
  /// Sends what is left, then closes so that the client can still read it.
  ~ClientConnection();
  ClientConnection(const ClientConnection&) = delete;
  ClientConnection& operator=(const ClientConnection&) = delete;

  /// Whether another request begins within the keep-alive time.
  bool wait_for_request();
  /// From here the limits on the head count.
  void begin_head();
  void end_head() { in_head_ = false; }

  /// The first line of the request, at most its first 8 KB: to say what was wrong with it.
  const std::string& request_line() const { return line_; }

  enum class HeadFault : std::uint8_t { None, TooLarge, TooSlow };
  HeadFault head_fault() const { return fault_; }

  /// As recv(2): -1 on error, over a limit or after the time, 0 at the end.
  ssize_t read(char* to, std::size_t size);
  /// Keeps small pieces until flush(): head and body of an answer leave in one packet.
  ssize_t write(const char* bytes, std::size_t size);
  bool flush();
  /// What was written and not flushed; discard() forgets it.
  const std::string& unsent() const { return out_; }
  void discard() { out_.clear(); }

  bool readable() const;
  bool writable() const;
  int socket() const { return socket_; }

  struct Peer {
    std::string ip;
    int port = 0;
  };
  Peer remote() const;
  Peer local() const;

 private:
  using Clock = std::chrono::steady_clock;
  bool wait_readable_until(Clock::time_point deadline) const;
  bool wait_writable() const;
  bool fill();
  void keep_line(std::string_view bytes);
  bool send_all(std::string_view bytes);

  int socket_;
  const ServerOptions& options_;
  const std::atomic<bool>& stopping_;
  const std::atomic<std::size_t>& waiting_;
  std::array<char, 8'192> in_;
  std::size_t in_at_ = 0, in_end_ = 0, head_bytes_ = 0;
  std::string line_, out_;
  bool in_head_ = false, in_line_ = false, broken_ = false;
  Clock::time_point head_deadline_{};
  HeadFault fault_ = HeadFault::None;
};

}  // namespace pinakes
