// The states of the reader: what each element and text may be where it stands.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/rdfxml_reader.h"

#include <algorithm>
#include <utility>

#include "indexer/rdf/rdfxml_errors.h"
#include "indexer/rdf/rdfxml_other.h"
#include "schemas/namespaces.h"

namespace pinakes::rdf {
namespace {

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

}  // namespace

RdfXmlReader::RdfXmlReader(const Source& source, Sink& into, Diagnostics& found)
    : sink_(into),
      file_(source.file),
      input_(source.text),
      places_(input_.text(), input_.start()),
      error_places_(input_.text(), input_.start()),
      report_(source.file, found),
      growth_(source.text),
      found_(found),
      parser_(input_, *this),
      frames_(kDeepest + 2),
      languages_(1),
      bases_{BaseIri(source.base)} {}

bool RdfXmlReader::run() {
  bool cut = false;
  for (const XmlInput::Note& note : input_.notes()) {
    cut = cut || note.severity == Severity::Error;
    if (note.severity == Severity::Error)
      report(note.what);
    else
      found_.push_back({note.what.code,
                        note.severity,
                        note.what.arguments,
                        {file_, error_places_.at(note.what.offset), {}}});
  }
  parser_.run();
  if (complete_ && is_foreign()) report_foreign();
  return complete_;
}

void RdfXmlReader::start_element(const XmlName& name, std::span<const XmlAttribute> attributes,
                                 std::size_t tag, std::size_t inside) {
  if (depth_ == kDeepest) {
    report({"xml-too-deep", tag, {{"limit", std::to_string(kDeepest)}}});
    parser_.stop();
    return lose_all();
  }
  ++depth_;
  Frame& frame = here();
  frame.tag = tag;
  frame.inside = inside;
  frame.languages = languages_.size();
  frame.bases = bases_.size();
  frame.items = 0;
  frame.text_reported = false;
  frame.reification.clear();
  frame.datatype.clear();
  switch (parent().expect) {
    case Expect::Root:
      return begin_root(name, attributes);
    case Expect::Nodes:
    case Expect::Items:
      return node_element(name, attributes);
    case Expect::Properties:
      return property_element(name, attributes);
    case Expect::Value:
      if (is_blank(text_)) return node_element(name, attributes);
      parent().expect = Expect::Nothing;
      parent().text_reported = true;
      fail("rdfxml-mixed", tag,
           {{"name", qualified(name)},
            {"property", std::string(tag_name(input_.text(), parent().tag))}});
      return;
    case Expect::Nothing:
      fail("rdfxml-second-value", tag,
           {{"name", qualified(name)},
            {"property", std::string(tag_name(input_.text(), parent().tag))}});
      return;
    case Expect::Xml:
      xml_.start(name, attributes);
      break;
    case Expect::Foreign:
      if (name.space == rdf_ns::kNamespace && name.local == "RDF") return begin_rdf(attributes);
      break;
    case Expect::Skipped:
      break;
  }
  frame.expect = parent().expect;
}

void RdfXmlReader::begin_root(const XmlName& name, std::span<const XmlAttribute> attributes) {
  if (name.space == rdf_ns::kNamespace && name.local == "RDF") return begin_rdf(attributes);
  if (begin_foreign(name, attributes)) return;
  any_rdf_ = true;
  node_element(name, attributes);
}

void RdfXmlReader::begin_rdf(std::span<const XmlAttribute> attributes) {
  any_rdf_ = true;
  if (!take_attributes(attributes)) return;
  const Marks& m = marks_;
  for (const XmlAttribute* one : {m.about, m.id, m.node_id, m.resource, m.parse_type, m.datatype,
                                  properties_.empty() ? nullptr : properties_.front()})
    if (one != nullptr) {
      refuse_attribute(one, "rdfxml-attribute-here");
      return;
    }
  here().expect = Expect::Nodes;
}

/// XML of another kind is passed over, unless there is rdf:RDF somewhere inside (an answer of an
/// OAI-PMH or CSW service).
bool RdfXmlReader::begin_foreign(const XmlName& name, std::span<const XmlAttribute> attributes) {
  if (name.undeclared()) return false;
  for (const XmlAttribute& attribute : attributes)
    if (attribute.name.space == rdf_ns::kNamespace) return false;
  if (name.space.empty()) {
    foreign_ = "XML";
    for (const OtherXml& other : kOtherRoots)
      if (other.space == name.local) foreign_ = other.name;
  } else {
    for (const OtherXml& other : kOtherXml)
      if (foreign_.empty() && name.space.starts_with(other.space)) foreign_ = other.name;
  }
  if (foreign_.empty()) return false;
  root_ = here().tag;
  here().expect = Expect::Foreign;
  return true;
}

void RdfXmlReader::end_element(const XmlName& /*name*/, std::size_t end) {
  if (depth_ == 0) return;
  Frame& frame = here();
  if (frame.expect == Expect::Value) {
    end_value();
  } else if (frame.expect == Expect::Items) {
    const std::size_t at = end == 0 ? 0 : end - 1;
    if (frame.items == 0)
      emit_property(frame, iri(rdf_ns::kNil), at);
    else
      emit(frame.tail.term(), rdf_ns::kRest, iri(rdf_ns::kNil), at);
  } else if (frame.expect == Expect::Xml && parent().expect == Expect::Xml) {
    xml_.end();
  } else if (frame.expect == Expect::Xml) {
    if (xml_.text().size() > kLongestLiteral)
      fail("syntax-literal-too-long", frame.inside, {{"limit", "16"}});
    else
      emit_property(frame, typed(xml_.text(), rdf_ns::kXmlLiteral), frame.inside);
  }
  languages_.resize(frame.languages);
  bases_.resize(frame.bases);
  --depth_;
}

void RdfXmlReader::end_value() {
  const Frame& frame = here();
  if (text_too_long_) {
    fail("syntax-literal-too-long", frame.inside, {{"limit", "16"}});
    return;
  }
  // Where the text of an empty element would stand is outside it: the element itself is shown.
  const std::size_t at = text_.empty() ? frame.tag : frame.inside;
  if (frame.datatype.empty())
    emit_property(frame, literal(text_, languages_.back()), at);
  else
    emit_property(frame, typed(text_, frame.datatype), at);
}

void RdfXmlReader::characters(std::string_view text) {
  switch (here().expect) {
    case Expect::Value:
      if (text_.size() + text.size() > kLongestLiteral)
        text_too_long_ = true;
      else
        text_ += text;
      break;
    case Expect::Xml:
      if (xml_.text().size() <= kLongestLiteral) xml_.characters(text);
      break;
    case Expect::Root:
    case Expect::Foreign:
    case Expect::Skipped:
      break;
    default:
      if (!is_blank(text)) stray_text(text);
  }
}

/// Beside a value it is a label that RDF has no place for: nothing is lost. Elsewhere the statement
/// is lost that it was meant to be, but not what stands around it.
void RdfXmlReader::stray_text(std::string_view text) {
  Frame& frame = here();
  if (std::exchange(frame.text_reported, true)) return;
  const std::size_t blanks = text.find_first_not_of(" \t\r\n");
  const Arguments arguments{{"found", excerpt(text, blanks)},
                            {"name", std::string(tag_name(input_.text(), frame.tag))}};
  if (frame.expect == Expect::Nothing)
    return remark("rdfxml-text-after-value", frame.tag, arguments);
  if (frame.expect == Expect::Properties)
    sink_.lost(frame.subject.term());
  else
    lose_enclosing();
  report({"rdfxml-text", frame.inside, arguments});
}

void RdfXmlReader::comment(std::string_view text) {
  if (here().expect == Expect::Xml) xml_.comment(text);
}

void RdfXmlReader::instruction(std::string_view target, std::string_view data) {
  if (here().expect == Expect::Xml) xml_.instruction(target, data);
}

void RdfXmlReader::broken(SyntaxError error) {
  // Where the input was cut, the reason has been reported, and what follows from it is no news.
  const bool known =
      std::any_of(input_.notes().begin(), input_.notes().end(),
                  [](const XmlInput::Note& note) { return note.severity == Severity::Error; });
  if (!known && is_foreign())  // an HTML page is seldom well-formed, and that is not the point
    report_foreign();
  else if (!known)
    report(error);
  complete_ = false;
  lose_all();
}

void RdfXmlReader::report_foreign() { report({"rdfxml-other", root_, {{"format", foreign_}}}); }

bool read_rdfxml(const Source& source, Sink& into, Diagnostics& found) {
  return RdfXmlReader(source, into, found).run();
}

}  // namespace pinakes::rdf
