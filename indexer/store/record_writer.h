// Records, their versions and their parts: what one put changes in the catalogue.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/store/database.h"
#include "indexer/store/store.h"
#include "indexer/store/stored_graph.h"
#include "indexer/store/writer.h"

namespace pinakes {

/// Which run and file the writer is at; ids of the catalogue.
struct WriterPlace {
  std::string source_name, at;
  std::int64_t source = 0, run = 0, file = 0;
};

/// Used inside a transaction of StoreWriter.
class RecordWriter {
 public:
  RecordWriter(Connection& database, const WriterPlace& place)
      : database_(database), place_(place) {}

  PutResult put(const Submission& submission);
  /// The record's graph made anew from the parts that are left. Nullopt: there is none.
  std::optional<PutResult> rejoin(std::uint32_t number);
  bool owned_by_another_file(std::string_view key);
  std::optional<rdf::Graph> earlier(std::string_view key);
  /// The listed record of that key, if there is one, is met but not changed.
  void refuse(std::string_view key);
  void withdraw(std::uint32_t number);
  std::string compressed(const rdf::Graph& graph);
  /// Bytes of graphs written since the last call.
  std::size_t take_bytes_written();

 private:
  struct Part {
    std::int64_t file = 0;
    bool of_this_run = false;
    std::string graph;  // compressed; empty: the record's current version
  };
  struct Known {  // a record as it stands
    Record record;
    std::string hash;
  };

  std::optional<Known> known(std::string_view key);
  std::vector<Part> parts(std::uint32_t number);
  std::optional<rdf::Graph> take_part(std::uint32_t number, const rdf::Graph& graph);
  rdf::Graph union_of(const std::vector<Part>& parts);
  void drop_part(std::uint32_t number, std::int64_t file);
  void write_part(std::uint32_t number, std::string_view blob);
  std::string new_id(std::string_view title, std::string_view key);
  Known insert(const Submission& submission);
  Outcome store_version(Known& now, const rdf::Graph& graph, const std::string& iri);
  void write_version(Known& now, const rdf::Graph& graph, Change::Kind kind);
  bool made_in_this_run(const Record& record);
  std::string previous_hash(const Record& record);
  std::int64_t change(std::uint32_t number, Change::Kind kind);
  void save_record(const Known& now);
  void save_outcome(std::uint32_t number, Outcome what);
  void save_findings(std::uint32_t number, const Diagnostics& list);

  Connection& database_;
  const WriterPlace& place_;
  Compressor compressor_;
  std::size_t bytes_written_ = 0;
  std::int64_t last_change_ = 0;
};

}  // namespace pinakes
