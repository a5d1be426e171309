// Reads RDF/XML element by element into a sink; an error costs its element, not the file.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "indexer/base/iri.h"
#include "indexer/base/text_map.h"
#include "indexer/rdf/formats.h"
#include "indexer/rdf/rdfxml_canonical.h"
#include "indexer/rdf/rdfxml_input.h"
#include "indexer/rdf/rdfxml_parser.h"
#include "indexer/rdf/syntax.h"

namespace pinakes::rdf {

/// One reading of one file (https://www.w3.org/TR/rdf-syntax-grammar/). The position of a statement
/// is that of its object: the text, the attribute, the element.
class RdfXmlReader : private XmlHandler {
 public:
  static constexpr std::size_t kDeepest = 256;  // elements in elements
  static constexpr std::size_t kLongestLiteral = std::size_t{16} << 20;
  static constexpr std::size_t kNotesOfAKind = 5;  // warnings with the same code

  RdfXmlReader(const Source& source, Sink& into, Diagnostics& found);
  /// True if no statement was lost.
  bool run();

 private:
  enum class Expect : std::uint8_t {
    Root,        // the document element
    Nodes,       // in rdf:RDF: node elements
    Properties,  // in a node element: property elements
    Value,       // in a property element: a text or one node element
    Items,       // in a collection: node elements
    Nothing,     // in a property element that has its value
    Xml,         // in an XML literal
    Foreign,     // in XML that is no RDF but may hold some
    Skipped,     // in what an error cost
  };
  struct Node {
    TermKind kind = TermKind::Iri;
    std::string value;
    Term term() const { return {kind, value, {}, {}}; }
  };
  struct Frame {  // one per open element, reused: no allocation per statement
    Expect expect = Expect::Root;
    std::size_t tag = 0, inside = 0;
    Node subject;  // of the statements inside
    Node tail;     // Items: the last list node
    std::string predicate, reification, datatype;
    std::uint64_t items = 0;  // rdf:li and list items so far
    std::size_t languages = 0, bases = 0;
    bool text_reported = false;
  };
  struct Marks {  // the attributes that are syntax
    const XmlAttribute *about = nullptr, *id = nullptr, *node_id = nullptr, *resource = nullptr,
                       *parse_type = nullptr, *datatype = nullptr;
  };
  using Arguments = std::vector<std::pair<std::string, std::string>>;

  // --- events (rdfxml_reader.cc) ---
  void start_element(const XmlName& name, std::span<const XmlAttribute> attributes, std::size_t tag,
                     std::size_t inside) override;
  void end_element(const XmlName& name, std::size_t end) override;
  void characters(std::string_view text) override;
  void comment(std::string_view text) override;
  void instruction(std::string_view target, std::string_view data) override;
  void broken(SyntaxError error) override;
  void begin_root(const XmlName& name, std::span<const XmlAttribute> attributes);
  void begin_rdf(std::span<const XmlAttribute> attributes);
  bool begin_foreign(const XmlName& name, std::span<const XmlAttribute> attributes);
  /// The root element is of another kind of XML, and nothing in it was RDF.
  bool is_foreign() const { return !any_rdf_ && !foreign_.empty(); }
  void report_foreign();
  void end_value();
  void stray_text(std::string_view text);

  // --- grammar (rdfxml_elements.cc) ---
  void node_element(const XmlName& name, std::span<const XmlAttribute> attributes);
  bool node_subject();
  void link_to_parent(const Node& node, std::size_t at);
  void property_element(const XmlName& name, std::span<const XmlAttribute> attributes);
  bool property_name(const XmlName& name);
  void parse_type_property(const XmlName& name);
  void resource_property();
  void property_attributes(const Node& subject);
  bool take_attributes(std::span<const XmlAttribute> attributes);
  bool take_attribute(const XmlAttribute& attribute);
  bool take_unqualified(const XmlAttribute& attribute);
  bool take_rdf_attribute(const XmlAttribute& attribute);
  bool take_scope(std::span<const XmlAttribute> attributes);
  void take_language(const XmlAttribute& attribute);
  bool take_base(const XmlAttribute& attribute);
  bool refuse_attribute(const XmlAttribute* attribute, std::string_view code);

  // --- terms and what is wrong with them (rdfxml_terms.cc) ---
  bool resolve(const XmlAttribute& attribute, std::string& into);
  std::string_view encoded(const XmlAttribute& attribute, std::string_view value);
  void remark_on_iri(const XmlAttribute& attribute, std::string_view value,
                     std::string_view resolved);
  bool id_iri(const XmlAttribute& attribute, std::string& into);
  bool label(const XmlAttribute& attribute, Node& into);
  bool good_name(const XmlName& name, std::size_t at);
  void fresh_blank(Node& into);
  void emit(const Term& subject, std::string_view predicate, const Term& object, std::size_t at);
  void emit_property(const Frame& property, const Term& object, std::size_t at);
  bool fail(std::string_view code, std::size_t at, Arguments arguments = {});
  void remark(std::string_view code, std::size_t at, Arguments arguments = {});
  void report(const SyntaxError& error);
  bool grows(std::size_t bytes, std::size_t at);
  void lose_enclosing();
  void lose_all();

  Frame& here() { return frames_[depth_]; }
  Frame& parent() { return frames_[depth_ - 1]; }

  Sink& sink_;
  std::string file_;
  XmlInput input_;
  PlaceCounter places_, error_places_;
  SyntaxReport report_;
  Growth growth_;
  Diagnostics& found_;
  XmlParser parser_;
  std::vector<Frame> frames_;
  std::size_t depth_ = 0;
  std::vector<std::string> languages_;
  std::vector<BaseIri> bases_;
  Marks marks_;
  std::vector<const XmlAttribute*> properties_;
  std::string text_, iri_, encoded_;  // of the property being read
  bool text_too_long_ = false;
  CanonicalXml xml_;
  TextMap<std::uint32_t> ids_;  // rdf:ID, by IRI: its line
  std::unordered_set<std::string> undeclared_;
  TextMap<std::size_t> remarks_;  // how many of each code
  std::uint64_t blanks_ = 0;
  std::string foreign_;  // what the root element looks like
  std::size_t root_ = 0;
  bool any_rdf_ = false;
  bool complete_ = true;
};

bool read_rdfxml(const Source& source, Sink& into, Diagnostics& found);

}  // namespace pinakes::rdf
