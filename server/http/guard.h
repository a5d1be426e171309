// What is refused before a request is looked at further: smuggling, bombs, forged headers.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/http/message.h"

namespace pinakes {

struct Refusal {
  std::string_view problem;  // name of a problem type
  std::string detail;
};

/// `version` is "HTTP/1.1" or "HTTP/1.0". Nothing where the request may go on. A refused request's
/// connection must be closed: what follows on it cannot be trusted to be a request.
std::optional<Refusal> guard(const Headers& headers, std::string_view version);

/// Whether the headers announce a body.
bool announces_body(const Headers& headers);

}  // namespace pinakes
