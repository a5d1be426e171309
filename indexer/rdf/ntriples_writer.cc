// Terms as text, and the two N-Triples writers.
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

class Stream : public Sink {
 public:
  explicit Stream(Output& to) : out_(to) {}
  void statement(const Term& subject, const Term& predicate, const Term& object,
                 Position /*where*/) override {
    write_term(out_, subject);
    out_.put(' ');
    write_iri(out_, predicate.value);
    out_.put(' ');
    write_term(out_, object);
    out_.put(" .\n");
  }
  void lost(const Term& /*subject*/) override {}

 private:
  BufferedOutput out_;
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

/// All statements, sorted as text.
void write_sorted(const Graph& graph, Output& to) {
  // Terms are ranked by their text once, so that no line is built before it is written.
  std::vector<std::string> text(graph.term_count());
  std::vector<std::uint32_t> order(text.size()), rank(text.size());
  for (std::uint32_t id = 0; id < text.size(); ++id) {
    text[id] = to_ntriples(graph[TermId{id}]);
    order[id] = id;
  }
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return text[a] < text[b]; });
  for (std::uint32_t i = 0; i < order.size(); ++i) rank[order[i]] = i;
  const auto rank_of = [&](TermId id) { return rank[static_cast<std::size_t>(id)]; };
  std::vector<Triple> sorted(graph.triples().begin(), graph.triples().end());
  std::sort(sorted.begin(), sorted.end(), [&](const Triple& a, const Triple& b) {
    return std::tuple(rank_of(a.subject), rank_of(a.predicate), rank_of(a.object)) <
           std::tuple(rank_of(b.subject), rank_of(b.predicate), rank_of(b.object));
  });
  BufferedOutput out(to);
  for (const Triple& triple : sorted) {
    out.put(text[static_cast<std::size_t>(triple.subject)]);
    out.put(' ');
    out.put(text[static_cast<std::size_t>(triple.predicate)]);
    out.put(' ');
    out.put(text[static_cast<std::size_t>(triple.object)]);
    out.put(" .\n");
  }
  out.flush();
}

class NTriplesWriter : public GraphWriter {
 public:
  explicit NTriplesWriter(Output& to) : to_(to) {}
  void add(const Graph& graph, const Term* /*name*/) override { write_sorted(graph, to_); }
  void finish() override {}

 private:
  Output& to_;
};

}  // namespace

std::unique_ptr<GraphWriter> ntriples_writer(Output& to, Parts /*parts*/, Diagnostics& /*found*/) {
  return std::make_unique<NTriplesWriter>(to);
}

std::unique_ptr<Sink> stream_ntriples(Output& to) { return std::make_unique<Stream>(to); }

}  // namespace pinakes::rdf
