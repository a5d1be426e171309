// What the steps of reading JSON-LD share: keywords, the error inside them, documents, kept text.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/base/json.h"

namespace pinakes::rdf::jsonld {

/// JSON-LD 1.1 section 9.16, without those of framing.
enum class Keyword : std::uint8_t {
  None,  // no keyword
  Base,
  Container,
  Context,
  Direction,
  Graph,
  Id,
  Import,
  Included,
  Index,
  Json,
  Language,
  List,
  Nest,
  NoneWord,  // @none
  Prefix,
  Propagate,
  Protected,
  Reverse,
  Set,
  Type,
  Value,
  Version,
  Vocab,
};
Keyword keyword_of(std::string_view text);
std::string_view text_of(Keyword keyword);
/// `@` and letters only: reserved, and ignored where it is no keyword (JSON-LD API section 5.2.2).
bool has_keyword_form(std::string_view text);
inline bool is_keyword(std::string_view text) { return keyword_of(text) != Keyword::None; }

enum class Direction : std::uint8_t { Unset, Null, Ltr, Rtl };

/// A JSON text: the file itself or a pinned context.
struct Document {
  std::string name;       // in messages; the address of a remote one
  std::string base;       // what relative addresses of contexts are resolved against
  std::string_view text;  // empty where unknown
  const json::Value* root = nullptr;
};

/// Unwinds to where reading can go on; never leaves the reader. `code` is ours: "jsonld-" and the
/// error code of the specification with hyphens and without '@' (invalid @id value:
/// jsonld-invalid-id-value).
struct Failure {
  std::string code;
  std::size_t offset = 0;
  std::vector<std::pair<std::string, std::string>> arguments = {};
  const Document* document = nullptr;  // null: the file
  bool fatal = false;                  // a limit: nothing more is read
};

/// Keeps text so that views of it stay good as long as the reading. Bounded: a base of a megabyte
/// before every short address of a file would fill the memory.
class Words {
 public:
  static constexpr std::size_t kMost = std::size_t{192} << 20U;

  std::string_view keep(std::string text) {
    bytes_ += text.size();
    if (bytes_ > kMost)
      throw Failure{
          "jsonld-addresses-grow", 0, {{"limit", std::to_string(kMost >> 20U)}}, nullptr, true};
    return kept_.emplace_back(std::move(text));
  }

 private:
  std::deque<std::string> kept_;
  std::size_t bytes_ = 0;
};

/// Absolute, and without the characters that may not stand in an IRI (RFC 3987 section 2.2).
bool is_well_formed_iri(std::string_view iri);

/// A text as a message shows it: at most 120 characters, on one line.
std::string shortened(std::string_view text);
/// A value as a message shows it.
std::string shown(const json::Value& value);

}  // namespace pinakes::rdf::jsonld
