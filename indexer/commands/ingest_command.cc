// pinakes-indexer ingest: options, report, exit status.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "indexer/base/messages.h"
#include "indexer/commands/command.h"
#include "indexer/commands/diagnostics_text.h"
#include "indexer/commands/mappings_text.h"
#include "indexer/commands/progress_bar.h"
#include "indexer/ingest/ingest.h"

namespace pinakes::commands {
namespace {

struct Options {
  IngestOptions ingest;
  std::string data, lang = "en";
  bool prune = false, force = false, json = false;
};

using Result = IngestReport::PruneResult;

/// The sentence about --prune, or nothing where it did its work or was not asked for.
Diagnostics prune_notes(const IngestReport& report) {
  if (report.prune == Result::FilesFailed)
    return {{"prune-files-failed", Severity::Warning, {{"source", report.source}}, {}}};
  if (report.prune == Result::TooMany)
    return {{"prune-too-many",
             Severity::Error,
             {{"source", report.source},
              {"missing", grouped(report.prunable.missing)},
              {"listed", grouped(report.prunable.listed)}},
             {}}};
  return {};
}

void print_text(const IngestReport& report, const Messages& messages) {
  print_grouped(report.diagnostics, messages, stderr);
  print_grouped(prune_notes(report), messages, stderr);
  print_mappings(report.mappings, messages, stderr);
  const RunCounts& counts = report.counts;
  const std::string line = messages.sentence({"ingest-report",
                                              Severity::Info,
                                              {{"source", report.source},
                                               {"added", grouped(counts.added)},
                                               {"updated", grouped(counts.updated)},
                                               {"unchanged", grouped(counts.unchanged)},
                                               {"withdrawn", grouped(counts.withdrawn)},
                                               {"refused", grouped(counts.refused)},
                                               {"files", grouped(report.files)},
                                               {"failed", grouped(report.failed_files)}},
                                              {}});
  std::printf("%s\n", line.c_str());
}

void print_json(const IngestReport& report, const Messages& messages) {
  nlohmann::json diagnostics = nlohmann::json::array();
  for (const Diagnostic& one : report.diagnostics) diagnostics.push_back(to_json(one, messages));
  for (const Diagnostic& one : prune_notes(report)) diagnostics.push_back(to_json(one, messages));
  const nlohmann::json json{{"source", report.source},
                            {"added", report.counts.added},
                            {"updated", report.counts.updated},
                            {"unchanged", report.counts.unchanged},
                            {"withdrawn", report.counts.withdrawn},
                            {"refused", report.counts.refused},
                            {"files", report.files},
                            {"failed_files", report.failed_files},
                            {"mappings", to_json(report.mappings)},
                            {"diagnostics", std::move(diagnostics)}};
  std::puts(json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace).c_str());
}

int run(Options& options) {
  const std::filesystem::path home = find_home();
  const Messages messages(home, options.lang);
  const Vocabularies vocabularies(home);
  const rdf::Contexts contexts(home);
  options.ingest.contexts = &contexts;
  options.ingest.data = options.data;
  if (options.prune) options.ingest.prune = options.force ? Prune::Force : Prune::Yes;
  ProgressBar bar;
  const IngestReport report = ingest(options.ingest, vocabularies, bar.sink());
  bar.clear();
  options.json ? print_json(report, messages) : print_text(report, messages);
  if (report.prune == Result::TooMany) return kOperationFailed;
  return report.failed_files > 0 || report.counts.refused > 0 ? kInputWrong : 0;
}

}  // namespace

void add_ingest(CLI::App& app, Action& action) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("ingest", "Take dataset descriptions from files and folders");
  command->footer(
      "What did not change since the last time is skipped; a killed run is completed by running "
      "it\n"
      "again. Of a file with errors, the datasets that lost nothing are taken, the others are\n"
      "refused and keep their earlier version.\n\n"
      "Exit status: 0 fine; 1 a file could not be read, had a syntax error or held no dataset, or "
      "a\n"
      "dataset was refused (the rest was taken); 2 wrong usage; 3 the operation failed: another\n"
      "process holds DATA/lock, --prune without --force met more than half of the source, the "
      "disk\n"
      "is full...");
  command->add_option("--data", options->data, "Folder of the catalogue; made where it is missing")
      ->required()
      ->type_name("DIR");
  command
      ->add_option("--source", options->ingest.source,
                   "Name of the source; default: the name of the first path")
      ->type_name("NAME");
  CLI::Option* prune = command->add_flag(
      "--prune", options->prune,
      "Withdraw datasets of this source that the given paths no longer have.\n"
      "Does nothing when any file failed; refuses (exit 3) to withdraw more than half");
  command->add_flag("--force", options->force, "With --prune: withdraw more than half too")
      ->needs(prune);
  command->add_flag("--json", options->json, "Report as one JSON object on one line");
  command->add_option("--lang", options->lang, "Language of the messages: en or fr")
      ->check(CLI::IsMember({"en", "fr"}))
      ->type_name("LANG");
  command
      ->add_option("PATH", options->ingest.paths, "Files, or folders with files of a known format")
      ->required()
      ->type_name("");
  command->callback([options, &action] { action = [options] { return run(*options); }; });
}

}  // namespace pinakes::commands
