// RDF terms as views: who owns the characters is said where a term is handed out.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "indexer/base/diagnostic.h"

namespace pinakes::rdf {

enum class TermKind : std::uint8_t { Iri, Blank, Literal };

/// RDF 1.1 Concepts section 3. `value`: IRI, blank-node label without `_:`, or lexical form.
/// A literal with a language has no datatype (rdf:langString is understood); a literal with neither
/// is an xsd:string. Language tags are kept as written and compared in lower case.
struct Term {
  TermKind kind = TermKind::Iri;
  std::string_view value, datatype, language;
  friend bool operator==(const Term&, const Term&) = default;
};

constexpr Term iri(std::string_view value) { return {TermKind::Iri, value, {}, {}}; }
constexpr Term blank(std::string_view label) { return {TermKind::Blank, label, {}, {}}; }
constexpr Term literal(std::string_view text, std::string_view language = {}) {
  return {TermKind::Literal, text, {}, language};
}
constexpr Term typed(std::string_view text, std::string_view datatype) {
  return {TermKind::Literal, text, datatype, {}};
}

/// Readers give the nodes of [ ] and ( ) labels of this prefix and a number; a label of the file
/// that starts with it gets a '_' behind it, so that the two never meet.
inline constexpr std::string_view kUnlabelled = "anon";
/// Whether the file itself gave this blank node a label.
constexpr bool is_labelled_blank(const Term& term) {
  if (term.kind != TermKind::Blank) return false;
  if (!term.value.starts_with(kUnlabelled)) return true;
  const std::string_view number = term.value.substr(kUnlabelled.size());
  return number.empty() || number.front() < '0' || number.front() > '9';
}

/// Where a reader puts what it reads. Terms are valid during the call only.
class Sink {
 public:
  virtual ~Sink() = default;
  virtual void statement(const Term& subject, const Term& predicate, const Term& object,
                         Position where) = 0;
  /// Statements about this subject were lost to a syntax error: whoever needs them whole must not
  /// take what is there.
  virtual void lost(const Term& subject) = 0;
  /// A prefix the file declares; a writer may use it.
  virtual void prefix(std::string_view name, std::string_view iri);
  /// The statements that follow stand in this named graph (an IRI or a blank node; RDF 1.1 Concepts
  /// section 4); null: in the default graph, where every reading begins. Who does not ask gets the
  /// union of all graphs. Blank-node labels mean the same node in all graphs of a file.
  virtual void graph(const Term* name);
};

inline void Sink::prefix(std::string_view, std::string_view) {}
inline void Sink::graph(const Term*) {}

}  // namespace pinakes::rdf
