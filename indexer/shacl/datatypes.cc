// The table of datatypes and what each lexical space is.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/shacl/datatypes.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "schemas/namespaces.h"

namespace pinakes::shacl {
namespace {

enum class Form : std::uint8_t {
  Anything,
  Boolean,
  Decimal,
  Floating,
  Integer,
  Calendar,
  Duration,
  YearMonthDuration,
  DayTimeDuration,
  Hex,
  Base64,
  Language,
  NoLineBreaks,
  Token,
  Name,
  NcName,
  QName,
  NmToken,
  NmTokens,
};

struct Row {
  std::string_view local;  // of an IRI in the namespace of XML Schema
  Form form;
  std::string_view least = {}, greatest = {};  // Integer: bounds, both included
  Calendar calendar = Calendar::None;
};

constexpr auto kRows = std::to_array<Row>({
    {"string", Form::Anything},
    {"anyURI", Form::Anything},
    {"boolean", Form::Boolean},
    {"decimal", Form::Decimal},
    {"integer", Form::Integer},
    {"double", Form::Floating},
    {"float", Form::Floating},
    {"date", Form::Calendar, {}, {}, Calendar::Date},
    {"dateTime", Form::Calendar, {}, {}, Calendar::DateTime},
    {"dateTimeStamp", Form::Calendar, {}, {}, Calendar::DateTimeStamp},
    {"time", Form::Calendar, {}, {}, Calendar::Time},
    {"gYear", Form::Calendar, {}, {}, Calendar::Year},
    {"gYearMonth", Form::Calendar, {}, {}, Calendar::YearMonth},
    {"gMonthDay", Form::Calendar, {}, {}, Calendar::MonthDay},
    {"gDay", Form::Calendar, {}, {}, Calendar::Day},
    {"gMonth", Form::Calendar, {}, {}, Calendar::Month},
    {"duration", Form::Duration},
    {"yearMonthDuration", Form::YearMonthDuration},
    {"dayTimeDuration", Form::DayTimeDuration},
    {"hexBinary", Form::Hex},
    {"base64Binary", Form::Base64},
    {"language", Form::Language},
    {"normalizedString", Form::NoLineBreaks},
    {"token", Form::Token},
    {"Name", Form::Name},
    {"NCName", Form::NcName},
    {"ID", Form::NcName},
    {"IDREF", Form::NcName},
    {"ENTITY", Form::NcName},
    {"QName", Form::QName},
    {"NOTATION", Form::QName},
    {"NMTOKEN", Form::NmToken},
    {"NMTOKENS", Form::NmTokens},
    {"byte", Form::Integer, "-128", "127"},
    {"short", Form::Integer, "-32768", "32767"},
    {"int", Form::Integer, "-2147483648", "2147483647"},
    {"long", Form::Integer, "-9223372036854775808", "9223372036854775807"},
    {"unsignedByte", Form::Integer, "0", "255"},
    {"unsignedShort", Form::Integer, "0", "65535"},
    {"unsignedInt", Form::Integer, "0", "4294967295"},
    {"unsignedLong", Form::Integer, "0", "18446744073709551615"},
    {"nonNegativeInteger", Form::Integer, "0"},
    {"positiveInteger", Form::Integer, "1"},
    {"nonPositiveInteger", Form::Integer, {}, "0"},
    {"negativeInteger", Form::Integer, {}, "-1"},
});

const Row& row_of(Datatype datatype) { return kRows[static_cast<std::size_t>(datatype)]; }

constexpr bool digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool hex(char c) { return digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

/// Takes a text apart from its start.
struct Scanner {
  std::string_view rest;

  bool take(char c) {
    if (!rest.starts_with(c)) return false;
    rest.remove_prefix(1);
    return true;
  }
  std::string_view digits() {
    const auto end = std::find_if_not(rest.begin(), rest.end(), digit);
    const std::string_view taken(rest.begin(), end);
    rest.remove_prefix(taken.size());
    return taken;
  }
  void sign() {
    if (!take('+')) take('-');
  }
};

bool is_decimal(std::string_view text) {
  Scanner scan{text};
  scan.sign();
  const std::size_t before = scan.digits().size();
  const std::size_t after = scan.take('.') ? scan.digits().size() : 0;
  return before + after > 0 && scan.rest.empty();
}

bool is_floating_text(std::string_view text) {
  if (text == "INF" || text == "+INF" || text == "-INF" || text == "NaN") return true;
  const std::size_t e = text.find_first_of("eE");
  if (!is_decimal(text.substr(0, e))) return false;
  if (e == std::string_view::npos) return true;
  Scanner exponent{text.substr(e + 1)};
  exponent.sign();
  return !exponent.digits().empty() && exponent.rest.empty();
}

bool is_integer(std::string_view text, const Row& row) {
  Scanner scan{text};
  scan.sign();
  if (scan.digits().empty() || !scan.rest.empty()) return false;
  return (row.least.empty() || compare_exact(text, row.least) >= 0) &&
         (row.greatest.empty() || compare_exact(text, row.greatest) <= 0);
}

/// Numbers, each with one of the letters, in that order and each at most once; at least one.
bool take_parts(Scanner& scan, std::string_view letters) {
  bool some = false;
  std::size_t next = 0;
  while (!scan.rest.empty() && digit(scan.rest.front())) {
    scan.digits();
    const bool fraction = scan.take('.');
    if (fraction && scan.digits().empty()) return false;
    const std::size_t at =
        scan.rest.empty() ? std::string_view::npos : letters.find(scan.rest.front(), next);
    if (at == std::string_view::npos || (fraction && letters[at] != 'S')) return false;
    scan.rest.remove_prefix(1);
    next = at + 1;
    some = true;
  }
  return some;
}

bool is_duration(std::string_view text, std::string_view days, std::string_view times) {
  Scanner scan{text};
  scan.take('-');
  if (!scan.take('P')) return false;
  const bool some_days = take_parts(scan, days);
  if (scan.rest.empty()) return some_days;
  return scan.take('T') && take_parts(scan, times) && scan.rest.empty();
}

bool is_base64(std::string_view text) {
  std::string_view tail = text;
  std::size_t characters = 0, padding = 0;
  for (std::size_t i = 0; i < tail.size(); ++i) {
    const char c = tail[i];
    if (c == ' ') {  // one space may stand between characters
      if (i == 0 || i + 1 == tail.size() || tail[i - 1] == ' ') return false;
      continue;
    }
    ++characters;
    if (c == '=')
      ++padding;
    else if (padding > 0 || !(letter(c) || digit(c) || c == '+' || c == '/'))
      return false;
  }
  return characters % 4 == 0 && padding <= 2;
}

bool is_language(std::string_view text) {
  std::size_t start = 0;
  for (bool first = true; start <= text.size(); first = false) {
    const std::size_t end = std::min(text.find('-', start), text.size());
    const std::string_view part = text.substr(start, end - start);
    if (part.empty() || part.size() > 8) return false;
    for (const char c : part)
      if (!letter(c) && (first || !digit(c))) return false;
    start = end + 1;
  }
  return true;
}

/// Characters beyond ASCII count as name characters.
constexpr bool name_character(char c) {
  return letter(c) || digit(c) || c == '_' || c == '-' || c == '.' || c == ':' ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool is_nmtoken(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), name_character);
}

bool is_name(std::string_view text) {
  return is_nmtoken(text) && !digit(text.front()) && text.front() != '-' && text.front() != '.';
}

bool is_ncname(std::string_view text) {
  return is_name(text) && text.find(':') == std::string_view::npos;
}

bool is_qname(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return is_ncname(text);
  return is_ncname(text.substr(0, colon)) && is_ncname(text.substr(colon + 1));
}

bool is_token(std::string_view text) {
  return text.find_first_of("\t\n\r") == std::string_view::npos &&
         text.find("  ") == std::string_view::npos && !text.starts_with(' ') &&
         !text.ends_with(' ');
}

bool is_nmtokens(std::string_view text) {
  if (!is_token(text)) return false;
  while (true) {
    const std::size_t space = text.find(' ');
    if (!is_nmtoken(text.substr(0, space))) return false;
    if (space == std::string_view::npos) return true;
    text.remove_prefix(space + 1);
  }
}

/// An exact number as sign, digits without leading zeros, fraction without trailing ones.
struct Exact {
  int sign = 1;
  std::string_view whole, fraction;

  explicit Exact(std::string_view text) {
    if (text.starts_with('-')) sign = -1;
    if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
    const std::size_t point = std::min(text.find('.'), text.size());
    whole = text.substr(0, point);
    whole.remove_prefix(std::min(whole.find_first_not_of('0'), whole.size()));
    fraction = text.substr(std::min(point + 1, text.size()));
    fraction = fraction.substr(0, fraction.find_last_not_of('0') + 1);
    if (whole.empty() && fraction.empty()) sign = 0;
  }
};

}  // namespace

std::optional<Datatype> datatype_of(std::string_view iri) {
  constexpr std::string_view kXsd = xsd::kString.substr(0, xsd::kString.find('#') + 1);
  if (!iri.starts_with(kXsd)) return std::nullopt;
  const std::string_view local = iri.substr(kXsd.size());
  const auto row =
      std::find_if(kRows.begin(), kRows.end(), [&](const Row& r) { return r.local == local; });
  if (row == kRows.end()) return std::nullopt;
  return Datatype{static_cast<std::uint8_t>(row - kRows.begin())};
}

bool is_valid(Datatype datatype, std::string_view text) {
  const Row& row = row_of(datatype);
  switch (row.form) {
    case Form::Anything:
      return true;
    case Form::Boolean:
      return text == "true" || text == "false" || text == "1" || text == "0";
    case Form::Decimal:
      return is_decimal(text);
    case Form::Floating:
      return is_floating_text(text);
    case Form::Integer:
      return is_integer(text, row);
    case Form::Calendar:
      return parse_moment(row.calendar, text).has_value();
    case Form::Duration:
      return is_duration(text, "YMD", "HMS");
    case Form::YearMonthDuration:
      return is_duration(text, "YM", "");
    case Form::DayTimeDuration:
      return is_duration(text, "D", "HMS");
    case Form::Hex:
      return text.size() % 2 == 0 && std::all_of(text.begin(), text.end(), hex);
    case Form::Base64:
      return is_base64(text);
    case Form::Language:
      return is_language(text);
    case Form::NoLineBreaks:
      return text.find_first_of("\t\n\r") == std::string_view::npos;
    case Form::Token:
      return is_token(text);
    case Form::Name:
      return is_name(text);
    case Form::NcName:
      return is_ncname(text);
    case Form::QName:
      return is_qname(text);
    case Form::NmToken:
      return is_nmtoken(text);
    case Form::NmTokens:
      return is_nmtokens(text);
  }
  return true;
}

bool is_exact_number(Datatype datatype) {
  const Form form = row_of(datatype).form;
  return form == Form::Decimal || form == Form::Integer;
}
bool is_floating(Datatype datatype) { return row_of(datatype).form == Form::Floating; }
bool is_boolean(Datatype datatype) { return row_of(datatype).form == Form::Boolean; }
Calendar calendar_of(Datatype datatype) { return row_of(datatype).calendar; }

int compare_exact(std::string_view left, std::string_view right) {
  const Exact a(left), b(right);
  if (a.sign != b.sign) return a.sign < b.sign ? -1 : 1;
  int order = a.whole.size() == b.whole.size()  ? a.whole.compare(b.whole)
              : a.whole.size() < b.whole.size() ? -1
                                                : 1;
  if (order == 0) order = a.fraction.compare(b.fraction);  // a shorter one is a prefix: smaller
  return a.sign * order;
}

}  // namespace pinakes::shacl
