// Filters, ranges and facet counts over rows.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/search/counts.h"

#include <limits>

namespace pinakes {

Counts counts_of_all(const SearchRequest& request, const Columns& columns) {
  Counts counts;
  counts.total = columns.numbers().size();
  for (const Field* field : request.facets)
    if (const FacetColumn* column = columns.facet(*field); column != nullptr)
      counts.facets.push_back({column, column->totals});
  return counts;
}

Counter::Counter(const SearchRequest& request, const Columns& columns, Counting counting) {
  if (counting == Counting::Exact)
    for (const Field* field : request.facets)
      if (const FacetColumn* column = columns.facet(*field); column != nullptr) {
        facets_.push_back(column);
        by_combination_.emplace_back(column->combinations.size());
      }
  for (const Filter& filter : request.filters) {
    if (!has_column(filter)) continue;
    Choice& choice = choices_.emplace_back();
    choice.column = columns.facet(*filter.field);
    std::vector<std::uint8_t> wanted(choice.column->values.size());
    for (const std::string& id : filter.any_of)
      for (const std::uint32_t value : choice.column->resolve(id)) wanted[value] = 1;
    for (const auto& combination : choice.column->combinations) {
      std::uint8_t passes = 0;
      for (const std::uint32_t value : combination) passes |= wanted[value];
      choice.passes.push_back(passes);
    }
    for (std::size_t i = 0; i < facets_.size(); ++i)
      if (facets_[i] == choice.column) choice.facet = static_cast<std::ptrdiff_t>(i);
  }
  for (const Range& range : request.ranges)
    bounds_.push_back({&range, columns.intervals(*range.field)});
  counts_.unstated.assign(bounds_.size(), 0);
}

Counter::Verdict Counter::judge(const Bounds& bounds, std::uint32_t number) {
  const auto intervals = bounds.column->of(number);
  if (intervals.empty()) return Verdict::Unstated;
  const std::int64_t from = bounds.range->from.value_or(std::numeric_limits<std::int64_t>::min());
  const std::int64_t to = bounds.range->to.value_or(std::numeric_limits<std::int64_t>::max());
  for (const codec::Interval& interval : intervals)
    if (interval.first <= to && interval.last >= from) return Verdict::Inside;
  return Verdict::Outside;
}

bool Counter::pass(std::uint32_t number) {
  std::ptrdiff_t unstated = -1, refusing = -1;
  for (std::size_t i = 0; i < bounds_.size(); ++i) {
    const Verdict verdict = judge(bounds_[i], number);
    if (verdict == Verdict::Inside) continue;
    if (verdict == Verdict::Unstated && bounds_[i].range->unstated == Range::Unstated::Include)
      continue;
    if (verdict == Verdict::Outside || unstated >= 0) return false;
    unstated = static_cast<std::ptrdiff_t>(i);
  }
  for (std::size_t i = 0; i < choices_.size(); ++i) {
    if (choices_[i].passes[choices_[i].column->combination(number)] != 0) continue;
    if (refusing >= 0 || unstated >= 0) return false;
    refusing = static_cast<std::ptrdiff_t>(i);
  }
  if (unstated >= 0) {
    ++counts_.unstated[static_cast<std::size_t>(unstated)];
    return false;
  }
  if (refusing >= 0) {
    const Choice& choice = choices_[static_cast<std::size_t>(refusing)];
    if (choice.facet >= 0)
      ++by_combination_[static_cast<std::size_t>(choice.facet)][choice.column->combination(number)];
    return false;
  }
  ++counts_.total;
  for (std::size_t i = 0; i < facets_.size(); ++i)
    ++by_combination_[i][facets_[i]->combination(number)];
  return true;
}

Counts Counter::take() {
  for (std::size_t i = 0; i < facets_.size(); ++i) {
    FacetCounts& facet = counts_.facets.emplace_back();
    facet.column = facets_[i];
    facet.values.assign(facets_[i]->values.size(), 0);
    for (std::size_t c = 0; c < by_combination_[i].size(); ++c)
      for (const std::uint32_t value : facets_[i]->combinations[c])
        facet.values[value] += by_combination_[i][c];
  }
  return std::move(counts_);
}

}  // namespace pinakes
