// One SQLite connection: pragmas, migrations, cached statements, errors as pinakes::Error.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace pinakes {

/// `<data>/catalogue.sqlite`.
std::filesystem::path catalogue_file(const std::filesystem::path& data);
/// Now, RFC 3339, UTC, seconds.
std::string utc_now();

class Connection;

/// One use of a prepared statement: bind in the order of the question marks, then step. Given back
/// (reset) by the destructor. Texts are valid until the next step.
class Query {
 public:
  Query(Query&&) noexcept;
  ~Query();
  Query& operator<<(std::int64_t value);
  Query& operator<<(std::string_view text);
  /// Bytes must live until the statement was stepped. An empty view binds NULL.
  Query& blob(std::string_view bytes);
  /// True while there is a row.
  bool next();
  /// Steps to the end; for statements without rows.
  void run();
  std::int64_t integer(int column) const;
  std::string_view text(int column) const;  // also blobs; empty for NULL
  bool null(int column) const;

 private:
  friend class Connection;
  struct Impl;
  explicit Query(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

class Connection {
 public:
  enum class Mode : std::uint8_t { Read, Write };
  /// Write: makes the file and migrates it forward. Read: Error{IndexMissing} where there is none.
  /// Both: Error{StoreNewer} where a newer program wrote it.
  Connection(const std::filesystem::path& data, Mode mode);
  ~Connection();
  Connection(Connection&&) noexcept;
  /// `sql` must be a literal: its address is the key of the cache.
  Query query(const char* sql);
  void execute(const char* sql);
  std::int64_t last_row_id() const;
  /// First column of the first row; 0 if there is none.
  std::int64_t integer(const char* sql);

 private:
  friend class Query;
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pinakes
