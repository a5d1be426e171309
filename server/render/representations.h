// The representation table: every form of a record, its extension and media type.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "indexer/rdf/formats.h"

namespace pinakes {

inline constexpr std::string_view kHtmlMediaType = "text/html";
inline constexpr std::string_view kJsonMediaType = "application/json";

struct Representation {
  std::string_view extension, media_type;
  const rdf::Format* format = nullptr;  // of the RDF forms
};

/// HTML and JSON, then every RDF format that can be written, in the order of the format table. The
/// first is what a client gets that has no preference.
std::vector<Representation> representations();
/// The form of that extension, or an empty one.
Representation representation_of(std::string_view extension);

}  // namespace pinakes
