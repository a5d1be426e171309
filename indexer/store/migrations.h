// The store's schema as a table of forward steps; PRAGMA user_version says how many were taken.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

namespace pinakes {

/// Step n turns a store of user_version n into one of n + 1. Never edit a step that was released:
/// append one.
inline constexpr auto kMigrations = std::to_array<const char*>({
    R"sql(
CREATE TABLE sources(
  source INTEGER PRIMARY KEY,
  name   TEXT NOT NULL UNIQUE);

-- sha256 is empty until the file was read to its end without losing anything; run is the last run
-- whose list of files has it.
CREATE TABLE files(
  file   INTEGER PRIMARY KEY,
  source INTEGER NOT NULL REFERENCES sources,
  path   TEXT NOT NULL,
  sha256 TEXT NOT NULL DEFAULT '',
  run    INTEGER NOT NULL,
  UNIQUE(source, path));

-- number is never reused: it is the docid of the index. key names the record in its source.
CREATE TABLE records(
  number       INTEGER PRIMARY KEY AUTOINCREMENT,
  source       INTEGER NOT NULL REFERENCES sources,
  key          TEXT NOT NULL,
  iri          TEXT NOT NULL,
  id           TEXT NOT NULL UNIQUE,
  hash         TEXT NOT NULL,
  version      INTEGER NOT NULL,
  first_listed TEXT NOT NULL,
  changed      TEXT NOT NULL,
  withdrawn    TEXT NOT NULL DEFAULT '',
  UNIQUE(source, key));

-- The files a record came from. graph is NULL where the record has one part only: then the
-- current version is that part.
CREATE TABLE parts(
  number INTEGER NOT NULL REFERENCES records,
  file   INTEGER NOT NULL REFERENCES files,
  run    INTEGER NOT NULL,
  graph  BLOB,
  PRIMARY KEY(number, file)) WITHOUT ROWID;
CREATE INDEX parts_by_file ON parts(file);

-- graph: N-Triples as the holder sent it, zstd.
CREATE TABLE versions(
  number   INTEGER NOT NULL REFERENCES records,
  version  INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  at       TEXT NOT NULL,
  run      INTEGER NOT NULL,
  hash     TEXT NOT NULL,
  graph    BLOB NOT NULL,
  PRIMARY KEY(number, version));

-- Of the current version, as one JSON list.
CREATE TABLE findings(
  number INTEGER PRIMARY KEY REFERENCES records,
  list   TEXT NOT NULL);

-- kind: 0 added, 1 updated, 2 withdrawn (the tombstone).
CREATE TABLE changes(
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  number   INTEGER NOT NULL REFERENCES records,
  kind     INTEGER NOT NULL,
  at       TEXT NOT NULL);

CREATE TABLE runs(
  run          INTEGER PRIMARY KEY AUTOINCREMENT,
  source       INTEGER NOT NULL REFERENCES sources,
  started      TEXT NOT NULL,
  ended        TEXT,
  outcome      TEXT NOT NULL DEFAULT 'running',
  added        INTEGER NOT NULL DEFAULT 0,
  updated      INTEGER NOT NULL DEFAULT 0,
  unchanged    INTEGER NOT NULL DEFAULT 0,
  withdrawn    INTEGER NOT NULL DEFAULT 0,
  refused      INTEGER NOT NULL DEFAULT 0,
  failed_files INTEGER NOT NULL DEFAULT 0);

-- outcome: 0 added, 1 updated, 2 unchanged, 3 withdrawn, 4 refused.
CREATE TABLE run_records(
  run     INTEGER NOT NULL REFERENCES runs,
  number  INTEGER NOT NULL REFERENCES records,
  outcome INTEGER NOT NULL,
  PRIMARY KEY(run, number)) WITHOUT ROWID;

-- Statements of a file that no dataset reaches: N-Triples, zstd.
CREATE TABLE leftovers(
  file  INTEGER PRIMARY KEY REFERENCES files,
  graph BLOB NOT NULL);
)sql",
});

}  // namespace pinakes
