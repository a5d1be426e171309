// The report as a page that stands alone and prints.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/validate/render.h"

namespace pinakes {
namespace {

constexpr std::size_t kPlacesShown = 20;

constexpr std::string_view kStyle = R"(
:root{color-scheme:light dark}
body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2rem}
.summary{font-weight:600}
section{border:1px solid #767676;border-left-width:.5rem;border-radius:.25rem;padding:.25rem 1rem;margin:1rem 0;break-inside:avoid}
.error,.violation{border-left-color:#b3261e}.warning{border-left-color:#8a5a00}.info{border-left-color:#005a9c}
h3{font-size:1rem;margin:.5rem 0}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;margin:.5rem 0}
dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere}
pre{white-space:pre-wrap;overflow-wrap:anywhere;margin:0;font-size:.95rem}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.25rem .5rem;border-bottom:1px solid #767676;vertical-align:top;overflow-wrap:anywhere}
@media print{body{max-width:none;margin:0}section{border-color:#000}}
)";

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else if (static_cast<unsigned char>(c) >= ' ' || c == '\n')
      out += c;
  }
  return out;
}

class Page {
 public:
  explicit Page(const Wording& wording) : wording_(wording) {}

  void begin(const ReportCounts& counts) {
    const std::string title = escaped(wording_.say("report-title"));
    out_ += "<!DOCTYPE html>\n<html lang=\"" + wording_.language() +
            "\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
            title + "</title>\n<style>" + std::string(kStyle) +
            "</style>\n</head>\n<body>\n<main>\n<h1>" + title + "</h1>\n<p class=\"summary\">" +
            escaped(wording_.say(counts.conforms() ? "report-conforms" : "report-fails")) +
            "</p>\n<p>" + escaped(summary(counts, wording_)) + "</p>\n";
  }

  void documents(const std::vector<DocumentReport>& all) {
    heading("report-checked");
    out_ += "<table>\n<thead><tr>";
    for (const char* column : {"report-dataset", "report-place", "report-profile"})
      out_ += "<th scope=\"col\">" + escaped(wording_.say(column)) + "</th>";
    out_ += "</tr></thead>\n<tbody>\n";
    for (const DocumentReport& document : all)
      for (const CheckedDataset& one : document.datasets) {
        const bool checked = one.state == CheckedDataset::State::Checked;
        const std::string how = checked ? "profile-" + std::string(name_of(one.profile))
                                        : std::string("report-not-checked");
        out_ += "<tr><td>" + escaped(one.title) + (one.title.empty() ? "" : "<br>") + "<code>" +
                escaped(one.iri) + "</code></td><td>" + escaped(document.file) + "</td><td>" +
                escaped(wording_.say(how)) + "</td></tr>\n";
      }
    out_ += "</tbody>\n</table>\n";
  }

  void heading(std::string_view code) { out_ += "<h2>" + escaped(wording_.say(code)) + "</h2>\n"; }

  void group(const FindingGroup& group) {
    const Finding& first = group.first();
    out_ += "<section class=\"" + std::string(severity_code(first.severity)) + "\">\n<h3>" +
            escaped(wording_.say("report-heading", {{"severity", wording_.severity(first.severity)},
                                                    {"text", group_sentence(group, wording_)}})) +
            "</h3>\n<dl>\n";
    if (!first.dataset.empty())
      entry("report-dataset",
            first.title.empty() ? first.dataset : first.title + " <" + first.dataset + ">");
    if (const std::string part = part_text(first, wording_); !part.empty())
      entry("report-in", part);
    if (!first.property.empty()) entry("report-property", wording_.property(first));
    if (first.value && first.value->kind != rdf::TermKind::Blank)
      entry("report-found", wording_.shown(*first.value, first.value_name));
    if (!first.nearest.empty())
      entry("report-expected", wording_.say("report-nearest", {{"nearest", first.nearest}}));
    const std::string snippet =
        wording_.snippet(first, snippet_syntax(group.members.front().document->format));
    if (!snippet.empty())
      out_ += "<dt>" + escaped(wording_.say("report-write")) + "</dt><dd><pre>" + escaped(snippet) +
              "</pre></dd>\n";
    if (const std::string rule = rule_text(first, wording_); !rule.empty())
      entry("report-rule", rule);
    places(group);
    out_ += "</dl>\n</section>\n";
  }

  void recommended(const std::vector<const FindingGroup*>& groups) {
    if (groups.empty()) return;
    heading("report-recommended-title");
    out_ += "<ul>\n";
    for (const FindingGroup* group : groups) {
      out_ += "<li>" + escaped(wording_.property(group->first()));
      if (group->members.size() > 1)
        out_ += " (" +
                escaped(wording_.say("report-times-one",
                                     {{"count", std::to_string(group->members.size())}})) +
                ")";
      out_ += "</li>\n";
    }
    out_ += "</ul>\n";
  }

  std::string&& end() && {
    out_ += "</main>\n</body>\n</html>\n";
    return std::move(out_);
  }

 private:
  void entry(std::string_view label, const std::string& text) {
    out_ += "<dt>" + escaped(wording_.say(label)) + "</dt><dd>" + escaped(text) + "</dd>\n";
  }
  void places(const FindingGroup& group) {
    std::string text;
    std::size_t shown = 0;
    for (const auto& [finding, document] : group.members) {
      if (++shown > kPlacesShown) break;
      text += (text.empty() ? "" : ", ") + place_text(finding->place);
    }
    if (group.members.size() > kPlacesShown)
      text = wording_.say(
          "report-also-more",
          {{"places", text}, {"count", std::to_string(group.members.size() - kPlacesShown)}});
    if (!text.empty()) entry("report-place", text);
  }

  const Wording& wording_;
  std::string out_;
};

}  // namespace

std::string report_html(const std::vector<DocumentReport>& documents, const Wording& wording) {
  Page page(wording);
  page.begin(count(documents));
  page.documents(documents);
  const std::vector<FindingGroup> groups = groups_of(documents);
  std::vector<const FindingGroup*> recommended;
  if (!groups.empty()) page.heading("report-findings");
  for (const FindingGroup& group : groups)
    if (is_recommendation(group.first()))
      recommended.push_back(&group);
    else
      page.group(group);
  page.recommended(recommended);
  return std::move(page).end();
}

}  // namespace pinakes
