// From what somebody wrote to the code of a vocabulary that was probably meant.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/text_map.h"
#include "indexer/dcat/vocabulary.h"

namespace pinakes {

/// Codes and names of all vocabularies, folded once. Immutable; the vocabularies must outlive it.
class CodeFinder {
 public:
  explicit CodeFinder(const Vocabularies& vocabularies);
  const Vocabularies& vocabularies() const { return vocabularies_; }
  /// The concept that has this name in any language, or whose code is nearest to the text; null:
  /// none is near. Codes of fewer than four letters must be the same.
  const Concept* nearest(std::string_view vocabulary, std::string_view found) const;

 private:
  struct Folded {
    std::vector<std::string> codes;  // as in Vocabularies::concepts()
    TextMap<std::size_t> by_name;
  };
  const Vocabularies& vocabularies_;
  TextMap<Folded> folded_;
};

/// The vocabulary of a property by the field table; empty where it has none.
std::string_view vocabulary_of(std::string_view property);
/// Whether our file has every code of the vocabulary, so that an unknown one is wrong.
bool is_complete(std::string_view vocabulary);

}  // namespace pinakes
