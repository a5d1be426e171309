// Create Term Definition and IRI Expansion (JSON-LD API sections 4.2.2 and 5.2.2).
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/jsonld_definition.h"

#include <algorithm>
#include <array>
#include <utility>

namespace pinakes::rdf::jsonld {
namespace {

constexpr auto kNone = std::string_view::npos;

bool is_blank(std::string_view iri) { return iri.starts_with("_:"); }
bool is_iri(std::string_view text) { return is_absolute_iri(text); }

bool same_json(const json::Value* a, const json::Value* b) {
  if (a == b) return true;
  if (a == nullptr || b == nullptr || a->kind != b->kind) return false;
  if (a->boolean != b->boolean || a->text != b->text || a->items.size() != b->items.size() ||
      a->members.size() != b->members.size())
    return false;
  for (std::size_t i = 0; i < a->items.size(); ++i)
    if (!same_json(&a->items[i], &b->items[i])) return false;
  for (std::size_t i = 0; i < a->members.size(); ++i) {
    const json::Member& member = a->members[i];
    const json::Value* other =
        b->members[i].key == member.key ? &b->members[i].value : b->find(member.key);
    if (other == nullptr || !same_json(&member.value, other)) return false;
  }
  return true;
}

/// All but the protection.
bool same_definition(const TermDefinition& a, const TermDefinition& b) {
  return a.has_iri == b.has_iri && a.iri == b.iri && a.prefix == b.prefix &&
         a.reverse == b.reverse && a.container == b.container && a.coercion == b.coercion &&
         a.datatype == b.datatype && a.has_language == b.has_language && a.language == b.language &&
         a.direction == b.direction && a.index == b.index && a.nest == b.nest &&
         same_json(a.context.value, b.context.value);
}

std::uint8_t container_bit(std::string_view name) {
  switch (keyword_of(name)) {
    case Keyword::Graph:
      return kGraphContainer;
    case Keyword::Id:
      return kIdContainer;
    case Keyword::Index:
      return kIndexContainer;
    case Keyword::Language:
      return kLanguageContainer;
    case Keyword::List:
      return kListContainer;
    case Keyword::Set:
      return kSetContainer;
    case Keyword::Type:
      return kTypeContainer;
    default:
      return 0;
  }
}

/// Which containers may stand together (section 4.2.2 step 19).
bool goes_together(unsigned container) {
  const unsigned without_set = container & ~unsigned{kSetContainer};
  const bool one = (without_set & (without_set - 1)) == 0;
  if ((container & kListContainer) != 0) return container == kListContainer;
  if ((container & kGraphContainer) != 0) {
    const unsigned rest = without_set & ~unsigned{kGraphContainer};
    return rest == 0 || rest == kIdContainer || rest == kIndexContainer;
  }
  return one;
}

}  // namespace

Defining::Defining(ContextProcessor& processor, Context& active, const Local& local,
                   const ProcessOptions& options, const std::vector<std::string_view>& remote)
    : processor_(processor), active_(active), local_(local), options_(options), remote_(remote) {
  if (const json::Value* value = local.value->find("@protected")) {
    if (!value->is(json::Kind::Boolean)) fail("jsonld-invalid-protected-value", *value);
    protected_ = value->boolean;
  }
  entries_.reserve(local.value->members.size());
  for (const json::Member& member : local.value->members) {
    switch (keyword_of(member.key)) {
      case Keyword::Base:
      case Keyword::Direction:
      case Keyword::Import:
      case Keyword::Language:
      case Keyword::Propagate:
      case Keyword::Protected:
      case Keyword::Version:
      case Keyword::Vocab:
        break;
      default:
        entries_.emplace(member.key, Entry{&member});
    }
  }
}

void Defining::fail(std::string code, const json::Value& at) const {
  throw Failure{std::move(code),
                at.offset,
                {{"term", shortened(term_)}, {"found", shown(at)}},
                local_.document};
}

void Defining::all() {
  for (const json::Member& member : local_.value->members) define(member.key);
}

void Defining::define(std::string_view term) {
  const auto found = entries_.find(term);
  if (found == entries_.end() || found->second.state == State::Done) return;
  Entry& entry = found->second;
  const json::Value& value = entry.member->value;
  const std::string_view outer = std::exchange(term_, term);
  if (entry.state == State::Busy) fail("jsonld-cyclic-iri-mapping", value);
  if (term.empty()) fail("jsonld-invalid-term-definition", value);
  if (++processor_.depth_ > ContextProcessor::kDeepest) {
    --processor_.depth_;
    throw Failure{"jsonld-context-overflow", value.offset, {}, local_.document, true};
  }
  entry.state = State::Busy;
  try {
    create(term, entry);
  } catch (...) {
    --processor_.depth_;
    throw;
  }
  --processor_.depth_;
  entry.state = State::Done;
  term_ = outer;
}

void Defining::check_name(std::string_view term, const json::Member& member) {
  if (term != "@type") {
    if (is_keyword(term)) fail("jsonld-keyword-redefinition", member.value);
    return;
  }
  const json::Value& value = member.value;
  bool good = value.is(json::Kind::Object) && !value.members.empty();
  for (const json::Member& entry : value.members) {
    if (entry.key == "@container")
      good = good && entry.value.is(json::Kind::String) && entry.value.text == "@set";
    else
      good = good && entry.key == "@protected";
  }
  if (!good) fail("jsonld-keyword-redefinition", value);
}

void Defining::create(std::string_view term, Entry& entry) {
  check_name(term, *entry.member);
  if (!is_keyword(term) && has_keyword_form(term)) return;  // reserved: ignored
  const json::Value& value = entry.member->value;
  std::optional<TermDefinition> before;
  if (const TermDefinition* known = active_.find(term)) before = *known;
  active_.terms[std::string(term)].absent = true;
  TermDefinition definition;
  definition.is_protected = protected_;
  if (!fill(term, value, definition)) return;
  if (options_.override_protected == Override::No && before && before->is_protected) {
    if (!same_definition(*before, definition)) {
      active_.terms[std::string(term)] = *before;
      fail("jsonld-protected-term-redefinition", value);
    }
    definition.is_protected = true;
  }
  if (definition.is_protected) ++active_.protected_terms;
  active_.terms[std::string(term)] = std::move(definition);
}

bool Defining::fill(std::string_view term, const json::Value& value, TermDefinition& definition) {
  if (!value.is(json::Kind::Null) && !value.is(json::Kind::String) && !value.is(json::Kind::Object))
    fail("jsonld-invalid-term-definition", value);
  if (const json::Value* guard = value.find("@protected")) {
    if (!guard->is(json::Kind::Boolean)) fail("jsonld-invalid-protected-value", *guard);
    definition.is_protected = guard->boolean;
  }
  if (const json::Value* type = value.find("@type")) fill_type(*type, definition);
  if (const json::Value* reverse = value.find("@reverse"))
    return fill_reverse(value, *reverse, definition);
  if (!fill_iri(term, value, definition)) return false;
  definition.keyword = definition.has_iri ? keyword_of(definition.iri) : Keyword::None;
  if (const json::Value* container = value.find("@container"))
    fill_container(*container, definition);
  fill_rest(term, value, definition);
  return true;
}

std::optional<std::string_view> Defining::expand(std::string_view value) {
  return expand_iri(processor_, active_, value, As::Vocabulary, this);
}

void Defining::fill_type(const json::Value& type, TermDefinition& definition) {
  if (!type.is(json::Kind::String)) fail("jsonld-invalid-type-mapping", type);
  const auto iri = expand(type.text);
  if (!iri) fail("jsonld-invalid-type-mapping", type);
  switch (keyword_of(*iri)) {
    case Keyword::Id:
      definition.coercion = Coercion::Id;
      return;
    case Keyword::Vocab:
      definition.coercion = Coercion::Vocab;
      return;
    case Keyword::Json:
      definition.coercion = Coercion::Json;
      return;
    case Keyword::NoneWord:
      definition.coercion = Coercion::None;
      return;
    default:
      break;
  }
  if (!is_iri(*iri) || is_blank(*iri)) fail("jsonld-invalid-type-mapping", type);
  definition.coercion = Coercion::Datatype;
  definition.datatype = *iri;
}

bool Defining::fill_reverse(const json::Value& value, const json::Value& reverse,
                            TermDefinition& definition) {
  if (value.find("@id") != nullptr || value.find("@nest") != nullptr)
    fail("jsonld-invalid-reverse-property", value);
  if (!reverse.is(json::Kind::String)) fail("jsonld-invalid-iri-mapping", reverse);
  if (has_keyword_form(reverse.text) && !is_keyword(reverse.text)) return false;
  const auto iri = expand(reverse.text);
  if (!iri || (!is_iri(*iri) && !is_blank(*iri))) fail("jsonld-invalid-iri-mapping", reverse);
  definition.iri = *iri;
  definition.has_iri = true;
  if (const json::Value* container = value.find("@container");
      container != nullptr && !container->is(json::Kind::Null)) {
    fill_container(*container, definition);
    if ((definition.container & ~unsigned{kSetContainer | kIndexContainer}) != 0)
      fail("jsonld-invalid-reverse-property", *container);
  }
  if (const json::Value* index = value.find("@index")) fill_index(term_, *index, definition);
  definition.reverse = true;
  return true;
}

bool Defining::fill_id(std::string_view term, const json::Value& id, bool simple,
                       TermDefinition& definition) {
  if (id.is(json::Kind::Null)) return true;
  if (!id.is(json::Kind::String)) fail("jsonld-invalid-iri-mapping", id);
  if (has_keyword_form(id.text) && !is_keyword(id.text)) return false;
  const auto iri = expand(id.text);
  if (!iri || (!is_keyword(*iri) && !is_iri(*iri) && !is_blank(*iri)))
    fail("jsonld-invalid-iri-mapping", id);
  if (*iri == "@context") fail("jsonld-invalid-keyword-alias", id);
  definition.iri = *iri;
  definition.has_iri = true;
  const std::size_t colon = term.find(':', 1);
  const bool slash = term.find('/') != kNone;
  if ((colon != kNone && colon + 1 < term.size()) || slash) {
    entries_.find(term)->second.state = State::Done;  // else it would need itself
    const auto meant = expand(term);
    if (!meant || *meant != definition.iri) fail("jsonld-invalid-iri-mapping-compact", id);
  }
  const bool ends_with_delimiter =
      !definition.iri.empty() && std::string_view(":/?#[]@").find(definition.iri.back()) != kNone;
  if (term.find(':') == kNone && !slash && simple && (ends_with_delimiter || is_blank(*iri)))
    definition.prefix = true;
  return true;
}

bool Defining::fill_iri(std::string_view term, const json::Value& value,
                        TermDefinition& definition) {
  const bool simple = value.is(json::Kind::String);
  if (value.is(json::Kind::Null)) return true;
  const json::Value* id = simple ? &value : value.find("@id");
  if (id != nullptr && (!id->is(json::Kind::String) || id->text != term))
    return fill_id(term, *id, simple, definition);
  definition.has_iri = true;
  const std::size_t colon = term.find(':', 1);
  if (colon != kNone) {
    const std::string_view prefix = term.substr(0, colon);
    define(prefix);
    const TermDefinition* known = active_.find(prefix);
    if (known != nullptr && known->has_iri)
      definition.iri = known->iri + std::string(term.substr(colon + 1));
    else
      definition.iri = term;
  } else if (term.find('/') != kNone) {
    const auto iri = expand_iri(processor_, active_, term, As::Both, nullptr);
    if (!iri || !is_iri(*iri)) fail("jsonld-invalid-iri-mapping", value);
    definition.iri = *iri;
  } else if (term == "@type") {
    definition.iri = term;
  } else if (active_.vocab) {
    definition.iri = *active_.vocab + std::string(term);
  } else {
    fail("jsonld-invalid-iri-mapping", value);
  }
  return true;
}

void Defining::fill_container(const json::Value& container, TermDefinition& definition) {
  unsigned all = 0;
  const auto take = [&](const json::Value& name) {
    const unsigned bit = name.is(json::Kind::String) ? container_bit(name.text) : 0U;
    if (bit == 0) fail("jsonld-invalid-container-mapping", container);
    all |= bit;
  };
  if (container.is(json::Kind::Array))
    for (const json::Value& name : container.items) take(name);
  else
    take(container);
  if (!goes_together(all)) fail("jsonld-invalid-container-mapping", container);
  definition.container = static_cast<std::uint8_t>(all);
  if ((all & kTypeContainer) == 0) return;
  if (definition.coercion == Coercion::Unset) definition.coercion = Coercion::Id;
  if (definition.coercion != Coercion::Id && definition.coercion != Coercion::Vocab)
    fail("jsonld-invalid-type-mapping", container);
}

void Defining::fill_index(std::string_view term, const json::Value& index,
                          TermDefinition& definition) {
  term_ = term;
  if ((definition.container & kIndexContainer) == 0 || !index.is(json::Kind::String))
    fail("jsonld-invalid-term-definition", index);
  const auto iri = expand(index.text);
  if (!iri || !is_iri(*iri)) fail("jsonld-invalid-term-definition", index);
  definition.index = index.text;
}

/// The scoped context must be good under this one, even where nothing uses it.
void Defining::fill_context(const json::Value& context, TermDefinition& definition) {
  const Local scoped{&context, local_.document};
  try {
    processor_.process(&active_, scoped, {Override::Protected, Propagate::Yes, ValidateScoped::No},
                       remote_);
  } catch (Failure& failure) {
    if (!failure.fatal && failure.code != "jsonld-loading-remote-context-failed")
      failure.code = "jsonld-invalid-scoped-context";
    throw;
  }
  definition.context = scoped;
}

void Defining::fill_prefix(std::string_view term, const json::Value& prefix,
                           TermDefinition& definition) {
  if (term.find_first_of(":/") != kNone) fail("jsonld-invalid-term-definition", prefix);
  if (!prefix.is(json::Kind::Boolean)) fail("jsonld-invalid-prefix-value", prefix);
  definition.prefix = prefix.boolean;
  if (prefix.boolean && definition.keyword != Keyword::None)
    fail("jsonld-invalid-term-definition", prefix);
}

void Defining::fill_rest(std::string_view term, const json::Value& value,
                         TermDefinition& definition) {
  const bool typed = value.find("@type") != nullptr;
  for (const json::Member& member : value.members) {
    const json::Value& entry = member.value;
    switch (keyword_of(member.key)) {
      case Keyword::Index:
        fill_index(term, entry, definition);
        break;
      case Keyword::Context:
        fill_context(entry, definition);
        break;
      case Keyword::Language:
        if (typed) break;
        if (!entry.is(json::Kind::Null) && !entry.is(json::Kind::String))
          fail("jsonld-invalid-language-mapping", entry);
        definition.has_language = true;
        definition.language = entry.text;
        break;
      case Keyword::Direction:
        if (typed) break;
        definition.direction = direction_of(entry);
        if (definition.direction == Direction::Unset) fail("jsonld-invalid-base-direction", entry);
        break;
      case Keyword::Nest:
        if (!entry.is(json::Kind::String) || (entry.text != "@nest" && is_keyword(entry.text)))
          fail("jsonld-invalid-nest-value", entry);
        definition.nest = entry.text;
        break;
      case Keyword::Prefix:
        fill_prefix(term, entry, definition);
        break;
      case Keyword::Container:
      case Keyword::Id:
      case Keyword::Protected:
      case Keyword::Reverse:
      case Keyword::Type:
        break;
      default:
        fail("jsonld-invalid-term-definition", value);
    }
  }
}

std::optional<std::string_view> expand_iri(ContextProcessor& processor, const Context& active,
                                           std::string_view value, As as, Defining* defining) {
  if (value.starts_with('@')) {
    if (is_keyword(value)) return value;
    if (has_keyword_form(value)) return std::nullopt;
  }
  if (defining != nullptr) defining->define(value);
  const bool vocabulary = as != As::Document;
  const TermDefinition* term = active.find(value);
  if (term != nullptr && term->has_iri && (vocabulary || term->keyword != Keyword::None))
    return term->iri;
  if (term != nullptr && vocabulary) return std::nullopt;
  if (const std::size_t colon = value.find(':', 1); colon != kNone) {
    const std::string_view prefix = value.substr(0, colon), suffix = value.substr(colon + 1);
    if (prefix == "_" || suffix.starts_with("//")) return value;
    if (defining != nullptr) defining->define(prefix);
    const TermDefinition* known = active.find(prefix);
    if (known != nullptr && known->has_iri && known->prefix)
      return processor.words().keep(known->iri + std::string(suffix));
    if (is_absolute_iri(value)) return value;
  }
  if (vocabulary && active.vocab) return processor.words().keep(*active.vocab + std::string(value));
  if (as != As::Vocabulary && active.base)
    return processor.words().keep(active.base->resolve(value));
  return value;
}

}  // namespace pinakes::rdf::jsonld
