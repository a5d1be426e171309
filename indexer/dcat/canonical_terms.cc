// Addresses that changed: classes, properties and codes are replaced wherever they stand.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <vector>

#include "indexer/base/json.h"
#include "indexer/dcat/canonical_rows.h"
#include "indexer/rdf/json_lift.h"
#include "schemas/namespaces.h"

namespace pinakes::canon {
namespace {

using rdf::Graph;
using rdf::Term;
using rdf::TermId;
using rdf::TermKind;
using rdf::Triple;

struct New {
  std::string iri;
  Certainty certainty = Certainty::Mapped;
};

const Alias* alias_of(std::string_view iri) {
  const auto longer = [](const Alias& alias, std::string_view text) {
    return std::pair(alias.from.size(), alias.from) < std::pair(text.size(), text);
  };
  const auto row = std::lower_bound(aliases().begin(), aliases().end(), iri, longer);
  return row != aliases().end() && row->from == iri ? &*row : nullptr;
}

void other_beginning(std::string_view iri, New& now) {
  const bool table = iri.find("/authority/") != std::string_view::npos;
  for (const Beginning& row : beginnings()) {
    if (row.match == Beginning::Match::Inside) {
      if (!table || iri.starts_with(row.to)) continue;
      const std::size_t at = iri.find(row.from);
      if (at == std::string_view::npos) continue;
      now.iri = std::string(row.to).append(iri.substr(at + row.from.size()));
    } else if (iri.starts_with(row.from)) {
      now.iri = std::string(row.to).append(iri.substr(row.from.size()));
    } else {
      continue;
    }
    now.certainty = row.certainty;
    return;
  }
}

/// Empty where the IRI is what it should be.
New renewed(std::string_view iri) {
  New now;
  other_beginning(iri, now);
  const std::string_view so_far = now.iri.empty() ? iri : std::string_view(now.iri);
  if (so_far.ends_with('/') && so_far.starts_with(eu_tables()) &&
      so_far.size() > eu_tables().size())
    now.iri = std::string(so_far.substr(0, so_far.size() - 1));
  const Alias* alias = alias_of(now.iri.empty() ? iri : std::string_view(now.iri));
  if (alias != nullptr) {
    now.iri = alias->to;
    if (alias->certainty == Certainty::Guessed) now.certainty = Certainty::Guessed;
  }
  return now;
}

struct Renamed {
  TermId id;
  New now;
};

const New* renaming(const std::vector<Renamed>& all, TermId id) {
  const auto found = std::ranges::lower_bound(all, id, {}, &Renamed::id);
  return found != all.end() && found->id == id ? &found->now : nullptr;
}

}  // namespace

std::optional<Dataset> rename_terms(const Dataset& dataset, std::string_view file,
                                    Diagnostics& found) {
  const Graph& from = dataset.graph;
  std::vector<Renamed> all;
  for (std::uint32_t i = 0; i < from.term_count(); ++i) {
    const TermId id{i};
    if (from[id].kind != TermKind::Iri || id == dataset.node) continue;
    New now = renewed(from[id].value);
    if (!now.iri.empty()) all.push_back({id, std::move(now)});
  }
  if (all.empty()) return std::nullopt;
  Graph out;
  std::vector<bool> said(all.size());
  for (const Triple& triple : from.triples()) {
    const Position where = from.position(triple);
    const auto term = [&](TermId id) -> Term {
      const New* now = renaming(all, id);
      if (now == nullptr) return from[id];
      const auto row = static_cast<std::size_t>(
          std::ranges::lower_bound(all, id, {}, &Renamed::id) - all.begin());
      if (!said[row]) {
        said[row] = true;
        const bool guessed = now->certainty == Certainty::Guessed;
        found.push_back(finding(guessed ? "canonical-guessed-name" : "canonical-mapped",
                                guessed ? Severity::Warning : Severity::Info,
                                shown(from[id].value, {}), shown(now->iri, {}), {}, dcat_ap().name,
                                {std::string(file), where, {}}));
      }
      return rdf::iri(now->iri);
    };
    out.statement(term(triple.subject), term(triple.predicate), term(triple.object), where);
  }
  const TermId node = out.intern(from[dataset.node]);
  out.finish();
  return Dataset{dataset.iri, node, std::move(out)};
}

namespace {

/// The values that a text of an entry stands for: a list that was written as JSON is its items.
std::vector<std::string> entry_values(std::string_view text) {
  constexpr std::size_t kDeepest = 2;
  if (!text.starts_with('[')) return {std::string(text)};
  json::Value list;
  Diagnostics ignored;  // then it is a text that begins with a bracket
  if (!json::parse(text, {}, list, ignored, kDeepest) || !list.is(json::Kind::Array))
    return {std::string(text)};
  std::vector<std::string> values;
  for (const json::Value& item : list.items) {
    if (!item.is(json::Kind::String) && !item.is(json::Kind::Number)) return {std::string(text)};
    values.push_back(item.text);
  }
  return values;
}

}  // namespace

std::optional<Dataset> spread_pairs(const Dataset& dataset, const Schema& schema) {
  const Graph& from = dataset.graph;
  const auto id = [&](std::string_view key) {
    return from.find_iri(std::string(schema.space).append(key));
  };
  if (schema.pairs.list.empty()) return std::nullopt;
  const auto list = id(schema.pairs.list), key = id(schema.pairs.key),
             value = id(schema.pairs.value);
  if (!list || !key || !value) return std::nullopt;
  Graph out;
  std::vector<const Triple*> used;
  for (const Triple& entry : from.about(dataset.node, *list)) {
    const auto keys = from.about(entry.object, *key), values = from.about(entry.object, *value);
    if (keys.size() != 1 || values.empty() || from[keys[0].object].kind != TermKind::Literal)
      continue;
    const std::string property = rdf::key_iri(schema.space, from[keys[0].object].value);
    for (const Triple& one : values) {
      const Term& object = from[one.object];
      used.push_back(&one);
      if (object.kind != TermKind::Literal || object.value.empty() || !object.datatype.empty()) {
        out.statement(from[dataset.node], rdf::iri(property), object, from.position(one));
        continue;
      }
      for (const std::string& text : entry_values(object.value))
        out.statement(from[dataset.node], rdf::iri(property), rdf::literal(text),
                      from.position(one));
    }
    used.push_back(&keys[0]);
    if (from.about(entry.object).size() == keys.size() + values.size()) used.push_back(&entry);
  }
  std::ranges::sort(used);
  for (const Triple& triple : from.triples())
    if (!std::ranges::binary_search(used, &triple))
      out.statement(from[triple.subject], from[triple.predicate], from[triple.object],
                    from.position(triple));
  const TermId node = out.intern(from[dataset.node]);
  out.finish();
  return Dataset{dataset.iri, node, std::move(out)};
}

}  // namespace pinakes::canon
