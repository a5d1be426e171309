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
  /// Where the document is longer than UnpackLimits::in_memory: what follows `bytes`. Null: `bytes`
  /// is all. What goes wrong in it is in `found`, and makes the document end early.
  ByteStream* rest = nullptr;
};

/// Limits on what an input may unpack to.
struct UnpackLimits {
  std::uint64_t bytes = std::uint64_t{4} << 30U;  // in all, but for what is read as `rest`
  std::uint64_t ratio = 200;                      // unpacked to packed, once past 64 MB
  std::size_t entries = 100'000;
  std::size_t name_length = 1'000;
  std::uint64_t in_memory = std::uint64_t{256} << 20U;  // of a document; the rest comes in pieces
};

/// Calls `take` for each document (gzip, zstd, xz, bzip2; zip and tar, also compressed; told by the
/// first bytes, not by the name; archives in archives are not opened), in the order of the archive.
/// Entries that are no regular file, hidden ones and those of unknown extension are left out. A
/// limit or a damaged archive is a diagnostic (archive-too-large, archive-ratio, archive-entries,
/// archive-damaged...) and false, and what came before it counts. Throws Error{InputUnreadable} as
/// FileBytes does; what `take` throws passes.
bool for_each_document(OpenInput& input, const UnpackLimits& limits, Diagnostics& found,
                       const std::function<void(const SourceDocument&)>& take);
bool for_each_document(const InputFile& file, const UnpackLimits& limits, Diagnostics& found,
                       const std::function<void(const SourceDocument&)>& take);

/// The whole document, where `document.bytes` is only its start: read into `buffer`. At most 4 GB,
/// else Error{InputUnreadable}.
std::string_view whole_text(const SourceDocument& document, std::string& buffer);

/// All bytes of the document, one after another, for readers that take them in pieces.
std::function<std::size_t(char* into, std::size_t size)> bytes_of(const SourceDocument& document);

}  // namespace pinakes
