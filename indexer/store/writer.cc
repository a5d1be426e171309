// Writes the catalogue: runs, files, batches, pruning.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/store/writer.h"

#include <unordered_set>

#include "indexer/base/error.h"
#include "indexer/store/record_writer.h"

namespace pinakes {
namespace {
constexpr std::size_t kBatchDatasets = 1000;
constexpr std::size_t kBatchBytes = std::size_t{32} << 20U;
constexpr std::int64_t kRunsWithDetail = 30;  // older runs keep their counts, not their records
constexpr std::int64_t kNoRun = 0;            // of a member that its archive no longer has

/// Paths of an archive's members lie between these two.
std::string first_member(std::string_view archive) { return std::string(archive) + "!/"; }
std::string behind_members(std::string_view archive) { return std::string(archive) + "!0"; }
}  // namespace

struct StoreWriter::Impl {
  explicit Impl(const std::filesystem::path& data)
      : database(data, Connection::Mode::Write), records(database, place) {}

  void begin();
  /// What `work` changed is undone where it throws: the batch goes on without it.
  template <typename Work>
  auto whole(Work work) {
    database.query("SAVEPOINT one").run();
    try {
      auto result = work();
      database.query("RELEASE one").run();
      return result;
    } catch (...) {
      database.query("ROLLBACK TO one").run();
      database.query("RELEASE one").run();
      throw;
    }
  }
  std::int64_t file_id(const std::string& path);
  std::vector<std::uint32_t> numbers(Query query);
  void save_leftovers(const rdf::Graph* leftovers);
  std::vector<PutResult> end_whole_file(std::string_view sha256, const rdf::Graph* leftovers);

  Connection database;
  WriterPlace place;
  RecordWriter records;
  bool open = false;  // a transaction
  std::size_t batch_datasets = 0, batch_bytes = 0;
};

void StoreWriter::Impl::begin() {
  if (open) return;
  database.execute("BEGIN IMMEDIATE");
  open = true;
  place.at = utc_now();
}

std::int64_t StoreWriter::Impl::file_id(const std::string& path) {
  Query row = database.query("SELECT file FROM files WHERE source = ? AND path = ?");
  row << place.source << path;
  if (!row.next()) throw Error(ErrorCode::Internal, path + " is not a file of this run");
  return row.integer(0);
}

std::vector<std::uint32_t> StoreWriter::Impl::numbers(Query query) {
  std::vector<std::uint32_t> found;
  while (query.next()) found.push_back(static_cast<std::uint32_t>(query.integer(0)));
  return found;
}

void StoreWriter::Impl::save_leftovers(const rdf::Graph* leftovers) {
  if (leftovers == nullptr || leftovers->size() == 0) {
    (database.query("DELETE FROM leftovers WHERE file = ?") << place.file).run();
    return;
  }
  const std::string blob = records.compressed(*leftovers);
  Query row = database.query("INSERT OR REPLACE INTO leftovers(file, graph) VALUES(?, ?)");
  row << place.file;
  row.blob(blob).run();
}

StoreWriter::StoreWriter(const std::filesystem::path& data) : impl_(std::make_unique<Impl>(data)) {}
StoreWriter::~StoreWriter() = default;  // SQLite rolls back what is open
StoreWriter::StoreWriter(StoreWriter&&) noexcept = default;

void StoreWriter::begin_run(std::string_view source, const std::vector<std::string>& files) {
  Impl& in = *impl_;
  in.begin();
  (in.database.query("INSERT OR IGNORE INTO sources(name) VALUES(?)") << source).run();
  Query row = in.database.query("SELECT source FROM sources WHERE name = ?");
  row << source;
  row.next();
  in.place.source = row.integer(0);
  in.place.source_name = source;
  in.database.execute("UPDATE runs SET outcome = 'interrupted' WHERE ended IS NULL");
  (in.database.query("INSERT INTO runs(source, started) VALUES(?, ?)")
   << in.place.source << in.place.at)
      .run();
  in.place.run = in.database.last_row_id();
  for (const std::string& file : files) {
    add_member(file);
    (in.database.query("UPDATE files SET run = ? WHERE source = ? AND path > ? AND path < ?"
                       " AND run <> ?")
     << in.place.run << in.place.source << first_member(file) << behind_members(file) << kNoRun)
        .run();
  }
  commit();
}

void StoreWriter::add_member(const std::string& member) {
  Impl& in = *impl_;
  in.begin();
  (in.database.query("INSERT INTO files(source, path, run) VALUES(?, ?, ?)"
                     " ON CONFLICT DO UPDATE SET run = excluded.run")
   << in.place.source << member << in.place.run)
      .run();
}

void StoreWriter::end_members(const std::string& archive, const std::vector<std::string>& members) {
  Impl& in = *impl_;
  in.begin();
  const std::unordered_set<std::string_view> met(members.begin(), members.end());
  std::vector<std::int64_t> gone;
  {
    Query row = in.database.query(
        "SELECT file, path FROM files WHERE source = ? AND path > ? AND path < ? AND run = ?");
    row << in.place.source << first_member(archive) << behind_members(archive) << in.place.run;
    while (row.next())
      if (!met.contains(row.text(1))) gone.push_back(row.integer(0));
  }
  for (const std::int64_t file : gone)
    (in.database.query("UPDATE files SET run = ? WHERE file = ?") << kNoRun << file).run();
}

bool StoreWriter::skip_unchanged(const std::string& file, std::string_view sha256) {
  Impl& in = *impl_;
  in.begin();
  const std::string first = first_member(file), behind = behind_members(file);
  Query row = in.database.query(
      "SELECT 1 FROM files WHERE source = ?1 AND path = ?2 AND sha256 = ?3 AND NOT EXISTS("
      "SELECT 1 FROM files WHERE source = ?1 AND path > ?4 AND path < ?5 AND run = ?6"
      " AND sha256 = '')");
  row << in.place.source << file << sha256 << first << behind << in.place.run;
  if (!row.next()) return false;
  (in.database.query(
       "INSERT OR IGNORE INTO run_records(run, number, outcome) SELECT ?1, number, 2 FROM parts"
       " WHERE file IN (SELECT file FROM files WHERE source = ?2 AND (path = ?3 OR (path > ?4"
       " AND path < ?5 AND run = ?1)))")
   << in.place.run << in.place.source << file << first << behind)
      .run();
  return true;
}

void StoreWriter::begin_file(const std::string& file) {
  Impl& in = *impl_;
  in.begin();
  in.place.file = in.file_id(file);
  (in.database.query("UPDATE files SET sha256 = '' WHERE file = ?") << in.place.file).run();
}

bool StoreWriter::owned_by_another_file(const std::string& key) {
  return impl_->records.owned_by_another_file(key);
}

std::optional<rdf::Graph> StoreWriter::earlier(const std::string& key) {
  return impl_->records.earlier(key);
}

PutResult StoreWriter::put(const Submission& submission) {
  impl_->begin();
  PutResult result = impl_->whole([&] { return impl_->records.put(submission); });
  ++impl_->batch_datasets;
  impl_->batch_bytes += impl_->records.take_bytes_written();
  return result;
}

void StoreWriter::refuse(const std::string& key) {
  impl_->begin();
  impl_->records.refuse(key);
}

std::vector<PutResult> StoreWriter::end_file(FileEnd end, std::string_view sha256,
                                             const rdf::Graph* leftovers) {
  if (end == FileEnd::Failed) return {};
  impl_->begin();
  return impl_->whole([&] { return impl_->end_whole_file(sha256, leftovers); });
}

std::vector<PutResult> StoreWriter::Impl::end_whole_file(std::string_view sha256,
                                                         const rdf::Graph* leftovers) {
  std::vector<PutResult> changed;
  Query unmet = database.query("SELECT number FROM parts WHERE file = ? AND run <> ?");
  unmet << place.file << place.run;
  const std::vector<std::uint32_t> lost = numbers(std::move(unmet));
  (database.query("DELETE FROM parts WHERE file = ? AND run <> ?") << place.file << place.run)
      .run();
  for (const std::uint32_t number : lost)
    if (std::optional<PutResult> result = records.rejoin(number))
      changed.push_back(std::move(*result));
  save_leftovers(leftovers);
  (database.query("UPDATE files SET sha256 = ? WHERE file = ?") << sha256 << place.file).run();
  return changed;
}

StoreWriter::Prunable StoreWriter::prunable() {
  Query row = impl_->database.query(
      "SELECT count(*), coalesce(sum(NOT EXISTS(SELECT 1 FROM parts JOIN files USING (file)"
      " WHERE parts.number = records.number AND files.run = ?1)), 0)"
      " FROM records WHERE source = ?2 AND withdrawn = ''");
  row << impl_->place.run << impl_->place.source;
  row.next();
  return {static_cast<std::size_t>(row.integer(0)), static_cast<std::size_t>(row.integer(1))};
}

StoreWriter::Pruned StoreWriter::prune() {
  Impl& in = *impl_;
  in.begin();
  Query row = in.database.query(
      "SELECT number FROM records WHERE source = ?1 AND withdrawn = '' AND NOT EXISTS(SELECT 1"
      " FROM parts JOIN files USING (file) WHERE parts.number = records.number AND files.run = ?2)"
      " ORDER BY number");
  row << in.place.source << in.place.run;
  Pruned pruned;
  pruned.withdrawn = in.numbers(std::move(row));
  for (const std::uint32_t number : pruned.withdrawn) in.records.withdraw(number);
  Query joined = in.database.query(
      "SELECT DISTINCT number FROM parts JOIN files USING (file) WHERE source = ? AND files.run <> "
      "?");
  joined << in.place.source << in.place.run;
  const std::vector<std::uint32_t> fewer = in.numbers(std::move(joined));
  static constexpr const char* kForget[] = {
      "DELETE FROM parts WHERE file IN (SELECT file FROM files WHERE source = ? AND run <> ?)",
      "DELETE FROM leftovers WHERE file IN (SELECT file FROM files WHERE source = ? AND run <> ?)",
      "DELETE FROM files WHERE source = ? AND run <> ?"};
  for (const char* sql : kForget) (in.database.query(sql) << in.place.source << in.place.run).run();
  for (const std::uint32_t number : fewer)
    if (std::optional<PutResult> remade = in.records.rejoin(number))
      pruned.remade.push_back(std::move(*remade));
  return pruned;
}

bool StoreWriter::batch_full() const {
  return impl_->batch_datasets >= kBatchDatasets || impl_->batch_bytes >= kBatchBytes;
}

void StoreWriter::commit() {
  if (!impl_->open) return;
  impl_->database.execute("COMMIT");
  impl_->open = false;
  impl_->batch_datasets = impl_->batch_bytes = 0;
}

RunCounts StoreWriter::end_run(std::size_t refused, std::size_t failed_files) {
  Impl& in = *impl_;
  in.begin();
  std::size_t counted[5] = {};
  {
    Query row = in.database.query(
        "SELECT outcome, count(*) FROM run_records WHERE run = ? GROUP BY outcome");
    row << in.place.run;
    while (row.next())
      if (row.integer(0) >= 0 && row.integer(0) < 5)
        counted[row.integer(0)] = static_cast<std::size_t>(row.integer(1));
  }
  const RunCounts counts{counted[0], counted[1], counted[2], counted[3], refused};
  Query row = in.database.query(
      "UPDATE runs SET ended = ?, outcome = ?, added = ?, updated = ?, unchanged = ?,"
      " withdrawn = ?, refused = ?, failed_files = ? WHERE run = ?");
  row << utc_now() << std::string_view(failed_files == 0 ? "complete" : "failed files");
  for (const std::size_t n :
       {counts.added, counts.updated, counts.unchanged, counts.withdrawn, refused, failed_files})
    row << static_cast<std::int64_t>(n);
  (row << in.place.run).run();
  (in.database.query("DELETE FROM run_records WHERE run IN (SELECT run FROM runs WHERE source = ?"
                     " ORDER BY run DESC LIMIT -1 OFFSET ?)")
   << in.place.source << kRunsWithDetail)
      .run();
  // A file whose records all moved to files of this run is forgotten with what it left over.
  static constexpr const char* kForget[] = {
      "DELETE FROM leftovers WHERE file IN (SELECT file FROM files WHERE source = ? AND run <> ?"
      " AND sha256 = '' AND NOT EXISTS(SELECT 1 FROM parts WHERE parts.file = files.file))",
      "DELETE FROM files WHERE source = ? AND run <> ? AND sha256 = ''"
      " AND NOT EXISTS(SELECT 1 FROM parts WHERE parts.file = files.file)"};
  for (const char* sql : kForget) (in.database.query(sql) << in.place.source << in.place.run).run();
  commit();
  in.database.execute("PRAGMA wal_checkpoint(PASSIVE)");
  return counts;
}

std::int64_t StoreWriter::last_sequence() {
  return impl_->database.integer("SELECT max(sequence) FROM changes");
}

}  // namespace pinakes
