// HDR UK dataset schema 2.0.0 (Health Data Research Innovation Gateway).
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
    {Dataset, {"identifier"}, {dct::kIdentifier}, Text},
    {Dataset, {"version"}, {dcat::kVersion}, Text},
    {Dataset, {"issued"}, {dct::kIssued}, Date},
    {Dataset, {"modified"}, {dct::kModified}, Date},
    {Dataset, {"summary", "title"}, {dct::kTitle}, Text},
    {Dataset, {"summary", "abstract"}, {dct::kDescription}, Text},
    {Dataset, {"summary", "publisher"}, {dct::kPublisher}, Node, kMapped, 0, Agent},
    {Dataset, {"summary", "contactPoint"}, {dcat::kContactPoint, vcard::kHasEmail}, Mailto},
    {Dataset, {"summary", "contactPoint"}, {dcat::kContactPoint, vcard::kHasUrl}, WebPage},
    {Dataset, {"summary", "keywords"}, {dcat::kKeyword}, Keywords},
    {Dataset, {"summary", "doiName"}, {adms::kIdentifier, skos::kNotation}, DoiIri, kMapped, kEach},
    {Dataset, {"documentation", "description"}, {foaf::kPage}, WebPage},
    {Dataset, {"documentation", "description"}, {dct::kDescription}, Text},
    {Dataset, {"documentation", "associatedMedia"}, {foaf::kPage}, WebPage},
    {Dataset, {"coverage", "spatial"}, {dct::kSpatial}, WebPage},
    {Dataset, {"coverage", "spatial"}, {dct::kSpatial, skos::kPrefLabel}, Text, kMapped, kEach},
    {Dataset, {"coverage", "typicalAgeRange"}, {healthdcatap::kMinTypicalAge}, AgeMin, kGuess, kAlso},
    {Dataset, {"coverage", "typicalAgeRange"}, {healthdcatap::kMaxTypicalAge}, AgeMax, kGuess},
    {Dataset, {"provenance", "origin", "purpose"}, {dpv::kHasPurpose, dct::kDescription}, Text, kMapped, kEach},
    {Dataset, {"provenance", "origin", "source"}, {dct::kProvenance, rdfs::kLabel}, Text, kMapped, kEach},
    {Dataset, {"provenance", "temporal", "accrualPeriodicity"}, {dct::kAccrualPeriodicity}, Frequency},
    {Dataset, {"provenance", "temporal", "startDate"}, {dct::kTemporal, dcat::kStartDate}, Date},
    {Dataset, {"provenance", "temporal", "endDate"}, {dct::kTemporal, dcat::kEndDate}, Date},
    // A page about how to get the data is the way to it; a text about it is no code.
    {Dataset, {"accessibility", "access", "accessRights"}, {dct::kAccessRights}, AccessRight},
    {Dataset, {"accessibility", "access", "accessRights"}, {dcat::kDistributionProperty, dcat::kAccessUrl}, WebPage, kGuess, kEach},
    {Dataset, {"accessibility", "access", "accessRights"}, {dct::kRights, rdfs::kLabel}, Text, kMapped, kEach},
    {Dataset, {"accessibility", "access", "dataController"}, {geodcatap::kCustodian, foaf::kName}, Text, kGuess, kEach},
    {Dataset, {"accessibility", "usage", "resourceCreator"}, {dct::kCreator, foaf::kName}, Text, kMapped, kEach},
    {Dataset, {"accessibility", "usage", "isReferencedBy"}, {dct::kIsReferencedBy}, DoiIri},
    {Dataset, {"accessibility", "formatAndStandards", "vocabularyEncodingScheme"}, {healthdcatap::kHasCodingSystem}, Scheme},
    {Dataset, {"accessibility", "formatAndStandards", "conformsTo"}, {dct::kConformsTo}, Standard},
    {Dataset, {"accessibility", "formatAndStandards", "language"}, {dct::kLanguage}, Language},
    {Dataset, {"enrichmentAndLinkage", "qualifiedRelation"}, {dct::kRelation}, WebPage},
    {Dataset, {"enrichmentAndLinkage", "tools"}, {dct::kRelation}, WebPage},
    {Dataset, {"structuralMetadata"}, {healthdcatap::kHasVariables, csvw::kTable}, Node, kMapped, kAlso, Table},
    {Dataset, {"structuralMetadata"}, {healthdcatap::kHasStructuredData}, True, kGuess},
    {Agent, {"name"}, {foaf::kName}, Text},
    {Agent, {"contactPoint"}, {cv::kContactPoint, cv::kEmail}, Email},
    {Table, {"name"}, {dct::kTitle}, Text},
    {Table, {"description"}, {dct::kDescription}, Text},
    {Table, {"elements"}, {csvw::kColumn}, Node, kMapped, 0, Column},
    {Column, {"name"}, {csvw::kName}, Text},
    {Column, {"description"}, {dct::kDescription}, Text},
    {Column, {"dataType"}, {csvw::kDatatype}, Datatype},
    {Column, {"dataType"}, {csvw::kDatatype}, Text},
};

constexpr Alias kClassNames[] = {
    {lifted::kDataset, dcat::kDataset},
};
// clang-format on

}  // namespace

const Schema& hdr_uk() {
  static constexpr Schema kSchema{.name = "HDR UK 2.0.0",
                                  .space = lifted::kHdrUk,
                                  .root_class = lifted::kDataset,
                                  .told_by = {},
                                  .rows = kRows,
                                  .classes = kClassNames};
  return kSchema;
}

}  // namespace pinakes::canon
