// XML that is no RDF but reaches a metadata catalogue: how to recognise it, for a message.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

namespace pinakes::rdf {

struct OtherXml {
  std::string_view space;  // how the root element's namespace starts
  std::string_view name;   // as a message says it
};

inline constexpr auto kOtherXml = std::to_array<OtherXml>({
    {"http://www.isotc211.org/", "ISO 19139 metadata"},
    {"http://standards.iso.org/iso/19115", "ISO 19115-3 metadata"},
    {"http://www.opengis.net/cat/csw", "CSW"},
    {"http://www.opengis.net/", "OGC XML"},
    {"http://www.w3.org/1999/xhtml", "HTML"},
    {"http://www.w3.org/2005/Atom", "Atom"},
    {"http://schemas.xmlsoap.org/soap/envelope", "SOAP"},
    {"http://www.w3.org/2003/05/soap-envelope", "SOAP"},
    {"http://www.openarchives.org/OAI/2.0/", "OAI-PMH"},
    {"http://www.sitemaps.org/schemas/sitemap/", "Sitemap"},
    {"http://datacite.org/schema/", "DataCite XML"},
    {"ddi:", "DDI"},
    {"http://www.icpsr.umich.edu/DDI", "DDI"},
    {"http://hl7.org/fhir", "FHIR XML"},
    {"urn:hl7-org:", "HL7 XML"},
    {"http://www.cdisc.org/ns/odm/", "CDISC ODM"},
    {"http://www.w3.org/2001/XMLSchema", "XML Schema"},
    {"http://www.w3.org/2000/svg", "SVG"},
    {"http://www.w3.org/1999/XSL/Transform", "XSLT"},
    {"http://schemas.openxmlformats.org/", "Office Open XML"},
    {"urn:schemas-microsoft-com:office", "Office XML"},
    {"urn:oasis:names:tc:opendocument", "OpenDocument"},
});

/// By the root's name, where it has no namespace.
inline constexpr auto kOtherRoots = std::to_array<OtherXml>({
    {"html", "HTML"},
    {"rss", "RSS"},
    {"codeBook", "DDI"},
    {"ODM", "CDISC ODM"},
    {"MD_Metadata", "ISO 19139 metadata"},
    {"metadata", "FGDC or ArcGIS XML"},
    {"resource", "DataCite XML"},
});

}  // namespace pinakes::rdf
