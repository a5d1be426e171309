// Labels and order of facet values.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/search/facet_labels.h"

#include <algorithm>
#include <set>

namespace pinakes {
namespace {

std::string label_of(const Field& field, const codec::ValueLabel& value, std::string_view lang,
                     const Vocabularies& vocabularies) {
  const Literal* label = nullptr;
  if (field.kind == Kind::Concept)
    if (const Concept* known = vocabularies.by_code(field.vocabulary, value.id); known != nullptr)
      label = best_literal(known->labels, lang);
  if (label == nullptr) label = best_literal(value.labels, lang);
  return label == nullptr ? value.id : label->text;
}

}  // namespace

Facet make_facet(const FacetCounts& counts, const Filter* chosen, std::string_view lang,
                 const Vocabularies& vocabularies, std::size_t limit) {
  const FacetColumn& column = *counts.column;
  Facet facet{column.field, {}, 0};
  std::set<std::uint32_t> selected;
  if (chosen != nullptr) {
    for (const std::string& id : chosen->any_of) {
      const auto values = column.resolve(id);
      selected.insert(values.begin(), values.end());
      if (values.empty()) facet.values.push_back({id, id, 0, true});
    }
  }
  for (std::uint32_t value = 0; value < counts.values.size(); ++value) {
    const std::size_t count = counts.values[value];
    if (count > 0) ++facet.distinct;
    if (count == 0 && !selected.contains(value)) continue;
    facet.values.push_back({column.values[value].id, {}, count, selected.contains(value)});
    facet.values.back().label = label_of(*column.field, column.values[value], lang, vocabularies);
  }
  std::sort(facet.values.begin(), facet.values.end(), [](const FacetValue& a, const FacetValue& b) {
    if (a.count != b.count) return a.count > b.count;
    if (a.label != b.label) return a.label < b.label;
    return a.id < b.id;
  });
  std::size_t kept = 0;
  std::erase_if(facet.values,
                [&](const FacetValue& value) { return kept++ >= limit && !value.selected; });
  return facet;
}

}  // namespace pinakes
