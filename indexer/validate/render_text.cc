// The report as lines of text.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>

#include "indexer/validate/render.h"

namespace pinakes {
namespace {

constexpr std::size_t kPlacesShown = 3, kRuleLabel = 9;

/// Characters, not bytes.
std::size_t width(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string_view colour_of(Severity severity) {
  switch (severity) {
    case Severity::Error:
    case Severity::Violation:
      return "\x1b[1;31m";
    case Severity::Warning:
      return "\x1b[1;33m";
    case Severity::Info:
      break;
  }
  return "\x1b[1;36m";
}

/// What a file says may not steer the terminal: control characters are left out.
std::string safe(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    const bool c1 = c == 0xC2 && i + 1 < text.size() &&
                    static_cast<unsigned char>(text[i + 1]) < 0xA0;  // U+0080 to U+009F
    if (c1) ++i;
    if (!c1 && (c >= ' ' || c == '\n') && c != 0x7F) out += text[i];
  }
  return out;
}

std::string counted(const Wording& wording, std::string_view what, std::size_t count) {
  const std::string code = "report-count-" + std::string(what);
  if (count == 1) return wording.say(code + "-one");
  return wording.say(code, {{"count", std::to_string(count)}});
}

class TextReport {
 public:
  TextReport(const Wording& wording, Colour colour) : wording_(wording), colour_(colour) {}

  void documents(const std::vector<DocumentReport>& all) {
    for (const DocumentReport& document : all)
      for (const CheckedDataset& one : document.datasets) one_dataset_ = &one;
    std::size_t datasets = 0;
    for (const DocumentReport& document : all) datasets += document.datasets.size();
    if (datasets != 1) {
      one_dataset_ = nullptr;
      profiles(all);
      return;
    }
    line(name_of(one_dataset_->title, one_dataset_->iri));
    const bool checked = one_dataset_->state == CheckedDataset::State::Checked;
    line((checked ? wording_.say("report-profile") + " " : "") + profile(*one_dataset_));
    out_ += '\n';
  }

  void group(const FindingGroup& group) {
    const Finding& first = group.first();
    const std::string place = place_text(first.place);
    out_ += painted(safe(place.empty() ? "" : place + ": "), "\x1b[1m");
    out_ += painted(wording_.severity(first.severity), colour_of(first.severity)) + ": ";
    const std::string sentence = safe(group_sentence(group, wording_));
    line(sentence);
    if (one_dataset_ == nullptr && (!first.title.empty() || !first.dataset.empty()))
      entry("report-dataset", name_of(first.title, first.dataset));
    if (const std::string part = part_text(first, wording_); !part.empty())
      entry("report-in", part);
    if (!first.property.empty()) entry("report-property", wording_.property(first));
    details(first, group.members.front().document->format, sentence);
    if (const std::string rule = rule_text(first, wording_); !rule.empty())
      entry("report-rule", rule);
    further(group);
    out_ += '\n';
  }

  /// All that is recommended and not stated, in one paragraph.
  void recommended(const std::vector<const FindingGroup*>& groups) {
    if (groups.empty()) return;
    std::string names;
    for (const FindingGroup* group : groups) {
      names += (names.empty() ? "" : ", ") + wording_.property(group->first());
      if (group->members.size() > 1) names += " x" + std::to_string(group->members.size());
    }
    out_ += painted(wording_.say("report-recommended"), "\x1b[1m") + ": " + safe(names) + "\n\n";
  }

  void line(const std::string& text) { out_ += safe(text) + "\n"; }
  std::string&& text() && { return std::move(out_); }

 private:
  std::string painted(const std::string& text, std::string_view colour) const {
    if (colour_ == Colour::No || text.empty()) return text;
    return std::string(colour) + text + "\x1b[0m";
  }
  /// How many datasets were checked as what.
  void profiles(const std::vector<DocumentReport>& all) {
    std::map<std::string, std::size_t> counts;
    for (const DocumentReport& document : all)
      for (const CheckedDataset& one : document.datasets) ++counts[profile(one)];
    for (const auto& [name, count] : counts)
      line(counted(wording_, "datasets", count) + ": " + name);
    if (!counts.empty()) out_ += '\n';
  }
  static std::string name_of(const std::string& title, const std::string& iri) {
    const std::string shown = iri.starts_with("_:") ? iri : "<" + iri + ">";
    return title.empty() ? shown : title + " " + shown;
  }
  std::string profile(const CheckedDataset& dataset) const {
    if (dataset.state == CheckedDataset::State::Incomplete)
      return wording_.say("report-not-checked");
    return wording_.say("profile-" + std::string(pinakes::name_of(dataset.profile)));
  }

  void entry(std::string_view label, const std::string& text) {
    std::string name = wording_.say(label);
    while (width(name) < kRuleLabel) name += ' ';
    out_ += "    " + name + " ";
    const std::string indent(4 + width(name) + 1, ' ');
    for (const char c : safe(text)) {
      out_ += c;
      if (c == '\n') out_ += indent;
    }
    out_ += '\n';
  }

  void details(const Finding& one, std::string_view format, const std::string& sentence) {
    const auto said = [&](const std::string& text) {
      return sentence.find(text) != std::string::npos;
    };
    if (one.value && one.value->kind != rdf::TermKind::Blank) {
      const std::string found = wording_.shown(*one.value, one.value_name);
      if (!said(found) && !said(one.value->text)) entry("report-found", found);
    }
    std::string allowed;
    for (const std::string& code : one.allowed) allowed += (allowed.empty() ? "" : ", ") + code;
    if (!allowed.empty() && !said(allowed)) entry("report-expected", allowed);
    if (!one.nearest.empty() && !said(one.nearest))
      entry("report-expected", wording_.say("report-nearest", {{"nearest", one.nearest}}));
    const std::string snippet = wording_.snippet(one, snippet_syntax(format));
    if (!snippet.empty() && !said(snippet)) entry("report-write", snippet);
  }

  /// In the file that was named already, the line is enough.
  static std::string further_place(const FindingGroup& group, std::size_t member) {
    const Place& place = group.members[member].finding->place;
    if (place.file != group.first().place.file || place.position.line == 0)
      return place_text(place);
    return std::to_string(place.position.line) + ":" + std::to_string(place.position.column);
  }

  void further(const FindingGroup& group) {
    if (group.members.size() == 1) return;
    std::string places;
    std::size_t shown = 0;
    for (std::size_t i = 1; i < group.members.size() && shown < kPlacesShown; ++i, ++shown)
      places += (places.empty() ? "" : ", ") + further_place(group, i);
    const std::size_t more = group.members.size() - 1 - shown;
    if (more > 0)
      places =
          wording_.say("report-also-more", {{"places", places}, {"count", std::to_string(more)}});
    entry("report-also", places);
  }

  const Wording& wording_;
  Colour colour_;
  const CheckedDataset* one_dataset_ = nullptr;
  std::string out_;
};

}  // namespace

std::string report_text(const std::vector<DocumentReport>& documents, const Wording& wording,
                        Colour colour) {
  TextReport report(wording, colour);
  report.documents(documents);
  std::vector<const FindingGroup*> recommended;
  const std::vector<FindingGroup> groups = groups_of(documents);
  for (const FindingGroup& group : groups)
    if (is_recommendation(group.first()))
      recommended.push_back(&group);
    else
      report.group(group);
  report.recommended(recommended);
  report.line(summary(count(documents), wording));
  return std::move(report).text();
}

std::string summary(const ReportCounts& counts, const Wording& wording) {
  return wording.say("report-summary",
                     {{"datasets", counted(wording, "datasets", counts.datasets)},
                      {"files", counted(wording, "files", counts.files)},
                      {"errors", counted(wording, "errors", counts.errors)},
                      {"violations", counted(wording, "violations", counts.violations)},
                      {"warnings", counted(wording, "warnings", counts.warnings)},
                      {"recommended", std::to_string(counts.recommended)}});
}

std::string place_text(const Place& place) {
  std::string text = place.file;
  if (place.position.line != 0) text += ":" + std::to_string(place.position.line);
  if (place.position.column != 0) text += ":" + std::to_string(place.position.column);
  if (!place.pointer.empty()) text += " " + place.pointer;
  return text;
}

std::string part_text(const Finding& finding, const Wording& wording) {
  if (finding.focus_property.empty()) return {};
  const std::string name = finding.focus_name.empty()
                               ? std::string()
                               : wording.shown({rdf::TermKind::Literal, finding.focus_name}) + ", ";
  return name + wording.property_text(finding.focus_property);
}

std::string rule_text(const Finding& finding, const Wording& wording) {
  if (finding.rule == nullptr) return {};
  std::string text = finding.rule->code.starts_with("_:") ? std::string() : finding.rule->code;
  for (const std::string& source : wording.sources(finding))
    text += (text.empty() ? "" : "; ") + source;
  return text;
}

std::string group_sentence(const FindingGroup& group, const Wording& wording) {
  const std::size_t count = group.members.size();
  std::string text = wording.sentence(group.first(), count);
  if (count == 1 || text != wording.sentence(group.first())) return text;  // it has the count
  const std::string times =
      wording.say(group.datasets > 1 ? "report-times" : "report-times-one",
                  {{"count", std::to_string(count)}, {"datasets", std::to_string(group.datasets)}});
  return text + " (" + times + ")";
}

std::string_view severity_code(Severity severity) {
  switch (severity) {
    case Severity::Info:
      return "info";
    case Severity::Warning:
      return "warning";
    case Severity::Violation:
      return "violation";
    case Severity::Error:
      break;
  }
  return "error";
}

}  // namespace pinakes
