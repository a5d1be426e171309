// Views of a dataset through the field table: what index, API and pages know of its graph.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/date.h"
#include "indexer/base/diagnostic.h"
#include "indexer/dcat/dataset.h"
#include "indexer/dcat/vocabulary.h"
#include "schemas/fields.h"

namespace pinakes {

/// One value of a field. Which members are filled depends on Field::kind.
struct Value {
  /// What filters compare and addresses spell. Concept: local code (unknown to the vocabulary: slug
  /// of the last IRI part, '-', 6 hex of the IRI's SHA-256). Agent: slug of the name, '-', 8 hex of
  /// the key (IRI, else folded name). Code: the literal. Boolean, Presence: true or false. Date,
  /// Integer: lexical form.
  std::string id;
  std::string iri;              // of an IRI or of the node that stands for the value; or empty
  std::vector<Literal> labels;  // Text: one, the literal. Concept, Agent: names in all languages
  Days days{};                  // Date, Period
  std::int64_t number = 0;      // Integer
  bool known = true;            // Concept: the vocabulary has it
  Position where;               // of the statement
};

/// The field's values in the graph's order, each id once (Text: each literal once). Never throws
/// for odd data: what cannot be read as the field's kind is left out here (validation reports it).
std::vector<Value> values(const Dataset& dataset, const Field& field,
                          const Vocabularies& vocabularies);

/// The same, with the field's paths followed from another node of a graph (a distribution).
std::vector<Value> values_at(const rdf::Graph& graph, rdf::TermId node, const Field& field,
                             const Vocabularies& vocabularies);

/// Whom to write to. E-mail without mailto:, pages are http(s).
struct Contact {
  std::vector<Literal> names;
  std::vector<std::string> emails, pages, telephones;
};
/// Contacts of the dataset itself (dcat:contactPoint) for Kind::Contact, or of the agents that
/// `field` (Kind::Agent) names, by cv:contactPoint, vcard, foaf:mbox, foaf:homepage.
std::vector<Contact> contacts(const Dataset& dataset, const Field& field);

/// One column of the data dictionary (csvw:Column), in the order of the graph.
struct Variable {
  std::string table;  // title of its csvw:Table, in any language
  std::string name, datatype, property_url;
  std::vector<Literal> titles, descriptions;
};
std::vector<Variable> variables(const Dataset& dataset);

/// One dcat:Distribution, adms:sample or healthdcatap:analytics.
struct Distribution {
  std::vector<Literal> titles, descriptions;
  std::vector<std::string> access_urls, download_urls;
  std::vector<Value> formats, licences;
  std::int64_t byte_size = -1;  // -1: not stated
  enum class Role : std::uint8_t { Data, Sample, Analytics } role = Role::Data;
};
std::vector<Distribution> distributions(const Dataset& dataset, const Vocabularies& vocabularies);

/// An invented sample record (publisher kSamplesPublisher).
bool is_sample_record(const Dataset& dataset);

}  // namespace pinakes
