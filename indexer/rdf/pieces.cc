// Cuts a document at the ends of its lines.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/pieces.h"

#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

#include "indexer/rdf/characters.h"
#include "indexer/rdf/syntax.h"

namespace pinakes::rdf {
namespace {

constexpr std::size_t kHead = 4096;  // of a line that is too long: enough for its subject

/// What is not read any more is lost.
class Losing : public Sink {
 public:
  explicit Losing(Sink& to) : to_(to) {}
  void statement(const Term& subject, const Term& /*predicate*/, const Term& /*object*/,
                 Position /*where*/) override {
    to_.lost(subject);
  }
  void lost(const Term& subject) override { to_.lost(subject); }

 private:
  Sink& to_;
};

class PieceReader {
 public:
  PieceReader(const Format& format, const ReadBytes& bytes, const Source& source, Sink& into,
              Diagnostics& found, PieceLimits limits)
      : format_(format),
        bytes_(bytes),
        source_(source),
        into_(into),
        losing_(into),
        found_(found),
        limits_(limits),
        buffer_(limits.piece) {}

  bool run() {
    for (;;) {
      fill();
      if (used_ == 0) return complete_;
      const std::size_t size = end_ ? used_ : whole_lines();
      if (size > 0) {
        read({buffer_.data(), size});
        drop(size);
      } else if (buffer_.size() < limits_.line) {
        buffer_.resize(std::min(buffer_.size() * 2, limits_.line));
      } else {
        skip_line();
      }
    }
  }

 private:
  void fill() {
    while (!end_ && used_ < buffer_.size()) {
      const std::size_t size = bytes_(buffer_.data() + used_, buffer_.size() - used_);
      used_ += size;
      end_ = size == 0;
    }
  }

  void drop(std::size_t size) {
    std::memmove(buffer_.data(), buffer_.data() + size, used_ - size);
    used_ -= size;
  }

  /// Carriage returns end lines only where there is no other end: the last byte may be half of one.
  std::size_t whole_lines() const {
    const std::string_view text(buffer_.data(), used_);
    if (const std::size_t end = text.rfind('\n'); end != std::string_view::npos) return end + 1;
    const std::size_t end = text.substr(0, used_ - 1).rfind('\r');
    return end == std::string_view::npos ? 0 : end + 1;
  }

  void read(std::string_view text) {
    Source piece = source_;
    piece.text = text;
    piece.first_line = line_;
    Diagnostics unsaid;
    const bool good =
        stopped_ ? format_.read(piece, losing_, unsaid) : format_.read(piece, into_, found_);
    complete_ = complete_ && good;
    bound_errors();
    const char line_end = text.find('\n') == std::string_view::npos ? '\r' : '\n';
    line_ += static_cast<std::uint32_t>(std::count(text.begin(), text.end(), line_end));
  }

  /// A reader stops at its limit; here the limit is that of all pieces.
  void bound_errors() {
    if (stopped_ || found_.size() <= before_ + SyntaxReport::kLimit) return;
    stopped_ = true;
    Place place = found_[before_ + SyntaxReport::kLimit].place;
    found_.resize(before_ + SyntaxReport::kLimit);
    found_.push_back({"too-many-errors",
                      Severity::Error,
                      {{"limit", std::to_string(SyntaxReport::kLimit)}},
                      std::move(place)});
  }

  /// The buffer is full of one line. Its subject is lost, if it has one.
  void skip_line() {
    complete_ = false;
    if (!stopped_)
      found_.push_back({"line-too-long",
                        Severity::Error,
                        {{"limit", std::to_string(limits_.line >> 20U)}},
                        {std::string(source_.file), {line_, 1}, {}}});
    Source head = source_;
    head.text = {buffer_.data(), std::min(used_, kHead)};
    head.first_line = line_;
    Diagnostics unsaid;
    format_.read(head, losing_, unsaid);
    bound_errors();
    for (;;) {
      const char* const end = buffer_.data() + used_;
      const char* const found = std::find_if(buffer_.data(), buffer_.data() + used_, is_line_end);
      used_ = static_cast<std::size_t>(end - found);
      std::memmove(buffer_.data(), found, used_);
      if (used_ > 0 || end_) return;
      fill();
    }
  }

  const Format& format_;
  const ReadBytes& bytes_;
  const Source& source_;
  Sink& into_;
  Losing losing_;
  Diagnostics& found_;
  PieceLimits limits_;
  std::vector<char> buffer_;
  std::size_t used_ = 0;
  const std::size_t before_ = found_.size();
  std::uint32_t line_ = source_.first_line;
  bool end_ = false, stopped_ = false, complete_ = true;
};

}  // namespace

bool read_lines(const Format& format, const ReadBytes& bytes, const Source& source, Sink& into,
                Diagnostics& found, PieceLimits limits) {
  return PieceReader(format, bytes, source, into, found, limits).run();
}

}  // namespace pinakes::rdf
