// Graphs and findings as the store keeps them: compressed N-Triples, JSON lists.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "indexer/base/diagnostic.h"
#include "indexer/rdf/graph.h"

namespace pinakes {

/// zstd with one context for many small pieces.
class Compressor {
 public:
  Compressor();
  ~Compressor();
  Compressor(Compressor&&) noexcept;
  std::string compress(std::string_view bytes);
  /// Throws Error{Io} where the bytes are damaged.
  std::string decompress(std::string_view bytes);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// The graph's N-Triples; blank nodes keep their labels.
std::string stored_ntriples(const rdf::Graph& graph);

/// Adds every statement of `from`. Blank nodes get `prefix` before their label, so that those of
/// two files stay apart.
void join(rdf::Graph& into, const rdf::Graph& from, std::string_view prefix);

std::string encode_findings(const Diagnostics& findings);
Diagnostics decode_findings(std::string_view list);

}  // namespace pinakes
