// The grammar of N-Triples 1.1: a statement per line.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/ntriples_reader.h"

#include "indexer/base/iri.h"
#include "indexer/rdf/characters.h"
#include "indexer/rdf/lexer.h"
#include "indexer/rdf/syntax.h"

namespace pinakes::rdf {
namespace {

class NTriplesReader {
 public:
  NTriplesReader(const Source& source, Sink& into, Diagnostics& found)
      : sink_(into),
        lexer_(source.text, Dialect::NTriples),
        places_(source.text, lexer_.offset()),
        error_places_(places_),
        report_(source.file, found) {}

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
    if (!lexer_.take('.')) expected("syntax-dot-ntriples");
    sink_.statement(subject_, predicate, object, places_.at(at));
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
    if (!any_good_ && report_.count() == 0 && sniff_not_rdf(lexer_.text(), error)) {
      report_.add(error, {1, 1});
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

  Sink& sink_;
  Lexer lexer_;
  PlaceCounter places_, error_places_;
  SyntaxReport report_;
  Text subject_text_, predicate_text_, object_text_, datatype_text_;
  Term subject_;
  bool subject_known_ = false, any_good_ = false, complete_ = true;
};

}  // namespace

bool read_ntriples(const Source& source, Sink& into, Diagnostics& found) {
  return NTriplesReader(source, into, found).run();
}

}  // namespace pinakes::rdf
