// Graph isomorphism by refinement and backtracking; canonical text by refinement and order.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/isomorphic.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <vector>

#include "indexer/rdf/colouring.h"
#include "indexer/rdf/ntriples_writer.h"

namespace pinakes::rdf {
namespace {

using Order = std::vector<std::uint32_t>;

Order sorted_by(const Anonymous::Colours& colours) {
  Order order(colours.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return colours[a] < colours[b]; });
  return order;
}

class Matcher {
 public:
  Matcher(const Graph& a, const Graph& b)
      : a_(a), b_(b), nodes_a_(a, Genids::AreIris), nodes_b_(b, Genids::AreIris) {}

  bool match() {
    return nodes_a_.size() == nodes_b_.size() && match(nodes_a_.start(), nodes_b_.start());
  }

 private:
  bool match(Anonymous::Colours ca, Anonymous::Colours cb) {
    std::size_t unbounded = std::numeric_limits<std::size_t>::max();
    nodes_a_.refine(ca, unbounded);
    nodes_b_.refine(cb, unbounded);
    const Order oa = sorted_by(ca), ob = sorted_by(cb);
    std::size_t tie = oa.size(), tie_size = oa.size() + 1;
    for (std::size_t first = 0, i = 0; i < oa.size(); ++i) {
      if (ca[oa[i]] != cb[ob[i]]) return false;
      if (ca[oa[i]] != ca[oa[first]]) first = i;
      const bool class_ends = i + 1 == oa.size() || ca[oa[i + 1]] != ca[oa[i]];
      if (class_ends && i > first && i - first + 1 < tie_size) {
        tie = first;
        tie_size = i - first + 1;
      }
    }
    if (tie == oa.size()) return same_statements(oa, ob);
    ca[oa[tie]] = single_out(ca[oa[tie]]);
    for (std::size_t i = tie; i < tie + tie_size; ++i) {
      Anonymous::Colours trial = cb;
      trial[ob[i]] = single_out(trial[ob[i]]);
      if (match(ca, std::move(trial))) return true;
    }
    return false;
  }

  bool same_statements(const Order& oa, const Order& ob) const {
    std::vector<TermId> partner(oa.size());
    for (std::size_t i = 0; i < oa.size(); ++i) partner[oa[i]] = nodes_b_.node(ob[i]);
    const auto image = [&](TermId id) {
      const std::uint32_t index = nodes_a_.index(id);
      return index == Anonymous::kNamed ? b_.find(a_[id]) : std::optional(partner[index]);
    };
    return std::ranges::all_of(a_.triples(), [&](const Triple& triple) {
      const auto s = image(triple.subject), p = image(triple.predicate), o = image(triple.object);
      return s && p && o && std::ranges::binary_search(b_.triples(), Triple{*s, *p, *o});
    });
  }

  const Graph& a_;
  const Graph& b_;
  Anonymous nodes_a_, nodes_b_;
};

std::string canonical_text(Term term) {
  if (term.language.empty()) return to_ntriples(term);
  std::string language(term.language);  // tags differ in case only by taste
  for (char& c : language)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  term.language = language;
  return to_ntriples(term);
}

}  // namespace

bool isomorphic(const Graph& a, const Graph& b) {
  return a.size() == b.size() && Matcher(a, b).match();
}

std::string canonical_ntriples(const Graph& graph) {
  const Anonymous nodes(graph, Genids::AreBlank);
  const std::vector<std::uint32_t> places = nodes.order();
  std::vector<std::string> texts(graph.term_count());
  const auto text = [&](TermId id) -> const std::string& {
    std::string& kept = texts[static_cast<std::size_t>(id)];
    if (kept.empty()) {
      const std::uint32_t index = nodes.index(id);
      kept = index == Anonymous::kNamed ? canonical_text(graph[id])
                                        : "_:b" + std::to_string(places[index]);
    }
    return kept;
  };
  std::vector<std::string> lines;
  lines.reserve(graph.size());
  std::size_t size = 0;
  for (const Triple& triple : graph.triples()) {
    // A predicate keeps its name, even a genid.
    const std::string& s = text(triple.subject);
    const bool genid = nodes.index(triple.predicate) != Anonymous::kNamed;
    const std::string p = genid ? to_ntriples(graph[triple.predicate]) : text(triple.predicate);
    const std::string& o = text(triple.object);
    std::string& line = lines.emplace_back();
    line.reserve(s.size() + p.size() + o.size() + 5);
    line.append(s).append(" ").append(p).append(" ").append(o).append(" .\n");
    size += line.size();
  }
  std::sort(lines.begin(), lines.end());
  std::string result;
  result.reserve(size);
  for (const std::string& line : lines) result += line;
  return result;
}

}  // namespace pinakes::rdf
