// What TriG 1.1 adds to Turtle: blocks of statements, with a name or without.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/turtle_reader.h"

namespace pinakes::rdf {

/// `{`, `GRAPH name {` or, which is an error, `}`: outside of a block. False if none of them is
/// here; `name {` is known only behind the name (triples()).
bool TurtleReader::graph_block() {
  const std::size_t start = lexer_.offset();
  const char c = lexer_.peek();
  if (c == '}') {
    lexer_.advance();
    throw SyntaxError{"syntax-graph-not-open", start, {}, Resume::Now};
  }
  if (c != '{' && ((c != 'G' && c != 'g') || !take_keyword("graph"))) return false;
  graph_start_ = start;
  if (c == '{') {
    open_graph(nullptr);
    return true;
  }
  lexer_.skip_space();
  if (!label_behind_graph_keyword()) expected("syntax-graph-name");
  lexer_.skip_space();
  if (lexer_.peek() != '{') expected("syntax-graph-open");
  const Term name = level(0).subject.term();
  open_graph(&name);
  return true;
}

bool TurtleReader::label_behind_graph_keyword() {
  HeldTerm& name = level(0).subject;
  if (lexer_.peek() == '_' && lexer_.peek(1) == ':') {
    named_blank(name);
    return true;
  }
  if (!lexer_.take('[')) return named(name);
  lexer_.skip_space();
  if (!lexer_.take(']')) return false;
  fresh_blank(name);
  return true;
}

/// At '{'.
void TurtleReader::open_graph(const Term* name) {
  lexer_.advance();
  in_graph_ = true;
  sink_.graph(name);
  open_ = 0;
}

void TurtleReader::close_graph() {
  in_graph_ = false;
  sink_.graph(nullptr);
}

/// One statement of a block, with its dot (the last needs none), or the block's end.
void TurtleReader::graph_statement() {
  const std::size_t start = lexer_.offset();
  if (lexer_.take('}')) return close_graph();
  if (lexer_.peek() == '{' || take_keyword("graph")) graph_not_closed(start);
  if (directive()) throw SyntaxError{"syntax-directive-in-graph", start, {}, Resume::Now};
  triples();
  lexer_.skip_space();
  if (!lexer_.take('.') && lexer_.peek() != '}') expected("syntax-after-object-graph");
  any_good_ = true;
  doubtful_ = false;
}

/// A block starts inside a block: a '}' was forgotten, and the new block is meant.
void TurtleReader::graph_not_closed(std::size_t start) {
  const Position opened = error_places_.at(graph_start_);
  lexer_.move_to(start);
  close_graph();
  open_ = 0;
  throw SyntaxError{
      "syntax-graph-not-closed", start, {{"line", std::to_string(opened.line)}}, Resume::Now};
}

TurtleReader::Go TurtleReader::graph_cut_short() {
  complete_ = false;
  SyntaxError error{"syntax-graph-end", lexer_.text().size()};
  return report(error, graph_start_);
}

}  // namespace pinakes::rdf
