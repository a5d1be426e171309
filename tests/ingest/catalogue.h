// A data folder and a folder of files, and one ingest in a few words.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/ingest/ingest.h"
#include "indexer/ingest/status.h"
#include "indexer/store/store.h"
#include "tests/temporary_folder.h"

namespace pinakes::test {

inline constexpr std::string_view kPrefixLines =
    "@prefix dcat: <http://www.w3.org/ns/dcat#> .\n"
    "@prefix dct: <http://purl.org/dc/terms/> .\n"
    "@prefix foaf: <http://xmlns.com/foaf/0.1/> .\n";

/// A dataset in Turtle, without prefixes.
inline std::string turtle(std::string_view name, std::string_view title) {
  return "<https://example.org/" + std::string(name) + "> a dcat:Dataset ; dct:title \"" +
         std::string(title) + "\"@en ;\n  dct:description \"About " + std::string(title) +
         "\"@en ; dcat:distribution [ dcat:accessURL <https://example.org/file> ] .\n";
}
inline std::string document(const std::string& body) { return std::string(kPrefixLines) + body; }

inline const Vocabularies& vocabularies() {
  static const Vocabularies all(PINAKES_ROOT);
  return all;
}

class Catalogue {
 public:
  IngestReport take(const std::vector<std::string>& paths, Prune prune = Prune::No) const {
    return ingest({data(), "s", paths, prune}, vocabularies(), {});
  }
  IngestReport take_all(Prune prune = Prune::No) const {
    return take({(folder / "in").string()}, prune);
  }
  std::string write(std::string_view name, const std::string& text) const {
    return folder.write("in/" + std::string(name), text);
  }
  std::filesystem::path data() const { return folder / "data"; }
  StoreReader reader() const { return StoreReader(data()); }
  /// Keys of the listed records, sorted.
  std::vector<std::string> keys() const {
    std::vector<std::string> found;
    reader().for_each_listed([&](const Record& record) { found.push_back(record.key); });
    std::sort(found.begin(), found.end());
    return found;
  }
  /// Store and index say the same.
  bool consistent() const {
    const Status status = status_of(data());
    return status.index.readable && status.index.sequence == status.sequence &&
           status.index.datasets == status.datasets;
  }

  TemporaryFolder folder;
};

inline const Diagnostic* find_code(const IngestReport& report, std::string_view code) {
  for (const Diagnostic& one : report.diagnostics)
    if (one.code == code) return &one;
  return nullptr;
}

}  // namespace pinakes::test
