// Keeps the blank nodes of several documents apart that become one.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>

#include "indexer/rdf/term.h"

namespace pinakes {

/// Passes statements on with a prefix before each blank-node label.
class Apart : public rdf::Sink {
 public:
  Apart(rdf::Sink& to, std::string prefix) : to_(to), prefix_(std::move(prefix)) {}

  void statement(const rdf::Term& subject, const rdf::Term& predicate, const rdf::Term& object,
                 Position where) override {
    to_.statement(renamed(subject, subject_), predicate, renamed(object, object_), where);
  }
  void lost(const rdf::Term& subject) override { to_.lost(renamed(subject, subject_)); }
  void prefix(std::string_view name, std::string_view iri) override { to_.prefix(name, iri); }
  void graph(const rdf::Term* name) override {
    if (name == nullptr) return to_.graph(nullptr);
    const rdf::Term term = renamed(*name, subject_);
    to_.graph(&term);
  }

 private:
  rdf::Term renamed(rdf::Term term, std::string& label) const {
    if (term.kind != rdf::TermKind::Blank) return term;
    label.assign(prefix_).append(term.value);
    term.value = label;
    return term;
  }

  rdf::Sink& to_;
  std::string prefix_, subject_, object_;
};

}  // namespace pinakes
