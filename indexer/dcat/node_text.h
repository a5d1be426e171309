// Names and literals of a node: shared by the views in values.cc and parts.cc.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/dcat/vocabulary.h"
#include "indexer/rdf/graph.h"

namespace pinakes {

/// The literal as design section 5 reads its tag, white space at the ends removed.
Literal literal_of(const rdf::Term& term);
/// Literals of that property, in the order of the file, empty and repeated ones left out.
std::vector<Literal> literals_of(const rdf::Graph& graph, rdf::TermId node,
                                 std::string_view predicate);
/// Literals of the first of these properties that has any.
std::vector<Literal> literals_of_first(const rdf::Graph& graph, rdf::TermId node,
                                       std::span<const std::string_view> predicates);
/// What the node is called: skos:prefLabel, rdfs:label, foaf:name, vcard names, dct:title, and for
/// statements that are nothing but text dct:description.
std::vector<Literal> names_of(const rdf::Graph& graph, rdf::TermId node);
/// Objects in the order of their statements in the file; an rdf:List stands for its members.
std::vector<rdf::TermId> objects_in_order(const rdf::Graph& graph, rdf::TermId node,
                                          std::string_view predicate);
/// Has no name of its own that lasts: a blank node or a genid IRI.
bool is_anonymous(const rdf::Term& term);

}  // namespace pinakes
