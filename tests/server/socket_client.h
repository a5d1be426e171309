// A raw TCP client, for what a well-behaved HTTP library would never send.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <stdexcept>
#include <string>
#include <string_view>

namespace pinakes::test {

/// One answer as it came over the wire.
struct Answer {
  int status = 0;  // 0: the connection ended without one
  std::string head, body;
  std::string header(std::string_view name) const {
    const std::string wanted = "\r\n" + std::string(name) + ": ";
    const std::size_t at = head.find(wanted);
    if (at == std::string::npos) return "";
    const std::size_t start = at + wanted.size();
    return head.substr(start, head.find("\r\n", start) - start);
  }
};

class SocketClient {
 public:
  explicit SocketClient(int port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int on = 1;
    ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
      throw std::runtime_error("cannot connect");
  }
  ~SocketClient() { ::close(socket_); }
  SocketClient(const SocketClient&) = delete;
  SocketClient& operator=(const SocketClient&) = delete;

  /// False where the server has closed.
  bool send(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }

  /// The next answer; `head_only` for answers to HEAD.
  enum class Expect { Body, HeadOnly };
  Answer receive(Expect expect = Expect::Body, int timeout_ms = 15'000) {
    std::size_t end = 0;
    while ((end = buffer_.find("\r\n\r\n")) == std::string::npos)
      if (!fill(timeout_ms)) return {};
    Answer answer;
    answer.head = buffer_.substr(0, end + 2);
    buffer_.erase(0, end + 4);
    answer.status = std::stoi(answer.head.substr(9, 3));
    const std::string length = answer.header("Content-Length");
    if (expect == Expect::HeadOnly || length.empty()) return answer;
    const std::size_t size = std::stoul(length);
    while (buffer_.size() < size)
      if (!fill(timeout_ms)) break;
    answer.body = buffer_.substr(0, size);
    buffer_.erase(0, answer.body.size());
    return answer;
  }

  Answer ask(std::string_view bytes) {
    send(bytes);
    return receive();
  }
  Answer get(std::string_view target, std::string_view more = "") {
    return ask("GET " + std::string(target) + " HTTP/1.1\r\nHost: localhost\r\n" +
               std::string(more) + "\r\n");
  }

  /// Whether the server ends the connection within the time, with nothing more to read.
  bool closed_within(int timeout_ms) {
    if (!buffer_.empty()) return false;
    return !fill(timeout_ms) && ended_;
  }

 private:
  bool fill(int timeout_ms) {
    pollfd entry{socket_, POLLIN, 0};
    if (::poll(&entry, 1, timeout_ms) <= 0) return false;
    std::array<char, 16'384> piece;
    const ssize_t got = ::recv(socket_, piece.data(), piece.size(), 0);
    if (got <= 0) {
      ended_ = true;
      return false;
    }
    buffer_.append(piece.data(), static_cast<std::size_t>(got));
    return true;
  }

  int socket_;
  std::string buffer_;
  bool ended_ = false;
};

}  // namespace pinakes::test
