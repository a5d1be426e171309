// Writes the catalogue: what one ingest run takes from its files, in transactions of one batch.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/store/store.h"

namespace pinakes {

/// What became of a record in a run. The numbers stand in the store: do not change them.
enum class Outcome : std::uint8_t { Added, Updated, Unchanged, Withdrawn, Refused };

struct RunCounts {
  std::size_t added = 0, updated = 0, unchanged = 0, withdrawn = 0, refused = 0;
};

/// One whole dataset of the file that is being read.
struct Submission {
  std::string key, iri;
  std::string title;  // what the public id is made of, if the record is new
  const rdf::Graph& graph;
  Diagnostics findings;
};

struct PutResult {
  Outcome outcome = Outcome::Unchanged;
  bool changed = false;  // there is a new row of changes: the index must be told
  Record record;
  /// The record's whole graph where it has parts in several files of this run; else the one put.
  std::optional<rdf::Graph> joined;
};

/// One run of `ingest` over one source: begin_run, then for every file skip_unchanged or
/// begin_file, put..., end_file; then prune; then end_run. commit() ends a batch; what was not
/// committed is lost with the object, and reading the same files again gives the same state. The
/// caller holds WriteLock. Throws Error{Io}.
class StoreWriter {
 public:
  explicit StoreWriter(const std::filesystem::path& data);
  ~StoreWriter();
  StoreWriter(StoreWriter&&) noexcept;

  /// `files`: absolute paths of all files of the run; only their parts count in a joined graph.
  /// What an archive among them held when it was read last counts as of this run too.
  void begin_run(std::string_view source, const std::vector<std::string>& files);
  /// Whether the file was read to its end with these bytes; then its records count as unchanged,
  /// and so do those of an archive's members.
  bool skip_unchanged(const std::string& file, std::string_view sha256);
  /// The file's hash is forgotten until end_file() says it anew.
  void begin_file(const std::string& file);
  /// A document of an archive of the run, `ARCHIVE!/NAME`, is a file of its own.
  void add_member(const std::string& member);
  /// The archive was read to its end and has these members: those it had before are files outside
  /// the run.
  void end_members(const std::string& archive, const std::vector<std::string>& members);
  /// Whether another file of this run owns the record of that key.
  bool owned_by_another_file(const std::string& key);
  /// The record of that key as it is listed, where the current file alone has it.
  std::optional<rdf::Graph> earlier(const std::string& key);
  PutResult put(const Submission& submission);
  /// The file has this record, but not whole: its earlier version stays.
  void refuse(const std::string& key);
  enum class FileEnd : std::uint8_t { Whole, Failed };
  /// Whole: records that the file no longer has lose this part; those that other files still have
  /// are made anew and returned. `sha256` is kept so that the same bytes are skipped next time;
  /// empty: read it again. Failed: the file's earlier parts stay. `leftovers`: what no dataset
  /// reaches.
  std::vector<PutResult> end_file(FileEnd end, std::string_view sha256,
                                  const rdf::Graph* leftovers);

  struct Prunable {
    std::size_t listed = 0, missing = 0;  // records of the source; those no file of the run has
  };
  Prunable prunable();
  struct Pruned {
    std::vector<std::uint32_t> withdrawn;  // numbers
    std::vector<PutResult> remade;
  };
  /// Withdraws the missing ones and forgets files outside the run; records that had a part there
  /// are made anew from those that are left.
  Pruned prune();

  /// A batch is full: 1,000 datasets or 32 MB.
  bool batch_full() const;
  void commit();
  /// Closes the run and commits. Each record counts once; `refused` datasets and failed files are
  /// the caller's count.
  RunCounts end_run(std::size_t refused, std::size_t failed_files);
  std::int64_t last_sequence();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pinakes
