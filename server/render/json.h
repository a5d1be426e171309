// Search results and records as JSON (design section 7).
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/dcat/values.h"
#include "indexer/store/store.h"
#include "server/search/request.h"
#include "server/search/searcher.h"

namespace pinakes {

/// Addresses of the neighbouring pages of a search, relative to the site; empty where there is
/// none.
struct SearchAddresses {
  std::string first, previous, next;
  /// Relation (RFC 8288) and address of those that exist.
  std::vector<std::pair<std::string_view, std::string>> links() const;
};
SearchAddresses search_addresses(const SearchRequest& request, const SearchResult& result);

/// The answer of /api/v1/datasets, in one line and a line break. Texts that are not UTF-8 (they
/// cannot be, but an index may be damaged) are replaced, never an exception.
std::string search_json(const SearchRequest& request, const SearchResult& result,
                        const SearchAddresses& addresses);

/// What the catalogue says of a record beside its graph.
struct RecordFacts {
  const Record& record;
  std::size_t findings = 0;
};

/// One record whole: `title` and `description` for a reader of `lang`; under `fields` every row of
/// the field table that has values, texts as language maps (a string, or an array where there are
/// several; `fr-t-nl` for a machine translation from Dutch, `und` for an untagged text).
std::string record_json(const RecordFacts& facts, const Dataset& dataset,
                        const Vocabularies& vocabularies, std::string_view lang);

/// The title for a reader of `lang`. Without one: "Untitled (identifier)" in that language.
struct ShownTitle {
  std::string text, language, translated_from;
};
ShownTitle shown_title(const std::vector<Value>& titles, const std::vector<Value>& identifiers,
                       std::string_view id, std::string_view lang);

}  // namespace pinakes
