// One revision of the index, open for several searches at once; the thread that follows changes.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "indexer/base/error.h"
#include "indexer/index/analyser.h"
#include "server/search/columns.h"

namespace pinakes {

/// What one search needs for itself: engine objects must not be shared between threads.
struct SearchSlot {
  std::unique_ptr<Xapian::Database> database;
  Analyser analyser;
  SearchSlot();
  ~SearchSlot();
};

/// The records in the order of one language's titles.
struct TitleOrder {
  std::vector<std::uint32_t> numbers;  // sorted by key, then number
  std::vector<std::string> keys;       // of numbers
  std::vector<std::uint32_t> rank;     // by number; untitled ones after all others
};

/// A generation and revision: slots, columns, and what is worked out once. Safe between threads.
class Snapshot {
 public:
  /// Opens `count` slots that all see the same revision. Throws Error{IndexMissing, IndexOutdated}.
  Snapshot(const std::filesystem::path& data, std::uint32_t generation, std::size_t count);
  ~Snapshot();

  /// A slot for the time of one search; goes back by itself.
  class Lease {
   public:
    Lease(const Snapshot& owner, SearchSlot& slot) : owner_(&owner), slot_(&slot) {}
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    ~Lease() { owner_->give_back(*slot_); }
    SearchSlot& operator*() const { return *slot_; }
    SearchSlot* operator->() const { return slot_; }

   private:
    const Snapshot* owner_;
    SearchSlot* slot_;
  };
  /// Waits at most `patience`, then throws Error{Busy}.
  Lease borrow(std::chrono::milliseconds patience) const;

  const Columns& columns() const { return *columns_; }
  const std::vector<std::string>& languages() const { return languages_; }
  /// Generation, revision and database: no other content ever has the same name.
  const std::string& name() const { return name_; }
  std::int64_t sequence() const { return sequence_; }
  const std::string& updated() const { return updated_; }
  /// Made at the first sort by title in that language, with the caller's slot.
  const TitleOrder& titles(std::string_view language, SearchSlot& slot) const;

 private:
  void open_slots(const std::filesystem::path& data, std::size_t count);
  void give_back(SearchSlot& slot) const;

  std::uint32_t generation_;
  std::string name_;
  std::int64_t sequence_ = 0;
  std::string updated_;
  std::vector<std::string> languages_;
  std::unique_ptr<Columns> columns_;
  std::vector<std::unique_ptr<SearchSlot>> slots_;
  mutable std::vector<SearchSlot*> free_;
  mutable std::mutex mutex_;
  mutable std::condition_variable freed_;
  mutable std::map<std::string, std::unique_ptr<const TitleOrder>, std::less<>> titles_;
};

/// Follows `<data>/index`: a thread looks for a new generation or revision every 250 ms.
class SnapshotFollower {
 public:
  SnapshotFollower(std::filesystem::path data, std::size_t slots);
  ~SnapshotFollower();
  /// The newest Snapshot. Throws what opening the index said where there is none.
  std::shared_ptr<const Snapshot> current() const;
  /// Looks now, in the caller's thread: for a search whose Snapshot has gone.
  void refresh() const;

 private:
  void follow(const std::stop_token& stop);

  std::filesystem::path data_;
  std::size_t slots_;
  mutable std::mutex mutex_, refreshing_;
  mutable std::condition_variable_any wake_;
  mutable std::shared_ptr<const Snapshot> snapshot_;
  mutable std::unique_ptr<Error> failure_;
  std::jthread thread_;
};

}  // namespace pinakes
