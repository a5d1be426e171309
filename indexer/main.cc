// pinakes-indexer: reads the command line, runs one command, gives its exit status.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <string>

#include "indexer/base/error.h"
#include "indexer/commands/command.h"

namespace {

using pinakes::commands::Action;

constexpr const char* kPurpose =
    "pinakes-indexer: takes dataset descriptions (RDF) into a catalogue and indexes them.\n"
    "pinakes-server serves the catalogue.";

int report(const std::string& message, const std::string& hint, int status) {
  std::fprintf(stderr, "pinakes-indexer: %s\n", message.c_str());
  if (!hint.empty()) std::fprintf(stderr, "  %s\n", hint.c_str());
  return status;
}

/// What CLI11 says of a wrong command line; --help and --version are no errors.
int usage(const CLI::App& app, const CLI::ParseError& error) {
  return app.exit(error) == 0 ? 0 : pinakes::commands::kUsageWrong;
}

/// CLI11 says of a misspelled command only that there must be one.
void check_command(const CLI::App& app, int argc, char** argv) {
  if (argc < 2 || argv[1][0] == '-') return;
  const std::string name = argv[1];
  std::string known;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    if (command->get_name() == name) return;
    known += (known.empty() ? "" : ", ") + command->get_name();
  }
  throw CLI::ExtrasError("'" + name + "' is no command; known are " + known,
                         CLI::ExitCodes::ExtrasError);
}

int run(const Action& action) {
  try {
    const int status = action();
    pinakes::commands::StandardOutput().finish();
    return status;
  } catch (const pinakes::Error& error) {
    return report(error.what(), error.hint(), pinakes::error_kind(error.code()).exit_status);
  } catch (const std::exception& error) {
    return report(error.what(), {}, pinakes::commands::kOperationFailed);
  }
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app(kPurpose, "pinakes-indexer");
  Action action;
  app.require_subcommand(1);
  app.set_version_flag("--version", std::string("pinakes-indexer ") + PINAKES_VERSION);
  app.set_help_all_flag("--help-all", "Help of all commands");
  for (const auto add : {pinakes::commands::add_ingest, pinakes::commands::add_validate,
                         pinakes::commands::add_template, pinakes::commands::add_convert,
                         pinakes::commands::add_export, pinakes::commands::add_rebuild,
                         pinakes::commands::add_status, pinakes::commands::add_findings,
                         pinakes::commands::add_fields})
    add(app, action);
  try {
    check_command(app, argc, argv);
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const int status = usage(app, error);
    action = [status] { return status; };
  }
  return run(action);
}
