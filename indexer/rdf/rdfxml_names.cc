// Splits IRIs into namespace and name.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/rdfxml_names.h"

#include <algorithm>

#include "indexer/base/iri.h"
#include "indexer/base/text.h"
#include "indexer/rdf/characters.h"

namespace pinakes::rdf {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::array kSyntaxNames = {"RDF"sv,      "ID"sv,        "about"sv,          "parseType"sv,
                                     "resource"sv, "nodeID"sv,    "datatype"sv,       "bagID"sv,
                                     "li"sv,       "aboutEach"sv, "aboutEachPrefix"sv};
/// XML Names section 3: nobody may declare it.
constexpr std::string_view kXmlns = "http://www.w3.org/2000/xmlns/";

bool is_start(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (static_cast<unsigned char>(c) < 0x80) return has_class(c, kNameStart) || c == '_';
  return is_name_start(next_code_point(text, at));
}

bool is_inner(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (static_cast<unsigned char>(c) < 0x80) return has_class(c, kNameChar) || c == '.';
  return is_name_char(next_code_point(text, at));
}

constexpr bool is_tail(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

/// Where the longest name at the end of the IRI starts; its size where there is none.
std::size_t split(std::string_view iri) {
  std::size_t best = iri.size();
  for (std::size_t at = iri.size(); at-- > 0;) {
    if (is_tail(iri[at])) continue;
    if (!is_inner(iri, at)) break;
    if (is_start(iri, at)) best = at;
  }
  return best;
}

}  // namespace

bool is_ncname(std::string_view text) {
  if (text.empty() || !is_start(text, 0)) return false;
  for (std::size_t at = 0; at < text.size(); ++at)
    if (!is_tail(text[at]) && !is_inner(text, at)) return false;
  return true;
}

bool is_rdfxml_syntax(std::string_view local) {
  return std::find(kSyntaxNames.begin(), kSyntaxNames.end(), local) != kSyntaxNames.end();
}

bool is_xml_text(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (c < 0x20 && c != '\t' && c != '\n' && c != '\r') return false;
    // U+FFFE and U+FFFF.
    if (c == 0xEF && text.substr(at + 1).starts_with("\xBF") && at + 2 < text.size() &&
        static_cast<unsigned char>(text[at + 2]) >= 0xBE)
      return false;
  }
  return true;
}

bool is_xml_iri(std::string_view iri) {
  return is_absolute_iri(iri) && is_xml_text(iri) &&
         std::all_of(iri.begin(), iri.end(), [](char c) { return has_class(c, kIriChar); });
}

std::optional<XmlNames::QName> XmlNames::name(std::string_view iri) {
  const Prefix* best = nullptr;
  for (const Prefix& prefix : kPrefixes)
    if (iri.starts_with(prefix.iri) && (best == nullptr || prefix.iri.size() > best->iri.size()) &&
        is_ncname(iri.substr(prefix.iri.size())))
      best = &prefix;
  if (best != nullptr) {
    used_[static_cast<std::size_t>(best - kPrefixes.data())] = true;
    return QName{best->name, iri.substr(best->iri.size()), {}};
  }
  const std::size_t cut = split(iri);
  const std::string_view space = iri.substr(0, cut), local = iri.substr(cut);
  if (local.empty() || !is_xml_iri(space) || space == kXmlns || !is_xml_text(local)) return {};
  if (where_ == Declared::OnElement) return QName{"ns1", local, space};
  const auto [own, added] = own_.try_emplace(std::string(space), own_names_.size());
  if (added) own_names_.emplace_back("ns" + std::to_string(own_names_.size() + 1), own->first);
  return QName{own_names_[own->second].first, local, {}};
}

std::vector<Prefix> XmlNames::used() const {
  std::vector<Prefix> result;
  for (std::size_t i = 0; i < kPrefixes.size(); ++i)
    if (where_ == Declared::OnElement || used_[i] || kPrefixes[i].iri == rdf_ns::kNamespace)
      result.push_back(kPrefixes[i]);
  for (const auto& [name, iri] : own_names_) result.push_back({name, iri});
  return result;
}

}  // namespace pinakes::rdf
