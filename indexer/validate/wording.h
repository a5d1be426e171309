// Findings as sentences in one language: what was found, what is expected, why, and what to write.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/base/messages.h"
#include "indexer/base/text_map.h"
#include "indexer/validate/finding.h"
#include "indexer/validate/legal.h"
#include "indexer/validate/snippet.h"

namespace pinakes {

/// Immutable; safe to share between threads.
class Wording {
 public:
  /// Reads messages, labels and examples of that language. `today` (YYYY-MM-DD) decides what is
  /// required "from" and what "since". Throws Error{Io}.
  Wording(const std::filesystem::path& home, const LegalTable& legal, std::string_view language,
          std::string today);

  const std::string& language() const { return language_; }
  /// The finding's sentence; of `count` findings with the same cause that of the first, with the
  /// count where the sentence has a place for it.
  std::string sentence(const Finding& finding, std::size_t count = 1) const;
  /// `Access (dct:accessRights)`; empty where the finding has no property.
  std::string property(const Finding& finding) const;
  /// The same of any property, by the field table.
  std::string property_text(std::string_view property) const;
  std::string label(const Finding& finding) const;
  /// A value as the language quotes it; long ones are cut.
  std::string shown(const OwnTerm& value, std::string_view name = {}) const;
  /// The rule's specifications and laws, one text each; what is not verified is left out.
  std::vector<std::string> sources(const Finding& finding) const;
  std::string snippet(const Finding& finding, SnippetSyntax syntax) const;
  /// A sentence of schemas/messages for the report itself.
  using Arguments = std::vector<std::pair<std::string, std::string>>;
  std::string say(std::string_view code, Arguments arguments = {}) const;
  /// `violation`, `erreur`...
  std::string severity(Severity severity) const;
  /// `26 March 2029`.
  std::string date(std::string_view day) const;
  /// What follows the first sentence of the rule's message: how to mend it.
  std::string mend(const Finding& finding) const;

 private:
  std::string message(const Rule& rule) const;
  Arguments arguments(const Finding& finding, std::size_t count) const;

  Messages messages_;
  const LegalTable& legal_;
  std::string language_, today_;
  TextMap<std::string> labels_;  // by property
  Snippets snippets_;
};

/// Whether a rule is on what is recommended and not stated.
bool is_recommendation(const Finding& finding);

}  // namespace pinakes
