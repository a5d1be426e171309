// What readers share: the syntax error inside a reader, and the bounded report to the outside.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/base/diagnostic.h"

namespace pinakes::rdf {

/// Where the reader can go on after an error.
enum class Resume {
  Here,      // the token at fault was read to its end (or is whole): go on behind or at it
  NextLine,  // it is not known where the token ends
  Now,       // nothing is to be skipped
};

/// Unwinds a reader to its statement loop; never leaves the reader. `offset` is in the text.
struct SyntaxError {
  std::string code;
  std::size_t offset = 0;
  std::vector<std::pair<std::string, std::string>> arguments = {};
  Resume resume = Resume::Here;
};

/// Line and column of offsets that mostly grow: each byte is counted once.
class PlaceCounter {
 public:
  /// The first column of the file is at `start`: 3 behind a byte-order mark.
  explicit PlaceCounter(std::string_view text, std::size_t start = 0, std::uint32_t first_line = 1)
      : text_(text),
        line_end_(text.find('\n') == std::string_view::npos ? '\r' : '\n'),
        start_(start),
        offset_(start),
        first_line_(first_line),
        position_{first_line, 1} {}
  Position at(std::size_t offset);

 private:
  std::string_view text_;
  char line_end_;  // a carriage return in files that know no other
  std::size_t start_, offset_;
  std::uint32_t first_line_;
  Position position_;
};

/// Counts what prefixes, namespaces and bases put before what stands in a file: one of a megabyte,
/// used by every statement, would make terabytes of a small file.
class Growth {
 public:
  static constexpr std::size_t kTimes = 100, kFrom = std::size_t{64} << 20U;
  static constexpr std::string_view kCode = "syntax-iris-grow";

  explicit Growth(std::string_view file) : file_(file.size()) {}
  void add(std::size_t bytes) { grown_ += bytes; }
  bool too_much() const { return grown_ > kFrom && grown_ / kTimes > file_; }
  static SyntaxError error(std::size_t offset) {
    return {std::string(kCode), offset, {{"limit", std::to_string(kTimes)}}};
  }

 private:
  std::size_t file_, grown_ = 0;
};

/// Takes errors until there are too many to be of use.
class SyntaxReport {
 public:
  static constexpr std::size_t kLimit = 100;

  SyntaxReport(std::string_view file, Diagnostics& found) : file_(file), found_(found) {}
  /// False if that was one too many: say no more and stop.
  bool add(const SyntaxError& error, Position where, Severity severity = Severity::Error);
  /// Says that there are too many, and that the file was not read from `where` on.
  void stop(Position where);
  std::size_t count() const { return count_; }

 private:
  std::string file_;
  Diagnostics& found_;
  std::size_t count_ = 0;
};

/// The token at `offset` as a message shows it: at most 40 characters, no control characters.
std::string excerpt(std::string_view text, std::size_t offset);
/// The error that a file deserves which is no RDF at all (a PDF, a table...) or of another family
/// than Turtle's, if it is one (sniff.cc). `text` is the start of the file.
bool sniff_not_rdf(std::string_view text, SyntaxError& error);

/// Does such an error say that the text is in the format `name`?
inline bool looks_like(const SyntaxError& error, std::string_view name) {
  return !error.arguments.empty() && error.arguments.front().second == name;
}

}  // namespace pinakes::rdf
