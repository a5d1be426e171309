// Writes N-Triples and N-Quads: statement by statement, or a whole graph in a stable order.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "indexer/rdf/formats.h"

namespace pinakes::rdf {

/// Collects small writes into pieces of about 64 KB; the rest goes out when it is destroyed or
/// flushed.
class BufferedOutput {
 public:
  explicit BufferedOutput(Output& to, std::size_t size = std::size_t{64} << 10);
  ~BufferedOutput();
  BufferedOutput(const BufferedOutput&) = delete;
  BufferedOutput& operator=(const BufferedOutput&) = delete;
  void put(std::string_view bytes);
  void put(char byte);
  void flush();

 private:
  Output& to_;
  std::unique_ptr<char[]> buffer_;
  std::size_t size_, used_ = 0;
};

/// The term as N-Triples (and as long-hand Turtle). Characters that may not stand in an IRI are
/// written as \u escapes.
void write_term(BufferedOutput& to, const Term& term);
/// <iri>, escaped where needed.
void write_iri(BufferedOutput& to, std::string_view iri);
/// The characters of "..." with the four escapes of canonical N-Triples.
void write_escaped(BufferedOutput& to, std::string_view text);
std::string to_ntriples(const Term& term);

/// The statements of each graph, sorted as text. In Parts::Several the labels of blank nodes get
/// the number of their graph in front.
std::unique_ptr<GraphWriter> ntriples_writer(Output& to, Parts parts, Diagnostics& found);
std::unique_ptr<GraphWriter> nquads_writer(Output& to, Parts parts, Diagnostics& found);
std::unique_ptr<Sink> stream_ntriples(Output& to);
std::unique_ptr<Sink> stream_nquads(Output& to);

}  // namespace pinakes::rdf
