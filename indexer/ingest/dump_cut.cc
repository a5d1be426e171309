// Where the statements of a dump may be cut.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/ingest/dump_cut.h"

#include <algorithm>
#include <numeric>

#include "indexer/base/iri.h"

namespace pinakes {
namespace {

constexpr std::size_t kNowhere = ~std::size_t{0};
constexpr std::size_t kLookedAt = 64;  // datasets before the last one, for the best place

struct Extent {
  std::size_t first = kNowhere, last = 0;
  void meet(std::size_t at) {
    first = std::min(first, at);
    last = std::max(last, at);
  }
};

struct Node {
  Extent mentioned, subject, described;  // described: by statements that are no repetition
  bool is_object = false;
};

constexpr std::size_t index_of(rdf::TermId id) { return static_cast<std::size_t>(id); }

/// Which statements stand earlier already.
std::vector<bool> repetitions(const std::vector<DumpStatement>& statements) {
  std::vector<std::uint32_t> order(statements.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::tie(statements[a].triple, a) < std::tie(statements[b].triple, b);
  });
  std::vector<bool> repeated(statements.size());
  for (std::size_t i = 1; i < order.size(); ++i)
    if (statements[order[i]].triple == statements[order[i - 1]].triple) repeated[order[i]] = true;
  return repeated;
}

/// How many extents reach across each place; place i is before statement i.
class Crossings {
 public:
  explicit Crossings(std::size_t size) : change_(size + 2) {}
  void add(const Extent& extent) {
    if (extent.first >= extent.last || extent.first == kNowhere) return;
    ++change_[extent.first + 1];
    --change_[extent.last + 1];
  }
  void count() { std::partial_sum(change_.begin(), change_.end(), change_.begin()); }
  std::int32_t at(std::size_t place) const { return change_[place]; }

 private:
  std::vector<std::int32_t> change_;
};

}  // namespace

std::size_t find_cut(const std::vector<DumpStatement>& statements, const rdf::Graph& terms,
                     const std::vector<DumpNode>& nodes, const std::vector<bool>& not_followed) {
  std::vector<Node> met(terms.term_count());
  const std::vector<bool> repeated = repetitions(statements);
  for (std::size_t i = 0; i < statements.size(); ++i) {
    const rdf::Triple& triple = statements[i].triple;
    Node& subject = met[index_of(triple.subject)];
    subject.mentioned.meet(i);
    subject.subject.meet(i);
    if (!repeated[i]) subject.described.meet(i);
    if (not_followed[index_of(triple.predicate)]) continue;
    met[index_of(triple.object)].mentioned.meet(i);
    met[index_of(triple.object)].is_object = true;
  }
  std::vector<std::size_t> starts;
  for (std::size_t id = 0; id < met.size(); ++id)
    if (nodes[id] == DumpNode::Dataset && met[id].subject.first != kNowhere)
      starts.push_back(met[id].subject.first);
  std::sort(starts.begin(), starts.end());
  // What is said of a blank node near the end may go on, or may be what the next dataset names.
  const std::size_t near_end = starts.size() > 1 ? starts[starts.size() - 2] : 0;
  Crossings never(statements.size()), rather_not(statements.size());
  for (std::size_t id = 0; id < met.size(); ++id) {
    const rdf::Term& term = terms[static_cast<rdf::TermId>(id)];
    Node& node = met[id];
    if (term.kind == rdf::TermKind::Literal || node.mentioned.first == kNowhere) continue;
    if (nodes[id] == DumpNode::Dataset) {
      never.add(node.subject);
    } else if (term.kind == rdf::TermKind::Blank || is_genid(term.value)) {
      const bool complete = node.is_object && node.subject.first != kNowhere;
      if (!complete && node.mentioned.first >= near_end) node.mentioned.meet(statements.size() - 1);
      never.add(node.mentioned);
    } else if (nodes[id] == DumpNode::Plain && node.subject.first != kNowhere) {
      rather_not.add(node.mentioned);
      node.described.meet(node.mentioned.first);
      never.add(node.described);
    }
  }
  never.count();
  rather_not.count();
  const std::size_t last = starts.empty() ? statements.size() / 2 : starts.back();
  const std::size_t from =
      starts.size() > kLookedAt ? starts[starts.size() - 1 - kLookedAt] + 1 : 1;
  std::size_t best = 0;
  for (std::size_t place = last; place >= 1; --place) {
    if (place < from && best > 0) break;
    if (never.at(place) > 0) continue;
    if (best == 0 || rather_not.at(place) < rather_not.at(best)) best = place;
    if (starts.empty() || place < from) break;
  }
  return best;
}

}  // namespace pinakes
