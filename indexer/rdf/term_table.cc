// Hashing, comparing and keeping terms.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/term_table.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <stdexcept>

#include "schemas/namespaces.h"

namespace pinakes::rdf {
namespace {

constexpr std::uint32_t kFirstBlock = 32;
constexpr std::size_t kLargestArena = std::size_t{1} << 20;
constexpr std::size_t kShared = 48;

__extension__ using Wide = unsigned __int128;

std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  const Wide product = static_cast<Wide>(a) * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15U, kOther = 0xD6E8FEB86659FD93U;

std::uint64_t hash_bytes(std::string_view text, std::uint64_t seed) {
  std::uint64_t hash = mix(seed ^ kOdd, text.size() ^ kOther);
  const char* at = text.data();
  std::size_t left = text.size();
  std::uint64_t word = 0;
  for (; left >= 8; left -= 8, at += 8) {
    std::memcpy(&word, at, 8);
    hash = mix(hash ^ word, kOdd);
  }
  word = 0;
  if (left > 0) std::memcpy(&word, at, left);
  return mix(hash ^ word, kOther);
}

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

/// Language tags are the same whatever their case (RDF 1.1 Concepts section 3.3).
bool same_language(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) {
           return x == y || lower(x) == lower(y);
         });
}

bool same(const Term& a, const Term& b) {
  return a.value == b.value && a.kind == b.kind && a.datatype == b.datatype &&
         same_language(a.language, b.language);
}

/// One spelling per literal: no datatype where a language or xsd:string says it already.
Term normal(Term term) {
  if (term.kind != TermKind::Literal)
    term.datatype = term.language = {};
  else if (!term.language.empty() || term.datatype == xsd::kString)
    term.datatype = {};
  return term;
}

std::uint32_t slot_hash(const Term& term) {
  return static_cast<std::uint32_t>(hash_term(term) >> 32);
}

}  // namespace

std::uint64_t hash_term(const Term& term) {
  std::uint64_t hash = hash_bytes(term.value, static_cast<std::uint64_t>(term.kind));
  if (!term.datatype.empty()) hash = hash_bytes(term.datatype, hash);
  for (const char c : term.language) hash = mix(hash ^ static_cast<unsigned char>(lower(c)), kOdd);
  return hash;
}

std::size_t TermTable::probe(const Term& term, std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].id_plus_one != 0) {
    if (slots_[at].hash == hash && same((*this)[slots_[at].id_plus_one - 1], term)) break;
    at = (at + 1) & mask;
  }
  return at;
}

std::uint32_t TermTable::intern(const Term& given) {
  if (slots_.size() < (std::size_t{count_} + 1) * 3 / 2) grow();
  const Term term = normal(given);
  const std::uint32_t hash = slot_hash(term);
  Slot& slot = slots_[probe(term, hash)];
  if (slot.id_plus_one == 0) slot = {hash, append(term) + 1};
  return slot.id_plus_one - 1;
}

std::optional<std::uint32_t> TermTable::find(const Term& given) const {
  if (slots_.empty()) return std::nullopt;
  const Term term = normal(given);
  const Slot& slot = slots_[probe(term, slot_hash(term))];
  if (slot.id_plus_one == 0) return std::nullopt;
  return slot.id_plus_one - 1;
}

const Term& TermTable::operator[](std::uint32_t id) const {
  const std::uint32_t shifted = id / kFirstBlock + 1;
  const auto block = static_cast<std::uint32_t>(std::bit_width(shifted)) - 1;
  return blocks_[block][id - kFirstBlock * ((1U << block) - 1)];
}

std::uint32_t TermTable::append(const Term& term) {
  const std::uint32_t id = count_;
  if (id == 0xFFFFFFFEU) throw std::length_error("a graph holds at most 2^32 terms");
  const std::uint32_t shifted = id / kFirstBlock + 1;
  const auto block = static_cast<std::uint32_t>(std::bit_width(shifted)) - 1;
  const std::uint32_t within = id - kFirstBlock * ((1U << block) - 1);
  if (within == 0) blocks_[block] = std::make_unique<Term[]>(std::size_t{kFirstBlock} << block);
  Term& kept = blocks_[block][within];
  kept.kind = term.kind;
  kept.value = keep(term.value);
  kept.datatype = keep_shared(term.datatype);
  kept.language = keep_shared(term.language);
  ++count_;
  return id;
}

std::string_view TermTable::keep(std::string_view text) {
  if (text.empty()) return {};
  if (text.size() > free_size_) {
    if (text.size() > next_arena_ / 2) {  // alone, so that the current block is not wasted
      arena_.push_back(std::make_unique_for_overwrite<char[]>(text.size()));
      std::memcpy(arena_.back().get(), text.data(), text.size());
      return {arena_.back().get(), text.size()};
    }
    arena_.push_back(std::make_unique_for_overwrite<char[]>(next_arena_));
    free_ = arena_.back().get();
    free_size_ = next_arena_;
    next_arena_ = std::min(next_arena_ * 2, kLargestArena);
  }
  char* const start = free_;
  std::memcpy(start, text.data(), text.size());
  free_ += text.size();
  free_size_ -= text.size();
  return {start, text.size()};
}

std::string_view TermTable::keep_shared(std::string_view text) {
  if (text.empty()) return {};
  for (const std::string_view known : shared_)
    if (known == text) return known;
  const std::string_view kept = keep(text);
  if (shared_.size() < kShared) shared_.push_back(kept);
  return kept;
}

void TermTable::grow() {
  std::vector<Slot> old(slots_.empty() ? 128 : slots_.size() * 2);
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.id_plus_one == 0) continue;
    std::size_t at = slot.hash & mask;
    while (slots_[at].id_plus_one != 0) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

}  // namespace pinakes::rdf
