// The filter form and the chips of the results page.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/render/page_filters.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "server/render/page_links.h"

namespace pinakes {
namespace {

constexpr std::size_t kShownValues = 6;  // of a facet, before "show more"

struct OfferedRange {
  std::string_view field, from_label, to_label;
};
constexpr std::array<OfferedRange, 2> kOfferedRanges{
    {{"temporal", "range_year_from", "range_year_to"},
     {"number_of_unique_individuals", "range_people_min", "range_people_max"}}};

// What most readers narrow a search by comes first; other facets follow in the order of the table.
constexpr auto kFirstFacets = std::to_array<std::string_view>(
    {"access_rights", "health_category", "health_theme", "spatial", "holder"});

std::ptrdiff_t reading_rank(const Facet* facet) {
  const auto at = std::find(kFirstFacets.begin(), kFirstFacets.end(), facet->field->name);
  return at - kFirstFacets.begin();
}

bool is_read_before(const Facet* a, const Facet* b) { return reading_rank(a) < reading_rank(b); }

std::vector<const Facet*> in_reading_order(const SearchResult& result) {
  std::vector<const Facet*> out;
  for (const Facet& facet : result.facets)
    if (!facet.values.empty()) out.push_back(&facet);
  std::stable_sort(out.begin(), out.end(), is_read_before);
  return out;
}

std::string facet_label(const Speech& speech, const Field& field, const FacetValue& value) {
  if (field.kind == Kind::Boolean || field.kind == Kind::Presence)
    return speech(value.id == "true" ? "yes" : "no");
  return value.label.empty() ? value.id : value.label;
}

const Facet* facet_of(const SearchResult& result, const Field& field) {
  for (const Facet& facet : result.facets)
    if (facet.field == &field) return &facet;
  return nullptr;
}

const Range* range_of(const SearchRequest& request, std::string_view field) {
  for (const Range& range : request.ranges)
    if (range.field->name == field) return &range;
  return nullptr;
}

std::string label_of(const Speech& speech, const SearchResult& result, const Field& field,
                     const std::string& id) {
  if (const Facet* facet = facet_of(result, field))
    for (const FacetValue& value : facet->values)
      if (value.id == id) return facet_label(speech, field, value);
  return facet_label(speech, field, {id, {}, 0, true});
}

std::string range_words(const Speech& speech, const Range& range) {
  const auto end = [&](const std::optional<std::int64_t>& value, RangeEnd which) {
    if (!value) return std::string();
    if (range.field->kind == Kind::Integer) return speech.sentences.number(*value);
    return range_text(*range.field, *value, which);
  };
  const std::string from = end(range.from, RangeEnd::From), to = end(range.to, RangeEnd::To);
  if (from.empty()) return speech("range_to", {{"to", to}});
  if (to.empty()) return speech("range_from", {{"from", from}});
  return from == to ? from : speech("range_both", {{"from", from}, {"to", to}});
}

Slots chip(const Speech& speech, const Field& field, const std::string& value, const Params& rest) {
  const std::string label = speech.labels.label(field.name);
  return {{"field", label},
          {"value", value},
          {"href", search_href(speech.lang(), rest)},
          {"label", speech("remove_filter", {{"field", label}, {"value", value}})}};
}

Slots range_input(const std::string& name, std::string value, std::string label) {
  return {{"name", name}, {"value", std::move(value)}, {"label", std::move(label)}};
}

}  // namespace

Slots facet_slots(const Speech& speech, const SearchResult& result) {
  Slots out = Slots::array();
  for (const Facet* counted : in_reading_order(result)) {
    const Facet& facet = *counted;
    Slots shown = Slots::array(), more = Slots::array();
    std::size_t place = 0;
    for (const FacetValue& value : facet.values) {
      const std::string name(facet.field->name);
      Slots slots{{"input_id", "f-" + name + "-" + std::to_string(place)},
                  {"name", name},
                  {"id", value.id},
                  {"label", facet_label(speech, *facet.field, value)},
                  {"count", speech.sentences.number(static_cast<std::int64_t>(value.count))},
                  {"checked", value.selected}};
      (place < kShownValues || value.selected ? shown : more).push_back(std::move(slots));
      ++place;
    }
    const auto hidden = static_cast<std::int64_t>(more.size());
    const std::size_t unlisted =
        facet.distinct > facet.values.size() ? facet.distinct - facet.values.size() : 0;
    Slots group{{"legend", speech.labels.label(facet.field->name)}, {"more_label", false}};
    group["definition"] = or_false(speech.labels.definition(facet.field->name));
    if (hidden > 0) group["more_label"] = speech("facet_more", {{"n", hidden}});
    group["unlisted"] = false;
    if (unlisted > 0)
      group["unlisted"] = speech("facet_unlisted", {{"n", static_cast<std::int64_t>(unlisted)}});
    group["values"] = std::move(shown);
    group["more"] = std::move(more);
    out.push_back(std::move(group));
  }
  return out;
}

Slots range_slots(const Speech& speech, const SearchRequest& request) {
  Slots out = Slots::array();
  for (const OfferedRange& offered : kOfferedRanges) {
    const Field& field = *find_field(offered.field);
    std::string from, to;
    if (const Range* range = range_of(request, offered.field)) {
      if (range->from) from = range_text(field, *range->from, RangeEnd::From);
      if (range->to) to = range_text(field, *range->to, RangeEnd::To);
    }
    Slots group{{"legend", speech.labels.label(field.name)}};
    group["from"] = range_input(range_from_name(field), from, speech(offered.from_label));
    group["to"] = range_input(range_to_name(field), to, speech(offered.to_label));
    out.push_back(std::move(group));
  }
  return out;
}

Slots chip_slots(const Speech& speech, const SearchRequest& request, const SearchResult& result) {
  const Params all = page_params(request);
  Slots out = Slots::array();
  for (const Filter& filter : request.filters)
    for (const std::string& id : filter.any_of)
      out.push_back(chip(speech, *filter.field, label_of(speech, result, *filter.field, id),
                         without(all, filter.field->name, id)));
  for (const Range& range : request.ranges) {
    if (!range.from && !range.to) continue;
    Params rest = without(all, range_from_name(*range.field));
    rest = without(std::move(rest), range_to_name(*range.field));
    rest = without(std::move(rest), std::string(range.field->name) + "_unstated");
    out.push_back(chip(speech, *range.field, range_words(speech, range), rest));
  }
  return out;
}

Params carried_params(const SearchRequest& request, const SearchResult& result) {
  Params rest = without(without(page_params(request), "q"), "sort");
  for (const Facet& facet : result.facets)
    if (!facet.values.empty()) rest = without(std::move(rest), facet.field->name);
  for (const OfferedRange& offered : kOfferedRanges) {
    const Field& field = *find_field(offered.field);
    rest = without(without(std::move(rest), range_from_name(field)), range_to_name(field));
  }
  return rest;
}

}  // namespace pinakes
