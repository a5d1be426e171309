// pinakes-indexer status, rebuild, export, findings: what is asked of a catalogue.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <tuple>

#include "indexer/base/error.h"
#include "indexer/base/messages.h"
#include "indexer/commands/command.h"
#include "indexer/commands/diagnostics_text.h"
#include "indexer/commands/progress_bar.h"
#include "indexer/ingest/export.h"
#include "indexer/ingest/ingest.h"
#include "indexer/ingest/status.h"

namespace pinakes::commands {
namespace {

struct Options {
  std::string data, to, source, lang = "en", format = "csv";
  bool json = false;
};

CLI::App* catalogue_command(CLI::App& app, const char* name, const char* what, Options& options) {
  CLI::App* command = app.add_subcommand(name, what);
  command->add_option("--data", options.data, "Folder of the catalogue")
      ->required()
      ->type_name("DIR");
  return command;
}

nlohmann::json status_json(const Status& status) {
  nlohmann::json sources = nlohmann::json::array();
  for (const SourceStatus& source : status.sources)
    sources.push_back({{"name", source.name},
                       {"datasets", source.datasets},
                       {"withdrawn", source.withdrawn},
                       {"files", source.files},
                       {"updated", source.updated},
                       {"last_run", source.last_run},
                       {"outcome", source.outcome},
                       {"failed_files", source.failed_files},
                       {"refused", source.refused}});
  nlohmann::json index = nullptr;
  if (status.index.present)
    index = {{"datasets", status.index.datasets},
             {"sequence", status.index.sequence},
             {"bytes", status.index.bytes},
             {"generation", status.index.generation},
             {"readable", status.index.readable}};
  return {{"datasets", status.datasets},
          {"sequence", status.sequence},
          {"sources", std::move(sources)},
          {"index", std::move(index)},
          {"store", {{"bytes", status.store_bytes}}}};
}

void print_status(const Status& status, const std::string& data) {
  std::printf("%s datasets, change sequence %s\n", grouped(status.datasets).c_str(),
              grouped(static_cast<std::size_t>(status.sequence)).c_str());
  for (const SourceStatus& source : status.sources)
    std::printf("  %s: %s datasets, %s withdrawn, %s files, last change %s, last run %s (%s)\n",
                source.name.c_str(), grouped(source.datasets).c_str(),
                grouped(source.withdrawn).c_str(), grouped(source.files).c_str(),
                source.updated.empty() ? "never" : source.updated.c_str(), source.last_run.c_str(),
                source.outcome.c_str());
  std::printf("store: %s\n", byte_size(status.store_bytes).c_str());
  const Status::Index& index = status.index;
  if (!index.present || !index.readable) {
    std::printf("index: %s; run: pinakes-indexer rebuild --data %s\n",
                index.present ? "written by another version" : "none", data.c_str());
    return;
  }
  std::printf("index: %s datasets, %s, generation %u, %s\n", grouped(index.datasets).c_str(),
              byte_size(index.bytes).c_str(), index.generation,
              index.sequence == status.sequence
                  ? "up to date"
                  : (grouped(static_cast<std::size_t>(status.sequence - index.sequence)) +
                     " changes behind; the next ingest catches up")
                        .c_str());
}

int run_status(const Options& options) {
  const Status status = status_of(options.data);
  if (options.json)
    std::puts(
        status_json(status).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace).c_str());
  else
    print_status(status, options.data);
  return 0;
}

int run_rebuild(const Options& options) {
  const Vocabularies vocabularies(find_home());
  {
    ProgressBar bar;
    rebuild(options.data, vocabularies, bar.sink());
  }
  const Status status = status_of(options.data);
  std::printf("index rebuilt: %s datasets, %s\n", grouped(status.index.datasets).c_str(),
              byte_size(status.index.bytes).c_str());
  return 0;
}

int run_export(const Options& options) {
  const rdf::Format* format = rdf::format_named(options.to);
  const StoreReader store(options.data);
  const Messages messages(find_home(), options.lang);
  StandardOutput out;
  Diagnostics found;
  export_catalogue(store, *format, out, found);
  out.finish();
  print_grouped(found, messages, stderr);
  return found.empty() ? 0 : kInputWrong;
}

// --- findings ---

struct Rule {
  std::string source, code;
  Severity severity = Severity::Warning;
  friend auto operator<=>(const Rule&, const Rule&) = default;
};
struct Found {
  std::size_t count = 0;
  std::vector<std::string> records, messages;  // three examples
};
constexpr std::size_t kExamples = 3;

/// A misspelled source must not look like one without findings.
void check_source(const StoreReader& store, const std::string& name) {
  if (name.empty()) return;
  std::string known;
  for (const SourceStatus& source : store.sources()) {
    if (source.name == name) return;
    known += (known.empty() ? "" : ", ") + source.name;
  }
  throw Error(ErrorCode::BadUsage, "no source '" + name + "' in the catalogue; known are " + known);
}

std::map<Rule, Found> findings_of(const Options& options, const Messages& messages) {
  const StoreReader store(options.data);
  check_source(store, options.source);
  std::map<Rule, Found> rules;
  store.for_each_listed([&](const Record& record) {
    if (!options.source.empty() && record.source != options.source) return;
    for (const Diagnostic& finding : store.findings(record.number)) {
      Found& found = rules[{record.source, finding.code, finding.severity}];
      if (++found.count > kExamples) continue;
      found.records.push_back(record.id);
      found.messages.push_back(messages.format(finding));
    }
  });
  return rules;
}

std::string csv_cell(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string cell = "\"";
  for (const char c : text) cell.append(c == '"' ? 2 : 1, c);
  return cell + '"';
}

int run_findings(const Options& options) {
  const Messages messages(find_home(), options.lang);
  const auto rules = findings_of(options, messages);
  nlohmann::json rows = nlohmann::json::array();
  if (options.format == "csv")
    std::puts("source,code,severity,count,example_1,example_2,example_3");
  for (const auto& [rule, found] : rules) {
    if (options.format == "json") {
      nlohmann::json examples = nlohmann::json::array();
      for (std::size_t i = 0; i < found.records.size(); ++i)
        examples.push_back({{"id", found.records[i]}, {"message", found.messages[i]}});
      rows.push_back({{"source", rule.source},
                      {"code", rule.code},
                      {"severity", severity_name(rule.severity)},
                      {"count", found.count},
                      {"examples", std::move(examples)}});
      continue;
    }
    std::string line = csv_cell(rule.source) + "," + csv_cell(rule.code) + "," +
                       std::string(severity_name(rule.severity)) + "," +
                       std::to_string(found.count);
    for (std::size_t i = 0; i < kExamples; ++i)
      line += "," + (i < found.messages.size() ? csv_cell(found.messages[i]) : std::string());
    std::puts(line.c_str());
  }
  if (options.format == "json")
    std::puts(rows.dump(2, ' ', false, nlohmann::json::error_handler_t::replace).c_str());
  return 0;
}

}  // namespace

void add_status(CLI::App& app, Action& action) {
  auto options = std::make_shared<Options>();
  CLI::App* command = catalogue_command(app, "status", "What the catalogue holds", *options);
  command->add_flag("--json", options->json, "As one JSON object on one line");
  command->footer(
      "Exit status: 0 fine; 2 wrong usage; 3 no catalogue there, or it cannot be read.");
  command->callback([options, &action] { action = [options] { return run_status(*options); }; });
}

void add_rebuild(CLI::App& app, Action& action) {
  auto options = std::make_shared<Options>();
  CLI::App* command = catalogue_command(
      app, "rebuild", "Build the index anew from the store; a running server changes over",
      *options);
  command->footer(
      "Exit status: 0 fine; 2 wrong usage; 3 no catalogue there, or another process\n"
      "holds DATA/lock, or the disk is full...");
  command->callback([options, &action] { action = [options] { return run_rebuild(*options); }; });
}

void add_export(CLI::App& app, Action& action) {
  auto options = std::make_shared<Options>();
  CLI::App* command = catalogue_command(
      app, "export", "The whole catalogue as RDF, as the holders sent it, to standard output",
      *options);
  const auto writes = [](const rdf::Format& format) { return format.writer != nullptr; };
  command->add_option("--to", options->to, "Format: " + format_names(writes))
      ->required()
      ->type_name("FORMAT")
      ->check([writes](const std::string& name) {
        const rdf::Format* format = rdf::format_named(name);
        return format != nullptr && format->writer != nullptr
                   ? std::string()
                   : name + " is no format; known are " + format_names(writes);
      });
  command->add_option("--lang", options->lang, "Language of the messages: en or fr")
      ->check(CLI::IsMember({"en", "fr"}))
      ->type_name("LANG");
  command->footer(
      "Exit status: 0 fine; 1 the format cannot express some statements, which are named on\n"
      "standard error; 2 wrong usage; 3 no catalogue there, or it cannot be read.");
  command->callback([options, &action] { action = [options] { return run_export(*options); }; });
}

void add_findings(CLI::App& app, Action& action) {
  auto options = std::make_shared<Options>();
  CLI::App* command = catalogue_command(
      app, "findings", "What is wrong with the datasets: a row per source and rule", *options);
  command->add_option("--source", options->source, "Of this source only")->type_name("NAME");
  command->add_option("--format", options->format, "csv (default) or json")
      ->check(CLI::IsMember({"csv", "json"}))
      ->type_name("FORMAT");
  command->add_option("--lang", options->lang, "Language of the messages: en or fr")
      ->check(CLI::IsMember({"en", "fr"}))
      ->type_name("LANG");
  command->footer(
      "Exit status: 0 fine; 2 wrong usage; 3 no catalogue there, or it cannot be read.");
  command->callback([options, &action] { action = [options] { return run_findings(*options); }; });
}

}  // namespace pinakes::commands
