// Node elements, property elements and their attributes (RDF/XML 1.1 section 7.2).
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "indexer/rdf/rdfxml_errors.h"
#include "indexer/rdf/rdfxml_names.h"
#include "indexer/rdf/rdfxml_reader.h"
#include "schemas/namespaces.h"

namespace pinakes::rdf {
namespace {

using std::string_view_literals::operator""sv;

/// Attributes that old files use without the prefix rdf: (section 6.1.4).
constexpr std::array kBareNames = {"ID"sv, "about"sv, "resource"sv, "parseType"sv, "type"sv};
/// The other names of the namespace; a name that is none of them is a slip of the pen.
constexpr std::array kKnownNames = {
    "Description"sv, "li"sv,       "type"sv,     "Seq"sv,       "Bag"sv,         "Alt"sv,
    "Statement"sv,   "Property"sv, "List"sv,     "subject"sv,   "predicate"sv,   "object"sv,
    "value"sv,       "first"sv,    "rest"sv,     "nil"sv,       "XMLLiteral"sv,  "HTML"sv,
    "langString"sv,  "JSON"sv,     "language"sv, "direction"sv, "PlainLiteral"sv};

template <typename Names>
bool among(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_rdf(const XmlName& name) { return name.space == rdf_ns::kNamespace; }

bool is_member(std::string_view local) {
  return local.size() > 1 && local[0] == '_' &&
         std::all_of(local.begin() + 1, local.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_language_tag(std::string_view tag) {
  std::size_t length = 0;
  bool first = true;
  for (const char c : tag) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool digit = c >= '0' && c <= '9';
    if (c == '-') {
      if (length == 0) return false;
      first = false;
      length = 0;
    } else if (!letter && (!digit || first)) {
      return false;
    } else {
      ++length;
    }
  }
  return length > 0;
}

}  // namespace

// --- node elements (7.2.11) ---

void RdfXmlReader::node_element(const XmlName& name, std::span<const XmlAttribute> attributes) {
  Frame& frame = here();
  if (parent().expect == Expect::Value) parent().expect = Expect::Nothing;
  if (!good_name(name, frame.tag)) return;
  const bool description = is_rdf(name) && name.local == "Description";
  if (is_rdf(name) && is_rdfxml_syntax(name.local)) {
    fail("rdfxml-node-name", frame.tag, {{"name", qualified(name)}});
    return;
  }
  if (!take_attributes(attributes)) return;
  for (const XmlAttribute* one : {marks_.resource, marks_.parse_type, marks_.datatype})
    if (one != nullptr) {
      refuse_attribute(one, "rdfxml-attribute-node");
      return;
    }
  if (!node_subject()) return;
  frame.expect = Expect::Properties;
  link_to_parent(frame.subject, frame.tag);
  if (!description) {
    if (is_rdf(name) && !among(kKnownNames, name.local) && !is_member(name.local))
      remark("rdfxml-rdf-name", frame.tag, {{"name", qualified(name)}});
    iri_.assign(name.space).append(name.local);
    emit(frame.subject.term(), rdf_ns::kType, iri(iri_), frame.tag);
  }
  property_attributes(frame.subject);
}

bool RdfXmlReader::node_subject() {
  Frame& frame = here();
  const XmlAttribute* one = nullptr;
  for (const XmlAttribute* mark : {marks_.about, marks_.id, marks_.node_id}) {
    if (mark != nullptr && one != nullptr)
      return fail("rdfxml-two-subjects", mark->offset,
                  {{"one", qualified(one->name)}, {"other", qualified(mark->name)}});
    if (mark != nullptr) one = mark;
  }
  frame.subject.kind = TermKind::Iri;
  if (one == nullptr) {
    fresh_blank(frame.subject);
    return true;
  }
  if (one == marks_.about) return resolve(*one, frame.subject.value);
  if (one == marks_.id) return id_iri(*one, frame.subject.value);
  return label(*one, frame.subject);
}

/// The node is the value of a property, or the next item of a list, or stands alone.
void RdfXmlReader::link_to_parent(const Node& node, std::size_t at) {
  Frame& owner = parent();
  if (owner.expect == Expect::Nothing) {
    emit_property(owner, node.term(), at);
  } else if (owner.expect == Expect::Items) {
    Node item;
    fresh_blank(item);
    if (owner.items++ == 0)
      emit_property(owner, item.term(), at);
    else
      emit(owner.tail.term(), rdf_ns::kRest, item.term(), at);
    emit(item.term(), rdf_ns::kFirst, node.term(), at);
    owner.tail = std::move(item);
  }
}

// --- property elements (7.2.14) ---

void RdfXmlReader::property_element(const XmlName& name, std::span<const XmlAttribute> attributes) {
  Frame& frame = here();
  if (!property_name(name) || !take_attributes(attributes)) return;
  if (marks_.about != nullptr) {
    refuse_attribute(marks_.about, "rdfxml-about-property");
    return;
  }
  if (marks_.id != nullptr && !id_iri(*marks_.id, frame.reification)) return;
  if (marks_.parse_type != nullptr) return parse_type_property(name);
  if (marks_.resource != nullptr || marks_.node_id != nullptr || !properties_.empty())
    return resource_property();
  if (marks_.datatype != nullptr && !resolve(*marks_.datatype, frame.datatype)) return;
  frame.expect = Expect::Value;
  text_.clear();
  text_too_long_ = false;
}

bool RdfXmlReader::property_name(const XmlName& name) {
  Frame& frame = here();
  if (!good_name(name, frame.tag)) return false;
  frame.predicate.assign(name.space);
  if (!is_rdf(name)) {
    frame.predicate += name.local;
    return true;
  }
  if ((is_rdfxml_syntax(name.local) && name.local != "li") || name.local == "Description")
    return fail("rdfxml-property-name", frame.tag, {{"name", qualified(name)}});
  if (name.local == "li") {
    frame.predicate.append("_").append(std::to_string(++parent().items));
    return true;
  }
  if (!among(kKnownNames, name.local) && !is_member(name.local))
    remark("rdfxml-rdf-name", frame.tag, {{"name", qualified(name)}});
  frame.predicate += name.local;
  return true;
}

void RdfXmlReader::parse_type_property(const XmlName& name) {
  Frame& frame = here();
  for (const XmlAttribute* one : {marks_.resource, marks_.node_id, marks_.datatype,
                                  properties_.empty() ? nullptr : properties_.front()})
    if (one != nullptr) {
      fail("rdfxml-parse-type", one->offset,
           {{"attribute", qualified(one->name)}, {"property", qualified(name)}});
      return;
    }
  const std::string_view type = marks_.parse_type->value;
  if (type == "Resource") {
    fresh_blank(frame.subject);
    frame.expect = Expect::Properties;
    emit_property(frame, frame.subject.term(), frame.tag);
  } else if (type == "Collection") {
    frame.expect = Expect::Items;
  } else {
    frame.expect = Expect::Xml;
    xml_.clear();
  }
}

/// With rdf:resource, rdf:nodeID or property attributes: an empty element that names a node.
void RdfXmlReader::resource_property() {
  Frame& frame = here();
  if (marks_.resource != nullptr && marks_.node_id != nullptr) {
    fail("rdfxml-two-subjects", marks_.node_id->offset,
         {{"one", qualified(marks_.resource->name)}, {"other", qualified(marks_.node_id->name)}});
    return;
  }
  if (marks_.datatype != nullptr) {
    refuse_attribute(marks_.datatype, "rdfxml-attribute-here");
    return;
  }
  std::size_t at = frame.tag;
  frame.subject.kind = TermKind::Iri;
  if (marks_.resource != nullptr) {
    at = marks_.resource->offset;
    if (!resolve(*marks_.resource, frame.subject.value)) return;
  } else if (marks_.node_id != nullptr) {
    at = marks_.node_id->offset;
    if (!label(*marks_.node_id, frame.subject)) return;
  } else {
    fresh_blank(frame.subject);
  }
  frame.expect = Expect::Nothing;
  emit_property(frame, frame.subject.term(), at);
  property_attributes(frame.subject);
}

// --- attributes ---

void RdfXmlReader::property_attributes(const Node& subject) {
  for (const XmlAttribute* attribute : properties_) {
    if (is_rdf(attribute->name) && attribute->name.local == "type") {
      if (!resolve(*attribute, iri_)) return;
      emit(subject.term(), rdf_ns::kType, iri(iri_), attribute->offset);
      continue;
    }
    iri_.assign(attribute->name.space.empty() ? rdf_ns::kNamespace : attribute->name.space)
        .append(attribute->name.local);
    emit(subject.term(), iri_, literal(attribute->value, languages_.back()), attribute->offset);
  }
}

bool RdfXmlReader::refuse_attribute(const XmlAttribute* attribute, std::string_view code) {
  return fail(code, attribute->offset,
              {{"attribute", qualified(attribute->name)},
               {"name", std::string(tag_name(input_.text(), here().tag))}});
}

/// Sorts them into marks_ and properties_. False if the element is not to be read.
bool RdfXmlReader::take_attributes(std::span<const XmlAttribute> attributes) {
  marks_ = {};
  properties_.clear();
  if (attributes.empty()) return true;
  if (!take_scope(attributes)) return false;
  for (const XmlAttribute& attribute : attributes)
    if (!take_attribute(attribute)) return false;
  return true;
}

bool RdfXmlReader::take_attribute(const XmlAttribute& attribute) {
  const XmlName& name = attribute.name;
  if (is_rdf(name)) return take_rdf_attribute(attribute);
  if (name.space == xml_ns::kNamespace) return true;
  if (name.space.empty() && name.prefix.empty()) return take_unqualified(attribute);
  // Names that begin with xml are for others to define (section 6.1.2).
  if (name.prefix.starts_with("xml")) return true;
  if (!good_name(name, attribute.offset)) return false;
  properties_.push_back(&attribute);
  return true;
}

bool RdfXmlReader::take_unqualified(const XmlAttribute& attribute) {
  const std::string_view local = attribute.name.local;
  if (among(kBareNames, local)) {
    remark("rdfxml-attribute-bare", attribute.offset, {{"attribute", std::string(local)}});
    return take_rdf_attribute(attribute);
  }
  if (local == "nodeID" || local == "datatype" || local == "aboutEach" || local == "bagID")
    return refuse_attribute(&attribute, "rdfxml-attribute-prefix");
  if (!local.starts_with("xml"))
    remark(local == "lang" || local == "base" ? "rdfxml-attribute-xml" : "rdfxml-attribute-ignored",
           attribute.offset, {{"attribute", std::string(local)}});
  return true;
}

bool RdfXmlReader::take_rdf_attribute(const XmlAttribute& attribute) {
  const std::string_view local = attribute.name.local;
  const XmlAttribute** mark = local == "about"       ? &marks_.about
                              : local == "resource"  ? &marks_.resource
                              : local == "datatype"  ? &marks_.datatype
                              : local == "nodeID"    ? &marks_.node_id
                              : local == "parseType" ? &marks_.parse_type
                              : local == "ID"        ? &marks_.id
                                                     : nullptr;
  if (mark != nullptr) {
    if (*mark != nullptr) return refuse_attribute(&attribute, "rdfxml-attribute-here");
    *mark = &attribute;
    return true;
  }
  if (is_rdfxml_syntax(local) || local == "Description")
    return refuse_attribute(&attribute, "rdfxml-attribute-never");
  if (!among(kKnownNames, local) && !is_member(local))
    remark("rdfxml-rdf-name", attribute.offset, {{"name", qualified(attribute.name)}});
  properties_.push_back(&attribute);
  return true;
}

/// xml:lang and xml:base, which hold for the other attributes too.
bool RdfXmlReader::take_scope(std::span<const XmlAttribute> attributes) {
  for (const XmlAttribute& attribute : attributes) {
    if (attribute.name.space != xml_ns::kNamespace) continue;
    if (attribute.name.local == "lang") take_language(attribute);
    if (attribute.name.local == "base" && !take_base(attribute)) return false;
  }
  return true;
}

void RdfXmlReader::take_language(const XmlAttribute& attribute) {
  if (attribute.value.empty() || is_language_tag(attribute.value)) {
    languages_.emplace_back(attribute.value);
    return;
  }
  remark("rdfxml-language", attribute.offset, {{"found", std::string(attribute.value)}});
  languages_.emplace_back();
}

bool RdfXmlReader::take_base(const XmlAttribute& attribute) {
  std::string base;
  // What it is relative to is the base around it: no remark is due.
  bases_.emplace_back(bases_.back());
  if (!resolve(attribute, base)) return false;
  bases_.back() = BaseIri(base);
  return true;
}

}  // namespace pinakes::rdf
