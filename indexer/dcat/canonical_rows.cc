// Rows one after another, nodes from the dataset inwards; what no row took stays.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/dcat/canonical_rows.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "indexer/base/iri.h"
#include "indexer/dcat/canonical_convert.h"
#include "schemas/namespaces.h"

namespace pinakes::canon {
namespace {

using rdf::Graph;
using rdf::Term;
using rdf::TermId;
using rdf::TermKind;
using rdf::Triple;

/// Nodes whose statements are read; a file that nests more is not described but attacked.
constexpr std::size_t kMostNodes = 200'000;
constexpr std::size_t kLongestWay = 200;       // of keys in a message
constexpr std::size_t kMostFindings = 20'000;  // of one dataset; tables have hundreds of columns
constexpr int kEmptyingRounds = 8;             // levels of nodes that may become empty

struct Work {
  Scope scope;
  TermId node;
  std::string from, to;  // how it was reached, for messages
};

bool has_flag(const Row& row, Flag flag) { return (row.flags & flag) != 0; }

class Rows {
 public:
  Rows(const Dataset& dataset, const Schema& schema, std::string_view file, Diagnostics& found)
      : dataset_(dataset),
        from_(dataset.graph),
        first_(from_.triples().data()),
        schema_(schema),
        file_(file),
        found_(found),
        used_(from_.size()),
        read_(from_.size()) {}

  std::optional<Dataset> run() {
    open_.push_back({Scope::Dataset, dataset_.node, {}, {}});
    for (std::size_t next = 0; next < open_.size(); ++next) {
      const Work work = open_[next];
      for (const Row& row : schema_.rows)
        if (row.scope == work.scope) one_row(row, work);
    }
    for (const Row& row : schema_.rows)
      if (row.scope == Scope::Any) everywhere(row);
    rename_classes();
    report_left();
    if (!changed_) return std::nullopt;
    used_ = read_;  // what rows left to each other is said by those that took it
    drop_emptied();
    return finished();
  }

 private:
  std::size_t index(const Triple& triple) const {
    return static_cast<std::size_t>(&triple - first_);
  }

  std::optional<TermId> step(std::string_view name) {
    if (name.find(':') != std::string_view::npos) return from_.find_iri(name);
    key_.assign(schema_.space).append(name);
    return from_.find_iri(key_);
  }

  /// The statements at the end of a path, in the order of the file.
  std::vector<const Triple*> ends(const Row& row, TermId node) {
    std::vector<TermId> at{node};
    std::vector<const Triple*> last;
    for (const std::string_view name : row.from) {
      if (name.empty()) break;
      const bool any = name == "*";
      const std::optional<TermId> property = any ? std::nullopt : step(name);
      last.clear();
      if (!any && !property) return last;
      for (const TermId from : at)
        for (const Triple& triple : any ? from_.about(from) : from_.about(from, *property))
          if (!any || from_[triple.predicate].value.starts_with(schema_.space))
            last.push_back(&triple);
      at.clear();
      for (const Triple* triple : last) at.push_back(triple->object);
      std::ranges::sort(at);  // each node once, however many lead to it
      at.erase(std::unique(at.begin(), at.end()), at.end());
    }
    std::ranges::stable_sort(last, {}, [&](const Triple* triple) {
      const Position where = from_.position(*triple);
      return std::pair(where.line, where.column);
    });
    return last;
  }

  void one_row(const Row& row, const Work& work) {
    if (has_flag(row, kIfNone) && states(work.node, row.to[0])) return;
    for (const Triple* triple : ends(row, work.node)) {
      const bool taken = take(row, work, *triple);
      if (taken && row.convert == Convert::True) break;  // it is said once
    }
  }

  /// A row of Scope::Any has one step.
  void everywhere(const Row& row) {
    const std::optional<TermId> property = step(row.from[0]);
    if (!property) return;
    for (const Triple& triple : from_.triples())
      if (triple.predicate == *property) take(row, {Scope::Any, triple.subject, {}, {}}, triple);
  }

  bool fits(const Row& row, const Triple& triple) const {
    if (used_[index(triple)]) return false;
    if (has_flag(row, kLiteral) && from_[triple.object].kind != TermKind::Literal) return false;
    return row.when[0].empty() || from_.has(triple.subject, row.when[0], row.when[1]);
  }

  bool take(const Row& row, const Work& work, const Triple& triple) {
    if (!fits(row, triple)) return false;
    const Term& value = from_[triple.object];
    const TermId base = has_flag(row, kHere) ? triple.subject : work.node;
    Converted converted;
    const bool as_is = row.convert == Convert::AsIs, node = row.convert == Convert::Node;
    if (node && value.kind == TermKind::Literal) return false;
    if (!as_is && !node) {
      const std::string_view predicate = from_[triple.predicate].value;
      converted = convert(row.convert, value, key_of(predicate));
      if (converted.terms.empty()) return false;
    }
    read_[index(triple)] = !has_flag(row, kKeep);
    if (!has_flag(row, kAlso) && !has_flag(row, kKeep)) used_[index(triple)] = true;
    write(row, base, triple, converted);
    if (node) enter(row, work, triple.object);
    const bool guessed =
        row.certainty == Certainty::Guessed || converted.certainty == Certainty::Guessed;
    report(row, work, triple, guessed ? Certainty::Guessed : Certainty::Mapped);
    if (!converted.terms.empty() && found_.size() < kMostFindings)
      add_new_value(row, value, converted.terms.front());
    return true;
  }

  /// Where the value itself became another one, the finding says which.
  void add_new_value(const Row& row, const Term& old, const OwnTerm& term) {
    if (term.value == old.value || row.convert == Convert::True) return;
    constexpr std::size_t kLongest = 60;
    const bool code =
        term.value.starts_with(authority::kEu) || term.value.starts_with(authority::kHealth);
    const std::string_view shown_value =
        code ? local_name(term.value) : std::string_view(term.value);
    if (shown_value.size() > kLongest) return;
    found_.back().arguments.back().second.append(" (").append(shown_value).append(")");
  }

  std::string_view key_of(std::string_view predicate) const {
    return predicate.starts_with(schema_.space) ? predicate.substr(schema_.space.size())
                                                : predicate;
  }

  void write(const Row& row, TermId base, const Triple& triple, const Converted& converted) {
    const Position where = from_.position(triple);
    TermId at = out_.intern(from_[base]);
    std::size_t steps = 0;
    while (steps < row.to.size() && !row.to.at(steps).empty()) ++steps;
    std::string way = std::to_string(static_cast<std::uint32_t>(base));
    for (std::size_t i = 0; i + 1 < steps; ++i) at = inner(row, triple, at, i, way, where);
    const std::string_view last = row.to.at(steps - 1);
    if (row.convert == Convert::AsIs || row.convert == Convert::Node) {
      const TermId object = out_.intern(from_[triple.object]);
      state(at, last, object, where);
      if (row.convert == Convert::Node && !from_.object(triple.object, rdf_ns::kType))
        give_class(object, last, where);
    }
    for (const OwnTerm& term : converted.terms) state(at, last, out_.intern(term.term()), where);
    stated_.insert({base, row.to[0]});
  }

  /// The node on the way to the value: one for each node that has such values, or for each value.
  TermId inner(const Row& row, const Triple& triple, TermId at, std::size_t step_number,
               std::string& way, Position where) {
    const std::string_view property = row.to.at(step_number);
    way.append(" ").append(property);
    const bool innermost = step_number + 2 == row.to.size() || row.to.at(step_number + 2).empty();
    const auto owner = has_flag(row, kEach) && innermost
                           ? "t" + std::to_string(index(triple))
                           : "n" + std::to_string(static_cast<std::uint32_t>(triple.subject));
    const auto [found, added] = inner_.try_emplace(way + " " + owner);
    if (added) {
      found->second = out_.intern(rdf::blank(free_label()));
      state(at, property, found->second, where);
      give_class(found->second, property, where);
    }
    return found->second;
  }

  std::string free_label() {
    std::string label;
    do label = "canonical" + std::to_string(++labels_);
    while (from_.find(rdf::blank(label)));
    return label;
  }

  void give_class(TermId node, std::string_view property, Position where) {
    const auto row = std::ranges::find(classes_of(), property, &ClassOf::property);
    if (row != classes_of().end())
      state(node, rdf_ns::kType, out_.intern(rdf::iri(row->type)), where);
  }

  void state(TermId subject, std::string_view property, TermId object, Position where) {
    out_.add({subject, out_.intern(rdf::iri(property)), object}, where);
    changed_ = true;
  }

  bool states(TermId node, std::string_view property) const {
    if (stated_.contains({node, property})) return true;
    const auto id = from_.find_iri(property);
    if (!id) return false;
    return std::ranges::any_of(from_.about(node, *id),
                               [&](const Triple& triple) { return !used_[index(triple)]; });
  }

  void enter(const Row& row, const Work& work, TermId node) {
    if (row.enters == Scope::Any || open_.size() >= kMostNodes) return;
    if (!entered_.insert({row.enters, node}).second) return;
    open_.push_back({row.enters, node, path(work.from, row.from), path(work.to, row.to)});
  }

  template <std::size_t n>
  std::string path(std::string shown_before, const std::array<std::string_view, n>& steps) const {
    for (const std::string_view name : steps) {
      if (name.empty()) break;
      if (!shown_before.empty()) shown_before += '/';
      shown_before += shown(name, schema_.space);
    }
    return shown_before;
  }

  Place place(const Triple& triple) const {
    return {std::string(file_), from_.position(triple), {}};
  }

  void report(const Row& row, const Work& work, const Triple& triple, Certainty certainty) {
    if (found_.size() >= kMostFindings) return;
    const bool guessed = certainty == Certainty::Guessed;
    const bool here = has_flag(row, kHere);
    found_.push_back(finding(guessed ? "canonical-guessed" : "canonical-mapped",
                             guessed ? Severity::Warning : Severity::Info,
                             path(work.from, row.from), path(here ? "" : work.to, row.to),
                             from_[triple.object].kind == TermKind::Blank
                                 ? std::string_view()
                                 : from_[triple.object].value,
                             schema_.name, place(triple)));
  }

  void rename_classes() {
    const auto type = from_.find_iri(rdf_ns::kType);
    if (!type) return;
    for (const Alias& alias : schema_.classes) {
      const auto old = step(alias.from);
      if (!old) continue;
      for (const TermId node : from_.subjects(rdf_ns::kType, *old)) {
        for (const Triple& triple : from_.about(node, *type)) {
          if (triple.object != *old) continue;
          used_[index(triple)] = read_[index(triple)] = true;
          state(out_.intern(from_[node]), rdf_ns::kType, out_.intern(rdf::iri(alias.to)),
                from_.position(triple));
        }
      }
    }
  }

  /// Each property of the schema that no row took, once.
  void report_left() {
    if (schema_.space.empty()) return;
    std::set<std::string> said;
    const std::map<TermId, std::string> ways = find_ways();
    for (const Triple& triple : from_.triples()) {
      if (read_[index(triple)] || !from_[triple.predicate].value.starts_with(schema_.space))
        continue;
      if (from_[triple.object].value.empty() || taken_along(triple)) continue;
      const auto way = ways.find(triple.subject);
      std::string name = way == ways.end() ? std::string() : way->second;
      name += shown(from_[triple.predicate].value, schema_.space);
      if (said.size() >= kMostFindings || !said.insert(name).second) continue;
      found_.push_back(finding("canonical-left", Severity::Info, std::move(name), {},
                               from_[triple.object].kind == TermKind::Blank
                                   ? std::string_view()
                                   : from_[triple.object].value,
                               schema_.name, place(triple)));
    }
  }

  /// The keys on the way to each node that has no name of its own, a '/' behind each.
  std::map<TermId, std::string> find_ways() const {
    std::map<TermId, std::string> ways{{dataset_.node, {}}};
    std::vector<TermId> open{dataset_.node};
    for (std::size_t next = 0; next < open.size(); ++next) {
      const std::string way = ways[open[next]];
      for (const Triple& triple : from_.about(open[next])) {
        if (from_[triple.object].kind != TermKind::Blank || way.size() > kLongestWay) continue;
        const std::string_view predicate = from_[triple.predicate].value;
        if (!predicate.starts_with(schema_.space)) continue;
        if (ways.try_emplace(triple.object, way + shown(predicate, schema_.space) + "/").second)
          open.push_back(triple.object);
      }
    }
    return ways;
  }

  /// A node that only holds others is not left where these found a home.
  bool taken_along(const Triple& triple) const {
    if (from_[triple.object].kind != TermKind::Blank) return false;
    const auto below = from_.about(triple.object);
    return !below.empty();  // what is left below is reported by itself
  }

  /// Nodes that lost all their statements to other places.
  void drop_emptied() {
    if (schema_.space.empty()) return;
    std::map<TermId, bool> emptied;  // each node is looked at once in a round
    for (int round = 0; round < kEmptyingRounds; ++round) {
      bool again = false;
      emptied.clear();
      for (const Triple& triple : from_.triples()) {
        if (used_[index(triple)] || from_[triple.object].kind != TermKind::Blank) continue;
        if (!from_[triple.predicate].value.starts_with(schema_.space)) continue;
        const auto [node, added] = emptied.try_emplace(triple.object);
        if (added) node->second = is_emptied(triple.object);
        if (node->second) used_[index(triple)] = again = true;
      }
      if (!again) break;
    }
  }

  bool is_emptied(TermId node) const {
    const auto below = from_.about(node);
    return !below.empty() &&
           std::ranges::all_of(below, [&](const Triple& one) { return used_[index(one)]; });
  }

  Dataset finished() {
    for (const Triple& triple : from_.triples())
      if (!used_[index(triple)])
        out_.statement(from_[triple.subject], from_[triple.predicate], from_[triple.object],
                       from_.position(triple));
    const TermId node = out_.intern(from_[dataset_.node]);
    out_.finish();
    return {dataset_.iri, node, std::move(out_)};
  }

  const Dataset& dataset_;
  const Graph& from_;
  const Triple* first_;
  const Schema& schema_;
  std::string_view file_;
  Diagnostics& found_;
  std::vector<bool> used_, read_;  // by index of the statement: taken away; taken at all
  std::vector<Work> open_;
  std::set<std::pair<Scope, TermId>> entered_;
  std::map<std::string, TermId> inner_;
  std::set<std::pair<TermId, std::string_view>> stated_;
  Graph out_;
  std::string key_;
  std::size_t labels_ = 0;
  bool changed_ = false;
};

}  // namespace

std::optional<Dataset> apply_rows(const Dataset& dataset, const Schema& schema,
                                  std::string_view file, Diagnostics& found) {
  return Rows(dataset, schema, file, found).run();
}

std::string shown(std::string_view iri, std::string_view space) {
  if (!space.empty() && iri.starts_with(space)) return std::string(iri.substr(space.size()));
  for (const Prefix& prefix : kPrefixes) {
    const std::string_view local = iri.substr(std::min(prefix.iri.size(), iri.size()));
    if (iri.starts_with(prefix.iri) && local.find_first_of("/#") == std::string_view::npos)
      return std::string(prefix.name).append(":").append(local);
  }
  return std::string(iri);
}

Diagnostic finding(std::string_view code, Severity severity, std::string from, std::string to,
                   std::string_view value, std::string_view schema, Place place) {
  constexpr std::size_t kLongestValue = 60;
  std::string cut;
  if (value.size() > kLongestValue) {
    std::size_t end = kLongestValue;  // not inside a character
    while (end > 0 && (static_cast<unsigned char>(value[end]) & 0xC0U) == 0x80U) --end;
    cut.assign(value.substr(0, end)).append("...");
  } else {
    cut = value;
  }
  std::ranges::replace_if(
      cut, [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
  return {std::string(code),
          severity,
          {{"from", std::move(from)},
           {"to", std::move(to)},
           {"value", std::move(cut)},
           {"schema", std::string(schema)},
           {"as", {}}},
          std::move(place)};
}

}  // namespace pinakes::canon
