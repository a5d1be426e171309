// Walking the tree of shapes over the data, bounded in depth, steps and results.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/shacl/run.h"

#include <algorithm>
#include <utility>

namespace pinakes::shacl {
namespace {

constexpr std::uint64_t key_of(ShapeId shape, Node node) {
  return std::uint64_t{shape} << 32 | node;
}

/// A path of one forward step needs no automaton.
bool is_one_step(const Shape& shape) { return shape.path->kind == Path::Kind::Predicate; }

}  // namespace

void Run::focus(ShapeId shape, Node node) {
  steps_ = 0;
  provisional_.clear();
  check(shape, node, &report_->results);
}

bool Run::conforms(ShapeId id, Node node) {
  const Shape& shape = shapes_[id];
  if (!shape.reaches && !shape.path) return check(id, node, nullptr);
  const std::uint64_t key = key_of(id, node);
  if (const auto known = verdicts_.find(key); known != verdicts_.end())
    return known->second == Verdict::Conforms;
  // Recursion, which SHACL leaves open (section 3.4.3): a shape in question is taken to conform.
  const auto open = std::ranges::find(active_, key);
  if (open != active_.end()) {
    assumed_ = std::min(assumed_, static_cast<std::size_t>(open - active_.begin()));
    return true;
  }
  if (const auto known = provisional_.find(key); known != provisional_.end()) {
    assumed_ = 0;
    return known->second == Verdict::Conforms;
  }
  const std::size_t own = active_.size();
  const std::size_t before = std::exchange(assumed_, SIZE_MAX);
  active_.push_back(key);
  const bool good = check(id, node, nullptr);
  active_.pop_back();
  // What was assumed of this very shape is settled with it.
  const bool settled = assumed_ >= own;
  (settled ? verdicts_ : provisional_)[key] = good ? Verdict::Conforms : Verdict::Fails;
  assumed_ = std::min(before, settled ? SIZE_MAX : assumed_);
  return good;
}

bool Run::check(ShapeId id, Node node, Results* out) {
  const Shape& shape = shapes_[id];
  if (shape.deactivated) return true;
  if (depth_ >= Limits::kDepth || ++steps_ > Limits::kSteps ||
      report_->results.size() >= Limits::kResults) {
    note_incomplete();
    assumed_ = 0;
    return true;
  }
  ++depth_;
  Buffer found(*this);
  values(shape, node, *found);
  bool good = true;
  for (const Constraint& constraint : shape.constraints) {
    Check check{*this, shape, constraint, node, *found, out};
    evaluate(check);
    good = good && check.good;
    if (!good && out == nullptr) break;
  }
  --depth_;
  return good;
}

std::vector<Node>& Run::buffer(std::size_t number) {
  while (buffers_.size() <= number) buffers_.emplace_back();
  return buffers_[number];
}

void Run::values(const Shape& shape, Node focus, std::vector<Node>& to) {
  if (!shape.path)
    to.push_back(focus);
  else if (is_one_step(shape))
    view_.objects(focus, shape.steps.states[shape.steps.start].predicate, to);
  else
    follow(shape.steps, focus, to);
}

// A search over pairs of state and node: each is met once.
void Run::follow(const Automaton& steps, Node focus, std::vector<Node>& to) {
  using State = Automaton::State;
  std::unordered_set<std::uint64_t> seen;
  std::vector<std::pair<std::uint32_t, Node>> open;
  const auto meet = [&](std::uint32_t state, Node node) {
    if (seen.insert(key_of(state, node)).second) open.emplace_back(state, node);
  };
  Buffer next(*this);
  meet(steps.start, focus);
  while (!open.empty()) {
    const auto [at, node] = open.back();
    open.pop_back();
    const State& state = steps.states[at];
    switch (state.kind) {
      case State::Kind::Accept:
        to.push_back(node);
        break;
      case State::Kind::Fork:
        meet(state.next, node);
        meet(state.or_next, node);
        break;
      case State::Kind::Forward:
      case State::Kind::Backward:
        next->clear();
        if (state.kind == State::Kind::Forward)
          view_.objects(node, state.predicate, *next);
        else
          view_.subjects(node, state.predicate, *next);
        for (const Node found : *next) meet(state.next, found);
        break;
    }
  }
  std::ranges::sort(to);
}

void Run::note_not_evaluated(const Constraint& constraint) {
  if (noted_.insert(&constraint).second) report_->not_evaluated.push_back(&constraint);
}

Regex::Outcome Run::search(std::size_t number, std::string_view text) {
  if (patterns_.empty()) patterns_.resize(shapes_.patterns().size());
  Pattern& pattern = patterns_[number];
  if (pattern.too_costly >= Limits::kCostly) return Regex::Outcome::TooCostly;
  if (!pattern.regex) pattern.regex = shapes_.patterns()[number].copy();
  const Regex::Outcome outcome = pattern.regex->search(text);
  if (outcome == Regex::Outcome::TooCostly) ++pattern.too_costly;
  return outcome;
}

Position Run::first_position(Node node) {
  if (positioned_ != node) {
    positioned_ = node;
    position_ = view_.position(node);
  }
  return position_;
}

Position Run::where(const Shape& shape, Node focus, Node value) {
  if (!shape.path) return first_position(value);
  const ConstantId step = shape.steps.states[shape.steps.start].predicate;
  std::optional<Position> found;
  if (is_one_step(shape))
    found = view_.position(focus, step, value);
  else if (shape.path->kind == Path::Kind::Inverse && shape.steps.states.size() == 2)
    found = view_.position(value, step, focus);
  return found ? *found : first_position(focus);
}

Result Run::result(const Shape& shape, const Constraint& constraint, Node focus) {
  Result result{&shape, &constraint, view_.term(focus)};
  if (shape.path) {
    result.path = &*shape.path;
    if (is_one_step(shape)) result.predicate = shape.path->predicate;
  }
  result.position = first_position(focus);
  return result;
}

bool Check::fail(std::optional<Node> value, Results details) {
  good = false;
  if (out == nullptr) return false;
  if (!room()) {
    run.note_incomplete();
    return false;
  }
  Result result = run.result(shape, constraint, focus);
  if (value) {
    result.value = run.view().term(*value);
    result.position = run.where(shape, focus, *value);
  }
  result.details = std::move(details);
  out->push_back(std::move(result));
  return true;
}

bool Check::fail_closed(Node predicate, Node value) {
  if (!fail(value)) return false;
  Result& result = out->back();
  result.path = nullptr;
  result.predicate = run.view().term(predicate);
  return true;
}

}  // namespace pinakes::shacl
