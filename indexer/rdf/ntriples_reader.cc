// The grammar of N-Triples 1.1 and N-Quads 1.1: a statement per line.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/ntriples_reader.h"

#include "indexer/base/iri.h"
#include "indexer/rdf/characters.h"
#include "indexer/rdf/lexer.h"
#include "indexer/rdf/syntax.h"

namespace pinakes::rdf {
namespace {

enum class Names : std::uint8_t { None, Graphs };

class NTriplesReader {
 public:
  NTriplesReader(Names names, const Source& source, Sink& into, Diagnostics& found)
      : names_(names),
        first_piece_(source.first_line == 1),
        sink_(into),
        lexer_(source.text, Dialect::NTriples),
        places_(source.text, first_piece_ ? lexer_.offset() : 0, source.first_line),
        error_places_(places_),
        report_(source.file, found) {
    if (!first_piece_) lexer_.move_to(0);  // no byte-order mark is expected there
  }

  bool run() {
    while (!lexer_.done()) {
      subject_known_ = false;
      const std::size_t start = lexer_.offset();
      try {
        line();
      } catch (SyntaxError& error) {
        complete_ = false;
        if (subject_known_) sink_.lost(subject_);
        if (!report(error)) {
          lose_rest();
          return false;
        }
        lexer_.move_to(start);
        lexer_.skip_line();
        lexer_.take_bad_comment();
      }
    }
    return complete_;
  }

 private:
  [[noreturn]] void expected(const char* code) {
    throw SyntaxError{code, lexer_.offset(), {{"found", excerpt(lexer_.text(), lexer_.offset())}}};
  }

  void line() {
    lexer_.skip_blanks();
    if (!at_line_end()) {
      statement();
      any_good_ = true;
      lexer_.skip_blanks();
    }
    if (lexer_.peek() == '#') {
      lexer_.skip_line();
      note_bad_comment();
    }
    if (!at_line_end()) expected("syntax-line-end");
    while (lexer_.peek() == '\r' || lexer_.peek() == '\n') lexer_.advance();
  }

  bool at_line_end() const {
    const char c = lexer_.peek();
    return lexer_.done() || c == '\n' || c == '\r' || c == '#';
  }

  void statement() {
    if (!resource(subject_, subject_text_)) expected("syntax-subject-ntriples");
    subject_known_ = true;
    lexer_.skip_blanks();
    Term predicate;
    if (lexer_.peek() != '<' || !resource(predicate, predicate_text_))
      expected("syntax-predicate-ntriples");
    lexer_.skip_blanks();
    const std::size_t at = lexer_.offset();
    Term object;
    if (lexer_.peek() == '"')
      literal(object);
    else if (!resource(object, object_text_))
      expected("syntax-object-ntriples");
    lexer_.skip_blanks();
    Term graph;
    const bool named = names_ == Names::Graphs && resource(graph, graph_text_);
    if (named) lexer_.skip_blanks();
    if (!lexer_.take('.'))
      expected(names_ == Names::Graphs && !named ? "syntax-dot-nquads" : "syntax-dot-ntriples");
    if (names_ == Names::Graphs) enter(named ? &graph : nullptr);
    sink_.statement(subject_, predicate, object, places_.at(at));
  }

  /// Tells the sink where a graph begins: most statements stand in that of the line before.
  void enter(const Term* graph) {
    const bool same =
        graph == nullptr ? !in_named_ : in_named_ && graph->kind == kind_ && graph->value == graph_;
    if (same) return;
    in_named_ = graph != nullptr;
    if (in_named_) {
      kind_ = graph->kind;
      graph_ = graph->value;
    }
    sink_.graph(graph);
  }

  bool resource(Term& into, Text& text) {
    if (lexer_.peek() == '<') {
      into = {TermKind::Iri, absolute_iri(text), {}, {}};
      return true;
    }
    if (lexer_.peek() != '_' || lexer_.peek(1) != ':') return false;
    lexer_.blank_label(text);
    into = {TermKind::Blank, text.view, {}, {}};
    return true;
  }

  std::string_view absolute_iri(Text& text) {
    const std::size_t start = lexer_.offset();
    lexer_.iri(text);
    if (!is_absolute_iri(text.view))
      throw SyntaxError{"syntax-iri-relative", start, {{"found", excerpt(lexer_.text(), start)}}};
    return text.view;
  }

  void literal(Term& into) {
    lexer_.string(object_text_);
    into = {TermKind::Literal, object_text_.view, {}, {}};
    if (lexer_.peek() == '@') {
      into.language = lexer_.language_tag();
    } else if (lexer_.peek() == '^' && lexer_.peek(1) == '^') {
      lexer_.advance(2);
      if (lexer_.peek() != '<') expected("syntax-datatype");
      into.datatype = absolute_iri(datatype_text_);
    }
  }

  bool report(SyntaxError& error) {
    SyntaxError other = error;
    if (first_piece_ && !any_good_ && report_.count() == 0 && sniff_not_rdf(lexer_.text(), other) &&
        !(names_ == Names::Graphs && looks_like(other, "nquads"))) {
      report_.add(other, {1, 1});
      return false;
    }
    const Position where = error_places_.at(error.offset);
    if (error.offset >= lexer_.text().size()) {
      error.code = "syntax-end-of-file";
      error.arguments = {{"line", std::to_string(where.line)}};
    }
    return report_.add(error, where);
  }

  void note_bad_comment() {
    const std::size_t offset = lexer_.take_bad_comment();
    if (offset == std::string_view::npos || report_.count() > 0) return;
    report_.add({"invalid-utf8-comment", offset}, error_places_.at(offset), Severity::Warning);
  }

  /// The subject of every line that will not be read.
  void lose_rest() {
    while (!lexer_.done()) {
      lexer_.skip_line();
      lexer_.advance();
      try {
        if (resource(subject_, subject_text_)) sink_.lost(subject_);
      } catch (const SyntaxError&) {
        // A line without a subject that can be named.
      }
    }
  }

  Names names_;
  bool first_piece_;
  Sink& sink_;
  Lexer lexer_;
  PlaceCounter places_, error_places_;
  SyntaxReport report_;
  Text subject_text_, predicate_text_, object_text_, datatype_text_, graph_text_;
  Term subject_;
  std::string graph_;  // the name of the graph that the sink is in
  TermKind kind_ = TermKind::Iri;
  bool in_named_ = false;
  bool subject_known_ = false, any_good_ = false, complete_ = true;
};

}  // namespace

bool read_ntriples(const Source& source, Sink& into, Diagnostics& found) {
  return NTriplesReader(Names::None, source, into, found).run();
}

/// In pieces: each begins in the default graph, as every reading does.
bool read_nquads(const Source& source, Sink& into, Diagnostics& found) {
  if (source.first_line > 1) into.graph(nullptr);
  return NTriplesReader(Names::Graphs, source, into, found).run();
}

}  // namespace pinakes::rdf
