// Focus nodes (SHACL section 2.1.3) and the order in which they are validated.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/shacl/validator.h"

#include <algorithm>
#include <utility>

#include "indexer/shacl/data_view.h"
#include "indexer/shacl/run.h"
#include "schemas/shacl_terms.h"

namespace pinakes::shacl {

struct Validator::Impl {
  Impl(const Shapes& given, std::span<const rdf::Graph* const> graphs)
      : shapes(given), background(given, graphs) {
    class_targets.resize(shapes.constants().size());
    for (ShapeId id = 0; id < shapes.all().size(); ++id)
      for (const Target& target : shapes[id].targets) {
        if (target.kind == Target::Kind::Class)
          class_targets[target.value].push_back(id);
        else
          other_targets.push_back({target, id});
      }
  }

  struct Other {
    Target target;
    ShapeId shape;
  };
  const Shapes& shapes;
  Background background;
  std::vector<std::vector<ShapeId>> class_targets;  // by constant
  std::vector<Other> other_targets;
};

struct Validator::Session::Impl {
  struct Pair {
    Node focus;
    ShapeId shape;
    friend auto operator<=>(const Pair&, const Pair&) = default;
  };

  Impl(const Validator::Impl& given, const rdf::Graph& data)
      : validator(given), view(given.shapes, given.background, data), run(given.shapes, view) {
    find_by_class();
    for (const auto& [target, shape] : validator.other_targets) find(target, shape);
    std::ranges::sort(pairs);
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  }

  void add(ConstantId type, Node focus) {
    for (const ShapeId shape : validator.class_targets[type]) pairs.push_back({focus, shape});
  }

  void find_by_class() {
    const Node predicate = view.node_of(kTypeConstant);
    if (!view.in_data(predicate)) return;
    for (const rdf::Triple& triple : view.data().triples()) {
      if (static_cast<Node>(triple.predicate) != predicate) continue;
      const Node focus = static_cast<Node>(triple.subject), type = static_cast<Node>(triple.object);
      if (const auto constant = view.constant_of(type)) add(*constant, focus);
      for (const ConstantId above : view.above(type)) add(above, focus);
    }
  }

  void find(const Target& target, ShapeId shape) {
    const Node node = view.node_of(target.value);
    if (target.kind == Target::Kind::Node) {
      pairs.push_back({node, shape});
      return;
    }
    if (!view.in_data(node)) return;
    for (const rdf::Triple& triple : view.data().triples())
      if (static_cast<Node>(triple.predicate) == node)
        pairs.push_back({static_cast<Node>(target.kind == Target::Kind::SubjectsOf ? triple.subject
                                                                                   : triple.object),
                         shape});
  }

  Report report() const {
    Report fresh;
    fresh.not_supported = validator.shapes.not_supported();
    return fresh;
  }

  const Validator::Impl& validator;
  DataView view;
  Run run;
  std::vector<Pair> pairs;  // sorted: nodes in the order in which the data first names them
};

Validator::Validator(const Shapes& shapes, std::span<const rdf::Graph* const> background)
    : impl_(std::make_unique<const Impl>(shapes, background)) {}
Validator::~Validator() = default;
Validator::Validator(Validator&&) noexcept = default;
Validator& Validator::operator=(Validator&&) noexcept = default;

Validator::Session Validator::session(const rdf::Graph& data) const {
  return Session(std::make_unique<Session::Impl>(*impl_, data));
}

Validator::Session::Session(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Validator::Session::~Session() = default;
Validator::Session::Session(Session&&) noexcept = default;

Report Validator::Session::validate() {
  Report report = impl_->report();
  impl_->run.start(report);
  for (const auto& [focus, shape] : impl_->pairs) impl_->run.focus(shape, focus);
  return report;
}

Report Validator::Session::validate(std::span<const rdf::TermId> scope) {
  Report report = impl_->report();
  impl_->run.start(report);
  std::vector<rdf::TermId> nodes(scope.begin(), scope.end());
  std::ranges::sort(nodes);
  nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
  const auto& pairs = impl_->pairs;
  for (const rdf::TermId node : nodes) {
    const Impl::Pair first{static_cast<Node>(node), 0};
    for (auto at = std::ranges::lower_bound(pairs, first);
         at != pairs.end() && at->focus == first.focus; ++at)
      impl_->run.focus(at->shape, at->focus);
  }
  return report;
}

Severity Result::severity() const {
  if (shape->severity.value == sh::kInfo) return Severity::Info;
  return shape->severity.value == sh::kWarning ? Severity::Warning : Severity::Violation;
}

Report::Verdict Report::verdict() const {
  if (!results.empty()) return Verdict::Violates;
  const bool all = complete && not_evaluated.empty() && not_supported.empty();
  return all ? Verdict::Conforms : Verdict::Unknown;
}

}  // namespace pinakes::shacl
