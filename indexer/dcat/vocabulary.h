// Controlled vocabularies (SKOS files of schemas/vocabularies): IRI or code -> concept and labels.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace pinakes {

/// A text with its language as design section 5 reads tags; both parts empty for an untagged text.
struct Literal {
  std::string text, language, translated_from;
  friend bool operator==(const Literal&, const Literal&) = default;
};

/// The literal a reader of `lang` is best served with: the author's text in `lang`, else a machine
/// translation into it, else the author's English, else the author's first, else any. Null if there
/// is none.
const Literal* best_literal(const std::vector<Literal>& literals, std::string_view lang);

struct Concept {
  std::string iri, code;
  std::vector<Literal> labels, alternatives;  // skos:prefLabel, skos:altLabel
  std::string broader;                        // code of the parent, or empty
};

/// All vocabularies, read once. Immutable; safe to share between threads.
class Vocabularies {
 public:
  /// Reads `<home>/schemas/vocabularies/*.ttl`. Throws Error{Io} naming the file and the problem.
  explicit Vocabularies(const std::filesystem::path& home);
  ~Vocabularies();
  Vocabularies(Vocabularies&&) noexcept;
  /// By IRI, by an skos:exactMatch alias of it, or by the code behind any address of the scheme:
  /// its own, an skos:exactMatch of it, or the same table of an authority on another host (the
  /// health tables moved with nearly every release). Null if the vocabulary does not know it.
  const Concept* by_iri(std::string_view vocabulary, std::string_view iri) const;
  /// By local code, case-sensitive.
  const Concept* by_code(std::string_view vocabulary, std::string_view code) const;
  /// In the order of the file.
  const std::vector<Concept>& concepts(std::string_view vocabulary) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pinakes
