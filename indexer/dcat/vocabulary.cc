// Reads SKOS files into tables of concepts, found by IRI (aliases too) and by code.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/dcat/vocabulary.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>

#include "indexer/base/error.h"
#include "indexer/base/iri.h"
#include "indexer/base/text.h"
#include "indexer/base/text_map.h"
#include "indexer/rdf/formats.h"
#include "schemas/namespaces.h"

namespace pinakes {
namespace {

using rdf::Graph;
using rdf::TermId;

using Index = TextMap<std::size_t>;

struct Vocabulary {
  std::vector<Concept> concepts;
  Index by_iri, by_code;
};

/// Publishers write http and https, with and without a final slash: the same concept is meant.
std::string_view comparable(std::string_view iri) {
  for (const std::string_view scheme : {"https://", "http://"})
    if (iri.substr(0, scheme.size()) == scheme) {
      iri.remove_prefix(scheme.size());
      break;
    }
  if (!iri.empty() && iri.back() == '/') iri.remove_suffix(1);
  return iri;
}

std::vector<Literal> literals(const Graph& graph, TermId node, std::string_view predicate) {
  std::vector<Literal> found;
  for (const TermId object : graph.objects(node, predicate)) {
    const rdf::Term& term = graph[object];
    if (term.kind != rdf::TermKind::Literal) continue;
    LanguageTag tag = parse_language_tag(term.language);
    found.push_back({std::string(term.value), std::move(tag.primary), {}});
  }
  return found;
}

Concept read_concept(const Graph& graph, TermId node) {
  Concept entry;
  entry.iri = graph[node].value;
  const auto notation = graph.object(node, skos::kNotation);
  entry.code = notation ? graph[*notation].value : local_name(entry.iri);
  entry.labels = literals(graph, node, skos::kPrefLabel);
  entry.alternatives = literals(graph, node, skos::kAltLabel);
  if (const auto broader = graph.object(node, skos::kBroader))
    entry.broader = local_name(graph[*broader].value);
  return entry;
}

Vocabulary read_vocabulary(const Graph& graph) {
  Vocabulary result;
  const auto type = graph.find_iri(skos::kConcept);
  if (!type) return result;
  // Ids grow in the order of first mention, which is the order of the file.
  std::vector<TermId> nodes = graph.subjects(rdf_ns::kType, *type);
  std::sort(nodes.begin(), nodes.end());
  for (const TermId node : nodes) {
    Concept entry = read_concept(graph, node);
    const std::size_t position = result.concepts.size();
    result.by_code.emplace(entry.code, position);
    result.by_iri.insert_or_assign(std::string(comparable(entry.iri)), position);
    for (const TermId alias : graph.objects(node, skos::kExactMatch))
      result.by_iri.emplace(comparable(graph[alias].value), position);
    result.concepts.push_back(std::move(entry));
  }
  return result;
}

Vocabulary read_file(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  if (!stream) throw Error(ErrorCode::Io, "cannot read the vocabulary " + path.string());
  Graph graph;
  Diagnostics found;
  const std::string file = path.string();
  const rdf::Format* turtle = rdf::format_of_extension(path);
  if (turtle == nullptr || !turtle->read({text, {}, file}, graph, found))
    throw Error(ErrorCode::Io, "the vocabulary " + file + " has a syntax error",
                found.empty() ? "" : "line " + std::to_string(found.front().place.position.line));
  graph.finish();
  return read_vocabulary(graph);
}

/// How well a literal serves a reader of `lang`; smaller is better.
int distance(const Literal& literal, std::string_view lang) {
  const bool translated = !literal.translated_from.empty();
  if (literal.language == lang) return translated ? 1 : 0;
  if (literal.language == "en") return translated ? 4 : 2;
  return translated ? 5 : 3;
}

}  // namespace

const Literal* best_literal(const std::vector<Literal>& literals, std::string_view lang) {
  const auto best = std::min_element(
      literals.begin(), literals.end(),
      [&](const Literal& a, const Literal& b) { return distance(a, lang) < distance(b, lang); });
  return best == literals.end() ? nullptr : &*best;
}

struct Vocabularies::Impl {
  std::map<std::string, Vocabulary, std::less<>> all;
  const Vocabulary* find(std::string_view name) const {
    const auto found = all.find(name);
    return found == all.end() ? nullptr : &found->second;
  }
};

Vocabularies::Vocabularies(const std::filesystem::path& home) : impl_(std::make_unique<Impl>()) {
  const std::filesystem::path folder = home / "schemas" / "vocabularies";
  std::error_code failed;
  for (const auto& entry : std::filesystem::directory_iterator(folder, failed))
    if (entry.path().extension() == ".ttl")
      impl_->all.emplace(entry.path().stem().string(), read_file(entry.path()));
  if (failed)
    throw Error(ErrorCode::Io, "cannot read the vocabularies in " + folder.string(),
                "set PINAKES_HOME to the folder that holds schemas and web");
}

Vocabularies::~Vocabularies() = default;
Vocabularies::Vocabularies(Vocabularies&&) noexcept = default;

const Concept* Vocabularies::by_iri(std::string_view vocabulary, std::string_view iri) const {
  const Vocabulary* table = impl_->find(vocabulary);
  if (table == nullptr) return nullptr;
  const auto found = table->by_iri.find(comparable(iri));
  return found == table->by_iri.end() ? nullptr : &table->concepts[found->second];
}

const Concept* Vocabularies::by_code(std::string_view vocabulary, std::string_view code) const {
  const Vocabulary* table = impl_->find(vocabulary);
  if (table == nullptr) return nullptr;
  const auto found = table->by_code.find(code);
  return found == table->by_code.end() ? nullptr : &table->concepts[found->second];
}

const std::vector<Concept>& Vocabularies::concepts(std::string_view vocabulary) const {
  static const std::vector<Concept> kNone;
  const Vocabulary* table = impl_->find(vocabulary);
  return table == nullptr ? kNone : table->concepts;
}

}  // namespace pinakes
