// Records written in Turtle, and pages made of them: what the page tests share.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "indexer/dcat/dataset.h"
#include "server/render/html.h"

namespace pinakes::test {

inline const std::filesystem::path kRoot = PINAKES_ROOT;

/// One dataset, `<http://example.org/d>`, with these statements; the prefixes of the field table.
Dataset dataset_from(std::string_view statements, std::string_view iri = "http://example.org/d");
/// A rich, bilingual record with variables, contacts, distributions and codes.
Dataset rich_dataset();
/// A record in which everything is an attack on the page.
Dataset hostile_dataset();

Record record_of(std::string_view id);
Hit hit_of(const Dataset& dataset, std::string_view id);

const Vocabularies& vocabularies();
const HtmlRenderer& renderer();
PageContext context(std::string_view lang, std::string_view path, std::string_view query = {});

SearchRequest request_of(const Params& params, std::string_view lang = "en");
/// A result with both datasets, facets with a selected value, and sentences above the list.
SearchResult rich_result();

/// Keeps the page as a file where the variable PINAKES_PAGES names a folder: for people to look at.
void keep(std::string_view name, std::string_view html);

std::size_t count(std::string_view text, std::string_view part);
std::string read_file(const std::filesystem::path& path);

}  // namespace pinakes::test
