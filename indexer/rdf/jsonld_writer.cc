// The JSON-LD document: one graph, several one after another, or graphs with names.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/jsonld_writer.h"

#include "indexer/rdf/json_text.h"
#include "indexer/rdf/jsonld_nodes_writer.h"

namespace pinakes::rdf {
namespace {

constexpr std::string_view kGraph = "@graph", kId = "@id";

class OneGraph : public GraphWriter {
 public:
  explicit OneGraph(Output& to) : to_(to) {}

  /// Written twice, the first time only to learn which names are used: a catalogue need not fit
  /// into memory a second time as text.
  void add(const Graph& graph, const Term* /*name*/) override {
    struct Nowhere : Output {
      void write(std::string_view /*bytes*/) override {}
    } nowhere;
    Tree tree(graph);
    NodesWriter nodes(graph, tree, Nesting::Full);
    UsedNames used;
    BufferedOutput rehearsal(nowhere), real(to_);
    JsonText unseen(rehearsal), json(real);
    nodes.write(unseen, used);
    json.open_object();
    write_context(json, used);
    if (nodes.is_one_node()) {
      nodes.write_members_of_one(json);
    } else {
      json.key(kGraph);
      json.open_array();
      nodes.write(json, used);
      json.close_array();
    }
    json.close_object();
    real.put('\n');
    real.flush();
    written_ = true;
  }

  void finish() override {
    if (!written_) add(Graph(), nullptr);
  }

 private:
  Output& to_;
  bool written_ = false;
};

/// Memory for one graph at a time.
class ManyGraphs : public GraphWriter {
 public:
  ManyGraphs(Output& to, Nesting nesting) : out_(to), json_(out_), nesting_(nesting) {
    UsedNames all;
    all.terms.set();
    all.prefixes.set();
    json_.open_object();
    write_context(json_, all);
    json_.key(kGraph);
    json_.open_array();
  }

  void add(const Graph& graph, const Term* name) override {
    Tree tree(graph, labels_, nesting_);
    NodesWriter nodes(graph, tree, nesting_, name);
    UsedNames used;
    if (name != nullptr) open_graph(*name, nodes);
    nodes.write(json_, used);
    if (name != nullptr) {
      json_.close_array();
      json_.close_object();
    }
    labels_ = tree.labels();
  }

  void finish() override {
    json_.close_array();
    json_.close_object();
    out_.put('\n');
    out_.flush();
  }

 private:
  /// A named graph (JSON-LD 1.1 section 4.9).
  void open_graph(const Term& name, const NodesWriter& nodes) {
    json_.open_object();
    nodes.write_blocked(json_);
    json_.key(kId);
    json_.string(name.kind == TermKind::Blank ? "_:" : "", name.value);
    json_.key(kGraph);
    json_.open_array();
  }

  BufferedOutput out_;
  JsonText json_;
  Nesting nesting_;
  std::uint32_t labels_ = 0;
};

}  // namespace

std::unique_ptr<GraphWriter> jsonld_writer(Output& to, Parts parts, Diagnostics& /*found*/) {
  if (parts == Parts::One) return std::make_unique<OneGraph>(to);
  return std::make_unique<ManyGraphs>(to, parts == Parts::Named ? Nesting::None : Nesting::Full);
}

}  // namespace pinakes::rdf
