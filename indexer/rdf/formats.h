// The format table: one row per serialization, from which reading, writing, content types follow.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "indexer/base/diagnostic.h"
#include "indexer/rdf/graph.h"
#include "indexer/rdf/term.h"

namespace pinakes::rdf {

class Contexts;

/// What a reader reads. `file` names it in diagnostics; `base` resolves relative references (empty:
/// a relative IRI is an error).
struct Source {
  std::string_view text, base, file;
  const Contexts* contexts = nullptr;  // JSON-LD: what a context's address stands for; null: none
  std::uint32_t first_line = 1;        // of the text in its file, where it is read in pieces
};

/// Output that is cut into pieces of bounded size: a file, a socket, a string.
class Output {
 public:
  virtual ~Output() = default;
  virtual void write(std::string_view bytes) = 0;
};
class StringOutput : public Output {
 public:
  void write(std::string_view bytes) override { text += bytes; }
  std::string text;
};

/// One graph, or several one after another (their blank nodes are then kept apart and prefixes are
/// those of schemas/namespaces.h), or graphs with names that share blank nodes (these keep their
/// labels; only for a format that names graphs).
enum class Parts : std::uint8_t { One, Several, Named };

/// Writes one document. What the format cannot express is left out and reported (an Error).
class GraphWriter {
 public:
  virtual ~GraphWriter() = default;
  /// The graph's statements, in the named graph `name` where one is given and the format has names.
  /// `graph` is not needed after the call.
  virtual void add(const Graph& graph, const Term* name = nullptr) = 0;
  /// The end of the document; nothing may be added after it. A document without graphs is valid.
  virtual void finish() = 0;
};

struct Format {
  std::string_view name;        // as in `convert --to`
  std::string_view media_type;  // the registered one
  std::array<std::string_view, 3> other_media_types;
  std::array<std::string_view, 3> extensions;  // without the dot; the first is the one we write
  /// Reads with constant memory beside the sink; true if no statement was lost. Null: write only.
  bool (*read)(const Source& source, Sink& into, Diagnostics& found);
  /// Same graphs, same bytes; memory for one graph at a time. Null: read only.
  std::unique_ptr<GraphWriter> (*writer)(Output& to, Parts parts, Diagnostics& found);
  /// A sink that writes each statement as it comes, or null where the format needs the whole graph.
  std::unique_ptr<Sink> (*stream)(Output& to);
  bool names_graphs = false;
  bool by_line = false;  // text cut at the ends of lines can be read piece by piece
};

/// One graph as one document. `format` must have a writer.
void write(const Format& format, const Graph& graph, Output& to, Diagnostics& found);

std::span<const Format> formats();
const Format* format_named(std::string_view name);
const Format* format_of_extension(const std::filesystem::path& file);
const Format* format_of_media_type(std::string_view media_type);

}  // namespace pinakes::rdf
