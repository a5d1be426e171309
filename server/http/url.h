// Addresses as they come in: percent-decoding, the query string, the request line.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "server/http/message.h"

namespace pinakes {

/// Longest request target (path and query) that is looked at; longer ones are 414.
inline constexpr std::size_t kMaxTarget = 8'000;

enum class Plus : std::uint8_t { Literal, Space };

/// RFC 3986 section 2.1; a '%' without two hex digits stays as it is.
std::string percent_decode(std::string_view text, Plus plus);

/// The parameters of a query string, decoded ('+' is a space), in their order; nameless ones are
/// left out. Throws Error{BadRequest} that names the parameter where it is not UTF-8 or holds a
/// control character other than tab and line breaks, or where there are more than 200.
Params parse_query(std::string_view query);

/// The name, in printable characters, of the parameter that takes most of the query; empty if none.
std::string longest_parameter(std::string_view query);

/// A request as a socket, or a test, has it. Never throws: dispatch() judges what is in it.
Request make_request(Method method, std::string_view target, Headers headers = {});

/// The client's X-Request-Id where it is 1 to 64 letters, digits, '.', '_' or '-'; else a new
/// random one.
std::string request_id(const Request& request);

}  // namespace pinakes
