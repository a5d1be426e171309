// The grammar of Turtle 1.1, one function per production.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/turtle_reader.h"

#include "indexer/rdf/characters.h"
#include "schemas/namespaces.h"

namespace pinakes::rdf {
namespace {

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool same_word(std::string_view word, std::string_view lower_case) {
  if (word.size() != lower_case.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i)
    if (lower(word[i]) != lower_case[i]) return false;
  return true;
}

}  // namespace

TurtleReader::TurtleReader(Grammar grammar, const Source& source, Sink& into, Diagnostics& found)
    : sink_(into),
      lexer_(source.text, Dialect::Turtle),
      base_(source.base),
      places_(source.text),
      error_places_(source.text),
      report_(source.file, found),
      growth_(source.text),
      grammar_(grammar) {
  if (lexer_.offset() > 0) places_ = error_places_ = PlaceCounter(source.text, lexer_.offset());
}

bool TurtleReader::run() {
  for (;;) {
    std::size_t start = lexer_.offset();
    try {
      lexer_.skip_space();
      note_bad_comment();
      if (lexer_.done()) {
        if (in_graph_) graph_cut_short();
        return complete_;
      }
      start = lexer_.offset();
      open_ = 0;
      statement();
    } catch (SyntaxError& error) {
      if (recover(std::move(error), start) == Go::Stop) return false;
    }
  }
}

void TurtleReader::statement() {
  if (in_graph_) return graph_statement();
  if (grammar_ == Grammar::Trig && graph_block()) return;
  if (!directive()) {
    triples();
    if (in_graph_) return;  // it was the name of a graph
    lexer_.skip_space();
    if (!lexer_.take('.')) expected("syntax-after-object");
  }
  any_good_ = true;
  doubtful_ = false;
}

void TurtleReader::expected(std::string code) {
  throw SyntaxError{
      std::move(code), lexer_.offset(), {{"found", excerpt(lexer_.text(), lexer_.offset())}}};
}

bool TurtleReader::take_keyword(std::string_view lower_case) {
  const std::string_view word = lexer_.word();
  if (!same_word(word, lower_case)) return false;
  const char after = lexer_.peek(word.size());
  if (after == ':') return false;  // a prefix of that name
  lexer_.advance(word.size());
  return true;
}

bool TurtleReader::directive() {
  const char c = lower(lexer_.peek());
  if (c == '@') {
    const std::size_t start = lexer_.offset();
    const std::string_view name = lexer_.language_tag();
    if (name == "prefix") {
      prefix_directive();
    } else if (name == "base") {
      base_directive();
    } else {
      lexer_.move_to(start);
      expected("syntax-directive");
    }
    lexer_.skip_space();
    if (!lexer_.take('.')) expected("syntax-directive-dot");
    return true;
  }
  if (c == 'p' && take_keyword("prefix")) {
    prefix_directive();
    return true;
  }
  if (c == 'b' && take_keyword("base")) {
    base_directive();
    return true;
  }
  return false;
}

void TurtleReader::prefix_directive() {
  lexer_.skip_space();
  if (!lexer_.at_name()) expected("syntax-prefix-name");
  const std::size_t start = lexer_.offset();
  const std::string_view name = lexer_.word();
  lexer_.advance(name.size());
  if (!lexer_.take(':')) {
    lexer_.move_to(start);
    expected("syntax-prefix-name");
  }
  lexer_.skip_space();
  if (lexer_.peek() != '<') expected("syntax-directive-iri");
  resolved_iri(iri_);
  prefixes_.insert_or_assign(std::string(name), std::string(iri_.view));
  sink_.prefix(name, iri_.view);
}

void TurtleReader::base_directive() {
  lexer_.skip_space();
  if (lexer_.peek() != '<') expected("syntax-directive-iri");
  resolved_iri(iri_);
  base_ = BaseIri(iri_.view);
}

void TurtleReader::triples() {
  const std::size_t start = lexer_.offset();
  const bool bracket = lexer_.peek() == '[', list = lexer_.peek() == '(';
  subject();
  lexer_.skip_space();
  if (lexer_.peek() == '{' && grammar_ == Grammar::Trig && !list && !(bracket && any_property_)) {
    if (in_graph_) graph_not_closed(start);
    graph_start_ = start;
    const Term name = level(0).subject.term();
    return open_graph(&name);
  }
  // [ ... ] may stand alone; [ ] and everything else needs a predicate.
  if (bracket && any_property_ && (lexer_.peek() == '.' || (lexer_.peek() == '}' && in_graph_)))
    return;
  predicate_object_list(0);
}

void TurtleReader::subject() {
  Level& here = level(0);
  any_property_ = false;
  const char c = lexer_.peek();
  if (c == '[') {
    fresh_blank(here.subject);
    level(1).subject.kind = TermKind::Blank;
    level(1).subject.value.buffer = here.subject.value.view;
    level(1).subject.value.own();
    open_ = 1;
    property_list(1);
  } else if (c == '(') {
    HeldTerm& head = level(1).subject;
    lexer_.advance();
    lexer_.skip_space();
    if (lexer_.take(')')) {
      here.subject.kind = TermKind::Iri;
      here.subject.value.view = rdf_ns::kNil;
    } else {
      fresh_blank(head);
      here.subject.kind = TermKind::Blank;
      here.subject.value.buffer = head.value.view;
      here.subject.value.own();
      open_ = 1;
      collection(1);
    }
  } else if (c == '_' && lexer_.peek(1) == ':') {
    named_blank(here.subject);
  } else if (!named(here.subject)) {
    expected("syntax-subject");
  }
  open_ = 1;
}

void TurtleReader::predicate_object_list(std::size_t depth) {
  for (;;) {
    lexer_.skip_space();
    predicate(level(depth).predicate);
    object_list(depth);
    lexer_.skip_space();
    if (lexer_.peek() != ';') return;
    while (lexer_.take(';')) lexer_.skip_space();
    const char c = lexer_.peek();
    if (c == '.' || c == ']' || lexer_.done() || (c == '}' && in_graph_)) return;
  }
}

void TurtleReader::object_list(std::size_t depth) {
  do {
    lexer_.skip_space();
    object(depth);
    lexer_.skip_space();
  } while (lexer_.take(','));
}

void TurtleReader::predicate(HeldTerm& into) {
  if (lexer_.peek() == 'a' && lexer_.word() == "a" && lexer_.peek(1) != ':') {
    lexer_.advance();
    into.value.view = rdf_ns::kType;
    return;
  }
  if (!named(into)) expected("syntax-predicate");
}

/// <iri> or prefix:name.
bool TurtleReader::named(HeldTerm& into) {
  into.kind = TermKind::Iri;
  if (lexer_.peek() == '<') {
    resolved_iri(into.value);
    return true;
  }
  if (!lexer_.at_name()) return false;
  const std::size_t size = lexer_.word().size();
  if (lexer_.peek(size) != ':') return false;
  prefixed_iri(into.value);
  return true;
}

void TurtleReader::object(std::size_t depth) {
  Level& here = level(depth);
  const std::size_t at = lexer_.offset();
  const char c = lexer_.peek();
  if (c == '[' || c == '(') return nested(depth);
  HeldTerm& object = here.object;
  object.datatype.view = object.language = {};
  if (c == '"' || c == '\'')
    literal(object);
  else if (c == '_' && lexer_.peek(1) == ':')
    named_blank(object);
  else if (!named(object) && !number_or_boolean(object))
    expected("syntax-object");
  emit(here.subject, here.predicate.term(), object.term(), at);
}

/// An object in brackets: its own statements follow the one that names it.
void TurtleReader::nested(std::size_t depth) {
  Level& here = level(depth);
  const std::size_t at = lexer_.offset();
  if (depth + 1 > kDeepest)
    throw SyntaxError{"syntax-too-deep", at, {{"limit", std::to_string(kDeepest)}}};
  HeldTerm& inner = level(depth + 1).subject;
  const bool list = lexer_.peek() == '(';
  if (list) {
    lexer_.advance();
    lexer_.skip_space();
    if (lexer_.take(')')) return emit(here.subject, here.predicate.term(), iri(rdf_ns::kNil), at);
  }
  fresh_blank(inner);
  emit(here.subject, here.predicate.term(), inner.term(), at);
  open_ = depth + 2;
  if (list)
    collection(depth + 1);
  else
    property_list(depth + 1);
  open_ = depth + 1;
}

/// At '['; the subject of the level is the node. `[ ]` has no properties.
void TurtleReader::property_list(std::size_t depth) {
  lexer_.advance();
  lexer_.skip_space();
  if (lexer_.take(']')) return;
  predicate_object_list(depth);
  any_property_ = true;
  lexer_.skip_space();
  if (!lexer_.take(']')) expected("syntax-after-nested-object");
}

/// Behind '(' and before the first item; the subject of the level is the first node.
void TurtleReader::collection(std::size_t depth) {
  Level& here = level(depth);
  here.predicate.kind = TermKind::Iri;
  for (;;) {
    if (lexer_.done()) expected("syntax-list");
    here.predicate.value.view = rdf_ns::kFirst;
    object(depth);
    lexer_.skip_space();
    const std::size_t at = lexer_.offset();
    if (lexer_.take(')')) return emit(here.subject, iri(rdf_ns::kRest), iri(rdf_ns::kNil), at);
    fresh_blank(here.object);
    emit(here.subject, iri(rdf_ns::kRest), here.object.term(), at);
    std::swap(here.subject, here.object);
    here.subject.value.own();
  }
}

void TurtleReader::literal(HeldTerm& into) {
  into.kind = TermKind::Literal;
  lexer_.string(into.value);
  if (lexer_.peek() == '@') {
    into.language = lexer_.language_tag();
  } else if (lexer_.peek() == '^' && lexer_.peek(1) == '^') {
    lexer_.advance(2);
    lexer_.skip_space();
    if (lexer_.peek() == '<')
      resolved_iri(into.datatype);
    else if (lexer_.at_name() && lexer_.peek(lexer_.word().size()) == ':')
      prefixed_iri(into.datatype);
    else
      expected("syntax-datatype");
  }
}

bool TurtleReader::number_or_boolean(HeldTerm& into) {
  into.kind = TermKind::Literal;
  const char c = lexer_.peek();
  if (c == 't' || c == 'f') {
    const std::string_view word = lexer_.word();
    if (word != "true" && word != "false") return false;
    into.value.view = word;
    into.datatype.view = xsd::kBoolean;
    lexer_.advance(word.size());
    return true;
  }
  switch (lexer_.number(into.value.view)) {
    case Lexer::Number::None:
      return false;
    case Lexer::Number::Integer:
      into.datatype.view = xsd::kInteger;
      return true;
    case Lexer::Number::Decimal:
      into.datatype.view = xsd::kDecimal;
      return true;
    case Lexer::Number::Double:
      into.datatype.view = xsd::kDouble;
      return true;
  }
  return false;
}

void TurtleReader::resolved_iri(Text& into) {
  const std::size_t start = lexer_.offset();
  lexer_.iri(into);
  if (is_absolute_iri(into.view)) return;
  if (base_.text().empty())
    throw SyntaxError{"syntax-iri-relative", start, {{"found", excerpt(lexer_.text(), start)}}};
  iri_grows(base_.text().size());
  into.buffer = base_.resolve(into.view);
  into.own();
}

void TurtleReader::iri_grows(std::size_t bytes) {
  growth_.add(bytes);
  if (growth_.too_much()) throw Growth::error(lexer_.offset());
}

void TurtleReader::prefixed_iri(Text& into) {
  const std::size_t start = lexer_.offset();
  lexer_.prefixed_name(name_);
  const auto found = prefixes_.find(name_.prefix);
  if (found == prefixes_.end())
    throw SyntaxError{"undeclared-prefix", start, {{"prefix", std::string(name_.prefix)}}};
  iri_grows(found->second.size());
  into.buffer.assign(found->second).append(name_.local.view);
  into.own();
}

void TurtleReader::fresh_blank(HeldTerm& into) {
  into.kind = TermKind::Blank;
  into.value.buffer.assign(kUnlabelled).append(std::to_string(++blanks_));
  into.value.own();
  into.datatype.view = into.language = {};
}

void TurtleReader::named_blank(HeldTerm& into) {
  into.kind = TermKind::Blank;
  lexer_.blank_label(into.value);
  if (!into.value.view.starts_with(kUnlabelled)) return;
  into.value.buffer =
      std::string(kUnlabelled) + "_" + std::string(into.value.view.substr(kUnlabelled.size()));
  into.value.own();
}

TurtleReader::Level& TurtleReader::level(std::size_t depth) {
  while (levels_.size() <= depth) levels_.push_back(std::make_unique<Level>());
  return *levels_[depth];
}

void TurtleReader::emit(const HeldTerm& subject, const Term& predicate, const Term& object,
                        std::size_t at) {
  sink_.statement(subject.term(), predicate, object, places_.at(at));
}

bool read_turtle(const Source& source, Sink& into, Diagnostics& found) {
  return TurtleReader(Grammar::Turtle, source, into, found).run();
}

bool read_trig(const Source& source, Sink& into, Diagnostics& found) {
  return TurtleReader(Grammar::Trig, source, into, found).run();
}

}  // namespace pinakes::rdf
