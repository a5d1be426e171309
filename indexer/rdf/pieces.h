// Reads N-Triples and N-Quads of any size in bounded memory.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>

#include "indexer/rdf/formats.h"

namespace pinakes::rdf {

/// Puts up to `size` bytes at `into` and gives their number; 0 only at the end. May throw.
using ReadBytes = std::function<std::size_t(char* into, std::size_t size)>;

struct PieceLimits {
  std::size_t piece = std::size_t{8} << 20U;  // what is read at once; at least one line
  std::size_t line = std::size_t{32} << 20U;  // a longer line is skipped and reported
};

/// As Format::read, for a format that is read by_line; of `source` all counts but the text. A label
/// of a blank node means the same node in the whole document. The limit on the number of errors is
/// that of one document: behind it every subject is lost.
bool read_lines(const Format& format, const ReadBytes& bytes, const Source& source, Sink& into,
                Diagnostics& found, PieceLimits limits = {});

}  // namespace pinakes::rdf
