// Chooses the profile of a dataset.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/validate/profile.h"

#include <algorithm>
#include <string>

#include "schemas/namespaces.h"

namespace pinakes {
namespace {

constexpr std::string_view kEhds = "data.europa.eu/eli/reg/2025/327";
constexpr std::string_view kThemes = "data-theme/";

bool names_ehds(const Dataset& dataset) {
  for (const rdf::TermId id : dataset.graph.objects(dataset.node, dcatap::kApplicableLegislation))
    if (dataset.graph[id].value.find(kEhds) != std::string_view::npos) return true;
  return false;
}

bool has_theme_health(const Dataset& dataset) {
  const std::string heal = std::string(authority::kEu).append(kThemes).append("HEAL");
  return dataset.graph.has(dataset.node, dcat::kTheme, heal);
}

bool has_health_term(const Dataset& dataset) {
  const rdf::Graph& graph = dataset.graph;
  return std::ranges::any_of(graph.about(dataset.node), [&](const rdf::Triple& one) {
    return graph[one.predicate].value.starts_with(healthdcatap::kNamespace);
  });
}

Profile level_of(const Dataset& dataset) {
  const std::string table = std::string(authority::kEu) + "access-right/";
  const auto rights = dataset.graph.objects(dataset.node, dct::kAccessRights);
  if (rights.size() != 1) return Profile::Health;
  const std::string_view iri = dataset.graph[rights.front()].value;
  if (!iri.starts_with(table)) return Profile::Health;
  const std::string_view code = iri.substr(table.size());
  if (code == "PUBLIC") return Profile::Public;
  if (code == "RESTRICTED") return Profile::Restricted;
  return code == "NON_PUBLIC" ? Profile::NonPublic : Profile::Health;
}

}  // namespace

std::optional<Profile> profile_named(std::string_view name) {
  const auto* const found = std::ranges::find(kProfileNames, name);
  if (found == kProfileNames.end()) return std::nullopt;
  return static_cast<Profile>(found - kProfileNames.begin());
}

Profile profile_of(const Dataset& canonical, Schema schema, Source source) {
  const bool of_health = source == Source::Health || names_ehds(canonical);
  if (of_health) return level_of(canonical);
  if (schema == Schema::Foreign) return Profile::DcatAp;
  const bool health = has_theme_health(canonical) || has_health_term(canonical);
  return health ? level_of(canonical) : Profile::DcatAp;
}

}  // namespace pinakes
