// The conversions.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/dcat/canonical_convert.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

#include "indexer/base/date.h"
#include "indexer/base/iri.h"
#include "indexer/base/text.h"
#include "indexer/dcat/canonical_codes.h"
#include "schemas/namespaces.h"

namespace pinakes::canon {
namespace {

using rdf::Term;
using rdf::TermKind;

constexpr std::size_t kMostKeywords = 200;     // of one text; more is no list of keywords
constexpr std::size_t kLongestAddress = 4096;  // of an e-mail address, a number, a date

OwnTerm iri_term(std::string value) { return {TermKind::Iri, std::move(value), {}}; }
OwnTerm text_term(std::string_view value, std::string_view language = {}) {
  return {TermKind::Literal, std::string(value), std::string(language)};
}
OwnTerm typed_term(std::string_view value, std::string_view datatype) {
  return {TermKind::Literal, std::string(value), {}, datatype};
}

/// Words that stand where nothing was known: not a value.
bool says_nothing(std::string_view text) {
  constexpr auto kNothing = std::to_array<std::string_view>(
      {"", "-", "n/a", "na", "none", "null", "not applicable", "not available", "unknown", "tbc",
       "tbd", "in progress", "not known"});
  if (text.size() > 20) return false;
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return std::ranges::find(kNothing, lower) != kNothing.end();
}

bool is_iri_text(std::string_view text) {
  if (!is_absolute_iri(text) || text.size() > kLongestAddress) return false;
  const auto bad = [](char c) {
    return static_cast<unsigned char>(c) <= ' ' ||
           std::string_view("<>\"{}|\\^`").find(c) != std::string_view::npos;
  };
  return std::ranges::none_of(text, bad);
}

bool is_web(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

bool is_number(std::string_view text) {
  double number = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  return problem == std::errc{} && end == text.data() + text.size() && !text.empty() &&
         std::isfinite(number);
}

Converted address(std::string_view text, bool (*fits)(std::string_view)) {
  if (!is_iri_text(text) || !fits(text)) return {};
  return {{iri_term(std::string(text))}};
}

Converted keywords(const Term& value, std::string_view text) {
  Converted result;
  if (value.kind != TermKind::Literal || says_nothing(text)) return result;
  const char mark = text.find(';') != std::string_view::npos ? ';' : ',';
  std::size_t at = 0;
  while (at <= text.size() && result.terms.size() < kMostKeywords) {
    const std::size_t end = std::min(text.find(mark, at), text.size());
    const std::string_view word = trim(text.substr(at, end - at));
    if (!word.empty()) result.terms.push_back(text_term(word, value.language));
    at = end + 1;
  }
  if (result.terms.size() > 1) result.certainty = Certainty::Guessed;
  return result;
}

std::string_view date_type(std::string_view text) {
  if (text.find('T') != std::string_view::npos) return xsd::kDateTime;
  const std::size_t dashes = static_cast<std::size_t>(std::ranges::count(text, '-'));
  return dashes >= 2 ? xsd::kDate : dashes == 1 ? xsd::kGYearMonth : xsd::kGYear;
}

/// Day, month and year in either order with '/', '.' or '-' between them; nothing where 3/4 may be
/// the third of April or the fourth of March.
std::optional<std::string> local_date(std::string_view text) {
  std::array<int, 3> part{};
  std::size_t at = 0;
  for (int& number : part) {
    const std::size_t end = std::min(text.find_first_of("/.-", at), text.size());
    const auto [last, problem] = std::from_chars(text.data() + at, text.data() + end, number);
    if (problem != std::errc{} || last != text.data() + end || at >= text.size())
      return std::nullopt;
    at = end + 1;
  }
  if (at <= text.size()) return std::nullopt;
  auto [day, month, year] = part;
  if (month > 12) std::swap(day, month);
  if (month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  if (day <= 12 && day != month) return std::nullopt;
  if (year >= 0 && year < 100) year += year < 50 ? 2000 : 1900;
  if (year < 1000 || year > 9999) return std::nullopt;
  const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  std::string day_text = std::to_string(year) + "-" + two(month) + "-" + two(day);
  if (!parse_days(day_text)) return std::nullopt;
  return day_text;
}

Converted date(std::string_view text) {
  if (text.size() > kLongestAddress) return {};
  if (parse_days(text)) return {{typed_term(text, date_type(text))}};
  if (const auto local = local_date(text))
    return {{typed_term(*local, xsd::kDate)}, Certainty::Guessed};
  return {};
}

/// One side of `2020-01-01/2020-12-31` (ISO 8601), or of years such as `2019-2021` (guessed).
Converted period(std::string_view text, Convert side) {
  const bool start = side == Convert::PeriodStart;
  if (const std::size_t slash = text.find('/'); slash != std::string_view::npos) {
    const std::string_view first = trim(text.substr(0, slash)), last = trim(text.substr(slash + 1));
    const auto open = [](std::string_view end) { return end.empty() || end == ".."; };
    const bool sound = (open(first) || parse_days(first)) && (open(last) || parse_days(last)) &&
                       !(open(first) && open(last));
    const std::string_view end = start ? first : last;
    if (!sound || open(end)) return {};
    return {{typed_term(end, date_type(end))}};
  }
  const auto is_year = [](std::string_view year) {
    return year.size() == 4 &&
           std::ranges::all_of(year, [](char c) { return c >= '0' && c <= '9'; });
  };
  const std::string_view left = trim(text.substr(0, text.find('-')));
  const std::size_t dash = text.find('-');
  const std::string_view right =
      dash == std::string_view::npos ? std::string_view() : trim(text.substr(dash + 1));
  if (is_year(left) && is_year(right) && left <= right)
    return {{typed_term(start ? left : right, xsd::kGYear)}, Certainty::Guessed};
  if (parse_days(text)) return {{typed_term(text, date_type(text))}};
  return {};
}

/// One side of 18-65, 40+, 15-90+, >18, 0 to 17: always guessed.
Converted age(std::string_view text, Convert side) {
  if (text.size() > 20) return {};
  std::array<int, 2> number{-1, -1};
  std::size_t found = 0, at = 0;
  while (at < text.size()) {
    if (text[at] < '0' || text[at] > '9') {
      ++at;
      continue;
    }
    if (found == 2) return {};
    const auto [end, problem] =
        std::from_chars(text.data() + at, text.data() + text.size(), number.at(found++));
    if (problem != std::errc{}) return {};
    at = static_cast<std::size_t>(end - text.data());
  }
  if (found == 0 || number[0] > 150 || number[1] > 150) return {};
  if (found == 2 && number[0] > number[1]) return {};
  const bool above = text.find('>') != std::string_view::npos,
             below = text.find('<') != std::string_view::npos,
             plus = text.find('+') != std::string_view::npos;
  if (found == 1 && !above && !below && !plus) return {};
  int value = -1;
  if (found == 2)
    value = side == Convert::AgeMin ? number[0] : plus ? -1 : number[1];
  else if (side == Convert::AgeMin)
    value = below ? -1 : number[0];
  else
    value = below ? number[0] : -1;
  if (value < 0) return {};
  return {{typed_term(std::to_string(value), xsd::kNonNegativeInteger)}, Certainty::Guessed};
}

Converted bounding_box(std::string_view text) {
  std::array<std::string_view, 4> side;
  std::size_t at = 0;
  if (text.size() > 200) return {};
  for (std::string_view& number : side) {
    const std::size_t end = std::min(text.find(',', at), text.size());
    if (at > text.size()) return {};
    number = trim(text.substr(at, end - at));
    if (!is_number(number)) return {};
    at = end + 1;
  }
  if (at <= text.size()) return {};
  const auto& [west, south, east, north] = side;
  const auto corner = [](std::string_view x, std::string_view y) {
    return std::string(x) + " " + std::string(y);
  };
  const std::string ring = "POLYGON((" + corner(west, south) + "," + corner(east, south) + "," +
                           corner(east, north) + "," + corner(west, north) + "," +
                           corner(west, south) + "))";
  return {{typed_term(ring, geosparql::kWktLiteral)}};
}

std::string_view mail_address(std::string_view text) {
  if (text.starts_with("mailto:")) text.remove_prefix(7);
  while (text.ends_with("\xC2\xA0")) text.remove_suffix(2);  // no-break space, from web forms
  const std::size_t at = text.find('@');
  const bool good = at != std::string_view::npos && at > 0 && at + 1 < text.size() &&
                    text.find_first_of(" \t\r\n<>,;") == std::string_view::npos &&
                    text.find('@', at + 1) == std::string_view::npos && text.size() < 320;
  return good ? text : std::string_view();
}

Converted mail(std::string_view text, Convert how) {
  const std::string_view found = mail_address(text);
  if (found.empty()) return {};
  if (how == Convert::Email) return {{text_term(found)}};
  std::string iri = "mailto:" + std::string(found);
  return is_iri_text(iri) ? Converted{{iri_term(std::move(iri))}} : Converted{};
}

Converted telephone(std::string_view text) {
  std::string number;
  for (const char c : text.starts_with("tel:") ? text.substr(4) : text) {
    if ((c >= '0' && c <= '9') || (c == '+' && number.empty()))
      number += c;
    else if (c != ' ' && c != '-' && c != '.' && c != '(' && c != ')' && c != '/')
      return {};
  }
  if (number.size() < 5 || number.size() > 20) return {};
  return {{iri_term("tel:" + number)}};
}

Converted to_concept(Convert how, std::string_view text) {
  if (how == Convert::Licence) {
    Converted known;
    std::string iri = concept_iri(how, text, known.certainty);
    if (!iri.empty()) known.terms.push_back(iri_term(std::move(iri)));
    if (!known.terms.empty()) return known;
  }
  if (is_web(text)) {  // a page about the access is no code of it
    const bool code = how != Convert::AccessRight || text.find("access-right") != text.npos;
    return code && is_iri_text(text) ? Converted{{iri_term(std::string(text))}} : Converted{};
  }
  Converted result;
  std::string_view word = text;
  if (how == Convert::FileType && word.starts_with('.')) word.remove_prefix(1);
  std::string iri = concept_iri(how, word, result.certainty);
  if (!iri.empty()) result.terms.push_back(iri_term(std::move(iri)));
  return result;
}

Converted media_type(std::string_view text) {
  if (is_web(text) && is_iri_text(text)) return {{iri_term(std::string(text))}};
  const auto part = [](std::string_view name) {
    return !name.empty() && std::ranges::all_of(name, [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
             std::string_view("!#$&-^_.+").find(c) != std::string_view::npos;
    });
  };
  text = trim(text.substr(0, text.find(';')));
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos || text.size() > 100 || !part(text.substr(0, slash)) ||
      !part(text.substr(slash + 1)) || text.find('^') != std::string_view::npos)
    return {};
  return {{iri_term(std::string(authority::kMediaType).append(text))}};
}

Converted doi(std::string_view text) {
  for (const std::string_view start : {std::string_view("doi:"), std::string_view("DOI:")})
    if (text.starts_with(start)) text = trim(text.substr(start.size()));
  if (is_web(text)) return address(text, is_web);
  std::string iri = std::string(authority::kDoi).append(text);
  const bool good = text.starts_with("10.") && text.find('/') != std::string_view::npos;
  return good && is_iri_text(iri) ? Converted{{iri_term(std::move(iri))}} : Converted{};
}

Converted number(std::string_view text, Convert how) {
  if (how == Convert::Integer) {
    const bool digits = !text.empty() && text.size() < 19 &&
                        std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    return digits ? Converted{{typed_term(text, xsd::kNonNegativeInteger)}} : Converted{};
  }
  if (text.size() > 40 || !is_number(text) || text.find_first_of("eE") != std::string_view::npos)
    return {};
  return {{typed_term(text, xsd::kDecimal)}};
}

Converted boolean(std::string_view text) {
  if (text == "true" || text == "1") return {{typed_term("true", xsd::kBoolean)}};
  if (text == "false" || text == "0") return {{typed_term("false", xsd::kBoolean)}};
  return {};
}

Converted text_in(const Term& value, std::string_view language) {
  return {{text_term(value.value, language)}};
}

/// `en`, `fr-BE`: what may stand as a language tag.
bool is_language_key(std::string_view key) {
  const std::string_view primary = key.substr(0, key.find('-'));
  return primary.size() >= 2 && primary.size() <= 3 && key.size() < 20 &&
         std::ranges::all_of(
             key,
             [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-'; }) &&
         !key.ends_with('-');
}

Converted datatype(std::string_view text) {
  const std::string_view name = datatype_name(local_name(text));
  return name.empty() ? Converted{} : Converted{{text_term(name)}};
}

Converted from_literal(Convert how, const Term& value, std::string_view text,
                       std::string_view key) {
  if (how == Convert::Text)
    return says_nothing(text) ? Converted{} : text_in(value, value.language);
  if (how == Convert::TextByKey)
    return text.empty() || !is_language_key(key) ? Converted{} : text_in(value, key);
  if (how == Convert::Integer || how == Convert::Decimal) return number(text, how);
  if (how == Convert::Boolean) return boolean(text);
  if (how == Convert::Email || how == Convert::Mailto) return mail(text, how);
  if (how == Convert::PeriodStart || how == Convert::PeriodEnd) return period(text, how);
  if (how == Convert::AgeMin || how == Convert::AgeMax) return age(text, how);
  if (how == Convert::BoundingBox) return bounding_box(text);
  if (how == Convert::GeoJson && text.starts_with('{') &&
      text.find("\"coordinates\"") != std::string_view::npos)
    return {{typed_term(text, geosparql::kGeoJsonLiteral)}};
  if (how == Convert::Date) return date(text);
  return {};
}

}  // namespace

Converted convert(Convert how, const Term& value, std::string_view key) {
  if (how == Convert::True) return {{typed_term("true", xsd::kBoolean)}};
  if (value.kind == TermKind::Blank) return {};
  const std::string_view text = trim(value.value);
  switch (how) {
    case Convert::Iri:
      return address(text, [](std::string_view) { return true; });
    case Convert::WebPage:
      return address(text, is_web);
    case Convert::Mailto:
      return mail(text, how);
    case Convert::Keywords:
      return keywords(value, text);
    case Convert::Telephone:
      return telephone(text);
    case Convert::AccessRight:
    case Convert::Frequency:
    case Convert::Language:
    case Convert::FileType:
    case Convert::Theme:
    case Convert::Licence:
    case Convert::Scheme:
    case Convert::Standard:
      return to_concept(how, text);
    case Convert::MediaType:
      return media_type(text);
    case Convert::DoiIri:
      return doi(text);
    case Convert::Datatype:
      return datatype(text);
    default:
      return value.kind == TermKind::Literal ? from_literal(how, value, text, key) : Converted{};
  }
}

}  // namespace pinakes::canon
