// URL parameters to a SearchRequest, by the field table; every refusal names its parameter.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/search/request.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <map>
#include <set>

#include "indexer/base/date.h"
#include "indexer/base/error.h"
#include "indexer/base/text.h"

namespace pinakes {
namespace {

constexpr std::string_view kIncludeUnstated = "include";
constexpr std::size_t kMaxValues = 200;        // of one filter
constexpr std::size_t kMaxValueBytes = 1'024;  // of one filter value or cursor

/// What follows the field's name in a range parameter.
enum class RangePart : std::uint8_t { From, To, Unstated };
struct RangeSuffix {
  std::string_view suffix;
  RangePart part;
};
constexpr RangeSuffix kIntegerSuffixes[] = {
    {"_min", RangePart::From}, {"_max", RangePart::To}, {"_unstated", RangePart::Unstated}};
constexpr RangeSuffix kDaySuffixes[] = {
    {"_from", RangePart::From}, {"_to", RangePart::To}, {"_unstated", RangePart::Unstated}};

std::span<const RangeSuffix> suffixes(const Field& field) {
  if (!field.has(kRange)) return {};
  return field.kind == Kind::Integer ? std::span<const RangeSuffix>(kIntegerSuffixes)
                                     : std::span<const RangeSuffix>(kDaySuffixes);
}

bool is_filter(const Field& field) { return field.has(kFilter) || field.has(kFacet); }

[[noreturn]] void refuse(std::string_view parameter, const std::string& message,
                         const std::string& hint = {}) {
  throw Error(ErrorCode::BadRequest, "parameter '" + std::string(parameter) + "': " + message, hint,
              std::string(parameter));
}

/// `text` with nothing that a log or a terminal would take amiss, short.
std::string quoted(std::string_view text) {
  std::string safe = "'";
  for (const char c : text.substr(0, 60)) safe += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  while (!safe.empty() && find_invalid_utf8(safe) != std::string_view::npos) safe.pop_back();
  return safe + (text.size() > 60 ? "...'" : "'");
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& names) {
  const std::string_view best = nearest(word, names);
  return best.empty() ? std::string() : "did you mean '" + std::string(best) + "'?";
}

std::int64_t read_integer(std::string_view parameter, const std::string& value) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (value.empty() || error != std::errc() || end != value.data() + value.size())
    refuse(parameter, "expected a whole number, found " + quoted(value));
  return number;
}

std::size_t read_size(std::string_view parameter, const std::string& value, std::size_t most) {
  const std::int64_t number = read_integer(parameter, value);
  if (number < 1 || static_cast<std::uint64_t>(number) > most)
    refuse(parameter,
           "expected a number from 1 to " + std::to_string(most) + ", found " + quoted(value));
  return static_cast<std::size_t>(number);
}

/// A language as a reader asks for it: `fr`, also `fr-BE`; only its primary subtag counts.
std::string read_lang(const std::string& value) {
  std::string primary = parse_language_tag(value).primary;
  const bool letters =
      std::all_of(primary.begin(), primary.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (primary.size() < 2 || primary.size() > 3 || !letters)
    refuse("lang", "expected a language code such as en or fr, found " + quoted(value));
  return primary;
}

std::vector<std::string> sort_names() {
  std::vector<std::string> names = {"relevance"};
  for (const Field& field : kFields) {
    if (!field.has(kSort)) continue;
    names.emplace_back(field.name);
    names.push_back("-" + std::string(field.name));
  }
  return names;
}

Sort read_sort(const std::string& value) {
  Sort sort;
  if (value == "relevance") {
    sort.by = Sort::By::Relevance;
    return sort;
  }
  const bool descending = value.starts_with('-');
  const Field* field = find_field(std::string_view(value).substr(descending ? 1 : 0));
  if (field == nullptr || !field->has(kSort))
    refuse("sort", "cannot sort by " + quoted(value), did_you_mean(value, sort_names()));
  sort.by = Sort::By::Field;
  sort.field = field;
  sort.order = descending ? Sort::Order::Descending : Sort::Order::Ascending;
  return sort;
}

std::vector<const Field*> fields_with(std::uint32_t flags) {
  std::vector<const Field*> fields;
  for (const Field& field : kFields)
    if (field.has(flags)) fields.push_back(&field);
  return fields;
}

void add_facets(const std::string& value, std::vector<const Field*>& facets) {
  if (value == "none") return;
  if (value == "all") {
    facets = fields_with(kFacet);
    return;
  }
  for (std::size_t at = 0; at <= value.size();) {
    const std::size_t comma = std::min(value.find(',', at), value.size());
    const std::string_view name = trim(std::string_view(value).substr(at, comma - at));
    at = comma + 1;
    const Field* field = find_field(name);
    if (field == nullptr || !field->has(kFacet)) {
      std::vector<std::string> names = {"none", "all"};
      for (const Field* facet : fields_with(kFacet)) names.emplace_back(facet->name);
      refuse("facets", "no facet is called " + quoted(name), did_you_mean(name, names));
    }
    if (std::find(facets.begin(), facets.end(), field) == facets.end()) facets.push_back(field);
  }
}

Range& range_of(SearchRequest& request, const Field& field) {
  for (Range& range : request.ranges)
    if (range.field == &field) return range;
  return request.ranges.emplace_back(Range{&field, std::nullopt, std::nullopt});
}

void read_range(SearchRequest& request, const Field& field, RangePart part,
                std::string_view parameter, const std::string& value) {
  if (value.empty()) return;  // an empty box of a form
  Range& range = range_of(request, field);
  if (part == RangePart::Unstated) {
    if (value != kIncludeUnstated && value != "exclude")
      refuse(parameter, "expected include or exclude, found " + quoted(value));
    range.unstated =
        value == kIncludeUnstated ? Range::Unstated::Include : Range::Unstated::Exclude;
    return;
  }
  std::int64_t end = 0;
  if (field.kind == Kind::Integer) {
    end = read_integer(parameter, value);
  } else {
    const auto days = parse_days(value);
    if (!days)
      refuse(parameter,
             "expected a date such as 2020, 2020-05 or 2020-05-31, found " + quoted(value));
    end = part == RangePart::From ? days->first : days->last;
  }
  (part == RangePart::From ? range.from : range.to) = end;
}

/// True where the name is `<field><suffix>` of a range field.
bool try_range(SearchRequest& request, const std::string& name, const std::string& value) {
  for (const Field& field : kFields) {
    if (!name.starts_with(field.name)) continue;
    for (const RangeSuffix& suffix : suffixes(field)) {
      if (std::string_view(name).substr(field.name.size()) != suffix.suffix) continue;
      read_range(request, field, suffix.part, name, value);
      return true;
    }
  }
  return false;
}

bool try_filter(SearchRequest& request, const std::string& name, const std::string& value) {
  const Field* field = find_field(name);
  if (field == nullptr || !is_filter(*field)) return false;
  if (value.empty()) return true;  // an empty choice of a form
  if (value.size() > kMaxValueBytes) refuse(name, "the value is too long");
  auto at = std::find_if(request.filters.begin(), request.filters.end(),
                         [&](const Filter& filter) { return filter.field == field; });
  if (at == request.filters.end())
    at = request.filters.insert(request.filters.end(), Filter{field, {}});
  if (at->any_of.size() >= kMaxValues) refuse(name, "too many values");
  at->any_of.push_back(value);
  return true;
}

[[noreturn]] void refuse_unknown(const std::string& name) {
  std::vector<std::string> names;
  for (const SearchParam& param : search_params()) names.push_back(param.name);
  throw Error(ErrorCode::BadRequest, "there is no parameter " + quoted(name),
              did_you_mean(name, names), name);
}

void check_text(const std::string& name, const std::string& value) {
  if (find_invalid_utf8(name) != std::string_view::npos)
    throw Error(ErrorCode::BadRequest, "the name of a parameter is not well-formed UTF-8");
  if (find_invalid_utf8(value) != std::string_view::npos)
    refuse(name, "the value is not well-formed UTF-8");
}

struct Extras {
  bool sorted = false, facets = false;
  std::set<std::string> seen;
};

/// The parameters that are no fields. A second value of one of these is a mistake.
bool try_fixed(SearchRequest& request, Extras& extras, const std::string& name,
               const std::string& value) {
  static constexpr std::string_view kOnce[] = {"q", "lang", "sort", "page", "page_size", "cursor"};
  if (std::find(std::begin(kOnce), std::end(kOnce), name) != std::end(kOnce) &&
      !extras.seen.insert(name).second)
    refuse(name, "given twice");
  if (name == "q") {
    if (value.size() > kMaxQueryBytes)
      refuse(name, "at most " + std::to_string(kMaxQueryBytes) + " bytes, found " +
                       std::to_string(value.size()));
    request.text = trim(value);
  } else if (name == "lang") {
    if (!value.empty()) request.lang = read_lang(value);
  } else if (name == "sort") {
    extras.sorted = !value.empty();
    if (extras.sorted) request.sort = read_sort(value);
  } else if (name == "page") {
    request.page = read_size(name, value, kMaxDepth);
  } else if (name == "page_size") {
    request.page_size = read_size(name, value, kMaxPageSize);
  } else if (name == "cursor") {
    if (value.size() > kMaxValueBytes) refuse(name, "the value is too long");
    request.cursor = value;
  } else if (name == "facets") {
    extras.facets = true;
    add_facets(value, request.facets);
  } else {
    return false;
  }
  return true;
}

void finish(SearchRequest& request, const Extras& extras) {
  if (request.page * request.page_size > kMaxDepth)
    refuse("page", "page x page_size reaches at most " + std::to_string(kMaxDepth) + " results",
           "narrow the search, or sort by a field and follow 'next'");
  if (!extras.facets) request.facets = fields_with(kFacet | kDefault);
  const bool by_rank = !extras.sorted || request.sort.by == Sort::By::Relevance;
  if (by_rank) request.sort.by = request.text.empty() ? Sort::By::Default : Sort::By::Relevance;
  for (Filter& filter : request.filters) {
    std::sort(filter.any_of.begin(), filter.any_of.end());
    filter.any_of.erase(std::unique(filter.any_of.begin(), filter.any_of.end()),
                        filter.any_of.end());
  }
  const auto by_row = [](const auto& a, const auto& b) { return a.field < b.field; };
  std::sort(request.filters.begin(), request.filters.end(), by_row);
  std::erase_if(request.ranges, [](const Range& range) { return !range.from && !range.to; });
  std::sort(request.ranges.begin(), request.ranges.end(), by_row);
  for (const Range& range : request.ranges)
    if (range.from && range.to && *range.from > *range.to)
      refuse(std::string(range.field->name) + std::string(suffixes(*range.field)[0].suffix),
             "the range ends before it begins");
}

void append_escaped(std::string& to, std::string_view text) {
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '_' || c == '.' || c == '~';
    if (plain) {
      to += c;
    } else {
      to += '%';
      to += "0123456789ABCDEF"[static_cast<unsigned char>(c) >> 4U];
      to += "0123456789ABCDEF"[static_cast<unsigned char>(c) & 15U];
    }
  }
}

std::string spell_end(const Field& field, std::int64_t end) {
  if (field.kind == Kind::Integer) return std::to_string(end);
  return format_day(static_cast<std::int32_t>(end));
}

void add_ranges(const SearchRequest& request, Params& params) {
  for (const Range& range : request.ranges) {
    const auto suffix = suffixes(*range.field);
    const std::string name(range.field->name);
    const auto add = [&](std::size_t i, std::string value) {
      params.emplace_back(name + std::string(suffix[i].suffix), std::move(value));
    };
    if (range.from) add(0, spell_end(*range.field, *range.from));
    if (range.to) add(1, spell_end(*range.field, *range.to));
    if (range.unstated == Range::Unstated::Include) add(2, std::string(kIncludeUnstated));
  }
}

std::string spell_facets(const std::vector<const Field*>& facets) {
  if (facets.empty()) return "none";
  std::string names;
  for (const Field* facet : facets) {
    if (!names.empty()) names += ',';
    names += facet->name;
  }
  return names;
}

}  // namespace

const Filter* SearchRequest::filter(const Field& field) const {
  for (const Filter& candidate : filters)
    if (candidate.field == &field) return &candidate;
  return nullptr;
}

std::string SearchRequest::canonical() const {
  Params params;
  if (!text.empty()) params.emplace_back("q", text);
  params.emplace_back("lang", lang);
  for (const Filter& filter : filters)
    for (const std::string& value : filter.any_of) params.emplace_back(filter.field->name, value);
  add_ranges(*this, params);
  if (sort.by == Sort::By::Field)
    params.emplace_back(
        "sort", (sort.order == Sort::Order::Descending ? "-" : "") + std::string(sort.field->name));
  if (page > 1 && cursor.empty()) params.emplace_back("page", std::to_string(page));
  if (page_size != SearchRequest{}.page_size)
    params.emplace_back("page_size", std::to_string(page_size));
  if (!cursor.empty()) params.emplace_back("cursor", cursor);
  if (facets != fields_with(kFacet | kDefault)) params.emplace_back("facets", spell_facets(facets));
  std::stable_sort(params.begin(), params.end());
  std::string query;
  for (const auto& [name, value] : params) {
    if (!query.empty()) query += '&';
    query += name;
    query += '=';
    append_escaped(query, value);
  }
  return query;
}

SearchRequest parse_search(const Params& params, std::string_view default_lang) {
  SearchRequest request;
  request.lang = default_lang;
  Extras extras;
  for (const auto& [name, value] : params) {
    check_text(name, value);
    if (!try_fixed(request, extras, name, value) && !try_filter(request, name, value) &&
        !try_range(request, name, value))
      refuse_unknown(name);
  }
  finish(request, extras);
  return request;
}

std::vector<SearchParam> search_params() {
  std::vector<SearchParam> params = {
      {"q", "string", "words, \"phrases\", -word, OR, field:value"},
      {"lang", "string", "language of labels and of the words of q"},
      {"sort", "enum", "relevance, or a field; '-' before it: largest or latest first"},
      {"page", "integer", "page, from 1"},
      {"page_size", "integer", "results on a page, at most 100"},
      {"cursor", "string", "where the next page begins, from an earlier answer"},
      {"facets", "string", "none, all, or names separated by commas", true},
  };
  for (const Field& field : kFields) {
    const std::string name(field.name);
    if (is_filter(field))
      params.push_back({name, "string", "only datasets with this " + name, true});
    const std::string type = field.kind == Kind::Integer ? "integer" : "date";
    for (const RangeSuffix& suffix : suffixes(field)) {
      const std::string full = name + std::string(suffix.suffix);
      if (suffix.part == RangePart::Unstated)
        params.push_back({full, "enum", "include: also datasets that do not state " + name});
      else
        params.push_back(
            {full, type,
             (suffix.part == RangePart::From ? "least or first " : "most or last ") + name});
    }
  }
  return params;
}

}  // namespace pinakes
