// IRI references: resolution (RFC 3986 section 5) and what the program asks of an IRI.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pinakes {

/// A base IRI taken apart once, so that resolving many references against it is cheap.
class BaseIri {
 public:
  BaseIri() = default;
  /// `iri` should be absolute; its fragment is dropped.
  explicit BaseIri(std::string_view iri);
  /// The absolute IRI that `reference` means (RFC 3986 section 5.2.2, strict; RFC 3987 characters
  /// are kept as they are). Without a base, the reference unchanged.
  std::string resolve(std::string_view reference) const;
  const std::string& text() const { return text_; }

 private:
  std::string text_, scheme_, authority_, path_, query_;
  bool has_authority_ = false, has_query_ = false;
};

/// Has a scheme (RFC 3986 section 3.1).
bool is_absolute_iri(std::string_view iri);
/// A skolemised blank node (RDF 1.1 Concepts section 3.5): `.../.well-known/genid/...`. Such an IRI
/// is no identity: it changes at each export.
bool is_genid(std::string_view iri);
/// What follows the last '/', '#' or ':' (a trailing '/' is left out): the local code of a concept.
std::string_view local_name(std::string_view iri);
/// `file:///...` of a path, percent-encoded.
std::string file_iri(std::string_view absolute_path);

}  // namespace pinakes
