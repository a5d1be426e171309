// The report in the format that code forges and editors read (OASIS SARIF 2.1.0).
// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>
#include <nlohmann/json.hpp>

#include "indexer/validate/render.h"

namespace pinakes {
namespace {

using Json = nlohmann::ordered_json;

/// Section 3.27.10.
std::string_view level_of(Severity severity) {
  if (severity >= Severity::Violation) return "error";
  return severity == Severity::Warning ? "warning" : "note";
}

/// A path as a relative reference (RFC 3986): section 3.4.3.
std::string uri_of(std::string_view path) {
  static constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("/-._~!").find(c) != std::string_view::npos;
    if (plain) {
      out += c;
    } else {
      out += '%';
      out += kHex[byte >> 4U];
      out += kHex[byte & 15U];
    }
  }
  return path.starts_with('/') ? "file://" + out : out;
}

Json location(const Place& place) {
  Json physical{{"artifactLocation", {{"uri", uri_of(place.file)}}}};
  if (place.position.line != 0) {
    physical["region"] = {{"startLine", place.position.line}};
    if (place.position.column != 0) physical["region"]["startColumn"] = place.position.column;
  }
  return {{"physicalLocation", std::move(physical)}};
}

}  // namespace

std::string report_sarif(const std::vector<DocumentReport>& documents, const Wording& wording) {
  Json rules = Json::array(), results = Json::array();
  std::map<std::string, std::size_t> known;
  for (const auto& [finding, document] : listed(groups_of(documents), documents)) {
    const Finding& one = *finding;
    const auto [at, is_new] = known.try_emplace(one.code, rules.size());
    if (is_new) {
      const std::string name = one.rule != nullptr ? wording.label(one) : one.code;
      rules.push_back({{"id", one.code}, {"shortDescription", {{"text", name}}}});
    }
    std::string text = wording.sentence(one);
    if (!one.title.empty()) text = one.title + ": " + text;
    results.push_back({{"ruleId", one.code},
                       {"ruleIndex", at->second},
                       {"level", level_of(one.severity)},
                       {"message", {{"text", text}}},
                       {"locations", Json::array({location(one.place)})}});
  }
  const Json json{
      {"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
      {"version", "2.1.0"},
      {"runs",
       Json::array({{{"tool", {{"driver", {{"name", "pinakes-indexer"}, {"rules", rules}}}}},
                     {"columnKind", "unicodeCodePoints"},
                     {"results", results}}})}};
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace pinakes
