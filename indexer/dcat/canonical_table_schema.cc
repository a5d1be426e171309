// Table Schema (Frictionless Data), as the French SNDS dictionaries use it: a table is a dataset.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/dcat/canonical_table.h"
#include "schemas/namespaces.h"

namespace pinakes::canon {
namespace {

using enum Scope;
using enum Convert;
constexpr auto kMapped = Certainty::Mapped;
constexpr auto kGuess = Certainty::Guessed;

// clang-format off
constexpr Row kRows[] = {
    {Dataset, {"name"}, {dct::kIdentifier}, Text},
    {Dataset, {"title"}, {healthdcatap::kHasVariables, csvw::kTable, dct::kTitle}, Text, kMapped, kAlso},
    {Dataset, {"title"}, {dct::kTitle}, Text},
    {Dataset, {"description"}, {dct::kDescription}, Text},
    {Dataset, {"homepage"}, {dcat::kLandingPage}, WebPage},
    {Dataset, {"path"}, {dcat::kDistributionProperty, dcat::kAccessUrl}, WebPage},
    {Dataset, {"keywords"}, {dcat::kKeyword}, Text},
    {Dataset, {"created"}, {dct::kIssued}, Date},
    {Dataset, {"updated"}, {dct::kModified}, Date},
    {Dataset, {"version"}, {dcat::kVersion}, Text},
    {Dataset, {"produit"}, {dcat::kKeyword}, Text, kGuess},
    {Dataset, {"champ"}, {healthdcatap::kPopulationCoverage}, Text, kGuess},
    {Dataset, {"fields"}, {healthdcatap::kHasStructuredData}, True, kGuess, kAlso},
    {Dataset, {"fields"}, {healthdcatap::kHasVariables, csvw::kTable, csvw::kColumn}, Node, kMapped, 0, Column},
    {Column, {"name"}, {csvw::kName}, Text},
    {Column, {"title"}, {csvw::kTitle}, Text},
    {Column, {"description"}, {dct::kDescription}, Text},
    {Column, {"type"}, {csvw::kDatatype}, Datatype},
    {Column, {"rdfType"}, {csvw::kPropertyUrl}, Iri},
};

constexpr Alias kClassNames[] = {
    {lifted::kDataset, dcat::kDataset},
};
// clang-format on

}  // namespace

const Schema& table_schema() {
  static constexpr Schema kSchema{.name = "Table Schema",
                                  .space = lifted::kTableSchema,
                                  .root_class = lifted::kDataset,
                                  .told_by = {},
                                  .rows = kRows,
                                  .classes = kClassNames};
  return kSchema;
}

}  // namespace pinakes::canon
