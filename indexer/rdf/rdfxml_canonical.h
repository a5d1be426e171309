// XML content of a property in its canonical form: the lexical form of an rdf:XMLLiteral.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/rdf/rdfxml_parser.h"

namespace pinakes::rdf {

/// Exclusive XML Canonicalization 1.0 with comments, from events. Reused for one literal after
/// another.
class CanonicalXml {
 public:
  void clear();
  void start(const XmlName& name, std::span<const XmlAttribute> attributes);
  void end();
  void characters(std::string_view text);
  void comment(std::string_view text);
  void instruction(std::string_view target, std::string_view data);
  const std::string& text() const { return text_; }

 private:
  struct Namespace {
    std::string prefix, iri;
  };
  struct Open {
    std::string name;
    std::size_t rendered;  // namespaces in force outside it
  };
  void use(std::string_view prefix, std::string_view iri);

  std::string text_;
  std::vector<Namespace> rendered_;
  std::vector<Open> open_;
  std::vector<const XmlAttribute*> sorted_;
};

}  // namespace pinakes::rdf
