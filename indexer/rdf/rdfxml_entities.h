// The entities that a document declares for itself: short texts, replaced within strict limits.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "indexer/base/text_map.h"
#include "indexer/rdf/syntax.h"

namespace pinakes::rdf {

/// The document type declaration (XML 1.0 section 2.8), of which only the internal general entities
/// count: RDF files use them to shorten namespaces. Nothing is ever opened; elements and attributes
/// that it declares are passed over.
class XmlEntities {
 public:
  static constexpr std::size_t kLongest = 4096;  // of one entity, when all in it is replaced
  static constexpr std::size_t kDeepest = 8;     // entities in entities

  /// At "<!DOCTYPE"; the offset behind its '>'. Throws SyntaxError.
  std::size_t read(std::string_view text, std::size_t at);
  /// The address of the external part, which is not opened; empty: there is none.
  const std::string& external() const { return external_; }
  bool has(std::string_view name) const { return entities_.find(name) != entities_.end(); }
  /// What stands for `&name;`, as character data with its markup characters escaped. `name` must be
  /// known. Throws SyntaxError at `offset`: an external entity, markup, too long, too deep.
  const std::string& replacement(std::string_view name, std::size_t offset);

 private:
  enum class State : unsigned char { Raw, Open, Ready, External, Markup, TooLarge };
  struct Entity {
    std::string text;     // as declared; the data when Ready
    std::string escaped;  // when Ready
    State state = State::Raw;
  };

  void declaration(std::string_view text, std::size_t& at);
  void entity(std::string_view text, std::size_t& at);
  void prepare(Entity& entity, std::size_t depth);
  bool append_reference(std::string_view literal, std::size_t& at, std::string& data,
                        std::size_t depth, State& trouble);

  TextMap<Entity> entities_;
  std::string external_;
};

/// The character of `&#10;` or `&#xA;` at `at`, moved behind it; 0 where there is none that XML
/// allows.
char32_t character_reference(std::string_view text, std::size_t& at);

}  // namespace pinakes::rdf
