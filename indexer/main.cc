// pinakes-indexer: reads the command line, runs one command, gives its exit status.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>

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

int run(const Action& action) {
  try {
    return action();
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
  for (const auto add : {pinakes::commands::add_ingest, pinakes::commands::add_convert,
                         pinakes::commands::add_export, pinakes::commands::add_rebuild,
                         pinakes::commands::add_status, pinakes::commands::add_findings,
                         pinakes::commands::add_fields})
    add(app, action);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return usage(app, error);
  }
  return run(action);
}
