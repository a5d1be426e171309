// What compiled shapes answer.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/shacl/shapes.h"

#include <algorithm>

#include "indexer/shacl/shapes_impl.h"
#include "schemas/shacl_terms.h"

namespace pinakes::shacl {

// The last row, sh:sparql, names what both components of ours are reported as.
static_assert(static_cast<std::size_t>(Component::HoldsInstance) + 1 ==
              sh::kConstraintTerms.size());

std::string_view component_iri(Component component) {
  const auto row = std::min(static_cast<std::size_t>(component), sh::kConstraintTerms.size() - 1);
  return sh::kConstraintTerms[row].component;
}

Shapes::Shapes() : impl_(std::make_unique<Impl>()) {}
Shapes::~Shapes() = default;
Shapes::Shapes(Shapes&&) noexcept = default;
Shapes& Shapes::operator=(Shapes&&) noexcept = default;

std::span<const Shape> Shapes::all() const { return impl_->shapes; }
std::span<const rdf::Term> Shapes::constants() const { return impl_->constants; }
std::span<const ConstantId> Shapes::classes() const { return impl_->classes; }
std::span<const Regex> Shapes::patterns() const { return impl_->patterns; }
const rdf::Graph& Shapes::graph() const { return impl_->graph; }
const Diagnostics& Shapes::warnings() const { return impl_->warnings; }
std::span<const rdf::Term> Shapes::not_supported() const { return impl_->not_supported; }

std::optional<ConstantId> Shapes::constant_of(const rdf::Term& term) const {
  const auto id = impl_->graph.find(term);
  if (!id) return std::nullopt;
  const ConstantId constant = impl_->constant_of[static_cast<std::uint32_t>(*id)];
  return constant == kNoConstant ? std::nullopt : std::optional(constant);
}

}  // namespace pinakes::shacl
