// Records, their versions and their parts: what one put changes in the catalogue.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/store/record_writer.h"

#include <utility>

#include "indexer/base/error.h"
#include "indexer/base/iri.h"
#include "indexer/base/text.h"
#include "indexer/rdf/isomorphic.h"
#include "indexer/store/record_row.h"

namespace pinakes {
namespace {

constexpr std::size_t kSlugLimit = 60;
constexpr std::size_t kShortestDigest = 8;  // hex digits in a public id

std::string hash_of(const rdf::Graph& graph) { return sha256_hex(rdf::canonical_ntriples(graph)); }

}  // namespace

PutResult RecordWriter::put(const Submission& submission) {
  std::optional<Known> now = known(submission.key);
  const bool fresh = !now;
  if (fresh) now = insert(submission);
  PutResult result;
  result.joined = take_part(now->record.number, submission.graph);
  const rdf::Graph& whole = result.joined ? *result.joined : submission.graph;
  const std::int64_t before = last_change_;
  result.outcome = store_version(*now, whole, submission.iri);
  result.changed = last_change_ != before;
  save_findings(now->record.number, submission.findings);
  save_outcome(now->record.number, result.outcome);
  result.record = now->record;
  return result;
}

std::optional<PutResult> RecordWriter::rejoin(std::uint32_t number) {
  std::vector<Part> left = parts(number);
  std::erase_if(left, [](const Part& part) { return !part.of_this_run; });
  if (left.empty()) return std::nullopt;
  if (left.size() == 1 && left.front().graph.empty()) return std::nullopt;  // it is the record
  Query row = database_.query(PINAKES_RECORD_SQL "WHERE records.number = ?");
  row << std::int64_t{number};
  if (!row.next()) return std::nullopt;
  Known now{record_of(row), std::string(row.text(kRecordHashColumn))};
  PutResult result;
  result.joined = union_of(left);
  const std::int64_t before = last_change_;
  result.outcome = store_version(now, *result.joined, now.record.iri);
  result.changed = last_change_ != before;
  if (left.size() == 1)
    (database_.query("UPDATE parts SET graph = NULL WHERE number = ? AND file = ?")
     << std::int64_t{number} << left.front().file)
        .run();
  save_outcome(number, result.outcome);
  result.record = now.record;
  return result;
}

bool RecordWriter::owned_by_another_file(std::string_view key) {
  Query row = database_.query(
      "SELECT 1 FROM records JOIN parts USING (number) JOIN files ON files.file = parts.file"
      " WHERE records.source = ? AND key = ? AND parts.file <> ? AND files.run = ?");
  row << place_.source << key << place_.file << place_.run;
  return row.next();
}

std::optional<rdf::Graph> RecordWriter::earlier(std::string_view key) {
  Query row = database_.query(
      "SELECT versions.graph FROM records JOIN versions USING (number, version) JOIN parts"
      " USING (number) WHERE records.source = ?1 AND key = ?2 AND withdrawn = '' AND file = ?3"
      " AND NOT EXISTS(SELECT 1 FROM parts AS other WHERE other.number = records.number"
      " AND other.file <> ?3)");
  row << place_.source << key << place_.file;
  if (!row.next()) return std::nullopt;
  return read_stored(compressor_.decompress(row.text(0)));
}

void RecordWriter::refuse(std::string_view key) {
  const std::optional<Known> now = known(key);
  if (!now || !now->record.withdrawn.empty()) return;
  (database_.query("UPDATE parts SET run = ? WHERE number = ? AND file = ?")
   << place_.run << std::int64_t{now->record.number} << place_.file)
      .run();
  (database_.query("INSERT OR IGNORE INTO run_records(run, number, outcome) VALUES(?, ?, ?)")
   << place_.run << std::int64_t{now->record.number} << static_cast<std::int64_t>(Outcome::Refused))
      .run();
}

void RecordWriter::withdraw(std::uint32_t number) {
  (database_.query("UPDATE records SET withdrawn = ?, changed = ? WHERE number = ?")
   << place_.at << place_.at << std::int64_t{number})
      .run();
  (database_.query("DELETE FROM parts WHERE number = ?") << std::int64_t{number}).run();
  change(number, Change::Kind::Withdrawn);
  save_outcome(number, Outcome::Withdrawn);
}

std::string RecordWriter::compressed(const rdf::Graph& graph) {
  std::string text = stored_ntriples(graph);
  bytes_written_ += text.size();
  return compressor_.compress(text);
}

std::size_t RecordWriter::take_bytes_written() { return std::exchange(bytes_written_, 0); }

std::optional<RecordWriter::Known> RecordWriter::known(std::string_view key) {
  Query row = database_.query(PINAKES_RECORD_SQL "WHERE records.source = ? AND records.key = ?");
  row << place_.source << key;
  if (!row.next()) return std::nullopt;
  return Known{record_of(row), std::string(row.text(kRecordHashColumn))};
}

std::vector<RecordWriter::Part> RecordWriter::parts(std::uint32_t number) {
  Query row = database_.query(
      "SELECT parts.file, files.run, parts.graph FROM parts JOIN files ON files.file = parts.file"
      " WHERE number = ? ORDER BY files.path");
  row << std::int64_t{number};
  std::vector<Part> found;
  while (row.next())
    found.push_back({row.integer(0), row.integer(1) == place_.run, std::string(row.text(2))});
  return found;
}

/// Makes `graph` the record's part of the current file. Gives the union where other files of this
/// run have parts too. A file outside the run loses its part, and is read again should it come
/// back: the record now says what this run's files say.
std::optional<rdf::Graph> RecordWriter::take_part(std::uint32_t number, const rdf::Graph& graph) {
  bool joined = false;
  for (const Part& part : parts(number)) {
    if (part.file == place_.file) continue;
    if (!part.of_this_run) {
      drop_part(number, part.file);
      continue;
    }
    joined = true;
    if (!part.graph.empty()) continue;
    (database_.query("UPDATE parts SET graph = (SELECT versions.graph FROM records JOIN versions"
                     " USING (number, version) WHERE records.number = parts.number)"
                     " WHERE number = ? AND file = ?")
     << std::int64_t{number} << part.file)
        .run();
  }
  write_part(number, joined ? compressed(graph) : std::string());
  if (!joined) return std::nullopt;
  return union_of(parts(number));
}

/// Blank nodes of each part are kept apart by the part's place in the order of paths.
rdf::Graph RecordWriter::union_of(const std::vector<Part>& parts) {
  rdf::Graph whole;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].graph.empty())
      throw Error(ErrorCode::Io, "the catalogue misses a part of a record");
    const std::string prefix = parts.size() == 1 ? "" : "p" + std::to_string(i) + "-";
    join(whole, read_stored(compressor_.decompress(parts[i].graph)), prefix);
  }
  whole.finish();
  return whole;
}

void RecordWriter::drop_part(std::uint32_t number, std::int64_t file) {
  (database_.query("DELETE FROM parts WHERE number = ? AND file = ?")
   << std::int64_t{number} << file)
      .run();
  (database_.query("UPDATE files SET sha256 = '' WHERE file = ?") << file).run();
}

void RecordWriter::write_part(std::uint32_t number, std::string_view blob) {
  Query row = database_.query(
      "INSERT INTO parts(number, file, run, graph) VALUES(?, ?, ?, ?)"
      " ON CONFLICT DO UPDATE SET run = excluded.run, graph = excluded.graph");
  row << std::int64_t{number} << place_.file << place_.run;
  row.blob(blob).run();
}

std::string RecordWriter::new_id(std::string_view title, std::string_view key) {
  std::string name = slug(title, kSlugLimit);
  if (name.empty()) name = slug(local_name(key), kSlugLimit);
  if (name.empty()) name = "dataset";
  const std::string digest = sha256_hex(place_.source_name + "\n" + std::string(key));
  for (std::size_t digits = kShortestDigest; digits <= digest.size(); ++digits) {
    std::string candidate = name + "-" + digest.substr(0, digits);
    Query row = database_.query("SELECT 1 FROM records WHERE id = ?");
    row << candidate;
    if (!row.next()) return candidate;
  }
  throw Error(ErrorCode::Internal, "no free public id for " + std::string(key));
}

/// A row without version; store_version makes the first.
RecordWriter::Known RecordWriter::insert(const Submission& submission) {
  Known now;
  now.record.id = new_id(submission.title, submission.key);
  now.record.source = place_.source_name;
  now.record.key = submission.key;
  now.record.iri = submission.iri;
  now.record.first_listed = now.record.changed = place_.at;
  (database_.query("INSERT INTO records(source, key, iri, id, hash, version, first_listed, changed)"
                   " VALUES(?, ?, ?, ?, '', 0, ?, ?)")
   << place_.source << now.record.key << now.record.iri << now.record.id << place_.at << place_.at)
      .run();
  now.record.number = static_cast<std::uint32_t>(database_.last_row_id());
  return now;
}

Outcome RecordWriter::store_version(Known& now, const rdf::Graph& graph, const std::string& iri) {
  const std::string hash = hash_of(graph);
  const bool back = !now.record.withdrawn.empty();
  if (hash == now.hash && !back) return Outcome::Unchanged;
  const bool first = now.record.version == 0;
  const Change::Kind kind = first || back ? Change::Kind::Added : Change::Kind::Updated;
  now.record.withdrawn.clear();
  now.record.changed = place_.at;
  now.record.iri = iri;
  if (hash == now.hash) {  // withdrawn, and back as it was
    now.hash = hash;
    change(now.record.number, kind);
    save_record(now);
    return Outcome::Added;
  }
  const bool as_before = made_in_this_run(now.record) && previous_hash(now.record) == hash;
  now.hash = hash;
  write_version(now, graph, kind);
  save_record(now);
  if (as_before) return Outcome::Unchanged;
  return kind == Change::Kind::Added ? Outcome::Added : Outcome::Updated;
}

/// The version this run made before from fewer parts is replaced, not stacked.
void RecordWriter::write_version(Known& now, const rdf::Graph& graph, Change::Kind kind) {
  if (!made_in_this_run(now.record)) ++now.record.version;
  const std::int64_t sequence = change(now.record.number, kind);
  const std::string blob = compressed(graph);
  Query row = database_.query(
      "INSERT OR REPLACE INTO versions(number, version, sequence, at, run, hash, graph)"
      " VALUES(?, ?, ?, ?, ?, ?, ?)");
  row << std::int64_t{now.record.number} << std::int64_t{now.record.version} << sequence
      << place_.at << place_.run << now.hash;
  row.blob(blob).run();
}

bool RecordWriter::made_in_this_run(const Record& record) {
  Query row = database_.query("SELECT run FROM versions WHERE number = ? AND version = ?");
  row << std::int64_t{record.number} << std::int64_t{record.version};
  return row.next() && row.integer(0) == place_.run;
}

std::string RecordWriter::previous_hash(const Record& record) {
  Query row = database_.query("SELECT hash FROM versions WHERE number = ? AND version = ?");
  row << std::int64_t{record.number} << std::int64_t{record.version - 1};
  return row.next() ? std::string(row.text(0)) : std::string();
}

std::int64_t RecordWriter::change(std::uint32_t number, Change::Kind kind) {
  (database_.query("INSERT INTO changes(number, kind, at) VALUES(?, ?, ?)")
   << std::int64_t{number} << static_cast<std::int64_t>(kind) << place_.at)
      .run();
  return last_change_ = database_.last_row_id();
}

void RecordWriter::save_record(const Known& now) {
  (database_.query("UPDATE records SET iri = ?, hash = ?, version = ?, changed = ?, withdrawn = ''"
                   " WHERE number = ?")
   << now.record.iri << now.hash << std::int64_t{now.record.version} << now.record.changed
   << std::int64_t{now.record.number})
      .run();
}

/// Each record counts once: added in this run stays added; a version put back is unchanged again.
void RecordWriter::save_outcome(std::uint32_t number, Outcome what) {
  Query row = database_.query(
      "INSERT INTO run_records(run, number, outcome) VALUES(?1, ?2, ?3) ON CONFLICT DO UPDATE SET"
      " outcome = CASE WHEN outcome = 0 THEN 0 WHEN ?4 THEN excluded.outcome ELSE outcome END");
  // A later Unchanged says only that another part changed nothing more, unless the version of this
  // run is what was there before it.
  Query current = database_.query(
      "SELECT 1 FROM records JOIN versions AS now USING (number, version)"
      " JOIN versions AS before ON before.number = now.number"
      " AND before.version = now.version - 1 WHERE records.number = ? AND now.run = ?"
      " AND now.hash = before.hash");
  current << std::int64_t{number} << place_.run;
  const bool counts = what != Outcome::Unchanged || current.next();
  row << place_.run << std::int64_t{number} << static_cast<std::int64_t>(what)
      << std::int64_t{counts};
  row.run();
}

void RecordWriter::save_findings(std::uint32_t number, const Diagnostics& list) {
  const std::string text = list.empty() ? std::string() : encode_findings(list);
  Query stored = database_.query("SELECT list FROM findings WHERE number = ?");
  stored << std::int64_t{number};
  const bool there = stored.next();
  if (there ? stored.text(0) == text : text.empty()) return;
  Query row = text.empty()
                  ? database_.query("DELETE FROM findings WHERE number = ?")
                  : database_.query("INSERT OR REPLACE INTO findings(number, list) VALUES(?, ?)");
  row << std::int64_t{number};
  if (!text.empty()) row << text;
  row.run();
}

}  // namespace pinakes
