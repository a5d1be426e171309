// pinakes-indexer convert: one file from one serialization to another, on standard output.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <memory>

#include "indexer/base/error.h"
#include "indexer/base/iri.h"
#include "indexer/base/messages.h"
#include "indexer/commands/command.h"
#include "indexer/commands/diagnostics_text.h"
#include "indexer/commands/mappings_text.h"
#include "indexer/ingest/canonical_conversion.h"
#include "indexer/rdf/contexts.h"

namespace pinakes::commands {
namespace {

constexpr std::uint64_t kLargestStandardInput = std::uint64_t{1} << 30U;

struct Options {
  std::string path, to, from, base, lang = "en";
  bool canonical = false;
};

bool reads(const rdf::Format& format) { return format.read != nullptr; }
bool writes(const rdf::Format& format) { return format.writer != nullptr; }

std::string unknown(const std::string& name, bool (*usable)(const rdf::Format&)) {
  const rdf::Format* format = rdf::format_named(name);
  if (format != nullptr && usable(*format)) return {};
  return "'" + name + "' is no format; known are " + format_names(usable);
}

OpenInput opened(const std::string& path, const UnpackLimits& limits) {
  if (path == "-") return OpenInput::standard_input("<stdin>", kLargestStandardInput);
  std::error_code failed;
  const std::filesystem::path absolute = std::filesystem::absolute(path, failed);
  return OpenInput({path, absolute.lexically_normal().string(), 0, true}, limits.in_memory);
}

int run(const Options& options) {
  const std::filesystem::path home = find_home();
  const Messages messages(home, options.lang);
  const rdf::Contexts contexts(home);
  ConversionOptions how;
  if (!options.from.empty()) how.from = rdf::format_named(options.from);
  how.base = options.base;
  how.contexts = &contexts;
  OpenInput input = opened(options.path, how.limits);
  StandardOutput out;
  Diagnostics found;
  Mappings mappings;
  const rdf::Format& to = *rdf::format_named(options.to);
  const bool whole = options.canonical ? convert_canonical(input, to, how, out, mappings, found)
                                       : convert_documents(input, to, how, out, found);
  out.finish();
  print_grouped(found, messages, stderr);
  print_mappings(mappings, messages, stderr);
  return whole ? 0 : kInputWrong;
}

}  // namespace

void add_convert(CLI::App& app, Action& action) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("convert", "From one RDF format to another, to standard output");
  command->add_option("--to", options->to, "Format: " + format_names(writes))
      ->required()
      ->type_name("FORMAT")
      ->check([](const std::string& name) { return unknown(name, writes); });
  command
      ->add_option(
          "--from", options->from,
          "Format of the file: " + format_names(reads) + "; default: by its name and\ncontent")
      ->type_name("FORMAT")
      ->check([](const std::string& name) { return unknown(name, reads); });
  command
      ->add_option("--base", options->base,
                   "What relative IRIs are relative to; default: the "
                   "file's own IRI")
      ->type_name("IRI")
      ->check([](const std::string& base) {
        return is_absolute_iri(base) ? std::string() : "'" + base + "' is no absolute IRI";
      });
  command->add_flag("--canonical", options->canonical,
                    "Datasets in the terms of HealthDCAT-AP Release 8, as search and pages see "
                    "them,\nwith a report of what was mapped, guessed and left");
  command->add_option("--lang", options->lang, "Language of the messages: en or fr")
      ->check(CLI::IsMember({"en", "fr"}))
      ->type_name("LANG");
  command
      ->add_option("PATH", options->path,
                   "The file, also compressed or an archive; - is standard input")
      ->required()
      ->type_name("");
  command->footer(
      "Statements that were lost to syntax errors are named on standard error; the others are\n"
      "written. The documents of an archive become one, their blank nodes kept apart.\n\nExit "
      "status: 0 fine; 1 the file could not be read or had a syntax error; 2 wrong\n"
      "usage; 3 the operation failed.");
  command->callback([options, &action] { action = [options] { return run(*options); }; });
}

}  // namespace pinakes::commands
