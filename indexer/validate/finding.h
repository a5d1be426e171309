// What is wrong with one description, where, and what to write instead: values without sentences.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "indexer/base/diagnostic.h"
#include "indexer/dcat/vocabulary.h"
#include "indexer/rdf/term.h"

namespace pinakes {

/// A term that owns its characters.
struct OwnTerm {
  rdf::TermKind kind = rdf::TermKind::Literal;
  std::string text, datatype, language;
  OwnTerm() = default;
  OwnTerm(rdf::TermKind its_kind, std::string its_text, std::string its_datatype = {})
      : kind(its_kind), text(std::move(its_text)), datatype(std::move(its_datatype)) {}
  explicit OwnTerm(const rdf::Term& term)
      : kind(term.kind), text(term.value), datatype(term.datatype), language(term.language) {}
  rdf::Term view() const { return {kind, text, datatype, language}; }
};

/// A rule of a shapes graph, for whoever describes it.
struct Rule {
  std::string iri;
  std::string code;                      // of our own rules what follows urn:pinakes:rule:
  std::vector<Literal> names, messages;  // sh:name, sh:message
  std::vector<std::string> sources;      // codes of schemas/legal.json
  std::string property;                  // the property to mend, where the rule is no property's
  std::string vocabulary;                // whose codes its values are
  bool single = true;                    // has one constraint, so that its message fits every case
};

/// One fault at one place. A finding of a reader or of canonical() has no rule; its sentence is the
/// template of its code with its arguments.
struct Finding {
  Severity severity = Severity::Warning;
  std::string code;            // of the rule, or of the diagnostic
  const Rule* rule = nullptr;  // lives as long as the Validator
  std::string cause;           // which case of the rule: "missing", "text", "nearest"...
  std::string dataset, title;  // IRI (or _:label) and title of the dataset
  OwnTerm focus{rdf::TermKind::Iri, {}};
  std::string focus_type, focus_name;  // first class and name of the node, where it has them
  std::string focus_property;          // what leads to it; empty for the dataset itself
  std::string property;                // IRI; empty: none
  Place place;
  std::optional<OwnTerm> value = {};  // what was found
  std::string value_name;             // what a described node that was found is called
  std::string component;              // IRI of the SHACL constraint component
  std::vector<std::pair<std::string, std::string>> arguments = {};
  std::vector<std::string> allowed = {};  // codes that may stand there
  std::string nearest;                    // the code that is probably meant
  std::optional<OwnTerm> better = {};     // the value to write instead, where it is known
};
using Findings = std::vector<Finding>;

}  // namespace pinakes
