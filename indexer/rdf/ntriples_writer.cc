// Terms as text, and the writers of lines.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/ntriples_writer.h"

#include <algorithm>
#include <cstring>
#include <tuple>
#include <utility>
#include <vector>

#include "indexer/rdf/characters.h"

namespace pinakes::rdf {
namespace {

enum class Names : std::uint8_t { LeftOut, Written };

class Stream : public Sink {
 public:
  Stream(Output& to, Names names) : out_(to), names_(names) {}
  void statement(const Term& subject, const Term& predicate, const Term& object,
                 Position /*where*/) override {
    write_term(out_, subject);
    out_.put(' ');
    write_iri(out_, predicate.value);
    out_.put(' ');
    write_term(out_, object);
    out_.put(end_);
  }
  void lost(const Term& /*subject*/) override {}
  void graph(const Term* name) override {
    if (names_ == Names::Written) end_ = line_end(name);
  }

  /// What stands behind the object.
  static std::string line_end(const Term* name) {
    return name == nullptr ? " .\n" : ' ' + to_ntriples(*name) + " .\n";
  }

 private:
  BufferedOutput out_;
  Names names_;
  std::string end_ = " .\n";
};

}  // namespace

BufferedOutput::BufferedOutput(Output& to, std::size_t size)
    : to_(to), buffer_(std::make_unique_for_overwrite<char[]>(size)), size_(size) {}

// An output that fails says so in flush(); whoever cares calls it before the end.
BufferedOutput::~BufferedOutput() {
  try {
    flush();
  } catch (...) {  // NOLINT(bugprone-empty-catch): a destructor cannot report
  }
}

void BufferedOutput::put(char byte) {
  if (used_ == size_) flush();
  buffer_[used_++] = byte;
}

void BufferedOutput::put(std::string_view bytes) {
  if (bytes.empty()) return;
  if (bytes.size() > size_ - used_) {
    flush();
    if (bytes.size() > size_) return to_.write(bytes);
  }
  std::memcpy(buffer_.get() + used_, bytes.data(), bytes.size());
  used_ += bytes.size();
}

void BufferedOutput::flush() {
  const std::size_t size = std::exchange(used_, 0);
  if (size > 0) to_.write({buffer_.get(), size});
}

void write_iri(BufferedOutput& to, std::string_view iri) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  to.put('<');
  std::size_t start = 0;
  for (std::size_t at = 0; at < iri.size(); ++at) {
    if (has_class(iri[at], kIriChar)) continue;
    to.put(iri.substr(start, at - start));
    const auto byte = static_cast<unsigned char>(iri[at]);
    to.put("\\u00");
    to.put(kHex[byte >> 4]);
    to.put(kHex[byte & 15U]);
    start = at + 1;
  }
  to.put(iri.substr(start));
  to.put('>');
}

void write_escaped(BufferedOutput& to, std::string_view text) {
  std::size_t start = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (!has_class(c, kStringStop) || c == '\'') continue;
    to.put(text.substr(start, at - start));
    to.put('\\');
    to.put(c == '\n' ? 'n' : c == '\r' ? 'r' : c);
    start = at + 1;
  }
  to.put(text.substr(start));
}

void write_term(BufferedOutput& to, const Term& term) {
  switch (term.kind) {
    case TermKind::Iri:
      return write_iri(to, term.value);
    case TermKind::Blank:
      to.put("_:");
      return to.put(term.value);
    case TermKind::Literal:
      to.put('"');
      write_escaped(to, term.value);
      to.put('"');
      if (!term.language.empty()) {
        to.put('@');
        to.put(term.language);
      } else if (!term.datatype.empty()) {
        to.put("^^");
        write_iri(to, term.datatype);
      }
  }
}

std::string to_ntriples(const Term& term) {
  StringOutput text;
  {
    BufferedOutput out(text, 256);
    write_term(out, term);
  }
  return std::move(text.text);
}

namespace {

/// In the order of their text. Terms are ranked once, so that no line is built before it is
/// written.
class SortedTerms {
 public:
  SortedTerms(const Graph& graph, std::string_view label_prefix) : text_(graph.term_count()) {
    std::vector<std::uint32_t> order(text_.size());
    rank_.resize(text_.size());
    for (std::uint32_t id = 0; id < text_.size(); ++id) {
      const Term& term = graph[TermId{id}];
      text_[id] = term.kind == TermKind::Blank
                      ? "_:" + std::string(label_prefix) + std::string(term.value)
                      : to_ntriples(term);
      order[id] = id;
    }
    std::sort(order.begin(), order.end(),
              [&](std::uint32_t a, std::uint32_t b) { return text_[a] < text_[b]; });
    for (std::uint32_t i = 0; i < order.size(); ++i) rank_[order[i]] = i;
  }
  bool before(const Triple& a, const Triple& b) const {
    return std::tuple(rank(a.subject), rank(a.predicate), rank(a.object)) <
           std::tuple(rank(b.subject), rank(b.predicate), rank(b.object));
  }
  std::string_view operator[](TermId id) const { return text_[static_cast<std::size_t>(id)]; }

 private:
  std::uint32_t rank(TermId id) const { return rank_[static_cast<std::size_t>(id)]; }
  std::vector<std::string> text_;
  std::vector<std::uint32_t> rank_;
};

class LineWriter : public GraphWriter {
 public:
  LineWriter(Output& to, Parts parts, Names names) : out_(to), parts_(parts), names_(names) {}

  void add(const Graph& graph, const Term* name) override {
    ++graphs_;
    const bool apart = parts_ == Parts::Several;
    const SortedTerms terms(graph, apart ? "g" + std::to_string(graphs_) + "_" : std::string());
    std::vector<Triple> sorted(graph.triples().begin(), graph.triples().end());
    std::sort(sorted.begin(), sorted.end(),
              [&](const Triple& a, const Triple& b) { return terms.before(a, b); });
    const std::string end = Stream::line_end(names_ == Names::Written ? name : nullptr);
    for (const Triple& triple : sorted) {
      out_.put(terms[triple.subject]);
      out_.put(' ');
      out_.put(terms[triple.predicate]);
      out_.put(' ');
      out_.put(terms[triple.object]);
      out_.put(end);
    }
  }
  void finish() override { out_.flush(); }

 private:
  BufferedOutput out_;
  Parts parts_;
  Names names_;
  std::size_t graphs_ = 0;
};

}  // namespace

std::unique_ptr<GraphWriter> ntriples_writer(Output& to, Parts parts, Diagnostics& /*found*/) {
  return std::make_unique<LineWriter>(to, parts, Names::LeftOut);
}

std::unique_ptr<GraphWriter> nquads_writer(Output& to, Parts parts, Diagnostics& /*found*/) {
  return std::make_unique<LineWriter>(to, parts, Names::Written);
}

std::unique_ptr<Sink> stream_ntriples(Output& to) {
  return std::make_unique<Stream>(to, Names::LeftOut);
}

std::unique_ptr<Sink> stream_nquads(Output& to) {
  return std::make_unique<Stream>(to, Names::Written);
}

}  // namespace pinakes::rdf
