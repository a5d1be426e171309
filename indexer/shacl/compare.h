// The order of literals as SPARQL's operators < and <= see it.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>

#include "indexer/rdf/term.h"

namespace pinakes::shacl {

/// SPARQL 1.1 section 17.3: numbers of any type and length, xsd:string, xsd:boolean, xsd:dateTime;
/// and dates, times and years among their own kind. Unordered: another pair of types, an ill-typed
/// literal, no literal, NaN, or two times of which one has no zone and which lie less than 14 hours
/// apart (XML Schema 1.1 part 2 section D.2.1).
std::partial_ordering compare(const rdf::Term& a, const rdf::Term& b);

}  // namespace pinakes::shacl
