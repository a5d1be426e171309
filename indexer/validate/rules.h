// The rules of one profile: shapes compiled once, with what people are told about each.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/shacl/validator.h"
#include "indexer/validate/finding.h"

namespace pinakes {

/// Immutable; safe to share between threads.
class Rules {
 public:
  /// `background`: vocabularies that count as data; they must outlive the rules.
  explicit Rules(std::span<const shacl::ShapesSource> sources,
                 std::span<const rdf::Graph* const> background = {});
  ~Rules();
  Rules(Rules&&) noexcept;

  const shacl::Shapes& shapes() const;
  const shacl::Validator& validator() const;
  /// Of a shape of shapes().
  const Rule& rule(const shacl::Shape& shape) const;

  /// Rules on coded values, with the property whose values they are.
  struct Coded {
    const Rule* rule;
    std::string_view property, scheme;  // scheme: the address of the vocabulary, with a final '/'
    Severity severity;
  };
  std::span<const Coded> coded() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Of sh:severity; a severity of one's own is a violation.
Severity severity_of(const rdf::Term& severity);

}  // namespace pinakes
