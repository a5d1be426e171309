// Keywords, and values as messages show them.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/jsonld_types.h"

#include <array>

#include "indexer/base/iri.h"
#include "indexer/base/text.h"
#include "indexer/rdf/characters.h"

namespace pinakes::rdf::jsonld {
namespace {

constexpr auto kKeywords = std::to_array<std::string_view>(
    {"",         "@base",   "@container", "@context", "@direction", "@graph",
     "@id",      "@import", "@included",  "@index",   "@json",      "@language",
     "@list",    "@nest",   "@none",      "@prefix",  "@propagate", "@protected",
     "@reverse", "@set",    "@type",      "@value",   "@version",   "@vocab"});

}  // namespace

Keyword keyword_of(std::string_view text) {
  if (text.size() < 3 || text[0] != '@') return Keyword::None;
  for (std::size_t i = 1; i < kKeywords.size(); ++i)
    if (kKeywords[i] == text) return static_cast<Keyword>(i);
  return Keyword::None;
}

std::string_view text_of(Keyword keyword) { return kKeywords[static_cast<std::size_t>(keyword)]; }

bool has_keyword_form(std::string_view text) {
  if (text.size() < 2 || text[0] != '@') return false;
  for (const char c : text.substr(1))
    if ((c < 'a' || c > 'z') && (c < 'A' || c > 'Z')) return false;
  return true;
}

bool is_well_formed_iri(std::string_view iri) {
  for (const char c : iri)
    if (!has_class(c, kIriChar)) return false;
  const std::size_t hash = iri.find('#');
  if (hash != std::string_view::npos && iri.find('#', hash + 1) != std::string_view::npos)
    return false;
  return is_absolute_iri(iri);
}

std::string shortened(std::string_view text) {
  constexpr std::size_t kLongest = 120;
  std::string result;
  std::size_t at = 0;
  for (std::size_t n = 0; at < text.size(); ++n) {
    const char32_t c = next_code_point(text, at);
    if (n == kLongest) return result + "...";
    append_utf8(result, c < 0x20 ? U' ' : c);
  }
  return result;
}

std::string shown(const json::Value& value) {
  switch (value.kind) {
    case json::Kind::Null:
      return "null";
    case json::Kind::Boolean:
      return value.boolean ? "true" : "false";
    case json::Kind::Array:
      return "[...]";
    case json::Kind::Object:
      return "{...}";
    case json::Kind::Number:
    case json::Kind::String:
      break;
  }
  return shortened(value.text);
}

}  // namespace pinakes::rdf::jsonld
