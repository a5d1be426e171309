// Which format a document is in: by its extension, its media type, or its first bytes.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/rdf/formats.h"

namespace pinakes::rdf {

struct Recognised {
  const Format* format = nullptr;  // null: none, and `found` says what the document looks like
  enum class By : std::uint8_t { Extension, MediaType, Content } by = By::Extension;
};

/// The media type counts before the extension, the content before both where it can only be another
/// format than they say (RDF/XML in a .ttl file): then, and where neither is known, the format is
/// the content's and an Info (format-by-content: {format}, {said}) says so. `name` is a file name
/// or the path of an address; empty media type: none was given. `start` is the document, or its
/// first 64 KB. What is no format of ours at all (PDF, spreadsheet, UTF-16 text, an HTML page
/// without embedded data) is an Error in `found` that names what it looks like and what to do. An
/// empty document is in the format that it is said to be in, and an Error where none is said.
Recognised recognise(std::string_view name, std::string_view media_type, std::string_view start,
                     std::string_view file, Diagnostics& found);

/// What can be read, for messages: `turtle (.ttl, .turtle, .n3), ntriples (.nt)...`.
std::string known_formats();

}  // namespace pinakes::rdf
