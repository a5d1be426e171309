// A validator and its sentences in both languages, for the tests of indexer/validate.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "indexer/rdf/contexts.h"
#include "indexer/validate/document.h"
#include "indexer/validate/render.h"
#include "tests/catch.h"

namespace pinakes::tests {

struct Fixture {
  Vocabularies vocabularies{PINAKES_ROOT};
  rdf::Contexts contexts{PINAKES_ROOT};
  Validator validator{PINAKES_ROOT, vocabularies};
  Wording english{PINAKES_ROOT, validator.legal(), "en", "2026-11-23"};
  Wording french{PINAKES_ROOT, validator.legal(), "fr", "2026-11-23"};

  /// A document of that format; empty profile: chosen by content.
  std::vector<DocumentReport> check(std::string_view text, std::string_view profile = "auto",
                                    std::string_view format = "turtle") const {
    const CheckOptions options{profile_named(profile), Source::Unknown, "en"};
    std::vector<DocumentReport> documents;
    documents.push_back(check_document(validator, rdf::format_named(format),
                                       {text, "https://chu.example/", "a.ttl", &contexts}, {},
                                       options));
    return documents;
  }
};

/// Groups of findings but those on what is recommended and missing.
inline std::vector<FindingGroup> important(const std::vector<DocumentReport>& documents) {
  std::vector<FindingGroup> groups = groups_of(documents);
  std::erase_if(groups, [](const FindingGroup& group) { return is_recommendation(group.first()); });
  return groups;
}

inline const Finding* finding_of(const std::vector<DocumentReport>& documents,
                                 std::string_view code) {
  for (const DocumentReport& document : documents)
    for (const Finding& one : document.findings)
      if (one.code == code) return &one;
  return nullptr;
}

}  // namespace pinakes::tests
