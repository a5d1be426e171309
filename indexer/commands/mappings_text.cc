// The report of what was read as something else, for a terminal and as JSON.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/mappings_text.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/commands/command.h"

namespace pinakes::commands {
namespace {

constexpr std::size_t kMostShown = 12;

struct Block {
  std::string_view finding, message;
};
constexpr Block kBlocks[] = {{"canonical-mapped", "mappings-mapped"},
                             {"canonical-guessed", "mappings-guessed"},
                             {"canonical-left", "mappings-left"}};

using Pair = std::pair<const Mappings::Key, Mappings::Count>;

std::string shown(const Pair& pair, const Messages& messages) {
  const auto& [schema, code, from, to] = pair.first;
  std::string what = from;
  if (from == to)  // the property stays, its value is another
    what = messages.sentence({"mappings-value", Severity::Info, {{"property", from}}, {}});
  else if (!to.empty())
    what += " > " + to;
  return what + " (" + grouped(pair.second.statements) + ")";
}

void print_block(const Mappings& mappings, const std::string& schema, const Block& block,
                 const Messages& messages, std::FILE* to) {
  std::vector<const Pair*> pairs;
  for (const Pair& pair : mappings.counts())
    if (std::get<0>(pair.first) == schema && std::get<1>(pair.first).starts_with(block.finding))
      pairs.push_back(&pair);
  if (pairs.empty()) return;
  std::ranges::stable_sort(pairs, [](const Pair* a, const Pair* b) {
    return a->second.statements > b->second.statements;
  });
  std::string list;
  for (std::size_t i = 0; i < pairs.size() && i < kMostShown; ++i)
    list += (list.empty() ? "" : ", ") + shown(*pairs[i], messages);
  if (pairs.size() > kMostShown)
    list += messages.sentence(
        {"mappings-more", Severity::Info, {{"count", grouped(pairs.size() - kMostShown)}}, {}});
  const std::string line = messages.sentence(
      {std::string(block.message), Severity::Info, {{"list", std::move(list)}}, {}});
  std::fprintf(to, "  %s\n", line.c_str());
}

}  // namespace

void print_mappings(const Mappings& mappings, const Messages& messages, std::FILE* to) {
  for (const auto& [schema, datasets] : mappings.datasets()) {
    const std::string line = messages.sentence(
        {"mappings-of", Severity::Info, {{"schema", schema}, {"datasets", grouped(datasets)}}, {}});
    std::fprintf(to, "%s\n", line.c_str());
    for (const Block& block : kBlocks) print_block(mappings, schema, block, messages, to);
  }
}

nlohmann::json to_json(const Mappings& mappings) {
  nlohmann::json list = nlohmann::json::array();
  for (const auto& [schema, datasets] : mappings.datasets()) {
    nlohmann::json one{{"schema", schema}, {"datasets", datasets}};
    for (const auto& [key, count] : mappings.counts()) {
      const auto& [of, code, from, to] = key;
      if (of != schema) continue;
      std::string_view kind = std::string_view(code).substr(code.find('-') + 1);
      kind = kind.substr(0, kind.find('-'));
      nlohmann::json row{{"from", from}, {"count", count.statements}};
      if (!to.empty()) row["to"] = to;
      for (const auto& [name, value] : count.first.arguments)
        if (name == "value" && !value.empty()) row["example"] = value;
      one[std::string(kind)].push_back(std::move(row));
    }
    list.push_back(std::move(one));
  }
  return list;
}

}  // namespace pinakes::commands
