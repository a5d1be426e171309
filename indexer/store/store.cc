// The reading side of the catalogue: records, graphs, findings and changes by prepared statements.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/store/store.h"

#include "indexer/store/database.h"
#include "indexer/store/record_row.h"
#include "indexer/store/stored_graph.h"

namespace pinakes {

struct StoreReader::Impl {
  explicit Impl(const std::filesystem::path& data) : database(data, Connection::Mode::Read) {}
  Connection database;
  Compressor compressor;
};

StoreReader::StoreReader(const std::filesystem::path& data) : impl_(std::make_unique<Impl>(data)) {}
StoreReader::~StoreReader() = default;
StoreReader::StoreReader(StoreReader&&) noexcept = default;

std::optional<Record> StoreReader::find(std::string_view id) const {
  Query row = impl_->database.query(PINAKES_RECORD_SQL "WHERE records.id = ?");
  row << id;
  if (!row.next()) return std::nullopt;
  return record_of(row);
}

std::optional<Record> StoreReader::record(std::uint32_t number) const {
  Query row = impl_->database.query(PINAKES_RECORD_SQL "WHERE records.number = ?");
  row << std::int64_t{number};
  if (!row.next()) return std::nullopt;
  return record_of(row);
}

std::string StoreReader::ntriples(std::uint32_t number) const {
  Query row = impl_->database.query(
      "SELECT versions.graph FROM records JOIN versions USING (number, version) WHERE number = ?");
  row << std::int64_t{number};
  return row.next() ? impl_->compressor.decompress(row.text(0)) : std::string();
}

Diagnostics StoreReader::findings(std::uint32_t number) const {
  Query row = impl_->database.query("SELECT list FROM findings WHERE number = ?");
  row << std::int64_t{number};
  return row.next() ? decode_findings(row.text(0)) : Diagnostics();
}

std::vector<Change> StoreReader::changes_since(std::int64_t sequence, std::size_t limit) const {
  Query row = impl_->database.query(
      "SELECT sequence, number, kind, at FROM changes WHERE sequence > ? ORDER BY sequence LIMIT "
      "?");
  row << sequence << static_cast<std::int64_t>(limit);
  std::vector<Change> changes;
  while (row.next())
    changes.push_back({row.integer(0), static_cast<std::uint32_t>(row.integer(1)),
                       static_cast<Change::Kind>(row.integer(2)), std::string(row.text(3))});
  return changes;
}

std::int64_t StoreReader::last_sequence() const {
  return impl_->database.integer("SELECT max(sequence) FROM changes");
}

void StoreReader::for_each_listed(const std::function<void(const Record&)>& visit) const {
  Query row = impl_->database.query(PINAKES_RECORD_SQL
                                    "WHERE records.withdrawn = '' ORDER BY records.number");
  while (row.next()) visit(record_of(row));
}

void StoreReader::for_each_leftover(const std::function<void(std::string_view)>& visit) const {
  Query row = impl_->database.query(
      "SELECT graph FROM leftovers JOIN files USING (file) ORDER BY source, path");
  while (row.next()) visit(impl_->compressor.decompress(row.text(0)));
}

std::vector<SourceStatus> StoreReader::sources() const {
  Query row = impl_->database.query(
      "SELECT name, (SELECT count(*) FROM records WHERE source = sources.source AND withdrawn = "
      "''),"
      " (SELECT count(*) FROM records WHERE source = sources.source AND withdrawn <> ''),"
      " (SELECT count(*) FROM files WHERE source = sources.source),"
      " (SELECT max(changed) FROM records WHERE source = sources.source),"
      " last.started, last.outcome, last.failed_files, last.refused FROM sources"
      " LEFT JOIN runs AS last ON last.run = (SELECT max(run) FROM runs WHERE source ="
      " sources.source) ORDER BY name");
  std::vector<SourceStatus> found;
  while (row.next())
    found.push_back(
        {std::string(row.text(0)), static_cast<std::size_t>(row.integer(1)),
         static_cast<std::size_t>(row.integer(2)), static_cast<std::size_t>(row.integer(3)),
         std::string(row.text(4)), std::string(row.text(5)), std::string(row.text(6)),
         static_cast<std::size_t>(row.integer(7)), static_cast<std::size_t>(row.integer(8))});
  return found;
}

}  // namespace pinakes
