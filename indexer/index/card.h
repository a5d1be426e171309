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

/// Values of every field with kCard or kSearch, in the order of the field table, and what the
/// catalogue knows of the record.
struct Card {
  std::uint32_t number = 0;
  std::string id, iri, source, changed;
  bool sample = false;         // "Illustration, not a real record"
  bool holder_stated = false;  // false: the holder shown is the publisher
  std::vector<std::pair<const Field*, std::vector<Value>>> fields;

  /// The values of that field; empty if it has none.
  const std::vector<Value>& values_of(std::string_view field) const;
};

Card make_card(const Record& record, const Dataset& dataset, const Vocabularies& vocabularies);
/// Compact bytes for Xapian's document data, and back. decode throws Error{IndexOutdated}.
std::string encode(const Card& card);
Card decode_card(std::string_view bytes);

}  // namespace pinakes
