// Context processing (JSON-LD API section 4.1): layers of terms, remote contexts, the cache.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/jsonld_context.h"

#include <algorithm>

#include "indexer/rdf/jsonld_definition.h"

namespace pinakes::rdf::jsonld {
namespace {

constexpr std::size_t kMostLayers = 16;
constexpr std::size_t kLayerCost = 4;  // what a context takes beside its definitions

unsigned bits(const ProcessOptions& options) {
  return (options.override_protected == Override::Protected ? 1U : 0U) |
         (options.propagate == Propagate::No ? 2U : 0U) |
         (options.validate_scoped == ValidateScoped::No ? 4U : 0U);
}

[[noreturn]] void fail(std::string code, const json::Value& at, const Local& local) {
  throw Failure{std::move(code), at.offset, {{"found", shown(at)}}, local.document};
}

/// Counts how deep contexts stand in contexts.
class Depth {
 public:
  Depth(std::size_t& depth, const Local& local) : depth_(depth) {
    if (++depth_ <= ContextProcessor::kDeepest) return;
    --depth_;
    throw Failure{"jsonld-context-overflow", local.value->offset, {}, local.document, true};
  }
  ~Depth() { --depth_; }
  Depth(const Depth&) = delete;
  Depth& operator=(const Depth&) = delete;

 private:
  std::size_t& depth_;
};

/// The addresses on the allow-list, for a message.
std::string known_addresses(const Contexts* contexts) {
  constexpr std::size_t kMost = 5;
  std::string result;
  std::size_t count = 0;
  if (contexts == nullptr) return result;
  const std::vector<std::string_view> all = contexts->addresses();
  for (const std::string_view address : all) {
    if (++count > kMost) break;
    if (!result.empty()) result += ", ";
    result += address;
  }
  if (all.size() > kMost) result += ", ...";
  return result;
}

}  // namespace

const TermDefinition* Context::find(std::string_view term) const {
  for (const Context* context = this; context != nullptr; context = context->below) {
    const auto found = context->terms.find(term);
    if (found != context->terms.end()) return found->second.absent ? nullptr : &found->second;
  }
  return nullptr;
}

Direction direction_of(const json::Value& value) {
  if (value.is(json::Kind::Null)) return Direction::Null;
  if (!value.is(json::Kind::String)) return Direction::Unset;
  if (value.text == "ltr") return Direction::Ltr;
  return value.text == "rtl" ? Direction::Rtl : Direction::Unset;
}

ContextProcessor::ContextProcessor(const Contexts* remote, std::size_t budget)
    : remote_(remote), budget_(budget) {}
ContextProcessor::~ContextProcessor() = default;

const Context* ContextProcessor::initial(std::string_view base) {
  Context& context = contexts_.emplace_back();
  if (!base.empty()) context.base.emplace(base);
  initial_ = &context;
  return initial_;
}

void ContextProcessor::spend(std::size_t definitions, const Local& local) {
  if (definitions > budget_) {
    const std::size_t at = local.value == nullptr ? 0 : local.value->offset;
    throw Failure{"jsonld-context-overflow", at, {}, local.document, true};
  }
  budget_ -= definitions;
}

/// A new layer over `active`, or a copy of it where there are many.
Context* ContextProcessor::layer(const Context* active) {
  Context& context = contexts_.emplace_back();
  context.base = active->base;
  context.vocab = active->vocab;
  context.language = active->language;
  context.direction = active->direction;
  context.previous = active->previous;
  context.protected_terms = active->protected_terms;
  if (active->layers < kMostLayers) {
    context.below = active;
    context.layers = active->layers + 1;
    return &context;
  }
  for (const Context* from = active; from != nullptr; from = from->below) {
    spend(from->terms.size(), {});
    context.terms.insert(from->terms.begin(), from->terms.end());  // what is there stays
  }
  return &context;
}

const Context* ContextProcessor::process(const Context* active, const Local& local,
                                         ProcessOptions options) {
  return process(active, local, options, {});
}

const Context* ContextProcessor::process(const Context* active, const Local& local,
                                         ProcessOptions options, const Remote& remote) {
  const Depth depth(depth_, local);
  const Key key{active, local.value, bits(options)};
  // What is in `remote` changes the result only for contexts that name contexts.
  const bool lasting = remote.size() <= 1;
  if (lasting) {
    const auto known = processed_.find(key);
    if (known != processed_.end()) return known->second;
  }
  if (local.value->is(json::Kind::Object)) {
    const json::Value* propagate = local.value->find("@propagate");
    if (propagate != nullptr && propagate->is(json::Kind::Boolean))
      options.propagate = propagate->boolean ? Propagate::Yes : Propagate::No;
  }
  const Context* result = active;
  if (options.propagate == Propagate::No) {
    Context* own = layer(active);
    if (own->previous == nullptr) own->previous = active;
    result = own;
  }
  if (local.value->is(json::Kind::Array)) {
    for (const json::Value& entry : local.value->items)
      result = process_entry(result, {&entry, local.document}, options, remote);
  } else {
    result = process_entry(result, local, options, remote);
  }
  if (lasting) processed_.emplace(key, result);
  return result;
}

const Context* ContextProcessor::process_entry(const Context* active, const Local& local,
                                               ProcessOptions options, const Remote& remote) {
  switch (local.value->kind) {
    case json::Kind::Null:
      return nullified(active, local, options);
    case json::Kind::String:
      return process_address(active, local, options, remote);
    case json::Kind::Object:
      return process_object(active, local, options, remote);
    default:
      fail("jsonld-invalid-local-context", *local.value, local);
  }
}

const Context* ContextProcessor::nullified(const Context* active, const Local& local,
                                           ProcessOptions options) {
  if (options.override_protected == Override::No && active->protected_terms > 0)
    fail("jsonld-invalid-context-nullification", *local.value, local);
  if (options.propagate == Propagate::Yes && initial_->previous == nullptr &&
      active->previous == nullptr)
    return initial_;
  Context& context = contexts_.emplace_back();
  context.base = initial_->base;
  if (options.propagate == Propagate::No) context.previous = active;
  return &context;
}

const Document& ContextProcessor::load(const std::string& address, const Local& from) {
  const auto known = loaded_.find(address);
  if (known != loaded_.end()) return *known->second;
  const std::string* text = remote_ == nullptr ? nullptr : remote_->find(address);
  if (text == nullptr)
    throw Failure{"jsonld-loading-remote-context-failed",
                  from.value->offset,
                  {{"address", shortened(address)}, {"known", known_addresses(remote_)}},
                  from.document};
  json::Value& root = roots_.emplace_back();
  Document& document = documents_.emplace_back(Document{address, address, *text, &root});
  Diagnostics found;
  if (!json::parse(*text, address, root, found))
    throw Failure{"jsonld-invalid-remote-context",
                  from.value->offset,
                  {{"found", shortened(address)}},
                  from.document};
  loaded_.emplace(address, &document);
  return document;
}

Local ContextProcessor::remote_context(const std::string& address, const Local& from) {
  const Document& document = load(address, from);
  const json::Value* context = document.root->find("@context");
  if (context == nullptr)
    throw Failure{"jsonld-invalid-remote-context",
                  from.value->offset,
                  {{"found", shortened(address)}},
                  from.document};
  return {context, &document};
}

const Context* ContextProcessor::process_address(const Context* active, const Local& local,
                                                 ProcessOptions options, const Remote& remote) {
  const std::string address = BaseIri(local.document->base).resolve(local.value->text);
  const bool inside = std::find(remote.begin(), remote.end(), address) != remote.end();
  if (inside && options.validate_scoped == ValidateScoped::No) return active;
  if (inside || remote.size() >= kMostRemote)
    throw Failure{inside ? "jsonld-recursive-context-inclusion" : "jsonld-context-overflow",
                  local.value->offset,
                  {{"found", shortened(address)}},
                  local.document};
  const Local loaded = remote_context(address, local);
  Remote inner = remote;
  inner.emplace_back(loaded.document->name);
  options.propagate = Propagate::Yes;  // seen to by the caller
  return process(active, loaded, options, inner);
}

/// What `@import` names, under what the importing context says itself.
Local ContextProcessor::imported(const Local& local) {
  const json::Value* import = local.value->find("@import");
  if (import == nullptr) return local;
  if (!import->is(json::Kind::String)) fail("jsonld-invalid-import-value", *import, local);
  const Local from{import, local.document};
  const Local loaded = remote_context(BaseIri(local.document->base).resolve(import->text), from);
  if (!loaded.value->is(json::Kind::Object)) fail("jsonld-invalid-remote-context", *import, local);
  if (loaded.value->find("@import") != nullptr)
    fail("jsonld-invalid-context-entry", *import, local);
  spend(loaded.value->members.size(), local);
  json::Value& merged = made_.emplace_back(*local.value);
  std::unordered_map<std::string_view, bool> own;
  for (const json::Member& member : local.value->members) own.emplace(member.key, true);
  for (const json::Member& member : loaded.value->members)
    if (!own.contains(member.key)) merged.members.push_back(member);
  return {&merged, local.document};
}

void ContextProcessor::set_base(Context& context, const Local& local, const json::Value& value) {
  if (value.is(json::Kind::Null)) {
    context.base.reset();
    return;
  }
  if (!value.is(json::Kind::String)) fail("jsonld-invalid-base-iri", value, local);
  if (is_absolute_iri(value.text)) {
    context.base.emplace(value.text);
  } else if (context.base) {
    context.base = BaseIri(context.base->resolve(value.text));
  } else {
    fail("jsonld-invalid-base-iri", value, local);
  }
}

void ContextProcessor::set_vocab(Context& context, const Local& local, const json::Value& value) {
  if (value.is(json::Kind::Null)) {
    context.vocab.reset();
    return;
  }
  if (!value.is(json::Kind::String)) fail("jsonld-invalid-vocab-mapping", value, local);
  const auto iri = jsonld::expand_iri(*this, context, value.text, As::Both, nullptr);
  if (!iri) fail("jsonld-invalid-vocab-mapping", value, local);
  context.vocab = std::string(*iri);
}

void ContextProcessor::set_defaults(Context& context, const Local& local) {
  if (const json::Value* language = local.value->find("@language")) {
    if (!language->is(json::Kind::Null) && !language->is(json::Kind::String))
      fail("jsonld-invalid-default-language", *language, local);
    context.language = language->text;
  }
  if (const json::Value* direction = local.value->find("@direction")) {
    context.direction = direction_of(*direction);
    if (context.direction == Direction::Unset)
      fail("jsonld-invalid-base-direction", *direction, local);
  }
  const json::Value* propagate = local.value->find("@propagate");
  if (propagate != nullptr && !propagate->is(json::Kind::Boolean))
    fail("jsonld-invalid-propagate-value", *propagate, local);
}

const Context* ContextProcessor::process_object(const Context* active, const Local& written,
                                                ProcessOptions options, const Remote& remote) {
  const json::Value* version = written.value->find("@version");
  if (version != nullptr && (!version->is(json::Kind::Number) || version->text != "1.1"))
    fail("jsonld-invalid-version-value", *version, written);
  const Local local = imported(written);
  if (local.value->members.empty()) return active;
  spend(local.value->members.size() + kLayerCost, local);
  Context& context = *layer(active);
  const json::Value* base = remote.empty() ? local.value->find("@base") : nullptr;
  if (base != nullptr) set_base(context, local, *base);
  if (const json::Value* vocab = local.value->find("@vocab")) set_vocab(context, local, *vocab);
  set_defaults(context, local);
  Defining(*this, context, local, options, remote).all();
  return &context;
}

std::optional<std::string_view> ContextProcessor::expand_iri(const Context& active,
                                                             std::string_view value, As as) {
  return jsonld::expand_iri(*this, active, value, as, nullptr);
}

const KeyMeaning& ContextProcessor::meaning(const Context& active, std::string_view key) {
  const auto known = active.meanings.find(key);
  if (known != active.meanings.end()) return known->second;
  KeyMeaning meaning;
  meaning.term = active.find(key);
  meaning.iri = expand_iri(active, key, As::Vocabulary);
  if (meaning.iri) meaning.keyword = keyword_of(*meaning.iri);
  meaning.ignored = !meaning.iri || (meaning.keyword == Keyword::None &&
                                     meaning.iri->find(':') == std::string_view::npos);
  return active.meanings.emplace(std::string(key), meaning).first->second;
}

}  // namespace pinakes::rdf::jsonld
