// The query language: one pass over the text, repairing as it goes.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/search/query.h"

#include <algorithm>
#include <utility>

namespace pinakes {
namespace {

constexpr int kMaxDepth = 16;  // of brackets; deeper ones are read as spaces

using NodeKind = QueryNode::Kind;

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

QueryNode leaf(NodeKind kind, std::string_view text, const Field* field = nullptr) {
  return {kind, std::string(text), field, {}};
}

QueryNode negated(QueryNode child) {
  QueryNode node;
  node.kind = NodeKind::Not;
  node.children.push_back(std::move(child));
  return node;
}

/// `Title` and `title` name the same field; null where no field may stand before a colon.
const Field* queried_field(std::string_view name) {
  std::string lower(name);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  const Field* field = find_field(lower);
  const bool usable = field != nullptr && (field->has(kWords) || field->has(kFilter));
  return usable ? field : nullptr;
}

class Parser {
 public:
  Parser(std::string_view text, Analyser& analyser) : text_(text), analyser_(analyser) {}

  ParsedQuery run() {
    ParsedQuery parsed;
    parsed.root.children = sequence(0);
    const bool blank = std::all_of(text_.begin(), text_.end(), is_space);
    if (parsed.root.children.empty() && !blank)
      parsed.reading = kNoWords;
    else if (repaired_)
      parsed.reading = to_text(parsed.root);
    return parsed;
  }

 private:
  std::vector<QueryNode> sequence(int depth);
  std::vector<QueryNode> unit(int depth);
  std::vector<QueryNode> word();
  std::vector<QueryNode> field_unit(const Field& field, std::string_view value);
  std::vector<QueryNode> phrase(std::string_view inside);
  std::vector<QueryNode> words_of(std::string_view text);
  std::string_view quoted();
  bool keyword(std::string_view word);
  bool spend();
  void add(std::vector<QueryNode>& items, std::vector<QueryNode> nodes, bool alternative);

  std::string_view text_;
  Analyser& analyser_;
  std::size_t at_ = 0, words_ = 0;
  bool repaired_ = false;
};

bool Parser::spend() {
  if (words_ < kMaxQueryWords) {
    ++words_;
    return true;
  }
  repaired_ = true;
  return false;
}

/// Takes OR, AND, NOT where they stand alone, in capitals.
bool Parser::keyword(std::string_view word) {
  if (text_.substr(at_, word.size()) != word) return false;
  const std::size_t end = at_ + word.size();
  if (end < text_.size() && !is_space(text_[end]) && text_[end] != '(' && text_[end] != ')' &&
      text_[end] != '"')
    return false;
  at_ = end;
  return true;
}

/// The inside of the quotes that open here; an open quote reaches to the end.
std::string_view Parser::quoted() {
  const std::size_t begin = at_ + 1, end = text_.find('"', begin);
  if (end == std::string_view::npos) {
    repaired_ = true;
    at_ = text_.size();
    return text_.substr(begin);
  }
  at_ = end + 1;
  return text_.substr(begin, end - begin);
}

/// One node for each word; what is joined (COVID-19) stays one, what is elided (l') is left out.
std::vector<QueryNode> Parser::words_of(std::string_view text) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> spans;
  analyser_.analyse(text, "", [&](const Token& token) {
    if (token.kind != Token::Kind::Part) return;
    if (token.joined && !spans.empty())
      spans.back().second = token.end;
    else
      spans.emplace_back(token.begin, token.end);
  });
  std::vector<QueryNode> nodes;
  for (const auto& [begin, end] : spans)
    if (spend()) nodes.push_back(leaf(NodeKind::Word, text.substr(begin, end - begin)));
  return nodes;
}

std::vector<QueryNode> Parser::phrase(std::string_view inside) {
  std::uint32_t end = 0;
  std::size_t parts = 0;
  analyser_.analyse(inside, "", [&](const Token& token) {
    if (token.kind != Token::Kind::Part || !spend()) return;
    ++parts;
    end = token.end;
  });
  if (parts == 0) return {};
  return {leaf(NodeKind::Phrase, inside.substr(0, end))};
}

std::vector<QueryNode> Parser::field_unit(const Field& field, std::string_view value) {
  if (!spend()) return {};
  if (!field.has(kWords)) return {leaf(NodeKind::FieldValue, value, &field)};
  std::size_t parts = 0;
  analyser_.analyse(value, "", [&](const Token&) { ++parts; });
  if (parts == 0) return {};
  return {leaf(NodeKind::FieldWords, value, &field)};
}

std::vector<QueryNode> Parser::word() {
  const std::size_t begin = at_;
  while (at_ < text_.size() && !is_space(text_[at_]) && text_[at_] != '"' && text_[at_] != '(' &&
         text_[at_] != ')')
    ++at_;
  const std::string_view raw = text_.substr(begin, at_ - begin);
  const std::size_t colon = raw.find(':');
  const Field* field =
      colon == std::string_view::npos ? nullptr : queried_field(raw.substr(0, colon));
  if (field == nullptr) return words_of(raw);
  const std::string_view value = raw.substr(colon + 1);
  if (!value.empty()) return field_unit(*field, value);
  if (at_ < text_.size() && text_[at_] == '"') return field_unit(*field, quoted());
  repaired_ = true;
  return words_of(raw.substr(0, colon));
}

std::vector<QueryNode> Parser::unit(int depth) {
  if (text_[at_] == '"') return phrase(quoted());
  if (text_[at_] != '(') return word();
  ++at_;
  if (depth >= kMaxDepth) {
    repaired_ = true;
    return {};
  }
  auto inside = sequence(depth + 1);
  if (at_ < text_.size())
    ++at_;  // ')'
  else
    repaired_ = true;
  if (inside.size() <= 1) return inside;
  QueryNode group;
  group.children = std::move(inside);
  return {group};
}

void Parser::add(std::vector<QueryNode>& items, std::vector<QueryNode> nodes, bool alternative) {
  const bool either = alternative && !items.empty() && !nodes.empty() &&
                      items.back().kind != NodeKind::Not && nodes.front().kind != NodeKind::Not;
  if (alternative && !either) repaired_ = true;
  if (!either) {
    std::move(nodes.begin(), nodes.end(), std::back_inserter(items));
    return;
  }
  if (items.back().kind != NodeKind::Any) {
    QueryNode any;
    any.kind = NodeKind::Any;
    any.children.push_back(std::move(items.back()));
    items.back() = std::move(any);
  }
  QueryNode last;
  if (nodes.size() == 1)
    last = std::move(nodes.front());
  else
    last.children = std::move(nodes);
  items.back().children.push_back(std::move(last));
}

std::vector<QueryNode> Parser::sequence(int depth) {
  std::vector<QueryNode> items;
  bool alternative = false, without = false;
  while (at_ < text_.size()) {
    if (is_space(text_[at_])) {
      ++at_;
    } else if (text_[at_] == ')') {
      if (depth > 0) break;
      repaired_ = true;
      ++at_;
    } else if (keyword("OR")) {
      alternative = true;
    } else if (keyword("AND")) {
      alternative = false;
    } else if (keyword("NOT")) {
      without = true;
    } else if (text_[at_] == '-') {
      ++at_;  // alone it is a dash
      without = at_ < text_.size() && !is_space(text_[at_]) && text_[at_] != '-';
    } else {
      auto nodes = unit(depth);
      if (without)
        for (QueryNode& node : nodes)
          if (node.kind != NodeKind::Not) node = negated(std::move(node));
      add(items, std::move(nodes), alternative);
      alternative = without = false;
    }
  }
  if (alternative || without) repaired_ = true;
  return items;
}

std::string joined(const std::vector<QueryNode>& children, std::string_view between) {
  std::string text;
  for (const QueryNode& child : children) {
    if (!text.empty()) text += between;
    const bool group =
        child.kind == NodeKind::All || (child.kind == NodeKind::Any && between != " ");
    text += group ? '(' + to_text(child) + ')' : to_text(child);
  }
  return text;
}

}  // namespace

ParsedQuery parse_query(std::string_view text, Analyser& analyser) {
  return Parser(text, analyser).run();
}

std::string to_text(const QueryNode& node) {
  switch (node.kind) {
    case NodeKind::Word:
      return node.text;
    case NodeKind::Phrase:
      return '"' + node.text + '"';
    case NodeKind::FieldWords:
    case NodeKind::FieldValue: {
      const bool plain = std::none_of(node.text.begin(), node.text.end(), is_space);
      return std::string(node.field->name) + ':' + (plain ? node.text : '"' + node.text + '"');
    }
    case NodeKind::Not: {
      const QueryNode& child = node.children.front();
      const bool group = child.kind == NodeKind::All || child.kind == NodeKind::Any;
      return group ? "-(" + to_text(child) + ')' : '-' + to_text(child);
    }
    case NodeKind::Any:
      return joined(node.children, " OR ");
    case NodeKind::All:
      break;
  }
  return joined(node.children, " ");
}

}  // namespace pinakes
