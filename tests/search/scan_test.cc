// Totals and facet counts of searches equal what a plain scan over the stored records counts.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/search/scan.h"

#include <cstdlib>
#include <fstream>
#include <random>

#include "indexer/index/codec.h"
#include "tests/catch.h"
#include "tests/search/catalogue.h"
#include "tests/shared.h"

namespace pinakes {
namespace {

using tests::Scan;
using tests::ScanQuery;

std::vector<const Field*> facet_fields() {
  std::vector<const Field*> fields;
  for (const Field& field : kFields)
    if (field.has(kFacet)) fields.push_back(&field);
  return fields;
}

/// The same question as URL parameters.
Params to_params(const ScanQuery& query) {
  Params params;
  std::string text;
  for (const std::string& word : query.all) text += word + ' ';
  for (const auto& phrase : query.phrases) {
    text += '"';
    for (const std::string& word : phrase) text += word + ' ';
    text += "\" ";
  }
  for (const auto& [field, word] : query.in_field) text += field + ':' + word + ' ';
  for (const auto& [field, id] : query.codes) text += field + ':' + id + ' ';
  for (const std::string& word : query.none) text += '-' + word + ' ';
  params.emplace_back("q", text);
  params.emplace_back("facets", "all");
  params.emplace_back("page_size", "1");
  for (const auto& [field, ids] : query.filters)
    for (const std::string& id : ids) params.emplace_back(field, id);
  for (const auto& range : query.ranges) {
    const bool number = find_field(range.field)->kind == Kind::Integer;
    if (!range.from.empty())
      params.emplace_back(range.field + (number ? "_min" : "_from"), range.from);
    if (!range.to.empty()) params.emplace_back(range.field + (number ? "_max" : "_to"), range.to);
    if (range.unstated) params.emplace_back(range.field + "_unstated", "include");
  }
  return params;
}

/// A field with more values than an answer shows is compared in what is shown and in their number.
void compare_facets(const SearchResult& found, const Scan::Answer& expected) {
  for (const Facet& facet : found.facets) {
    INFO("facet " << facet.field->name);
    const auto at = expected.facets.find(std::string(facet.field->name));
    const auto counts =
        at == expected.facets.end() ? std::map<std::string, std::size_t>() : at->second;
    CHECK(facet.distinct == counts.size());
    std::size_t shown = 0;
    for (const FacetValue& value : facet.values) {
      const auto one = counts.find(std::string(codec::value_key(*facet.field, value.id)));
      INFO("value " << value.id);
      CHECK(value.count == (one == counts.end() ? 0 : one->second));
      shown += value.count > 0 ? 1U : 0U;
    }
    CHECK(shown >= std::min<std::size_t>(counts.size(), 100));
  }
}

std::string describe(const Params& params) {
  std::string text;
  for (const auto& [name, value] : params) text += name + '=' + value + '&';
  return text;
}

void compare(SearchBackend& searcher, Scan& scan, const ScanQuery& query) {
  const Params params = to_params(query);
  INFO(describe(params));
  const SearchResult found = searcher.search(parse_search(params, "en"));
  const Scan::Answer expected = scan.answer(query, facet_fields());
  CHECK(found.total == expected.total);
  CHECK((found.matching == SearchResult::Matching::Some) == expected.some);
  for (const auto& [field, count] : expected.unstated) CHECK(found.unstated.at(field) == count);
  compare_facets(found, expected);
}

/// Questions made of words and values that the catalogue has.
std::vector<ScanQuery> questions(SearchBackend& searcher, std::size_t how_many) {
  static const std::vector<std::string> kWords = {
      "kanker", "cancer", "hôpital",  "hopital",  "health",  "data",     "santé",
      "covid",  "milieu", "Brussels", "registre", "patient", "gemeente", "registry",
      "water",  "2020",   "cancers",  "2018",     "données", "gegevens", "statistics"};
  static const std::vector<std::vector<std::string>> kPhrases = {
      {"public", "health"},           {"science", "and", "technology"},
      {"données", "santé"},           {"Wissenschaft", "und", "Technologie"},
      {"regiones", "y", "ciudades"},  {"open", "data"},
      {"population", "and", "health"}};
  std::map<std::string, std::vector<std::string>> ids;
  const auto all = searcher.search(parse_search({{"facets", "all"}}, "en"));
  for (const Facet& facet : all.facets)
    for (const FacetValue& value : facet.values)
      ids[std::string(facet.field->name)].push_back(value.id);
  std::vector<std::string> names;
  for (const auto& [name, list] : ids)
    if (!list.empty()) names.push_back(name);
  std::mt19937 random(2026);
  const auto pick = [&](const auto& list) { return list[random() % list.size()]; };
  std::vector<ScanQuery> made(1);
  while (made.size() < how_many) {
    ScanQuery& query = made.emplace_back();
    for (auto n = random() % 3; n > 0; --n) query.all.push_back(pick(kWords));
    std::sort(query.all.begin(), query.all.end());
    query.all.erase(std::unique(query.all.begin(), query.all.end()), query.all.end());
    if (random() % 4 == 0) query.none.push_back(pick(kWords));
    static constexpr const char* kFieldsWithWords[] = {"title", "description", "keyword",
                                                       "publisher"};
    if (random() % 4 == 0)
      query.in_field.emplace_back(kFieldsWithWords[random() % 4], pick(kWords));
    if (random() % 4 == 0) query.phrases.push_back(pick(kPhrases));
    if (random() % 7 == 0) query.codes.emplace_back("theme", "HEAL");
    for (auto n = random() % 4; n > 0; --n) {
      const std::string name = pick(names);
      query.filters[name].insert(pick(ids[name]));
      if (random() % 2 == 0) query.filters[name].insert(pick(ids[name]));
    }
    if (random() % 4 == 0)
      query.ranges.push_back(
          {"modified", "2019-05", random() % 2 == 0 ? "2023" : "", random() % 3 == 0});
    if (random() % 5 == 0)
      query.ranges.push_back({"temporal", "2010", "2015-06", random() % 3 == 0});
    if (random() % 6 == 0)
      query.ranges.push_back({"number_of_records", "1000", "5000000", random() % 2 == 0});
  }
  return made;
}

TEST_CASE("the sample catalogue: every count equals a plain scan") {
  const tests::Catalogue catalogue;
  catalogue.take({(std::filesystem::path(PINAKES_ROOT) / "schemas/examples").string()});
  Scan scan(catalogue.data(), tests::vocabularies());
  REQUIRE(scan.size() >= 40);
  REQUIRE(catalogue.searcher().status().datasets == scan.size());
  for (const ScanQuery& query : questions(catalogue.searcher(), 1'000))
    compare(catalogue.searcher(), scan, query);
}

/// The first `bytes` of the Belgian catalogue, cut where a dataset ends; empty where it is not
/// there.
std::string belgian_slice(std::size_t bytes) {
  const auto packed = tests::shared() / "corpora/belgium-data.gov.be-2025-04/datagovbe.ttl.zst";
  if (!std::filesystem::exists(packed)) return {};
  const std::string command =
      "zstd -dc --long=27 '" + packed.string() + "' 2>/dev/null | head -c " + std::to_string(bytes);
  std::string text;
  FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) return {};
  std::string block(1U << 16U, '\0');
  for (std::size_t n = 0; (n = fread(block.data(), 1, block.size(), pipe)) > 0;)
    text.append(block, 0, n);
  pclose(pipe);
  const std::size_t end = text.rfind(".\n");  // of the last whole statement
  return end == std::string::npos ? std::string() : text.substr(0, end + 2);
}

TEST_CASE("a slice of the Belgian catalogue: every count equals a plain scan") {
  const std::string slice = belgian_slice(12U << 20U);
  if (slice.empty()) {
    WARN("SKIPPED: no Belgian catalogue in " << tests::shared() << " (set PINAKES_SHARED)");
    return;
  }
  const tests::Catalogue catalogue;
  catalogue.take({catalogue.folder().write("slice.ttl", slice)});
  Scan scan(catalogue.data(), tests::vocabularies());
  REQUIRE(scan.size() >= 300);
  REQUIRE(catalogue.searcher().status().datasets == scan.size());
  for (const ScanQuery& query : questions(catalogue.searcher(), 150))
    compare(catalogue.searcher(), scan, query);
}

/// PINAKES_SCAN_DATA: the data folder of a catalogue that is there already, for example the whole
/// Belgian one.
TEST_CASE("a catalogue that is there already: every count equals a plain scan") {
  const char* data = std::getenv("PINAKES_SCAN_DATA");
  if (data == nullptr) {
    WARN("SKIPPED: PINAKES_SCAN_DATA is not set");
    return;
  }
  const auto searcher = open_searcher(data, tests::vocabularies());
  Scan scan(data, tests::vocabularies());
  REQUIRE(searcher->status().datasets == scan.size());
  for (const ScanQuery& query : questions(*searcher, 300)) compare(*searcher, scan, query);
}

}  // namespace
}  // namespace pinakes
