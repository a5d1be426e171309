// Triples sorted by subject, with an index of subjects and, when asked for, of predicates.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/graph.h"

#include <algorithm>
#include <atomic>
#include <functional>
#include <mutex>
#include <tuple>
#include <utility>

#include "indexer/rdf/term_table.h"

namespace pinakes::rdf {
namespace {

constexpr std::uint32_t number(TermId id) { return static_cast<std::uint32_t>(id); }

struct Entry {
  Triple triple;
  Position where;
};

bool before(const Entry& a, const Entry& b) {
  return std::tie(a.triple.predicate, a.triple.object, a.where.line, a.where.column) <
         std::tie(b.triple.predicate, b.triple.object, b.where.line, b.where.column);
}

}  // namespace

struct Graph::Impl {
  TermTable terms;
  std::vector<Entry> pending;
  std::vector<Triple> triples;
  std::vector<Position> positions;     // beside triples
  std::vector<std::uint32_t> subject;  // subject[id] to subject[id + 1]: its triples
  std::vector<TermId> lost;

  // Indices of triples by predicate, object, subject; made at the first question that needs it,
  // because most graphs of one dataset are never asked.
  mutable std::vector<std::uint32_t> by_predicate;
  mutable std::atomic<bool> by_predicate_made = false;
  mutable std::mutex by_predicate_mutex;

  void sort_pending();
  const std::vector<std::uint32_t>& predicate_order() const;
};

void Graph::Impl::sort_pending() {
  for (std::size_t i = 0; i < triples.size(); ++i) pending.push_back({triples[i], positions[i]});
  // Counting sort by subject, then each (small) group by the rest.
  subject.assign(std::size_t{terms.size()} + 1, 0);
  for (const Entry& entry : pending) ++subject[number(entry.triple.subject)];
  std::uint32_t sum = 0;
  for (std::uint32_t& start : subject) sum += std::exchange(start, sum);
  std::vector<Entry> sorted(pending.size());
  for (const Entry& entry : pending) sorted[subject[number(entry.triple.subject)]++] = entry;
  std::vector<Entry>().swap(pending);

  triples.clear();
  positions.clear();
  triples.reserve(sorted.size());
  positions.reserve(sorted.size());
  std::uint32_t first = 0;
  for (std::size_t id = 0; id + 1 < subject.size(); ++id) {
    const std::uint32_t last = subject[id];  // the filling left each start at the group's end
    std::sort(sorted.begin() + first, sorted.begin() + last, before);
    subject[id] = static_cast<std::uint32_t>(triples.size());
    for (std::uint32_t i = first; i < last; ++i) {
      if (triples.size() > subject[id] && triples.back() == sorted[i].triple) continue;
      triples.push_back(sorted[i].triple);
      positions.push_back(sorted[i].where);
    }
    first = last;
  }
  subject.back() = static_cast<std::uint32_t>(triples.size());
}

const std::vector<std::uint32_t>& Graph::Impl::predicate_order() const {
  if (by_predicate_made.load(std::memory_order_acquire)) return by_predicate;
  const std::lock_guard lock(by_predicate_mutex);
  if (by_predicate_made.load(std::memory_order_relaxed)) return by_predicate;
  by_predicate.resize(triples.size());
  for (std::uint32_t i = 0; i < triples.size(); ++i) by_predicate[i] = i;
  // Two stable counting sorts, the more important key last; subjects are in order already.
  const auto sort_by = [&](TermId Triple::*key) {
    std::vector<std::uint32_t> start(terms.size(), 0), sorted(by_predicate.size());
    for (const Triple& triple : triples) ++start[number(triple.*key)];
    std::uint32_t sum = 0;
    for (std::uint32_t& first : start) sum += std::exchange(first, sum);
    for (const std::uint32_t t : by_predicate) sorted[start[number(triples[t].*key)]++] = t;
    by_predicate.swap(sorted);
  };
  sort_by(&Triple::object);
  sort_by(&Triple::predicate);
  by_predicate_made.store(true, std::memory_order_release);
  return by_predicate;
}

Graph::Graph() : impl_(std::make_unique<Impl>()) {}
Graph::~Graph() = default;
Graph::Graph(Graph&&) noexcept = default;
Graph& Graph::operator=(Graph&&) noexcept = default;

void Graph::statement(const Term& subject, const Term& predicate, const Term& object,
                      Position where) {
  const TermId s = intern(subject), p = intern(predicate), o = intern(object);
  add({s, p, o}, where);
}

void Graph::lost(const Term& subject) { impl_->lost.push_back(intern(subject)); }
TermId Graph::intern(const Term& term) { return TermId{impl_->terms.intern(term)}; }
void Graph::add(Triple triple, Position where) { impl_->pending.push_back({triple, where}); }

void Graph::finish() {
  std::sort(impl_->lost.begin(), impl_->lost.end());
  impl_->lost.erase(std::unique(impl_->lost.begin(), impl_->lost.end()), impl_->lost.end());
  if (impl_->pending.empty()) return;
  impl_->by_predicate_made = false;
  impl_->sort_pending();
}

const Term& Graph::operator[](TermId id) const { return impl_->terms[number(id)]; }
std::size_t Graph::term_count() const { return impl_->terms.size(); }

std::optional<TermId> Graph::find(const Term& term) const {
  const auto id = impl_->terms.find(term);
  return id ? std::optional(TermId{*id}) : std::nullopt;
}

std::span<const Triple> Graph::triples() const { return impl_->triples; }

Position Graph::position(const Triple& triple) const {
  const std::vector<Triple>& all = impl_->triples;
  const Triple* const first = all.data();
  if (std::less_equal<>()(first, &triple) && std::less<>()(&triple, first + all.size()))
    return impl_->positions[static_cast<std::size_t>(&triple - first)];
  const auto found = std::lower_bound(all.begin(), all.end(), triple);
  if (found == all.end() || *found != triple) return {};
  return impl_->positions[static_cast<std::size_t>(found - all.begin())];
}

std::span<const Triple> Graph::about(TermId subject) const {
  const std::size_t id = number(subject);
  if (id + 1 >= impl_->subject.size()) return {};
  const std::uint32_t first = impl_->subject[id], last = impl_->subject[id + 1];
  return triples().subspan(first, last - first);
}

std::span<const Triple> Graph::about(TermId subject, TermId predicate) const {
  const std::span<const Triple> all = about(subject);
  const auto first = std::partition_point(
      all.begin(), all.end(), [&](const Triple& triple) { return triple.predicate < predicate; });
  const auto last = std::partition_point(
      first, all.end(), [&](const Triple& triple) { return triple.predicate == predicate; });
  return {first, last};
}

std::vector<TermId> Graph::objects(TermId subject, std::string_view predicate) const {
  std::vector<TermId> result;
  if (const auto id = find_iri(predicate))
    for (const Triple& triple : about(subject, *id)) result.push_back(triple.object);
  return result;
}

std::optional<TermId> Graph::object(TermId subject, std::string_view predicate) const {
  const auto id = find_iri(predicate);
  if (!id) return std::nullopt;
  const auto found = about(subject, *id);
  return found.empty() ? std::nullopt : std::optional(found.front().object);
}

std::vector<TermId> Graph::subjects(std::string_view predicate, TermId object) const {
  std::vector<TermId> result;
  const auto id = find_iri(predicate);
  if (!id) return result;
  const std::vector<std::uint32_t>& order = impl_->predicate_order();
  const auto key = [this](std::uint32_t i) {
    return std::pair(impl_->triples[i].predicate, impl_->triples[i].object);
  };
  const std::pair wanted(*id, object);
  auto at = std::partition_point(order.begin(), order.end(),
                                 [&](std::uint32_t i) { return key(i) < wanted; });
  for (; at != order.end() && key(*at) == wanted; ++at)
    result.push_back(impl_->triples[*at].subject);
  return result;
}

bool Graph::has(TermId subject, std::string_view predicate, std::string_view object_iri) const {
  const auto p = find_iri(predicate), o = find_iri(object_iri);
  if (!p || !o) return false;
  const auto found = about(subject, *p);
  return std::ranges::binary_search(found, *o, std::less<>(),
                                    [](const Triple& t) { return t.object; });
}

std::span<const TermId> Graph::lost_subjects() const { return impl_->lost; }

}  // namespace pinakes::rdf
