// What names a dataset: its key in the source, its title, its place; and what it plainly lacks.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/ingest/identity.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <vector>

#include "indexer/base/iri.h"
#include "indexer/base/text.h"
#include "indexer/dcat/canonical.h"
#include "indexer/rdf/isomorphic.h"
#include "schemas/namespaces.h"

namespace pinakes {
namespace {

std::string smallest(const Dataset& dataset, std::string_view predicate) {
  std::string best;
  for (const rdf::TermId id : dataset.graph.objects(dataset.node, predicate)) {
    const std::string_view text = trim(dataset.graph[id].value);
    if (!text.empty() && (best.empty() || text < best)) best = text;
  }
  return best;
}

std::string best_title(const Dataset& dataset) {
  using Rank = std::tuple<int, std::string, std::string>;
  std::optional<Rank> best;
  for (const rdf::TermId id : dataset.graph.objects(dataset.node, dct::kTitle)) {
    const rdf::Term& term = dataset.graph[id];
    const std::string_view text = trim(term.value);
    if (term.kind != rdf::TermKind::Literal || text.empty()) continue;
    const LanguageTag tag = parse_language_tag(term.language);
    const bool translated = !tag.translated_from.empty();
    const int order = (tag.primary == "en" ? 0 : 2) + (translated ? 1 : 0);
    Rank rank{order, tag.primary, std::string(text)};
    if (!best || rank < *best) best = std::move(rank);
  }
  return best ? std::get<2>(*best) : std::string();
}

std::string identifier_or_iri(const Dataset& dataset) {
  const bool named = !dataset.iri.starts_with("_:") && !is_genid(dataset.iri);
  if (named) return dataset.iri;
  std::string identifier = smallest(dataset, dct::kIdentifier);
  return identifier.empty() ? smallest(dataset, dcat::kLandingPage) : identifier;
}

struct Nameless {
  rdf::TermId root;
  std::string key, page, title, contents;
  Place place;
};

Nameless nameless(const Splitter& splitter, rdf::TermId root, std::string_view file) {
  const Dataset as_sent = splitter.dataset(root);
  const std::optional<Canonical> better = rewritten(as_sent);
  const Dataset& dataset = better ? better->dataset : as_sent;
  Nameless one{root, record_key(dataset), {}, {}, {}, {}};
  one.page = smallest(dataset, dcat::kLandingPage);
  one.title = best_title(dataset);
  one.contents = sha256_hex(rdf::canonical_ntriples(as_sent.graph));
  one.place = {std::string(file), first_position(dataset), {}};
  return one;
}

Diagnostic missing(std::string_view code, const Dataset& dataset, std::string_view file) {
  std::string identifier = smallest(dataset, dct::kIdentifier);
  if (identifier.empty()) identifier = identifier_or_iri(dataset);
  return {std::string(code),
          Severity::Warning,
          {{"dataset", shown_name(dataset)}, {"identifier", identifier}},
          {std::string(file), first_position(dataset), {}}};
}

bool has_text(const Dataset& dataset, std::string_view predicate) {
  for (const rdf::TermId id : dataset.graph.objects(dataset.node, predicate))
    if (dataset.graph[id].kind == rdf::TermKind::Literal && !trim(dataset.graph[id].value).empty())
      return true;
  return false;
}

}  // namespace

std::string naming_title(const Dataset& dataset) {
  std::string title = best_title(dataset);
  if (title.empty()) title = smallest(dataset, dct::kIdentifier);
  if (title.empty()) title = local_name(dataset.iri);
  return title;
}

std::string shown_name(const Dataset& dataset) {
  const std::string title = best_title(dataset), id = identifier_or_iri(dataset);
  if (title.empty()) return id.empty() ? dataset.iri : id;
  return id.empty() ? title : title + " (" + id + ")";
}

Position first_position(const Dataset& dataset) {
  Position first{};
  for (const rdf::Triple& triple : dataset.graph.about(dataset.node)) {
    const Position at = dataset.graph.position(triple);
    if (at.line == 0) continue;
    if (first.line == 0 || std::tie(at.line, at.column) < std::tie(first.line, first.column))
      first = at;
  }
  return first;
}

BorrowedKeys borrowed_keys(const Splitter& splitter, const rdf::Graph& graph, std::string_view file,
                           const std::function<bool(const std::string&)>& taken) {
  std::map<std::string, std::vector<Nameless>> groups;
  BorrowedKeys result;
  for (const rdf::TermId root : splitter.roots()) {
    const rdf::Term& term = graph[root];
    if (term.kind != rdf::TermKind::Blank && !is_genid(term.value)) continue;
    Nameless one = nameless(splitter, root, file);
    if (one.key.empty())
      result.keys[root] = {};
    else
      groups[one.key].push_back(std::move(one));
  }
  for (auto& [key, group] : groups) {
    std::sort(group.begin(), group.end(), [](const Nameless& a, const Nameless& b) {
      return std::tie(a.page, a.title, a.contents) < std::tie(b.page, b.title, b.contents);
    });
    std::size_t count = 0;
    for (const Nameless& one : group) {
      std::string name;
      do {
        ++count;
        name = count == 1 ? key : key + "#" + std::to_string(count);
      } while (taken(name));
      result.keys[one.root] = name;
      if (count > 1)
        result.found.push_back({"same-identifier",
                                Severity::Warning,
                                {{"identifier", key.substr(key.find(':') + 1)},
                                 {"title", one.title},
                                 {"count", std::to_string(count)}},
                                one.place});
    }
  }
  return result;
}

Diagnostics plain_findings(const Dataset& dataset, std::string_view file) {
  Diagnostics found;
  const bool title = has_text(dataset, dct::kTitle);
  if (!title && dataset.graph.about(dataset.node).size() == 1)
    return {missing("only-type", dataset, file)};
  if (!title) found.push_back(missing("no-title", dataset, file));
  if (!has_text(dataset, dct::kDescription))
    found.push_back(missing("no-description", dataset, file));
  return found;
}

}  // namespace pinakes
