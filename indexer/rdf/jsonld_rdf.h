// Expanded JSON-LD as statements (API sections 8.1 and 10, without the node map in between).
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/text_map.h"
#include "indexer/rdf/jsonld_expand.h"
#include "indexer/rdf/place_index.h"
#include "indexer/rdf/syntax.h"
#include "indexer/rdf/term.h"

namespace pinakes::rdf::jsonld {

/// What becomes of the direction of a text (JSON-LD API section 9.3): RDF 1.1 has no place for it.
enum class RdfDirection : std::uint8_t { None, I18nDatatype, CompoundLiteral };

/// Why a value became no statement.
enum class NoStatement : std::uint8_t { BadIri, BadPredicate, BadLanguage, BadDatatype, Direction };

class RdfListener {
 public:
  virtual ~RdfListener() = default;
  /// `property`: the IRI; `text`: what cannot stand in RDF.
  virtual void no_statement(NoStatement why, std::string_view property, std::string_view text,
                            std::uint32_t offset) = 0;
};

/// Writes each statement as it is met: a node map would only sort them, and a graph is a set.
class StatementMaker {
 public:
  /// Throws Failure where addresses grow beyond measure (see Growth).
  StatementMaker(Sink& sink, PlaceIndex& places, Words& words, RdfDirection direction,
                 RdfListener& listener, std::string_view text)
      : sink_(sink),
        places_(places),
        words_(words),
        direction_(direction),
        listener_(listener),
        growth_(text) {}

  /// The items of the default graph.
  void document(const std::vector<Item>& items);

 private:
  using Subject = std::optional<Term>;  // none: what it is said of cannot stand in RDF

  void graph(const std::vector<Item>& items);
  void inner(const Item& item);
  Subject subject(const Node& node, std::uint32_t offset, std::string_view property);
  void contents(const Node& node, const Subject& subject);
  void types(const Node& node, const Subject& subject);
  void property(const Property& property, const Subject& subject);
  void reverse_property(const Property& property, const Subject& subject);
  void object(const Subject& subject, std::string_view predicate, const Item& item);
  void list(const std::vector<Item>& items, Term head, std::uint32_t offset);
  void value(const Term& subject, std::string_view predicate, const Item& item);
  void text_value(const Term& subject, std::string_view predicate, const Item& item);
  void with_direction(const Term& subject, std::string_view predicate, const Item& item);
  void emit(const Term& subject, std::string_view predicate, const Term& object,
            std::uint32_t offset);
  Term fresh();
  Term blank_of(std::string_view label);
  bool good_predicate(const Property& property);

  Sink& sink_;
  PlaceIndex& places_;
  Words& words_;
  RdfDirection direction_;
  RdfListener& listener_;
  Growth growth_;
  std::optional<Term> graph_;  // the one that statements stand in; none: the default graph
  std::uint64_t blanks_ = 0;
  TextMap<std::string_view> renamed_;  // labels that RDF does not know
  std::string buffer_;
};

enum class NumberKind : std::uint8_t { Integer, Double };
/// The lexical form of a number (JSON-LD API section 8.2.2), and its datatype if it has none.
NumberKind canonical_number(std::string_view written, bool as_double, std::string& into);

}  // namespace pinakes::rdf::jsonld
