// A catalogue in a folder of its own, for tests: ingest, search.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/dcat/vocabulary.h"
#include "indexer/ingest/ingest.h"
#include "server/search/request.h"
#include "server/search/searcher.h"
#include "tests/temporary_folder.h"

namespace pinakes::tests {

inline const Vocabularies& vocabularies() {
  static const Vocabularies kAll{std::filesystem::path(PINAKES_ROOT)};
  return kAll;
}

class Catalogue {
 public:
  void take(const std::vector<std::string>& paths) const {
    IngestOptions options;
    options.data = folder_.path();
    options.source = "test";
    options.paths = paths;
    ingest(options, vocabularies(), [](const IngestProgress&) {});
  }
  const std::filesystem::path& data() const { return folder_.path(); }
  const test::TemporaryFolder& folder() const { return folder_; }
  SearchBackend& searcher() const {
    if (!searcher_) searcher_ = open_searcher(folder_.path(), vocabularies());
    return *searcher_;
  }
  SearchResult search(const Params& params) const {
    return searcher().search(parse_search(params, "en"));
  }

 private:
  test::TemporaryFolder folder_;
  mutable std::unique_ptr<SearchBackend> searcher_;
};

}  // namespace pinakes::tests
