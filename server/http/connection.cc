// poll, recv, send; deadlines and limits.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/connection.h"

#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace pinakes {
namespace {
using std::chrono::milliseconds;

constexpr milliseconds kSlice{100};            // how soon a stop is noticed
constexpr milliseconds kBodyTimeout{10'000};   // between two pieces of a body
constexpr milliseconds kWriteTimeout{10'000};  // in which nothing could be sent
// How long a client may be slow, in sending its request or in taking its answer, while others wait
// for its thread.
constexpr milliseconds kPressedTimeout{1'000};
constexpr milliseconds kLinger{500};  // for a client that still sends when it is refused
constexpr std::size_t kLongestLine = 8'192;
constexpr std::size_t kGather = 16'384;

bool poll_for(int socket, short events, milliseconds time) {
  pollfd entry{socket, events, 0};
  int ready = 0;
  do {
    ready = ::poll(&entry, 1, static_cast<int>(time.count()));
  } while (ready < 0 && errno == EINTR);
  return ready > 0;
}

ClientConnection::Peer peer_of(const sockaddr_storage& address, socklen_t length) {
  std::array<char, NI_MAXHOST> host{};
  std::array<char, NI_MAXSERV> port{};
  if (::getnameinfo(reinterpret_cast<const sockaddr*>(&address), length, host.data(), host.size(),
                    port.data(), port.size(), NI_NUMERICHOST | NI_NUMERICSERV) != 0)
    return {};
  return {host.data(), std::atoi(port.data())};
}
}  // namespace

ClientConnection::ClientConnection(int socket, const ServerOptions& options,
                                   const std::atomic<bool>& stopping,
                                   const std::atomic<std::size_t>& waiting)
    : socket_(socket), options_(options), stopping_(stopping), waiting_(waiting) {
  const int on = 1;
  ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

ClientConnection::~ClientConnection() {
  flush();
  ::shutdown(socket_, SHUT_WR);
  // Closing with unread input would reset the connection and take the answer from the client.
  const auto deadline = Clock::now() + kLinger;
  while (Clock::now() < deadline && poll_for(socket_, POLLIN, kSlice) &&
         ::recv(socket_, in_.data(), in_.size(), MSG_DONTWAIT) > 0) {
  }
  ::close(socket_);
}

bool ClientConnection::wait_readable_until(Clock::time_point deadline) const {
  const auto pressed = head_deadline_ - options_.head_timeout + kPressedTimeout;
  while (true) {
    if (in_head_ && waiting_ > 0 && Clock::now() > pressed) return false;
    const auto left = std::chrono::duration_cast<milliseconds>(deadline - Clock::now());
    if (left.count() <= 0) return false;
    if (poll_for(socket_, POLLIN, std::min(left, kSlice))) return true;
    if (stopping_ && in_head_) return false;
  }
}

bool ClientConnection::wait_for_request() {
  if (broken_) return false;
  if (in_at_ < in_end_) return true;
  const auto deadline = Clock::now() + options_.keep_alive;
  while (Clock::now() < deadline) {
    if (poll_for(socket_, POLLIN, kSlice)) return true;
    if (stopping_ || waiting_ > 0) return false;
  }
  return false;
}

void ClientConnection::begin_head() {
  in_head_ = in_line_ = true;
  line_.clear();
  head_bytes_ = 0;
  fault_ = HeadFault::None;
  head_deadline_ = Clock::now() + options_.head_timeout;
}

bool ClientConnection::fill() {
  if (!wait_readable_until(in_head_ ? head_deadline_ : Clock::now() + kBodyTimeout)) {
    if (in_head_) fault_ = HeadFault::TooSlow;
    return false;
  }
  const ssize_t got = ::recv(socket_, in_.data(), in_.size(), 0);
  in_at_ = 0;
  in_end_ = got > 0 ? static_cast<std::size_t>(got) : 0;
  return got > 0;
}

void ClientConnection::keep_line(std::string_view bytes) {
  const std::size_t end = bytes.find_first_of("\r\n");
  line_ += bytes.substr(0, end);
  in_line_ = end == std::string_view::npos && line_.size() < kLongestLine;
}

ssize_t ClientConnection::read(char* to, std::size_t size) {
  if (fault_ != HeadFault::None) return -1;
  if (in_at_ == in_end_ && !fill()) return fault_ == HeadFault::None ? 0 : -1;
  const std::size_t taken = std::min(size, in_end_ - in_at_);
  if (in_head_ && (head_bytes_ += taken) > options_.max_head) {
    fault_ = HeadFault::TooLarge;
    return -1;
  }
  if (in_line_) keep_line({in_.data() + in_at_, taken});
  std::memcpy(to, in_.data() + in_at_, taken);
  in_at_ += taken;
  return static_cast<ssize_t>(taken);
}

bool ClientConnection::wait_writable() const {
  const auto start = Clock::now();
  while (!poll_for(socket_, POLLOUT, kSlice))
    if (Clock::now() - start > (waiting_ > 0 ? kPressedTimeout : kWriteTimeout)) return false;
  return true;
}

bool ClientConnection::send_all(std::string_view bytes) {
  while (!bytes.empty() && !broken_) {
    const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent > 0) {
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
      broken_ = !wait_writable();
    } else if (errno != EINTR) {
      broken_ = true;
    }
  }
  return !broken_;
}

ssize_t ClientConnection::write(const char* bytes, std::size_t size) {
  if (broken_) return -1;
  out_.append(bytes, size);
  if (out_.size() >= kGather && !flush()) return -1;
  return static_cast<ssize_t>(size);
}

bool ClientConnection::flush() {
  const bool sent = send_all(out_);
  out_.clear();
  return sent;
}

bool ClientConnection::readable() const {
  return in_at_ < in_end_ || poll_for(socket_, POLLIN, milliseconds(0));
}

bool ClientConnection::writable() const { return !broken_; }

ClientConnection::Peer ClientConnection::remote() const {
  sockaddr_storage address{};
  socklen_t length = sizeof address;
  if (::getpeername(socket_, reinterpret_cast<sockaddr*>(&address), &length) != 0) return {};
  return peer_of(address, length);
}

ClientConnection::Peer ClientConnection::local() const {
  sockaddr_storage address{};
  socklen_t length = sizeof address;
  if (::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &length) != 0) return {};
  return peer_of(address, length);
}

}  // namespace pinakes
