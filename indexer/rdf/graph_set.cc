// Fills, compares and writes the graphs of an RDF dataset.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/graph_set.h"

#include <unordered_set>
#include <utility>

#include "indexer/rdf/isomorphic.h"
#include "indexer/rdf/ntriples_writer.h"
#include "indexer/rdf/union.h"

namespace pinakes::rdf {
namespace {

/// Calls `take(graph, name)` for the default graph (null) and each named one.
template <typename Take>
void for_each_graph(const GraphSet& set, Take take) {
  take(set.default_graph(), nullptr);
  for (const auto& [key, named] : set.named()) {
    const Term name = named.name();
    take(named.graph, &name);
  }
}

/// A data set as one graph: each statement with a blank node becomes a node of its own that says
/// what stands where. Labels get a letter, so that these nodes meet none of the data.
class AsGraph {
 public:
  explicit AsGraph(const GraphSet& set) {
    for_each_graph(set, [this](const Graph& graph, const Term* name) { add(graph, name); });
    graph_.finish();
  }
  const Graph& graph() const { return graph_; }

 private:
  void add(const Graph& graph, const Term* name) {
    const bool blank_name = name != nullptr && name->kind == TermKind::Blank;
    const std::string named = name == nullptr ? std::string("-") : to_ntriples(*name);
    for (const Triple& triple : graph.triples()) {
      const Term &s = graph[triple.subject], &p = graph[triple.predicate],
                 &o = graph[triple.object];
      if (blank_name || s.kind == TermKind::Blank || o.kind == TermKind::Blank) {
        const std::string label = "s" + std::to_string(++statements_);
        const Term node = blank(label);
        put(node, "subject", s);
        put(node, "predicate", p);
        put(node, "object", o);
        put(node, "graph", name == nullptr ? iri("-") : *name);
      } else {  // nothing to rename: the statement is its own name
        graph_.statement(s, iri(named + ' ' + std::string(p.value)), o, {});
      }
    }
  }

  void put(const Term& node, std::string_view role, Term term) {
    const std::string label = term.kind == TermKind::Blank ? "b" + std::string(term.value) : "";
    if (term.kind == TermKind::Blank) term.value = label;
    graph_.statement(node, iri(role), term, {});
  }

  Graph graph_;
  std::size_t statements_ = 0;
};

/// Is a blank node in two graphs, or the name of one? Then labels must be kept.
bool shares_blank_nodes(const GraphSet& set) {
  std::unordered_set<std::string_view> seen;
  bool shared = false;
  for_each_graph(set, [&](const Graph& graph, const Term* name) {
    shared = shared || (name != nullptr && name->kind == TermKind::Blank);
    for (std::uint32_t id = 0; id < graph.term_count() && !shared; ++id)
      if (const Term& term = graph[TermId{id}]; term.kind == TermKind::Blank)
        shared = !seen.insert(term.value).second;
  });
  return shared;
}

Graph joined(const GraphSet& set) {
  Graph all;
  for_each_graph(set, [&all](const Graph& graph, const Term* /*name*/) {
    for (const Triple& triple : graph.triples())
      all.statement(graph[triple.subject], graph[triple.predicate], graph[triple.object],
                    graph.position(triple));
  });
  all.finish();
  return all;
}

}  // namespace

void GraphSet::statement(const Term& subject, const Term& predicate, const Term& object,
                         Position where) {
  (current_ == nullptr ? default_ : *current_).statement(subject, predicate, object, where);
}

void GraphSet::lost(const Term& subject) {
  (current_ == nullptr ? default_ : *current_).lost(subject);
}

void GraphSet::graph(const Term* name) {
  if (name == nullptr) {
    current_ = nullptr;
    return;
  }
  Named& named = named_[to_ntriples(*name)];
  named.kind = name->kind;
  named.value = name->value;
  current_ = &named.graph;
}

/// A name without statements says nothing that every format could keep (RDF 1.1 Concepts section
/// 4.1 asks for no weight on it).
void GraphSet::finish() {
  default_.finish();
  for (auto& [key, named] : named_) named.graph.finish();
  std::erase_if(named_, [](const auto& entry) {
    return entry.second.graph.size() == 0 && entry.second.graph.lost_subjects().empty();
  });
  current_ = nullptr;
}

bool isomorphic(const GraphSet& a, const GraphSet& b) {
  if (a.named().empty() && b.named().empty())
    return isomorphic(a.default_graph(), b.default_graph());
  return isomorphic(AsGraph(a).graph(), AsGraph(b).graph());
}

void write(const Format& format, const GraphSet& graphs, Output& to, Diagnostics& found) {
  if (graphs.named().empty()) return write(format, graphs.default_graph(), to, found);
  if (!format.names_graphs) {
    write(format, joined(graphs), to, found);
    found.push_back(graphs_joined(graphs.named().size(), {}));
    return;
  }
  // What nests is easier to read, and lines do not nest.
  const bool labels_kept = format.by_line || shares_blank_nodes(graphs);
  const std::unique_ptr<GraphWriter> writer =
      format.writer(to, labels_kept ? Parts::Named : Parts::Several, found);
  for_each_graph(graphs, [&](const Graph& graph, const Term* name) {
    if (graph.size() > 0) writer->add(graph, name);
  });
  writer->finish();
}

}  // namespace pinakes::rdf
