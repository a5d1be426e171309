// All that one validation says: documents, findings grouped by cause, and what it comes to.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "indexer/rdf/graph.h"
#include "indexer/validate/document.h"
#include "indexer/validate/wording.h"

namespace pinakes {

/// Findings with the same cause; never empty.
struct FindingGroup {
  struct Member {
    const Finding* finding;
    const DocumentReport* document;
  };
  std::vector<Member> members;
  std::size_t datasets = 0;  // how many different ones
  const Finding& first() const { return *members.front().finding; }
};

/// What is worst first, then in the order of the files. What is recommended and not stated comes
/// last of its severity. Groups point into the documents.
std::vector<FindingGroup> groups_of(const std::vector<DocumentReport>& documents);

/// At most this many of each group, in the order of the files: what a report for programs lists.
/// The counts are those of all.
inline constexpr std::size_t kMostOfGroup = 1'000;
std::vector<FindingGroup::Member> listed(const std::vector<FindingGroup>& groups,
                                         const std::vector<DocumentReport>& documents);

struct ReportCounts {
  std::size_t files = 0, datasets = 0;
  std::size_t errors = 0, violations = 0, warnings = 0, recommended = 0, notes = 0;
  /// Nothing that is worse than a warning.
  bool conforms() const { return errors == 0 && violations == 0; }
};
ReportCounts count(const std::vector<DocumentReport>& documents);

/// The findings that SHACL has words for as a validation report (SHACL section 3.6), messages in
/// both languages. Finished.
rdf::Graph to_graph(const std::vector<DocumentReport>& documents, const Wording& english,
                    const Wording& french);

}  // namespace pinakes
