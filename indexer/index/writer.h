// Writes the Xapian index: one document per record, its docid the record's number.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string_view>

#include "indexer/index/card.h"
#include "indexer/store/store.h"

namespace pinakes {

/// What waits in memory before a commit is due: fewer, larger commits are cheaper (each rewrites
/// the leaves that it touches).
inline constexpr std::size_t kMaxPendingBytes = std::size_t{256} << 20U;

/// One process at a time (DATA/lock is the caller's). What was not committed is dropped by the
/// destructor and by a crash; the caller catches up from sequence().
class IndexWriter {
 public:
  /// Opens the current generation of `<data>/index`, or makes the first. A generation of another
  /// field table, analyser or Xapian is Error{IndexOutdated}; `pinakes-indexer rebuild` makes a new
  /// one.
  IndexWriter(const std::filesystem::path& data, const Vocabularies& vocabularies);
  /// Starts generation n+1 beside the current one; publish() makes it current.
  static IndexWriter new_generation(const std::filesystem::path& data,
                                    const Vocabularies& vocabularies);
  ~IndexWriter();
  IndexWriter(IndexWriter&&) noexcept;
  /// The last change of the store that the index contains.
  std::int64_t sequence() const;
  void put(const Record& record, const Dataset& dataset);
  /// `at`: RFC 3339 time of the withdrawal, which becomes the catalogue's time of change.
  void remove(std::uint32_t number, std::string_view at = {});
  /// What put() and remove() have gathered since the last commit, in roughly bytes of memory.
  std::size_t pending_bytes() const;
  /// Atomic: documents and sequence together.
  void commit(std::int64_t sequence);
  /// Makes a new generation the current one (write, fsync, rename, fsync of the folder) and deletes
  /// generations before the previous one. Nothing to do for the current generation.
  void publish();

 private:
  struct Impl;
  explicit IndexWriter(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// Applies the store's changes after the writer's sequence, committing at most once in 2 s and at
/// the end. `progress(done, all)` is called now and then.
void catch_up(const StoreReader& store, IndexWriter& index,
              const std::function<void(std::size_t, std::size_t)>& progress);

}  // namespace pinakes
