// pinakes-indexer template: a form to describe a dataset with, for those who start with nothing.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <memory>

#include "indexer/base/error.h"
#include "indexer/base/messages.h"
#include "indexer/commands/command.h"
#include "indexer/ingest/inputs.h"
#include "indexer/validate/form.h"

namespace pinakes::commands {
namespace {

struct Options {
  std::string profile, lang = "en", to = "turtle", variables;
};

int run(const Options& options) {
  std::vector<Variable> variables;
  if (!options.variables.empty()) {
    const FileBytes bytes({options.variables, options.variables, 0, true});
    variables = read_variables(bytes.view(), options.variables);
  }
  const std::string text =
      form(find_home(), *profile_named(options.profile), options.lang, variables);
  StandardOutput out;
  if (options.to == "turtle") {
    out.write(text);
  } else {
    rdf::Graph graph;
    Diagnostics found;
    if (!rdf::format_named("turtle")->read({text, {}, "form"}, graph, found))
      throw Error(ErrorCode::Internal, "the form of this installation cannot be read");
    graph.finish();
    write(*rdf::format_named(options.to), graph, out, found);
  }
  out.finish();
  return 0;
}

}  // namespace

void add_template(CLI::App& app, Action& action) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "template", "A form to describe a health dataset with, to standard output");
  command
      ->add_option("--profile", options->profile,
                   "Who may get the data: public (anybody), restricted (under conditions) or\n"
                   "non-public (by permit)")
      ->required()
      ->check(CLI::IsMember({"public", "restricted", "non-public"}))
      ->type_name("LEVEL");
  command->add_option("--lang", options->lang, "Language of the form: en or fr")
      ->check(CLI::IsMember({"en", "fr"}))
      ->type_name("LANG");
  command
      ->add_option("--to", options->to,
                   "turtle (with advice beside each line) or jsonld (which has no comments)")
      ->check(CLI::IsMember({"turtle", "jsonld"}))
      ->type_name("FORMAT");
  command
      ->add_option("--variables", options->variables,
                   "Data dictionary as CSV (name, label, description, type): its variables are\n"
                   "written into the form")
      ->type_name("FILE");
  command->footer(
      "What is still to be filled in begins with \"TO FILL IN\" (\"À COMPLÉTER\"); validate names "
      "each.\nThe CSV file is UTF-8, separated by commas, semicolons or tabs.\n\nExit status: 0 "
      "fine; 1 the CSV file cannot be read; 2 wrong usage; 3 the operation failed.");
  command->callback([options, &action] { action = [options] { return run(*options); }; });
}

}  // namespace pinakes::commands
