// The constraint components of SHACL Core (section 4): one function each, and their table.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "indexer/shacl/compare.h"
#include "indexer/shacl/run.h"
#include "schemas/namespaces.h"

namespace pinakes::shacl {
namespace {

/// A result for each value that is not good.
template <typename Good>
void each(Check& check, Good good) {
  for (const Node value : check.values)
    if (!good(value) && !check.fail(value)) return;
}

rdf::Term term(const Check& check, Node node) { return check.run.view().term(node); }

rdf::Term parameter(const Check& check) {
  return check.run.shapes().constants()[check.constraint.values[0]];
}

void min_count(Check& check) {
  if (check.values.size() < check.constraint.count) check.fail();
}

void max_count(Check& check) {
  if (check.values.size() > check.constraint.count) check.fail();
}

void has_value(Check& check) {
  const Node wanted = check.run.view().node_of(check.constraint.values[0]);
  if (std::ranges::find(check.values, wanted) == check.values.end()) check.fail();
}

void in(Check& check) {
  each(check, [&](Node value) {
    const auto constant = check.run.view().constant_of(value);
    return constant && std::ranges::binary_search(check.constraint.sorted, *constant);
  });
}

void node_kind(Check& check) {
  each(check, [&](Node value) {
    return (check.constraint.kinds >> static_cast<unsigned>(term(check, value).kind) & 1U) != 0;
  });
}

/// The datatype IRI that a literal has in RDF 1.1, also where it is understood.
std::string_view datatype_iri(const rdf::Term& literal) {
  if (!literal.language.empty()) return rdf_ns::kLangString;
  return literal.datatype.empty() ? xsd::kString : literal.datatype;
}

void datatype(Check& check) {
  const rdf::Term wanted = parameter(check);
  each(check, [&](Node node) {
    const rdf::Term value = term(check, node);
    if (value.kind != rdf::TermKind::Literal || datatype_iri(value) != wanted.value) return false;
    return !check.constraint.datatype || is_valid(*check.constraint.datatype, value.value);
  });
}

void class_of(Check& check) {
  each(check,
       [&](Node value) { return check.run.view().is_instance(value, check.constraint.values[0]); });
}

template <typename Good>
void each_in_order(Check& check, Good good) {
  const rdf::Term bound = parameter(check);
  each(check, [&](Node value) { return good(compare(term(check, value), bound)); });
}
void min_inclusive(Check& check) {
  each_in_order(check, [](std::partial_ordering order) { return order >= 0; });
}
void max_inclusive(Check& check) {
  each_in_order(check, [](std::partial_ordering order) { return order <= 0; });
}
void min_exclusive(Check& check) {
  each_in_order(check, [](std::partial_ordering order) { return order > 0; });
}
void max_exclusive(Check& check) {
  each_in_order(check, [](std::partial_ordering order) { return order < 0; });
}

std::size_t length(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

void min_length(Check& check) {
  each(check, [&](Node value) {
    const rdf::Term text = term(check, value);
    return text.kind != rdf::TermKind::Blank && length(text.value) >= check.constraint.count;
  });
}

void max_length(Check& check) {
  each(check, [&](Node value) {
    const rdf::Term text = term(check, value);
    return text.kind != rdf::TermKind::Blank && length(text.value) <= check.constraint.count;
  });
}

void pattern(Check& check) {
  each(check, [&](Node value) {
    const rdf::Term text = term(check, value);
    if (text.kind == rdf::TermKind::Blank) return false;
    switch (check.run.search(check.constraint.pattern, text.value)) {
      case Regex::Outcome::Found:
        return true;
      case Regex::Outcome::NotFound:
        return false;
      case Regex::Outcome::TooCostly:
        break;
    }
    check.run.note_not_evaluated(check.constraint);
    return true;
  });
}

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool same_letters(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, {}, lower, lower);
}

/// RFC 4647 section 3.3.1, as SPARQL's langMatches has it.
bool matches(std::string_view language, std::string_view range) {
  if (language.empty()) return false;
  if (range == "*" || same_letters(language, range)) return true;
  return language.size() > range.size() && language[range.size()] == '-' &&
         same_letters(language.substr(0, range.size()), range);
}

void language_in(Check& check) {
  each(check, [&](Node value) {
    const rdf::Term text = term(check, value);
    return text.kind == rdf::TermKind::Literal &&
           std::ranges::any_of(check.constraint.values, [&](ConstantId range) {
             return matches(text.language, check.run.shapes().constants()[range].value);
           });
  });
}

void unique_lang(Check& check) {
  if (check.constraint.count == 0) return;
  std::map<std::string, int> seen;
  for (const Node value : check.values) {
    std::string language(term(check, value).language);
    if (language.empty()) continue;
    std::ranges::transform(language, language.begin(), lower);
    ++seen[language];
  }
  for (const auto& [language, times] : seen)
    if (times > 1 && !check.fail()) return;
}

/// The values of the constraint's other property, sorted.
void other_values(Check& check, std::vector<Node>& to) {
  check.run.view().objects(check.focus, check.constraint.values[0], to);
  std::ranges::sort(to);
}

void equals(Check& check) {
  Run::Buffer others(check.run);
  other_values(check, *others);
  each(check, [&](Node value) { return std::ranges::binary_search(*others, value); });
  if (!check.good && check.out == nullptr) return;
  Run::Buffer own(check.run);
  own->assign(check.values.begin(), check.values.end());
  std::ranges::sort(*own);
  for (const Node other : *others)
    if (!std::ranges::binary_search(*own, other) && !check.fail(other)) return;
}

void disjoint(Check& check) {
  Run::Buffer others(check.run);
  other_values(check, *others);
  each(check, [&](Node value) { return !std::ranges::binary_search(*others, value); });
}

/// One result for each pair that is not in order (SHACL section 4.5.3).
template <typename Good>
void each_pair(Check& check, Good good) {
  Run::Buffer others(check.run);
  other_values(check, *others);
  std::size_t pairs = 0;
  for (const Node value : check.values)
    for (const Node other : *others) {
      if (++pairs > Limits::kPairs) return check.run.note_incomplete();
      if (!good(compare(term(check, value), term(check, other))) && !check.fail(value)) return;
    }
}
void less_than(Check& check) {
  each_pair(check, [](std::partial_ordering order) { return order < 0; });
}
void less_than_or_equals(Check& check) {
  each_pair(check, [](std::partial_ordering order) { return order <= 0; });
}

void negation(Check& check) {
  each(check, [&](Node value) { return !check.run.conforms(check.constraint.shapes[0], value); });
}

/// How many of the constraint's shapes the value has, counted no further than needed.
std::size_t count_shapes(Check& check, Node value, std::size_t enough) {
  std::size_t count = 0;
  for (const ShapeId shape : check.constraint.shapes)
    if (check.run.conforms(shape, value) && ++count == enough) break;
  return count;
}

/// Fails with what the shapes say of the value as details.
bool fail_with_details(Check& check, Node value) {
  if (check.out == nullptr) return check.fail(value);
  Results details;
  const Run::DetailLevel level(check.run);
  if (!level.is_allowed()) return check.fail(value);
  for (const ShapeId shape : check.constraint.shapes)
    if (!check.run.conforms(shape, value)) check.run.check(shape, value, &details);
  if (details.size() > Limits::kDetails) details.resize(Limits::kDetails);
  return check.fail(value, std::move(details));
}

/// sh:and, and sh:node, which has one shape.
void conjunction(Check& check) {
  for (const Node value : check.values) {
    const bool good = std::ranges::all_of(
        check.constraint.shapes, [&](ShapeId shape) { return check.run.conforms(shape, value); });
    if (!good && !fail_with_details(check, value)) return;
  }
}

void disjunction(Check& check) {
  each(check, [&](Node value) { return count_shapes(check, value, 1) == 1; });
}

void exactly_one(Check& check) {
  each(check, [&](Node value) { return count_shapes(check, value, 2) == 1; });
}

/// A property shape's results are results of their own (SHACL section 4.7.2).
void property(Check& check) {
  for (const Node value : check.values) {
    if (check.run.check(check.constraint.shapes[0], value, check.out)) continue;
    check.good = false;
    if (check.out == nullptr) return;
  }
}

std::size_t count_qualified(Check& check) {
  const Constraint& constraint = check.constraint;
  return static_cast<std::size_t>(std::ranges::count_if(check.values, [&](Node value) {
    return check.run.conforms(constraint.shapes[0], value) &&
           std::ranges::none_of(constraint.siblings, [&](ShapeId sibling) {
             return check.run.conforms(sibling, value);
           });
  }));
}

void qualified_min_count(Check& check) {
  if (count_qualified(check) < check.constraint.count) check.fail();
}

void qualified_max_count(Check& check) {
  if (count_qualified(check) > check.constraint.count) check.fail();
}

void closed(Check& check) {
  if (check.constraint.count == 0) return;
  std::vector<DataView::Statement> statements;
  for (const Node value : check.values) {
    statements.clear();
    check.run.view().statements(value, statements);
    for (const auto& [predicate, object] : statements) {
      const auto constant = check.run.view().constant_of(predicate);
      if (constant && std::ranges::binary_search(check.constraint.sorted, *constant)) continue;
      if (!check.fail_closed(predicate, object)) return;
    }
  }
}

void holds_instance(Check& check) {
  if (check.constraint.count != 0) return;  // deactivated
  DataView& view = check.run.view();
  const Node type = view.node_of(check.constraint.values[0]);
  const Node predicate = view.node_of(kTypeConstant);
  const bool holds = std::ranges::any_of(view.data().triples(), [&](const rdf::Triple& triple) {
    return static_cast<Node>(triple.predicate) == predicate &&
           static_cast<Node>(triple.object) == type;
  });
  if (!holds) check.fail(check.focus);
}

void not_evaluated(Check& check) { check.run.note_not_evaluated(check.constraint); }

constexpr std::array<void (*)(Check&), 31> kChecks = {min_count,
                                                      max_count,
                                                      has_value,
                                                      in,
                                                      node_kind,
                                                      datatype,
                                                      class_of,
                                                      min_inclusive,
                                                      max_inclusive,
                                                      min_exclusive,
                                                      max_exclusive,
                                                      min_length,
                                                      max_length,
                                                      pattern,
                                                      language_in,
                                                      unique_lang,
                                                      equals,
                                                      disjoint,
                                                      less_than,
                                                      less_than_or_equals,
                                                      negation,
                                                      conjunction,
                                                      disjunction,
                                                      exactly_one,
                                                      conjunction,
                                                      property,
                                                      qualified_min_count,
                                                      qualified_max_count,
                                                      closed,
                                                      holds_instance,
                                                      not_evaluated};
static_assert(kChecks.size() == static_cast<std::size_t>(Component::NotEvaluated) + 1);

}  // namespace

void evaluate(Check& check) {
  kChecks[static_cast<std::size_t>(check.constraint.component)](check);
}

}  // namespace pinakes::shacl
