// Line and column of any offset of a text, asked in any order, at the same small cost.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/base/diagnostic.h"

namespace pinakes::rdf {

/// PlaceCounter is for offsets that grow; a tree is not always walked in the order of its text, and
/// its text may be one line of many megabytes.
class PlaceIndex {
 public:
  /// `first_line`: of the text in its file.
  explicit PlaceIndex(std::string_view text, std::uint32_t first_line = 1);
  Position at(std::size_t offset);

 private:
  struct Block {  // what is known at its beginning
    std::uint32_t line = 1, column = 1;
  };
  void advance(Block& at, std::size_t from, std::size_t to) const;

  std::string_view text_;
  char line_end_;  // a carriage return in files that know no other
  std::vector<Block> blocks_;
  std::size_t last_offset_ = 0;
  Block last_;
};

}  // namespace pinakes::rdf
