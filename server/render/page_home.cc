// The home page as slots of web/pages/home.html.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/render/page_home.h"

#include "server/render/page_card.h"
#include "server/render/page_links.h"

namespace pinakes {
namespace {

std::int64_t number(std::size_t n) { return static_cast<std::int64_t>(n); }

constexpr std::size_t kMostDoors = 10;  // of holders and of countries; categories all

// Publishers write coordinates and numbers where a place belongs: only known ones are doors.
bool is_door(const Speech& speech, const Field& field, const FacetValue& value) {
  return field.name != "spatial" ||
         speech.vocabularies->by_code(field.vocabulary, value.id) != nullptr;
}

Slots doors(const Speech& speech, const Facet& facet, std::size_t most) {
  Slots out = Slots::array();
  if (facet.field == nullptr) return out;
  for (const FacetValue& value : facet.values) {
    if (out.size() == most) break;
    if (!is_door(speech, *facet.field, value)) continue;
    out.push_back(
        {{"label", value.label.empty() ? value.id : value.label},
         {"count", speech.sentences.number(number(value.count))},
         {"count_words", speech("datasets_n", {{"n", number(value.count)}})},
         {"href", search_href(speech.lang(), {{std::string(facet.field->name), value.id}})}});
  }
  return out;
}

}  // namespace

Slots home_slots(const Speech& speech, const HtmlRenderer::HomeFacts& facts) {
  Slots slots;
  slots["figures"] = Slots::array();
  const auto figure = [&](std::size_t n, std::string_view label) {
    slots["figures"].push_back({{"value", speech.sentences.number(number(n))},
                                {"label", speech(label, {{"n", number(n)}})}});
  };
  figure(facts.status.datasets, "figure_datasets");
  if (facts.holders.distinct > 0) figure(facts.holders.distinct, "figure_holders");
  slots["updated"] = false;
  if (const auto days = parse_days(facts.status.updated)) {
    const ShownDate shown = speech.sentences.date(*days);
    slots["updated"] = {{"text", shown.text}, {"datetime", shown.datetime}};
  }
  slots["empty"] = facts.status.datasets == 0;
  for (const auto& [name, facet] :
       {std::pair{"categories", &facts.categories}, std::pair{"holders", &facts.holders},
        std::pair{"countries", &facts.countries}}) {
    slots[name] =
        doors(speech, *facet, facet == &facts.categories ? facet->values.size() : kMostDoors);
    slots[std::string("has_") + name] = !slots[name].empty();
  }
  const YearAxis axis = year_axis(facts.recent, current_year());
  slots["cards"] = Slots::array();
  for (const Hit& hit : facts.recent) slots["cards"].push_back(card_slots(speech, hit, axis, 3));
  slots["has_cards"] = !slots["cards"].empty();
  slots["all_href"] = search_href(speech.lang(), {});
  return slots;
}

}  // namespace pinakes
