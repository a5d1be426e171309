// The catalogue in memory, one row per record: what counting and sorting read.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/index/codec.h"
#include "schemas/fields.h"

namespace Xapian {
class Database;
}

namespace pinakes {

/// Values of one filter field. A record has a combination (the set of its values), so a count is
/// one increment per record whatever the number of values.
struct FacetColumn {
  const Field* field = nullptr;
  std::vector<std::uint32_t> rows;  // by record number: its combination; 0: no value
  std::vector<std::vector<std::uint32_t>> combinations;  // values of each
  std::vector<codec::ValueLabel> values;  // id as shown; labels only where no vocabulary has them
  std::vector<std::size_t> totals;        // of each value: how many records have it

  /// The values that this id of a request means: the same key, else the same ignoring case.
  std::vector<std::uint32_t> resolve(std::string_view id) const;
  std::uint32_t combination(std::uint32_t number) const {
    return number < rows.size() ? rows[number] : 0;
  }

 private:
  friend class Columns;
  std::unordered_map<std::string, std::uint32_t> by_key_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_lower_;
};

/// Dates, periods and numbers of one field; a record may have several.
struct IntervalColumn {
  const Field* field = nullptr;
  std::vector<std::uint32_t> begins;  // by record number; one more than there are rows
  std::vector<codec::Interval> all;

  std::span<const codec::Interval> of(std::uint32_t number) const {
    if (number + 1 >= begins.size()) return {};
    return std::span(all).subspan(begins[number], begins[number + 1] - begins[number]);
  }
};

/// Read from one revision of the index; immutable.
class Columns {
 public:
  explicit Columns(const Xapian::Database& database);

  /// Numbers of all listed records, ascending.
  const std::vector<std::uint32_t>& numbers() const { return numbers_; }
  bool titled(std::uint32_t number) const {
    return number < titled_.size() && titled_[number] != 0;
  }
  /// Null where the field has no such column.
  const FacetColumn* facet(const Field& field) const;
  const IntervalColumn* intervals(const Field& field) const;

 private:
  void read_numbers(const Xapian::Database& database);
  void read_facet(const Xapian::Database& database, const Field& field);
  void read_intervals(const Xapian::Database& database, const Field& field);

  std::vector<std::uint32_t> numbers_;
  std::vector<std::uint8_t> titled_;
  std::vector<FacetColumn> facets_;
  std::vector<IntervalColumn> intervals_;
};

}  // namespace pinakes
