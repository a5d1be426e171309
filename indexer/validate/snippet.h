// Statements to copy, in the syntax of the file that is to be mended.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "indexer/validate/finding.h"

namespace pinakes {

/// What a snippet is written in: RDF/XML and JSON-LD for files in these, else Turtle.
enum class SnippetSyntax : std::uint8_t { Turtle, RdfXml, JsonLd };
/// By the name of a format of the table.
SnippetSyntax snippet_syntax(std::string_view format);
std::string_view name_of(SnippetSyntax syntax);

/// Examples of `schemas/templates/snippets.ttl`. Immutable; safe to share between threads.
class Snippets {
 public:
  /// Throws Error{Io}.
  explicit Snippets(const std::filesystem::path& home);
  ~Snippets();
  Snippets(Snippets&&) noexcept;
  /// What to write for the finding: its property with the value that was probably meant, else with
  /// an example. Empty where there is no property or no example of it.
  std::string of(const Finding& finding, SnippetSyntax syntax, std::string_view language) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// `dct:title` for an address with a known prefix, else the address.
std::string compact_iri(std::string_view iri);
/// A term as Turtle writes it, names with a prefix where possible.
std::string turtle_term(const rdf::Term& term);

}  // namespace pinakes
