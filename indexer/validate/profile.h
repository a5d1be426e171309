// Profiles: which rules a description is held to, chosen by what it says of itself.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "indexer/dcat/dataset.h"

namespace pinakes {

/// Those that have shapes, in the order of kProfileNames; None has none.
enum class Profile : std::uint8_t { DcatAp, Health, Public, Restricted, NonPublic, None };

/// As in schemas/shapes/profiles.json and on the command line.
inline constexpr auto kProfileNames = std::to_array<std::string_view>(
    {"dcat-ap", "health", "public", "restricted", "non-public", "none"});
constexpr std::string_view name_of(Profile profile) {
  return kProfileNames[static_cast<std::size_t>(profile)];
}
/// Nothing for a name that is none; "auto" is no profile.
std::optional<Profile> profile_named(std::string_view name);

/// What the source says of its datasets.
enum class Source : std::uint8_t { Unknown, Health };

/// HealthDCAT-AP at the level of the access rights (Health where they are missing or unknown) for
/// a source of health data and for a dataset with the theme HEAL, a healthdcatap term or the EHDS
/// among its legislation; else DCAT-AP. `foreign` is a dataset that was described in another
/// schema (DCAT-US, schema.org...): only what it says of the EHDS itself makes it a health dataset.
enum class Schema : std::uint8_t { DcatAp, Foreign };
Profile profile_of(const Dataset& canonical, Schema schema, Source source = Source::Unknown);

}  // namespace pinakes
