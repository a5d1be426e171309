// IRIs as names of XML elements, and what XML can say at all.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/text_map.h"
#include "schemas/namespaces.h"

namespace pinakes::rdf {

/// XML Names section 3.
bool is_ncname(std::string_view text);
/// Names of the RDF namespace that are syntax, or were once: no element of that name is a property
/// or a class (RDF/XML section 6.1.2).
bool is_rdfxml_syntax(std::string_view local);
/// Whether every character may stand in XML 1.0 (section 2.2). `text` must be UTF-8.
bool is_xml_text(std::string_view text);
/// Whether our reader takes it from an attribute as it is.
bool is_xml_iri(std::string_view iri);

/// The namespaces of one document, named in order of their first use.
class XmlNames {
 public:
  struct QName {
    std::string_view prefix, local;
    std::string_view space;  // where the name must be declared on its element; else empty
  };
  /// Where names beyond schemas/namespaces.h are declared.
  enum class Declared : std::uint8_t { AtTop, OnElement };

  explicit XmlNames(Declared where) : where_(where) {}
  /// The IRI as the name of an element, or nothing where there is none (section 5.1). Views live as
  /// long as the IRI and this.
  std::optional<QName> name(std::string_view iri);
  /// What to declare at the top, after all names were asked for: prefix and IRI.
  std::vector<Prefix> used() const;

 private:
  Declared where_;
  std::array<bool, kPrefixes.size()> used_{};
  TextMap<std::size_t> own_;                                        // IRI: place in own_names_
  std::deque<std::pair<std::string, std::string_view>> own_names_;  // views of them stay good
};

}  // namespace pinakes::rdf
