// Diagnostics for people (grouped, with examples) and for programs (JSON).
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/diagnostics_text.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <vector>

#include "indexer/commands/command.h"

namespace pinakes::commands {
namespace {

constexpr std::size_t kErrorsShown = 20, kExamples = 3;

struct Group {
  std::string_view code;
  Severity severity;
  std::vector<const Diagnostic*> members;
};

/// In the order of severity, worst first, then of first appearance.
std::vector<Group> groups_of(const Diagnostics& diagnostics) {
  std::vector<Group> groups;
  for (const Diagnostic& one : diagnostics) {
    auto group = std::find_if(groups.begin(), groups.end(), [&](const Group& g) {
      return g.code == one.code && g.severity == one.severity;
    });
    if (group == groups.end()) group = groups.insert(group, {one.code, one.severity, {}});
    group->members.push_back(&one);
  }
  std::stable_sort(groups.begin(), groups.end(),
                   [](const Group& a, const Group& b) { return a.severity > b.severity; });
  return groups;
}

}  // namespace

void print_grouped(const Diagnostics& diagnostics, const Messages& messages, std::FILE* to) {
  for (const Group& group : groups_of(diagnostics)) {
    const std::size_t limit = group.severity == Severity::Error ? kErrorsShown : kExamples;
    const std::size_t shown = std::min(limit, group.members.size());
    for (std::size_t i = 0; i < shown; ++i) {
      const std::string line = messages.format(*group.members[i]);
      std::fprintf(to, "%s\n", line.c_str());
    }
    if (shown == group.members.size()) continue;
    const std::string more = messages.sentence(
        {"more-of-this-kind",
         group.severity,
         {{"count", grouped(group.members.size() - shown)}, {"code", std::string(group.code)}},
         {}});
    std::fprintf(to, "  %s\n", more.c_str());
  }
}

nlohmann::json to_json(const Diagnostic& diagnostic, const Messages& messages) {
  nlohmann::json arguments = nlohmann::json::object();
  for (const auto& [name, value] : diagnostic.arguments) arguments[name] = value;
  nlohmann::json json{{"code", diagnostic.code},
                      {"severity", severity_name(diagnostic.severity)},
                      {"file", diagnostic.place.file},
                      {"line", diagnostic.place.position.line},
                      {"column", diagnostic.place.position.column},
                      {"message", messages.sentence(diagnostic)},
                      {"arguments", std::move(arguments)}};
  if (!diagnostic.place.pointer.empty()) json["pointer"] = diagnostic.place.pointer;
  return json;
}

std::string_view severity_name(Severity severity) {
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

}  // namespace pinakes::commands
