// The order of hits: relevance, the default order, or a field, always with the number as last word.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "server/search/request.h"
#include "server/search/snapshot.h"

namespace pinakes {

struct FoundRecord {
  std::uint32_t number = 0;
  double score = 0;
};

/// Compares matches by the request's sort, over one Snapshot.
class HitOrder {
 public:
  HitOrder(const SearchRequest& request, const Snapshot& snapshot, SearchSlot& slot);
  bool operator()(const FoundRecord& a, const FoundRecord& b) const;
  /// Sorts so that [first, first + count) stands in its final order.
  void arrange(std::vector<FoundRecord>& matches, std::size_t first, std::size_t count) const;

  /// Cursors say the same at every revision; relevance has none.
  bool has_cursors() const { return by_ != Sort::By::Relevance; }
  std::string cursor(const FoundRecord& last) const;
  /// Takes what stands at or before the cursor out. Throws Error{BadRequest}.
  void skip_to(std::string_view cursor, std::vector<FoundRecord>& matches) const;

 private:
  /// Smaller stands first; kLast for records that do not state the field.
  std::int64_t column_key(std::uint32_t number) const;
  std::int64_t interval_key(std::uint32_t number) const;
  bool titled(std::uint32_t number) const;
  /// Whether the record stands after that title and number.
  bool after_title(std::uint32_t number, const std::string& key, std::uint32_t last) const;

  std::string name_;  // of the sort, as in the URL: a cursor belongs to one
  Sort::By by_;
  Sort::Order order_;
  const Field* field_;
  const IntervalColumn* column_ = nullptr;
  const TitleOrder* titles_ = nullptr;
  const Columns* columns_;
};

}  // namespace pinakes
