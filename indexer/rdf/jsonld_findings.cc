// Errors are reported as they come; warnings are counted by kind and reported once each.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/jsonld_findings.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "indexer/base/text.h"

namespace pinakes::rdf::jsonld {
namespace {

/// A term of the context that the key may have been meant to be.
std::string near_term(const Context& active, std::string_view key) {
  constexpr std::size_t kMostTerms = 5000, kLongestKey = 40;
  if (key.size() > kLongestKey) return {};
  std::vector<std::string_view> names;
  for (const Context* context = &active; context != nullptr; context = context->below)
    for (const auto& [name, term] : context->terms)
      if (!term.absent && term.has_iri && names.size() < kMostTerms) names.emplace_back(name);
  std::sort(names.begin(), names.end());  // of several that are as near, always the same
  return std::string(nearest(key, names));
}

/// The string that stands at the offset as the publisher wrote it (before it was resolved), or
/// `or_else`.
std::string_view as_written(std::string_view text, std::size_t offset, std::string_view or_else) {
  if (offset >= text.size() || text[offset] != '"') return or_else;
  const std::string_view inside = text.substr(offset + 1);
  return inside.substr(0, inside.find('"'));
}

std::string_view code_of(NoStatement why) {
  switch (why) {
    case NoStatement::BadIri:
      return "jsonld-no-iri";
    case NoStatement::BadPredicate:
      return "jsonld-no-property-iri";
    case NoStatement::BadLanguage:
      return "jsonld-no-language";
    case NoStatement::BadDatatype:
      return "jsonld-no-datatype";
    case NoStatement::Direction:
      break;
  }
  return "jsonld-direction-dropped";
}

}  // namespace

Findings::Findings(const Document& document, const Source& source, PlaceIndex& places,
                   Diagnostics& found)
    : document_(document), source_(source), places_(places), found_(found) {}

Place Findings::place(std::uint32_t offset) {
  return {std::string(source_.file), places_.at(offset), json::pointer_of(*document_.root, offset)};
}

void Findings::failed(const Failure& failure) {
  if (++errors_ > kMostErrors) return;
  Diagnostic diagnostic{failure.code, Severity::Error, failure.arguments, {}};
  const Document* other = failure.document == &document_ ? nullptr : failure.document;
  if (other == nullptr)
    diagnostic.place = place(static_cast<std::uint32_t>(failure.offset));
  else
    diagnostic.place = {other->name, json::position_of(other->text, failure.offset),
                        json::pointer_of(*other->root, failure.offset)};
  found_.push_back(std::move(diagnostic));
}

Findings::Kind* Findings::kind(std::string key, std::string_view code, std::uint32_t offset) {
  const auto known = kinds_.find(key);
  if (known != kinds_.end()) {
    ++known->second.count;
    return nullptr;
  }
  if (kinds_.size() >= kMostKinds) {
    ++more_kinds_;
    return nullptr;
  }
  Kind& made = kinds_[std::move(key)];
  made.code = code;
  made.offset = offset;
  made.count = 1;
  return &made;
}

void Findings::ignored(const Context& active, const json::Member& member) {
  const TermDefinition* term = active.find(member.key);
  if (term != nullptr && !term->has_iri) return;  // the context says that it means nothing
  const bool reserved = has_keyword_form(member.key);
  Kind* made = kind("k" + member.key, reserved ? "jsonld-ignored-keyword" : "jsonld-ignored-key",
                    member.offset);
  if (made == nullptr) return;
  made->arguments.emplace_back("key", shortened(member.key));
  const std::string near = reserved ? std::string() : near_term(active, member.key);
  if (near.empty()) return;
  made->code = "jsonld-ignored-key-near";
  made->arguments.emplace_back("near", near);
}

void Findings::dropped(const json::Value& value) {
  if (Kind* made = kind("d", "jsonld-free-value", value.offset))
    made->arguments.emplace_back("found", shown(value));
}

void Findings::lost(std::string_view iri) { lost_.emplace_back(iri); }

void Findings::no_statement(NoStatement why, std::string_view property, std::string_view text,
                            std::uint32_t offset) {
  std::string key = "s";
  key += static_cast<char>('0' + static_cast<int>(why));
  Kind* made = kind(key.append(property), code_of(why), offset);
  if (made == nullptr) return;
  if (why == NoStatement::BadIri) text = as_written(document_.text, offset, text);
  made->arguments.emplace_back("found", shortened(text));
  made->arguments.emplace_back("property", shortened(property));
}

void Findings::finish() {
  if (errors_ > kMostErrors)
    found_.push_back({"jsonld-more-errors",
                      Severity::Error,
                      {{"count", std::to_string(errors_ - kMostErrors)}},
                      {std::string(source_.file), {}, {}}});
  std::vector<Kind*> order;
  for (auto& [key, kind] : kinds_) order.push_back(&kind);
  std::sort(order.begin(), order.end(), [](const Kind* a, const Kind* b) {
    return std::tie(a->offset, a->code) < std::tie(b->offset, b->code);
  });
  for (Kind* kind : order) {
    kind->arguments.emplace_back("count", std::to_string(kind->count));
    found_.push_back(
        {kind->code, Severity::Warning, std::move(kind->arguments), place(kind->offset)});
  }
  if (more_kinds_ > 0)
    found_.push_back({"jsonld-more-ignored",
                      Severity::Warning,
                      {{"count", std::to_string(more_kinds_)}},
                      {std::string(source_.file), {}, {}}});
}

}  // namespace pinakes::rdf::jsonld
