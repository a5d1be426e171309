// What `pinakes-indexer status` knows of a data folder.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/ingest/status.h"

#include <xapian.h>

#include <charconv>

#include "indexer/base/error.h"
#include "indexer/index/codec.h"
#include "indexer/store/database.h"

namespace pinakes {
namespace {

namespace fs = std::filesystem;

std::uintmax_t bytes_below(const fs::path& folder) {
  std::uintmax_t bytes = 0;
  std::error_code failed;
  for (fs::recursive_directory_iterator entry(folder, failed), end; !failed && entry != end;
       entry.increment(failed)) {
    std::error_code gone;  // a writer may remove files meanwhile
    if (entry->is_regular_file(gone)) bytes += gone ? 0 : entry->file_size(gone);
  }
  return bytes;
}

std::uintmax_t store_bytes(const fs::path& data) {
  std::uintmax_t bytes = 0;
  for (const char* suffix : {"", "-wal"}) {
    std::error_code absent;
    const auto size = fs::file_size(catalogue_file(data).string() + suffix, absent);
    if (!absent) bytes += size;
  }
  return bytes;
}

Status::Index index_status(const fs::path& data) {
  Status::Index index;
  const std::optional<std::uint32_t> generation = codec::current_generation(data);
  if (!generation) return index;
  index.present = true;
  index.generation = *generation;
  index.bytes = bytes_below(codec::index_folder(data));
  try {
    const Xapian::Database database(codec::datasets_folder(data, *generation).string());
    index.datasets = database.get_doccount();
    index.readable =
        database.get_metadata(std::string(codec::kFingerprintKey)) == codec::fingerprint();
    const std::string sequence = database.get_metadata(std::string(codec::kSequenceKey));
    std::from_chars(sequence.data(), sequence.data() + sequence.size(), index.sequence);
  } catch (const Xapian::Error& error) {
    throw Error(ErrorCode::Io, "the index cannot be read: " + error.get_msg(),
                "pinakes-indexer rebuild --data " + data.string());
  }
  return index;
}

}  // namespace

Status status_of(const fs::path& data) {
  const StoreReader store(data);
  Status status;
  status.sources = store.sources();
  for (const SourceStatus& source : status.sources) status.datasets += source.datasets;
  status.sequence = store.last_sequence();
  status.store_bytes = store_bytes(data);
  status.index = index_status(data);
  return status;
}

}  // namespace pinakes
