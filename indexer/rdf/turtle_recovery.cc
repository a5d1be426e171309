// After an error: say it once, name what is lost, find the next statement.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "indexer/rdf/characters.h"
#include "indexer/rdf/turtle_reader.h"
#include "schemas/namespaces.h"

namespace pinakes::rdf {
namespace {
constexpr std::string_view kLineEnds = "\r\n";
}

TurtleReader::Go TurtleReader::recover(SyntaxError error, std::size_t start) {
  complete_ = false;
  lose_open_subjects();
  if (hopeless(error, start) || report(error, start) == Go::Stop) {
    lose_subjects_in(start, lexer_.text().size());
    return Go::Stop;
  }
  open_ = 0;
  if (error.resume == Resume::Now) return Go::On;
  // A subject at the start of a line where ';' or '.' should be: only the '.' is missing.
  const bool only_dot_missing = error.code.starts_with("syntax-after-object") &&
                                at_line_start(error.offset) && subject_starts_at(error.offset);
  if (only_dot_missing) {
    doubtful_ = true;
  } else if (error.resume == Resume::Here) {
    skip_statement();
  } else {
    doubtful_ = true;
    if (!next_line(error.offset)) skip_statement();
  }
  lose_subjects_in(start, lexer_.offset());
  return Go::On;
}

/// What would cost far more time or room than a file of this size should, however it goes on.
bool TurtleReader::hopeless(const SyntaxError& error, std::size_t start) {
  if (error.code == Growth::kCode) {
    report_.add(error, error_places_.at(error.offset));
    return true;
  }
  if (++recoveries_ <= kRecoveries && !lexer_.too_much_in_vain()) return false;
  report_.stop(error_places_.at(start));
  return true;
}

/// Errors that follow from an earlier one are not said: those after a doubtful end of statement,
/// and those of a prefix already complained about.
TurtleReader::Go TurtleReader::report(SyntaxError& error, std::size_t start) {
  SyntaxError other = error;
  if (!any_good_ && report_.count() == 0 && sniff_not_rdf(lexer_.text(), other) &&
      !(grammar_ == Grammar::Trig && looks_like(other, "trig"))) {
    report_.add(other, {1, 1});
    return Go::Stop;
  }
  if (error.code == "undeclared-prefix") {
    const std::string prefix = error.arguments.front().second;
    if (!undeclared_.insert(prefix).second) return Go::On;
    for (const Prefix& known : kPrefixes) {
      if (known.name != prefix) continue;
      error.code = "undeclared-prefix-known";
      error.arguments.emplace_back("declaration",
                                   "@prefix " + prefix + ": <" + std::string(known.iri) + "> .");
    }
  } else if (doubtful_) {
    return Go::On;
  } else if (error.code.starts_with("invalid-utf8") && ++invalid_bytes_ > kInvalidBytes) {
    return Go::On;  // a file in another encoding: the first few places are enough
  }
  // Prose, a table: no statement was ever read and this does not start one.
  if (!any_good_ && error.code == "syntax-subject") doubtful_ = true;
  if (error.offset >= lexer_.text().size()) {
    const Position opened = error_places_.at(start);
    if (error.code != "syntax-graph-end") error.code = "syntax-end-of-file";
    error.arguments = {{"line", std::to_string(opened.line)}};
  }
  return report_.add(error, error_places_.at(error.offset)) ? Go::On : Go::Stop;
}

/// Ill-formed bytes in a comment lose nothing, but the file is not what it should be.
void TurtleReader::note_bad_comment() {
  const std::size_t offset = lexer_.take_bad_comment();
  if (offset == std::string_view::npos || report_.count() > 0) return;
  report_.add({"invalid-utf8-comment", offset}, error_places_.at(offset), Severity::Warning);
}

/// To behind the '.' that ends the statement, to the '}' of its graph, or to the end of the file.
/// What stands in a block whose name was not understood belongs to no graph we know.
void TurtleReader::skip_statement() {
  while (!lexer_.done() && !lexer_.too_much_in_vain()) {
    const std::size_t before = lexer_.offset();
    try {
      lexer_.skip_space();
      if (lexer_.take('.')) return;
      if (grammar_ == Grammar::Trig && lexer_.peek() == '}' && in_graph_) return;
      if (grammar_ == Grammar::Trig && lexer_.peek() == '{' && !in_graph_) return skip_block();
      if (!lexer_.done()) skip_token();
    } catch (const SyntaxError& error) {
      if (error.resume == Resume::NextLine) {
        doubtful_ = true;
        if (next_line(error.offset)) return;
      } else {
        move_past(before, error);
      }
    }
  }
}

/// At '{': to behind the next '}' that is no part of a text or an IRI.
void TurtleReader::skip_block() {
  while (!lexer_.done() && !lexer_.too_much_in_vain()) {
    const std::size_t before = lexer_.offset();
    try {
      lexer_.skip_space();
      if (lexer_.take('}')) return;
      if (!lexer_.done()) skip_token();
    } catch (const SyntaxError& error) {
      move_past(before, error);
    }
  }
}

/// A token that started at `before` is wrong at the error's place: on from there, not from its
/// second character, which would be wrong at the same place again.
void TurtleReader::move_past(std::size_t before, const SyntaxError& error) {
  if (lexer_.offset() == before) lexer_.move_to(std::max(before + 1, error.offset));
}

void TurtleReader::skip_token() {
  const char c = lexer_.peek();
  if (c == '<') {
    // Whatever stands between the brackets.
    const std::size_t end = lexer_.text().find_first_of(">\r\n", lexer_.offset());
    const bool closed = end != std::string_view::npos && lexer_.text()[end] == '>';
    if (!closed) lexer_.in_vain(std::min(end, lexer_.text().size()) - lexer_.offset());
    lexer_.move_to(closed ? end + 1 : lexer_.offset() + 1);
  } else if (c == '"' || c == '\'') {
    lexer_.string(iri_);
  } else if (c == '_' && lexer_.peek(1) == ':') {
    lexer_.blank_label(iri_);
  } else if (lexer_.at_name()) {
    const std::size_t size = lexer_.word().size();
    if (lexer_.peek(size) == ':')
      lexer_.prefixed_name(name_);
    else
      lexer_.advance(size);
  } else if (std::string_view number; lexer_.number(number) == Lexer::Number::None) {
    lexer_.advance();
  }
}

/// To the line after `from`. True if the statement seems to have ended there: the line ends with a
/// '.' and a subject starts the next.
bool TurtleReader::next_line(std::size_t from) {
  const std::string_view text = lexer_.text();
  const std::size_t end = std::min(text.find_first_of(kLineEnds, from), text.size());
  std::size_t next = std::min(end + 1, text.size());
  if (text.substr(end, 2) == "\r\n") ++next;
  lexer_.move_to(std::max(lexer_.offset(), next));
  std::size_t last = end;
  while (last > from && has_class(text[last - 1], kSpace)) --last;
  if (in_graph_ && next < text.size() && text[next] == '}') return true;
  return last > from && text[last - 1] == '.' && subject_starts_at(next);
}

bool TurtleReader::at_line_start(std::size_t offset) const {
  return offset == 0 || (offset <= lexer_.text().size() && is_line_end(lexer_.text()[offset - 1]));
}

/// Only a guess from the first characters.
bool TurtleReader::subject_starts_at(std::size_t offset) const {
  const std::string_view text = lexer_.text();
  if (offset >= text.size()) return false;
  const char c = text[offset];
  if (c == '<' || c == '@' || c == '[' || c == ':') return true;
  if (c == '_') return offset + 1 < text.size() && text[offset + 1] == ':';
  std::size_t at = offset;
  while (at < text.size() && (has_class(text[at], kNameChar) || text[at] == '.')) ++at;
  return has_class(c, kNameStart) && at < text.size() && text[at] == ':';
}

void TurtleReader::lose_open_subjects() {
  for (std::size_t depth = 0; depth < open_; ++depth) sink_.lost(level(depth).subject.term());
}

/// The text from..to was not understood: every subject that starts a line of it, or stands behind a
/// dot, may have lost statements there, also within what looked like a string.
void TurtleReader::lose_subjects_in(std::size_t from, std::size_t to) {
  const std::size_t offset = lexer_.offset();
  const std::string_view text = lexer_.text();
  bool behind_dot = false;
  for (std::size_t at = from; at < to && at < text.size(); ++at) {
    const bool space = has_class(text[at], kSpace);
    if (!space && (behind_dot || at_line_start(at)) && subject_starts_at(at)) lose_subject_at(at);
    if (text[at] == '{' && grammar_ == Grammar::Trig)
      behind_dot = true;
    else if (text[at] == '.')
      behind_dot = at + 1 < text.size() && (has_class(text[at + 1], kSpace) || text[at + 1] == '<');
    else if (!space)
      behind_dot = false;
  }
  lexer_.move_to(offset);
}

void TurtleReader::lose_subject_at(std::size_t offset) {
  if (growth_.too_much()) return;  // its whole name would cost what is refused
  HeldTerm& lost = level(0).object;
  lexer_.move_to(offset);
  try {
    if (lexer_.peek() == '<' && lexer_.too_much_in_vain())
      iri_without_end(lost, offset);
    else if (lexer_.peek() == '_')
      named_blank(lost);
    else if (!named(lost))
      return;
  } catch (const SyntaxError&) {
    if (lexer_.text()[offset] != '<') return;  // not a subject after all, or without a name
    iri_without_end(lost, offset);
  }
  sink_.lost({lost.kind, lost.value.view, {}, {}});
}

/// An IRI whose '>' is missing: as far as it can be one.
void TurtleReader::iri_without_end(HeldTerm& into, std::size_t offset) {
  std::size_t end = offset + 1;
  while (end < lexer_.text().size() && has_class(lexer_.text()[end], kIriChar)) ++end;
  into.kind = TermKind::Iri;
  into.value.buffer = base_.resolve(lexer_.text().substr(offset + 1, end - offset - 1));
  into.value.own();
}

}  // namespace pinakes::rdf
