// Merging shapes graphs, finding the shapes, and what each says beside its constraints.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/shacl/compiler.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "indexer/shacl/guard.h"
#include "schemas/namespaces.h"
#include "schemas/shacl_terms.h"

namespace pinakes::shacl {
namespace {

constexpr std::uint32_t number(rdf::TermId id) { return static_cast<std::uint32_t>(id); }

bool is_known(std::string_view iri) {
  const auto same = [&](std::string_view term) { return term == iri; };
  const std::string_view local = iri.substr(sh::kNamespace.size());
  return std::ranges::any_of(sh::kShapeTerms, same) ||
         std::ranges::any_of(sh::kConstraintTerms,
                             [&](const auto& row) { return row.parameter == iri; }) ||
         std::ranges::find(sh::kOtherTerms, local) != sh::kOtherTerms.end();
}

std::string shown(const Shape& shape) {
  if (shape.node.kind == rdf::TermKind::Iri) return "<" + std::string(shape.node.value) + ">";
  return shape.path ? to_text(*shape.path) : "_:" + std::string(shape.node.value);
}

bool earlier(Position a, Position b) {
  return std::pair(a.line, a.column) < std::pair(b.line, b.column);
}

}  // namespace

Shapes Shapes::compile(std::span<const ShapesSource> sources) {
  return Compiler(sources).compile();
}

Compiler::Compiler(std::span<const ShapesSource> sources)
    : to_(*shapes_.impl_), sources_(sources) {}

Shapes Compiler::compile() {
  to_.graph.intern(rdf::iri(rdf_ns::kType));
  to_.graph.intern(rdf::iri(rdfs::kSubClassOf));
  for (std::size_t i = 0; i < sources_.size(); ++i) merge(sources_[i], i);
  to_.graph.finish();
  to_.constant_of.assign(to_.graph.term_count(), kNoConstant);
  constant(rdf::iri(rdf_ns::kType));
  constant(rdf::iri(rdfs::kSubClassOf));
  find_custom_components();
  find_shapes();
  for (ShapeId id = 0; id < nodes_.size(); ++id) read_shape(id);  // grows while it runs
  find_unsupported();
  mark_reaching();
  warn_of_recursion();
  return std::move(shapes_);
}

// Blank nodes of several files get the file's number before their label.
rdf::TermId Compiler::merged(const rdf::Graph& from, TermId id, std::size_t file) {
  rdf::Term term = from[id];
  if (term.kind != rdf::TermKind::Blank || sources_.size() < 2) return to_.graph.intern(term);
  const std::string label = "s" + std::to_string(file) + "-" + std::string(term.value);
  term.value = label;
  return to_.graph.intern(term);
}

void Compiler::merge(const ShapesSource& source, std::size_t file) {
  for (const rdf::Triple& triple : source.graph.triples()) {
    const Position where = source.graph.position(triple);
    const rdf::Triple copy = {merged(source.graph, triple.subject, file),
                              merged(source.graph, triple.predicate, file),
                              merged(source.graph, triple.object, file)};
    to_.graph.add(copy, where);
    if (source.graph[triple.predicate].value == sh::kSelect)
      if (const auto type = class_of_guard(source.graph[triple.object].value))
        to_.graph.intern(rdf::iri(*type));  // stands in the query's text only
    if (places_.size() < to_.graph.term_count()) places_.resize(to_.graph.term_count());
    Place& place = places_[number(copy.subject)];
    if (place.position.line == 0)
      place = {std::string(source.file), where, {}};
    else if (place.file == source.file && earlier(where, place.position))
      place.position = where;
  }
}

ConstantId Compiler::constant(TermId id) {
  ConstantId& known = to_.constant_of[number(id)];
  if (known == kNoConstant) {
    known = static_cast<ConstantId>(to_.constants.size());
    to_.constants.push_back(to_.graph[id]);
  }
  return known;
}

ConstantId Compiler::constant(const rdf::Term& term) { return constant(*to_.graph.find(term)); }

void Compiler::add_class(ConstantId id) {
  if (std::ranges::find(to_.classes, id) == to_.classes.end()) to_.classes.push_back(id);
}

ShapeId Compiler::shape_at(TermId node) {
  const auto [at, is_new] = shape_of_.try_emplace(number(node), nodes_.size());
  if (is_new) nodes_.push_back(node);
  return at->second;
}

void Compiler::find_shapes() {
  constexpr std::array kTargets = {sh::kTargetClass, sh::kTargetNode, sh::kTargetSubjectsOf,
                                   sh::kTargetObjectsOf};
  std::set<TermId> found;
  for (const rdf::Triple& triple : to_.graph.triples()) {
    const std::string_view predicate = to_.graph[triple.predicate].value;
    const std::string_view object = to_.graph[triple.object].value;
    const bool typed =
        predicate == rdf_ns::kType && (object == sh::kNodeShape || object == sh::kPropertyShape);
    if (typed || std::ranges::find(kTargets, predicate) != kTargets.end())
      found.insert(triple.subject);
  }
  for (const TermId node : found) shape_at(node);
}

void Compiler::find_custom_components() {
  const auto parameter = to_.graph.find_iri(sh::kParameter);
  if (!parameter) return;
  for (const rdf::Triple& triple : to_.graph.triples()) {
    if (triple.predicate != *parameter) continue;
    const rdf::Term& component = to_.graph[triple.subject];
    const auto path = to_.graph.object(triple.object, sh::kPath);
    if (component.value.starts_with(sh::kNamespace) || !path) continue;
    if (custom_.empty() || custom_.back().component != triple.subject)
      custom_.push_back({triple.subject, {}});
    if (!is_true(triple.object, sh::kOptional)) custom_.back().required.push_back(*path);
  }
}

void Compiler::find_unsupported() {
  for (const std::string_view term : {sh::kTarget, sh::kEntailment, sh::kRule}) {
    const auto id = to_.graph.find_iri(term);
    if (!id) continue;
    std::set<TermId> subjects;
    for (const rdf::Triple& triple : to_.graph.triples())
      if (triple.predicate == *id) subjects.insert(triple.subject);
    if (subjects.empty()) continue;
    to_.not_supported.push_back(to_.graph[*id]);
    for (const TermId subject : subjects) {
      Shape shape{to_.graph[subject]};
      shape.place = places_[number(subject)];
      warn("shape-not-evaluated", shape, term);
    }
  }
}

bool Compiler::is_class(TermId node) const {
  std::vector<TermId> open = to_.graph.objects(node, rdf_ns::kType);
  std::set<TermId> seen(open.begin(), open.end());
  while (!open.empty()) {
    const TermId type = open.back();
    open.pop_back();
    if (to_.graph[type].value == rdfs::kClass) return true;
    for (const TermId above : to_.graph.objects(type, rdfs::kSubClassOf))
      if (seen.insert(above).second) open.push_back(above);
  }
  return false;
}

std::vector<Text> Compiler::texts(TermId node, std::string_view property) const {
  std::vector<Text> result;
  for (const TermId id : to_.graph.objects(node, property))
    if (to_.graph[id].kind == rdf::TermKind::Literal)
      result.push_back({to_.graph[id].value, to_.graph[id].language});
  return result;
}

/// Only the term true counts, not its other spelling "1" (the W3C suite's uniqueLang-002).
bool Compiler::is_true(TermId node, std::string_view property) const {
  const auto truth = to_.graph.find(rdf::typed("true", xsd::kBoolean));
  const auto values = to_.graph.objects(node, property);
  return truth && std::ranges::find(values, *truth) != values.end();
}

void Compiler::read_shape(ShapeId id) {
  const TermId node = nodes_[id];
  Shape shape{to_.graph[node]};
  if (number(node) < places_.size()) shape.place = places_[number(node)];
  read_path(shape, node);
  read_descriptions(shape, node);
  read_targets(shape, node);
  warn_of_terms(shape, node);
  read_constraints(id, shape, node);
  to_.shapes.push_back(std::move(shape));
}

void Compiler::read_path(Shape& shape, TermId node) {
  const auto paths = to_.graph.objects(node, sh::kPath);
  if (paths.empty()) {
    const auto property = to_.graph.find_iri(sh::kProperty);
    const bool is_property = to_.graph.has(node, rdf_ns::kType, sh::kPropertyShape) ||
                             (property && !to_.graph.subjects(sh::kProperty, node).empty());
    if (is_property) warn("shape-no-path", shape);
    return;
  }
  shape.path = shacl::read_path(to_.graph, paths.front());
  if (paths.size() > 1) warn("shape-repeated", shape, sh::kPath);
  if (!shape.path) {
    warn("shape-bad-path", shape);
    return;
  }
  shape.steps = automaton_of(*shape.path, [this](const rdf::Term& term) { return constant(term); });
}

void Compiler::read_descriptions(Shape& shape, TermId node) {
  shape.severity = rdf::iri(sh::kViolation);
  if (const auto severity = to_.graph.object(node, sh::kSeverity))
    shape.severity = to_.graph[*severity];
  shape.deactivated = is_true(node, sh::kDeactivated);
  shape.messages = texts(node, sh::kMessage);
  shape.names = texts(node, sh::kName);
  shape.descriptions = texts(node, sh::kDescription);
  if (const auto group = to_.graph.object(node, sh::kGroup)) shape.group = to_.graph[*group];
  if (const auto order = to_.graph.object(node, sh::kOrder)) {
    const std::string_view text = to_.graph[*order].value;
    double value = 0;
    if (std::from_chars(text.data(), text.data() + text.size(), value).ec == std::errc())
      shape.order = value;
  }
}

void Compiler::read_targets(Shape& shape, TermId node) {
  constexpr std::array<std::pair<std::string_view, Target::Kind>, 4> kTargets = {
      {{sh::kTargetClass, Target::Kind::Class},
       {sh::kTargetNode, Target::Kind::Node},
       {sh::kTargetSubjectsOf, Target::Kind::SubjectsOf},
       {sh::kTargetObjectsOf, Target::Kind::ObjectsOf}}};
  for (const auto& [property, kind] : kTargets)
    for (const TermId value : to_.graph.objects(node, property))
      shape.targets.push_back({kind, constant(value)});
  const bool typed = to_.graph.has(node, rdf_ns::kType, sh::kNodeShape) ||
                     to_.graph.has(node, rdf_ns::kType, sh::kPropertyShape);
  if (typed && is_class(node)) shape.targets.push_back({Target::Kind::Class, constant(node)});
  for (const Target& target : shape.targets)
    if (target.kind == Target::Kind::Class) add_class(target.value);
}

void Compiler::warn_of_terms(const Shape& shape, TermId node) {
  TermId last = node;
  for (const rdf::Triple& triple : to_.graph.about(node)) {
    const std::string_view term = to_.graph[triple.predicate].value;
    if (triple.predicate == last || !term.starts_with(sh::kNamespace)) continue;
    last = triple.predicate;
    if (!is_known(term)) warn("shape-unknown-term", shape, term);
  }
  if (to_.graph.objects(node, sh::kNode).size() > 1) warn("shape-two-nodes", shape, sh::kNode);
  for (const std::string_view term : {sh::kSeverity, sh::kDeactivated})
    if (to_.graph.objects(node, term).size() > 1) warn("shape-repeated", shape, term);
}

void Compiler::warn(std::string_view code, const Shape& shape, std::string_view term,
                    std::string_view value) {
  std::string named(term);
  if (term.starts_with(sh::kNamespace))
    named = "sh:" + std::string(term.substr(sh::kNamespace.size()));
  Diagnostic diagnostic{
      std::string(code), Severity::Warning, {{"shape", shown(shape)}}, shape.place};
  if (!named.empty()) diagnostic.arguments.emplace_back("term", named);
  if (!value.empty()) diagnostic.arguments.emplace_back("value", value);
  to_.warnings.push_back(std::move(diagnostic));
}

void Compiler::mark_reaching() {
  for (bool changed = true; changed;) {
    changed = false;
    for (Shape& shape : to_.shapes) {
      const auto goes_on = [this](const Constraint& constraint) {
        return constraint.component == Component::Property ||
               std::ranges::any_of(constraint.shapes,
                                   [this](ShapeId id) { return to_.shapes[id].reaches; });
      };
      if (shape.reaches || !std::ranges::any_of(shape.constraints, goes_on)) continue;
      changed = shape.reaches = true;
    }
  }
}

// Takes away shapes that need no other one, again and again; what is left leads into a cycle.
void Compiler::warn_of_recursion() {
  std::vector<std::size_t> needs(to_.shapes.size());
  std::vector<std::vector<ShapeId>> needed_by(to_.shapes.size());
  std::vector<ShapeId> free;
  for (ShapeId id = 0; id < to_.shapes.size(); ++id) {
    for (const Constraint& constraint : to_.shapes[id].constraints)
      for (const ShapeId other : constraint.shapes) {
        ++needs[id];
        needed_by[other].push_back(id);
      }
    if (needs[id] == 0) free.push_back(id);
  }
  while (!free.empty()) {
    const ShapeId done = free.back();
    free.pop_back();
    for (const ShapeId id : needed_by[done])
      if (--needs[id] == 0) free.push_back(id);
  }
  const auto first = std::ranges::find_if(needs, [](std::size_t count) { return count > 0; });
  if (first != needs.end())
    warn("shape-recursive", to_.shapes[static_cast<std::size_t>(first - needs.begin())]);
}

}  // namespace pinakes::shacl
