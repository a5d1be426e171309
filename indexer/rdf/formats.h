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

/// What a reader reads. `file` names it in diagnostics; `base` resolves relative references (empty:
/// a relative IRI is an error).
struct Source {
  std::string_view text, base, file;
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

struct Format {
  std::string_view name;        // as in `convert --to`
  std::string_view media_type;  // the registered one
  std::array<std::string_view, 3> other_media_types;
  std::array<std::string_view, 3> extensions;  // without the dot; the first is the one we write
  /// Reads with constant memory beside the sink; true if no statement was lost. Null: write only.
  bool (*read)(const Source& source, Sink& into, Diagnostics& found);
  /// Same graph, same bytes. Null: read only.
  void (*write)(const Graph& graph, Output& to);
  /// A sink that writes each statement as it comes, or null where the format needs the whole graph.
  std::unique_ptr<Sink> (*stream)(Output& to);
};

std::span<const Format> formats();
const Format* format_named(std::string_view name);
const Format* format_of_extension(const std::filesystem::path& file);
const Format* format_of_media_type(std::string_view media_type);

}  // namespace pinakes::rdf
