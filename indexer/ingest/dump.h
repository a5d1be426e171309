// A dump too large for memory, cut into windows where no dataset reaches across the cut.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "indexer/base/diagnostic.h"
#include "indexer/rdf/graph.h"

namespace pinakes {

struct DumpLimits {
  std::size_t window = 1'500'000;                     // statements before a cut is looked for
  std::size_t largest_window = 40'000'000;            // without any place to cut
  std::size_t shared_bytes = std::size_t{64} << 20U;  // descriptions kept for later windows
  std::size_t shared_each = std::size_t{16} << 10U;   // the longest of them
  std::size_t leftovers = 1'000'000;                  // statements that no dataset reaches
};

/// Takes the statements of a file in its order; calls `take` with the graph of each window. Results
/// are those of reading the file whole where the statements of a dataset stand together.
/// Descriptions of what is no dataset (agents, concepts, licences) are kept for later windows,
/// those used last within `shared_bytes`. What later turns out to be missing is a Warning
/// (dump-shared-dropped, dump-scattered, dump-leftovers-dropped).
class DumpWindows : public rdf::Sink {
 public:
  /// Takes the datasets of a window; gives what none of them reaches.
  using Take = std::function<rdf::Graph(const rdf::Graph& window)>;
  /// A dataset of that IRI as it was taken from an earlier window.
  using Earlier = std::function<std::optional<rdf::Graph>(const std::string& iri)>;

  DumpWindows(const DumpLimits& limits, std::string file, Take take, Earlier earlier);
  ~DumpWindows() override;
  void statement(const rdf::Term& subject, const rdf::Term& predicate, const rdf::Term& object,
                 Position where) override;
  void lost(const rdf::Term& subject) override;
  /// The end of the file. Gives what no dataset reached.
  rdf::Graph finish(Diagnostics& found);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pinakes
