// The catalogue of record: one SQLite file with sources, records, versions, changes and runs.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/diagnostic.h"
#include "indexer/rdf/graph.h"

namespace pinakes {

/// What the catalogue itself says of a record; never part of the holder's graph.
struct Record {
  std::uint32_t number = 0;  // given once, never reused: Xapian docid, column row, last tie-break
  std::string id;            // public: slug of the title, '-', 8 hex digits; given once
  std::string source, key, iri;
  int version = 0;
  std::string first_listed, changed;  // RFC 3339, UTC, our own dates
  std::string withdrawn;              // RFC 3339 date of withdrawal; empty: listed
};

struct Change {
  std::int64_t sequence = 0;  // strictly increasing
  std::uint32_t number = 0;
  enum class Kind : std::uint8_t { Added, Updated, Withdrawn } kind = Kind::Added;
  std::string at;
};

/// What `status` says of one source. Dates are RFC 3339, UTC; empty: never.
struct SourceStatus {
  std::string name;
  std::size_t datasets = 0, withdrawn = 0, files = 0;
  std::string updated;   // last change of one of its records
  std::string last_run;  // when the last ingest started
  std::string outcome;   // of that run: complete, failed files, running, interrupted
  std::size_t failed_files = 0, refused = 0;
};

/// Reads the catalogue. One instance per thread. Throws Error{IndexMissing} where there is none,
/// Error{StoreNewer} where a newer program wrote it.
class StoreReader {
 public:
  explicit StoreReader(const std::filesystem::path& data);
  ~StoreReader();
  StoreReader(StoreReader&&) noexcept;
  std::optional<Record> find(std::string_view id) const;
  std::optional<Record> record(std::uint32_t number) const;
  /// The current version as the holder sent it, as N-Triples; empty if there is none.
  std::string ntriples(std::uint32_t number) const;
  /// Findings of the current version.
  Diagnostics findings(std::uint32_t number) const;
  /// Changes after `sequence`, at most `limit`, oldest first.
  std::vector<Change> changes_since(std::int64_t sequence, std::size_t limit) const;
  std::int64_t last_sequence() const;
  /// Every listed record in the order of its number.
  void for_each_listed(const std::function<void(const Record&)>& visit) const;
  /// The N-Triples of each file's statements that no dataset reaches.
  void for_each_leftover(const std::function<void(std::string_view)>& visit) const;
  /// By name.
  std::vector<SourceStatus> sources() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Reads a stored graph back. `ntriples` comes from StoreReader; throws Error{Internal} if damaged.
rdf::Graph read_stored(std::string_view ntriples);

}  // namespace pinakes
