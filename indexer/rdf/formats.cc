// The rows of the format table.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/formats.h"

#include <algorithm>

#include "indexer/rdf/html_reader.h"
#include "indexer/rdf/json_reader.h"
#include "indexer/rdf/jsonld_reader.h"
#include "indexer/rdf/jsonld_writer.h"
#include "indexer/rdf/ntriples_reader.h"
#include "indexer/rdf/ntriples_writer.h"
#include "indexer/rdf/rdfxml_reader.h"
#include "indexer/rdf/rdfxml_writer.h"
#include "indexer/rdf/turtle_reader.h"
#include "indexer/rdf/turtle_writer.h"

namespace pinakes::rdf {
namespace {

constexpr std::array kFormats = {
    Format{"turtle",
           "text/turtle",
           {"application/x-turtle", "text/n3", "text/rdf+n3"},
           {"ttl", "turtle", "n3"},
           read_turtle,
           turtle_writer,
           nullptr},
    Format{"ntriples",
           "application/n-triples",
           {"text/ntriples", "application/ntriples", "text/x-nt"},
           {"nt", "ntriples", "ntriple"},
           read_ntriples,
           ntriples_writer,
           stream_ntriples,
           false,
           true},
    Format{"trig",
           "application/trig",
           {"application/x-trig"},
           {"trig"},
           read_trig,
           trig_writer,
           nullptr,
           true},
    Format{"nquads",
           "application/n-quads",
           {"text/x-nquads", "text/nquads"},
           {"nq", "nquads"},
           read_nquads,
           nquads_writer,
           stream_nquads,
           true,
           true},
    Format{"rdfxml",
           "application/rdf+xml",
           {"application/xml", "text/xml"},
           {"rdf", "xml", "owl"},
           read_rdfxml,
           rdfxml_writer,
           nullptr},
    Format{"jsonld",
           "application/ld+json",
           {"application/json-ld"},
           {"jsonld", "json-ld"},
           read_jsonld,
           jsonld_writer,
           nullptr,
           true},
    Format{"html",
           "text/html",
           {"application/xhtml+xml"},
           {"html", "htm", "xhtml"},
           read_html,
           nullptr,
           nullptr,
           true},
    // JSON-LD and the metadata schemas that json_reader.cc knows.
    Format{"json", "application/json", {}, {"json"}, read_json, nullptr, nullptr},
};

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return result;
}

template <typename Test>
const Format* find_format(Test test) {
  const auto found = std::find_if(kFormats.begin(), kFormats.end(), test);
  return found == kFormats.end() ? nullptr : &*found;
}

/// Whether one of the names is `name`; unused places of a row are empty and match nothing.
bool among(const std::array<std::string_view, 3>& names, std::string_view name) {
  return !name.empty() && std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

void write(const Format& format, const Graph& graph, Output& to, Diagnostics& found) {
  const std::unique_ptr<GraphWriter> writer = format.writer(to, Parts::One, found);
  writer->add(graph);
  writer->finish();
}

std::span<const Format> formats() { return kFormats; }

/// Names are forgiving: `ttl` and `nt` mean what they look like.
const Format* format_named(std::string_view name) {
  const std::string wanted = lower(name);
  return find_format(
      [&](const Format& f) { return f.name == wanted || among(f.extensions, wanted); });
}

const Format* format_of_extension(const std::filesystem::path& file) {
  const std::string extension = lower(file.extension().string());
  if (extension.size() < 2) return nullptr;
  return find_format([&](const Format& f) { return among(f.extensions, extension.substr(1)); });
}

const Format* format_of_media_type(std::string_view media_type) {
  std::string wanted = lower(media_type.substr(0, media_type.find(';')));
  while (wanted.ends_with(' ')) wanted.pop_back();
  return find_format([&](const Format& f) {
    return f.media_type == wanted || among(f.other_media_types, wanted);
  });
}

}  // namespace pinakes::rdf
