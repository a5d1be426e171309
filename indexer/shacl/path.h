// Property paths (SHACL section 2.3.1): as the shapes graph writes them, and as an automaton.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "indexer/rdf/graph.h"

namespace pinakes::shacl {

/// A path as written. A predicate's term lives as long as the shapes graph.
struct Path {
  enum class Kind : std::uint8_t {
    Predicate,
    Inverse,
    Sequence,
    Alternative,
    ZeroOrMore,
    OneOrMore,
    ZeroOrOne
  };
  Kind kind = Kind::Predicate;
  rdf::Term predicate;
  std::vector<Path> parts;
};

/// The path in SPARQL's notation, IRIs between < and >: `<a>/^<b>*`.
std::string to_text(const Path& path);

/// The path as a non-deterministic automaton: following it is a search over pairs of a state and a
/// node, so that cycles end and no nesting of closures costs more than states x statements.
struct Automaton {
  struct State {
    enum class Kind : std::uint8_t { Fork, Forward, Backward, Accept };
    Kind kind = Kind::Accept;
    std::uint32_t predicate = 0;          // a constant of the shapes: Forward, Backward
    std::uint32_t next = 0, or_next = 0;  // or_next: Fork
  };
  std::vector<State> states;
  std::uint32_t start = 0;
};

/// Reads the path at `node`; nullopt where it is ill-formed, deeper than 32 or longer than 1,000
/// steps.
std::optional<Path> read_path(const rdf::Graph& shapes, rdf::TermId node);

/// `constant` gives the number of a predicate.
Automaton automaton_of(const Path& path,
                       const std::function<std::uint32_t(const rdf::Term&)>& constant);

/// The members of a well-formed list (SHACL section 2: rdf:nil, or one first and one rest);
/// nullopt for anything else, a cycle included.
std::optional<std::vector<rdf::TermId>> read_list(const rdf::Graph& graph, rdf::TermId node);

}  // namespace pinakes::shacl
