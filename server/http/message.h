// Requests and responses as values: no socket, no library type.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/search/request.h"

namespace pinakes {

enum class Method : std::uint8_t { Get, Head, Options, Post, Other };

using Headers = std::vector<std::pair<std::string, std::string>>;

struct Request {
  Method method = Method::Get;
  std::string path;   // percent-decoded, without the query
  std::string query;  // as sent, without '?'
  Params params;      // decoded query
  Headers headers;
  std::string body;
  std::string remote;  // address of the peer; never logged beside query text
  std::string id;      // X-Request-Id, ours or the client's

  /// First header of that name, ignoring case; empty if there is none.
  std::string_view header(std::string_view name) const;
};

struct Response {
  int status = 200;
  std::string type;  // Content-Type; empty: no body
  std::string body;
  Headers headers;

  void set(std::string_view name, std::string_view value);
  std::string_view header(std::string_view name) const;
};

}  // namespace pinakes
