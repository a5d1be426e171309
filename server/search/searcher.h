// Search over the current Snapshot; no Xapian type here, so that another engine could fill it.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "indexer/index/card.h"
#include "server/search/request.h"

namespace pinakes {

/// A piece of text in which the query was found. `html` is escaped, with <mark> around matches.
struct Matched {
  const Field* field;
  std::string html, language, translated_from;
};

struct Hit {
  Card card;
  double score = 0;  // 0 unless sorted by relevance
  std::vector<Matched> matched;
};

struct FacetValue {
  std::string id, label;
  std::size_t count = 0;
  bool selected = false;
};
struct Facet {
  const Field* field;
  std::vector<FacetValue> values;  // by count, then label; selected ones always there
  std::size_t distinct = 0;        // how many values there are in all
};

struct Expansion {
  std::string from;
  std::vector<std::string> to;
};

struct SearchResult {
  std::size_t total = 0;
  enum class Matching : std::uint8_t { All, Some } matching = Matching::All;
  std::vector<Hit> hits;
  std::vector<Facet> facets;
  std::map<std::string, std::size_t> unstated;  // per range filter: how many more do not state it
  std::string did_you_mean;
  std::vector<Expansion> expanded;
  std::string next_cursor;  // empty: no more, or not a cursor sort
  std::string reading;      // the query as understood, where it could not be taken as typed
};

struct IndexStatus {
  std::size_t datasets = 0;
  std::int64_t sequence = 0;
  std::string revision;  // generation, revision and fingerprint: part of every ETag
  std::string updated;   // RFC 3339: when the catalogue last changed
};

/// What the server needs of a search engine. Safe to call from many threads.
class SearchBackend {
 public:
  virtual ~SearchBackend() = default;
  /// Throws Error{IndexMissing, IndexOutdated, Busy, BadRequest}.
  virtual SearchResult search(const SearchRequest& request) const = 0;
  /// Counts of one field over the whole catalogue; for the home page.
  virtual Facet facet(const Field& field, std::string_view lang, std::size_t limit) const = 0;
  virtual IndexStatus status() const = 0;
};

struct SearcherOptions {
  std::size_t slots = 4;  // searches at once
};

/// The Xapian backend: snapshots of `<data>/index`, refreshed in the background.
/// A missing index is not an error until a search asks for it.
std::unique_ptr<SearchBackend> open_searcher(const std::filesystem::path& data,
                                             const Vocabularies& vocabularies,
                                             SearcherOptions options = {});

}  // namespace pinakes
