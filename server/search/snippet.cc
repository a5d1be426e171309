// Picks the window with the most different words and marks them; everything is escaped.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/search/snippet.h"

#include <algorithm>
#include <optional>

#include "indexer/index/document.h"

namespace pinakes {
namespace {

constexpr std::size_t kMaxFields = 3;
constexpr std::size_t kWindowBytes = 220;
constexpr std::size_t kMaxTextBytes = 16'384;  // of one text; what follows is not looked at
constexpr std::string_view kEllipsis = "\u2026";

struct Mark {
  std::uint32_t begin, end;
  std::string stem;
};

/// One text of the card that has a match, and how well it serves the reader.
struct Candidate {
  const Field* field;
  std::string_view text, language, translated_from;
  std::vector<Mark> marks;
  int language_rank;  // smaller is better
  std::size_t distinct;
};

void append_html(std::string& to, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '&':
        to += "&amp;";
        break;
      case '<':
        to += "&lt;";
        break;
      case '>':
        to += "&gt;";
        break;
      case '"':
        to += "&quot;";
        break;
      case '\'':
        to += "&#39;";
        break;
      case '\n':
      case '\r':
      case '\t':
        to += ' ';
        break;
      default:
        to += c;
    }
  }
}

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

std::string_view clipped(std::string_view text) {
  if (text.size() <= kMaxTextBytes) return text;
  std::size_t size = kMaxTextBytes;
  while (size > 0 && continues(text[size])) --size;
  return text.substr(0, size);
}

std::size_t distinct_stems(const std::vector<Mark>& marks, std::size_t first, std::size_t last) {
  std::vector<std::string_view> stems;
  for (std::size_t i = first; i <= last; ++i) stems.push_back(marks[i].stem);
  std::sort(stems.begin(), stems.end());
  return static_cast<std::size_t>(std::unique(stems.begin(), stems.end()) - stems.begin());
}

std::vector<Mark> find_marks(std::string_view text, std::string_view language, const Stems& stems,
                             Analyser& analyser) {
  std::vector<Mark> marks;
  const auto own = stems.find(stem_language(language));
  if (own == stems.end()) return marks;
  FirstLetters wanted;
  for (const std::string& stem : own->second) wanted.add(stem);
  analyser.analyse(text, language, wanted, [&](const Token& token) {
    if (!own->second.contains(token.term)) return;
    while (!marks.empty() && marks.back().begin >= token.begin) marks.pop_back();  // whole > parts
    if (!marks.empty() && marks.back().end > token.begin) return;
    marks.push_back({token.begin, token.end, std::string(token.term)});
  });
  return marks;
}

/// The first and last mark of the window with the most different words, the earliest of equals.
std::pair<std::size_t, std::size_t> best_window(const std::vector<Mark>& marks) {
  std::pair<std::size_t, std::size_t> best{0, 0};
  std::size_t most = 0;
  for (std::size_t first = 0, last = 0; first < marks.size() && first < 200; ++first) {
    last = std::max(last, first);
    while (last + 1 < marks.size() && marks[last + 1].end - marks[first].begin <= kWindowBytes)
      ++last;
    const std::size_t distinct = distinct_stems(marks, first, last);
    if (distinct <= most) continue;
    most = distinct;
    best = {first, last};
  }
  return best;
}

/// Moves an end of the window to a space nearby, so that no word is cut.
std::size_t to_space(std::string_view text, std::size_t at, std::size_t limit) {
  if (at == 0 || at >= text.size()) return at;
  std::size_t i = at;
  const bool forward = limit > at;
  while (i != limit && text[i] != ' ' && text[i] != '\n') i = forward ? i + 1 : i - 1;
  if (i == limit) i = at;
  while (i < text.size() && i > 0 && continues(text[i])) --i;
  return i;
}

std::string render(const Candidate& candidate) {
  const std::string_view text = candidate.text;
  const auto [first, last] = best_window(candidate.marks);
  const std::size_t inner_begin = candidate.marks[first].begin,
                    inner_end = candidate.marks[last].end;
  const std::size_t room =
      kWindowBytes > inner_end - inner_begin ? kWindowBytes - (inner_end - inner_begin) : 0;
  std::size_t begin = inner_begin > room / 3 ? inner_begin - room / 3 : 0;
  std::size_t end = std::min(text.size(), std::max(inner_end, begin + kWindowBytes));
  begin = to_space(text, begin, inner_begin);
  end = end == text.size() ? end : to_space(text, end, inner_end);
  std::string html;
  if (begin > 0) html += kEllipsis;
  std::size_t at = begin;
  for (std::size_t i = first; i <= last; ++i) {
    const Mark& mark = candidate.marks[i];
    append_html(html, text.substr(at, mark.begin - at));
    html += "<mark>";
    append_html(html, text.substr(mark.begin, mark.end - mark.begin));
    html += "</mark>";
    at = mark.end;
  }
  append_html(html, text.substr(at, end - at));
  if (end < text.size()) html += kEllipsis;
  return html;
}

int rank_language(std::string_view language, bool translated, std::string_view reader) {
  if (language == reader) return translated ? 1 : 0;
  return translated ? 3 : 2;
}

/// The texts of a field, those that serve the reader best first.
std::vector<Candidate> texts_of(const Field& field, const std::vector<Value>& list,
                                const Card& card, std::string_view reader) {
  std::vector<Candidate> texts;
  for (const Value& value : list) {
    if (field.kind == Kind::Code) {
      texts.push_back({&field, value.id, {}, {}, {}, 2, 0});
      continue;
    }
    for (const Literal& literal : value.labels) {
      const std::string_view language =
          field.kind == Kind::Text ? card.language_of(literal) : literal.language;
      const int rank = rank_language(language, !literal.translated_from.empty(), reader);
      texts.push_back(
          {&field, clipped(literal.text), language, literal.translated_from, {}, rank, 0});
    }
  }
  std::stable_sort(texts.begin(), texts.end(), [](const Candidate& a, const Candidate& b) {
    return a.language_rank < b.language_rank;
  });
  return texts;
}

/// An author's text in the reader's language is looked at first; where it matches, no other is.
void look_in(const Field& field, const std::vector<Value>& list, const Card& card,
             const Stems& stems, std::string_view reader, Analyser& analyser,
             std::vector<Candidate>& candidates) {
  std::optional<Candidate> best;
  for (Candidate& text : texts_of(field, list, card, reader)) {
    if (best && best->language_rank < text.language_rank) break;
    text.marks = find_marks(text.text, text.language, stems, analyser);
    if (text.marks.empty()) continue;
    text.distinct = distinct_stems(text.marks, 0, text.marks.size() - 1);
    if (!best || best->distinct < text.distinct) best = std::move(text);
  }
  if (best) candidates.push_back(std::move(*best));
}

}  // namespace

std::vector<Matched> matched_fields(const Card& card, const Stems& stems, std::string_view reader,
                                    Analyser& analyser) {
  std::vector<Candidate> candidates;
  for (const auto& [field, list] : card.fields)
    if (field->has(kSearch)) look_in(*field, list, card, stems, reader, analyser, candidates);
  std::stable_sort(candidates.begin(), candidates.end(), [](const auto& a, const auto& b) {
    return a.distinct * static_cast<std::size_t>(a.field->weight) >
           b.distinct * static_cast<std::size_t>(b.field->weight);
  });
  if (candidates.size() > kMaxFields) candidates.resize(kMaxFields);
  std::vector<Matched> matched;
  for (const Candidate& candidate : candidates)
    matched.push_back({candidate.field, render(candidate), std::string(candidate.language),
                       std::string(candidate.translated_from)});
  return matched;
}

}  // namespace pinakes
