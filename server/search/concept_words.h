// Which filter values a word of a query means by the labels of known concepts.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "indexer/dcat/vocabulary.h"
#include "indexer/index/analyser.h"
#include "schemas/fields.h"

namespace pinakes {

/// The words of the labels of all known concepts of searchable fields. The index has the codes of a
/// record, not their labels: the same thirty words in 24 languages would stand in every record of a
/// theme. Made once; immutable.
class ConceptWords {
 public:
  explicit ConceptWords(const Vocabularies& vocabularies);

  struct Label {
    const Field* field;
    std::string_view code;
    std::vector<std::pair<std::uint32_t, std::string>> terms;  // position and text term
  };
  /// Filter terms of the concepts that have a label with one of `places[0]`'s terms, next to it one
  /// of `places[1]`'s, and so on.
  std::vector<std::string> side_by_side(const std::vector<std::vector<std::string>>& places) const;

 private:
  void add(const Field& field, const Concept& entry, const Literal& label, Analyser& analyser);

  std::vector<Label> labels_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_term_;  // to labels_
};

}  // namespace pinakes
