// Chooses the sentence of a finding and fills it.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/validate/wording.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

#include "indexer/base/error.h"
#include "indexer/base/iri.h"
#include "indexer/base/text.h"
#include "schemas/fields.h"

namespace pinakes {
namespace {

constexpr std::size_t kLongestValue = 120;

std::string cut(std::string_view text) {
  std::string out;
  std::size_t end = std::min(text.size(), kLongestValue);
  while (end < text.size() && end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
    --end;
  for (const char c : text.substr(0, end)) out += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
  if (end < text.size()) out += "...";
  return out;
}

TextMap<std::string> labels_of(const std::filesystem::path& home, std::string_view language) {
  const auto file = home / "schemas" / "labels" / (std::string(language) + ".json");
  TextMap<std::string> labels;
  try {
    std::ifstream in(file, std::ios::binary);
    const auto names = nlohmann::json::parse(in);
    for (const Field& field : kFields)
      for (const Path& path : field.paths)
        if (!path[0].empty() && path[1].empty())
          labels.emplace(path[0], names.at(std::string(field.name)).at("label"));
  } catch (const nlohmann::json::exception& problem) {
    throw Error(ErrorCode::Io, file.string() + ": " + problem.what());
  }
  return labels;
}

}  // namespace

Wording::Wording(const std::filesystem::path& home, const LegalTable& legal,
                 std::string_view language, std::string today)
    : messages_(home, language),
      legal_(legal),
      language_(language),
      today_(std::move(today)),
      labels_(labels_of(home, language)),
      snippets_(home) {}

std::string Wording::say(std::string_view code, Arguments arguments) const {
  return messages_.sentence({std::string(code), Severity::Info, std::move(arguments), {}});
}

std::string Wording::severity(Severity severity) const {
  switch (severity) {
    case Severity::Info:
      return say("report-info");
    case Severity::Warning:
      return say("report-warning");
    case Severity::Violation:
      return say("report-violation");
    case Severity::Error:
      break;
  }
  return say("report-error");
}

std::string Wording::label(const Finding& finding) const {
  if (finding.rule != nullptr)
    if (const Literal* name = best_literal(finding.rule->names, language_)) return name->text;
  const auto label = labels_.find(finding.property);
  if (label != labels_.end()) return label->second;
  return finding.property.empty() ? std::string() : compact_iri(finding.property);
}

std::string Wording::property(const Finding& finding) const {
  if (finding.property.empty()) return {};
  const std::string name = label(finding), prefixed = compact_iri(finding.property);
  return name == prefixed ? name : name + " (" + prefixed + ")";
}

std::string Wording::property_text(std::string_view property) const {
  const auto known = labels_.find(property);
  const std::string prefixed = compact_iri(property);
  return known == labels_.end() ? prefixed : known->second + " (" + prefixed + ")";
}

std::string Wording::shown(const OwnTerm& value, std::string_view name) const {
  if (value.kind == rdf::TermKind::Iri && name.empty()) return "<" + cut(value.text) + ">";
  if (value.kind == rdf::TermKind::Blank && name.empty()) return say("report-node");
  const std::string text = cut(name.empty() ? std::string_view(value.text) : name);
  return say("report-quoted", {{"text", text}});
}

std::string Wording::message(const Rule& rule) const {
  const Literal* best = best_literal(rule.messages, language_);
  return best == nullptr ? std::string() : best->text;
}

std::string Wording::mend(const Finding& finding) const {
  if (finding.rule == nullptr) return {};
  const std::string text = message(*finding.rule);
  const std::size_t end = text.find(". ");
  return end == std::string::npos ? std::string() : text.substr(end + 2);
}

Wording::Arguments Wording::arguments(const Finding& finding, std::size_t count) const {
  Arguments all = finding.arguments;
  all.emplace_back("label", label(finding));
  all.emplace_back("property", compact_iri(finding.property));
  all.emplace_back("mend", mend(finding));
  all.emplace_back("nearest", finding.nearest);
  all.emplace_back("count", std::to_string(count));
  all.emplace_back("value", finding.value ? shown(*finding.value, finding.value_name) : "");
  const bool named =
      finding.value && (finding.value->kind != rdf::TermKind::Blank || !finding.value_name.empty());
  all.emplace_back("who", named ? " " + shown(*finding.value, finding.value_name) : "");
  all.emplace_back("text", finding.value ? cut(finding.value->text) : "");
  all.emplace_back("better", finding.better ? turtle_term(finding.better->view()) : "");
  all.emplace_back("name", say("report-quoted", {{"text", cut(finding.focus_name)}}));
  std::string allowed;
  for (const std::string& code : finding.allowed) allowed += (allowed.empty() ? "" : ", ") + code;
  all.emplace_back("allowed", allowed);
  return all;
}

std::string Wording::sentence(const Finding& finding, std::size_t count) const {
  const auto filled = [&](const std::string& code) {
    std::string text = say(code, arguments(finding, count));
    return std::string(trim(text));
  };
  if (finding.rule == nullptr) {
    const std::string own = "finding-" + finding.code + "-" + finding.cause;
    return filled(messages_.has(own) ? own : finding.code);
  }
  const std::string rule = "finding-" + finding.code + "-" + finding.cause;
  if (count > 1 && messages_.has(rule + "-many")) return filled(rule + "-many");
  if (!finding.focus_name.empty() && messages_.has(rule + "-named")) return filled(rule + "-named");
  if (messages_.has(rule)) return filled(rule);
  std::string text = message(*finding.rule);
  const std::string general = "finding-" + finding.cause;
  // A message about one constraint fits; one about several would name faults that are not there.
  const bool always = finding.cause.starts_with("code-") || finding.cause.starts_with("contact-");
  if (!text.empty() && finding.rule->single && !always) return text;
  if (messages_.has(general)) return filled(general);
  return text.empty() ? filled("finding-other") : text;
}

std::string Wording::date(std::string_view day) const {
  if (day.size() != 10) return std::string(day);
  const std::string month = say("report-month-" + std::string(day.substr(5, 2)));
  const std::size_t first = day[8] == '0' ? 9 : 8;
  return std::string(day.substr(first)) + " " + month + " " + std::string(day.substr(0, 4));
}

std::vector<std::string> Wording::sources(const Finding& finding) const {
  std::vector<std::string> all;
  if (finding.rule == nullptr) return all;
  const bool french = language_ == "fr";
  for (const std::string& code : finding.rule->sources) {
    const LegalReference* reference = legal_.find(code);
    if (reference == nullptr || !reference->verified) continue;
    const std::string& text = french ? reference->fr : reference->en;
    if (reference->kind != LegalReference::Kind::Law) {
      all.push_back(text);
      continue;
    }
    const std::string whole = (french ? reference->act_fr : reference->act_en) + ", " + text;
    // Advice that goes back to an act is not what the act requires.
    const bool required = finding.severity >= Severity::Violation;
    const std::string_view said = !required                   ? "report-law-see"
                                  : reference->from <= today_ ? "report-law-since"
                                                              : "report-law-from";
    all.push_back(say(said, {{"date", date(reference->from)}, {"text", whole}}));
  }
  return all;
}

std::string Wording::snippet(const Finding& finding, SnippetSyntax syntax) const {
  // A rule of ours on a statement that should not be there has nothing to be copied.
  if (finding.cause == "too-many" || finding.severity == Severity::Error) return {};
  // What has only to be put in order needs no example: the sentence says how.
  if (finding.cause == "shape" && finding.code.ends_with("-order")) return {};
  return snippets_.of(finding, syntax, language_);
}

bool is_recommendation(const Finding& finding) {
  return finding.rule != nullptr && finding.code.ends_with("-recommended") &&
         finding.cause == "missing";
}

}  // namespace pinakes
