// Hands each JSON-LD block of a page to the JSON-LD reader.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/html_reader.h"

#include <algorithm>
#include <string>
#include <unordered_set>
#include <utility>

#include "indexer/base/iri.h"
#include "indexer/base/json.h"
#include "indexer/base/text_map.h"
#include "indexer/rdf/html_scripts.h"
#include "indexer/rdf/jsonld_reader.h"

namespace pinakes::rdf {

namespace {

constexpr std::size_t kMostReports = 100;

/// Gives the blank nodes of each document names that no document before had.
class Apart : public Sink {
 public:
  explicit Apart(Sink& to) : to_(to) {}
  void next_document() { names_.clear(); }

  void statement(const Term& subject, const Term& predicate, const Term& object,
                 Position where) override {
    to_.statement(renamed(subject), predicate, renamed(object), where);
  }
  void lost(const Term& subject) override { to_.lost(renamed(subject)); }
  void prefix(std::string_view name, std::string_view iri) override { to_.prefix(name, iri); }
  void graph(const Term* name) override {
    if (name == nullptr) return to_.graph(nullptr);
    const Term own = renamed(*name);
    to_.graph(&own);
  }

 private:
  Term renamed(Term term) {
    if (term.kind != TermKind::Blank) return term;
    auto known = names_.find(term.value);
    if (known == names_.end())
      known = names_.emplace(std::string(term.value), free_name(term)).first;
    term.value = known->second;
    return term;
  }

  /// Its own, if no other document has it; what the file did not label stays unlabelled.
  std::string free_name(const Term& term) {
    std::string name(term.value);
    const bool labelled = is_labelled_blank(term);
    while (!taken_.insert(name).second) {
      ++number_;
      name = labelled ? std::string(term.value) + "_" + std::to_string(number_)
                      : std::string(kUnlabelled) + std::to_string(number_);
    }
    return name;
  }

  Sink& to_;
  TextMap<std::string> names_;  // of this document
  std::unordered_set<std::string> taken_;
  std::size_t number_ = 0;
};

/// The block as if the page began with it: its lines and columns are those of the page.
bool read_script(const Source& page, const Script& script, std::string_view base, Sink& into,
                 Diagnostics& found) {
  const std::string text = std::string(script.where.column - 1, ' ') + script.text;
  Source block = page;
  block.text = text;
  block.base = base;
  block.first_line = page.first_line + script.where.line - 1;
  return read_jsonld(block, into, found);
}

void report(const Source& page, std::string_view code, Position where, Diagnostics& found) {
  const std::size_t limit = code == "html-too-large"    ? kLargestPage >> 20U
                            : code == "too-many-errors" ? kMostReports
                                                        : kDeepestPage;
  found.push_back({std::string(code),
                   Severity::Error,
                   {{"limit", std::to_string(limit)}},
                   {std::string(page.file), where, {}}});
}

}  // namespace

bool read_html(const Source& source, Sink& into, Diagnostics& found) {
  const Scripts page = find_scripts(source.text);
  const std::string base =
      page.base.empty() ? std::string(source.base) : BaseIri(source.base).resolve(page.base);
  Apart apart(into);
  bool complete = true;
  const std::size_t before = found.size();
  for (const Script& script : page.scripts) {
    if (found.size() - before > kMostReports) {
      report(source, "too-many-errors", script.where, found);
      return false;
    }
    apart.next_document();
    complete = read_script(source, script, base, apart, found) && complete;
    apart.graph(nullptr);
  }
  if (!page.fault.empty()) {
    report(source, page.fault, page.fault_where, found);
    return false;
  }
  if (!page.scripts.empty()) return complete;
  report(source, "html-no-jsonld", {1, 1}, found);
  return false;
}

}  // namespace pinakes::rdf
