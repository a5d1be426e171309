// The documents of an input file: the file itself, or what a compressed file or an archive holds.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "indexer/base/diagnostic.h"
#include "indexer/ingest/inputs.h"

namespace pinakes {

/// One document to read. Views are valid during the call only.
struct SourceDocument {
  std::string shown;     // `file.zip!/folder/a.ttl`; for what a .gz or .zst holds, the file itself
  std::string absolute;  // what the store knows it by, in the same form
  std::string name;      // what its format is recognised by: `a.ttl`; `a.ttl` for `a.ttl.gz`
  std::string_view bytes;
};

/// Limits on what an input may unpack to.
struct UnpackLimits {
  std::uint64_t bytes = std::uint64_t{4} << 30U;  // in all
  std::uint64_t ratio = 200;                      // unpacked to packed, once past 64 MB
  std::size_t entries = 100'000;
  std::size_t name_length = 1'000;
};

/// Calls `take` for each document (gzip, zstd, xz, bzip2; zip and tar, also compressed; told by the
/// first bytes, not by the name; archives in archives are not opened). Entries that are no regular
/// file, hidden ones and those of unknown extension are left out; a limit or a damaged archive is a
/// diagnostic (archive-too-large, archive-ratio, archive-entries, archive-damaged) and false, and
/// what came before it counts. Throws Error{InputUnreadable} as FileBytes does.
bool for_each_document(const InputFile& file, const UnpackLimits& limits, Diagnostics& found,
                       const std::function<void(const SourceDocument&)>& take);

}  // namespace pinakes
