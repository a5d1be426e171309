// gzip of response bodies.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pinakes {

/// Bodies below this are sent as they are: the gain would be less than the header.
inline constexpr std::size_t kCompressFrom = 1'024;

enum class Effort : std::uint8_t { Fast, Best };

/// RFC 1952 bytes, the same for the same input. Throws Error{Internal}.
std::string gzip(std::string_view bytes, Effort effort);
/// Whether a media type is worth compressing (text, JSON, XML, SVG, RDF).
bool is_compressible(std::string_view media_type);

}  // namespace pinakes
