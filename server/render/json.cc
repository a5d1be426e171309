// The answer of a search as JSON.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/render/json.h"

#include <algorithm>

#include "server/render/json_values.h"
#include "server/render/page_links.h"

namespace pinakes {
namespace {
constexpr std::string_view kSearchPath = "/api/v1/datasets";
constexpr std::size_t kLongestDescription = 2'000;  // bytes in a hit; the record has it whole

/// The text, cut at a word where it is long.
std::string shortened(const std::string& text) {
  if (text.size() <= kLongestDescription) return text;
  std::size_t end = text.rfind(' ', kLongestDescription);
  if (end == std::string::npos || end < kLongestDescription / 2) {
    end = kLongestDescription;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  }
  return text.substr(0, end) + "…";
}

/// Texts of a field that has many (keywords): those in the reader's language, else all.
Json many_texts(const std::vector<Value>& values, std::string_view lang) {
  const std::vector<Literal> literals = literals_of(values);
  const auto mine = [&](const Literal& literal) { return literal.language == lang; };
  const bool some = std::ranges::any_of(literals, mine);
  Json out = Json::array();
  for (const Literal& literal : literals)
    if (!some || mine(literal)) out.push_back(literal.text);
  return out;
}

Json value_of(const Field& field, const Value& value, std::string_view lang) {
  const bool named = field.kind == Kind::Concept || field.kind == Kind::Agent;
  return named ? labelled(value, lang) : scalar(field, value);
}

Json values_of(const Field& field, const std::vector<Value>& values, std::string_view lang) {
  if (field.kind == Kind::Text) return many_texts(values, lang);
  if (field.has(kSingle))
    return values.empty() ? Json(nullptr) : value_of(field, values.front(), lang);
  Json out = Json::array();
  for (const Value& value : values) out.push_back(value_of(field, value, lang));
  return out;
}

void put_description(Json& item, const Card& card, std::string_view lang) {
  const std::vector<Literal> texts = literals_of(card.values_of("description"));
  const Literal* text = best_literal(texts, lang);
  item["description"] = text != nullptr ? Json(shortened(text->text)) : Json(nullptr);
  if (text == nullptr) return;
  item["description_lang"] = card.language_of(*text);
  if (!text->translated_from.empty()) item["description_translated_from"] = text->translated_from;
}

void put_matched(Json& item, const Hit& hit) {
  Json matched = Json::array();
  for (const Matched& match : hit.matched) {
    Json entry{{"field", match.field->name}, {"snippet", match.html}};
    if (!match.language.empty()) entry["lang"] = match.language;
    if (!match.translated_from.empty()) entry["translated_from"] = match.translated_from;
    matched.push_back(std::move(entry));
  }
  item["matched"] = std::move(matched);
}

/// The keys of design section 7 first, then the other fields of the card.
Json item_of(const Hit& hit, std::string_view lang) {
  const Card& card = hit.card;
  const ShownTitle title =
      shown_title(card.values_of("title"), card.values_of("identifier"), card.id, lang);
  Json item{{"id", card.id}, {"iri", card.iri}, {"title", title.text}};
  const std::string_view language =
      title.language.empty() ? std::string_view(card.detected_language) : title.language;
  item["title_lang"] = language.empty() ? Json(nullptr) : Json(language);
  if (!title.translated_from.empty()) item["title_translated_from"] = title.translated_from;
  put_description(item, card, lang);
  for (const Field& field : kFields) {
    if (!field.has(kCard) || field.name == "title" || field.name == "description") continue;
    item[field.name] = values_of(field, card.values_of(field.name), lang);
  }
  if (item["holder"].is_object()) item["holder"]["stated"] = card.holder_stated;
  if (card.sample) {
    item["illustration"] = true;
    item["notice"] = sample_notice(lang);
  }
  item["source"] = card.source;
  item["score"] = hit.score > 0 ? Json(hit.score) : Json(nullptr);
  put_matched(item, hit);
  item["url"] = "/datasets/" + card.id;
  return item;
}

Json end_of_range(const Field& field, std::optional<std::int64_t> end, RangeEnd which) {
  if (!end) return nullptr;
  if (field.kind == Kind::Integer) return *end;
  return range_text(field, *end, which);
}

Json query_of(const SearchRequest& request) {
  Json filters = Json::object();
  for (const Filter& filter : request.filters) filters[filter.field->name] = filter.any_of;
  std::string sort = sort_param(request.sort);
  if (sort.empty()) sort = request.text.empty() ? "-modified" : "relevance";
  Json query{{"q", request.text}, {"lang", request.lang}, {"filters", std::move(filters)}};
  if (!request.ranges.empty()) {
    Json ranges = Json::object();
    for (const Range& range : request.ranges)
      ranges[range.field->name] = {
          {"from", end_of_range(*range.field, range.from, RangeEnd::From)},
          {"to", end_of_range(*range.field, range.to, RangeEnd::To)},
          {"unstated", range.unstated == Range::Unstated::Include ? "include" : "exclude"}};
    query["ranges"] = std::move(ranges);
  }
  query["sort"] = sort;
  return query;
}

Json facets_of(const SearchResult& result) {
  Json facets = Json::object();
  for (const Facet& facet : result.facets) {
    Json values = Json::array();
    for (const FacetValue& value : facet.values)
      values.push_back({{"id", value.id},
                        {"label", value.label},
                        {"count", value.count},
                        {"selected", value.selected}});
    facets[facet.field->name] = std::move(values);
  }
  return facets;
}

Json or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

std::string address(SearchRequest request, std::size_t page, std::string cursor) {
  request.page = page;
  request.cursor = std::move(cursor);
  const std::string query = request.canonical();
  return std::string(kSearchPath) + (query.empty() ? "" : "?") + query;
}
}  // namespace

std::vector<std::pair<std::string_view, std::string>> SearchAddresses::links() const {
  std::vector<std::pair<std::string_view, std::string>> out;
  if (!first.empty()) out.emplace_back("first", first);
  if (!previous.empty()) out.emplace_back("prev", previous);
  if (!next.empty()) out.emplace_back("next", next);
  return out;
}

SearchAddresses search_addresses(const SearchRequest& request, const SearchResult& result) {
  SearchAddresses out;
  out.first = address(request, 1, {});
  if (!request.cursor.empty()) {
    if (!result.next_cursor.empty()) out.next = address(request, 1, result.next_cursor);
    return out;
  }
  if (request.page > 1) out.previous = address(request, request.page - 1, {});
  const std::size_t end = request.page * request.page_size;
  if (end >= result.total) return out;
  // Numbers reach so far; a cursor goes on from there where the sort has one.
  if (end + request.page_size <= kMaxDepth)
    out.next = address(request, request.page + 1, {});
  else if (!result.next_cursor.empty())
    out.next = address(request, 1, result.next_cursor);
  return out;
}

std::string search_json(const SearchRequest& request, const SearchResult& result,
                        const SearchAddresses& addresses) {
  Json body;
  body["total"] = result.total;
  body["matching"] = result.matching == SearchResult::Matching::All ? "all" : "some";
  body["page"] = request.page;
  body["page_size"] = request.page_size;
  body["next"] = or_null(addresses.next);
  body["query"] = query_of(request);
  if (!result.reading.empty()) body["reading"] = result.reading;
  body["did_you_mean"] = or_null(result.did_you_mean);
  Json expanded = Json::array();
  for (const Expansion& expansion : result.expanded)
    expanded.push_back({{"from", expansion.from}, {"to", expansion.to}});
  body["expanded"] = std::move(expanded);
  if (!result.unstated.empty()) body["unstated"] = result.unstated;
  Json items = Json::array();
  for (const Hit& hit : result.hits) items.push_back(item_of(hit, request.lang));
  body["items"] = std::move(items);
  body["facets"] = facets_of(result);
  return body.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

ShownTitle shown_title(const std::vector<Value>& titles, const std::vector<Value>& identifiers,
                       std::string_view id, std::string_view lang) {
  const std::vector<Literal> literals = literals_of(titles);
  if (const Literal* title = best_literal(literals, lang); title != nullptr)
    return {title->text, title->language, title->translated_from};
  const bool french = lang == "fr";
  const std::string name = identifiers.empty() ? std::string(id) : identifiers.front().id;
  return {(french ? "Sans titre (" : "Untitled (") + name + ")", french ? "fr" : "en", {}};
}

}  // namespace pinakes
