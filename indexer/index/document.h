// One record as the index sees it: weighted words, filter values, columns, card.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <string_view>

#include "indexer/index/card.h"

namespace Xapian {
class Document;
}

namespace pinakes {

/// Makes Xapian documents of records, one after the other; keeps caches between them.
class DocumentBuilder {
 public:
  DocumentBuilder();
  ~DocumentBuilder();
  /// Terms, slots and data for that record.
  Xapian::Document build(const Card& card, const FieldValues& fields);
  /// Stem languages of all texts built so far.
  const std::set<std::string, std::less<>>& languages() const;
  /// Rough bytes of memory that the last document costs a writer until it is committed.
  std::size_t last_cost() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// A text of a value that search looks in, and its language ("" for names and codes without tag).
struct SearchText {
  std::string_view text, language;
  bool translated = false;
};
/// The texts of one value of a searchable field. None for a concept of our vocabularies: its labels
/// are the same in every record, so the search looks them up and asks for the concept.
std::vector<SearchText> search_texts(const Field& field, const Value& value,
                                     std::string_view detected_language);

}  // namespace pinakes
