// The only file that includes SQLiteCpp: its exceptions become Error{Io} here.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/store/database.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <ctime>
#include <map>

#include "indexer/base/error.h"
#include "indexer/store/migrations.h"

namespace pinakes {
namespace {

constexpr int kBusyMilliseconds = 10000;

/// What the reader can do about it.
std::string hint_for(int code) {
  if (code == SQLITE_FULL) return "free some space, then run the same command again";
  if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB)
    return "the file is damaged: put back a copy of it, or ingest all sources into a new folder";
  return {};
}

template <typename Work>
auto translated(Work work) {
  try {
    return work();
  } catch (const SQLite::Exception& e) {
    throw Error(ErrorCode::Io, std::string("the catalogue cannot be used: ") + e.what(),
                hint_for(e.getErrorCode()));
  }
}

struct Cached {
  std::unique_ptr<SQLite::Statement> statement;
  bool busy = false;
};

}  // namespace

std::filesystem::path catalogue_file(const std::filesystem::path& data) {
  return data / "catalogue.sqlite";
}

std::string utc_now() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  char text[32];
  const std::size_t length = std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return {text, length};
}

struct Connection::Impl {
  std::unique_ptr<SQLite::Database> database;
  std::map<const char*, Cached> cache;
};

struct Query::Impl {
  SQLite::Statement* statement = nullptr;
  std::unique_ptr<SQLite::Statement> own;  // where the cached one is in use
  bool* busy = nullptr;
  int bound = 0;
};

Query::Query(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Query::Query(Query&&) noexcept = default;
Query::~Query() {
  if (!impl_) return;
  impl_->statement->tryReset();
  if (impl_->busy != nullptr) *impl_->busy = false;
}

Query& Query::operator<<(std::int64_t value) {
  translated([&] { impl_->statement->bind(++impl_->bound, value); });
  return *this;
}

Query& Query::operator<<(std::string_view text) {
  translated([&] { impl_->statement->bind(++impl_->bound, std::string(text)); });
  return *this;
}

Query& Query::blob(std::string_view bytes) {
  translated([&] {
    if (bytes.empty())
      impl_->statement->bind(++impl_->bound);
    else
      impl_->statement->bindNoCopy(++impl_->bound, bytes.data(), static_cast<int>(bytes.size()));
  });
  return *this;
}

bool Query::next() {
  return translated([&] { return impl_->statement->executeStep(); });
}

void Query::run() {
  while (next()) {
  }
}

std::int64_t Query::integer(int column) const {
  return translated([&] { return impl_->statement->getColumn(column).getInt64(); });
}

std::string_view Query::text(int column) const {
  return translated([&] {
    const SQLite::Column value = impl_->statement->getColumn(column);
    const void* bytes = value.getBlob();
    return std::string_view(static_cast<const char*>(bytes),
                            static_cast<std::size_t>(value.getBytes()));
  });
}

bool Query::null(int column) const {
  return translated([&] { return impl_->statement->getColumn(column).isNull(); });
}

namespace {

void migrate(SQLite::Database& database, const std::filesystem::path& file) {
  const auto known = static_cast<int>(kMigrations.size());
  int version = database.execAndGet("PRAGMA user_version").getInt();
  if (version > known)
    throw Error(ErrorCode::StoreNewer,
                file.string() + " was written by a newer program (version " +
                    std::to_string(version) + ", this program knows " + std::to_string(known) + ")",
                "use the newer pinakes-indexer and pinakes-server");
  for (; version < known; ++version) {
    SQLite::Transaction step(database);
    database.exec(kMigrations.at(static_cast<std::size_t>(version)));
    database.exec("PRAGMA user_version = " + std::to_string(version + 1));
    step.commit();
  }
}

void open_for_reading(SQLite::Database& database, const std::filesystem::path& file,
                      const std::filesystem::path& data) {
  const int version = database.execAndGet("PRAGMA user_version").getInt();
  const auto known = static_cast<int>(kMigrations.size());
  if (version > known) migrate(database, file);  // throws StoreNewer
  if (version < known)
    throw Error(ErrorCode::IndexMissing,
                version == 0 ? "no catalogue in " + data.string()
                             : file.string() + " was written by an older program",
                "pinakes-indexer ingest --data " + data.string() + " PATH");
}

}  // namespace

Connection::Connection(const std::filesystem::path& data, Mode mode)
    : impl_(std::make_unique<Impl>()) {
  const std::filesystem::path file = catalogue_file(data);
  std::error_code ignored;
  if (mode == Mode::Read && !std::filesystem::exists(file, ignored))
    throw Error(ErrorCode::IndexMissing, "no catalogue in " + data.string(),
                "pinakes-indexer ingest --data " + data.string() + " PATH");
  translated([&] {
    const int flags =
        mode == Mode::Read ? SQLite::OPEN_READONLY : SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE;
    impl_->database = std::make_unique<SQLite::Database>(file.string(), flags, kBusyMilliseconds);
    SQLite::Database& database = *impl_->database;
    if (mode == Mode::Read) return open_for_reading(database, file, data);
    database.exec("PRAGMA journal_mode = WAL");
    database.exec("PRAGMA synchronous = FULL");
    database.exec("PRAGMA foreign_keys = OFF");
    database.exec("PRAGMA temp_store = MEMORY");
    migrate(database, file);
  });
}

Connection::~Connection() = default;
Connection::Connection(Connection&&) noexcept = default;

Query Connection::query(const char* sql) {
  return translated([&] {
    auto made = std::make_unique<Query::Impl>();
    Cached& cached = impl_->cache[sql];
    if (cached.busy) {
      made->own = std::make_unique<SQLite::Statement>(*impl_->database, sql);
      made->statement = made->own.get();
    } else {
      if (!cached.statement)
        cached.statement = std::make_unique<SQLite::Statement>(*impl_->database, sql);
      cached.statement->reset();
      cached.busy = true;
      made->statement = cached.statement.get();
      made->busy = &cached.busy;
    }
    return Query(std::move(made));
  });
}

void Connection::execute(const char* sql) {
  translated([&] { impl_->database->exec(sql); });
}

std::int64_t Connection::last_row_id() const {
  return translated([&] { return std::int64_t{impl_->database->getLastInsertRowid()}; });
}

std::int64_t Connection::integer(const char* sql) {
  Query found = query(sql);
  return found.next() && !found.null(0) ? found.integer(0) : 0;
}

}  // namespace pinakes
