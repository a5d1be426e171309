// From a parsed query to an engine query: stems of all languages, weights, filters.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/index/analyser.h"
#include "server/search/concept_words.h"
#include "server/search/query.h"

namespace Xapian {
class Query;
}

namespace pinakes {

/// What compiling needs to know of the catalogue and of the reader.
struct CompileContext {
  Analyser& analyser;
  const std::vector<std::string>& languages;  // stem languages of the catalogue's texts
  const ConceptWords& concepts;               // of labels, which are not in the index
  std::string_view reader;                    // language of the query
  /// Ids of the catalogue that this value of a filter field means, whatever its case.
  std::function<std::vector<std::string>(const Field&, std::string_view)> resolve;
};

/// Whether every plain word is required, or any of them is enough (ranked by how many).
enum class Strictness : std::uint8_t { AllWords, AnyWord };

/// `typed` is the whole query text: a title that is exactly this comes first.
Xapian::Query compile(const ParsedQuery& parsed, std::string_view typed, Strictness strictness,
                      const CompileContext& context);

/// Whether AnyWord would ask for less: two plain words or more.
bool can_relax(const ParsedQuery& parsed, Analyser& analyser);

/// The stems of some words by the language of a text that has them (one of kStemLanguages).
using Stems = std::map<std::string, std::set<std::string, std::less<>>, std::less<>>;
/// The words of everything that is asked for (not of what is excluded): what a snippet marks.
Stems marked_stems(const ParsedQuery& parsed, const CompileContext& context);

}  // namespace pinakes
