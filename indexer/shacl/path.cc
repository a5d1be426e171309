// Reading paths and lists, and Thompson's construction of the automaton.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/shacl/path.h"

#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

#include "schemas/namespaces.h"
#include "schemas/shacl_terms.h"

namespace pinakes::shacl {
namespace {

constexpr int kMaxDepth = 32;
constexpr std::size_t kMaxSteps = 1000, kMaxList = 100000;

struct Operator {
  std::string_view iri, sign;
  Path::Kind kind;
};
constexpr std::array kOperators = {
    Operator{sh::kInversePath, "^", Path::Kind::Inverse},
    Operator{sh::kAlternativePath, "|", Path::Kind::Alternative},
    Operator{sh::kZeroOrMorePath, "*", Path::Kind::ZeroOrMore},
    Operator{sh::kOneOrMorePath, "+", Path::Kind::OneOrMore},
    Operator{sh::kZeroOrOnePath, "?", Path::Kind::ZeroOrOne},
};

class PathReader {
 public:
  explicit PathReader(const rdf::Graph& shapes) : shapes_(shapes) {}

  std::optional<Path> read(rdf::TermId node, int depth = 0) {
    if (depth > kMaxDepth || ++steps_ > kMaxSteps) return std::nullopt;
    const rdf::Term& term = shapes_[node];
    if (term.kind == rdf::TermKind::Literal) return std::nullopt;
    // A list is a sequence whatever else is said of its first node.
    if (shapes_.object(node, rdf_ns::kFirst)) return members(node, Path::Kind::Sequence, depth);
    if (term.kind == rdf::TermKind::Iri) return Path{Path::Kind::Predicate, term, {}};
    std::optional<Path> found;
    for (const Operator& row : kOperators) {
      const auto operand = shapes_.objects(node, row.iri);
      if (operand.empty()) continue;
      if (found || operand.size() > 1) return std::nullopt;
      found = row.kind == Path::Kind::Alternative ? members(operand[0], row.kind, depth)
                                                  : one(operand[0], row.kind, depth);
      if (!found) return std::nullopt;
    }
    return found;
  }

 private:
  std::optional<Path> one(rdf::TermId operand, Path::Kind kind, int depth) {
    auto part = read(operand, depth + 1);
    if (!part) return std::nullopt;
    Path path{kind, {}, {}};
    path.parts.push_back(std::move(*part));
    return path;
  }

  std::optional<Path> members(rdf::TermId list, Path::Kind kind, int depth) {
    const auto nodes = read_list(shapes_, list);
    if (!nodes || nodes->empty()) return std::nullopt;
    Path path{kind, {}, {}};
    for (const rdf::TermId node : *nodes) {
      auto part = read(node, depth + 1);
      if (!part) return std::nullopt;
      path.parts.push_back(std::move(*part));
    }
    return path;
  }

  const rdf::Graph& shapes_;
  std::size_t steps_ = 0;
};

/// Adds states from the end to the start; each function gives the state where its path begins.
class Construction {
 public:
  explicit Construction(const std::function<std::uint32_t(const rdf::Term&)>& constant)
      : constant_(constant) {}

  Automaton whole(const Path& path) {
    const std::uint32_t accept = add({});
    automaton_.start = build(path, accept, Direction::Forward);
    return std::move(automaton_);
  }

 private:
  enum class Direction : std::uint8_t { Forward, Backward };
  using State = Automaton::State;

  std::uint32_t add(State state) {
    automaton_.states.push_back(state);
    return static_cast<std::uint32_t>(automaton_.states.size() - 1);
  }

  std::uint32_t fork(std::uint32_t next, std::uint32_t or_next) {
    return add({State::Kind::Fork, 0, next, or_next});
  }

  std::uint32_t build(const Path& path, std::uint32_t end, Direction direction) {
    switch (path.kind) {
      case Path::Kind::Predicate:
        return add({direction == Direction::Forward ? State::Kind::Forward : State::Kind::Backward,
                    constant_(path.predicate), end, 0});
      case Path::Kind::Inverse:
        return build(path.parts[0], end,
                     direction == Direction::Forward ? Direction::Backward : Direction::Forward);
      case Path::Kind::Sequence: {
        const std::size_t count = path.parts.size();
        for (std::size_t i = 0; i < count; ++i)
          end = build(path.parts[direction == Direction::Forward ? count - 1 - i : i], end,
                      direction);
        return end;
      }
      case Path::Kind::Alternative: {
        std::uint32_t start = build(path.parts.back(), end, direction);
        for (std::size_t i = path.parts.size() - 1; i-- > 0;)
          start = fork(build(path.parts[i], end, direction), start);
        return start;
      }
      case Path::Kind::ZeroOrOne:
        return fork(build(path.parts[0], end, direction), end);
      case Path::Kind::ZeroOrMore:
      case Path::Kind::OneOrMore:
        break;
    }
    const std::uint32_t again = fork(0, end);
    const std::uint32_t body = build(path.parts[0], again, direction);
    automaton_.states[again].next = body;
    return path.kind == Path::Kind::ZeroOrMore ? again : body;
  }

  const std::function<std::uint32_t(const rdf::Term&)>& constant_;
  Automaton automaton_;
};

std::string_view sign_of(Path::Kind kind) {
  for (const Operator& row : kOperators)
    if (row.kind == kind) return row.sign;
  return "/";
}

}  // namespace

std::string to_text(const Path& path) {
  if (path.kind == Path::Kind::Predicate) return "<" + std::string(path.predicate.value) + ">";
  const auto part = [](const Path& inner) {
    return inner.kind == Path::Kind::Predicate ? to_text(inner) : "(" + to_text(inner) + ")";
  };
  const std::string sign(sign_of(path.kind));
  if (path.kind == Path::Kind::Inverse) return sign + part(path.parts[0]);
  if (path.parts.size() == 1) return part(path.parts[0]) + sign;
  std::string text;
  for (const Path& inner : path.parts) text += (text.empty() ? "" : sign) + part(inner);
  return text;
}

std::optional<Path> read_path(const rdf::Graph& shapes, rdf::TermId node) {
  return PathReader(shapes).read(node);
}

Automaton automaton_of(const Path& path,
                       const std::function<std::uint32_t(const rdf::Term&)>& constant) {
  return Construction(constant).whole(path);
}

std::optional<std::vector<rdf::TermId>> read_list(const rdf::Graph& graph, rdf::TermId node) {
  std::vector<rdf::TermId> members;
  while (graph[node] != rdf::iri(rdf_ns::kNil)) {
    const auto first = graph.objects(node, rdf_ns::kFirst);
    const auto rest = graph.objects(node, rdf_ns::kRest);
    if (first.size() != 1 || rest.size() != 1 || members.size() >= kMaxList) return std::nullopt;
    members.push_back(first[0]);
    node = rest[0];
  }
  return members;
}

}  // namespace pinakes::shacl
