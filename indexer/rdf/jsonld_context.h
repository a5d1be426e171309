// Active contexts of JSON-LD 1.1: what the terms of a document mean (API sections 4 and 5.2).
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "indexer/base/iri.h"
#include "indexer/base/text_map.h"
#include "indexer/rdf/contexts.h"
#include "indexer/rdf/jsonld_types.h"

namespace pinakes::rdf::jsonld {

/// A context as it is written, and where.
struct Local {
  const json::Value* value = nullptr;
  const Document* document = nullptr;
};

enum ContainerBit : std::uint8_t {
  kGraphContainer = 1,
  kIdContainer = 2,
  kIndexContainer = 4,
  kLanguageContainer = 8,
  kListContainer = 16,
  kSetContainer = 32,
  kTypeContainer = 64
};

enum class Coercion : std::uint8_t { Unset, Id, Vocab, Json, None, Datatype };

/// A term definition. `absent` hides one of the context below.
struct TermDefinition {
  bool absent = false;
  bool has_iri = false;  // else the term is mapped to null
  Keyword keyword = Keyword::None;
  bool prefix = false, is_protected = false, reverse = false;
  std::uint8_t container = 0;
  Coercion coercion = Coercion::Unset;
  bool has_language = false;  // then an empty language means null
  Direction direction = Direction::Unset;
  std::string iri, datatype, language, index, nest;
  Local context;  // value is null where there is none
};

/// What a key of an object means under a context.
struct KeyMeaning {
  const TermDefinition* term = nullptr;
  std::optional<std::string_view> iri;
  Keyword keyword = Keyword::None;
  bool ignored = false;  // no IRI and no keyword: the member is dropped
};

/// Immutable once processed. Terms stand in layers, so that a small context over a large one is
/// small.
struct Context {
  const Context* below = nullptr;
  std::size_t layers = 1;
  TextMap<TermDefinition> terms;
  std::optional<BaseIri> base;
  std::optional<std::string> vocab;
  std::string language;  // empty: none
  Direction direction = Direction::Unset;
  const Context* previous = nullptr;
  std::size_t protected_terms = 0;  // no fewer than there are
  mutable TextMap<KeyMeaning> meanings;

  /// The definition, or null.
  const TermDefinition* find(std::string_view term) const;
};

enum class Override : std::uint8_t { No, Protected };
enum class Propagate : std::uint8_t { Yes, No };
enum class ValidateScoped : std::uint8_t { Yes, No };

struct ProcessOptions {
  Override override_protected = Override::No;
  Propagate propagate = Propagate::Yes;
  ValidateScoped validate_scoped = ValidateScoped::Yes;
};

/// How an IRI reference is understood: against the vocabulary, against the base.
enum class As : std::uint8_t { Vocabulary = 1, Document = 2, Both = 3 };

class Defining;

/// Makes contexts and keeps them (and all text made for them) as long as it lives. Processed
/// contexts are found again by (context below, written context), so that a scoped context over
/// thousands of nodes costs once.
class ContextProcessor {
 public:
  static constexpr std::size_t kMostRemote = 32;  // contexts that name one another
  static constexpr std::size_t kDeepest = 200;    // definitions and contexts inside one another

  /// `budget`: definitions that may be made or copied altogether.
  ContextProcessor(const Contexts* remote, std::size_t budget);
  ~ContextProcessor();
  ContextProcessor(const ContextProcessor&) = delete;
  ContextProcessor& operator=(const ContextProcessor&) = delete;

  /// The initial context (section 4.1): no base where `base` is empty.
  const Context* initial(std::string_view base);
  /// Context Processing Algorithm (section 4.1.2). Throws Failure.
  const Context* process(const Context* active, const Local& local, ProcessOptions options = {});
  /// IRI Expansion (section 5.2.2) outside context processing; nothing: null.
  std::optional<std::string_view> expand_iri(const Context& active, std::string_view value, As as);
  /// A key of an object, remembered by the context.
  const KeyMeaning& meaning(const Context& active, std::string_view key);
  /// A remote context's document, parsed once. Throws Failure.
  const Document& load(const std::string& address, const Local& from);
  Words& words() { return words_; }

 private:
  friend class Defining;
  struct Key {
    const Context* below;
    const json::Value* local;
    unsigned options;
    friend bool operator==(const Key&, const Key&) = default;
  };
  struct KeyHash {
    std::size_t operator()(const Key& key) const {
      const std::hash<const void*> hash;
      return hash(key.below) * 31 + hash(key.local) * 7 + key.options;
    }
  };
  using Remote = std::vector<std::string_view>;  // addresses being processed

  const Context* process(const Context* active, const Local& local, ProcessOptions options,
                         const Remote& remote);
  const Context* process_entry(const Context* active, const Local& local, ProcessOptions options,
                               const Remote& remote);
  const Context* nullified(const Context* active, const Local& local, ProcessOptions options);
  const Context* process_address(const Context* active, const Local& local, ProcessOptions options,
                                 const Remote& remote);
  const Context* process_object(const Context* active, const Local& local, ProcessOptions options,
                                const Remote& remote);
  Local imported(const Local& local);
  Local remote_context(const std::string& address, const Local& from);
  void set_base(Context& context, const Local& local, const json::Value& value);
  void set_vocab(Context& context, const Local& local, const json::Value& value);
  void set_defaults(Context& context, const Local& local);
  Context* layer(const Context* active);
  void spend(std::size_t definitions, const Local& local);

  const Contexts* remote_;
  std::size_t budget_;
  std::size_t depth_ = 0;
  std::deque<Context> contexts_;
  std::deque<json::Value> made_;    // by @import
  std::deque<Document> documents_;  // remote ones
  std::deque<json::Value> roots_;   // and their trees
  TextMap<const Document*> loaded_;
  std::unordered_map<Key, const Context*, KeyHash> processed_;
  const Context* initial_ = nullptr;
  Words words_;
};

/// The text of a direction, or Unset where it is none.
Direction direction_of(const json::Value& value);

}  // namespace pinakes::rdf::jsonld
