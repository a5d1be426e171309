// What a run read as something else: rewrites of canonical(), counted by schema.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/ingest/mappings.h"

#include <set>
#include <string_view>

namespace pinakes {
namespace {

constexpr std::size_t kMostKinds = 10'000;

std::string argument(const Diagnostic& finding, std::string_view name) {
  for (const auto& [key, value] : finding.arguments)
    if (key == name) return value;
  return {};
}

}  // namespace

void Mappings::take(const Diagnostics& findings, Diagnostics& kept) {
  std::set<std::string> schemas, said;
  for (const Diagnostic& one : findings) {
    Key key{argument(one, "schema"), one.code, argument(one, "from"), argument(one, "to")};
    schemas.insert(std::get<0>(key));
    // One guess of a kind is enough to look at; the others of the dataset are counted.
    if (one.severity != Severity::Info && said.insert(std::get<2>(key) + std::get<3>(key)).second)
      kept.push_back(one);
    auto count = counts_.find(key);
    if (count == counts_.end()) {
      if (counts_.size() >= kMostKinds) continue;
      count = counts_.emplace(std::move(key), Count{0, one}).first;
    }
    ++count->second.statements;
  }
  for (const std::string& schema : schemas) ++datasets_[schema];
}

}  // namespace pinakes
