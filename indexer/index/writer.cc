// Generations, documents, labels and the sequence, committed together.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/writer.h"

#include <fcntl.h>
#include <unistd.h>
#include <xapian.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstring>
#include <unordered_map>

#include "indexer/base/error.h"
#include "indexer/index/codec.h"
#include "indexer/index/document.h"
#include "indexer/store/shown_dataset.h"

namespace pinakes {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::seconds kCommitPause(2);
constexpr std::size_t kChangesAtOnce = 1'000;

[[noreturn]] void fail(const Xapian::Error& error, const fs::path& folder) {
  throw Error(ErrorCode::Io, "cannot write the index in " + folder.string() + ": " +
                                 error.get_msg() +
                                 (error.get_error_string() == nullptr
                                      ? std::string()
                                      : std::string(" (") + error.get_error_string() + ")"));
}

[[noreturn]] void fail_system(const std::string& what, const fs::path& path) {
  throw Error(ErrorCode::Io, "cannot " + what + " " + path.string() + ": " + std::strerror(errno));
}

void sync_path(const fs::path& path, int flags) {
  const int file = ::open(path.c_str(), flags);
  if (file < 0) fail_system("open", path);
  const int status = ::fsync(file);
  ::close(file);
  if (status != 0) fail_system("write", path);
}

/// `current` changes in one step: a reader sees the old number or the new one.
void write_current(const fs::path& data, std::uint32_t generation) {
  const fs::path folder = codec::index_folder(data), draft = folder / "current.new";
  const std::string text = std::to_string(generation) + '\n';
  const int file = ::open(draft.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (file < 0) fail_system("make", draft);
  const bool written =
      ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
      ::fsync(file) == 0;
  ::close(file);
  if (!written) fail_system("write", draft);
  std::error_code error;
  fs::rename(draft, folder / "current", error);
  if (error) throw Error(ErrorCode::Io, "cannot rename " + draft.string() + ": " + error.message());
  sync_path(folder, O_RDONLY | O_DIRECTORY);
}

std::int64_t to_number(const std::string& text) {
  std::int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

}  // namespace

struct IndexWriter::Impl {
  fs::path data;
  const Vocabularies* vocabularies;
  std::uint32_t generation = 0;
  bool published = false;
  Xapian::WritableDatabase database;
  DocumentBuilder builder;
  std::unordered_map<std::string, std::string> labels;  // as written by this writer
  std::string languages, updated;
  std::size_t pending = 0;

  fs::path folder() const { return codec::datasets_folder(data, generation); }
  void create();
  void open();
  void begin();
  void put_labels(const FieldValues& fields);
};

void IndexWriter::Impl::create() {
  const fs::path root = codec::index_folder(data) / std::to_string(generation);
  std::error_code error;
  fs::remove_all(root, error);  // what a stopped rebuild left
  fs::create_directories(root, error);
  if (error) throw Error(ErrorCode::Io, "cannot make " + root.string() + ": " + error.message());
  try {
    database = Xapian::WritableDatabase(folder().string(), Xapian::DB_CREATE);
    database.set_metadata(std::string(codec::kFingerprintKey), codec::fingerprint());
    database.set_metadata(std::string(codec::kSequenceKey), "0");
    database.commit();
  } catch (const Xapian::Error& failure) {
    fail(failure, folder());
  }
}

void IndexWriter::Impl::open() {
  try {
    database = Xapian::WritableDatabase(folder().string(), Xapian::DB_OPEN);
  } catch (const Xapian::DatabaseLockError&) {
    throw Error(ErrorCode::Locked, "another process writes the index in " + folder().string());
  } catch (const Xapian::Error& failure) {
    throw Error(ErrorCode::Io,
                "cannot open the index in " + folder().string() + ": " + failure.get_msg(),
                "rebuild it: pinakes-indexer rebuild --data " + data.string());
  }
  if (database.get_metadata(std::string(codec::kFingerprintKey)) != codec::fingerprint())
    throw Error(ErrorCode::IndexOutdated,
                "the index in " + folder().string() + " was written by another version",
                "rebuild it: pinakes-indexer rebuild --data " + data.string());
}

/// Inside a transaction Xapian flushes nothing by itself, so documents and sequence stay together.
void IndexWriter::Impl::begin() {
  languages = database.get_metadata(std::string(codec::kLanguagesKey));
  updated = database.get_metadata(std::string(codec::kUpdatedKey));
  database.begin_transaction(true);
}

void IndexWriter::Impl::put_labels(const FieldValues& fields) {
  for (const auto& [field, list] : fields) {
    if (field->slot < 0 || (field->kind != Kind::Agent && field->kind != Kind::Concept)) continue;
    for (const Value& value : list) {
      if (field->kind == Kind::Concept && value.known) continue;
      std::string packed = codec::pack_label({value.id, value.labels});
      std::string& written = labels[codec::label_key(*field, value.id)];
      if (written == packed) continue;
      database.set_metadata(codec::label_key(*field, value.id), packed);
      written = std::move(packed);
    }
  }
}

IndexWriter::IndexWriter(const fs::path& data, const Vocabularies& vocabularies)
    : impl_(std::make_unique<Impl>()) {
  impl_->data = data;
  impl_->vocabularies = &vocabularies;
  const auto current = codec::current_generation(data);
  impl_->generation = current.value_or(1);
  impl_->published = true;
  if (current) {
    impl_->open();
  } else {
    impl_->create();
    write_current(data, impl_->generation);
  }
  impl_->begin();
}

IndexWriter::IndexWriter(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

IndexWriter IndexWriter::new_generation(const fs::path& data, const Vocabularies& vocabularies) {
  auto impl = std::make_unique<Impl>();
  impl->data = data;
  impl->vocabularies = &vocabularies;
  impl->generation = codec::current_generation(data).value_or(0) + 1;
  impl->create();
  impl->begin();
  return IndexWriter(std::move(impl));
}

IndexWriter::~IndexWriter() {
  if (!impl_) return;
  try {
    impl_->database.cancel_transaction();
  } catch (const Xapian::Error&) {
    // Nothing was promised: the next writer catches up from the committed sequence.
  }
}
IndexWriter::IndexWriter(IndexWriter&&) noexcept = default;

std::int64_t IndexWriter::sequence() const {
  return to_number(impl_->database.get_metadata(std::string(codec::kSequenceKey)));
}

void IndexWriter::put(const Record& record, const Dataset& dataset) {
  const FieldValues fields = field_values(dataset, *impl_->vocabularies);
  const Card card = make_card(record, dataset, fields);
  try {
    impl_->database.replace_document(record.number, impl_->builder.build(card, fields));
    impl_->put_labels(fields);
  } catch (const Xapian::Error& failure) {
    fail(failure, impl_->folder());
  }
  impl_->pending += impl_->builder.last_cost();
  impl_->updated = std::max(impl_->updated, record.changed);
}

void IndexWriter::remove(std::uint32_t number, std::string_view at) {
  try {
    impl_->database.delete_document(number);
  } catch (const Xapian::DocNotFoundError&) {
    // Added and withdrawn since the last commit, or withdrawn twice: gone is gone.
  } catch (const Xapian::Error& failure) {
    fail(failure, impl_->folder());
  }
  if (at > impl_->updated) impl_->updated = at;
}

std::size_t IndexWriter::pending_bytes() const { return impl_->pending; }

void IndexWriter::commit(std::int64_t sequence) {
  std::string languages = impl_->languages;
  for (const std::string& language : impl_->builder.languages())
    if (!language.empty() &&
        (' ' + languages + ' ').find(' ' + language + ' ') == std::string::npos)
      languages += (languages.empty() ? "" : " ") + language;
  try {
    auto& database = impl_->database;
    database.set_metadata(std::string(codec::kLanguagesKey), languages);
    database.set_metadata(std::string(codec::kUpdatedKey), impl_->updated);
    database.set_metadata(std::string(codec::kSequenceKey), std::to_string(sequence));
    database.commit_transaction();
    impl_->begin();
  } catch (const Xapian::Error& failure) {
    fail(failure, impl_->folder());
  }
  impl_->pending = 0;
}

void IndexWriter::publish() {
  if (impl_->published) return;
  write_current(impl_->data, impl_->generation);
  impl_->published = true;
  std::error_code ignored;  // an old generation that stays costs space only
  for (const auto& entry : fs::directory_iterator(codec::index_folder(impl_->data), ignored)) {
    const std::string name = entry.path().filename().string();
    const std::int64_t number = to_number(name);
    if (number > 0 && std::to_string(number) == name && number + 1 < impl_->generation)
      fs::remove_all(entry.path(), ignored);
  }
}

namespace {

/// The last change of each record is the one that counts.
std::vector<Change> latest(std::vector<Change> changes) {
  std::unordered_map<std::uint32_t, std::int64_t> last;
  for (const Change& change : changes) last[change.number] = change.sequence;
  std::erase_if(changes, [&](const Change& c) { return last[c.number] != c.sequence; });
  return changes;
}

void apply(const StoreReader& store, IndexWriter& index, const Change& change) {
  const auto record = store.record(change.number);
  if (!record || !record->withdrawn.empty()) {
    index.remove(change.number, change.at);
    return;
  }
  index.put(*record, shown_dataset(store.ntriples(change.number), record->iri));
}

}  // namespace

void catch_up(const StoreReader& store, IndexWriter& index,
              const std::function<void(std::size_t, std::size_t)>& progress) {
  using Clock = std::chrono::steady_clock;
  const std::int64_t last = store.last_sequence(), first = index.sequence();
  const auto all = static_cast<std::size_t>(std::max<std::int64_t>(last - first, 0));
  std::int64_t sequence = first;
  auto committed = Clock::now();
  for (;;) {
    const auto changes = store.changes_since(sequence, kChangesAtOnce);
    if (changes.empty()) break;
    for (const Change& change : latest(changes)) apply(store, index, change);
    sequence = changes.back().sequence;
    if (progress)
      progress(static_cast<std::size_t>(sequence - first), std::max(all, changes.size()));
    if (index.pending_bytes() < kMaxPendingBytes || Clock::now() - committed < kCommitPause)
      continue;
    index.commit(sequence);
    committed = Clock::now();
  }
  if (sequence != first) index.commit(sequence);
}

}  // namespace pinakes
