// Descriptions against the rules of a profile, or against shapes that the operator brings.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string_view>

#include "indexer/dcat/dataset.h"
#include "indexer/dcat/vocabulary.h"
#include "indexer/shacl/shapes.h"
#include "indexer/validate/finding.h"
#include "indexer/validate/legal.h"
#include "indexer/validate/profile.h"

namespace pinakes {

/// What findings are told about the text that was read.
struct FindingContext {
  std::string_view file;             // in places
  std::string_view language = "en";  // in which names of datasets and organisations are wanted
};

/// All profiles, compiled once. Immutable; safe to share between threads. Findings point into it.
class Validator {
 public:
  /// Reads `<home>/schemas/shapes` and legal.json. Throws Error{Io}. `vocabularies` and
  /// `background` must outlive it; `shapes` are the operator's own, with `background` as their
  /// vocabularies.
  Validator(const std::filesystem::path& home, const Vocabularies& vocabularies,
            std::span<const shacl::ShapesSource> shapes = {},
            std::span<const rdf::Graph* const> background = {});
  ~Validator();
  Validator(Validator&&) noexcept;

  /// A dataset in the terms of Release 8 against a profile: what breaks its rules, unknown codes,
  /// and what is still to be filled in. In the order of the file.
  Findings dataset(const Dataset& canonical, Profile profile, const FindingContext& context) const;
  /// A whole file as it was sent against the operator's shapes. Each finding names the dataset
  /// that leads to its node.
  Findings graph(const rdf::Graph& as_sent, const FindingContext& context) const;

  bool has_own_shapes() const;
  const LegalTable& legal() const;
  /// What is wrong with the operator's shapes.
  const Diagnostics& shape_warnings() const;

 private:
  struct Impl;
  std::unique_ptr<const Impl> impl_;
};

/// Whether a term stands in one of our forms until somebody fills it in.
bool is_to_fill_in(const rdf::Term& term);

}  // namespace pinakes
