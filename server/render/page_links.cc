// Addresses of pages: query strings, and a search with one thing changed.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/render/page_links.h"

#include <algorithm>

#include "indexer/base/date.h"

namespace pinakes {
namespace {

bool is_integer(const Field& field) { return field.kind == Kind::Integer; }

}  // namespace

std::string percent_encode(std::string_view text) {
  static constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const bool unreserved = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                            (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
    if (unreserved) {
      out.push_back(c);
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out.append({'%', kHex[byte >> 4U], kHex[byte & 15U]});
  }
  return out;
}

std::string query_string(const Params& params) {
  std::string out;
  for (const auto& [name, value] : params) {
    if (!out.empty()) out.push_back('&');
    out.append(percent_encode(name)).append("=").append(percent_encode(value));
  }
  return out;
}

std::string range_from_name(const Field& field) {
  return std::string(field.name) + (is_integer(field) ? "_min" : "_from");
}

std::string range_to_name(const Field& field) {
  return std::string(field.name) + (is_integer(field) ? "_max" : "_to");
}

std::string range_text(const Field& field, std::int64_t value, RangeEnd end) {
  if (is_integer(field)) return std::to_string(value);
  const std::string day = format_day(static_cast<std::int32_t>(value));
  const bool whole_year = day.ends_with(end == RangeEnd::From ? "-01-01" : "-12-31");
  return whole_year ? day.substr(0, day.size() - 6) : day;
}

std::string sort_param(const Sort& sort) {
  if (sort.by == Sort::By::Default) return {};
  if (sort.by == Sort::By::Relevance || sort.field == nullptr) return "relevance";
  const std::string name(sort.field->name);
  return sort.order == Sort::Order::Descending ? "-" + name : name;
}

Params page_params(const SearchRequest& request) {
  Params out;
  if (!request.text.empty()) out.emplace_back("q", request.text);
  for (const Filter& filter : request.filters)
    for (const std::string& id : filter.any_of) out.emplace_back(filter.field->name, id);
  for (const Range& range : request.ranges) {
    const Field& field = *range.field;
    if (range.from)
      out.emplace_back(range_from_name(field), range_text(field, *range.from, RangeEnd::From));
    if (range.to)
      out.emplace_back(range_to_name(field), range_text(field, *range.to, RangeEnd::To));
    if (range.unstated == Range::Unstated::Include)
      out.emplace_back(std::string(field.name) + "_unstated", "include");
  }
  // Relevance is what words are sorted by anyway.
  if (const std::string sort = sort_param(request.sort); !sort.empty() && sort != "relevance")
    out.emplace_back("sort", sort);
  if (request.page_size != SearchRequest{}.page_size)
    out.emplace_back("page_size", std::to_string(request.page_size));
  return out;
}

Params without(Params params, std::string_view name, std::string_view value) {
  std::erase_if(params, [&](const auto& param) {
    return param.first == name && (value.empty() || param.second == value);
  });
  return params;
}

Params with(Params params, std::string_view name, std::string_view value) {
  params = without(std::move(params), name);
  params.emplace_back(name, value);
  return params;
}

std::string search_href(std::string_view lang, const Params& params) {
  const std::string query = query_string(params);
  return "/" + std::string(lang) + "/datasets" + (query.empty() ? "" : "?" + query);
}

std::string dataset_href(std::string_view lang, std::string_view id) {
  return "/" + std::string(lang) + "/datasets/" + percent_encode(id);
}

}  // namespace pinakes
