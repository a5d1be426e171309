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

// The European authorities spell the address of a concept host/resource/authority/TABLE/CODE; the
// host of the health tables changed with nearly every release.
constexpr std::string_view kAuthority = "/resource/authority/";

struct Vocabulary {
  std::vector<Concept> concepts;
  Index by_iri, by_code;
  Index by_old_code;                  // the last part of an alias, whatever its host
  std::vector<std::string> prefixes;  // other addresses of the scheme; code follows after / or #
  std::string table;                  // kAuthority, the table's name, '/'; or empty
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

/// The code in an address of this vocabulary on any host and of any release; empty for others.
std::string_view code_in(const Vocabulary& vocabulary, std::string_view iri) {
  std::string_view code;
  for (const std::string& prefix : vocabulary.prefixes)
    if (iri.size() > prefix.size() && iri.starts_with(prefix) &&
        (iri[prefix.size()] == '/' || iri[prefix.size()] == '#'))
      code = iri.substr(prefix.size() + 1);
  if (code.empty() && !vocabulary.table.empty())
    if (const std::size_t at = iri.find(vocabulary.table); at != std::string_view::npos)
      code = iri.substr(at + vocabulary.table.size());
  return code.find_first_of("/#?") == std::string_view::npos ? code : std::string_view();
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

std::string code_of(const Graph& graph, TermId node) {
  const auto notation = graph.object(node, skos::kNotation);
  return std::string(notation ? graph[*notation].value : local_name(graph[node].value));
}

Concept read_concept(const Graph& graph, TermId node) {
  Concept entry;
  entry.iri = graph[node].value;
  entry.code = code_of(graph, node);
  entry.labels = literals(graph, node, skos::kPrefLabel);
  entry.alternatives = literals(graph, node, skos::kAltLabel);
  if (const auto broader = graph.object(node, skos::kBroader))
    entry.broader = code_of(graph, *broader);
  return entry;
}

/// The addresses of the scheme: its own, and those that mean the same (skos:exactMatch).
void read_scheme(const Graph& graph, Vocabulary& into) {
  const auto type = graph.find_iri(skos::kConceptScheme);
  if (!type) return;
  for (const TermId scheme : graph.subjects(rdf_ns::kType, *type)) {
    const std::string_view iri = comparable(graph[scheme].value);
    into.prefixes.emplace_back(iri);
    for (const TermId alias : graph.objects(scheme, skos::kExactMatch))
      into.prefixes.emplace_back(comparable(graph[alias].value));
    if (const std::size_t at = iri.find(kAuthority); at != std::string_view::npos)
      into.table = std::string(iri.substr(at)) + "/";
  }
}

Vocabulary read_vocabulary(const Graph& graph) {
  Vocabulary result;
  read_scheme(graph, result);
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
    for (const TermId alias : graph.objects(node, skos::kExactMatch)) {
      const std::string_view iri = comparable(graph[alias].value);
      result.by_iri.emplace(iri, position);
      if (const std::string_view code = code_in(result, iri); !code.empty())
        result.by_old_code.emplace(code, position);
    }
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
  const std::string_view wanted = comparable(iri);
  if (const auto found = table->by_iri.find(wanted); found != table->by_iri.end())
    return &table->concepts[found->second];
  const std::string_view code = code_in(*table, wanted);
  for (const Index* codes : {&table->by_code, &table->by_old_code})
    if (const auto found = codes->find(code); !code.empty() && found != codes->end())
      return &table->concepts[found->second];
  return nullptr;
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
