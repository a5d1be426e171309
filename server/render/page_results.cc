// The results page as slots of web/pages/results.html.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/render/page_results.h"

#include <algorithm>
#include <array>

#include "server/render/page_card.h"
#include "server/render/page_filters.h"
#include "server/render/page_links.h"

namespace pinakes {
namespace {

constexpr std::size_t kPagesAround = 2;  // of the current one in the pager

std::int64_t number(std::size_t n) { return static_cast<std::int64_t>(n); }

std::string heading(const Speech& speech, const SearchRequest& request,
                    const SearchResult& result) {
  if (request.text.empty()) return speech("results_all", {{"n", number(result.total)}});
  return speech("results_for", {{"n", number(result.total)}, {"q", request.text}});
}

std::size_t last_page(const SearchRequest& request, const SearchResult& result) {
  const std::size_t size = std::max<std::size_t>(request.page_size, 1);
  const std::size_t reachable = std::min(result.total, kMaxDepth);
  return std::max<std::size_t>((reachable + size - 1) / size, 1);
}

Slots sort_slots(const Speech& speech, const SearchRequest& request) {
  struct Choice {
    std::string_view value, label;
  };
  static constexpr std::array<Choice, 4> kChoices{
      {{"-modified", "sort_modified"},
       {"-issued", "sort_issued"},
       {"title", "sort_title"},
       {"-number_of_unique_individuals", "sort_people"}}};
  const std::string current = sort_param(request.sort);
  const bool by_default = current.empty() || current == "relevance";
  Slots out = Slots::array();
  const bool has_words = !request.text.empty();
  out.push_back({{"value", has_words ? "relevance" : ""},
                 {"label", speech(has_words ? "sort_relevance" : "sort_default")},
                 {"selected", by_default}});
  bool listed = by_default;
  for (const Choice& choice : kChoices) {
    listed = listed || choice.value == current;
    out.push_back({{"value", choice.value},
                   {"label", speech(choice.label)},
                   {"selected", choice.value == current}});
  }
  if (!listed)
    out.push_back({{"value", current},
                   {"label", speech.labels.label(request.sort.field->name)},
                   {"selected", true}});
  return out;
}

Slots page_link(const Speech& speech, const Params& params, std::size_t page) {
  const Params target = page == 1 ? params : with(params, "page", std::to_string(page));
  return {{"href", search_href(speech.lang(), target)},
          {"page", speech.sentences.number(number(page))},
          {"label", speech("page_n", {{"n", number(page)}})},
          {"current", false},
          {"gap", false}};
}

Slots pager_slots(const Speech& speech, const SearchRequest& request, const SearchResult& result) {
  const std::size_t last = last_page(request, result), now = request.page;
  if (last < 2) return false;
  const Params params = page_params(request);
  Slots pages = Slots::array();
  std::size_t before = 0;
  for (std::size_t page = 1; page <= last; ++page) {
    const bool near = page + kPagesAround >= now && page <= now + kPagesAround;
    if (!near && page != 1 && page != last) continue;
    Slots link = page_link(speech, params, page);
    link["gap"] = page > before + 1;
    link["current"] = page == now;
    before = page;
    pages.push_back(std::move(link));
  }
  Slots pager{{"pages", std::move(pages)}, {"previous", false}, {"next", false}};
  if (now > 1 && now <= last + 1) pager["previous"] = page_link(speech, params, now - 1)["href"];
  if (now < last) pager["next"] = page_link(speech, params, now + 1)["href"];
  return pager;
}

// Sentences above the list: how the words were taken, and what else there is.
Slots notes_slots(const Speech& speech, const SearchRequest& request, const SearchResult& result) {
  Slots notes = Slots::array();
  const auto note = [&](std::string text, std::string href = {}, std::string link = {}) {
    notes.push_back({{"text", std::move(text)},
                     {"href", or_false(std::move(href))},
                     {"link", or_false(std::move(link))}});
  };
  if (result.total > 0 && result.matching == SearchResult::Matching::Some)
    note(speech("matching_some"));
  if (!result.reading.empty() && result.reading != request.text)
    note(speech("read_as", {{"reading", result.reading}}));
  const Params params = page_params(request);
  if (!result.did_you_mean.empty())
    note(speech("did_you_mean"), search_href(speech.lang(), with(params, "q", result.did_you_mean)),
         result.did_you_mean);
  for (const Expansion& expansion : result.expanded) {
    std::string words;
    for (const std::string& word : expansion.to) words += (words.empty() ? "" : ", ") + word;
    note(speech("also_searched", {{"from", expansion.from}, {"to", words}}));
  }
  for (const auto& [field, count] : result.unstated) {
    if (count == 0) continue;
    note(speech("unstated", {{"n", number(count)}, {"field", speech.labels.label(field)}}),
         search_href(speech.lang(), with(params, field + "_unstated", "include")),
         speech("unstated_include"));
  }
  return notes;
}

// What a reader can do on a page without cards.
Slots help_slots(const Speech& speech, const SearchRequest& request, const SearchResult& result) {
  Slots tips = Slots::array();
  const auto tip = [&](std::string text, std::string href, std::string link) {
    tips.push_back({{"text", or_false(std::move(text))},
                    {"href", or_false(std::move(href))},
                    {"link", or_false(std::move(link))}});
  };
  if (result.total > 0) {
    tip({}, search_href(speech.lang(), without(page_params(request), "page")),
        speech("help_first_page"));
    return tips;
  }
  const bool filtered = !request.filters.empty() || !request.ranges.empty();
  if (filtered && !request.text.empty())
    tip({}, search_href(speech.lang(), {{"q", request.text}}), speech("help_drop_filters"));
  if (!request.text.empty()) {
    tip(speech("help_spelling"), {}, {});
    tip(speech("help_fewer_words"), {}, {});
    tip(speech("help_quotes"), {}, {});
  }
  tip({}, search_href(speech.lang(), {}), speech("help_browse"));
  return tips;
}

}  // namespace

Slots hidden_inputs(const Params& params) {
  Slots out = Slots::array();
  for (const auto& [name, value] : params) out.push_back({{"name", name}, {"value", value}});
  return out;
}

std::string results_title(const Speech& speech, const SearchRequest& request,
                          const SearchResult& result) {
  std::string title = heading(speech, request, result);
  if (request.page > 1)
    title += " – " + speech("page_of", {{"n", number(request.page)},
                                        {"of", number(last_page(request, result))}});
  return title;
}

Slots results_slots(const Speech& speech, const SearchRequest& request,
                    const SearchResult& result) {
  Slots slots{{"heading", heading(speech, request, result)}, {"q", or_false(request.text)}};
  slots["facets"] = facet_slots(speech, result);
  slots["ranges"] = range_slots(speech, request);
  slots["carried"] = hidden_inputs(carried_params(request, result));
  slots["chips"] = chip_slots(speech, request, result);
  slots["has_chips"] = !slots["chips"].empty();
  slots["filters_label"] = speech("filters_chosen", {{"n", number(slots["chips"].size())}});
  slots["clear_href"] =
      search_href(speech.lang(), request.text.empty() ? Params{} : Params{{"q", request.text}});
  slots["notes"] = notes_slots(speech, request, result);
  slots["has_notes"] = !slots["notes"].empty();
  slots["sorts"] = sort_slots(speech, request);
  const YearAxis axis = year_axis(result.hits, current_year());
  Slots cards = Slots::array();
  for (const Hit& hit : result.hits) cards.push_back(card_slots(speech, hit, axis, 2));
  slots["has_cards"] = !cards.empty();
  slots["cards"] = std::move(cards);
  slots["no_cards"] = result.total > 0 ? speech("past_the_end") : speech("nothing_found");
  slots["help"] = help_slots(speech, request, result);
  slots["pager"] = pager_slots(speech, request, result);
  slots["position"] = false;
  if (last_page(request, result) > 1)
    slots["position"] = speech(
        "page_of", {{"n", number(request.page)}, {"of", number(last_page(request, result))}});
  Params api = page_params(request);
  api.emplace_back("lang", speech.lang());
  slots["api_href"] = "/api/v1/datasets?" + query_string(api);
  return slots;
}

}  // namespace pinakes
