// Groups and counts findings, and turns them into RDF.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/validate/report.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_set>

#include "schemas/namespaces.h"
#include "schemas/shacl_terms.h"

namespace pinakes {
namespace {

/// Of coded values each code is a cause of its own; of others the kind of fault is.
std::string cause_of(const Finding& finding) {
  std::string key = finding.cause + " " + finding.property;
  const bool coded = finding.rule == nullptr || !finding.rule->vocabulary.empty() ||
                     finding.cause == "allowed" || finding.cause == "nearest";
  if (coded && finding.value) key += " " + finding.value->text;
  if (finding.rule == nullptr && !finding.value)
    for (const auto& [name, value] : finding.arguments) key += " " + value;
  return key;
}

}  // namespace

std::vector<FindingGroup> groups_of(const std::vector<DocumentReport>& documents) {
  std::map<std::tuple<Severity, std::string, std::string>, std::size_t> known;
  std::vector<FindingGroup> groups;
  for (const DocumentReport& document : documents)
    for (const Finding& one : document.findings) {
      const auto [at, is_new] =
          known.try_emplace({one.severity, one.code, cause_of(one)}, groups.size());
      if (is_new) groups.emplace_back();
      groups[at->second].members.push_back({&one, &document});
    }
  for (FindingGroup& group : groups) {
    std::set<std::pair<const DocumentReport*, std::string_view>> datasets;
    for (const auto& [finding, document] : group.members)
      datasets.emplace(document, finding->dataset);
    group.datasets = datasets.size();
  }
  std::ranges::stable_sort(groups, {}, [](const FindingGroup& group) {
    const Finding& first = group.first();
    return std::pair(-static_cast<int>(first.severity), is_recommendation(first));
  });
  return groups;
}

std::vector<FindingGroup::Member> listed(const std::vector<FindingGroup>& groups,
                                         const std::vector<DocumentReport>& documents) {
  std::unordered_set<const Finding*> left_out;
  for (const FindingGroup& group : groups)
    for (std::size_t i = kMostOfGroup; i < group.members.size(); ++i)
      left_out.insert(group.members[i].finding);
  std::vector<FindingGroup::Member> all;
  for (const DocumentReport& document : documents)
    for (const Finding& one : document.findings)
      if (!left_out.contains(&one)) all.push_back({&one, &document});
  return all;
}

ReportCounts count(const std::vector<DocumentReport>& documents) {
  ReportCounts counts;
  counts.files = documents.size();
  for (const DocumentReport& document : documents) {
    counts.datasets += document.datasets.size();
    for (const Finding& one : document.findings) switch (one.severity) {
        case Severity::Error:
          if (one.code != kIncompleteCode) ++counts.errors;
          break;
        case Severity::Violation:
          ++counts.violations;
          break;
        case Severity::Warning:
          ++(is_recommendation(one) ? counts.recommended : counts.warnings);
          break;
        case Severity::Info:
          ++counts.notes;
          break;
      }
  }
  return counts;
}

rdf::Graph to_graph(const std::vector<DocumentReport>& documents, const Wording& english,
                    const Wording& french) {
  rdf::Graph graph;
  const rdf::Term top = rdf::blank("report");
  const auto add = [&](const rdf::Term& subject, std::string_view predicate,
                       const rdf::Term& object) {
    graph.statement(subject, rdf::iri(predicate), object, {});
  };
  add(top, rdf_ns::kType, rdf::iri(sh::kValidationReport));
  bool conforms = true;
  std::size_t number = 0, file = 0;
  for (const DocumentReport& document : documents) {
    const std::string prefix = "f" + std::to_string(++file) + "-";
    const auto node = [&](const OwnTerm& term, std::string& label) {
      if (term.kind != rdf::TermKind::Blank) return term.view();
      label = prefix + term.text;  // blank nodes of two files are different
      return rdf::blank(label);
    };
    for (const Finding& one : document.findings) {
      const std::string label = "result" + std::to_string(++number);
      const rdf::Term result = rdf::blank(label);
      std::string focus, value;
      const std::string text = english.sentence(one), texte = french.sentence(one);
      conforms = conforms && one.severity < Severity::Warning;
      add(top, sh::kResult, result);
      add(result, rdf_ns::kType, rdf::iri(sh::kValidationResult));
      add(result, sh::kResultSeverity,
          rdf::iri(one.severity >= Severity::Violation ? sh::kViolation
                   : one.severity == Severity::Warning ? sh::kWarning
                                                       : sh::kInfo));
      add(result, sh::kResultMessage, rdf::literal(text, "en"));
      add(result, sh::kResultMessage, rdf::literal(texte, "fr"));
      if (!one.focus.text.empty()) add(result, sh::kFocusNode, node(one.focus, focus));
      if (!one.property.empty()) add(result, sh::kResultPath, rdf::iri(one.property));
      if (one.value) add(result, sh::kValue, node(*one.value, value));
      if (one.rule != nullptr && !one.rule->iri.starts_with("_:"))
        add(result, sh::kSourceShape, rdf::iri(one.rule->iri));
      if (!one.component.empty())
        add(result, sh::kSourceConstraintComponent, rdf::iri(one.component));
    }
  }
  add(top, sh::kConforms, rdf::typed(conforms ? "true" : "false", xsd::kBoolean));
  graph.finish();
  return graph;
}

}  // namespace pinakes
