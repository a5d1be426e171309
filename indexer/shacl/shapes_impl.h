// What Shapes holds; for the compiler only.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <limits>
#include <vector>

#include "indexer/shacl/shapes.h"

namespace pinakes::shacl {

inline constexpr ConstantId kNoConstant = std::numeric_limits<ConstantId>::max();

struct Shapes::Impl {
  rdf::Graph graph;
  std::vector<Shape> shapes;
  std::vector<rdf::Term> constants;
  std::vector<ConstantId> constant_of;  // by term of graph
  std::vector<ConstantId> classes;
  std::vector<Regex> patterns;
  Diagnostics warnings;
  std::vector<rdf::Term> not_supported;
};

}  // namespace pinakes::shacl
