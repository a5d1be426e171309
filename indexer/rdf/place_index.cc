// Lines and columns are counted once, and noted at the beginning of each block.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/place_index.h"

#include <algorithm>

#include "indexer/base/text.h"

namespace pinakes::rdf {
namespace {

constexpr std::size_t kBlock = 1024;

}  // namespace

PlaceIndex::PlaceIndex(std::string_view text, std::uint32_t first_line)
    : text_(text), line_end_(text.find('\n') == std::string_view::npos ? '\r' : '\n') {
  Block block{first_line, 1};
  if (text.starts_with("\xEF\xBB\xBF")) block.column = 0;  // the mark is no column
  last_ = block;
  blocks_.reserve(text.size() / kBlock + 1);
  for (std::size_t at = 0; at < text.size(); at += kBlock) {
    blocks_.push_back(block);
    advance(block, at, std::min(at + kBlock, text.size()));
  }
}

void PlaceIndex::advance(Block& at, std::size_t from, std::size_t to) const {
  std::string_view rest = text_.substr(from, to - from);
  for (std::size_t end; (end = rest.find(line_end_)) != std::string_view::npos;) {
    ++at.line;
    at.column = 1;
    rest.remove_prefix(end + 1);
  }
  at.column += count_code_points(rest);
}

Position PlaceIndex::at(std::size_t offset) {
  offset = std::min(offset, text_.size());
  const bool near = offset >= last_offset_ && offset - last_offset_ <= kBlock;
  if (!near && !blocks_.empty()) {
    const std::size_t block = std::min(offset / kBlock, blocks_.size() - 1);
    last_offset_ = block * kBlock;
    last_ = blocks_[block];
  }
  advance(last_, last_offset_, offset);
  last_offset_ = offset;
  return {last_.line, std::max<std::uint32_t>(last_.column, 1)};
}

}  // namespace pinakes::rdf
