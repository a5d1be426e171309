// From shapes graphs to the tree of shapes: finds shapes, reads them, warns of what is ill-formed.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "indexer/shacl/shapes_impl.h"

namespace pinakes::shacl {

class Compiler {
 public:
  explicit Compiler(std::span<const ShapesSource> sources);
  Shapes compile();

 private:
  using TermId = rdf::TermId;
  using Id = std::uint32_t;

  /// A constraint component of SHACL-SPARQL: what a shape must have for it to apply.
  struct Custom {
    TermId component;
    std::vector<TermId> required;
  };

  // merging
  void merge(const ShapesSource& source, std::size_t number);
  TermId merged(const rdf::Graph& from, TermId id, std::size_t number);
  // finding
  void find_shapes();
  void find_custom_components();
  void find_unsupported();
  bool is_class(TermId node) const;
  ShapeId shape_at(TermId node);
  // reading one shape (compiler.cc)
  void read_shape(ShapeId id);
  void read_descriptions(Shape& shape, TermId node);
  void read_path(Shape& shape, TermId node);
  void read_targets(Shape& shape, TermId node);
  void warn_of_terms(const Shape& shape, TermId node);
  void warn(std::string_view code, const Shape& shape, std::string_view term = {},
            std::string_view value = {});
  // reading its constraints (compiler_constraints.cc)
  void read_constraints(ShapeId id, Shape& shape, TermId node);
  bool read_constraint(Constraint& constraint, const Shape& shape, TermId node, TermId value);
  bool read_number(Constraint& constraint, TermId value) const;
  bool read_constants(Constraint& constraint, TermId list);
  bool read_shapes(Constraint& constraint, TermId list);
  bool read_pattern(Constraint& constraint, TermId node, TermId value);
  bool read_qualified(Constraint& constraint, TermId node, TermId value);
  bool read_closed(Constraint& constraint, TermId node);
  bool read_sparql(Constraint& constraint, TermId value);
  void not_evaluated(ShapeId id, Shape& shape, const rdf::Term& term);
  // after all shapes
  void mark_reaching();
  void warn_of_recursion();

  ConstantId constant(TermId id);
  ConstantId constant(const rdf::Term& term);
  void add_class(ConstantId id);
  std::vector<Text> texts(TermId node, std::string_view property) const;
  bool is_true(TermId node, std::string_view property) const;

  Shapes shapes_;
  Shapes::Impl& to_;
  std::span<const ShapesSource> sources_;
  std::vector<Place> places_;  // by term: where a subject is first described
  std::unordered_map<Id, ShapeId> shape_of_;
  std::vector<TermId> nodes_;  // by shape
  std::vector<Custom> custom_;
};

}  // namespace pinakes::shacl
