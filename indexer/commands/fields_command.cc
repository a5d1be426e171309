// pinakes-indexer fields: the field table, for people and for programs.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <array>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <utility>

#include "indexer/base/error.h"
#include "indexer/base/messages.h"
#include "indexer/commands/command.h"
#include "schemas/fields.h"

namespace pinakes::commands {
namespace {

struct Options {
  bool json = false;
  std::string lang = "en";
};

constexpr auto kUses = std::to_array<std::pair<std::uint32_t, std::string_view>>({
    {kSearch, "search"},
    {kWords, "words"},
    {kFilter, "filter"},
    {kFacet, "facet"},
    {kRange, "range"},
    {kSort, "sort"},
    {kCard, "card"},
});

std::string_view kind_name(Kind kind) {
  static constexpr auto kNames =
      std::to_array<std::string_view>({"text", "code", "concept", "agent", "contact", "date",
                                       "period", "integer", "boolean", "presence", "link"});
  return kNames.at(static_cast<std::size_t>(kind));
}

std::string compact(std::string_view iri) {
  for (const Prefix& prefix : kPrefixes)
    if (iri.starts_with(prefix.iri))
      return std::string(prefix.name) + ":" + std::string(iri.substr(prefix.iri.size()));
  return std::string(iri);
}

std::vector<std::string> paths_of(const Field& field) {
  std::vector<std::string> paths;
  for (const Path& path : field.paths) {
    std::string text;
    for (const std::string_view step : path)
      if (!step.empty()) text += (text.empty() ? "" : "/") + compact(step);
    if (!text.empty()) paths.push_back(text);
  }
  return paths;
}

nlohmann::json labels(const std::string& lang) {
  const std::filesystem::path file = find_home() / "schemas" / "labels" / (lang + ".json");
  std::ifstream in(file);
  auto json = nlohmann::json::parse(in, nullptr, false);
  if (!json.is_object()) throw Error(ErrorCode::Io, "cannot read " + file.string());
  return json;
}

nlohmann::json row(const Field& field, const nlohmann::json& names) {
  nlohmann::json uses = nlohmann::json::array();
  for (const auto& [flag, name] : kUses)
    if (field.has(flag)) uses.push_back(name);
  const auto named = names.value(std::string(field.name), nlohmann::json::object());
  nlohmann::json json{{"name", field.name},
                      {"label", named.value("label", "")},
                      {"definition", named.value("definition", "")},
                      {"kind", kind_name(field.kind)},
                      {"paths", paths_of(field)},
                      {"uses", std::move(uses)},
                      {"single", field.has(kSingle)},
                      {"weight", field.weight}};
  if (!field.vocabulary.empty()) json["vocabulary"] = field.vocabulary;
  return json;
}

int run(const Options& options) {
  const nlohmann::json names = labels(options.lang);
  nlohmann::json rows = nlohmann::json::array();
  for (const Field& field : kFields) {
    nlohmann::json one = row(field, names);
    if (!options.json) {
      std::string paths, uses;
      for (const auto& path : one["paths"])
        paths += (paths.empty() ? "" : ", else ") + path.get<std::string>();
      for (const auto& use : one["uses"])
        uses += (uses.empty() ? "" : " ") + use.get<std::string>();
      std::printf("%-28s %-9s %-36s %s\n", one["name"].get<std::string>().c_str(),
                  one["kind"].get<std::string>().c_str(), uses.c_str(), paths.c_str());
    }
    rows.push_back(std::move(one));
  }
  if (options.json) std::puts(rows.dump(2).c_str());
  return 0;
}

}  // namespace

void add_fields(CLI::App& app, Action& action) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("fields", "The metadata properties the catalogue knows");
  command->add_flag("--json", options->json, "As a JSON list with labels and definitions");
  command->add_option("--lang", options->lang, "Language of the labels: en or fr")
      ->check(CLI::IsMember({"en", "fr"}))
      ->type_name("LANG");
  command->footer(
      "Columns: name (URL parameter, query prefix, JSON key), kind, uses, RDF paths.\n"
      "Exit status: 0 fine; 2 wrong usage; 3 the labels cannot be read.");
  command->callback([options, &action] { action = [options] { return run(*options); }; });
}

}  // namespace pinakes::commands
