// A small site for tests of dispatch(): a real store with three records, a search that is scripted.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <string_view>

#include "indexer/base/error.h"
#include "indexer/store/shown_dataset.h"
#include "indexer/store/writer.h"
#include "schemas/namespaces.h"
#include "server/http/dispatch.h"
#include "server/http/url.h"
#include "tests/temporary_folder.h"

namespace pinakes::test {

/// Answers every search with the cards it was given, and counts how often it was asked.
class ScriptedSearch final : public SearchBackend {
 public:
  SearchResult search(const SearchRequest& request) const override {
    ++searches;
    last = request;
    if (failure) failure();
    return result;
  }
  Facet facet(const Field& field, std::string_view, std::size_t) const override {
    if (failure) failure();
    return {&field, {{"HEAL", "Health", 2, false}}, 1};
  }
  IndexStatus status() const override {
    if (failure) failure();
    return {result.total, 7, revision, "2026-01-02T03:04:05Z"};
  }

  mutable std::atomic<int> searches = 0;
  mutable SearchRequest last;
  SearchResult result;
  std::string revision = "1.7";
  std::function<void()> failure;  // throws what the search is to throw
};

inline constexpr std::string_view kCohort = "https://example.org/dataset/cohort";
inline constexpr std::string_view kSample = "https://example.org/dataset/sample";
inline constexpr std::string_view kLeft = "https://example.org/dataset/left";
inline constexpr std::string_view kUntitled = "https://example.org/dataset/untitled";

class Site {
 public:
  Site()
      : vocabularies(PINAKES_ROOT),
        files(std::string(PINAKES_ROOT) + "/web"),
        html(std::string(PINAKES_ROOT) + "/web", PINAKES_ROOT, vocabularies,
             [this](std::string_view path) { return files.address(path); }) {
    fill_store();
    search.result.total = 45;
    const StoreReader store(folder.path());
    for (const auto& [iri, id] : ids_) {
      const auto record = store.find(id);
      if (!record || !record->withdrawn.empty()) continue;
      const Dataset dataset = shown_dataset(store.ntriples(record->number), iri);
      search.result.hits.push_back({make_card(*record, dataset, vocabularies), 12.5, {}});
    }
  }

  Services services() const {
    return {search, vocabularies, html, files, folder.path(), "en", "", "test"};
  }
  Response ask(Method method, std::string_view target, Headers headers = {}) const {
    return dispatch(make_request(method, target, std::move(headers)), services());
  }
  Response get(std::string_view target, Headers headers = {}) const {
    return ask(Method::Get, target, std::move(headers));
  }
  nlohmann::json json(std::string_view target) const {
    return nlohmann::json::parse(get(target).body);
  }
  /// The public id of the record of that IRI.
  const std::string& id(std::string_view iri) const { return ids_.find(iri)->second; }

  TemporaryFolder folder;
  ScriptedSearch search;
  Vocabularies vocabularies;
  StaticFiles files;
  HtmlRenderer html;

 private:
  static std::string text(std::string_view iri, std::string_view predicate,
                          std::string_view object) {
    return "<" + std::string(iri) + "> <" + std::string(predicate) + "> " + std::string(object) +
           " .\n";
  }
  static std::string dataset(std::string_view iri, std::string_view title) {
    std::string out = text(iri, rdf_ns::kType, "<" + std::string(dcat::kDataset) + ">");
    if (!title.empty()) out += text(iri, dct::kTitle, title);
    return out;
  }

  static std::string cohort() {
    const std::string agent = "<https://example.org/agent>";
    std::string out = dataset(kCohort, "\"Cohorte des infarctus\"@fr");
    out += text(kCohort, dct::kTitle, "\"Infarction cohort\"@en-t-fr");
    out += text(kCohort, dct::kDescription, "\"Suivi <b>annuel</b> & complet\"@fr");
    out += text(kCohort, dcat::kKeyword, "\"coeur\"@fr");
    out += text(kCohort, dcat::kKeyword, "\"infarctus\"@fr");
    out += text(kCohort, dct::kIdentifier, "\"COH-1\"");
    out += text(kCohort, dct::kPublisher, agent);
    out += text("https://example.org/agent", foaf::kName, "\"Hospital X\"@en");
    out += text(kCohort, dct::kAccessRights,
                "<http://publications.europa.eu/resource/authority/access-right/RESTRICTED>");
    out += text(kCohort, dct::kModified, "\"2025-03-04\"^^<http://www.w3.org/2001/XMLSchema#date>");
    out += text(kCohort, healthdcatap::kNumberOfRecords,
                "\"1200\"^^<http://www.w3.org/2001/XMLSchema#integer>");
    out += text(kCohort, dcat::kDistributionProperty, "_:d");
    out += "_:d <" + std::string(dcat::kAccessUrl) + "> <https://example.org/access> .\n";
    return out;
  }

  void put(StoreWriter& writer, std::string_view iri, std::string_view title,
           const std::string& ntriples) {
    const rdf::Graph graph = read_stored(ntriples);
    ids_[std::string(iri)] =
        writer.put({std::string(iri), std::string(iri), std::string(title), graph, {}}).record.id;
  }

  void fill_store() {
    StoreWriter writer(folder.path());
    for (const bool with_left : {true, false}) {
      writer.begin_run("hospital", {"/data/all.nt"});
      writer.begin_file("/data/all.nt");
      put(writer, kCohort, "Cohorte des infarctus", cohort());
      put(writer, kSample, "Sample",
          dataset(kSample, "\"Sample\"@en") +
              text(kSample, dct::kPublisher, "<" + std::string(kSamplesPublisher) + ">"));
      put(writer, kUntitled, "",
          dataset(kUntitled, "") + text(kUntitled, dct::kIdentifier, "\"U-9\""));
      if (with_left) put(writer, kLeft, "Left", dataset(kLeft, "\"Left\"@en"));
      writer.end_file(StoreWriter::FileEnd::Whole, with_left ? "1" : "2", nullptr);
      writer.prune();
      writer.end_run(0, 0);
    }
  }

  std::map<std::string, std::string, std::less<>> ids_;
};

}  // namespace pinakes::test
