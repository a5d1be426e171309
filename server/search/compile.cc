// Engine queries of parsed queries.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/search/compile.h"

#include <xapian.h>

#include <algorithm>

#include "indexer/index/codec.h"
#include "server/search/field_words.h"

namespace pinakes {
namespace {

using NodeKind = QueryNode::Kind;
using Query = Xapian::Query;

// More than all words of a title can weigh: BM25 gives a word at most about 12 here.
constexpr double kExactBoost = 60;
// Outweighs any sum of word weights of kMaxQueryWords, so that more words found comes first.
constexpr double kPerWordFound = 1'000;

using Terms = std::vector<std::string>;

std::string term_of(std::string_view word, std::string_view language, Analyser& analyser) {
  return codec::text_term(language, analyser.term(word, language));
}

void add_once(Terms& terms, std::string term) {
  if (std::find(terms.begin(), terms.end(), term) == terms.end()) terms.push_back(std::move(term));
}

/// The word's terms in all languages of the catalogue, and in texts of no known language.
Terms terms_of(std::string_view word, const CompileContext& context) {
  Terms terms = {term_of(word, "", context.analyser)};
  for (const std::string& language : context.languages)
    add_once(terms, term_of(word, language, context.analyser));
  return terms;
}

/// Filter terms of the concepts whose label, in any language, has these words side by side.
Terms concepts_of(const Terms& words, const CompileContext& context) {
  std::vector<Terms> places;
  for (const std::string& word : words) {
    Terms& terms = places.emplace_back();
    for (const std::string_view language : kStemLanguages)
      add_once(terms, term_of(word, language, context.analyser));
  }
  return context.concepts.side_by_side(places);
}

std::vector<std::string> parts_of(std::string_view text, Analyser& analyser) {
  std::vector<std::string> parts;
  analyser.analyse(text, "", [&](const Token& token) {
    if (token.kind == Token::Kind::Part)
      parts.emplace_back(text.substr(token.begin, token.end - token.begin));
  });
  return parts;
}

/// All parts of a hyphenated or coded token, joined; empty for a plain word.
std::string whole_of(std::string_view text, Analyser& analyser) {
  std::string whole;
  analyser.analyse(text, "", [&](const Token& token) {
    if (token.kind == Token::Kind::Whole) whole = token.term;
  });
  return whole;
}

Query any_of(Query::op op, Terms terms, const Terms& more = {}) {
  terms.insert(terms.end(), more.begin(), more.end());
  return Query(op, terms.begin(), terms.end());
}

/// In a text, or in a label of one of the record's concepts.
Query anywhere(const std::string& word, const CompileContext& context) {
  return any_of(Query::OP_SYNONYM, terms_of(word, context), concepts_of({word}, context));
}

/// Two parts or more.
Query side_by_side(const Terms& parts, const CompileContext& context) {
  std::vector<Query> places;  // OP_PHRASE takes OP_OR, but not OP_SYNONYM
  for (const std::string& part : parts)
    places.push_back(any_of(Query::OP_OR, terms_of(part, context)));
  const Query in_text(Query::OP_PHRASE, places.begin(), places.end(),
                      static_cast<Xapian::termcount>(places.size()));
  const Terms concepts = concepts_of(parts, context);
  return concepts.empty() ? in_text
                          : Query(Query::OP_OR, in_text, any_of(Query::OP_SYNONYM, concepts));
}

/// The word in any language; the reader's own language outranks the same letters in another.
Query word_query(const std::string& word, const CompileContext& context) {
  const Terms own = {term_of(word, stem_language(context.reader), context.analyser)};
  return Query(Query::OP_AND_MAYBE, anywhere(word, context),
               any_of(Query::OP_SYNONYM, own, context.concepts.side_by_side({own})));
}

Query token_query(const std::string& text, const CompileContext& context) {
  const auto parts = parts_of(text, context.analyser);
  if (parts.size() == 1) return word_query(parts.front(), context);
  const Query together = side_by_side(parts, context);
  const std::string whole = whole_of(text, context.analyser);
  if (whole.empty()) return together;
  return Query(Query::OP_OR, together, anywhere(whole, context));
}

Query phrase_query(const std::string& text, const CompileContext& context) {
  const auto parts = parts_of(text, context.analyser);
  return parts.size() == 1 ? word_query(parts.front(), context) : side_by_side(parts, context);
}

Query field_value(const QueryNode& node, const CompileContext& context) {
  std::vector<Query> values;
  for (const std::string& id : context.resolve(*node.field, node.text))
    values.emplace_back(codec::filter_term(*node.field, id));
  const Query any(Query::OP_OR, values.begin(), values.end());
  return values.empty() ? Query::MatchNothing : Query(Query::OP_SCALE_WEIGHT, any, 0);
}

/// Each word stands in that field; it ranks as a word anywhere does.
Query field_words(const QueryNode& node, const CompileContext& context) {
  std::vector<Query> words;
  for (const std::string& part : parts_of(node.text, context.analyser)) {
    words.emplace_back(Query::OP_FILTER, word_query(part, context),
                       words_in_field(*node.field, terms_of(part, context)));
  }
  const Query named(Query::OP_AND, words.begin(), words.end());
  if (!node.field->has(kFilter)) return named;
  return Query(Query::OP_OR, named, field_value(node, context));  // an agent by name or by id
}

bool is_optional(const QueryNode& node, Analyser& analyser) {
  return node.kind == NodeKind::Word && is_stop_word(analyser.term(node.text, ""));
}

class Compiler {
 public:
  Compiler(const CompileContext& context, Strictness strictness)
      : context_(context), strictness_(strictness) {}

  Query node(const QueryNode& node) const {
    switch (node.kind) {
      case NodeKind::Word:
        return token_query(node.text, context_);
      case NodeKind::Phrase:
        return phrase_query(node.text, context_);
      case NodeKind::FieldWords:
        return field_words(node, context_);
      case NodeKind::FieldValue:
        return field_value(node, context_);
      case NodeKind::Not:
        return Query(Query::OP_AND_NOT, Query::MatchAll, this->node(node.children.front()));
      case NodeKind::Any: {
        std::vector<Query> children;
        for (const QueryNode& child : node.children) children.push_back(this->node(child));
        return Query(Query::OP_OR, children.begin(), children.end());
      }
      case NodeKind::All:
        break;
    }
    return all(node.children, Strictness::AllWords);
  }

  Query root(const QueryNode& root) const { return all(root.children, strictness_); }

 private:
  Query all(const std::vector<QueryNode>& children, Strictness strictness) const;

  const CompileContext& context_;
  Strictness strictness_;
};

Query Compiler::all(const std::vector<QueryNode>& children, Strictness strictness) const {
  std::vector<Query> required, words, optional, excluded;
  const bool only_optional = std::all_of(children.begin(), children.end(), [&](const auto& child) {
    return child.kind == NodeKind::Not || is_optional(child, context_.analyser);
  });
  for (const QueryNode& child : children) {
    if (child.kind == NodeKind::Not)
      excluded.push_back(node(child.children.front()));
    else if (!only_optional && is_optional(child, context_.analyser))
      optional.push_back(node(child));
    else
      (child.kind == NodeKind::Word ? words : required).push_back(node(child));
  }
  if (strictness == Strictness::AnyWord && words.size() > 1) {
    for (Query& word : words) {
      auto* found = new Xapian::FixedWeightPostingSource(kPerWordFound);
      word = Query(Query::OP_AND, word, Query(found->release()));
    }
    required.emplace_back(Query::OP_OR, words.begin(), words.end());
  } else {
    required.insert(required.end(), words.begin(), words.end());
  }
  Query query =
      required.empty() ? Query::MatchAll : Query(Query::OP_AND, required.begin(), required.end());
  if (!optional.empty())
    query =
        Query(Query::OP_AND_MAYBE, query, Query(Query::OP_OR, optional.begin(), optional.end()));
  if (!excluded.empty())
    query = Query(Query::OP_AND_NOT, query, Query(Query::OP_OR, excluded.begin(), excluded.end()));
  return query;
}

void collect_stems(const QueryNode& node, const CompileContext& context, Stems& stems) {
  if (node.kind == NodeKind::Not || node.kind == NodeKind::FieldValue) return;
  for (const QueryNode& child : node.children) collect_stems(child, context, stems);
  if (node.text.empty()) return;
  const auto add = [&](std::string_view word) {
    for (const std::string_view language : kStemLanguages)
      stems[std::string(language)].emplace(context.analyser.term(word, language));
  };
  for (const std::string& part : parts_of(node.text, context.analyser)) add(part);
  if (const std::string whole = whole_of(node.text, context.analyser); !whole.empty()) add(whole);
}

}  // namespace

Query compile(const ParsedQuery& parsed, std::string_view typed, Strictness strictness,
              const CompileContext& context) {
  const Query query = Compiler(context, strictness).root(parsed.root);
  const Query exact(codec::exact_term(typed));
  return Query(Query::OP_AND_MAYBE, query, Query(Query::OP_SCALE_WEIGHT, exact, kExactBoost));
}

bool can_relax(const ParsedQuery& parsed, Analyser& analyser) {
  const auto plain = std::count_if(
      parsed.root.children.begin(), parsed.root.children.end(), [&](const QueryNode& node) {
        return node.kind == NodeKind::Word && !is_optional(node, analyser);
      });
  return plain > 1;
}

Stems marked_stems(const ParsedQuery& parsed, const CompileContext& context) {
  Stems stems;
  for (const QueryNode& node : parsed.root.children)
    if (!is_optional(node, context.analyser)) collect_stems(node, context, stems);
  if (stems.empty()) collect_stems(parsed.root, context, stems);
  return stems;
}

}  // namespace pinakes
