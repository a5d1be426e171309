// What a run read as something else: rewrites of canonical(), counted by schema.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <tuple>

#include "indexer/base/diagnostic.h"

namespace pinakes {

/// Bounded: beyond 10,000 different rewrites only those known already are counted.
class Mappings {
 public:
  struct Count {
    std::size_t statements = 0;
    Diagnostic first;  // the first of the kind, with its value and place
  };
  /// schema, code of the finding, from, to.
  using Key = std::tuple<std::string, std::string, std::string, std::string>;

  /// Counts one dataset's findings; those that a publisher should look at (warnings and above) are
  /// added to `kept`.
  void take(const Diagnostics& findings, Diagnostics& kept);
  const std::map<Key, Count>& counts() const { return counts_; }
  /// Datasets by schema.
  const std::map<std::string, std::size_t>& datasets() const { return datasets_; }

 private:
  std::map<Key, Count> counts_;
  std::map<std::string, std::size_t> datasets_;
};

}  // namespace pinakes
