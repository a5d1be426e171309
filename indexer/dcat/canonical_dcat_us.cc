// DCAT-US 1.1 (Project Open Data): what its context does not say in DCAT's own terms.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/dcat/canonical_table.h"
#include "schemas/namespaces.h"

namespace pinakes::canon {
namespace {

using enum Scope;
using enum Convert;
constexpr auto kGuess = Certainty::Guessed;

// Free texts that DCAT-US allows where DCAT-AP wants codes are rows of canonical_dcat_ap.cc.
// clang-format off
constexpr Row kRows[] = {
    {Dataset, {pod::kAccessLevel}, {dct::kAccessRights}, AccessRight},
    {Dataset, {powder::kDescribedBy}, {foaf::kPage}, WebPage},
    {Dataset, {powder_s::kDescribedBy}, {foaf::kPage}, WebPage},
    {Dataset, {dcat::kReferences}, {foaf::kPage}, WebPage},
    {Dataset, {dct::kReferences}, {foaf::kPage}, WebPage},
    {Dataset, {dcat::kIsPartOf}, {dct::kRelation}, WebPage, kGuess},
    {Dataset, {dcat::kIsPartOf}, {dct::kIsPartOf}, AsIs},
    {Dataset, {dct::kPublisher, skos::kPrefLabel}, {foaf::kName}, Text, Certainty::Mapped, kHere},
};
// clang-format on

}  // namespace

const Schema& dcat_us() {
  static constexpr Schema kSchema{.name = "DCAT-US 1.1",
                                  .space = pod::kNamespace,
                                  .root_class = {},
                                  .told_by = pod::kAccessLevel,
                                  .rows = kRows,
                                  .classes = {}};
  return kSchema;
}

}  // namespace pinakes::canon
