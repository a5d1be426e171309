// Validation of a data graph against compiled shapes, with vocabularies beside it.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "indexer/shacl/shapes.h"

namespace pinakes::shacl {

/// A validation result (SHACL section 3.6.2). Its terms live as long as the data, the shapes and
/// the vocabularies it came from.
struct Result {
  const Shape* shape = nullptr;            // sh:sourceShape; its severity, names, descriptions
  const Constraint* constraint = nullptr;  // what was expected
  rdf::Term focus;
  /// The path; null where there is none, and of sh:closed, which names a predicate only.
  const Path* path = nullptr;
  std::optional<rdf::Term> predicate = {};  // of a path of one forward step, and of sh:closed
  std::optional<rdf::Term> value = {};
  /// Of the statement that holds the value, else of the first statement about the focus node.
  Position position = {};
  std::vector<Result> details =
      {};  // sh:detail: why the value has not the shape of sh:node, sh:and

  Component component() const { return constraint->component; }
  /// sh:Info and sh:Warning as such, anything else (SHACL section 2.1.4 lets shapes invent
  /// severities) as a violation.
  Severity severity() const;
  std::span<const Text> messages() const {
    return constraint->messages.empty() ? shape->messages : constraint->messages;
  }
};

struct Report {
  /// In the order in which the data first names the focus node, then of the shapes.
  std::vector<Result> results;
  /// Constraints that a node met and that were not evaluated, or were too costly; each once.
  std::vector<const Constraint*> not_evaluated;
  /// Parameters of the shapes graph as a whole that are not supported (Shapes::not_supported).
  std::span<const rdf::Term> not_supported;
  /// False where a limit was reached: too many results, or a node that needs too many checks.
  bool complete = true;

  enum class Verdict : std::uint8_t { Conforms, Violates, Unknown };
  /// Unknown: nothing was found, but not everything could be evaluated. A result of any severity
  /// violates (SHACL section 3.6.1.1).
  Verdict verdict() const;
};

/// Shapes with their vocabularies, ready for many data graphs. All of them must outlive it.
/// Immutable; safe to share between threads.
class Validator {
 public:
  /// `background`: their statements count as the data's, but they have no focus nodes.
  explicit Validator(const Shapes& shapes, std::span<const rdf::Graph* const> background = {});
  ~Validator();
  Validator(Validator&&) noexcept;
  Validator& operator=(Validator&&) noexcept;

  /// One data graph with its focus nodes found; for one thread.
  class Session {
   public:
    ~Session();
    Session(Session&&) noexcept;
    /// Every focus node.
    Report validate();
    /// Focus nodes among these nodes of the data graph only (those of one dataset). What concerns
    /// the whole graph (targets that the data does not name) is left out.
    Report validate(std::span<const rdf::TermId> scope);

   private:
    friend class Validator;
    struct Impl;
    explicit Session(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
  };
  /// `data` must be finished; it and the Validator must outlive the session, `data` its reports
  /// too.
  Session session(const rdf::Graph& data) const;
  Report validate(const rdf::Graph& data) const { return session(data).validate(); }

 private:
  struct Impl;
  std::unique_ptr<const Impl> impl_;
};

}  // namespace pinakes::shacl
