// One validation as it goes: shapes on nodes, verdicts that are kept, limits.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "indexer/shacl/data_view.h"
#include "indexer/shacl/validator.h"

namespace pinakes::shacl {

/// Against shapes or data that are hostile; real files stay far below.
struct Limits {
  static constexpr std::size_t kDepth = 48;           // of shapes within shapes
  static constexpr std::size_t kSteps = 2'000'000;    // shapes on nodes, for one focus node
  static constexpr std::size_t kResults = 1'000'000;  // in one report
  static constexpr std::size_t kDetails = 50;         // of one result
  static constexpr std::size_t kDetailLevels = 3;     // of details within details
  static constexpr std::size_t kCostly = 3;           // values on which a pattern may give up
  static constexpr std::size_t kPairs = 1'000'000;    // of values compared, for one constraint
};

/// Where results go: nowhere (the first one settles the verdict), or to a list.
using Results = std::vector<Result>;

class Run {
 public:
  Run(const Shapes& shapes, DataView& view) : shapes_(shapes), view_(view) {}

  void start(Report& report) { report_ = &report; }
  /// The shape on a focus node; results go to the report.
  void focus(ShapeId shape, Node node);

  // --- for the constraints ---
  const Shapes& shapes() const { return shapes_; }
  DataView& view() { return view_; }
  /// Whether the node has the shape; kept where it was costly to find out.
  bool conforms(ShapeId shape, Node node);
  /// Checks the shape on the node: true if it conforms. With `out` null it stops at the first
  /// result.
  bool check(ShapeId shape, Node node, Results* out);
  void note_not_evaluated(const Constraint& constraint);
  void note_incomplete() { report_->complete = false; }
  Regex::Outcome search(std::size_t pattern, std::string_view text);
  /// A fresh list that is taken back at the end of the block.
  class Buffer {
   public:
    explicit Buffer(Run& run) : run_(run), nodes_(run.buffer(run.used_buffers_++)) {
      nodes_.clear();
    }
    ~Buffer() { --run_.used_buffers_; }
    Buffer(const Buffer&) = delete;
    Buffer& operator=(const Buffer&) = delete;
    std::vector<Node>& operator*() { return nodes_; }
    std::vector<Node>* operator->() { return &nodes_; }

   private:
    Run& run_;
    std::vector<Node>& nodes_;
  };
  /// Held while details are collected.
  class DetailLevel {
   public:
    explicit DetailLevel(Run& run) : run_(run) { ++run_.detail_level_; }
    ~DetailLevel() { --run_.detail_level_; }
    DetailLevel(const DetailLevel&) = delete;
    DetailLevel& operator=(const DetailLevel&) = delete;
    bool is_allowed() const { return run_.detail_level_ <= Limits::kDetailLevels; }

   private:
    Run& run_;
  };
  /// Value nodes (SHACL section 3.4), each once.
  void values(const Shape& shape, Node focus, std::vector<Node>& to);
  Result result(const Shape& shape, const Constraint& constraint, Node focus);
  Position where(const Shape& shape, Node focus, Node value);

 private:
  enum class Verdict : std::uint8_t { Conforms, Fails };

  std::vector<Node>& buffer(std::size_t number);
  void follow(const Automaton& steps, Node focus, std::vector<Node>& to);
  Position first_position(Node node);

  const Shapes& shapes_;
  DataView& view_;
  Report* report_ = nullptr;
  std::unordered_map<std::uint64_t, Verdict> verdicts_;
  // Verdicts that rest on the assumption that a shape conforms which is still being checked; kept
  // for one focus node only.
  std::unordered_map<std::uint64_t, Verdict> provisional_;
  std::vector<std::uint64_t> active_;  // shape and node of conforms(), outermost first
  std::size_t assumed_ = SIZE_MAX;     // the outermost entry of active_ that was assumed
  std::size_t depth_ = 0, steps_ = 0, used_buffers_ = 0, detail_level_ = 0;
  std::deque<std::vector<Node>> buffers_;  // addresses stay
  struct Pattern {
    std::optional<Regex> regex;
    std::size_t too_costly = 0;
  };
  std::vector<Pattern> patterns_;
  std::unordered_set<const Constraint*> noted_;
  std::optional<Node> positioned_;
  Position position_;
};

/// One constraint on one focus node and its value nodes.
struct Check {
  Run& run;
  const Shape& shape;
  const Constraint& constraint;
  Node focus;
  std::span<const Node> values;
  Results* out;
  bool good = true;

  /// Notes a result and tells whether to go on.
  bool fail(std::optional<Node> value = {}, Results details = {});
  bool fail_closed(Node predicate, Node value);
  bool room() const { return out == nullptr || out->size() < Limits::kResults; }
};

/// Runs the constraint's component.
void evaluate(Check& check);

}  // namespace pinakes::shacl
