// Statements of a validation report.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/shacl/report.h"

#include <array>
#include <string>

#include "schemas/namespaces.h"
#include "schemas/shacl_terms.h"

namespace pinakes::shacl {
namespace {

class ReportWriter {
 public:
  rdf::Graph write(const Report& report) {
    const rdf::TermId top = fresh();
    add(top, rdf_ns::kType, rdf::iri(sh::kValidationReport));
    const Report::Verdict verdict = report.verdict();
    if (verdict != Report::Verdict::Unknown)
      add(top, sh::kConforms,
          rdf::typed(verdict == Report::Verdict::Conforms ? "true" : "false", xsd::kBoolean));
    for (const rdf::Term& term : report.not_supported) comment(top, term.value);
    for (const Constraint* constraint : report.not_evaluated)
      comment(top, component_iri(constraint->component));
    for (const Result& result : report.results) graph_.add({top, iri(sh::kResult), write(result)});
    graph_.finish();
    return std::move(graph_);
  }

 private:
  // Labels of the data's and the shapes' blank nodes get another first letter each.
  rdf::TermId fresh() {
    const std::string label = std::string(rdf::kUnlabelled) + std::to_string(++last_);
    return graph_.intern(rdf::blank(label));
  }
  rdf::TermId iri(std::string_view iri) { return graph_.intern(rdf::iri(iri)); }

  enum class From : char { Data = 'd', Shapes = 's' };
  rdf::TermId node(rdf::Term term, From from) {
    if (term.kind != rdf::TermKind::Blank) return graph_.intern(term);
    const std::string label = static_cast<char>(from) + std::string(term.value);
    term.value = label;
    return graph_.intern(term);
  }

  void add(rdf::TermId subject, std::string_view predicate, const rdf::Term& object) {
    graph_.add({subject, iri(predicate), graph_.intern(object)});
  }

  void comment(rdf::TermId top, std::string_view what) {
    const std::string text = "not evaluated: " + std::string(what);
    add(top, rdfs::kComment, rdf::literal(text));
  }

  rdf::TermId write(const Result& result) {
    const rdf::TermId id = fresh();
    const Shape& shape = *result.shape;
    add(id, rdf_ns::kType, rdf::iri(sh::kValidationResult));
    graph_.add({id, iri(sh::kFocusNode), node(result.focus, From::Data)});
    if (result.path != nullptr)
      graph_.add({id, iri(sh::kResultPath), path(*result.path)});
    else if (result.predicate)
      add(id, sh::kResultPath, *result.predicate);
    if (result.value) graph_.add({id, iri(sh::kValue), node(*result.value, From::Data)});
    graph_.add({id, iri(sh::kSourceShape), node(shape.node, From::Shapes)});
    add(id, sh::kSourceConstraintComponent, rdf::iri(component_iri(result.component())));
    graph_.add({id, iri(sh::kResultSeverity), node(shape.severity, From::Shapes)});
    for (const Text& message : result.messages())
      add(id, sh::kResultMessage, rdf::literal(message.text, message.language));
    for (const Result& detail : result.details) graph_.add({id, iri(sh::kDetail), write(detail)});
    return id;
  }

  // A path is at most 32 deep, details three.
  rdf::TermId path(const Path& of) {
    constexpr std::array<std::string_view, 7> kProperties = {{{},
                                                              sh::kInversePath,
                                                              {},
                                                              sh::kAlternativePath,
                                                              sh::kZeroOrMorePath,
                                                              sh::kOneOrMorePath,
                                                              sh::kZeroOrOnePath}};
    if (of.kind == Path::Kind::Predicate) return graph_.intern(of.predicate);
    if (of.kind == Path::Kind::Sequence) return list(of.parts);
    const rdf::TermId id = fresh();
    const rdf::TermId operand =
        of.kind == Path::Kind::Alternative ? list(of.parts) : path(of.parts[0]);
    graph_.add({id, iri(kProperties[static_cast<std::size_t>(of.kind)]), operand});
    return id;
  }

  rdf::TermId list(const std::vector<Path>& parts) {
    rdf::TermId rest = iri(rdf_ns::kNil);
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
      const rdf::TermId id = fresh();
      graph_.add({id, iri(rdf_ns::kFirst), path(*part)});
      graph_.add({id, iri(rdf_ns::kRest), rest});
      rest = id;
    }
    return rest;
  }

  rdf::Graph graph_;
  std::size_t last_ = 0;
};

}  // namespace

rdf::Graph to_graph(const Report& report) { return ReportWriter().write(report); }

}  // namespace pinakes::shacl
