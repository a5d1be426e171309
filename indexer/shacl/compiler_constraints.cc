// Reading the constraints of one shape: one constraint for each value of a parameter.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <charconv>

#include "indexer/shacl/compiler.h"
#include "indexer/shacl/guard.h"
#include "schemas/namespaces.h"
#include "schemas/shacl_terms.h"

namespace pinakes::shacl {
namespace {

/// Components that a node shape cannot have (SHACL section 4: "node shapes cannot have any value").
bool needs_path(Component component) {
  switch (component) {
    case Component::MinCount:
    case Component::MaxCount:
    case Component::UniqueLang:
    case Component::LessThan:
    case Component::LessThanOrEquals:
    case Component::QualifiedMinCount:
    case Component::QualifiedMaxCount:
      return true;
    default:
      return false;
  }
}

bool may_repeat(Component component) {
  switch (component) {
    case Component::Class:
    case Component::HasValue:
    case Component::Equals:
    case Component::Disjoint:
    case Component::LessThan:
    case Component::LessThanOrEquals:
    case Component::Not:
    case Component::And:
    case Component::Or:
    case Component::Xone:
    case Component::Node:
    case Component::Property:
    case Component::HoldsInstance:
      return true;
    default:
      return false;
  }
}

KindSet kinds_of(std::string_view iri) {
  constexpr auto bit = [](rdf::TermKind kind) {
    return static_cast<KindSet>(1U << static_cast<unsigned>(kind));
  };
  const KindSet i = bit(rdf::TermKind::Iri), b = bit(rdf::TermKind::Blank),
                l = bit(rdf::TermKind::Literal);
  if (iri == sh::kIri) return i;
  if (iri == sh::kBlankNode) return b;
  if (iri == sh::kLiteral) return l;
  if (iri == sh::kBlankNodeOrIri) return b | i;
  if (iri == sh::kBlankNodeOrLiteral) return b | l;
  if (iri == sh::kIriOrLiteral) return i | l;
  return 0;
}

}  // namespace

void Compiler::read_constraints(ShapeId id, Shape& shape, TermId node) {
  // An ill-formed path: nothing can be said of its values.
  const auto path = to_.graph.object(node, sh::kPath);
  if (path && !shape.path) return not_evaluated(id, shape, rdf::iri(sh::kPath));
  for (std::size_t row = 0; row < sh::kConstraintTerms.size(); ++row) {
    const auto component = static_cast<Component>(row);
    const std::string_view parameter = sh::kConstraintTerms[row].parameter;
    const auto values = to_.graph.objects(node, parameter);
    if (values.empty() || (!shape.path && needs_path(component))) continue;
    if (values.size() > 1 && !may_repeat(component)) warn("shape-repeated", shape, parameter);
    for (const TermId value : values) {
      Constraint constraint{component, id};
      if (read_constraint(constraint, shape, node, value)) {
        shape.constraints.push_back(std::move(constraint));
      } else if (component == Component::HoldsInstance) {
        warn("shape-not-evaluated", shape, parameter);
        not_evaluated(id, shape, rdf::iri(parameter));
      } else {
        const rdf::Term& term = to_.graph[value];
        warn("shape-bad-value", shape, parameter,
             term.kind == rdf::TermKind::Blank ? "[...]" : term.value);
        not_evaluated(id, shape, rdf::iri(parameter));
      }
    }
  }
  for (const std::string_view term : {sh::kJs, sh::kExpression}) {
    if (to_.graph.objects(node, term).empty()) continue;
    warn("shape-not-evaluated", shape, term);
    not_evaluated(id, shape, rdf::iri(term));
  }
  for (const Custom& custom : custom_) {
    const auto has = [&](TermId property) { return !to_.graph.about(node, property).empty(); };
    if (custom.required.empty() || !std::ranges::all_of(custom.required, has)) continue;
    warn("shape-not-evaluated", shape, to_.graph[custom.component].value);
    not_evaluated(id, shape, to_.graph[custom.component]);
  }
}

void Compiler::not_evaluated(ShapeId id, Shape& shape, const rdf::Term& term) {
  Constraint constraint{Component::NotEvaluated, id};
  constraint.values.push_back(constant(term));
  shape.constraints.push_back(std::move(constraint));
}

bool Compiler::read_constraint(Constraint& constraint, const Shape& shape, TermId node,
                               TermId value) {
  const rdf::Term& term = to_.graph[value];
  switch (constraint.component) {
    case Component::MinCount:
    case Component::MaxCount:
    case Component::MinLength:
    case Component::MaxLength:
      return read_number(constraint, value);
    case Component::QualifiedMinCount:
    case Component::QualifiedMaxCount:
      return read_qualified(constraint, node, value);
    case Component::In:
    case Component::LanguageIn:
      return read_constants(constraint, value);
    case Component::And:
    case Component::Or:
    case Component::Xone:
      return read_shapes(constraint, value);
    case Component::Not:
    case Component::Node:
    case Component::Property:
      constraint.shapes.push_back(shape_at(value));
      return term.kind != rdf::TermKind::Literal;
    case Component::NodeKind:
      constraint.values.push_back(constant(value));
      constraint.kinds = kinds_of(term.value);
      return constraint.kinds != 0;
    case Component::Datatype:
      constraint.values.push_back(constant(value));
      constraint.datatype = datatype_of(term.value);
      return term.kind == rdf::TermKind::Iri;
    case Component::Pattern:
      return read_pattern(constraint, node, value);
    case Component::UniqueLang:
      constraint.count =
          is_true(node,
                  sh::kConstraintTerms[static_cast<std::size_t>(Component::UniqueLang)].parameter)
              ? 1
              : 0;
      return true;
    case Component::Closed:
      return read_closed(constraint, node);
    case Component::HoldsInstance:
      return read_sparql(constraint, value);
    case Component::Class:
      add_class(constant(value));
      [[fallthrough]];
    case Component::Equals:
    case Component::Disjoint:
    case Component::LessThan:
    case Component::LessThanOrEquals:
      constraint.values.push_back(constant(value));
      return term.kind == rdf::TermKind::Iri;
    case Component::MinInclusive:
    case Component::MaxInclusive:
    case Component::MinExclusive:
    case Component::MaxExclusive:
      constraint.values.push_back(constant(value));
      return term.kind == rdf::TermKind::Literal;
    case Component::HasValue:
      constraint.values.push_back(constant(value));
      return true;
    case Component::NotEvaluated:
      break;
  }
  static_cast<void>(shape);
  return false;
}

bool Compiler::read_number(Constraint& constraint, TermId value) const {
  const rdf::Term& term = to_.graph[value];
  std::string_view text = term.value;
  if (text.starts_with('+')) text.remove_prefix(1);
  const char* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, constraint.count);
  return term.kind == rdf::TermKind::Literal && read.ec == std::errc() && read.ptr == end;
}

bool Compiler::read_constants(Constraint& constraint, TermId list) {
  const auto members = read_list(to_.graph, list);
  if (!members) return false;
  for (const TermId member : *members) constraint.values.push_back(constant(member));
  constraint.sorted = constraint.values;
  std::ranges::sort(constraint.sorted);
  return true;
}

bool Compiler::read_shapes(Constraint& constraint, TermId list) {
  const auto members = read_list(to_.graph, list);
  if (!members) return false;
  for (const TermId member : *members) constraint.shapes.push_back(shape_at(member));
  return true;
}

bool Compiler::read_pattern(Constraint& constraint, TermId node, TermId value) {
  const auto flags = to_.graph.object(node, sh::kFlags);
  auto regex = Regex::compile(to_.graph[value].value, flags ? to_.graph[*flags].value : "");
  if (!regex) return false;
  constraint.values.push_back(constant(value));
  constraint.pattern = to_.patterns.size();
  to_.patterns.push_back(std::move(*regex));
  return true;
}

/// SHACL section 4.7.3, with the sibling shapes of its definition.
bool Compiler::read_qualified(Constraint& constraint, TermId node, TermId value) {
  const auto qualified = to_.graph.objects(node, sh::kQualifiedValueShape);
  if (qualified.size() != 1 || !read_number(constraint, value)) return false;
  constraint.shapes.push_back(shape_at(qualified[0]));
  if (!is_true(node, sh::kQualifiedValueShapesDisjoint)) return true;
  for (const TermId parent : to_.graph.subjects(sh::kProperty, node))
    for (const TermId property : to_.graph.objects(parent, sh::kProperty))
      for (const TermId sibling : to_.graph.objects(property, sh::kQualifiedValueShape))
        if (sibling != qualified[0]) constraint.siblings.push_back(shape_at(sibling));
  return true;
}

bool Compiler::read_closed(Constraint& constraint, TermId node) {
  const std::string_view closed =
      sh::kConstraintTerms[static_cast<std::size_t>(Component::Closed)].parameter;
  constraint.count = is_true(node, closed) ? 1 : 0;
  if (constraint.count == 0) return true;
  for (const TermId property : to_.graph.objects(node, sh::kProperty))
    for (const TermId path : to_.graph.objects(property, sh::kPath))
      if (to_.graph[path].kind == rdf::TermKind::Iri) constraint.sorted.push_back(constant(path));
  for (const TermId list : to_.graph.objects(node, sh::kIgnoredProperties)) {
    const auto members = read_list(to_.graph, list);
    if (!members) return false;
    for (const TermId member : *members) constraint.sorted.push_back(constant(member));
  }
  std::ranges::sort(constraint.sorted);
  return true;
}

bool Compiler::read_sparql(Constraint& constraint, TermId value) {
  const auto select = to_.graph.object(value, sh::kSelect);
  if (!select) return false;
  const auto type = class_of_guard(to_.graph[*select].value);
  if (!type) return false;
  constraint.values.push_back(constant(rdf::iri(*type)));
  constraint.messages = texts(value, sh::kMessage);
  constraint.count = is_true(value, sh::kDeactivated) ? 1 : 0;
  return true;
}

}  // namespace pinakes::shacl
