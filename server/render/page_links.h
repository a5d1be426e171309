// Addresses of pages: query strings, and a search with one thing changed.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "server/search/request.h"

namespace pinakes {

/// Everything but RFC 3986 unreserved characters as %XX; spaces too.
std::string percent_encode(std::string_view text);
/// `a=1&b=2`, without '?'; empty for no parameters.
std::string query_string(const Params& params);

/// The search as parameters of its page: words, filters, ranges, sort and page size, without the
/// page number and the language, which stands in the path.
Params page_params(const SearchRequest& request);
/// `params` without that pair; an empty `value` takes every value of `name` out.
Params without(Params params, std::string_view name, std::string_view value = {});
/// `params` with every `name` replaced by this one value.
Params with(Params params, std::string_view name, std::string_view value);

/// The two parameter names of a range: `<field>_min` and `_max`, or `_from` and `_to`.
std::string range_from_name(const Field& field);
std::string range_to_name(const Field& field);
/// An end of a range as people type it: a number; a year where the day is the first (`from`) or the
/// last of one; else the day.
enum class RangeEnd : std::uint8_t { From, To };
std::string range_text(const Field& field, std::int64_t value, RangeEnd end);
/// "" for the default order.
std::string sort_param(const Sort& sort);

/// `/en/datasets?...`
std::string search_href(std::string_view lang, const Params& params);
std::string dataset_href(std::string_view lang, std::string_view id);

}  // namespace pinakes
