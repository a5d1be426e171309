// The text of an XML file as its parser gets it: UTF-8, own entities replaced, offsets kept.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/diagnostic.h"
#include "indexer/rdf/rdfxml_entities.h"
#include "indexer/rdf/syntax.h"

namespace pinakes::rdf {

/// Finds the encoding (XML 1.0 appendix F) and takes the document type declaration away, so that
/// the parser meets none. What is wrong with them stands in notes(); an Error there, and failure(),
/// mean that the text was cut.
class XmlInput {
 public:
  static constexpr std::size_t kMostAttributes = 1000;

  explicit XmlInput(std::string_view bytes);

  /// As UTF-8; offsets count in it.
  std::string_view text() const { return text_; }
  /// Where the first column is: behind a byte-order mark.
  std::size_t start() const { return start_; }
  struct Note {
    SyntaxError what;
    Severity severity;
  };
  const std::vector<Note>& notes() const { return notes_; }
  /// What stopped read(): an entity that is refused.
  const std::optional<SyntaxError>& failure() const { return failure_; }

  /// The next bytes for the parser; 0 at the end.
  std::size_t read(char* to, std::size_t size);
  /// Where in text() the byte stands that was the `fed`th given to the parser. To be asked for
  /// growing offsets.
  std::size_t source_of(std::size_t fed);
  bool has_entities() const { return has_entities_; }

 private:
  struct Mark {
    std::size_t fed, source;
  };

  void find_encoding(std::string_view bytes);
  void decode(std::string_view bytes, const std::string& encoding);
  void check_utf8(const std::string& encoding);
  void check_tags();
  void find_doctype();
  void find_reference();
  void expand();
  void note(SyntaxError what, Severity severity);
  void cut(SyntaxError why);

  std::string decoded_;
  std::string_view text_;
  std::size_t start_ = 0;
  std::size_t at_ = 0, stop_ = 0, end_ = 0;  // copied up to; plain up to; the parser sees up to
  std::size_t fed_ = 0, replaced_ = 0;
  std::size_t doctype_ = std::string_view::npos, doctype_end_ = 0;
  bool has_entities_ = false;
  XmlEntities entities_;
  std::string_view pending_;  // of an entity
  std::deque<Mark> marks_;
  std::vector<Note> notes_;
  std::optional<SyntaxError> failure_;
};

}  // namespace pinakes::rdf
