// Entity tags and If-None-Match (RFC 9110 sections 8.8.3 and 13.1.2).
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "server/http/message.h"

namespace pinakes {

enum class Strength : std::uint8_t { Weak, Strong };

/// A tag over all parts; equal parts, equal tag.
std::string entity_tag(Strength strength, std::initializer_list<std::string_view> parts);
/// The tag of the same representation in gzip: a strong tag differs by Content-Encoding, a weak one
/// does not.
std::string gzip_tag(std::string_view tag);
/// A 304 where If-None-Match names this tag (weak comparison), in the encoding that this client
/// gets. To be asked before the work is done.
std::optional<Response> not_modified(const Request& request, std::string_view tag);

}  // namespace pinakes
