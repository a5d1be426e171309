// Which literals are well-typed: the lexical spaces of the XML Schema datatypes.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace pinakes::shacl {

/// A datatype whose lexical space is known; an index of the table in the .cc.
enum class Datatype : std::uint8_t {};

/// XML Schema 1.1 part 2 section 3, without the white space that XML would take away (RDF 1.1
/// Concepts section 5.1); nullopt: not one of them, so that nothing can be said of its literals.
std::optional<Datatype> datatype_of(std::string_view iri);

/// Whether the lexical form is one of the datatype's (SPARQL 1.1: not ill-typed).
bool is_valid(Datatype datatype, std::string_view lexical);

/// xsd:integer, xsd:decimal and what is derived from them: values that are compared exactly.
bool is_exact_number(Datatype datatype);
/// xsd:float and xsd:double.
bool is_floating(Datatype datatype);
bool is_boolean(Datatype datatype);

/// xsd:dateTime, date, time and their parts: what a point in time is read from.
enum class Calendar : std::uint8_t {
  None,
  DateTime,
  DateTimeStamp,
  Date,
  Time,
  YearMonth,
  Year,
  MonthDay,
  Day,
  Month
};
Calendar calendar_of(Datatype datatype);

/// A lexical form of a calendar datatype. Seconds count from 1970-01-01T00:00:00, in UTC where
/// there is a zone, else local; years beyond nine digits are cut off at nine.
struct Moment {
  std::int64_t seconds = 0;
  std::string_view fraction;  // digits behind the point, without the zeros at the end
  enum class Zone : std::uint8_t { Unknown, Known } zone = Zone::Unknown;
};
std::optional<Moment> parse_moment(Calendar calendar, std::string_view lexical);

/// Compares two lexical forms of exact numbers, of any length: negative, 0 or positive.
int compare_exact(std::string_view a, std::string_view b);

}  // namespace pinakes::shacl
