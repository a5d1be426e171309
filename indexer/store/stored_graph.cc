// Graphs and findings as the store keeps them: compressed N-Triples, JSON lists.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/store/stored_graph.h"

#include <zstd.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "indexer/base/error.h"
#include "indexer/rdf/formats.h"
#include "indexer/store/store.h"

namespace pinakes {
namespace {
constexpr int kLevel = 3;
constexpr std::size_t kLargestGraph = std::size_t{1} << 30U;  // what a damaged header may ask for

[[noreturn]] void damaged() { throw Error(ErrorCode::Io, "a stored graph is damaged"); }
}  // namespace

struct Compressor::Impl {
  std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> compress{ZSTD_createCCtx(), ZSTD_freeCCtx};
  std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> expand{ZSTD_createDCtx(), ZSTD_freeDCtx};
};

Compressor::Compressor() : impl_(std::make_unique<Impl>()) {}
Compressor::~Compressor() = default;
Compressor::Compressor(Compressor&&) noexcept = default;

std::string Compressor::compress(std::string_view bytes) {
  std::string packed(ZSTD_compressBound(bytes.size()), '\0');
  const std::size_t size = ZSTD_compressCCtx(impl_->compress.get(), packed.data(), packed.size(),
                                             bytes.data(), bytes.size(), kLevel);
  if (ZSTD_isError(size) != 0)
    throw Error(ErrorCode::Io, std::string("zstd: ") + ZSTD_getErrorName(size));
  packed.resize(size);
  packed.shrink_to_fit();
  return packed;
}

std::string Compressor::decompress(std::string_view bytes) {
  const unsigned long long size = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
  if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > kLargestGraph)
    damaged();
  std::string text(static_cast<std::size_t>(size), '\0');
  const std::size_t got = ZSTD_decompressDCtx(impl_->expand.get(), text.data(), text.size(),
                                              bytes.data(), bytes.size());
  if (ZSTD_isError(got) != 0 || got != text.size()) damaged();
  return text;
}

std::string stored_ntriples(const rdf::Graph& graph) {
  // In the order of the file: the order of columns in a table, and which of two titles comes first,
  // must be the same whether the index is fed from the file or from the store.
  std::vector<std::pair<Position, rdf::Triple>> placed;
  placed.reserve(graph.size());
  for (const rdf::Triple& triple : graph.triples())
    placed.emplace_back(graph.position(triple), triple);
  std::stable_sort(placed.begin(), placed.end(), [](const auto& a, const auto& b) {
    return std::tie(a.first.line, a.first.column) < std::tie(b.first.line, b.first.column);
  });
  rdf::StringOutput out;
  std::unique_ptr<rdf::Sink> writer = rdf::format_named("ntriples")->stream(out);
  for (const auto& [where, triple] : placed)
    writer->statement(graph[triple.subject], graph[triple.predicate], graph[triple.object], where);
  writer.reset();  // what it holds back goes out
  return std::move(out.text);
}

rdf::Graph read_stored(std::string_view ntriples) {
  rdf::Graph graph;
  Diagnostics found;
  if (!rdf::format_named("ntriples")->read({ntriples, {}, "catalogue"}, graph, found))
    throw Error(ErrorCode::Internal, "a stored graph cannot be read back");
  graph.finish();
  return graph;
}

void join(rdf::Graph& into, const rdf::Graph& from, std::string_view prefix) {
  std::string label;
  const auto renamed = [&](rdf::TermId id) {
    rdf::Term term = from[id];
    if (term.kind == rdf::TermKind::Blank && !prefix.empty()) {
      label.assign(prefix).append(term.value);
      term.value = label;
    }
    return into.intern(term);
  };
  std::unordered_map<std::uint32_t, rdf::TermId> known;
  const auto mapped = [&](rdf::TermId id) {
    const auto [place, fresh] = known.try_emplace(static_cast<std::uint32_t>(id));
    if (fresh) place->second = renamed(id);
    return place->second;
  };
  for (const rdf::Triple& triple : from.triples())
    into.add({mapped(triple.subject), mapped(triple.predicate), mapped(triple.object)},
             from.position(triple));
}

std::string encode_findings(const Diagnostics& findings) {
  nlohmann::json list = nlohmann::json::array();
  for (const Diagnostic& finding : findings) {
    nlohmann::json arguments = nlohmann::json::array();
    for (const auto& [name, value] : finding.arguments) arguments.push_back({name, value});
    list.push_back({finding.code, static_cast<int>(finding.severity), std::move(arguments),
                    finding.place.file, finding.place.position.line, finding.place.position.column,
                    finding.place.pointer});
  }
  return list.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Diagnostics decode_findings(std::string_view list) {
  Diagnostics findings;
  const auto parsed = nlohmann::json::parse(list, nullptr, false);
  if (!parsed.is_array()) return findings;
  for (const auto& row : parsed) {
    Diagnostic finding;
    finding.code = row.at(0).get<std::string>();
    finding.severity = static_cast<Severity>(row.at(1).get<int>());
    for (const auto& pair : row.at(2))
      finding.arguments.emplace_back(pair.at(0).get<std::string>(), pair.at(1).get<std::string>());
    finding.place.file = row.at(3).get<std::string>();
    finding.place.position = {row.at(4).get<std::uint32_t>(), row.at(5).get<std::uint32_t>()};
    finding.place.pointer = row.at(6).get<std::string>();
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace pinakes
