// One run of the store's writer in a few words, for the tests of the store.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/store/store.h"
#include "indexer/store/writer.h"
#include "tests/temporary_folder.h"

namespace pinakes::test {

inline constexpr std::string_view kA = "https://example.org/a", kB = "https://example.org/b";

/// A dataset with a title and a blank distribution labelled `blank`.
inline std::string dataset(std::string_view iri, std::string_view title,
                           std::string_view blank = "d") {
  const std::string subject = "<" + std::string(iri) + ">", node = "_:" + std::string(blank);
  return subject +
         " <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/dcat#Dataset> "
         ".\n" +
         subject + " <http://purl.org/dc/terms/title> \"" + std::string(title) + "\"@en .\n" +
         subject + " <http://www.w3.org/ns/dcat#distribution> " + node + " .\n" + node +
         " <http://www.w3.org/ns/dcat#accessURL> <https://example.org/file> .\n";
}

/// File -> key -> N-Triples.
using Files = std::map<std::string, std::map<std::string, std::string>>;

/// Puts all datasets of all files, as one run of source "s" over exactly these files.
inline RunCounts run(StoreWriter& store, const Files& files) {
  std::vector<std::string> names;
  for (const auto& [name, datasets] : files) names.push_back(name);
  store.begin_run("s", names);
  for (const auto& [name, datasets] : files) {
    std::string text;
    for (const auto& [key, ntriples] : datasets) text += ntriples;
    if (store.skip_unchanged(name, text)) continue;  // any string does for a hash
    store.begin_file(name);
    for (const auto& [key, ntriples] : datasets)
      store.put({key, key, "Title of " + key, read_stored(ntriples), {}});
    store.end_file(StoreWriter::FileEnd::Whole, text, nullptr);
  }
  return store.end_run(0, 0);
}

inline std::string key(std::string_view text) { return std::string(text); }

}  // namespace pinakes::test
