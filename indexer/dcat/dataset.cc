// Splits a file's graph into datasets by following what each dcat:Dataset reaches.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/dcat/dataset.h"

#include <algorithm>
#include <array>
#include <functional>
#include <numeric>
#include <optional>

#include "indexer/base/iri.h"
#include "indexer/base/text.h"
#include "schemas/namespaces.h"

namespace pinakes {
namespace {

using rdf::Graph;
using rdf::Term;
using rdf::TermId;
using rdf::TermKind;
using rdf::Triple;

constexpr std::size_t index_of(TermId id) { return static_cast<std::size_t>(id); }

/// What following does when it meets a node.
enum class Reach : std::uint8_t { Follow, LabelsOnly, Stop };

/// What is a dataset: DCAT's class, and those that canonical() makes it of.
constexpr auto kDatasetClasses = std::to_array<std::string_view>({
    dcat::kDataset,
    dcatapit::kDataset,
    schema::kDataset,
    schema::kDatasetHttps,
    lifted::kCkanDataset,
    lifted::kHdrUkDataset,
    lifted::kTableSchemaDataset,
});

/// Classes at which following ends, with what is still taken of their instances; so it does at
/// every dataset.
struct Boundary {
  std::string_view type;
  Reach reach;
};
constexpr auto kBoundaries = std::to_array<Boundary>({
    {skos::kConcept, Reach::LabelsOnly},
    {skos::kConceptScheme, Reach::LabelsOnly},
    {dcat::kDatasetSeries, Reach::Stop},
    {dcat::kCatalog, Reach::Stop},
    {dcat::kCatalogRecord, Reach::Stop},
    {dcatapit::kCatalog, Reach::Stop},
    {schema::kDataCatalog, Reach::Stop},
    {schema::kDataCatalogHttps, Reach::Stop},
});

/// What is taken of a concept: enough to show it where no vocabulary knows it.
constexpr std::array kConceptStatements = {rdf_ns::kType, skos::kPrefLabel, skos::kNotation,
                                           rdfs::kLabel};
/// Lists of datasets that are never followed nor copied.
constexpr std::array kDatasetLists = {dcat::kServesDataset, dcat::kDatasetProperty,
                                      schema::kDatasetProperty, schema::kDatasetPropertyHttps};

/// Copies are for the reader's good: real catalogues copy less than twice what they hold. What is
/// far beyond that is a mistake or an attack.
constexpr std::size_t kCopies = 1'000'000, kCopiesPerStatement = 8;
constexpr int kRounds = 16;

constexpr auto kClassRoles = [] {
  constexpr auto stops = [](const Boundary& boundary) { return boundary.reach == Reach::Stop; };
  constexpr auto kStops = static_cast<std::size_t>(std::ranges::count_if(kBoundaries, stops));
  std::array<ClassRoleOf, kDatasetClasses.size() + kStops> roles{};
  std::size_t at = 0;
  for (const std::string_view type : kDatasetClasses) roles[at++] = {type, ClassRole::Dataset};
  for (const Boundary& boundary : kBoundaries)
    if (stops(boundary)) roles[at++] = {boundary.type, ClassRole::End};
  return roles;
}();

std::vector<bool> marked(const Graph& graph, std::span<const std::string_view> iris) {
  std::vector<bool> mark(graph.term_count());
  for (const std::string_view iri : iris)
    if (const auto id = graph.find_iri(iri)) mark[index_of(*id)] = true;
  return mark;
}

}  // namespace

std::span<const ClassRoleOf> class_roles() { return kClassRoles; }
std::span<const std::string_view> dataset_lists() { return kDatasetLists; }

struct Splitter::Impl {
  const Graph& file;
  std::vector<Reach> reach;
  std::vector<bool> concept_statement, dataset_list, lost;
  std::vector<TermId> roots;
  mutable std::vector<bool> reached;        // by index in file.triples()
  mutable std::vector<std::uint32_t> seen;  // by term: the walk that saw it last
  mutable std::uint32_t walk = 0;

  std::vector<TermId> kept_apart;

  explicit Impl(const Graph& graph)
      : file(graph),
        reach(graph.term_count(), Reach::Follow),
        concept_statement(marked(graph, kConceptStatements)),
        dataset_list(marked(graph, kDatasetLists)),
        lost(graph.term_count()),
        reached(graph.size()),
        seen(graph.term_count()) {
    const auto set = [&](std::string_view name, Reach how) {
      if (const auto type = graph.find_iri(name))
        for (const TermId node : graph.subjects(rdf_ns::kType, *type)) reach[index_of(node)] = how;
    };
    for (const Boundary& boundary : kBoundaries) set(boundary.type, boundary.reach);
    for (const std::string_view type : kDatasetClasses) set(type, Reach::Stop);
    for (const TermId subject : graph.lost_subjects()) lost[index_of(subject)] = true;
    find_roots();
    for (int round = 0; round < kRounds && cut_what_is_copied_most(); ++round) {
    }
  }

  void find_roots() {
    for (const std::string_view name : kDatasetClasses) {
      const auto type = file.find_iri(name);
      if (!type) continue;
      for (const TermId node : file.subjects(rdf_ns::kType, *type))
        if (file[node].kind != TermKind::Literal && !file.has(node, rdf_ns::kType, dcat::kCatalog))
          roots.push_back(node);
    }
    std::sort(roots.begin(), roots.end());  // one node may be of several of these classes
    roots.erase(std::unique(roots.begin(), roots.end()), roots.end());
    // A holder reads the report in the order of the file.
    const auto first_place = [&](TermId node) {
      Position first{~0U, ~0U};
      for (const Triple& triple : file.about(node)) {
        const Position where = file.position(triple);
        if (std::pair(where.line, where.column) < std::pair(first.line, first.column))
          first = where;
      }
      return std::tuple(first.line, first.column, node);
    };
    std::vector<std::tuple<std::uint32_t, std::uint32_t, TermId>> placed;
    placed.reserve(roots.size());
    for (const TermId node : roots) placed.push_back(first_place(node));
    std::sort(placed.begin(), placed.end());
    std::transform(placed.begin(), placed.end(), roots.begin(),
                   [](const auto& place) { return std::get<2>(place); });
  }

  /// Calls `take(triple)` for each statement of the dataset and `meet(node)` for each node in it.
  template <typename Take, typename Meet>
  void follow(TermId root, Take take, Meet meet) const {
    ++walk;
    std::vector<TermId> open{root};
    seen[index_of(root)] = walk;
    meet(root);
    for (std::size_t next = 0; next < open.size(); ++next) {
      const TermId node = open[next];
      const bool labels_only = node != root && reach[index_of(node)] == Reach::LabelsOnly;
      for (const Triple& triple : file.about(node)) {
        if (dataset_list[index_of(triple.predicate)]) continue;
        if (labels_only && !concept_statement[index_of(triple.predicate)]) continue;
        take(triple);
        const TermId object = triple.object;
        if (labels_only || file[object].kind == TermKind::Literal) continue;
        if (seen[index_of(object)] == walk) continue;
        seen[index_of(object)] = walk;
        meet(object);
        if (reach[index_of(object)] != Reach::Stop) open.push_back(object);
      }
    }
  }

  /// Counts what dataset() would copy. Where that is beyond all measure, the shared nodes that
  /// bring most of it are followed no more; then true, because the rest may still be too much.
  bool cut_what_is_copied_most() {
    const std::size_t budget = kCopies + kCopiesPerStatement * file.size();
    std::vector<std::uint32_t> visits(file.term_count());
    std::vector<TermId> sample;  // from the whole file: neighbours share what others do not
    std::size_t copied = 0;
    const std::size_t step = stride();
    for (std::size_t i = 0; i < roots.size() && copied <= budget; ++i) {
      sample.push_back(roots[i * step % roots.size()]);
      follow(
          sample.back(), [&](const Triple&) { ++copied; },
          [&](TermId node) { ++visits[index_of(node)]; });
    }
    if (copied <= budget) return false;
    std::vector<std::pair<std::size_t, TermId>> costs = costs_of_shared(sample, visits);
    std::sort(costs.begin(), costs.end(), std::greater<>());
    for (const auto& [cost, node] : costs) {
      if (copied <= budget / 2) break;
      copied -= std::min(copied, cost);
      reach[index_of(node)] = Reach::Stop;
      kept_apart.push_back(node);
    }
    return !costs.empty();
  }

  /// A step that meets every root once, far from the one before.
  std::size_t stride() const {
    std::size_t step = roots.size() * 5 / 8 + 1;
    while (std::gcd(step, roots.size()) != 1) ++step;
    return step;
  }

  /// The statements that come in through each node that several datasets of the sample share.
  std::vector<std::pair<std::size_t, TermId>> costs_of_shared(
      const std::vector<TermId>& sample, const std::vector<std::uint32_t>& visits) const {
    std::vector<std::optional<TermId>> entry(
        file.term_count());  // the first shared node on the way
    std::vector<std::size_t> cost(file.term_count());
    for (const TermId root : sample) {
      std::optional<TermId> way;
      follow(
          root,
          [&](const Triple& triple) {
            way = entry[index_of(triple.subject)];
            if (way) ++cost[index_of(*way)];
          },
          [&](TermId node) {
            const bool shared = node != root && visits[index_of(node)] > 1;
            entry[index_of(node)] = way || !shared ? way : std::optional(node);
          });
    }
    std::vector<std::pair<std::size_t, TermId>> costs;
    for (std::size_t node = 0; node < cost.size(); ++node)
      if (cost[node] > 0) costs.emplace_back(cost[node], static_cast<TermId>(node));
    return costs;
  }
};

Splitter::Splitter(const Graph& file) : impl_(std::make_unique<Impl>(file)) {}
Splitter::~Splitter() = default;

std::span<const TermId> Splitter::roots() const { return impl_->roots; }

Dataset Splitter::dataset(TermId root) const {
  const Graph& file = impl_->file;
  const Triple* const first = file.triples().data();
  Graph graph;
  const TermId node = graph.intern(file[root]);
  impl_->follow(
      root,
      [&](const Triple& triple) {
        impl_->reached[static_cast<std::size_t>(&triple - first)] = true;
        graph.statement(file[triple.subject], file[triple.predicate], file[triple.object],
                        file.position(triple));
      },
      [](TermId) {});
  graph.finish();
  const Term& term = file[root];
  std::string name = term.kind == TermKind::Blank ? "_:" : "";
  return {name.append(term.value), node, std::move(graph)};
}

std::span<const TermId> Splitter::kept_apart() const { return impl_->kept_apart; }

bool Splitter::damaged(TermId root) const {
  const Graph& file = impl_->file;
  bool damaged = false;
  impl_->follow(
      root, [](const Triple&) {},
      [&](TermId node) {
        // Another dataset's losses are its own, unless it is the one asked about.
        if (node != root && impl_->reach[index_of(node)] == Reach::Stop) return;
        // A label is given to a blank node in order to describe it elsewhere.
        const bool undescribed = rdf::is_labelled_blank(file[node]) && file.about(node).empty();
        damaged = damaged || undescribed || impl_->lost[index_of(node)];
      });
  return damaged;
}

Graph Splitter::unreached() const {
  const Graph& file = impl_->file;
  Graph rest;
  const auto triples = file.triples();
  for (std::size_t i = 0; i < triples.size(); ++i)
    if (!impl_->reached[i])
      rest.statement(file[triples[i].subject], file[triples[i].predicate], file[triples[i].object],
                     file.position(triples[i]));
  rest.finish();
  return rest;
}

Dataset dataset_of(Graph graph, std::string_view iri) {
  const bool is_blank = iri.substr(0, 2) == "_:";
  const Term term = is_blank ? rdf::blank(iri.substr(2)) : rdf::iri(iri);
  const std::optional<TermId> node = graph.find(term);
  const TermId id = node ? *node : graph.intern(term);
  graph.finish();
  return {std::string(iri), id, std::move(graph)};
}

std::string record_key(const Dataset& dataset) {
  if (dataset.iri.substr(0, 2) != "_:" && !is_genid(dataset.iri)) return dataset.iri;
  // The smallest, so that the order of the file does not matter.
  const auto smallest = [&](std::string_view predicate) {
    std::string best;
    for (const TermId object : dataset.graph.objects(dataset.node, predicate)) {
      const Term& term = dataset.graph[object];
      const std::string_view value = trim(term.value);
      const bool unstable =
          term.kind == TermKind::Blank || (term.kind == TermKind::Iri && is_genid(value));
      if (!unstable && !value.empty() && (best.empty() || value < best)) best = value;
    }
    return best;
  };
  if (std::string identifier = smallest(dct::kIdentifier); !identifier.empty())
    return "identifier:" + identifier;
  if (std::string page = smallest(dcat::kLandingPage); !page.empty()) return "page:" + page;
  return {};
}

}  // namespace pinakes
