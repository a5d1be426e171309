// Runs the shapes, and the checks that shapes cannot express.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/validate/validator.h"

#include <algorithm>
#include <array>
#include <deque>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <tuple>

#include "indexer/base/error.h"
#include "indexer/base/iri.h"
#include "indexer/base/text.h"
#include "indexer/dcat/node_text.h"
#include "indexer/rdf/formats.h"
#include "indexer/validate/cases.h"
#include "indexer/validate/codes.h"
#include "indexer/validate/rules.h"
#include "schemas/namespaces.h"

namespace pinakes {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kToFillInCode = "to-fill-in";
constexpr std::string_view kLevelCode = "dataset-access-rights-level";
constexpr auto kMarks = std::to_array<std::string_view>({"TO FILL IN:", "À COMPLÉTER :"});

rdf::Graph shapes_in(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  rdf::Graph graph;
  Diagnostics found;
  const bool whole =
      in && rdf::format_named("turtle")->read({text, {}, file.filename().native()}, graph, found);
  if (!whole)
    throw Error(ErrorCode::Io, file.string() + ": the shapes of this installation cannot be read");
  graph.finish();
  return graph;
}

/// Shapes of all profiles; each file is read once.
std::vector<Rules> rules_of(const fs::path& home) {
  const fs::path folder = home / "schemas" / "shapes";
  std::map<std::string, rdf::Graph> files;
  std::vector<Rules> all;
  try {
    std::ifstream in(folder / "profiles.json", std::ios::binary);
    const auto profiles = nlohmann::json::parse(in);
    for (const std::string_view profile : kProfileNames) {
      if (profile == name_of(Profile::None)) continue;
      std::vector<shacl::ShapesSource> sources;
      for (const std::string file : profiles.at(std::string(profile))) {
        auto at = files.find(file);
        if (at == files.end()) at = files.emplace(file, shapes_in(folder / file)).first;
        sources.push_back({at->second, at->first});
      }
      all.emplace_back(sources);
    }
  } catch (const nlohmann::json::exception& problem) {
    throw Error(ErrorCode::Io, (folder / "profiles.json").string() + ": " + problem.what());
  }
  return all;
}

/// By place, and at the same place the order in which they were found.
void sort_by_place(Findings& findings) {
  std::ranges::stable_sort(findings, {}, [](const Finding& one) {
    return std::pair(one.place.position.line, one.place.position.column);
  });
}

/// What follows from another finding about the same property is not said a second time: a value
/// that is no address is none of the vocabulary, a property that is missing has not the value that
/// it must have.
void drop_consequences(Findings& findings) {
  using Key = std::tuple<std::string, std::string, std::string>;
  std::set<Key> said;
  const auto value = [](const Finding& one) {
    return Key(one.focus.text, one.property, one.value ? one.value->text : std::string());
  };
  const auto property = [](const Finding& one) { return Key(one.focus.text, one.property, {}); };
  for (const Finding& one : findings) {
    if (one.severity < Severity::Violation) continue;
    if (one.cause == "node-address" || one.cause == "text") said.insert(value(one));
    if (one.cause == "missing" || one.cause == "allowed" || one.cause == "nearest")
      said.insert(property(one));
  }
  std::erase_if(findings, [&](const Finding& one) {
    return (one.cause == "vocabulary" && said.contains(value(one))) ||
           (one.cause == "value" && said.contains(property(one)));
  });
}

/// One dataset, or one file, being looked at.
class Look {
 public:
  Look(const rdf::Graph& graph, const CodeFinder& codes, const FindingContext& context)
      : graph_(graph), codes_(codes), context_(context) {}

  void run(const Rules& rules) {
    shacl::Validator::Session session = rules.validator().session(graph_);
    const shacl::Report report = session.validate();
    for (const shacl::Result& result : report.results) take(result, rules);
    if (!report.complete) add_note("validate-not-complete", {});
    for (const shacl::Constraint* one : report.not_evaluated)
      add_note("validate-not-evaluated", {{"term", not_evaluated(*one, rules.shapes())}});
    for (const rdf::Term& term : report.not_supported)
      add_note("validate-not-evaluated", {{"term", std::string(term.value)}});
  }

  void find_unknown_codes(const Rules& rules) {
    for (const rdf::Triple& triple : graph_.triples()) {
      const rdf::Term& object = graph_[triple.object];
      if (object.kind != rdf::TermKind::Iri || is_to_fill_in(object)) continue;
      const std::string_view predicate = graph_[triple.predicate].value;
      for (const Rules::Coded& coded : rules.coded())
        if (coded.property == predicate && object.value.starts_with(coded.scheme)) {
          unknown_code(triple, coded);
          break;
        }
    }
  }

  void find_to_fill_in(rdf::TermId root) {
    if (is_to_fill_in(graph_[root])) {
      Finding one = started(graph_[root]);
      one.value = OwnTerm(graph_[root]);
      one.place.position = first_position(root);
      to_fill_in(std::move(one));
    }
    for (const rdf::Triple& triple : graph_.triples()) {
      if (!is_to_fill_in(graph_[triple.object]) || triple.object == root) continue;
      Finding one = started(graph_[triple.subject]);
      one.property = graph_[triple.predicate].value;
      one.value = OwnTerm(graph_[triple.object]);
      one.place.position = graph_.position(triple);
      to_fill_in(std::move(one));
    }
  }

  Findings&& findings() && { return std::move(found_); }

 private:
  Finding started(const rdf::Term& focus) const {
    Finding one;
    one.place.file = context_.file;
    one.focus = OwnTerm(focus);
    if (const auto node = graph_.find(focus)) {
      if (const auto type = graph_.object(*node, rdf_ns::kType))
        one.focus_type = graph_[*type].value;
      one.focus_name = name_of_node(graph_, *node, context_.language);
      one.focus_property = leading_to(*node);
    }
    return one;
  }

  /// What the form says belongs there.
  static std::string wanted(const OwnTerm& value) {
    for (const std::string_view mark : kMarks)
      if (value.text.starts_with(mark)) return std::string(trim(value.text.substr(mark.size())));
    return "<" + value.text + ">";
  }

  /// The property that first leads to a node that is no dataset.
  std::string leading_to(rdf::TermId node) const {
    if (leading_.empty()) {
      leading_.assign(graph_.term_count(), kNoProperty);
      for (const rdf::Triple& triple : graph_.triples()) {
        rdf::TermId& first = leading_[static_cast<std::size_t>(triple.object)];
        if (first == kNoProperty) first = triple.predicate;
      }
    }
    const rdf::TermId property = leading_[static_cast<std::size_t>(node)];
    if (property == kNoProperty || graph_.has(node, rdf_ns::kType, dcat::kDataset)) return {};
    return std::string(graph_[property].value);
  }

  void to_fill_in(Finding one) {
    one.severity = Severity::Violation;
    one.code = one.cause = kToFillInCode;
    one.arguments.emplace_back("wanted", wanted(*one.value));
    found_.push_back(std::move(one));
  }

  void take(const shacl::Result& result, const Rules& rules) {
    if (result.value && is_to_fill_in(*result.value)) return;  // reported as such
    Finding one = started(result.focus);
    one.rule = &rules.rule(*result.shape);
    one.code = one.rule->code;
    one.severity = severity_of(result.shape->severity);
    describe(result, rules.shapes(), graph_, codes_, context_.language, one);
    found_.push_back(std::move(one));
  }

  void unknown_code(const rdf::Triple& triple, const Rules::Coded& coded) {
    const std::string_view iri = graph_[triple.object].value;
    const std::string& vocabulary = coded.rule->vocabulary;
    if (codes_.vocabularies().by_iri(vocabulary, iri) != nullptr) return;
    Finding one = started(graph_[triple.subject]);
    one.rule = coded.rule;
    one.code = coded.rule->code;
    one.property = coded.property;
    one.value = OwnTerm(graph_[triple.object]);
    one.place.position = graph_.position(triple);
    one.arguments.emplace_back("code", local_name(iri));
    const Concept* near = codes_.nearest(vocabulary, local_name(iri));
    if (near != nullptr) {
      one.nearest = near->code;
      one.better = OwnTerm(rdf::TermKind::Iri, near->iri);
    }
    const bool certain = is_complete(vocabulary);
    one.severity = certain ? coded.severity : Severity::Warning;
    one.cause = near != nullptr ? "code-nearest" : certain ? "code-unknown" : "code-not-known";
    found_.push_back(std::move(one));
  }

  void add_note(std::string_view code, std::vector<std::pair<std::string, std::string>> arguments) {
    Finding one;
    one.severity = Severity::Warning;
    one.code = code;
    one.place.file = context_.file;
    one.arguments = std::move(arguments);
    found_.push_back(std::move(one));
  }
  static std::string not_evaluated(const shacl::Constraint& one, const shacl::Shapes& shapes) {
    if (one.values.empty()) return std::string(shacl::component_iri(one.component));
    return std::string(shapes.constants()[one.values[0]].value);
  }

  Position first_position(rdf::TermId node) const {
    Position best;
    for (const rdf::Triple& triple : graph_.about(node)) {
      const Position at = graph_.position(triple);
      if (best.line == 0 || std::pair(at.line, at.column) < std::pair(best.line, best.column))
        best = at;
    }
    return best;
  }

  const rdf::Graph& graph_;
  const CodeFinder& codes_;
  const FindingContext& context_;
  Findings found_;
  static constexpr auto kNoProperty = rdf::TermId{0xFFFFFFFF};
  mutable std::vector<rdf::TermId> leading_;  // by term; filled when first asked for
};

/// Which dataset a node of a file belongs to: the first that leads to it.
class Owners {
 public:
  Owners(const rdf::Graph& graph, std::span<const rdf::TermId> roots)
      : owner_(graph.term_count(), kNone) {
    for (const rdf::TermId root : roots) owner_[static_cast<std::size_t>(root)] = root;
    std::deque<rdf::TermId> waiting(roots.begin(), roots.end());
    for (; !waiting.empty(); waiting.pop_front()) {
      const rdf::TermId from = waiting.front();
      for (const rdf::Triple& triple : graph.about(from)) {
        rdf::TermId& owner = owner_[static_cast<std::size_t>(triple.object)];
        if (owner != kNone || graph[triple.object].kind == rdf::TermKind::Literal) continue;
        owner = owner_[static_cast<std::size_t>(from)];
        waiting.push_back(triple.object);
      }
    }
  }
  std::optional<rdf::TermId> of(rdf::TermId node) const {
    const rdf::TermId owner = owner_[static_cast<std::size_t>(node)];
    return owner == kNone ? std::nullopt : std::optional(owner);
  }

 private:
  static constexpr auto kNone = rdf::TermId{0xFFFFFFFF};
  std::vector<rdf::TermId> owner_;
};

std::string shown_iri(const rdf::Term& term) {
  return (term.kind == rdf::TermKind::Blank ? "_:" : "") + std::string(term.value);
}

}  // namespace

struct Validator::Impl {
  Impl(const fs::path& home, const Vocabularies& vocabularies,
       std::span<const shacl::ShapesSource> shapes, std::span<const rdf::Graph* const> background)
      : legal(home), codes(vocabularies), profiles(rules_of(home)) {
    if (!shapes.empty()) own.emplace(shapes, background);
  }
  LegalTable legal;
  CodeFinder codes;
  std::vector<Rules> profiles;  // by Profile
  std::optional<Rules> own;
  Diagnostics no_warnings;
};

Validator::Validator(const fs::path& home, const Vocabularies& vocabularies,
                     std::span<const shacl::ShapesSource> shapes,
                     std::span<const rdf::Graph* const> background)
    : impl_(std::make_unique<const Impl>(home, vocabularies, shapes, background)) {}
Validator::~Validator() = default;
Validator::Validator(Validator&&) noexcept = default;

Findings Validator::dataset(const Dataset& canonical, Profile profile,
                            const FindingContext& context) const {
  if (profile == Profile::None) return {};
  const Rules& rules = impl_->profiles[static_cast<std::size_t>(profile)];
  Look look(canonical.graph, impl_->codes, context);
  look.run(rules);
  look.find_unknown_codes(rules);
  look.find_to_fill_in(canonical.node);
  Findings findings = std::move(look).findings();
  const std::string title = name_of_node(canonical.graph, canonical.node, context.language);
  for (Finding& one : findings) {
    one.dataset = canonical.iri;
    one.title = title;
  }
  drop_consequences(findings);
  if (profile == Profile::Health)
    for (Finding& one : findings)  // the level was not known, which costs its rules
      if (one.code == kLevelCode && one.cause == "missing") one.cause = "missing-level";
  sort_by_place(findings);
  return findings;
}

Findings Validator::graph(const rdf::Graph& as_sent, const FindingContext& context) const {
  if (!impl_->own) return {};
  Look look(as_sent, impl_->codes, context);
  look.run(*impl_->own);
  Findings findings = std::move(look).findings();
  const Splitter splitter(as_sent);
  const Owners owners(as_sent, splitter.roots());
  for (Finding& one : findings) {
    const auto focus = as_sent.find(one.focus.view());
    const auto owner = focus ? owners.of(*focus) : std::nullopt;
    if (!owner) continue;
    one.dataset = shown_iri(as_sent[*owner]);
    one.title = name_of_node(as_sent, *owner, context.language);
  }
  sort_by_place(findings);
  return findings;
}

bool Validator::has_own_shapes() const { return impl_->own.has_value(); }
const LegalTable& Validator::legal() const { return impl_->legal; }
const Diagnostics& Validator::shape_warnings() const {
  return impl_->own ? impl_->own->shapes().warnings() : impl_->no_warnings;
}

bool is_to_fill_in(const rdf::Term& term) {
  if (term.kind == rdf::TermKind::Iri) return term.value.starts_with(own::kToFillIn);
  if (term.kind != rdf::TermKind::Literal) return false;
  return std::ranges::any_of(kMarks,
                             [&](std::string_view mark) { return term.value.starts_with(mark); });
}

}  // namespace pinakes
