// Tells the cases of a rule apart.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/validate/cases.h"

#include <algorithm>
#include <array>
#include <functional>

#include "indexer/base/iri.h"
#include "indexer/base/text.h"
#include "indexer/dcat/node_text.h"
#include "indexer/validate/guesses.h"
#include "schemas/namespaces.h"

namespace pinakes {
namespace {

using rdf::TermId;
using rdf::TermKind;
using shacl::Component;
using shacl::Constraint;
using shacl::Shape;

/// Contacts of other vocabularies that stand on an organisation where cv:contactPoint belongs.
constexpr auto kOtherContacts = std::to_array<std::pair<std::string_view, std::string_view>>({
    {foaf::kMbox, "foaf:mbox"},
    {vcard::kHasEmail, "vcard:hasEmail"},
    {dcat::kContactPoint, "dcat:contactPoint"},
    {foaf::kHomepage, "foaf:homepage"},
    {foaf::kWorkplaceHomepage, "foaf:workPlaceHomepage"},
});

class Describer {
 public:
  Describer(const shacl::Result& result, const shacl::Shapes& shapes, const rdf::Graph& graph,
            const CodeFinder& codes, std::string_view language, Finding& into)
      : result_(result),
        shapes_(shapes),
        graph_(graph),
        codes_(codes),
        language_(language),
        to_(into) {}

  void describe() {
    to_.component = shacl::component_iri(result_.component());
    if (result_.value) to_.value = OwnTerm(*result_.value);
    if (result_.predicate)
      to_.property = result_.predicate->value;
    else if (to_.rule != nullptr)
      to_.property = to_.rule->property;
    to_.place.position = result_.position;
    name_value();
    to_.cause = cause();
  }

 private:
  void name_value() {
    if (!to_.value || to_.value->kind == TermKind::Literal) return;
    if (const auto node = graph_.find(to_.value->view()))
      to_.value_name = name_of_node(graph_, *node, language_);
  }

  std::string cause() {
    switch (result_.component()) {
      case Component::MinCount:
      case Component::QualifiedMinCount:
        return "missing";
      case Component::MaxCount:
      case Component::QualifiedMaxCount:
        return too_many();
      case Component::NodeKind:
        return wrong_kind();
      case Component::Datatype:
        return wrong_type(shapes_.constants()[result_.constraint->values[0]].value);
      case Component::In:
        return not_in_list();
      case Component::HasValue:
        return "value";
      case Component::Class:
        return "class";
      case Component::Pattern:
        return "pattern";
      case Component::Or:
      case Component::And:
      case Component::Not:
      case Component::Xone:
      case Component::Node:
        return shape();
      default:
        return "other";
    }
  }

  void argument(std::string name, std::string value) {
    to_.arguments.emplace_back(std::move(name), std::move(value));
  }
  std::optional<TermId> focus() const { return graph_.find(result_.focus); }

  std::string too_many() {
    const auto node = focus();
    if (!node || to_.property.empty()) return "too-many";
    const auto values = objects_in_order(graph_, *node, to_.property);
    argument("count", std::to_string(values.size()));
    argument("most", std::to_string(result_.constraint->count));
    // The place of the first value that is too much.
    const std::size_t most = result_.constraint->count;
    if (values.size() > most) set_place(*node, to_.property, values[most]);
    return "too-many";
  }

  void set_place(TermId subject, std::string_view predicate, TermId object) {
    const auto id = graph_.find_iri(predicate);
    if (!id) return;
    const Position position = graph_.position({subject, *id, object});
    if (position.line != 0) to_.place.position = position;
  }

  std::string wrong_kind() {
    if (to_.value->kind != TermKind::Literal) {
      const bool address =
          (result_.constraint->kinds >> static_cast<unsigned>(TermKind::Iri) & 1U) != 0;
      if (!address) return to_.value->kind == TermKind::Blank ? "node" : "address";
      suggest_code(to_.value_name);
      return "node-address";
    }
    suggest_code(to_.value->text);
    if (const auto year = year_in(to_.value->text))
      argument("start", *year + "-01-01");
    else
      argument("start", "2015-01-01");
    return "text";
  }

  /// A text that is a code or nearly one.
  void suggest_code(std::string_view found) {
    const std::string_view vocabulary = vocabulary_of(to_.property);
    if (vocabulary.empty()) return;
    if (const Concept* known = codes_.nearest(vocabulary, found)) take(*known);
  }

  std::string wrong_type(std::string_view wanted) {
    if (to_.value->kind != TermKind::Literal) return "address";
    const std::string_view text = trim(to_.value->text);
    if (wanted == xsd::kBoolean) {
      const auto truth = truth_of(text);
      if (truth) to_.better = OwnTerm(TermKind::Literal, *truth, std::string(wanted));
      return truth ? "boolean" : "boolean-unknown";
    }
    if (wanted == xsd::kNonNegativeInteger || wanted == xsd::kInteger) return wrong_number(wanted);
    return "type";
  }

  std::string wrong_number(std::string_view wanted) {
    const std::string_view text = trim(to_.value->text);
    const auto number = whole_number_in(text);
    if (!number) return "number";
    to_.better = OwnTerm(TermKind::Literal, *number, std::string(wanted));
    return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; }) ? "number-type"
                                                                                  : "number-words";
  }

  std::string not_in_list() {
    std::vector<std::string_view> codes;
    for (const shacl::ConstantId id : result_.constraint->values) {
      const std::string_view value = shapes_.constants()[id].value;
      codes.push_back(shapes_.constants()[id].kind == TermKind::Iri ? local_name(value) : value);
      to_.allowed.emplace_back(codes.back());
    }
    const std::string_view found =
        to_.value->kind == TermKind::Iri ? local_name(to_.value->text) : to_.value->text;
    std::string upper(trim(found));
    std::ranges::transform(upper, upper.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c; });
    to_.nearest = nearest(upper, codes);
    if (to_.nearest.empty()) return "allowed";
    const auto at = std::ranges::find(codes, to_.nearest) - codes.begin();
    to_.better =
        OwnTerm(shapes_.constants()[result_.constraint->values[static_cast<std::size_t>(at)]]);
    return "nearest";
  }

  std::string shape() {
    if (to_.rule != nullptr && to_.rule->code.ends_with("-contact")) return contact();
    if (to_.rule != nullptr && !to_.rule->vocabulary.empty()) {
      suggest_code_of_address();
      return "vocabulary";
    }
    if (wants_date()) return date();
    if (!result_.shape->path) find_statement();
    if (to_.property == dcatap::kApplicableLegislation && !cites_data_governance())
      return "shape-other";
    return "shape";
  }

  /// The act that is most often taken for the one on health data.
  bool cites_data_governance() {
    const auto node = focus();
    if (!node) return false;
    for (const TermId id : graph_.objects(*node, dcatap::kApplicableLegislation)) {
      if (graph_[id].value.find("2022/868") == std::string_view::npos) continue;
      to_.value = OwnTerm(graph_[id]);
      set_place(*node, dcatap::kApplicableLegislation, id);
      return true;
    }
    return false;
  }

  void suggest_code_of_address() {
    if (!to_.value || to_.value->kind != TermKind::Iri) return;
    find_coded_statement();
    const std::string& vocabulary = to_.rule->vocabulary;
    if (const Concept* alias = codes_.vocabularies().by_iri(vocabulary, to_.value->text))
      return take(*alias);
    const Concept* known = codes_.nearest(to_.rule->vocabulary, local_name(to_.value->text));
    if (known != nullptr) take(*known);
  }
  /// Behind a path of several steps: the statement that has the value.
  void find_coded_statement() {
    if (!to_.property.empty() || result_.path == nullptr || result_.path->parts.empty()) return;
    const shacl::Path& last = result_.path->parts.back();
    if (last.kind != shacl::Path::Kind::Predicate) return;
    to_.property = last.predicate.value;
    const auto value = graph_.find(to_.value->view());
    if (!value) return;
    const auto subjects = graph_.subjects(to_.property, *value);
    if (!subjects.empty()) set_place(subjects.front(), to_.property, *value);
  }
  void take(const Concept& known) {
    to_.nearest = known.code;
    to_.better = OwnTerm(TermKind::Iri, known.iri);
  }

  /// Organisations: what stands where cv:contactPoint belongs.
  std::string contact() {
    const auto node = to_.value ? graph_.find(to_.value->view()) : std::nullopt;
    if (!node) return "contact-none";
    const std::size_t points = graph_.objects(*node, cv::kContactPoint).size();
    if (points > 1) return "contact-many";
    if (points == 1) return "contact-untyped";
    std::string others;
    for (const auto& [iri, name] : kOtherContacts)
      if (graph_.object(*node, iri)) others.append(others.empty() ? "" : ", ").append(name);
    if (!others.empty()) argument("instead", others);
    return others.empty() ? "contact-none" : "contact-other";
  }

  /// Whether what is asked is one of the datatypes of days.
  bool wants_date() const {
    if (result_.component() != Component::Or || !to_.value) return false;
    return std::ranges::any_of(result_.constraint->shapes, [&](shacl::ShapeId id) {
      return std::ranges::any_of(shapes_[id].constraints, [&](const Constraint& one) {
        return one.component == Component::Datatype &&
               shapes_.constants()[one.values[0]].value == xsd::kDate;
      });
    });
  }

  std::string date() {
    if (to_.value->kind != TermKind::Literal) return "date";
    if (parse_days_of(to_.value->text)) {
      to_.better = OwnTerm(TermKind::Literal, std::string(trim(to_.value->text)),
                           std::string(datatype_of_day(trim(to_.value->text))));
      return "date-type";
    }
    const auto day = day_in(to_.value->text);
    if (!day) return "date";
    to_.better = OwnTerm(TermKind::Literal, *day, std::string(xsd::kDate));
    return "date-local";
  }
  static bool parse_days_of(std::string_view text) {
    const std::string_view type = datatype_of_day(trim(text));
    const auto datatype = shacl::datatype_of(type);
    return datatype && shacl::is_valid(*datatype, trim(text));
  }
  static std::string_view datatype_of_day(std::string_view text) {
    if (text.find('T') != std::string_view::npos) return xsd::kDateTime;
    if (text.size() == 4) return xsd::kGYear;
    return text.size() == 7 ? xsd::kGYearMonth : xsd::kDate;
  }

  /// A rule of a node: the first of its properties that stands in the file is what was found.
  void find_statement() {
    const auto node = focus();
    if (!node) return;
    to_.value.reset();
    to_.value_name.clear();
    std::vector<std::string_view> predicates;
    collect(*result_.constraint, predicates, 0);
    for (const std::string_view predicate : predicates) {
      const auto values = objects_in_order(graph_, *node, predicate);
      if (values.empty()) continue;
      if (!to_.value) {
        to_.value = OwnTerm(graph_[values.front()]);
        set_place(*node, predicate, values.front());
      }
      argument(std::string(local_name(predicate)), std::string(graph_[values.front()].value));
    }
  }

  void collect(const Constraint& constraint, std::vector<std::string_view>& to, int depth) const {
    constexpr int kDeepest = 6;
    if (depth > kDeepest) return;
    for (const shacl::ShapeId id : constraint.shapes) {
      const Shape& shape = shapes_[id];
      if (shape.path) collect(*shape.path, to, 0);
      for (const Constraint& one : shape.constraints) collect(one, to, depth + 1);
    }
  }
  static void collect(const shacl::Path& path, std::vector<std::string_view>& to, int depth) {
    constexpr int kDeepest = 6;
    if (path.kind == shacl::Path::Kind::Predicate &&
        std::ranges::find(to, path.predicate.value) == to.end())
      to.push_back(path.predicate.value);
    if (depth < kDeepest)
      for (const shacl::Path& part : path.parts) collect(part, to, depth + 1);
  }

  const shacl::Result& result_;
  const shacl::Shapes& shapes_;
  const rdf::Graph& graph_;
  const CodeFinder& codes_;
  std::string_view language_;
  Finding& to_;
};

}  // namespace

void describe(const shacl::Result& result, const shacl::Shapes& shapes, const rdf::Graph& graph,
              const CodeFinder& codes, std::string_view language, Finding& into) {
  Describer(result, shapes, graph, codes, language, into).describe();
}

std::string name_of_node(const rdf::Graph& graph, rdf::TermId node, std::string_view language) {
  const std::vector<Literal> names = names_of(graph, node);
  const Literal* best = best_literal(names, language);
  return best == nullptr ? std::string() : best->text;
}

}  // namespace pinakes
