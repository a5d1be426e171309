// Shapes compiled once from shapes graphs: a compact tree that validation walks without the graph.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/diagnostic.h"
#include "indexer/rdf/graph.h"
#include "indexer/shacl/datatypes.h"
#include "indexer/shacl/path.h"
#include "indexer/shacl/regex.h"

namespace pinakes::shacl {

/// The constraint components of SHACL Core, in the order of sh::kConstraintTerms, and two of ours.
enum class Component : std::uint8_t {
  MinCount,
  MaxCount,
  HasValue,
  In,
  NodeKind,
  Datatype,
  Class,
  MinInclusive,
  MaxInclusive,
  MinExclusive,
  MaxExclusive,
  MinLength,
  MaxLength,
  Pattern,
  LanguageIn,
  UniqueLang,
  Equals,
  Disjoint,
  LessThan,
  LessThanOrEquals,
  Not,
  And,
  Or,
  Xone,
  Node,
  Property,
  QualifiedMinCount,
  QualifiedMaxCount,
  Closed,
  /// The one SHACL-SPARQL constraint that is built in: the graph holds an instance of a class.
  HoldsInstance,
  /// A constraint that needs SPARQL or is ill-formed: never passed, never failed.
  NotEvaluated,
};

/// sh:...ConstraintComponent; of NotEvaluated sh:SPARQLConstraintComponent.
std::string_view component_iri(Component component);

using ShapeId = std::uint32_t;     // an index of Shapes::all()
using ConstantId = std::uint32_t;  // an index of Shapes::constants()
using KindSet = std::uint8_t;      // bits 1 << rdf::TermKind

struct Text {
  std::string_view text, language;
};

struct Constraint {
  Component component = Component::NotEvaluated;
  ShapeId shape = 0;  // whose it is
  /// The parameter's value or, for lists, its members in order. Of NotEvaluated: the parameter or
  /// component that is not evaluated.
  std::vector<ConstantId> values = {};
  std::vector<ConstantId> sorted = {};  // In, Closed: what is allowed
  std::vector<ShapeId> shapes = {};     // Not, And, Or, Xone, Node, Property, Qualified...
  std::vector<ShapeId> siblings = {};   // Qualified... with disjoint: what values must not be
  std::uint64_t count = 0;              // MinCount ... MaxLength, Qualified...
  KindSet kinds = 0;                    // NodeKind
  std::optional<Datatype> datatype = {};
  std::size_t pattern = 0;          // an index of Shapes::patterns()
  std::vector<Text> messages = {};  // of a SPARQL constraint; else the shape's count
};

struct Target {
  enum class Kind : std::uint8_t { Class, Node, SubjectsOf, ObjectsOf };
  Kind kind = Kind::Class;
  ConstantId value = 0;
};

/// Terms and texts live as long as the Shapes.
struct Shape {
  rdf::Term node;
  std::optional<Path> path = {};  // a property shape's; none: its value is the focus node
  Automaton steps = {};
  rdf::Term severity = {};
  std::vector<Constraint> constraints = {};
  std::vector<Target> targets = {};
  std::vector<Text> messages = {}, names = {}, descriptions = {};
  std::optional<double> order = {};
  rdf::Term group = {};  // empty: none
  Place place = {};
  bool deactivated = false;
  /// Whether checking it can reach further nodes, so that its verdict on a node is worth keeping.
  bool reaches = false;
};

/// A shapes graph and the name of its file in warnings.
struct ShapesSource {
  const rdf::Graph& graph;
  std::string_view file;
};

/// Immutable; safe to share between threads.
class Shapes {
 public:
  /// Shapes of the same IRI in several graphs are one shape; blank nodes of different graphs stay
  /// apart. The graphs are not needed afterwards. Never fails: what is wrong with the shapes
  /// (SHACL section 3.5 leaves ill-formed shapes open) is in warnings(). A property shape without
  /// path constrains the node itself; a term that is no SHACL has no effect; of parameters that
  /// may stand once, each value is a constraint.
  static Shapes compile(std::span<const ShapesSource> sources);
  ~Shapes();
  Shapes(Shapes&&) noexcept;
  Shapes& operator=(Shapes&&) noexcept;

  std::span<const Shape> all() const;
  const Shape& operator[](ShapeId id) const { return all()[id]; }
  /// Terms that data is compared with. 0 is rdf:type, 1 is rdfs:subClassOf.
  std::span<const rdf::Term> constants() const;
  std::optional<ConstantId> constant_of(const rdf::Term& term) const;
  /// Constants that sh:class or a target names.
  std::span<const ConstantId> classes() const;
  std::span<const Regex> patterns() const;
  /// All graphs as one, for whoever describes a shape.
  const rdf::Graph& graph() const;
  /// Codes shape-...; each a Warning with {shape} and mostly {term}, and the shape's place.
  const Diagnostics& warnings() const;
  /// What concerns no single constraint but cannot be done: sh:target, sh:entailment, sh:rule.
  std::span<const rdf::Term> not_supported() const;

 private:
  friend class Compiler;
  struct Impl;
  Shapes();
  std::unique_ptr<Impl> impl_;
};

inline constexpr ConstantId kTypeConstant = 0, kSubClassOfConstant = 1;

}  // namespace pinakes::shacl
