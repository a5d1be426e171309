// Term definitions of one written context, made in the order in which they need one another.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/rdf/jsonld_context.h"

namespace pinakes::rdf::jsonld {

/// Create Term Definition (JSON-LD API section 4.2.2) for the members of one context.
class Defining {
 public:
  Defining(ContextProcessor& processor, Context& active, const Local& local,
           const ProcessOptions& options, const std::vector<std::string_view>& remote);
  /// Every term. Throws Failure.
  void all();
  /// One term, if this context defines it and it is not yet defined. Throws Failure.
  void define(std::string_view term);

 private:
  enum class State { Open, Busy, Done };
  struct Entry {
    const json::Member* member;
    State state = State::Open;
  };

  void create(std::string_view term, Entry& entry);
  void check_name(std::string_view term, const json::Member& member);
  /// False: the definition is of no use and is ignored.
  bool fill(std::string_view term, const json::Value& value, TermDefinition& definition);
  bool fill_reverse(const json::Value& value, const json::Value& reverse,
                    TermDefinition& definition);
  bool fill_iri(std::string_view term, const json::Value& value, TermDefinition& definition);
  bool fill_id(std::string_view term, const json::Value& id, bool simple,
               TermDefinition& definition);
  void fill_type(const json::Value& type, TermDefinition& definition);
  void fill_container(const json::Value& container, TermDefinition& definition);
  void fill_index(std::string_view term, const json::Value& index, TermDefinition& definition);
  void fill_context(const json::Value& context, TermDefinition& definition);
  void fill_rest(std::string_view term, const json::Value& value, TermDefinition& definition);
  void fill_prefix(std::string_view term, const json::Value& prefix, TermDefinition& definition);
  std::optional<std::string_view> expand(std::string_view value);
  [[noreturn]] void fail(std::string code, const json::Value& at) const;

  ContextProcessor& processor_;
  Context& active_;
  Local local_;
  ProcessOptions options_;
  const std::vector<std::string_view>& remote_;
  bool protected_ = false;
  std::unordered_map<std::string_view, Entry> entries_;
  std::string_view term_;  // for messages
};

/// IRI Expansion (section 5.2.2); `defining`: the context being processed, or null.
std::optional<std::string_view> expand_iri(ContextProcessor& processor, const Context& active,
                                           std::string_view value, As as, Defining* defining);

}  // namespace pinakes::rdf::jsonld
