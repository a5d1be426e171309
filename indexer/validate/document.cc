// From bytes to findings.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/validate/document.h"

#include <algorithm>
#include <map>

#include "indexer/base/iri.h"
#include "indexer/base/json.h"
#include "indexer/dcat/canonical.h"
#include "indexer/rdf/union.h"
#include "indexer/validate/cases.h"
#include "indexer/validate/snippet.h"
#include "schemas/namespaces.h"

namespace pinakes {
namespace {

/// The name that canonical() gives older releases of DCAT-AP; every other schema is foreign.
constexpr std::string_view kOwnSchema = "DCAT-AP";

std::string_view argument(const Diagnostic& one, std::string_view name) {
  for (const auto& [key, value] : one.arguments)
    if (key == name) return value;
  return {};
}

Finding finding_of(Diagnostic one) {
  Finding finding;
  finding.severity = one.severity;
  finding.code = std::move(one.code);
  finding.arguments = std::move(one.arguments);
  finding.place = std::move(one.place);
  return finding;
}

using Spot = std::pair<std::uint32_t, std::uint32_t>;
Spot spot(Position at) { return {at.line, at.column}; }

/// What canonical() had to understand, told to somebody whose file it is.
class Understood {
 public:
  explicit Understood(const Canonical& from) : from_(from) {
    for (const Diagnostic& one : from.findings)
      if (argument(one, "schema") != kOwnSchema) foreign_ = argument(one, "schema");
  }
  std::string_view foreign() const { return foreign_; }

  void add_to(Findings& findings) {
    for (const Diagnostic& one : from_.findings) {
      // The rewrites of another schema are its usual reading: convert --canonical lists them.
      if (argument(one, "schema") != kOwnSchema && one.severity < Severity::Warning) continue;
      if (one.code == "canonical-mapped")
        findings.push_back(old_term(one));
      else
        findings.push_back(finding_of(one));
    }
    if (foreign_.empty()) return;
    Finding note;
    note.severity = Severity::Info;
    note.code = "validate-foreign";
    note.place.file = from_.findings.front().place.file;
    note.arguments.emplace_back("schema", foreign_);
    findings.push_back(std::move(note));
  }

 private:
  /// An address or a property of an earlier release.
  Finding old_term(const Diagnostic& one) {
    Finding finding = finding_of(one);
    finding.severity = Severity::Warning;
    for (auto& slot : finding.arguments)
      if (slot.first == "value") slot.first = "was";
    const std::string to(argument(one, "to")), from(argument(one, "from"));
    const rdf::Graph& graph = from_.dataset.graph;
    const rdf::Triple* triple = at(one.place.position, from, to);
    finding.cause = "property";
    finding.value = OwnTerm(rdf::TermKind::Iri, from);
    const bool same = from == to || to.starts_with(from + "/");
    if (triple != nullptr && same) return in_another_form(std::move(finding), *triple);
    if (triple == nullptr || graph[triple->object].value != to) return finding;
    finding.cause = "address";
    finding.property = graph[triple->predicate].value;
    finding.better = OwnTerm(rdf::TermKind::Iri, to);
    finding.arguments.emplace_back("code", local_name(to));
    return finding;
  }

  /// The property stays, but its value is not what belongs there: a text where an address or a
  /// described node does. That we understand it does not make it valid for others.
  Finding in_another_form(Finding finding, const rdf::Triple& now) const {
    const rdf::Graph& graph = from_.dataset.graph;
    finding.value = OwnTerm(rdf::TermKind::Literal, std::string(argument_of(finding, "was")));
    if (finding.value->text.empty()) finding.value.reset();
    const bool node = graph[now.object].kind == rdf::TermKind::Blank;
    finding.severity = Severity::Violation;
    finding.cause = node ? "wrapped" : "form";
    finding.property = graph[now.predicate].value;
    if (!node) finding.better = OwnTerm(graph[now.object]);
    return finding;
  }
  static std::string_view argument_of(const Finding& one, std::string_view name) {
    for (const auto& [key, value] : one.arguments)
      if (key == name) return value;
    return {};
  }

  /// The statement there, of several (those that were made from it) the one that says so.
  const rdf::Triple* at(Position position, std::string_view from, std::string_view to) {
    const rdf::Graph& graph = from_.dataset.graph;
    if (places_.empty())
      for (const rdf::Triple& triple : graph.triples())
        places_.emplace(spot(graph.position(triple)), &triple);
    const auto [first, last] = places_.equal_range(spot(position));
    for (auto one = first; one != last; ++one) {
      const rdf::Triple& triple = *one->second;
      if (graph[triple.object].value == to || compact_iri(graph[triple.predicate].value) == from)
        return &triple;
    }
    return first == last ? nullptr : first->second;
  }

  const Canonical& from_;
  std::string foreign_;
  std::multimap<Spot, const rdf::Triple*> places_;
};

class Check {
 public:
  Check(const Validator& validator, const rdf::Source& source, const CheckOptions& options,
        DocumentReport& report)
      : validator_(validator), options_(options), report_(report) {
    report_.file = source.file;
  }

  void read(const rdf::Format& format, const rdf::Source& source, Diagnostics found) {
    rdf::Union all(graph_);
    whole_ = format.read(source, all, found);
    all.report(source.file, found);
    graph_.finish();
    report_.format = format.name;
    take(std::move(found));
  }

  void take(Diagnostics found) {
    for (Diagnostic& one : found) report_.findings.push_back(finding_of(std::move(one)));
  }

  void look() {
    const Splitter splitter(graph_);
    for (const rdf::TermId root : splitter.roots()) {
      if (!whole_ && splitter.damaged(root))
        incomplete(root);
      else
        one(splitter.dataset(root));
    }
    const bool errors = std::ranges::any_of(report_.findings, [](const Finding& finding) {
      return finding.severity == Severity::Error;
    });
    if (splitter.roots().empty() && !errors)
      take({{"no-dataset", Severity::Error, {}, {report_.file, {}, {}}}});
    Findings own = validator_.graph(graph_, context());
    std::ranges::move(own, std::back_inserter(report_.findings));
  }

 private:
  FindingContext context() const { return {report_.file, options_.language}; }

  void incomplete(rdf::TermId root) {
    const rdf::Term& node = graph_[root];
    CheckedDataset dataset{std::string(node.value), name_of_node(graph_, root, options_.language),
                           Profile::None, CheckedDataset::State::Incomplete};
    const std::string shown =
        node.kind == rdf::TermKind::Iri ? "<" + dataset.iri + ">" : dataset.title;
    Finding finding = finding_of({std::string(kIncompleteCode),
                                  Severity::Error,
                                  {{"dataset", shown}},
                                  {report_.file, {}, {}}});
    finding.dataset = dataset.iri;
    finding.title = dataset.title;
    report_.findings.push_back(std::move(finding));
    report_.datasets.push_back(std::move(dataset));
  }

  void one(Dataset as_sent) {
    if (options_.profile == Profile::None) {  // as it was sent, by the operator's shapes alone
      report_.datasets.push_back({as_sent.iri,
                                  name_of_node(as_sent.graph, as_sent.node, options_.language),
                                  Profile::None, CheckedDataset::State::Checked});
      return;
    }
    const Canonical better = canonical(std::move(as_sent), report_.file);
    const Dataset& dataset = better.dataset;
    Understood understood(better);
    const Schema schema = understood.foreign().empty() ? Schema::DcatAp : Schema::Foreign;
    const Profile profile =
        options_.profile ? *options_.profile : profile_of(dataset, schema, options_.source);
    Findings findings;
    understood.add_to(findings);
    const std::string title = name_of_node(dataset.graph, dataset.node, options_.language);
    for (Finding& finding : findings) {
      finding.dataset = dataset.iri;
      finding.title = title;
    }
    std::ranges::move(findings, std::back_inserter(report_.findings));
    Findings broken = validator_.dataset(dataset, profile, context());
    std::ranges::move(broken, std::back_inserter(report_.findings));
    report_.datasets.push_back({dataset.iri, title, profile, CheckedDataset::State::Checked});
  }

  const Validator& validator_;
  const CheckOptions& options_;
  DocumentReport& report_;
  rdf::Graph graph_;
  bool whole_ = true;
};

/// JSON pointers for places that have none.
void add_pointers(std::string_view text, Findings& findings) {
  json::Value root;
  Diagnostics ignored;  // reported by the reader
  if (!json::parse(text, {}, root, ignored)) return;
  std::vector<Finding*> open;
  for (Finding& one : findings)
    if (one.place.pointer.empty() && one.place.position.line != 0) open.push_back(&one);
  std::ranges::sort(open, {}, [](const Finding* one) { return spot(one->place.position); });
  std::size_t offset = 0;
  Position at{1, 1};
  for (Finding* one : open) {  // one walk over the text, whatever the number of findings
    while (spot(at) < spot(one->place.position) && offset < text.size()) {
      const bool ends = text[offset] == '\n';
      do ++offset;
      while (offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0U) == 0x80U);
      at = ends ? Position{at.line + 1, 1} : Position{at.line, at.column + 1};
    }
    one->place.pointer = json::pointer_of(root, offset);
  }
}

}  // namespace

DocumentReport check_document(const Validator& validator, const rdf::Format* format,
                              const rdf::Source& source, Diagnostics found,
                              const CheckOptions& options) {
  DocumentReport report;
  Check check(validator, source, options, report);
  if (format == nullptr) {
    check.take(std::move(found));
    return report;
  }
  check.read(*format, source, std::move(found));
  check.look();
  if (format->name.starts_with("json") && !report.findings.empty())
    add_pointers(source.text, report.findings);
  return report;
}

}  // namespace pinakes
