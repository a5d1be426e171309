// What a reader typed, read as words, phrases, exclusions, alternatives and fields; never an error.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/index/analyser.h"
#include "schemas/fields.h"

namespace pinakes {

/// Most words of one query that are looked for; more are left out, and the reading says so.
inline constexpr std::size_t kMaxQueryWords = 32;

/// The reading of a query that has characters but no word, such as `???`: nothing was looked for.
inline constexpr std::string_view kNoWords = "*";

struct QueryNode {
  enum class Kind : std::uint8_t {
    Word,        // one word, or one hyphenated or coded token (`text`)
    Phrase,      // words side by side (`text`)
    FieldWords,  // `text` within one field, or the value of that id where the field has such
    FieldValue,  // the value `text` of a filter field
    Not,         // one child
    Any,         // children, at least one
    All,         // children, each
  } kind = Kind::All;
  std::string text;
  const Field* field = nullptr;
  std::vector<QueryNode> children;
};

struct ParsedQuery {
  QueryNode root;       // All; no children: nothing to look for
  std::string reading;  // how it was understood, where that is not as typed; else empty
};

/// `a b` both, `a OR b` either (binds closer than a space), `-a` or `NOT a` without, `"a b"` side
/// by side, `( )` groups, `field:value` and `field:"a b"` by the field table. What is no such thing
/// is words: an unknown `foo:bar`, a lone bracket; an open quote reaches to the end.
ParsedQuery parse_query(std::string_view text, Analyser& analyser);

/// The query as it could be typed.
std::string to_text(const QueryNode& node);

/// A function word (of, des, der...) that is looked for only where nothing else is asked.
bool is_stop_word(std::string_view folded);

}  // namespace pinakes
