// Reads Turtle 1.1 and TriG 1.1 into a sink; after an error, goes on at the next statement.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <unordered_set>
#include <vector>

#include "indexer/base/iri.h"
#include "indexer/base/text_map.h"
#include "indexer/rdf/formats.h"
#include "indexer/rdf/lexer.h"
#include "indexer/rdf/syntax.h"

namespace pinakes::rdf {

enum class Grammar : std::uint8_t { Turtle, Trig };

/// One reading of one file. The position of a statement is that of its object (a nested blank node:
/// its bracket): the line that a data holder has to change.
class TurtleReader {
 public:
  static constexpr std::size_t kDeepest = 64;          // brackets in brackets
  static constexpr std::size_t kRecoveries = 250'000;  // also of errors that are not said
  static constexpr std::size_t kInvalidBytes = 5;      // statements reported for not being UTF-8

  TurtleReader(Grammar grammar, const Source& source, Sink& into, Diagnostics& found);
  /// True if no statement was lost.
  bool run();

 private:
  struct HeldTerm {
    TermKind kind = TermKind::Iri;
    Text value, datatype;
    std::string_view language;
    Term term() const { return {kind, value.view, datatype.view, language}; }
  };
  struct Level {  // one per nesting depth, reused: no allocation per statement
    HeldTerm subject, predicate, object;
  };
  using Prefixes = TextMap<std::string>;

  enum class Go { On, Stop };

  // --- grammar (turtle_reader.cc) ---
  void statement();
  bool directive();
  void prefix_directive();
  void base_directive();
  void triples();
  void subject();
  void predicate_object_list(std::size_t depth);
  void object_list(std::size_t depth);
  void object(std::size_t depth);
  void nested(std::size_t depth);
  void property_list(std::size_t depth);
  void collection(std::size_t depth);
  void literal(HeldTerm& into);
  void predicate(HeldTerm& into);
  bool named(HeldTerm& into);
  bool number_or_boolean(HeldTerm& into);
  void resolved_iri(Text& into);
  void prefixed_iri(Text& into);
  void fresh_blank(HeldTerm& into);
  void named_blank(HeldTerm& into);
  Level& level(std::size_t depth);
  void emit(const HeldTerm& subject, const Term& predicate, const Term& object, std::size_t at);
  bool take_keyword(std::string_view lower);
  [[noreturn]] void expected(std::string code);

  // --- graphs of TriG (turtle_graphs.cc) ---
  bool graph_block();
  void graph_statement();
  void open_graph(const Term* name);
  void close_graph();
  bool label_behind_graph_keyword();
  [[noreturn]] void graph_not_closed(std::size_t start);
  Go graph_cut_short();

  // --- recovery (turtle_recovery.cc) ---
  Go recover(SyntaxError error, std::size_t start);
  Go report(SyntaxError& error, std::size_t start);
  void note_bad_comment();
  void skip_statement();
  void skip_token();
  void skip_block();
  void move_past(std::size_t before, const SyntaxError& error);
  bool hopeless(const SyntaxError& error, std::size_t start);
  void iri_without_end(HeldTerm& into, std::size_t offset);
  void iri_grows(std::size_t bytes);
  bool next_line(std::size_t from);
  void lose_open_subjects();
  void lose_subjects_in(std::size_t from, std::size_t to);
  void lose_subject_at(std::size_t offset);
  bool subject_starts_at(std::size_t offset) const;
  bool at_line_start(std::size_t offset) const;

  Sink& sink_;
  Lexer lexer_;
  BaseIri base_;
  Prefixes prefixes_;
  PlaceCounter places_, error_places_;
  SyntaxReport report_;
  Growth growth_;
  std::vector<std::unique_ptr<Level>> levels_;
  std::size_t open_ = 0;  // levels whose subject is known
  std::uint64_t blanks_ = 0;
  PrefixedName name_;
  Text iri_;
  std::unordered_set<std::string> undeclared_;
  std::size_t invalid_bytes_ = 0;
  std::size_t recoveries_ = 0;
  Grammar grammar_;
  bool in_graph_ = false;        // between '{' and '}'
  std::size_t graph_start_ = 0;  // of the block that is open: its name or '{'
  bool any_property_ = false;    // the last [ ] held something
  bool complete_ = true;         // no statement lost so far
  bool any_good_ = false;        // a statement was read
  bool doubtful_ = false;        // it is not sure that the last error's statement has ended
};

/// As Format::read.
bool read_turtle(const Source& source, Sink& into, Diagnostics& found);
bool read_trig(const Source& source, Sink& into, Diagnostics& found);

}  // namespace pinakes::rdf
