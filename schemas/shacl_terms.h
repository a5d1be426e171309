// The SHACL vocabulary: terms that the engine names, and the table of constraint components.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

namespace pinakes::sh {

inline constexpr std::string_view kNamespace = "http://www.w3.org/ns/shacl#";

inline constexpr std::string_view kNodeShape = "http://www.w3.org/ns/shacl#NodeShape";
inline constexpr std::string_view kPropertyShape = "http://www.w3.org/ns/shacl#PropertyShape";
inline constexpr std::string_view kTargetClass = "http://www.w3.org/ns/shacl#targetClass";
inline constexpr std::string_view kTargetNode = "http://www.w3.org/ns/shacl#targetNode";
inline constexpr std::string_view kTargetSubjectsOf = "http://www.w3.org/ns/shacl#targetSubjectsOf";
inline constexpr std::string_view kTargetObjectsOf = "http://www.w3.org/ns/shacl#targetObjectsOf";
inline constexpr std::string_view kTarget = "http://www.w3.org/ns/shacl#target";

inline constexpr std::string_view kPath = "http://www.w3.org/ns/shacl#path";
inline constexpr std::string_view kInversePath = "http://www.w3.org/ns/shacl#inversePath";
inline constexpr std::string_view kAlternativePath = "http://www.w3.org/ns/shacl#alternativePath";
inline constexpr std::string_view kZeroOrMorePath = "http://www.w3.org/ns/shacl#zeroOrMorePath";
inline constexpr std::string_view kOneOrMorePath = "http://www.w3.org/ns/shacl#oneOrMorePath";
inline constexpr std::string_view kZeroOrOnePath = "http://www.w3.org/ns/shacl#zeroOrOnePath";

inline constexpr std::string_view kSeverity = "http://www.w3.org/ns/shacl#severity";
inline constexpr std::string_view kMessage = "http://www.w3.org/ns/shacl#message";
inline constexpr std::string_view kDeactivated = "http://www.w3.org/ns/shacl#deactivated";
inline constexpr std::string_view kName = "http://www.w3.org/ns/shacl#name";
inline constexpr std::string_view kDescription = "http://www.w3.org/ns/shacl#description";
inline constexpr std::string_view kOrder = "http://www.w3.org/ns/shacl#order";
inline constexpr std::string_view kGroup = "http://www.w3.org/ns/shacl#group";
inline constexpr std::string_view kViolation = "http://www.w3.org/ns/shacl#Violation";
inline constexpr std::string_view kWarning = "http://www.w3.org/ns/shacl#Warning";
inline constexpr std::string_view kInfo = "http://www.w3.org/ns/shacl#Info";

inline constexpr std::string_view kFlags = "http://www.w3.org/ns/shacl#flags";
inline constexpr std::string_view kIgnoredProperties =
    "http://www.w3.org/ns/shacl#ignoredProperties";
inline constexpr std::string_view kProperty = "http://www.w3.org/ns/shacl#property";
inline constexpr std::string_view kNode = "http://www.w3.org/ns/shacl#node";
inline constexpr std::string_view kQualifiedValueShape =
    "http://www.w3.org/ns/shacl#qualifiedValueShape";
inline constexpr std::string_view kQualifiedValueShapesDisjoint =
    "http://www.w3.org/ns/shacl#qualifiedValueShapesDisjoint";

inline constexpr std::string_view kIri = "http://www.w3.org/ns/shacl#IRI";
inline constexpr std::string_view kBlankNode = "http://www.w3.org/ns/shacl#BlankNode";
inline constexpr std::string_view kLiteral = "http://www.w3.org/ns/shacl#Literal";
inline constexpr std::string_view kBlankNodeOrIri = "http://www.w3.org/ns/shacl#BlankNodeOrIRI";
inline constexpr std::string_view kBlankNodeOrLiteral =
    "http://www.w3.org/ns/shacl#BlankNodeOrLiteral";
inline constexpr std::string_view kIriOrLiteral = "http://www.w3.org/ns/shacl#IRIOrLiteral";

inline constexpr std::string_view kSelect = "http://www.w3.org/ns/shacl#select";
inline constexpr std::string_view kParameter = "http://www.w3.org/ns/shacl#parameter";
inline constexpr std::string_view kOptional = "http://www.w3.org/ns/shacl#optional";
inline constexpr std::string_view kEntailment = "http://www.w3.org/ns/shacl#entailment";

inline constexpr std::string_view kValidationReport = "http://www.w3.org/ns/shacl#ValidationReport";
inline constexpr std::string_view kValidationResult = "http://www.w3.org/ns/shacl#ValidationResult";
inline constexpr std::string_view kConforms = "http://www.w3.org/ns/shacl#conforms";
inline constexpr std::string_view kResult = "http://www.w3.org/ns/shacl#result";
inline constexpr std::string_view kDetail = "http://www.w3.org/ns/shacl#detail";
inline constexpr std::string_view kFocusNode = "http://www.w3.org/ns/shacl#focusNode";
inline constexpr std::string_view kResultPath = "http://www.w3.org/ns/shacl#resultPath";
inline constexpr std::string_view kResultMessage = "http://www.w3.org/ns/shacl#resultMessage";
inline constexpr std::string_view kResultSeverity = "http://www.w3.org/ns/shacl#resultSeverity";
inline constexpr std::string_view kSourceShape = "http://www.w3.org/ns/shacl#sourceShape";
inline constexpr std::string_view kSourceConstraintComponent =
    "http://www.w3.org/ns/shacl#sourceConstraintComponent";
inline constexpr std::string_view kValue = "http://www.w3.org/ns/shacl#value";

inline constexpr std::string_view kJs = "http://www.w3.org/ns/shacl#js";
inline constexpr std::string_view kExpression = "http://www.w3.org/ns/shacl#expression";
inline constexpr std::string_view kRule = "http://www.w3.org/ns/shacl#rule";

/// What may be said of a shape beside kConstraintTerms and kOtherTerms.
inline constexpr auto kShapeTerms = std::to_array<std::string_view>({kTargetClass,
                                                                     kTargetNode,
                                                                     kTargetSubjectsOf,
                                                                     kTargetObjectsOf,
                                                                     kTarget,
                                                                     kPath,
                                                                     kInversePath,
                                                                     kAlternativePath,
                                                                     kZeroOrMorePath,
                                                                     kOneOrMorePath,
                                                                     kZeroOrOnePath,
                                                                     kSeverity,
                                                                     kMessage,
                                                                     kDeactivated,
                                                                     kName,
                                                                     kDescription,
                                                                     kOrder,
                                                                     kGroup,
                                                                     kQualifiedValueShape,
                                                                     kQualifiedValueShapesDisjoint,
                                                                     kSelect,
                                                                     kParameter,
                                                                     kOptional});

/// Local names of the other terms that SHACL, its SPARQL part and its Advanced Features define:
/// what stands in a shapes graph and is in none of these tables is no SHACL.
inline constexpr auto kOtherTerms = std::to_array<std::string_view>({"ask",
                                                                     "construct",
                                                                     "condition",
                                                                     "declare",
                                                                     "defaultValue",
                                                                     "entailment",
                                                                     "expression",
                                                                     "filterShape",
                                                                     "flags",
                                                                     "ignoredProperties",
                                                                     "intersection",
                                                                     "js",
                                                                     "jsFunctionName",
                                                                     "jsLibrary",
                                                                     "jsLibraryURL",
                                                                     "labelTemplate",
                                                                     "namespace",
                                                                     "nodeValidator",
                                                                     "nodes",
                                                                     "object",
                                                                     "predicate",
                                                                     "prefix",
                                                                     "prefixes",
                                                                     "propertyValidator",
                                                                     "resultAnnotation",
                                                                     "returnType",
                                                                     "rule",
                                                                     "shapesGraph",
                                                                     "shapesGraphWellFormed",
                                                                     "sourceConstraint",
                                                                     "sparql",
                                                                     "subject",
                                                                     "suggestedShapesGraph",
                                                                     "this",
                                                                     "union",
                                                                     "update",
                                                                     "validator",
                                                                     "annotationProperty",
                                                                     "annotationValue",
                                                                     "annotationVarName",
                                                                     "targetShape",
                                                                     "values"});

/// A parameter and the component it makes (SHACL section 4), in the order in which the components
/// of a shape are checked. The engine's enumeration has the same order.
struct ConstraintTerm {
  std::string_view parameter, component;
};
inline constexpr auto kConstraintTerms = std::to_array<ConstraintTerm>({
    {"http://www.w3.org/ns/shacl#minCount",
     "http://www.w3.org/ns/shacl#MinCountConstraintComponent"},
    {"http://www.w3.org/ns/shacl#maxCount",
     "http://www.w3.org/ns/shacl#MaxCountConstraintComponent"},
    {"http://www.w3.org/ns/shacl#hasValue",
     "http://www.w3.org/ns/shacl#HasValueConstraintComponent"},
    {"http://www.w3.org/ns/shacl#in", "http://www.w3.org/ns/shacl#InConstraintComponent"},
    {"http://www.w3.org/ns/shacl#nodeKind",
     "http://www.w3.org/ns/shacl#NodeKindConstraintComponent"},
    {"http://www.w3.org/ns/shacl#datatype",
     "http://www.w3.org/ns/shacl#DatatypeConstraintComponent"},
    {"http://www.w3.org/ns/shacl#class", "http://www.w3.org/ns/shacl#ClassConstraintComponent"},
    {"http://www.w3.org/ns/shacl#minInclusive",
     "http://www.w3.org/ns/shacl#MinInclusiveConstraintComponent"},
    {"http://www.w3.org/ns/shacl#maxInclusive",
     "http://www.w3.org/ns/shacl#MaxInclusiveConstraintComponent"},
    {"http://www.w3.org/ns/shacl#minExclusive",
     "http://www.w3.org/ns/shacl#MinExclusiveConstraintComponent"},
    {"http://www.w3.org/ns/shacl#maxExclusive",
     "http://www.w3.org/ns/shacl#MaxExclusiveConstraintComponent"},
    {"http://www.w3.org/ns/shacl#minLength",
     "http://www.w3.org/ns/shacl#MinLengthConstraintComponent"},
    {"http://www.w3.org/ns/shacl#maxLength",
     "http://www.w3.org/ns/shacl#MaxLengthConstraintComponent"},
    {"http://www.w3.org/ns/shacl#pattern", "http://www.w3.org/ns/shacl#PatternConstraintComponent"},
    {"http://www.w3.org/ns/shacl#languageIn",
     "http://www.w3.org/ns/shacl#LanguageInConstraintComponent"},
    {"http://www.w3.org/ns/shacl#uniqueLang",
     "http://www.w3.org/ns/shacl#UniqueLangConstraintComponent"},
    {"http://www.w3.org/ns/shacl#equals", "http://www.w3.org/ns/shacl#EqualsConstraintComponent"},
    {"http://www.w3.org/ns/shacl#disjoint",
     "http://www.w3.org/ns/shacl#DisjointConstraintComponent"},
    {"http://www.w3.org/ns/shacl#lessThan",
     "http://www.w3.org/ns/shacl#LessThanConstraintComponent"},
    {"http://www.w3.org/ns/shacl#lessThanOrEquals",
     "http://www.w3.org/ns/shacl#LessThanOrEqualsConstraintComponent"},
    {"http://www.w3.org/ns/shacl#not", "http://www.w3.org/ns/shacl#NotConstraintComponent"},
    {"http://www.w3.org/ns/shacl#and", "http://www.w3.org/ns/shacl#AndConstraintComponent"},
    {"http://www.w3.org/ns/shacl#or", "http://www.w3.org/ns/shacl#OrConstraintComponent"},
    {"http://www.w3.org/ns/shacl#xone", "http://www.w3.org/ns/shacl#XoneConstraintComponent"},
    {"http://www.w3.org/ns/shacl#node", "http://www.w3.org/ns/shacl#NodeConstraintComponent"},
    {"http://www.w3.org/ns/shacl#property",
     "http://www.w3.org/ns/shacl#PropertyConstraintComponent"},
    {"http://www.w3.org/ns/shacl#qualifiedMinCount",
     "http://www.w3.org/ns/shacl#QualifiedMinCountConstraintComponent"},
    {"http://www.w3.org/ns/shacl#qualifiedMaxCount",
     "http://www.w3.org/ns/shacl#QualifiedMaxCountConstraintComponent"},
    {"http://www.w3.org/ns/shacl#closed", "http://www.w3.org/ns/shacl#ClosedConstraintComponent"},
    {"http://www.w3.org/ns/shacl#sparql", "http://www.w3.org/ns/shacl#SPARQLConstraintComponent"},
});

}  // namespace pinakes::sh
