// Interned terms: characters in an arena, terms at stable addresses, an open-addressing hash table.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/rdf/term.h"

namespace pinakes::rdf {

/// The same for equal terms, whatever graph and process they are in.
std::uint64_t hash_term(const Term& term);

/// Ids count from 0 in order of first appearance. Nothing is allocated before the first term.
class TermTable {
 public:
  std::uint32_t intern(const Term& term);
  std::optional<std::uint32_t> find(const Term& term) const;
  const Term& operator[](std::uint32_t id) const;
  std::uint32_t size() const { return count_; }

 private:
  struct Slot {
    std::uint32_t hash = 0, id_plus_one = 0;  // 0: free
  };

  std::size_t probe(const Term& term, std::uint32_t hash) const;
  std::uint32_t append(const Term& term);
  std::string_view keep(std::string_view text);
  std::string_view keep_shared(std::string_view text);
  void grow();

  std::vector<Slot> slots_;  // a power of two of them
  std::uint32_t count_ = 0;
  // Block k holds kFirstBlock << k terms, so that a term never moves.
  std::array<std::unique_ptr<Term[]>, 28> blocks_;
  std::vector<std::unique_ptr<char[]>> arena_;
  char* free_ = nullptr;
  std::size_t free_size_ = 0, next_arena_ = 2048;
  std::vector<std::string_view> shared_;  // datatypes and languages: few and often repeated
};

}  // namespace pinakes::rdf
