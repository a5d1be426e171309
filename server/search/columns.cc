// Reads value slots into rows.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/search/columns.h"

#include <xapian.h>

#include <algorithm>

namespace pinakes {
namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

bool is_interval(const Field& field) {
  return field.kind == Kind::Integer || field.kind == Kind::Date || field.kind == Kind::Period;
}

}  // namespace

std::vector<std::uint32_t> FacetColumn::resolve(std::string_view id) const {
  const std::string key(codec::value_key(*field, id));
  if (const auto found = by_key_.find(key); found != by_key_.end()) return {found->second};
  const auto found = by_lower_.find(lower(key));
  return found == by_lower_.end() ? std::vector<std::uint32_t>() : found->second;
}

Columns::Columns(const Xapian::Database& database) {
  read_numbers(database);
  for (const Field& field : kFields) {
    if (field.slot < 0) continue;
    if (is_interval(field))
      read_intervals(database, field);
    else if (field.kind != Kind::Text)
      read_facet(database, field);
  }
}

const FacetColumn* Columns::facet(const Field& field) const {
  for (const FacetColumn& column : facets_)
    if (column.field == &field) return &column;
  return nullptr;
}

const IntervalColumn* Columns::intervals(const Field& field) const {
  for (const IntervalColumn& column : intervals_)
    if (column.field == &field) return &column;
  return nullptr;
}

void Columns::read_numbers(const Xapian::Database& database) {
  numbers_.reserve(database.get_doccount());
  for (auto it = database.postlist_begin(""); it != database.postlist_end(""); ++it)
    numbers_.push_back(*it);
  titled_.assign(database.get_lastdocid() + 1, 0);
  const unsigned slot = codec::slot(*find_field("title"));
  for (auto it = database.valuestream_begin(slot); it != database.valuestream_end(slot); ++it)
    titled_[it.get_docid()] = 1;
}

void Columns::read_facet(const Xapian::Database& database, const Field& field) {
  FacetColumn& column = facets_.emplace_back();
  column.field = &field;
  column.rows.assign(database.get_lastdocid() + 1, 0);
  column.combinations.emplace_back();
  std::vector<std::size_t> sizes(1);  // of each combination: how many records have it
  std::unordered_map<std::string, std::uint32_t> known;
  const unsigned slot = codec::slot(field);
  for (auto it = database.valuestream_begin(slot); it != database.valuestream_end(slot); ++it) {
    const std::string packed = *it;
    const auto [at, is_new] =
        known.emplace(packed, static_cast<std::uint32_t>(column.combinations.size()));
    column.rows[it.get_docid()] = at->second;
    sizes.resize(column.combinations.size() + (is_new ? 1 : 0));
    ++sizes[at->second];
    if (!is_new) continue;
    auto& combination = column.combinations.emplace_back();
    for (std::string& key : codec::unpack_ids(packed)) {
      const auto next = static_cast<std::uint32_t>(column.values.size());
      const auto [value, is_new_value] = column.by_key_.emplace(std::move(key), next);
      combination.push_back(value->second);
      if (!is_new_value) continue;
      const std::string label = database.get_metadata(codec::label_key(field, value->first));
      column.values.push_back(label.empty() ? codec::ValueLabel{value->first, {}}
                                            : codec::unpack_label(label));
      column.by_lower_[lower(value->first)].push_back(next);
    }
  }
  column.totals.assign(column.values.size(), 0);
  for (std::size_t i = 0; i < sizes.size(); ++i)
    for (const std::uint32_t value : column.combinations[i]) column.totals[value] += sizes[i];
}

void Columns::read_intervals(const Xapian::Database& database, const Field& field) {
  IntervalColumn& column = intervals_.emplace_back();
  column.field = &field;
  const std::uint32_t rows = database.get_lastdocid() + 1;
  column.begins.reserve(rows + 1);
  const unsigned slot = codec::slot(field);
  for (auto it = database.valuestream_begin(slot); it != database.valuestream_end(slot); ++it) {
    column.begins.resize(it.get_docid() + 1, static_cast<std::uint32_t>(column.all.size()));
    for (const codec::Interval& interval : codec::unpack_intervals(*it))
      column.all.push_back(interval);
  }
  column.begins.resize(rows + 1, static_cast<std::uint32_t>(column.all.size()));
}

}  // namespace pinakes
