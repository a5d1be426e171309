// Exclusive canonical XML (https://www.w3.org/TR/xml-exc-c14n/).
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/rdfxml_canonical.h"

#include <algorithm>
#include <tuple>

namespace pinakes::rdf {
namespace {

enum class Where { Text, Attribute };

void append_escaped(std::string& to, std::string_view text, Where where) {
  for (const char c : text) {
    const bool attribute = where == Where::Attribute;
    if (c == '&')
      to += "&amp;";
    else if (c == '<')
      to += "&lt;";
    else if (c == '>' && !attribute)
      to += "&gt;";
    else if (c == '"' && attribute)
      to += "&quot;";
    else if (c == '\t' && attribute)
      to += "&#x9;";
    else if (c == '\n' && attribute)
      to += "&#xA;";
    else if (c == '\r')
      to += "&#xD;";
    else
      to += c;
  }
}

}  // namespace

void CanonicalXml::clear() {
  text_.clear();
  rendered_.clear();
  open_.clear();
}

/// A prefix that the element or an attribute shows, unless the output has it already.
void CanonicalXml::use(std::string_view prefix, std::string_view iri) {
  if (prefix == "xml") return;
  const auto known = std::find_if(rendered_.rbegin(), rendered_.rend(),
                                  [&](const Namespace& one) { return one.prefix == prefix; });
  if (known != rendered_.rend() ? known->iri == iri : iri.empty()) return;
  rendered_.push_back({std::string(prefix), std::string(iri)});
}

void CanonicalXml::start(const XmlName& name, std::span<const XmlAttribute> attributes) {
  const std::size_t before = rendered_.size();
  open_.push_back({qualified(name), before});
  text_.append("<").append(open_.back().name);
  use(name.prefix, name.space);
  sorted_.clear();
  for (const XmlAttribute& attribute : attributes) {
    if (!attribute.name.prefix.empty()) use(attribute.name.prefix, attribute.name.space);
    sorted_.push_back(&attribute);
  }
  std::sort(rendered_.begin() + std::ptrdiff_t(before), rendered_.end(),
            [](const Namespace& a, const Namespace& b) { return a.prefix < b.prefix; });
  for (std::size_t i = before; i < rendered_.size(); ++i) {
    text_ += rendered_[i].prefix.empty() ? " xmlns" : " xmlns:";
    text_.append(rendered_[i].prefix).append("=\"");
    append_escaped(text_, rendered_[i].iri, Where::Attribute);
    text_ += '"';
  }
  std::sort(sorted_.begin(), sorted_.end(), [](const XmlAttribute* a, const XmlAttribute* b) {
    return std::tie(a->name.space, a->name.local) < std::tie(b->name.space, b->name.local);
  });
  for (const XmlAttribute* attribute : sorted_) {
    text_.append(" ").append(qualified(attribute->name)).append("=\"");
    append_escaped(text_, attribute->value, Where::Attribute);
    text_ += '"';
  }
  text_ += '>';
}

void CanonicalXml::end() {
  text_.append("</").append(open_.back().name).append(">");
  rendered_.resize(open_.back().rendered);
  open_.pop_back();
}

void CanonicalXml::characters(std::string_view text) { append_escaped(text_, text, Where::Text); }

void CanonicalXml::comment(std::string_view text) {
  text_.append("<!--").append(text).append("-->");
}

void CanonicalXml::instruction(std::string_view target, std::string_view data) {
  text_.append("<?").append(target);
  if (!data.empty()) text_.append(" ").append(data);
  text_ += "?>";
}

}  // namespace pinakes::rdf
