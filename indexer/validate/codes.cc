// Finds codes by name and by likeness.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/validate/codes.h"

#include <algorithm>
#include <array>

#include "indexer/base/text.h"
#include "schemas/fields.h"

namespace pinakes {
namespace {

constexpr std::size_t kLongest = 80;      // longer texts are no codes
constexpr std::size_t kShortestLike = 4;  // of shorter codes everything is near

/// Vocabularies of coded values that no field has.
constexpr auto kFurther = std::to_array<std::string_view>(
    {"publisher-type", "health-activity", "distribution-status", "planned-availability"});

/// Of these we have every code; of the others those that are usual.
constexpr auto kComplete = std::to_array<std::string_view>(
    {"access-right", "healthcategories", "health-theme", "publisher-type", "health-activity",
     "coding-system", "standard", "data-theme"});

}  // namespace

CodeFinder::CodeFinder(const Vocabularies& vocabularies) : vocabularies_(vocabularies) {
  const auto add = [&](std::string_view name) {
    if (name.empty() || folded_.contains(name)) return;
    Folded& folded = folded_[std::string(name)];
    const std::vector<Concept>& concepts = vocabularies.concepts(name);
    for (std::size_t i = 0; i < concepts.size(); ++i) {
      folded.codes.push_back(fold(concepts[i].code));
      for (const auto* labels : {&concepts[i].labels, &concepts[i].alternatives})
        for (const Literal& label : *labels) folded.by_name.emplace(fold(label.text), i);
    }
  };
  for (const Field& field : kFields) add(field.vocabulary);
  for (const std::string_view name : kFurther) add(name);
}

const Concept* CodeFinder::nearest(std::string_view vocabulary, std::string_view found) const {
  const auto folded = folded_.find(vocabulary);
  if (folded == folded_.end() || found.size() > kLongest) return nullptr;
  const std::string wanted = fold(trim(found));
  if (wanted.empty()) return nullptr;
  const auto& [codes, by_name] = folded->second;
  const auto& concepts = vocabularies_.concepts(vocabulary);
  if (const auto named = by_name.find(wanted); named != by_name.end())
    return &concepts[named->second];
  const std::string_view best = pinakes::nearest(wanted, codes);
  if (best.empty() || (best.size() < kShortestLike && best != wanted)) return nullptr;
  return &concepts[static_cast<std::size_t>(std::ranges::find(codes, best) - codes.begin())];
}

std::string_view vocabulary_of(std::string_view property) {
  for (const Field& field : kFields)
    for (const Path& path : field.paths)
      if (path[0] == property && path[1].empty() && !field.vocabulary.empty())
        return field.vocabulary;
  return {};
}

bool is_complete(std::string_view vocabulary) {
  return std::ranges::find(kComplete, vocabulary) != kComplete.end();
}

}  // namespace pinakes
