// schema.org Dataset, as web pages carry it.
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
    {Dataset, {"name"}, {dct::kTitle}, Text},
    {Dataset, {"alternateName"}, {dct::kAlternative}, Text},
    {Dataset, {"description"}, {dct::kDescription}, Text},
    {Dataset, {"identifier"}, {dct::kIdentifier}, Text},
    {Dataset, {"identifier"}, {dct::kIdentifier}, Iri},
    {Dataset, {"identifier", "value"}, {dct::kIdentifier}, Text},
    {Dataset, {"url"}, {dcat::kLandingPage}, WebPage},
    {Dataset, {"sameAs"}, {dct::kRelation}, WebPage, kGuess},
    {Dataset, {"keywords"}, {dcat::kKeyword}, Keywords},
    {Dataset, {"keywords", "name"}, {dcat::kKeyword}, Text},
    {Dataset, {"license"}, {dct::kLicense}, Licence},
    {Dataset, {"license", "url"}, {dct::kLicense}, WebPage},
    {Dataset, {"creator"}, {dct::kCreator}, Node, kMapped, 0, Agent},
    {Dataset, {"creator"}, {dct::kCreator, foaf::kName}, Text, kMapped, kEach},
    {Dataset, {"author"}, {dct::kCreator}, Node, kMapped, 0, Agent},
    {Dataset, {"author"}, {dct::kCreator, foaf::kName}, Text, kMapped, kEach},
    {Dataset, {"publisher"}, {dct::kPublisher}, Node, kMapped, 0, Agent},
    {Dataset, {"publisher"}, {dct::kPublisher, foaf::kName}, Text, kMapped, kEach},
    {Dataset, {"provider"}, {dct::kPublisher}, Node, kGuess, kIfNone, Agent},
    {Dataset, {"contactPoint"}, {dcat::kContactPoint}, Node, kMapped, 0, Contact},
    {Dataset, {"temporalCoverage"}, {dct::kTemporal, dcat::kStartDate}, PeriodStart, kMapped, kEach | kAlso},
    {Dataset, {"temporalCoverage"}, {dct::kTemporal, dcat::kEndDate}, PeriodEnd, kMapped, kEach},
    {Dataset, {"spatialCoverage"}, {dct::kSpatial}, Node, kMapped, 0, Place},
    {Dataset, {"spatialCoverage"}, {dct::kSpatial, skos::kPrefLabel}, Text, kMapped, kEach},
    {Dataset, {"dateModified"}, {dct::kModified}, Date},
    {Dataset, {"datePublished"}, {dct::kIssued}, Date},
    {Dataset, {"dateCreated"}, {dct::kIssued}, Date, kGuess, kIfNone},
    {Dataset, {"version"}, {dcat::kVersion}, AsIs},
    {Dataset, {"inLanguage"}, {dct::kLanguage}, Language},
    {Dataset, {"inLanguage", "alternateName"}, {dct::kLanguage}, Language},
    {Dataset, {"isAccessibleForFree"}, {dct::kAccessRights}, AccessRight, kGuess},
    {Dataset, {"conditionsOfAccess"}, {dct::kAccessRights}, AccessRight},
    {Dataset, {"conditionsOfAccess"}, {dct::kRights, rdfs::kLabel}, Text, kMapped, kEach},
    {Dataset, {"citation"}, {dct::kIsReferencedBy}, DoiIri},
    {Dataset, {"isBasedOn"}, {dct::kSource}, WebPage},
    {Dataset, {"variableMeasured"}, {healthdcatap::kHasVariables, csvw::kTable, csvw::kColumn}, Node, kMapped, 0, Column},
    {Dataset, {"variableMeasured"}, {healthdcatap::kHasVariables, csvw::kTable, csvw::kColumn, csvw::kName}, Text, kMapped, kEach},
    {Dataset, {"distribution"}, {dcat::kDistributionProperty}, Node, kMapped, 0, Distribution},
    {Distribution, {"name"}, {dct::kTitle}, Text},
    {Distribution, {"description"}, {dct::kDescription}, Text},
    {Distribution, {"url"}, {dcat::kAccessUrl}, WebPage},
    {Distribution, {"contentUrl"}, {dcat::kAccessUrl}, WebPage, kMapped, kIfNone | kAlso},
    {Distribution, {"contentUrl"}, {dcat::kDownloadUrl}, WebPage},
    {Distribution, {"encodingFormat"}, {dcat::kMediaType}, MediaType},
    {Distribution, {"encodingFormat"}, {dct::kFormat}, FileType},
    {Distribution, {"fileFormat"}, {dcat::kMediaType}, MediaType},
    {Distribution, {"fileFormat"}, {dct::kFormat}, FileType},
    {Distribution, {"license"}, {dct::kLicense}, Licence},
    {Distribution, {"dateModified"}, {dct::kModified}, Date},
    {Distribution, {"datePublished"}, {dct::kIssued}, Date},
    {Distribution, {"sha256"}, {spdx::kChecksum, spdx::kChecksumValue}, Text},
    {Agent, {"name"}, {foaf::kName}, Text},
    {Agent, {"legalName"}, {foaf::kName}, Text, kMapped, kIfNone},
    {Agent, {"url"}, {foaf::kHomepage}, WebPage},
    {Agent, {"email"}, {cv::kContactPoint, cv::kEmail}, Email},
    {Agent, {"identifier"}, {dct::kIdentifier}, Text},
    {Agent, {"contactPoint"}, {cv::kContactPoint}, Node, kMapped, 0, Contact},
    {Contact, {"name"}, {vcard::kFn}, Text},
    {Contact, {"email"}, {vcard::kHasEmail}, Mailto},
    {Contact, {"telephone"}, {vcard::kHasTelephone}, Telephone},
    {Contact, {"url"}, {vcard::kHasUrl}, WebPage},
    {Place, {"name"}, {skos::kPrefLabel}, Text},
    {Column, {"name"}, {csvw::kName}, Text},
    {Column, {"description"}, {dct::kDescription}, Text},
    {Column, {"propertyID"}, {csvw::kPropertyUrl}, Iri},
};

constexpr Alias kClassNames[] = {
    {"Dataset", dcat::kDataset},
    {"DataDownload", dcat::kDistribution},
    {"Organization", foaf::kOrganization},
    {"GovernmentOrganization", foaf::kOrganization},
    {"ResearchOrganization", foaf::kOrganization},
    {"MedicalOrganization", foaf::kOrganization},
    {"CollegeOrUniversity", foaf::kOrganization},
    {"Person", foaf::kPerson},
    {"ContactPoint", vcard::kKind},
    {"Place", dct::kLocation},
    {"DataCatalog", dcat::kCatalog},
};
// clang-format on

}  // namespace

const Schema& schema_org() {
  static constexpr Schema kSchema{.name = "schema.org",
                                  .space = schema::kNamespace,
                                  .root_class = "Dataset",
                                  .told_by = {},
                                  .rows = kRows,
                                  .classes = kClassNames};
  return kSchema;
}

}  // namespace pinakes::canon
