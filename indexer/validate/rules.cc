// Reads what the shapes graph says of each rule.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/validate/rules.h"

#include <deque>

#include "indexer/base/iri.h"
#include "schemas/namespaces.h"
#include "schemas/shacl_terms.h"

namespace pinakes {
namespace {

std::vector<Literal> literals(std::span<const shacl::Text> texts) {
  std::vector<Literal> all;
  for (const shacl::Text& text : texts)
    all.push_back({std::string(text.text), std::string(text.language), {}});
  return all;
}

/// The predicate behind the last step of a path; empty where the path has no single last one.
std::string_view last_predicate(const shacl::Path& path) {
  const shacl::Path* at = &path;
  while (at->kind == shacl::Path::Kind::Sequence && !at->parts.empty()) at = &at->parts.back();
  return at->kind == shacl::Path::Kind::Predicate ? at->predicate.value : std::string_view();
}

Rule rule_of(const shacl::Shape& shape, const rdf::Graph& graph) {
  Rule rule;
  rule.iri = shape.node.kind == rdf::TermKind::Iri ? std::string(shape.node.value)
                                                   : "_:" + std::string(shape.node.value);
  rule.code = rule.iri.starts_with(own::kRule) ? rule.iri.substr(own::kRule.size()) : rule.iri;
  rule.names = literals(shape.names);
  rule.messages = literals(shape.messages);
  rule.single = shape.constraints.size() <= 1;
  const auto node = graph.find(shape.node);
  if (!node) return rule;
  for (const rdf::TermId id : graph.objects(*node, dct::kSource)) {
    const std::string_view iri = graph[id].value;
    if (iri.starts_with(own::kLegal)) rule.sources.emplace_back(iri.substr(own::kLegal.size()));
  }
  if (const auto subject = graph.object(*node, dct::kSubject))
    rule.property = graph[*subject].value;
  if (const auto scheme = graph.object(*node, skos::kInScheme))
    rule.vocabulary = local_name(graph[*scheme].value);
  return rule;
}

}  // namespace

struct Rules::Impl {
  Impl(std::span<const shacl::ShapesSource> sources, std::span<const rdf::Graph* const> background)
      : shapes(shacl::Shapes::compile(sources)), validator(shapes, background) {
    for (const shacl::Shape& shape : shapes.all()) {
      rules.push_back(rule_of(shape, shapes.graph()));
      add_coded(shape);
    }
  }

  void add_coded(const shacl::Shape& shape) {
    if (rules.back().vocabulary.empty() || !shape.path || shape.deactivated) return;
    const rdf::Graph& graph = shapes.graph();
    const auto scheme = graph.object(*graph.find(shape.node), skos::kInScheme);
    schemes.push_back(std::string(graph[*scheme].value) + "/");
    coded.push_back(
        {&rules.back(), last_predicate(*shape.path), schemes.back(), severity_of(shape.severity)});
  }

  shacl::Shapes shapes;
  shacl::Validator validator;
  std::deque<Rule> rules;  // by shape; addresses stay
  std::deque<std::string> schemes;
  std::vector<Coded> coded;
};

Rules::Rules(std::span<const shacl::ShapesSource> sources,
             std::span<const rdf::Graph* const> background)
    : impl_(std::make_unique<Impl>(sources, background)) {}
Rules::~Rules() = default;
Rules::Rules(Rules&&) noexcept = default;

const shacl::Shapes& Rules::shapes() const { return impl_->shapes; }
const shacl::Validator& Rules::validator() const { return impl_->validator; }
const Rule& Rules::rule(const shacl::Shape& shape) const {
  return impl_->rules[static_cast<std::size_t>(&shape - impl_->shapes.all().data())];
}
std::span<const Rules::Coded> Rules::coded() const { return impl_->coded; }

Severity severity_of(const rdf::Term& severity) {
  if (severity.value == sh::kWarning) return Severity::Warning;
  return severity.value == sh::kInfo ? Severity::Info : Severity::Violation;
}

}  // namespace pinakes
