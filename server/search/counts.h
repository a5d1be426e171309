// Which matches pass the filters, and the exact counts of every facet, in one pass over the rows.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "server/search/columns.h"
#include "server/search/request.h"

namespace pinakes {

/// Counts of one facet's values, by value.
struct FacetCounts {
  const FacetColumn* column = nullptr;
  std::vector<std::size_t> values;
};

struct Counts {
  std::size_t total = 0;
  std::vector<FacetCounts> facets;    // as requested
  std::vector<std::size_t> unstated;  // of each range: passes all but states nothing there
};

enum class Counting : std::uint8_t { Skip, Exact };

/// The counts of a request that asks for the whole catalogue: worked out when the revision was
/// opened, not at each request.
Counts counts_of_all(const SearchRequest& request, const Columns& columns);

/// Sees each match once. OR within a filter, AND between filters; a facet's own filter is lifted
/// for its counts: a match that only this filter refuses counts there and nowhere else.
class Counter {
 public:
  Counter(const SearchRequest& request, const Columns& columns, Counting counting);
  /// Whether the record passes all filters and ranges.
  bool pass(std::uint32_t number);
  Counts take();

 private:
  struct Choice {
    const FacetColumn* column;         // null: a field without column, decided by the engine
    std::vector<std::uint8_t> passes;  // by combination
    std::ptrdiff_t facet = -1;         // its place among the counted facets
  };
  struct Bounds {
    const Range* range;
    const IntervalColumn* column;
  };
  enum class Verdict : std::uint8_t { Inside, Outside, Unstated };
  static Verdict judge(const Bounds& bounds, std::uint32_t number);
  void add_choice(const Filter& filter);

  std::vector<Choice> choices_;
  std::vector<Bounds> bounds_;
  std::vector<const FacetColumn*> facets_;
  std::vector<std::vector<std::size_t>> by_combination_;
  Counts counts_;
};

/// A filter on a field that has no column (identifiers, codes) is the engine's to decide.
inline bool has_column(const Filter& filter) { return filter.field->slot >= 0; }

}  // namespace pinakes
