// Names and literals of a node.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/dcat/node_text.h"

#include <algorithm>
#include <array>

#include "indexer/base/iri.h"
#include "indexer/base/text.h"
#include "schemas/namespaces.h"

namespace pinakes {
namespace {

constexpr std::array kNames = {skos::kPrefLabel, rdfs::kLabel, foaf::kName,
                               vcard::kFn,       dct::kTitle,  vcard::kOrganizationName,
                               dct::kDescription};
/// A list longer than this is cut: no description has one, an attack may have a cycle.
constexpr std::size_t kLongestList = 10'000;

void expand_list(const rdf::Graph& graph, rdf::TermId head, std::vector<rdf::TermId>& into) {
  std::size_t steps = 0;
  for (std::optional<rdf::TermId> at = head; at && steps < kLongestList; ++steps) {
    const auto member = graph.object(*at, rdf_ns::kFirst);
    if (!member) break;
    into.push_back(*member);
    at = graph.object(*at, rdf_ns::kRest);
  }
}

}  // namespace

Literal literal_of(const rdf::Term& term) {
  LanguageTag tag = parse_language_tag(term.language);
  return {std::string(trim(term.value)), std::move(tag.primary), std::move(tag.translated_from)};
}

std::vector<Literal> literals_of(const rdf::Graph& graph, rdf::TermId node,
                                 std::string_view predicate) {
  std::vector<Literal> found;
  for (const rdf::TermId object : objects_in_order(graph, node, predicate)) {
    if (graph[object].kind != rdf::TermKind::Literal) continue;
    Literal literal = literal_of(graph[object]);
    if (!literal.text.empty() && std::find(found.begin(), found.end(), literal) == found.end())
      found.push_back(std::move(literal));
  }
  return found;
}

std::vector<Literal> literals_of_first(const rdf::Graph& graph, rdf::TermId node,
                                       std::span<const std::string_view> predicates) {
  for (const std::string_view predicate : predicates)
    if (std::vector<Literal> found = literals_of(graph, node, predicate); !found.empty())
      return found;
  return {};
}

std::vector<Literal> names_of(const rdf::Graph& graph, rdf::TermId node) {
  return literals_of_first(graph, node, kNames);
}

std::vector<rdf::TermId> objects_in_order(const rdf::Graph& graph, rdf::TermId node,
                                          std::string_view predicate) {
  const auto id = graph.find_iri(predicate);
  if (!id) return {};
  const auto triples = graph.about(node, *id);
  std::vector<std::pair<std::pair<std::uint32_t, std::uint32_t>, rdf::TermId>> placed;
  placed.reserve(triples.size());
  for (const rdf::Triple& triple : triples) {
    const Position where = graph.position(triple);
    placed.push_back({{where.line, where.column}, triple.object});
  }
  std::sort(placed.begin(), placed.end());
  std::vector<rdf::TermId> objects;
  objects.reserve(placed.size());
  for (const auto& [place, object] : placed) {
    if (graph[object].kind != rdf::TermKind::Literal && graph.object(object, rdf_ns::kFirst))
      expand_list(graph, object, objects);
    else
      objects.push_back(object);
  }
  return objects;
}

bool is_anonymous(const rdf::Term& term) {
  return term.kind == rdf::TermKind::Blank ||
         (term.kind == rdf::TermKind::Iri && is_genid(term.value));
}

}  // namespace pinakes
