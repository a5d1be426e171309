// A validation as a document: text for a terminal, JSON, a page, SARIF, RDF.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/validate/report.h"

namespace pinakes {

/// Whether a terminal shows colours.
enum class Colour : std::uint8_t { No, Yes };

/// Lines for people: each group of findings with its place first, as compilers write them
/// (`file:line:column: violation: sentence`), and a summary of one line at the end.
std::string report_text(const std::vector<DocumentReport>& documents, const Wording& wording,
                        Colour colour);
/// A stable object; README.md of the repository describes its members.
std::string report_json(const std::vector<DocumentReport>& documents, const Wording& wording);
/// A whole page that needs nothing else and prints: no script, no address is fetched.
std::string report_html(const std::vector<DocumentReport>& documents, const Wording& wording);
/// SARIF 2.1.0 (OASIS), one run: what code forges and editors show beside the lines of a file.
std::string report_sarif(const std::vector<DocumentReport>& documents, const Wording& wording);

/// What all of them say in the same words.
std::string summary(const ReportCounts& counts, const Wording& wording);
/// `file:12:5`, with the JSON pointer where there is one.
std::string place_text(const Place& place);
/// The part of the dataset that a finding is about: `"Extraction", Distribution
/// (dcat:distribution)`; empty for the dataset itself.
std::string part_text(const Finding& finding, const Wording& wording);
/// `dataset-hdab, HealthDCAT-AP Release 8`; empty for findings without a rule.
std::string rule_text(const Finding& finding, const Wording& wording);
/// The sentence of a group, with the count of what has the same cause.
std::string group_sentence(const FindingGroup& group, const Wording& wording);
std::string_view severity_code(Severity severity);

}  // namespace pinakes
