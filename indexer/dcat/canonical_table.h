// The mapping tables: which property of another schema is which property of HealthDCAT-AP.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace pinakes::canon {

/// What a value becomes on its way. One function each, in canonical_convert.cc.
enum class Convert : std::uint8_t {
  AsIs,         // the term as it is
  Node,         // a described node: it stays the same node, its statements are read by `enters`
  Iri,          // an absolute IRI, also one that stands in a literal
  WebPage,      // the same, http and https only
  Text,         // a literal that says something; its language stays
  TextByKey,    // the same, its language is the key it stands under
  Keywords,     // a literal, cut at commas and semicolons where it has them (then guessed)
  Date,         // a date of XML Schema; a local form such as 25/12/2020 is guessed
  Integer,      // a whole number, not negative
  Decimal,      // a number
  Boolean,      // true or false
  True,         // "true", because something is there at all
  Mailto,       // an e-mail address as mailto: IRI
  Email,        // an e-mail address as text
  Telephone,    // tel: IRI
  AccessRight,  // open, public, restricted... -> the EU access right
  Frequency,    // R/P1Y, weekly, ANNUAL... -> the EU frequency
  Language,     // en, en-US, English -> the EU language
  FileType,     // CSV, .xlsx -> the EU file type
  MediaType,    // text/csv -> its IANA address
  Theme,        // Health -> the EU data theme
  Datatype,     // types of Table Schema and schema.org -> the names of XML Schema
  Licence,      // an address, or a well-known short name
  Scheme,       // ICD10, SNOMED CT... -> the coding system of HealthDCAT-AP
  Standard,     // OMOP, FHIR... -> the standard of HealthDCAT-AP
  PeriodStart,  // 2020-01-01/2020-12-31: the first
  PeriodEnd,    // the second
  AgeMin,       // 18-65: the first
  AgeMax,       // the second
  BoundingBox,  // west,south,east,north -> WKT
  GeoJson,      // a GeoJSON text
  DoiIri,       // 10.1000/x -> https://doi.org/10.1000/x
};

enum class Certainty : std::uint8_t { Mapped, Guessed };

/// Whose statements a row reads.
enum class Scope : std::uint8_t {
  Dataset,
  Distribution,
  Agent,
  Contact,
  Period,
  Place,
  Table,
  Column,
  Identifier,
  Service,
  Any,  // every node of the graph
};

enum Flag : std::uint8_t {
  kAlso = 1,     // later rows may take the statement too
  kIfNone = 2,   // only where the node has nothing yet under the first property of `to`
  kEach = 4,     // the innermost new node is made for each value, not once for all of a node's
  kLiteral = 8,  // only literals
  kHere = 16,    // `to` begins at the node that has the value, not at the scope's
  kKeep = 32,    // the statement stays as it is
};

/// One row. `from` and `to` are paths from the node that the scope means; a step of `from` that is
/// no IRI is a key in the schema's namespace, "*" any key of it. Rows are tried in order; the first
/// that can convert a statement's value takes the statement.
struct Row {
  Scope scope = Scope::Dataset;
  std::array<std::string_view, 3> from;
  std::array<std::string_view, 4> to;
  Convert convert = Convert::AsIs;
  Certainty certainty = Certainty::Mapped;
  std::uint8_t flags = 0;
  Scope enters = Scope::Any;  // for Convert::Node: how the node's own statements are read
  /// Only where the node that has the value also has this property with this object (an IRI).
  std::array<std::string_view, 2> when = {};
};

/// A class or a property that is another one today, wherever it stands.
struct Alias {
  std::string_view from, to;
  Certainty certainty = Certainty::Mapped;
};

/// IRIs that begin with `from` begin with `to` instead. With `inside` the whole part up to and
/// with `from`, wherever that stands, is replaced.
struct Beginning {
  std::string_view from, to;
  Certainty certainty = Certainty::Mapped;
  enum class Match : std::uint8_t { Start, Inside } match = Match::Start;
};

/// Lists of {key, value} entries that stand for properties (CKAN extras).
struct Pairs {
  std::string_view list, key, value;
};

/// One metadata schema.
struct Schema {
  std::string_view name;        // as people call it
  std::string_view space;       // namespace of its properties; what is left of it is reported
  std::string_view root_class;  // local name in `space`: what its datasets are told by; or
  std::string_view told_by;     // a property that stands in each of them; neither: every dataset
  std::span<const Row> rows;
  std::span<const Alias> classes;  // `from` is a local name in `space`
  Pairs pairs = {};
};

/// The class of a node that is the object of this property.
struct ClassOf {
  std::string_view property, type;
};

const Schema& dcat_us();
const Schema& schema_org();
const Schema& hdr_uk();
const Schema& ckan();
const Schema& table_schema();
/// Rows for every graph: DCAT-AP 1 and 2, drafts of HealthDCAT-AP, national profiles.
const Schema& dcat_ap();

/// Terms that have another address today, for every graph (canonical_dcat_ap.cc).
std::span<const Alias> aliases();
std::span<const Beginning> beginnings();
std::span<const ClassOf> classes_of();
/// IRIs of EU tables never end in '/'.
std::string_view eu_tables();

}  // namespace pinakes::canon
