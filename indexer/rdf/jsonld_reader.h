// Reads JSON-LD 1.1: parses, expands, and gives the statements with their places.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "indexer/base/json.h"
#include "indexer/rdf/formats.h"
#include "indexer/rdf/jsonld_rdf.h"

namespace pinakes::rdf {

/// Reads a document of JSON-LD 1.1 (its algorithms: www.w3.org/TR/json-ld11-api). Contexts with an
/// address are those of `source.contexts`. True if no statement was lost; what JSON-LD drops by its
/// own rules (a key that no context knows...) is a Warning.
bool read_jsonld(const Source& source, Sink& into, Diagnostics& found);
/// The same of a parsed document; its offsets are in `source.text`. `implied_context`: the address
/// of a context that holds before the document's own, or empty. Several documents of one file (the
/// scripts of a page) are read as an array of them, so that their blank nodes stay apart.
bool read_jsonld(const json::Value& document, const Source& source, Sink& into, Diagnostics& found,
                 std::string_view implied_context);

namespace jsonld {

struct ReadOptions {
  std::string_view implied_context = {};
  RdfDirection direction = RdfDirection::None;
};
bool read(const json::Value& document, const Source& source, Sink& into, Diagnostics& found,
          const ReadOptions& options);
/// Expansion alone: `use` is called once, unless nothing could be read. What it is given lives
/// during the call.
bool expand(const json::Value& document, const Source& source, Diagnostics& found,
            const ReadOptions& options, const std::function<void(const std::vector<Item>&)>& use);

}  // namespace jsonld
}  // namespace pinakes::rdf
