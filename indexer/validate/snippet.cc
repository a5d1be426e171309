// Writes small trees of statements in three syntaxes.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/validate/snippet.h"

#include <fstream>
#include <nlohmann/json.hpp>

#include "indexer/base/error.h"
#include "indexer/base/text.h"
#include "indexer/dcat/node_text.h"
#include "indexer/rdf/formats.h"
#include "schemas/namespaces.h"

namespace pinakes {
namespace {

using rdf::Graph;
using rdf::Term;
using rdf::TermId;
using rdf::TermKind;

constexpr std::string_view kExample = "urn:pinakes:example:";
constexpr int kDeepest = 4;

bool is_name(std::string_view text) {
  return !text.empty() && text.find_first_of("/#:?&= ") == std::string_view::npos;
}

/// A text between quotes, with the escapes that Turtle shares with JSON.
std::string in_quotes(std::string_view text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string escaped_xml(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else
      out += c;
  }
  return out;
}

bool fits(const Term& term, std::string_view language) {
  return term.kind != TermKind::Literal || term.language.empty() || term.language == language;
}

/// dct:type has values of several vocabularies.
bool is_of_vocabulary(const Term& term, const Finding& finding) {
  if (finding.rule == nullptr || finding.rule->vocabulary.empty()) return true;
  return term.value.find("/" + finding.rule->vocabulary + "/") != std::string_view::npos;
}

/// A node of the examples that a snippet writes out, rather than its address.
bool is_described(const Term& term) {
  return term.kind == TermKind::Blank ||
         (term.kind == TermKind::Iri && term.value.starts_with(kExample));
}

struct Writer {
  const Graph& graph;
  std::string_view language;

  struct Statement {
    std::string_view predicate;
    Term object;
  };
  /// What is said of the node in that language, its class first, in the order of the file.
  std::vector<Statement> about(TermId node) const {
    std::vector<std::pair<Position, Statement>> all;
    for (const rdf::Triple& triple : graph.about(node))
      if (fits(graph[triple.object], language))
        all.emplace_back(graph.position(triple),
                         Statement{graph[triple.predicate].value, graph[triple.object]});
    std::ranges::sort(all, {}, [](const auto& one) {
      return std::tuple(one.second.predicate != rdf_ns::kType, one.first.line, one.first.column);
    });
    std::vector<Statement> result;
    result.reserve(all.size());
    for (const auto& [at, statement] : all) result.push_back(statement);
    return result;
  }

  std::string turtle(const Term& term, int depth) const {
    if (!is_described(term) || depth > kDeepest) return turtle_term(term);
    std::string out = "[ ";
    for (const auto& [predicate, object] : about(*graph.find(term))) {
      if (out.size() > 2) out += " ; ";
      out += predicate == rdf_ns::kType ? "a" : compact_iri(predicate);
      out += " " + turtle(object, depth + 1);
    }
    return out + " ]";
  }

  std::string xml(std::string_view predicate, const Term& term, int depth) const {
    const std::string indent(static_cast<std::size_t>(depth) * 4, ' ');
    const std::string name = compact_iri(predicate);
    if (term.kind == TermKind::Literal) {
      std::string attribute;
      if (!term.language.empty()) attribute = " xml:lang=\"" + std::string(term.language) + "\"";
      if (!term.datatype.empty() && term.datatype != xsd::kString)
        attribute = " rdf:datatype=\"" + escaped_xml(term.datatype) + "\"";
      return indent + "<" + name + attribute + ">" + escaped_xml(term.value) + "</" + name + ">";
    }
    if (!is_described(term) || depth > kDeepest)
      return indent + "<" + name + " rdf:resource=\"" + escaped_xml(term.value) + "\"/>";
    std::string element = "rdf:Description", inside;
    for (const auto& [property, object] : about(*graph.find(term))) {
      if (property == rdf_ns::kType)
        element = compact_iri(object.value);
      else
        inside += xml(property, object, depth + 1) + "\n";
    }
    return indent + "<" + name + ">\n" + indent + "  <" + element + ">\n" + inside + indent +
           "  </" + element + ">\n" + indent + "</" + name + ">";
  }

  nlohmann::ordered_json json(const Term& term, int depth) const {
    using Json = nlohmann::ordered_json;
    if (term.kind == TermKind::Literal) {
      if (!term.language.empty()) return Json{{"@value", term.value}, {"@language", term.language}};
      if (term.datatype == xsd::kBoolean) return Json(term.value == "true");
      if (term.datatype.empty() || term.datatype == xsd::kString) return Json(term.value);
      return Json{{"@value", term.value}, {"@type", compact_iri(term.datatype)}};
    }
    if (!is_described(term) || depth > kDeepest) return Json{{"@id", term.value}};
    Json node = Json::object();
    for (const auto& [property, object] : about(*graph.find(term))) {
      if (property == rdf_ns::kType)
        node["@type"] = compact_iri(object.value);
      else
        node[compact_iri(property)] = json(object, depth + 1);
    }
    return node;
  }

  std::string write(std::string_view predicate, const Term& object, SnippetSyntax syntax) const {
    if (syntax == SnippetSyntax::RdfXml) return xml(predicate, object, 0);
    if (syntax == SnippetSyntax::Turtle)
      return compact_iri(predicate) + " " + turtle(object, 0) + " ;";
    return in_quotes(compact_iri(predicate)) + ": " +
           json(object, 0).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  }
};

}  // namespace

struct Snippets::Impl {
  Graph graph;

  /// The example on a node of that class, else on the first node that has the property.
  std::optional<Term> example(const Finding& finding, std::string_view language) const {
    const auto predicate = graph.find_iri(finding.property);
    if (!predicate) return std::nullopt;
    std::optional<Term> best;
    bool same_class = false;
    Position first;
    for (const rdf::Triple& triple : graph.triples()) {
      if (triple.predicate != *predicate || !fits(graph[triple.object], language)) continue;
      if (!is_of_vocabulary(graph[triple.object], finding)) continue;
      const bool same = graph.has(triple.subject, rdf_ns::kType, finding.focus_type);
      const Position at = graph.position(triple);
      const bool earlier = std::pair(at.line, at.column) < std::pair(first.line, first.column);
      if (best && (same_class > same || (same_class == same && !earlier))) continue;
      best = graph[triple.object];
      same_class = same;
      first = at;
    }
    return best;
  }
};

Snippets::Snippets(const std::filesystem::path& home) : impl_(std::make_unique<Impl>()) {
  const std::filesystem::path file = home / "schemas" / "templates" / "snippets.ttl";
  std::ifstream in(file, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  Diagnostics found;
  if (!in || !rdf::format_named("turtle")->read({text, {}, "snippets.ttl"}, impl_->graph, found))
    throw Error(ErrorCode::Io, file.string() + ": the examples cannot be read");
  impl_->graph.finish();
}
Snippets::~Snippets() = default;
Snippets::Snippets(Snippets&&) noexcept = default;

std::string Snippets::of(const Finding& finding, SnippetSyntax syntax,
                         std::string_view language) const {
  if (finding.property.empty()) return {};
  const Writer writer{impl_->graph, language};
  if (finding.better) return writer.write(finding.property, finding.better->view(), syntax);
  const std::optional<Term> example = impl_->example(finding, language);
  return example ? writer.write(finding.property, *example, syntax) : std::string();
}

SnippetSyntax snippet_syntax(std::string_view format) {
  if (format == "rdfxml") return SnippetSyntax::RdfXml;
  return format == "jsonld" || format == "html" ? SnippetSyntax::JsonLd : SnippetSyntax::Turtle;
}

std::string_view name_of(SnippetSyntax syntax) {
  switch (syntax) {
    case SnippetSyntax::RdfXml:
      return "rdfxml";
    case SnippetSyntax::JsonLd:
      return "jsonld";
    case SnippetSyntax::Turtle:
      break;
  }
  return "turtle";
}

std::string compact_iri(std::string_view iri) {
  for (const Prefix& prefix : kPrefixes)
    if (iri.starts_with(prefix.iri) && is_name(iri.substr(prefix.iri.size())))
      return std::string(prefix.name).append(":").append(iri.substr(prefix.iri.size()));
  return std::string(iri);
}

std::string turtle_term(const Term& term) {
  if (term.kind == TermKind::Blank) return "_:" + std::string(term.value);
  if (term.kind == TermKind::Iri) {
    std::string name = compact_iri(term.value);
    return name == term.value ? "<" + name + ">" : name;
  }
  if (term.datatype == xsd::kBoolean && (term.value == "true" || term.value == "false"))
    return std::string(term.value);
  std::string text = in_quotes(term.value);
  if (!term.language.empty()) return text.append("@").append(term.language);
  if (term.datatype.empty() || term.datatype == xsd::kString) return text;
  return text + "^^" + turtle_term(rdf::iri(term.datatype));
}

}  // namespace pinakes
