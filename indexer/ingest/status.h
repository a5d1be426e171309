// What `pinakes-indexer status` knows of a data folder.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "indexer/store/store.h"

namespace pinakes {

struct Status {
  std::size_t datasets = 0;
  std::int64_t sequence = 0;
  std::vector<SourceStatus> sources;
  std::uintmax_t store_bytes = 0;
  /// The index may be behind while an ingest runs; the next one catches up.
  struct Index {
    bool present = false, readable = false;  // readable: written by this version of the program
    std::uint32_t generation = 0;
    std::size_t datasets = 0;
    std::int64_t sequence = 0;
    std::uintmax_t bytes = 0;
  } index;
};

/// Takes no lock. Throws Error{IndexMissing} where the folder has no catalogue.
Status status_of(const std::filesystem::path& data);

}  // namespace pinakes
