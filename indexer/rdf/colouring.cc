// Colour refinement, and an order of blank nodes by it.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/colouring.h"

#include <algorithm>
#include <numeric>

#include "indexer/base/iri.h"
#include "indexer/rdf/term_table.h"

namespace pinakes::rdf {
namespace {

constexpr std::uint64_t kOutgoing = 0x8F14E45FCEEA167AU, kIncoming = 0x45C48CCE2E2D7FBDU;

/// A finaliser: every bit of the sum moves every bit of the result.
std::uint64_t mix(std::uint64_t x) {
  x ^= x >> 32;
  x *= 0xD6E8FEB86659FD93U;
  x ^= x >> 32;
  x *= 0xD6E8FEB86659FD93U;
  return x ^ (x >> 32);
}
std::uint64_t mix(std::uint64_t a, std::uint64_t b) { return mix(a + mix(b + kIncoming)); }

std::size_t distinct(Anonymous::Colours colours) {
  std::sort(colours.begin(), colours.end());
  return static_cast<std::size_t>(std::unique(colours.begin(), colours.end()) - colours.begin());
}

}  // namespace

std::uint64_t single_out(std::uint64_t colour) { return mix(colour, kOutgoing); }

Anonymous::Anonymous(const Graph& graph, Genids genids) : indices_(graph.term_count(), kNamed) {
  const auto note = [&](TermId id) {
    std::uint32_t& index = indices_[static_cast<std::size_t>(id)];
    if (index != kNamed) return;
    const Term& term = graph[id];
    const bool anonymous =
        term.kind == TermKind::Blank ||
        (genids == Genids::AreBlank && term.kind == TermKind::Iri && is_genid(term.value));
    if (!anonymous) return;
    index = static_cast<std::uint32_t>(nodes_.size());
    nodes_.push_back(id);
  };
  for (const Triple& triple : graph.triples()) {
    note(triple.subject);
    note(triple.object);
  }
  for (const Triple& triple : graph.triples()) {
    Edge edge{index(triple.subject), index(triple.object), 0, 0, 0};
    if (edge.subject == kNamed && edge.object == kNamed) continue;
    edge.predicate_hash = hash_term(graph[triple.predicate]);
    if (edge.subject == kNamed) edge.subject_hash = hash_term(graph[triple.subject]);
    if (edge.object == kNamed) edge.object_hash = hash_term(graph[triple.object]);
    edges_.push_back(edge);
  }
}

void Anonymous::refine(Colours& colours, std::size_t& budget) const {
  std::size_t classes = distinct(colours);
  Colours next(colours.size());
  while (classes < colours.size() || classes == 1) {
    const std::size_t cost = edges_.size() + colours.size();
    if (budget < cost) {
      budget = 0;
      return;
    }
    budget -= cost;
    for (std::size_t i = 0; i < colours.size(); ++i) next[i] = mix(colours[i]);
    for (const Edge& edge : edges_) {
      if (edge.subject != kNamed)
        next[edge.subject] += mix(edge.predicate_hash ^ kOutgoing,
                                  edge.object == kNamed ? edge.object_hash : colours[edge.object]);
      if (edge.object != kNamed)
        next[edge.object] +=
            mix(edge.predicate_hash ^ kIncoming,
                edge.subject == kNamed ? edge.subject_hash : colours[edge.subject]);
    }
    const std::size_t refined = distinct(next);
    if (refined <= classes && classes > 1) return;
    colours.swap(next);
    if (refined == classes) return;
    classes = refined;
  }
}

std::vector<std::uint32_t> Anonymous::order() const {
  // Enough for 60 alike nodes among thousands of statements; a larger puzzle keeps some arbitrary
  // order, so that a record may look changed when it is not, but never the other way round.
  std::size_t budget = 2'000'000 + 64 * edges_.size();
  Colours colours = start();
  refine(colours, budget);
  std::vector<std::uint32_t> sorted(nodes_.size());
  std::iota(sorted.begin(), sorted.end(), 0U);
  const auto by_colour = [&](std::uint32_t a, std::uint32_t b) { return colours[a] < colours[b]; };
  for (;;) {
    std::stable_sort(sorted.begin(), sorted.end(), by_colour);
    const auto tie = std::adjacent_find(
        sorted.begin(), sorted.end(),
        [&](std::uint32_t a, std::uint32_t b) { return colours[a] == colours[b]; });
    if (tie == sorted.end() || budget == 0) break;
    colours[*tie] = single_out(colours[*tie]);
    const std::size_t cost = nodes_.size();
    budget -= std::min(budget, cost);
    refine(colours, budget);
  }
  std::vector<std::uint32_t> places(nodes_.size());
  for (std::uint32_t place = 0; place < sorted.size(); ++place) places[sorted[place]] = place;
  return places;
}

}  // namespace pinakes::rdf
