// One function for each conversion that the mapping tables name.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/dcat/canonical_table.h"
#include "indexer/rdf/term.h"

namespace pinakes::canon {

/// A term that owns its characters.
struct OwnTerm {
  rdf::TermKind kind = rdf::TermKind::Literal;
  std::string value, language;
  std::string_view datatype = {};  // of schemas/namespaces.h
  rdf::Term term() const { return {kind, value, datatype, language}; }
};

struct Converted {
  std::vector<OwnTerm> terms;  // none: it cannot be read as that
  Certainty certainty = Certainty::Mapped;
};

/// `key`: the local name of the property the value stands under. Never fails; Convert::AsIs and
/// Convert::Node are not its business.
Converted convert(Convert how, const rdf::Term& value, std::string_view key);

}  // namespace pinakes::canon
