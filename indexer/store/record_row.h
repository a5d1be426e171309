// The one SELECT list that makes a Record, shared by reader and writer.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "indexer/store/database.h"
#include "indexer/store/store.h"

/// A macro because statements are cached by the address of their literal.
#define PINAKES_RECORD_SQL                                                                       \
  "SELECT records.number, records.id, sources.name, records.key, records.iri, records.version, " \
  "records.first_listed, records.changed, records.withdrawn, records.hash "                      \
  "FROM records JOIN sources ON sources.source = records.source "

namespace pinakes {

inline constexpr int kRecordHashColumn = 9;

inline Record record_of(const Query& row) {
  Record record;
  record.number = static_cast<std::uint32_t>(row.integer(0));
  record.id = row.text(1);
  record.source = row.text(2);
  record.key = row.text(3);
  record.iri = row.text(4);
  record.version = static_cast<int>(row.integer(5));
  record.first_listed = row.text(6);
  record.changed = row.text(7);
  record.withdrawn = row.text(8);
  return record;
}

}  // namespace pinakes
