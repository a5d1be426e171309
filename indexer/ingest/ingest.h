// Files into the store, the store into the index: one run over one source.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/diagnostic.h"
#include "indexer/dcat/vocabulary.h"
#include "indexer/ingest/dump.h"
#include "indexer/ingest/mappings.h"
#include "indexer/ingest/source.h"
#include "indexer/rdf/contexts.h"
#include "indexer/store/writer.h"

namespace pinakes {

enum class Prune : std::uint8_t { No, Yes, Force };

struct IngestOptions {
  std::filesystem::path data;
  std::string source;  // empty: the name of the first path
  std::vector<std::string> paths;
  Prune prune = Prune::No;
  const rdf::Contexts* contexts = nullptr;  // for JSON-LD; null: none
  UnpackLimits limits = {};
  DumpLimits dump = {};  // of documents longer than limits.in_memory whose format is read by line
};

/// What a progress bar shows. `stage` is what the current file is in.
struct IngestProgress {
  enum class Stage : std::uint8_t { CatchingUp, Reading, Storing } stage = Stage::Reading;
  std::size_t files_done = 0, files = 0, datasets = 0;
  std::uint64_t bytes_done = 0, bytes = 0;
};
using ProgressSink = std::function<void(const IngestProgress&)>;

struct IngestReport {
  enum class PruneResult : std::uint8_t { NotAsked, Done, FilesFailed, TooMany };
  std::string source;
  RunCounts counts;
  /// An archive counts as the files in it, once it is opened.
  std::size_t files = 0, unchanged_files = 0, failed_files = 0;
  Diagnostics diagnostics;
  Mappings mappings;  // what was read as something else, by schema
  PruneResult prune = PruneResult::NotAsked;
  StoreWriter::Prunable prunable;  // for PruneResult::TooMany
};

/// Takes what changed. What is wrong with a file is in the report; throws Error where the lock, the
/// store or the index cannot be used (what was committed before stays, and the same run again
/// completes it).
IngestReport ingest(const IngestOptions& options, const Vocabularies& vocabularies,
                    const ProgressSink& progress);

/// Builds a new generation of the index from the store. Error{IndexMissing} without one.
void rebuild(const std::filesystem::path& data, const Vocabularies& vocabularies,
             const ProgressSink& progress);

}  // namespace pinakes
