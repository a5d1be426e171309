// Opening one revision in every slot, and following the writer.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/search/snapshot.h"

#include <xapian.h>

#include <algorithm>
#include <charconv>
#include <numeric>
#include <sstream>

#include "indexer/index/codec.h"

namespace pinakes {
namespace {

constexpr std::chrono::milliseconds kLookEvery(250);
constexpr int kOpenAttempts = 20;            // a writer commits at most once in 2 s: two are enough
constexpr std::size_t kMaxTitleOrders = 32;  // languages; readers of others get the English order

/// A catalogue that was deleted and made again may have the revision of the old one, but not its
/// UUID.
std::string name_of(std::uint32_t generation, const Xapian::Database& database) {
  return std::to_string(generation) + '.' + std::to_string(database.get_revision()) + '.' +
         database.get_uuid().substr(0, 8);
}

Error missing(const std::filesystem::path& data) {
  return {ErrorCode::IndexMissing, "there is no index in " + data.string(),
          "make one: pinakes-indexer ingest --data " + data.string() + " PATH..."};
}

}  // namespace

SearchSlot::SearchSlot() = default;
SearchSlot::~SearchSlot() = default;

Snapshot::Snapshot(const std::filesystem::path& data, std::uint32_t generation, std::size_t count)
    : generation_(generation) {
  try {
    open_slots(data, std::max<std::size_t>(count, 1));
    const Xapian::Database& database = *slots_.front()->database;
    if (database.get_metadata(std::string(codec::kFingerprintKey)) != codec::fingerprint())
      throw Error(ErrorCode::IndexOutdated,
                  "the index in " + data.string() + " was written by another version",
                  "rebuild it: pinakes-indexer rebuild --data " + data.string());
    const std::string sequence = database.get_metadata(std::string(codec::kSequenceKey));
    std::from_chars(sequence.data(), sequence.data() + sequence.size(), sequence_);
    updated_ = database.get_metadata(std::string(codec::kUpdatedKey));
    std::istringstream languages(database.get_metadata(std::string(codec::kLanguagesKey)));
    for (std::string language; languages >> language;) languages_.push_back(language);
    columns_ = std::make_unique<Columns>(database);
  } catch (const Xapian::DatabaseOpeningError&) {
    throw missing(data);
  } catch (const Xapian::Error& error) {
    throw Error(ErrorCode::Io,
                "cannot read the index in " + data.string() + ": " + error.get_msg());
  }
  for (const auto& slot : slots_) free_.push_back(slot.get());
}

Snapshot::~Snapshot() = default;

void Snapshot::open_slots(const std::filesystem::path& data, std::size_t count) {
  const std::string folder = codec::datasets_folder(data, generation_).string();
  for (int attempt = 0; attempt < kOpenAttempts; ++attempt) {
    slots_.clear();
    for (std::size_t i = 0; i < count; ++i) {
      slots_.push_back(std::make_unique<SearchSlot>());
      slots_.back()->database = std::make_unique<Xapian::Database>(folder);
    }
    name_ = name_of(generation_, *slots_.front()->database);
    if (std::all_of(slots_.begin(), slots_.end(), [&](const auto& slot) {
          return name_of(generation_, *slot->database) == name_;
        }))
      return;
  }
  throw Error(ErrorCode::Busy, "the index changes too fast to be opened");
}

Snapshot::Lease Snapshot::borrow(std::chrono::milliseconds patience) const {
  std::unique_lock lock(mutex_);
  if (!freed_.wait_for(lock, patience, [&] { return !free_.empty(); }))
    throw Error(ErrorCode::Busy, "too many searches at once", "try again in a moment");
  SearchSlot* slot = free_.back();
  free_.pop_back();
  return {*this, *slot};
}

void Snapshot::give_back(SearchSlot& slot) const {
  {
    const std::lock_guard lock(mutex_);
    free_.push_back(&slot);
  }
  freed_.notify_one();
}

const TitleOrder& Snapshot::titles(std::string_view language, SearchSlot& slot) const {
  {
    const std::lock_guard lock(mutex_);
    if (titles_.size() >= kMaxTitleOrders && !titles_.contains(language)) language = "en";
    if (const auto found = titles_.find(language); found != titles_.end()) return *found->second;
  }
  std::vector<std::pair<std::string, std::uint32_t>> keyed;
  const unsigned column = codec::slot(*find_field("title"));
  const Xapian::Database& database = *slot.database;
  for (auto it = database.valuestream_begin(column); it != database.valuestream_end(column); ++it)
    keyed.emplace_back(codec::sort_key(codec::unpack_sort_keys(*it), language), it.get_docid());
  std::sort(keyed.begin(), keyed.end());
  auto order = std::make_unique<TitleOrder>();
  order->rank.assign(database.get_lastdocid() + 1, static_cast<std::uint32_t>(keyed.size()));
  for (auto& [key, number] : keyed) {
    order->rank[number] = static_cast<std::uint32_t>(order->numbers.size());
    order->numbers.push_back(number);
    order->keys.push_back(std::move(key));
  }
  const std::lock_guard lock(mutex_);
  return *titles_.emplace(std::string(language), std::move(order)).first->second;
}

SnapshotFollower::SnapshotFollower(std::filesystem::path data, std::size_t slots)
    : data_(std::move(data)), slots_(slots) {
  refresh();
  thread_ = std::jthread([this](const std::stop_token& stop) { follow(stop); });
}

SnapshotFollower::~SnapshotFollower() {
  thread_.request_stop();
  wake_.notify_all();
}

std::shared_ptr<const Snapshot> SnapshotFollower::current() const {
  const std::lock_guard lock(mutex_);
  if (snapshot_) return snapshot_;
  throw failure_ ? *failure_ : missing(data_);
}

void SnapshotFollower::refresh() const {
  const std::lock_guard one_at_a_time(refreshing_);
  std::shared_ptr<const Snapshot> seen;
  {
    const std::lock_guard lock(mutex_);
    seen = snapshot_;
  }
  try {
    const auto generation = codec::current_generation(data_);
    if (!generation) throw missing(data_);
    // Opened anew at each look, which is cheap: reopen() does not see a folder that was made again.
    const Xapian::Database probe(codec::datasets_folder(data_, *generation).string());
    if (seen && seen->name() == name_of(*generation, probe)) return;
    auto next = std::make_shared<const Snapshot>(data_, *generation, slots_);
    const std::lock_guard lock(mutex_);
    snapshot_ = std::move(next);
    failure_.reset();
  } catch (const Xapian::Error& error) {
    const std::lock_guard lock(mutex_);
    failure_ = std::make_unique<Error>(
        missing(data_).code(),
        "cannot open the index in " + data_.string() + ": " + error.get_msg(),
        missing(data_).hint());
  } catch (const Error& error) {
    // An older Snapshot stays: what is open can still be searched.
    const std::lock_guard lock(mutex_);
    failure_ = std::make_unique<Error>(error);
  }
}

void SnapshotFollower::follow(const std::stop_token& stop) {
  std::mutex idle;
  while (!stop.stop_requested()) {
    std::unique_lock lock(idle);
    wake_.wait_for(lock, stop, kLookEvery, [&] { return stop.stop_requested(); });
    if (!stop.stop_requested()) refresh();
  }
}

}  // namespace pinakes
