// Lexical spaces of XML Schema, and the order of literals.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/shacl/datatypes.h"

#include <string>
#include <utility>

#include "indexer/shacl/compare.h"
#include "schemas/namespaces.h"
#include "tests/catch.h"

namespace pinakes::shacl {
namespace {

std::string xsd_iri(std::string_view local) {
  return std::string(xsd::kString.substr(0, xsd::kString.find('#') + 1)) + std::string(local);
}

bool valid(std::string_view local, std::string_view text) {
  const auto datatype = datatype_of(xsd_iri(local));
  REQUIRE(datatype);
  return is_valid(*datatype, text);
}

/// '<', '=', '>' or '?'; terms as `local:lexical`.
char order(std::string_view a, std::string_view b) {
  const auto term = [](std::string_view text, std::string& datatype) {
    const std::size_t colon = text.find(':');
    datatype = xsd_iri(text.substr(0, colon));
    const bool plain = datatype == xsd::kString;
    return rdf::typed(text.substr(colon + 1), plain ? std::string_view() : datatype);
  };
  std::string type_a, type_b;
  const auto result = compare(term(a, type_a), term(b, type_b));
  return result < 0 ? '<' : result > 0 ? '>' : result == 0 ? '=' : '?';
}

}  // namespace

TEST_CASE("well-typed literals of each XML Schema datatype") {
  for (const auto& [local, text] : std::initializer_list<std::pair<const char*, const char*>>{
           {"boolean", "true"},
           {"boolean", "0"},
           {"decimal", "-.5"},
           {"decimal", "+12."},
           {"integer", "-007"},
           {"integer", "123456789012345678901234567890"},
           {"double", "-1.5E+10"},
           {"double", "INF"},
           {"double", "NaN"},
           {"float", "1"},
           {"byte", "-128"},
           {"unsignedLong", "18446744073709551615"},
           {"negativeInteger", "-1"},
           {"nonNegativeInteger", "-0"},
           {"date", "2024-02-29"},
           {"date", "2024-02-29+14:00"},
           {"date", "-0044-03-15Z"},
           {"dateTime", "2024-12-31T24:00:00"},
           {"dateTime", "12024-12-31T23:59:59.999-05:30"},
           {"dateTimeStamp", "2024-01-01T00:00:00Z"},
           {"time", "23:59:59.5"},
           {"gYear", "2024"},
           {"gYear", "0000"},
           {"gYearMonth", "2024-12Z"},
           {"gMonthDay", "--02-29"},
           {"gDay", "---31"},
           {"gMonth", "--12"},
           {"duration", "-P1Y2M3DT4H5M6.7S"},
           {"duration", "PT0S"},
           {"yearMonthDuration", "P1Y"},
           {"dayTimeDuration", "P3DT2H"},
           {"hexBinary", "0aFF"},
           {"hexBinary", ""},
           {"base64Binary", "YWJj ZA=="},
           {"language", "fr-BE"},
           {"NCName", "_a.b-c"},
           {"NMTOKENS", "1 a:b"},
           {"QName", "dct:title"},
           {"token", "a b"},
           {"anyURI", "a b"}}) {
    INFO(local << " " << text);
    CHECK(valid(local, text));
  }
}

TEST_CASE("ill-typed literals of each XML Schema datatype") {
  for (const auto& [local, text] : std::initializer_list<std::pair<const char*, const char*>>{
           {"boolean", "True"},
           {"boolean", ""},
           {"decimal", "."},
           {"decimal", "1e3"},
           {"integer", "1.0"},
           {"integer", " 1"},
           {"integer", ""},
           {"double", "+-1"},
           {"double", "1e"},
           {"double", "inf"},
           {"byte", "128"},
           {"byte", "c"},
           {"unsignedLong", "18446744073709551616"},
           {"negativeInteger", "0"},
           {"positiveInteger", "0"},
           {"nonNegativeInteger", "-1"},
           {"date", "2023-02-29"},
           {"date", "2024-13-01"},
           {"date", "24-01-01"},
           {"date", "2024-01-01T00:00:00"},
           {"date", "02024-01-01"},
           {"dateTime", "2024-01-01"},
           {"dateTime", "2024-01-01T24:00:01"},
           {"dateTime", "2024-01-01T00:00:00+14:01"},
           {"dateTime", "2024-01-01 00:00:00"},
           {"dateTimeStamp", "2024-01-01T00:00:00"},
           {"time", "24:30:00"},
           {"time", "1:00:00"},
           {"gYear", "24"},
           {"gYearMonth", "2024-00"},
           {"gMonthDay", "--02-30"},
           {"gDay", "---32"},
           {"gMonth", "--13"},
           {"duration", "P"},
           {"duration", "P1YT"},
           {"duration", "P1D2Y"},
           {"duration", "P1.5Y"},
           {"yearMonthDuration", "P1D"},
           {"dayTimeDuration", "P1M"},
           {"hexBinary", "0"},
           {"hexBinary", "zz"},
           {"base64Binary", "YWJ"},
           {"base64Binary", "Y=JjZA=="},
           {"language", "fr_BE"},
           {"language", "abcdefghi"},
           {"NCName", "a:b"},
           {"NCName", "1a"},
           {"NMTOKENS", ""},
           {"QName", "a:b:c"},
           {"token", " a"},
           {"normalizedString", "a\tb"}}) {
    INFO(local << " " << text);
    CHECK(!valid(local, text));
  }
}

TEST_CASE("a datatype that is not of XML Schema has no lexical space that we know") {
  CHECK(!datatype_of("http://e/date"));
  CHECK(!datatype_of(xsd_iri("day")));
  CHECK(!datatype_of(rdf_ns::kLangString));
}

TEST_CASE("numbers of any type and length are compared by value") {
  CHECK(order("integer:99999999999999999999999999", "integer:100000000000000000000000000") == '<');
  CHECK(order("integer:-10", "byte:-9") == '<');
  CHECK(order("integer:007", "decimal:7.000") == '=');
  CHECK(order("decimal:0.1000000000000000000001", "decimal:0.1") == '>');
  CHECK(order("decimal:-0.1000000000000000000001", "decimal:-0.1") == '<');
  CHECK(order("integer:-0", "decimal:0.0") == '=');
  CHECK(order("double:1e3", "integer:1000") == '=');
  CHECK(order("double:INF", "integer:1000") == '>');
  CHECK(order("double:1e999", "double:1e308") == '>');
  CHECK(order("double:1e-999", "double:0") == '=');
  CHECK(order("double:NaN", "double:NaN") == '?');
  CHECK(order("integer:x", "integer:1") == '?');
  CHECK(order("integer:1", "string:1") == '?');
}

TEST_CASE("times are compared as points in time, where their zones allow it") {
  CHECK(order("dateTime:2024-01-01T00:00:00Z", "dateTime:2024-01-01T01:00:00+02:00") == '>');
  CHECK(order("dateTime:2024-01-01T00:00:00Z", "dateTimeStamp:2024-01-01T00:00:00.000Z") == '=');
  CHECK(order("dateTime:2024-01-01T00:00:00.25", "dateTime:2024-01-01T00:00:00.3") == '<');
  CHECK(order("dateTime:2023-12-31T24:00:00", "dateTime:2024-01-01T00:00:00") == '=');
  CHECK(order("dateTime:2024-01-01T00:00:00", "dateTime:2024-01-01T12:00:00Z") == '?');
  CHECK(order("dateTime:2024-01-01T00:00:00", "dateTime:2024-01-01T15:00:00Z") == '<');
  CHECK(order("date:2024-02-29", "date:2024-03-01") == '<');
  CHECK(order("date:-0001-01-01", "date:0001-01-01") == '<');
  CHECK(order("date:123456789012-01-01", "date:2024-01-01") == '>');
  CHECK(order("date:2024-01-01", "dateTime:2024-01-01T00:00:00") == '?');
  CHECK(order("gYear:2023", "gYear:2024") == '<');
  CHECK(order("date:2024-02-30", "date:2024-03-01") == '?');
}

TEST_CASE(
    "texts are compared by code points, false is before true, and nothing else has an order") {
  CHECK(order("string:a", "string:b") == '<');
  CHECK(order("string:\xC3\xA9", "string:z") == '>');
  CHECK(order("boolean:0", "boolean:true") == '<');
  CHECK(order("anyURI:a", "anyURI:b") == '?');
  CHECK(compare(rdf::literal("a", "en"), rdf::literal("b", "en")) ==
        std::partial_ordering::unordered);
  CHECK(compare(rdf::iri("a"), rdf::iri("b")) == std::partial_ordering::unordered);
}

}  // namespace pinakes::shacl
