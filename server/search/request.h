// A search as the caller means it: URL parameters looked up in the field table.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schemas/fields.h"

namespace pinakes {

/// Decoded URL parameters in the order of the query string.
using Params = std::vector<std::pair<std::string, std::string>>;

struct Filter {
  const Field* field;
  std::vector<std::string> any_of;  // sorted, each once
};

/// Both ends included; Integer: numbers; Date, Period: days (overlap).
struct Range {
  const Field* field;
  std::optional<std::int64_t> from, to;
  enum class Unstated : std::uint8_t { Exclude, Include } unstated = Unstated::Exclude;
};

struct Sort {
  enum class By : std::uint8_t { Relevance, Default, Field } by = By::Default;
  const Field* field = nullptr;
  enum class Order : std::uint8_t { Ascending, Descending } order = Order::Ascending;
};

struct SearchRequest {
  std::string text, lang = "en";
  std::vector<Filter> filters;
  std::vector<Range> ranges;
  Sort sort;
  std::size_t page = 1, page_size = 20;
  std::string cursor;                // opaque; empty: paging by number
  std::vector<const Field*> facets;  // to be counted

  const Filter* filter(const Field& field) const;
  /// The same search as sorted, escaped parameters without `page` unless it matters: the key of
  /// caches and ETags, and the permalink.
  std::string canonical() const;
};

/// Most hits that paging by number reaches (design section 5: then cursors).
inline constexpr std::size_t kMaxDepth = 10'000;
inline constexpr std::size_t kMaxPageSize = 100;
inline constexpr std::size_t kMaxQueryBytes = 2'048;

/// Throws Error{BadRequest} that names the parameter and, for an unknown one, the nearest valid
/// name. Ill-formed UTF-8, page 0, sizes out of range, unreadable numbers and dates are refused the
/// same way.
SearchRequest parse_search(const Params& params, std::string_view default_lang);

/// One URL parameter that a search takes; the table behind parse_search, OpenAPI and messages.
struct SearchParam {
  std::string name, type, summary;  // type: string, integer, date, enum
  bool repeated = false;
};
std::vector<SearchParam> search_params();

}  // namespace pinakes
