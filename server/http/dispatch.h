// From a request to a response, without a socket: routing, problems, conditions, CORS, gzip.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "server/http/message.h"
#include "server/http/routes.h"

namespace pinakes {

/// Never throws: every error becomes an RFC 9457 problem (JSON for the API, a page for browsers).
/// HEAD is GET without the body, OPTIONS lists the methods (RFC 9110 section 9.3.7), an unknown
/// method on a known path is 405 with Allow, If-None-Match gives 304 (section 13.1.2).
Response dispatch(const Request& request, const Services& services);

/// What the socket side answers to a request that it does not pass on: the problem of that name
/// (a row of problem_types()) with everything that every answer has. Never throws.
Response refuse(const Request& request, std::string_view problem, std::string detail);

}  // namespace pinakes
