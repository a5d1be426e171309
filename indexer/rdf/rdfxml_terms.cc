// IRIs, names and labels of RDF/XML, and what is said when they are wrong.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "indexer/base/text.h"
#include "indexer/rdf/characters.h"
#include "indexer/rdf/rdfxml_names.h"
#include "indexer/rdf/rdfxml_reader.h"
#include "schemas/namespaces.h"

namespace pinakes::rdf {
namespace {

constexpr auto npos = std::string_view::npos;

const Prefix* prefix_named(std::string_view name) {
  for (const Prefix& prefix : kPrefixes)
    if (prefix.name == name) return &prefix;
  return nullptr;
}

}  // namespace

/// Characters that may not stand in an IRI are percent-encoded, as in RDF URI references of old
/// (RDF Concepts 1.0 section 6.4) and in XML's own addresses: a blank in an IRI must not cost a
/// dataset.
std::string_view RdfXmlReader::encoded(const XmlAttribute& attribute, std::string_view value) {
  const auto good = [](char c) { return has_class(c, kIriChar); };
  const auto bad = std::find_if_not(value.begin(), value.end(), good);
  if (bad == value.end()) return value;
  constexpr std::string_view kHex = "0123456789ABCDEF";
  encoded_.clear();
  for (const char c : value) {
    if (good(c)) {
      encoded_ += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    encoded_.append("%") += kHex[byte >> 4];
    encoded_ += kHex[byte & 15U];
  }
  remark("rdfxml-iri-character", attribute.offset,
         {{"character", std::string("'") + *bad + "'"},
          {"attribute", qualified(attribute.name)},
          {"iri", excerpt("<" + encoded_ + ">", 0)}});
  return encoded_;
}

bool RdfXmlReader::resolve(const XmlAttribute& attribute, std::string& into) {
  const std::string_view trimmed = trim(attribute.value);
  if (trimmed.size() != attribute.value.size())
    remark("rdfxml-iri-blanks", attribute.offset, {{"attribute", qualified(attribute.name)}});
  const std::string_view value = encoded(attribute, trimmed);
  if (is_absolute_iri(value)) {
    into = value;
    remark_on_iri(attribute, value, {});
    return true;
  }
  if (bases_.back().text().empty())
    return fail("rdfxml-iri-relative", attribute.offset,
                {{"found", std::string(value)}, {"attribute", qualified(attribute.name)}});
  if (grows(bases_.back().text().size(), attribute.offset)) return false;
  into = bases_.back().resolve(value);
  remark_on_iri(attribute, value, into);
  return true;
}

/// What is lawful and yet hardly meant.
void RdfXmlReader::remark_on_iri(const XmlAttribute& attribute, std::string_view value,
                                 std::string_view resolved) {
  if (resolved.empty()) {
    const std::size_t colon = value.find(':');
    if (colon > 10 || value.substr(colon).starts_with("://")) return;
    const Prefix* prefix = prefix_named(value.substr(0, colon));
    if (prefix == nullptr) return;
    return remark("rdfxml-iri-prefix", attribute.offset,
                  {{"found", std::string(value)},
                   {"iri", std::string(prefix->iri).append(value.substr(colon + 1))}});
  }
  // With a base of its own the file means relative references; about="" is the usual way to speak
  // of the file itself.
  if (bases_.size() > 1 || (value.empty() && attribute.name.local == "about")) return;
  const Arguments arguments{{"found", std::string(value)},
                            {"attribute", qualified(attribute.name)},
                            {"iri", std::string(resolved)}};
  if (value.empty())
    remark("rdfxml-iri-empty", attribute.offset, arguments);
  else if (value.find('@') != npos && value.find('/') == npos)
    remark("rdfxml-iri-mail", attribute.offset, arguments);
  else
    remark("rdfxml-iri-resolved", attribute.offset, arguments);
}

bool RdfXmlReader::id_iri(const XmlAttribute& attribute, std::string& into) {
  const Arguments arguments{{"found", std::string(attribute.value)},
                            {"attribute", qualified(attribute.name)}};
  if (!is_ncname(attribute.value)) return fail("rdfxml-id", attribute.offset, arguments);
  if (bases_.back().text().empty()) return fail("rdfxml-iri-relative", attribute.offset, arguments);
  into = bases_.back().resolve("#" + std::string(attribute.value));
  const Position where = error_places_.at(attribute.offset);
  const auto [known, first] = ids_.try_emplace(into, where.line);
  if (first) return true;
  return fail("rdfxml-id-twice", attribute.offset,
              {{"found", std::string(attribute.value)}, {"line", std::to_string(known->second)}});
}

/// The same label gives the same node. Labels that would look like ours, or that Turtle could not
/// write, get a mark before and behind.
bool RdfXmlReader::label(const XmlAttribute& attribute, Node& into) {
  const std::string_view value = attribute.value;
  if (!is_ncname(value))
    return fail("rdfxml-id", attribute.offset,
                {{"found", std::string(value)}, {"attribute", qualified(attribute.name)}});
  into.kind = TermKind::Blank;
  into.value = value;
  const bool dot = value.ends_with('.');
  if (dot || value.starts_with(kUnlabelled))
    into.value = std::string(kUnlabelled) + "_" + into.value + (dot ? "_d" : "_a");
  return true;
}

/// Is it the name of an IRI? What is no longer a qualified name cannot be.
bool RdfXmlReader::good_name(const XmlName& name, std::size_t at) {
  const std::string shown = qualified(name);
  if (name.undeclared()) {
    const Prefix* known = prefix_named(name.prefix);
    const std::string prefix(name.prefix);
    if (!undeclared_.insert(prefix).second) {  // said once
      complete_ = false;
      here().expect = Expect::Skipped;
      lose_enclosing();
      return false;
    }
    if (known == nullptr) return fail("rdfxml-prefix", at, {{"prefix", prefix}, {"name", shown}});
    return fail("rdfxml-prefix-known", at,
                {{"prefix", prefix}, {"name", shown}, {"declaration", std::string(known->iri)}});
  }
  if (grows(name.space.size(), at)) return false;
  if (name.space.empty()) return fail("rdfxml-no-namespace", at, {{"name", shown}});
  if (!is_absolute_iri(name.space) || name.local.find(':') != npos ||
      !std::all_of(name.space.begin(), name.space.end(),
                   [](char c) { return has_class(c, kIriChar); }))
    return fail("rdfxml-namespace", at, {{"name", shown}, {"found", std::string(name.space)}});
  return true;
}

void RdfXmlReader::fresh_blank(Node& into) {
  into.kind = TermKind::Blank;
  into.value.assign(kUnlabelled).append(std::to_string(++blanks_));
}

void RdfXmlReader::emit(const Term& subject, std::string_view predicate, const Term& object,
                        std::size_t at) {
  sink_.statement(subject, iri(predicate), object, places_.at(at));
}

/// The statement of a property element, and its reification.
void RdfXmlReader::emit_property(const Frame& property, const Term& object, std::size_t at) {
  const Term subject =
      frames_[static_cast<std::size_t>(&property - frames_.data()) - 1].subject.term();
  emit(subject, property.predicate, object, at);
  if (property.reification.empty()) return;
  const Term statement = iri(property.reification);
  emit(statement, rdf_ns::kType, iri(rdf_ns::kStatement), at);
  emit(statement, rdf_ns::kSubject, subject, at);
  emit(statement, rdf_ns::kPredicate, iri(property.predicate), at);
  emit(statement, rdf_ns::kObject, object, at);
}

/// The element is passed over, and who would have had it as a value is not whole. Always false.
bool RdfXmlReader::fail(std::string_view code, std::size_t at, Arguments arguments) {
  here().expect = Expect::Skipped;
  lose_enclosing();
  report({std::string(code), at, std::move(arguments)});
  return false;
}

void RdfXmlReader::report(const SyntaxError& error) {
  complete_ = false;
  if (report_.add(error, error_places_.at(error.offset))) return;
  parser_.stop();
  lose_all();
}

/// True: namespaces and bases add so much that nothing more is read.
bool RdfXmlReader::grows(std::size_t bytes, std::size_t at) {
  growth_.add(bytes);
  if (!growth_.too_much()) return false;
  report(Growth::error(at));
  parser_.stop();
  lose_all();
  return true;
}

/// Nothing is lost: said some times, and then no more.
void RdfXmlReader::remark(std::string_view code, std::size_t at, Arguments arguments) {
  if (++remarks_[std::string(code)] > kNotesOfAKind) return;
  found_.push_back({std::string(code),
                    Severity::Warning,
                    std::move(arguments),
                    {file_, error_places_.at(at), {}}});
}

/// The innermost subject around the element.
void RdfXmlReader::lose_enclosing() {
  for (std::size_t depth = depth_; depth-- > 1;) {
    if (frames_[depth].expect != Expect::Properties) continue;
    sink_.lost(frames_[depth].subject.term());
    return;
  }
}

/// Nothing more is read: every subject that is open lacks something.
void RdfXmlReader::lose_all() {
  for (; depth_ > 0; --depth_)
    if (here().expect == Expect::Properties) sink_.lost(here().subject.term());
}

}  // namespace pinakes::rdf
