// The card of a search hit: what the index keeps of a record so that results need no store.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/dcat/values.h"
#include "indexer/store/store.h"
#include "schemas/fields.h"

namespace pinakes {

/// Part of the index fingerprint: raise it when the bytes of a card change.
inline constexpr int kCardVersion = 1;

/// Values of every field with kCard or kSearch, in the order of the field table, and what the
/// catalogue knows of the record. Concepts that a vocabulary knows carry no labels in the index;
/// a search puts the vocabulary's in.
struct Card {
  std::uint32_t number = 0;
  std::string id, iri, source, changed;
  bool sample = false;            // "Illustration, not a real record"
  bool holder_stated = false;     // false: the holder shown is the publisher
  std::string detected_language;  // of untagged texts, by their wording; empty: not sure
  std::vector<std::pair<const Field*, std::vector<Value>>> fields;

  /// The values of that field; empty if it has none.
  const std::vector<Value>& values_of(std::string_view field) const;
  /// The language of a literal: its tag, else what was detected.
  std::string_view language_of(const Literal& literal) const {
    return literal.language.empty() ? detected_language : literal.language;
  }
};

/// All fields that the index uses with their values, in the order of the field table.
using FieldValues = std::vector<std::pair<const Field*, std::vector<Value>>>;
FieldValues field_values(const Dataset& dataset, const Vocabularies& vocabularies);

Card make_card(const Record& record, const Dataset& dataset, const Vocabularies& vocabularies);
Card make_card(const Record& record, const Dataset& dataset, const FieldValues& fields);
/// Compact bytes for Xapian's document data, and back. decode throws Error{IndexOutdated}.
std::string encode(const Card& card);
Card decode_card(std::string_view bytes);

}  // namespace pinakes
