// Labels of known concepts by their words.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/search/concept_words.h"

#include <algorithm>

#include "indexer/index/codec.h"

namespace pinakes {
namespace {

static_assert(std::all_of(kFields.begin(), kFields.end(), [](const Field& field) {
  return field.kind != Kind::Concept || !field.has(kSearch) || field.has(kFilter);
}));

bool stands_at(const ConceptWords::Label& label, std::uint32_t position,
               const std::vector<std::string>& any_of) {
  return std::any_of(label.terms.begin(), label.terms.end(), [&](const auto& word) {
    return word.first == position &&
           std::find(any_of.begin(), any_of.end(), word.second) != any_of.end();
  });
}

bool has_sequence(const ConceptWords::Label& label,
                  const std::vector<std::vector<std::string>>& places) {
  for (const auto& word : label.terms) {
    bool all = true;
    for (std::uint32_t i = 0; all && i < places.size(); ++i)
      all = stands_at(label, word.first + i, places[i]);
    if (all) return true;
  }
  return false;
}

}  // namespace

ConceptWords::ConceptWords(const Vocabularies& vocabularies) {
  Analyser analyser;
  for (const Field& field : kFields) {
    if (field.kind != Kind::Concept || !field.has(kSearch)) continue;
    for (const Concept& entry : vocabularies.concepts(field.vocabulary))
      for (const Literal& label : entry.labels) add(field, entry, label, analyser);
  }
}

void ConceptWords::add(const Field& field, const Concept& entry, const Literal& label,
                       Analyser& analyser) {
  const auto index = static_cast<std::uint32_t>(labels_.size());
  Label& words = labels_.emplace_back(Label{&field, entry.code, {}});
  const std::string_view language = stem_language(label.language);
  analyser.analyse(label.text, label.language, [&](const Token& token) {
    std::string term = codec::text_term(language, token.term);
    auto& having = by_term_[term];
    if (having.empty() || having.back() != index) having.push_back(index);
    words.terms.emplace_back(token.position, std::move(term));
  });
}

std::vector<std::string> ConceptWords::side_by_side(
    const std::vector<std::vector<std::string>>& places) const {
  std::vector<std::string> values;
  if (places.empty()) return values;
  for (const std::string& term : places.front()) {
    const auto found = by_term_.find(term);
    if (found == by_term_.end()) continue;
    for (const std::uint32_t index : found->second) {
      const Label& label = labels_[index];
      if (places.size() == 1 || has_sequence(label, places))
        values.push_back(codec::filter_term(*label.field, label.code));
    }
  }
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  return values;
}

}  // namespace pinakes
