// Comparing literals by the kind of their datatype.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/shacl/compare.h"

#include <charconv>
#include <limits>
#include <string_view>

#include "indexer/shacl/datatypes.h"
#include "schemas/namespaces.h"

namespace pinakes::shacl {
namespace {

using Order = std::partial_ordering;

Order of(int order) {
  return order < 0 ? Order::less : order > 0 ? Order::greater : Order::equivalent;
}

double to_double(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  if (text == "INF") return std::numeric_limits<double>::infinity();
  if (text == "-INF") return -std::numeric_limits<double>::infinity();
  if (text == "NaN") return std::numeric_limits<double>::quiet_NaN();
  double value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc::result_out_of_range) return value;
  // Too large, or too near to zero: an exponent below zero tells which.
  const bool small = text.find("e-") != std::string_view::npos ||
                     text.find("E-") != std::string_view::npos ||
                     text.find_first_of("123456789") > text.find('.');
  if (small) return 0;
  return text.starts_with('-') ? -std::numeric_limits<double>::infinity()
                               : std::numeric_limits<double>::infinity();
}

Order compare_moments(const Moment& a, const Moment& b) {
  constexpr std::int64_t kWidestZone = 14 * 3600;
  if (a.zone != b.zone) {
    const std::int64_t apart = a.seconds - b.seconds;
    if (apart > kWidestZone) return Order::greater;
    if (apart < -kWidestZone) return Order::less;
    return Order::unordered;
  }
  if (a.seconds != b.seconds) return a.seconds < b.seconds ? Order::less : Order::greater;
  return of(a.fraction.compare(b.fraction));
}

Order compare_calendar(Datatype type_a, std::string_view a, Datatype type_b, std::string_view b) {
  const auto kind = [](Datatype type) {
    const Calendar calendar = calendar_of(type);
    return calendar == Calendar::DateTimeStamp ? Calendar::DateTime : calendar;
  };
  if (kind(type_a) == Calendar::None || kind(type_a) != kind(type_b)) return Order::unordered;
  const auto left = parse_moment(calendar_of(type_a), a);
  const auto right = parse_moment(calendar_of(type_b), b);
  return left && right ? compare_moments(*left, *right) : Order::unordered;
}

}  // namespace

Order compare(const rdf::Term& a, const rdf::Term& b) {
  if (a.kind != rdf::TermKind::Literal || b.kind != rdf::TermKind::Literal || !a.language.empty() ||
      !b.language.empty())
    return Order::unordered;
  if (a.datatype.empty() || b.datatype.empty())
    return a.datatype == b.datatype ? of(a.value.compare(b.value)) : Order::unordered;
  const auto type_a = datatype_of(a.datatype), type_b = datatype_of(b.datatype);
  if (!type_a || !type_b || !is_valid(*type_a, a.value) || !is_valid(*type_b, b.value))
    return Order::unordered;
  const bool exact_a = is_exact_number(*type_a), exact_b = is_exact_number(*type_b);
  if (exact_a && exact_b) return of(compare_exact(a.value, b.value));
  if ((exact_a || is_floating(*type_a)) && (exact_b || is_floating(*type_b)))
    return to_double(a.value) <=> to_double(b.value);
  if (is_boolean(*type_a) && is_boolean(*type_b)) {
    const auto truth = [](std::string_view text) { return text == "true" || text == "1" ? 1 : 0; };
    return of(truth(a.value) - truth(b.value));
  }
  return compare_calendar(*type_a, a.value, *type_b, b.value);
}

}  // namespace pinakes::shacl
