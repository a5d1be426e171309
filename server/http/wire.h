// A response as HTTP/1.1 bytes (RFC 9112).
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "server/http/message.h"

namespace pinakes {

enum class AfterAnswer : std::uint8_t { KeepAlive, Close };

/// Status line and headers with the empty line that ends them; the body follows unless the request
/// was HEAD. Line breaks in header values become spaces: none can start a header of its own.
std::string response_head(const Response& response, AfterAnswer after);

}  // namespace pinakes
