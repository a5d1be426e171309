// The card of a search hit as slots of web/pages/card.html.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/render/page_card.h"

#include <algorithm>
#include <chrono>
#include <set>

#include "server/render/page_links.h"
#include "server/render/paragraphs.h"

namespace pinakes {
namespace {

constexpr std::size_t kExcerpt = 260;
constexpr std::size_t kMostValues = 3;  // of one fact on a card
constexpr std::size_t kMostSnippets = 3;
constexpr int kOldestYear = 1900;

std::string plain_of_snippet(std::string_view html) { return plain_line(html); }

Slots fact(std::string_view label, std::string text) {
  return {{"label", label}, {"text", std::move(text)}, {"lang", false}, {"bar", false}};
}

// "France, Belgium and 3 more": a card is read at a glance.
void add_list(Slots& facts, const Speech& speech, const Card& card, std::string_view name) {
  std::vector<std::string> texts;
  for (const Value& value : card.values_of(name))
    if (std::string text = value_text(speech, *find_field(name), value); !text.empty())
      texts.push_back(std::move(text));
  if (texts.empty()) return;
  std::string text;
  for (std::size_t i = 0; i < std::min(texts.size(), kMostValues); ++i)
    text += (i == 0 ? "" : ", ") + texts[i];
  if (texts.size() > kMostValues)
    text = speech("and_more",
                  {{"list", text}, {"n", static_cast<std::int64_t>(texts.size() - kMostValues)}});
  facts.push_back(fact(speech.labels.label(name), text));
}

Slots facts_of(const Speech& speech, const Card& card, const YearAxis& axis) {
  Slots facts = Slots::array();
  if (const auto& periods = card.values_of("temporal"); !periods.empty()) {
    Days all = periods.front().days;
    for (const Value& period : periods) {
      all.first = std::min(all.first, period.days.first);
      all.last = std::max(all.last, period.days.last);
    }
    if (std::string years = speech.sentences.years(all); !years.empty()) {
      Slots years_fact = fact(speech("fact_years"), std::move(years));
      years_fact["bar"] = years_bar(axis, all);
      facts.push_back(std::move(years_fact));
    }
  }
  const auto add_number = [&](std::string_view name, std::string_view label) {
    if (const auto& values = card.values_of(name); !values.empty())
      facts.push_back(fact(speech(label), speech.sentences.number(values.front().number)));
  };
  add_number("number_of_unique_individuals", "fact_people");
  if (card.values_of("number_of_unique_individuals").empty())
    add_number("number_of_records", "fact_records");
  add_list(facts, speech, card, "spatial");
  add_list(facts, speech, card, "file_format");
  if (const auto& known = card.values_of("has_variables");
      !known.empty() && known.front().id == "true")
    facts.push_back(fact(speech("fact_variables"), speech("variables_described")));
  return facts;
}

Slots snippets_of(const Speech& speech, const Hit& hit, Slots& title) {
  Slots snippets = Slots::array();
  std::set<std::string_view> fields;
  for (const Matched& matched : hit.matched) {
    if (matched.field->name == "title" &&
        plain_of_snippet(matched.html) == title["text"].get<std::string>()) {
      title["marked"] = {{"snippet", matched.html}};
      continue;
    }
    if (snippets.size() == kMostSnippets || !fields.insert(matched.field->name).second) continue;
    Slots slots{{"field", speech.labels.label(matched.field->name)}, {"snippet", matched.html}};
    slots["lang"] = or_false(matched.language == speech.lang() ? "" : matched.language);
    slots["translated"] = false;
    if (!matched.translated_from.empty())
      slots["translated"] = speech.sentences.translated_from(matched.translated_from);
    snippets.push_back(std::move(slots));
  }
  return snippets;
}

Slots description_of(const Speech& speech, const Hit& hit) {
  for (const Matched& matched : hit.matched)
    if (matched.field->name == "description") return false;
  std::vector<Literal> literals;
  for (const Value& value : hit.card.values_of("description"))
    literals.insert(literals.end(), value.labels.begin(), value.labels.end());
  const Literal* best = best_literal(literals, speech.lang());
  if (best == nullptr) return false;
  Slots slots = literal_slots(speech, *best);
  const std::string text = excerpt(plain_line(best->text), kExcerpt);
  if (text.empty()) return false;
  slots["text"] = text;
  return slots;
}

Slots holder_of(const Speech& speech, const Card& card) {
  const auto& holders = card.values_of("holder");
  if (holders.empty()) return false;
  Slots slots = value_slots(speech, *find_field("holder"), holders.front(), Linking::None);
  slots["note"] = card.holder_stated ? Slots(false) : Slots(speech("holder_not_stated"));
  return slots;
}

std::string identifier_of(const Card& card) {
  const auto& identifiers = card.values_of("identifier");
  if (!identifiers.empty()) return identifiers.front().id;
  return card.iri.empty() || card.iri.starts_with("_:") ? card.id : card.iri;
}

}  // namespace

int current_year() {
  const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  return static_cast<int>(std::chrono::year_month_day(today).year());
}

YearAxis year_axis(const std::vector<Hit>& hits, int this_year) {
  YearAxis axis{this_year - 25, this_year};
  for (const Hit& hit : hits)
    for (const Value& period : hit.card.values_of("temporal")) {
      if (period.days.first == kDawn) continue;
      const int year = year_of(period.days.first);
      if (year >= kOldestYear) axis.first = std::min(axis.first, year);
    }
  axis.first -= axis.first % 10;
  return axis;
}

Slots years_bar(const YearAxis& axis, Days days) {
  const int from = days.first == kDawn ? axis.first : year_of(days.first);
  const int to = days.last == kDusk ? axis.last : year_of(days.last);
  const int left = std::clamp(from, axis.first, axis.last);
  const int right = std::clamp(to, axis.first, axis.last) + 1;
  if (right <= left || to < axis.first || from > axis.last) return false;
  const int years = axis.last - axis.first + 1;
  const int x = (left - axis.first) * 100 / years;
  const int end = (right - axis.first) * 100 / years;
  Slots slots{{"x", std::to_string(x)}, {"width", std::to_string(std::max(end - x, 2))}};
  slots["axis_first"] = std::to_string(axis.first);
  slots["axis_last"] = std::to_string(axis.last);
  slots["open_start"] = days.first == kDawn || from < axis.first;
  slots["open_end"] = days.last == kDusk;
  return slots;
}

Slots card_slots(const Speech& speech, const Hit& hit, const YearAxis& axis, int heading) {
  const Card& card = hit.card;
  std::vector<Literal> titles;
  for (const Value& value : card.values_of("title"))
    titles.insert(titles.end(), value.labels.begin(), value.labels.end());
  Slots title = literal_slots(speech, title_or_untitled(speech, titles, identifier_of(card)));
  title["marked"] = false;
  Slots slots{{"heading", std::to_string(heading)}, {"sample", card.sample}};
  slots["link"] = dataset_href(speech.lang(), card.id);
  slots["snippets"] = snippets_of(speech, hit, title);
  slots["title"] = std::move(title);
  slots["access"] = access_slots(speech, card.values_of("access_rights"));
  slots["holder"] = holder_of(speech, card);
  slots["description"] = description_of(speech, hit);
  slots["facts"] = facts_of(speech, card, axis);
  slots["has_facts"] = !slots["facts"].empty();
  slots["has_snippets"] = !slots["snippets"].empty();
  return slots;
}

}  // namespace pinakes
