// The one SPARQL constraint that is built in: "the graph must hold an instance of this class".
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pinakes::shacl {

/// The class C of a query that selects $this where no ?x is of type C (the guard of the official
/// HealthDCAT-AP validator); nullopt for every other query.
std::optional<std::string> class_of_guard(std::string_view query);

}  // namespace pinakes::shacl
