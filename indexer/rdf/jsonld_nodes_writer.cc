// Node objects, language maps, lists and values of JSON-LD.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/jsonld_nodes_writer.h"

#include <algorithm>
#include <utility>

namespace pinakes::rdf {
namespace {

constexpr std::size_t kDeepest = 16;  // node objects in each other; readers allow more
constexpr auto kOneLine = JsonText::Lines::One;
constexpr std::string_view kType = "@type", kId = "@id", kValue = "@value", kLanguage = "@language",
                           kNone = "@none", kList = "@list", kContext = "@context",
                           kContainer = "@container";

/// A number that every JSON parser gives back as it stands.
bool is_plain_integer(std::string_view text) {
  if (text.starts_with('-')) {
    text.remove_prefix(1);
    if (text.starts_with('0')) return false;
  }
  if (text.empty() || text.size() > 15 || (text.size() > 1 && text.front() == '0')) return false;
  return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// Written as a JSON number or truth value and read back with the same lexical form.
bool is_native(const Term& term) {
  return (term.datatype == xsd::kInteger && is_plain_integer(term.value)) ||
         (term.datatype == xsd::kBoolean && (term.value == "true" || term.value == "false"));
}

bool is_text(const Term& term) { return term.kind == TermKind::Literal && term.datatype.empty(); }

}  // namespace

void write_context(JsonText& json, const UsedNames& used) {
  json.key(kContext);
  json.open_object();
  for (std::size_t i = 0; i < kPrefixes.size(); ++i)
    if (used.prefixes[i]) json.member(kPrefixes[i].name, kPrefixes[i].iri);
  for (std::size_t i = 0; i < kTermNames.size(); ++i) {
    if (!used.terms[i]) continue;
    const TermName& term = kTermNames[i];
    if (term.values == Values::Plain) {
      json.member(term.name, term.meaning);
      continue;
    }
    json.key(term.name);
    json.open_object(kOneLine);
    json.member(kId, term.meaning);
    if (term.values == Values::Texts)
      json.member(kContainer, kLanguage);
    else
      json.member(kType, kId);
    json.close_object();
  }
  json.close_object();
}

NodesWriter::NodesWriter(const Graph& graph, Tree& tree, Nesting nesting, const Term* name)
    : graph_(graph), tree_(tree), frame_(graph, tree), nesting_(nesting), tops_(frame_.tops()) {
  if (name != nullptr) block(*name);
  for (std::size_t i = 0; i < graph.term_count(); ++i)
    block(graph[TermId{static_cast<std::uint32_t>(i)}]);
}

/// An address such as <dct:title> (a publisher's slip) must not be read as a compact IRI.
void NodesWriter::block(const Term& term) {
  if (term.kind == TermKind::Blank) return;
  const std::string_view iri = term.kind == TermKind::Iri ? term.value : term.datatype;
  const std::size_t colon = iri.find(':');
  if (colon == std::string_view::npos || iri.substr(colon + 1).starts_with("//")) return;
  if (const auto prefix = prefix_named(iri.substr(0, colon))) blocked_.set(*prefix);
}

void NodesWriter::write_blocked(JsonText& json) const {
  if (blocked_.none()) return;
  json.key(kContext);
  json.open_object(kOneLine);
  for (std::size_t p = 0; p < kPrefixes.size(); ++p) {
    if (!blocked_[p]) continue;
    json.key(kPrefixes[p].name);
    json.literal("null");
  }
  json.close_object();
}

void NodesWriter::write(JsonText& json, UsedNames& used) {
  json_ = &json;
  used_ = &used;
  nodes_written_ = 0;
  for (const TermId id : tops_) write_top(id);
  while (!later_.empty()) {
    const TermId id = later_.front();
    later_.pop_front();
    write_top(id);
  }
}

void NodesWriter::write_members_of_one(JsonText& json) {
  json_ = &json;
  const TermId id = tops_.front();
  write_members(id, tree_.is_unreferenced_blank(id) ? Name::No : Name::Needed, 0);
}

void NodesWriter::write_top(TermId id) {
  ++nodes_written_;
  json_->open_object();
  write_blocked(*json_);
  const bool shared = nesting_ == Nesting::None;
  write_members(id, !shared && tree_.is_unreferenced_blank(id) ? Name::No : Name::Needed, 0);
  json_->close_object();
}

void NodesWriter::write_node(TermId id, Name name, std::size_t depth) {
  json_->open_object();
  write_members(id, name, depth);
  json_->close_object();
}

void NodesWriter::write_members(TermId id, Name name, std::size_t depth) {
  if (name == Name::Needed) {
    json_->key(kId);
    write_id(id);
  }
  const std::vector<Triple> all = in_reading_order(id);
  for (std::size_t from = 0, to = 0; from < all.size(); from = to) {
    while (to < all.size() && all[to].predicate == all[from].predicate) ++to;
    write_property(Statements(all).subspan(from, to - from), depth);
  }
}

/// rdf:type, then what has a name in the order of the table, then the rest.
std::vector<Triple> NodesWriter::in_reading_order(TermId subject) const {
  std::vector<Triple> all = tree_.properties(subject);
  const auto rank = [this](TermId predicate) {
    const std::string_view iri = graph_[predicate].value;
    if (iri == rdf_ns::kType) return std::size_t{0};
    return find_term(shorten(iri)).value_or(kTermNames.size()) + 1;
  };
  std::vector<std::pair<std::size_t, Triple>> ranked;
  ranked.reserve(all.size());
  for (const Triple& triple : all) {
    const bool again = !ranked.empty() && ranked.back().second.predicate == triple.predicate;
    ranked.emplace_back(again ? ranked.back().first : rank(triple.predicate), triple);
  }
  std::ranges::stable_sort(ranked, {}, [](const auto& entry) { return entry.first; });
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = ranked[i].second;
  return all;
}

void NodesWriter::write_property(Statements values, std::size_t depth) {
  const std::string_view predicate = graph_[values.front().predicate].value;
  if (predicate == rdf_ns::kType) values = write_types(values);
  if (values.empty()) return;
  const auto term = find_term(shorten(predicate));
  std::vector<Triple> others(values.begin(), values.end());
  if (term && kTermNames[*term].values == Values::Texts) {
    const auto texts = std::stable_partition(others.begin(), others.end(), [this](const Triple& t) {
      return !is_text(graph_[t.object]);
    });
    if (texts != others.end()) write_texts(use(*term), {texts, others.end()});
    others.erase(texts, others.end());
    if (others.empty()) return;
  } else if (term) {
    json_->key(use(*term));
    return write_values(others, kTermNames[*term].values, depth);
  }
  json_->key(short_name(predicate));
  write_values(others, Values::Plain, depth);
}

/// The types that have addresses; gives those that do not.
NodesWriter::Statements NodesWriter::write_types(Statements values) {
  const auto named = static_cast<std::size_t>(std::ranges::count_if(
      values, [this](const Triple& t) { return graph_[t.object].kind == TermKind::Iri; }));
  if (named == 0) return values;
  json_->key(kType);
  if (named > 1) json_->open_array(kOneLine);
  for (const Triple& triple : values.first(named))
    json_->string(class_name(graph_[triple.object].value));
  if (named > 1) json_->close_array();
  return values.subspan(named);
}

/// A language map (JSON-LD 1.1 section 9.8), or plain strings where none has a language.
void NodesWriter::write_texts(std::string_view name, Statements values) {
  std::vector<std::pair<std::string_view, std::string_view>> texts;
  for (const Triple& triple : values) {
    const Term& term = graph_[triple.object];
    texts.emplace_back(term.language.empty() ? kNone : term.language, term.value);
  }
  std::ranges::stable_sort(texts, {}, [](const auto& text) { return text.first; });
  const bool map = texts.back().first != kNone;  // '@' comes before every letter
  json_->key(name);
  if (map) json_->open_object();
  for (std::size_t from = 0, to = 0; from < texts.size(); from = to) {
    while (to < texts.size() && texts[to].first == texts[from].first) ++to;
    if (map) json_->key(texts[from].first);
    if (to - from > 1) json_->open_array();
    for (std::size_t i = from; i < to; ++i) json_->string(texts[i].second);
    if (to - from > 1) json_->close_array();
  }
  if (map) json_->close_object();
}

void NodesWriter::write_values(Statements values, Values how, std::size_t depth) {
  if (values.size() > 1) json_->open_array();
  for (const Triple& triple : values) write_value(triple.object, how, depth);
  if (values.size() > 1) json_->close_array();
}

void NodesWriter::write_value(TermId object, Values how, std::size_t depth) {
  const Term& term = graph_[object];
  if (term.kind == TermKind::Literal) return write_literal(term, how);
  if (!frame_.is_nested(object)) {
    if (term.kind == TermKind::Iri && term.value == rdf_ns::kNil) {
      json_->open_object(kOneLine);
      json_->key(kList);
      json_->open_array();
      json_->close_array();
      return json_->close_object();
    }
    return write_reference(object, how);
  }
  if (graph_.about(object).empty()) return write_reference(object, how);
  if (depth >= kDeepest) {  // too deep to read: its name here, its statements at the end
    later_.push_back(object);
    return write_reference(object, how);
  }
  if (frame_.is_list(object)) return write_list(object, how, depth + 1);
  write_node(object, term.kind == TermKind::Iri ? Name::Needed : Name::No, depth + 1);
}

void NodesWriter::write_reference(TermId object, Values how) {
  if (how == Values::Links) return write_id(object);
  json_->open_object(kOneLine);
  json_->key(kId);
  write_id(object);
  json_->close_object();
}

void NodesWriter::write_list(TermId head, Values how, std::size_t depth) {
  json_->open_object();
  json_->key(kList);
  json_->open_array();
  for (const TermId item : tree_.members(head)) write_value(item, how, depth);
  json_->close_array();
  json_->close_object();
}

void NodesWriter::write_literal(const Term& term, Values how) {
  if (is_native(term)) return json_->literal(term.value);
  if (is_text(term) && term.language.empty() && how != Values::Links)
    return json_->string(term.value);
  json_->open_object(kOneLine);
  if (!term.language.empty()) {
    json_->member(kLanguage, term.language);
  } else if (!term.datatype.empty()) {
    json_->member(kType, class_name(term.datatype));
  }
  json_->member(kValue, term.value);
  json_->close_object();
}

/// Never shortened: addresses of things are for people to follow.
void NodesWriter::write_id(TermId id) {
  const Term& term = graph_[id];
  if (term.kind == TermKind::Iri) return json_->string(term.value);
  if (nesting_ == Nesting::None) return json_->string("_:", term.value);
  json_->string("_:b", std::to_string(tree_.label(id)));
}

std::string_view NodesWriter::use(std::size_t term) {
  used_->terms.set(term);
  if (const auto prefix = prefix_named(parts_of(kTermNames[term]).first))
    used_->prefixes.set(*prefix);
  return kTermNames[term].name;
}

/// A property, class or datatype as a compact IRI, where a prefix fits.
std::string NodesWriter::short_name(std::string_view iri) {
  const ShortIri parts = shorten(iri);
  if (!parts.prefix || blocked_[*parts.prefix]) return std::string(iri);
  used_->prefixes.set(*parts.prefix);
  return std::string(kPrefixes[*parts.prefix].name) + ":" + std::string(parts.rest);
}

/// Where the context's names count too.
std::string NodesWriter::class_name(std::string_view iri) {
  const auto term = find_term(shorten(iri));
  return term ? std::string(use(*term)) : short_name(iri);
}

}  // namespace pinakes::rdf
