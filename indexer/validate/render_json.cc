// The report as JSON: every finding, and the groups that point at them.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>
#include <nlohmann/json.hpp>

#include "indexer/validate/render.h"

namespace pinakes {
namespace {

using Json = nlohmann::ordered_json;

Json place_json(const Place& place) {
  Json json{{"file", place.file}};
  json["line"] = place.position.line == 0 ? Json() : Json(place.position.line);
  json["column"] = place.position.column == 0 ? Json() : Json(place.position.column);
  if (!place.pointer.empty()) json["pointer"] = place.pointer;
  return json;
}

Json term_json(const OwnTerm& term) {
  static constexpr std::array<std::string_view, 3> kKinds = {"iri", "blank", "literal"};
  Json json{{"kind", kKinds.at(static_cast<std::size_t>(term.kind))}, {"value", term.text}};
  if (!term.datatype.empty()) json["datatype"] = term.datatype;
  if (!term.language.empty()) json["language"] = term.language;
  return json;
}

Json finding_json(const Finding& one, const DocumentReport& document, const Wording& wording) {
  Json json{{"severity", severity_code(one.severity)}, {"code", one.code}};
  if (one.rule != nullptr) json["rule"] = one.rule->iri;
  json["case"] = one.cause;
  json["message"] = wording.sentence(one);
  json["dataset"] = {{"iri", one.dataset}, {"title", one.title}};
  if (!one.property.empty())
    json["property"] = {
        {"iri", one.property}, {"name", compact_iri(one.property)}, {"label", wording.label(one)}};
  json["place"] = place_json(one.place);
  if (!one.focus.text.empty()) json["node"] = term_json(one.focus);
  if (!one.focus_name.empty()) json["node"]["name"] = one.focus_name;
  if (!one.focus_property.empty()) json["node"]["property"] = compact_iri(one.focus_property);
  if (one.value) json["found"] = term_json(*one.value);
  if (!one.allowed.empty()) json["allowed"] = one.allowed;
  if (!one.nearest.empty()) json["nearest"] = one.nearest;
  const SnippetSyntax syntax = snippet_syntax(document.format);
  if (const std::string snippet = wording.snippet(one, syntax); !snippet.empty())
    json["write"] = {{"syntax", name_of(syntax)}, {"text", snippet}};
  json["sources"] = wording.sources(one);
  if (!one.component.empty()) json["component"] = one.component;
  return json;
}

}  // namespace

std::string report_json(const std::vector<DocumentReport>& documents, const Wording& wording) {
  const ReportCounts counts = count(documents);
  Json json{{"conforms", counts.conforms()},
            {"language", wording.language()},
            {"summary",
             {{"text", summary(counts, wording)},
              {"files", counts.files},
              {"datasets", counts.datasets},
              {"errors", counts.errors},
              {"violations", counts.violations},
              {"warnings", counts.warnings},
              {"recommended", counts.recommended},
              {"notes", counts.notes}}}};
  Json files = Json::array(), findings = Json::array(), groups = Json::array();
  std::map<const Finding*, std::size_t> numbers;
  for (const DocumentReport& document : documents) {
    Json datasets = Json::array();
    for (const CheckedDataset& one : document.datasets)
      datasets.push_back({{"iri", one.iri},
                          {"title", one.title},
                          {"profile", name_of(one.profile)},
                          {"checked", one.state == CheckedDataset::State::Checked}});
    files.push_back(
        {{"file", document.file}, {"format", document.format}, {"datasets", std::move(datasets)}});
  }
  const std::vector<FindingGroup> all = groups_of(documents);
  for (const auto& [finding, document] : listed(all, documents)) {
    numbers.emplace(finding, findings.size());
    findings.push_back(finding_json(*finding, *document, wording));
  }
  for (const FindingGroup& group : all) {
    Json members = Json::array();
    for (const auto& [finding, document] : group.members)
      if (const auto at = numbers.find(finding); at != numbers.end()) members.push_back(at->second);
    groups.push_back({{"severity", severity_code(group.first().severity)},
                      {"code", group.first().code},
                      {"message", group_sentence(group, wording)},
                      {"count", group.members.size()},
                      {"datasets", group.datasets},
                      {"findings", std::move(members)}});
  }
  json["files"] = std::move(files);
  json["groups"] = std::move(groups);
  json["findings"] = std::move(findings);
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace pinakes
