// pinakes-indexer validate: what is wrong with descriptions, where, and how to mend it.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdlib>
#include <deque>
#include <memory>

#include "indexer/base/date.h"
#include "indexer/base/error.h"
#include "indexer/base/iri.h"
#include "indexer/base/messages.h"
#include "indexer/commands/command.h"
#include "indexer/ingest/inputs.h"
#include "indexer/ingest/source.h"
#include "indexer/rdf/contexts.h"
#include "indexer/rdf/sniff.h"
#include "indexer/rdf/union.h"
#include "indexer/validate/document.h"
#include "indexer/validate/render.h"

namespace pinakes::commands {
namespace {

constexpr std::uint64_t kLargestStandardInput = std::uint64_t{1} << 30U;

struct Options {
  std::vector<std::string> paths, shapes, background;
  std::string profile = "auto", lang = "en", format = "text";
};

/// Calls `take(document, format)` for each document; format null: `found` says why.
using TakeDocument = std::function<void(const SourceDocument&, const rdf::Format*, Diagnostics)>;

/// True if everything could be opened.
bool each_document(const std::string& path, const InputFile* file, Diagnostics& found,
                   const TakeDocument& take) {
  const UnpackLimits limits;
  const auto one = [&](const SourceDocument& document) {
    Diagnostics said;
    const rdf::Format* format =
        rdf::recognise(document.name, {}, document.bytes, document.shown, said).format;
    take(document, format, std::move(said));
  };
  try {
    if (file != nullptr) return for_each_document(*file, limits, found, one);
    OpenInput input = OpenInput::standard_input("<stdin>", kLargestStandardInput);
    return for_each_document(input, limits, found, one);
  } catch (const Error& error) {
    if (error.code() != ErrorCode::InputUnreadable) throw;
    found.push_back(
        {"unreadable-file", Severity::Error, {{"reason", error.what()}}, {path, {}, {}}});
    return false;
  }
}

std::string base_of(const SourceDocument& document) {
  return document.absolute.starts_with('/') ? file_iri(document.absolute) : std::string();
}

/// The graphs of shapes or vocabularies that the operator names.
struct Loaded {
  std::deque<rdf::Graph> graphs;
  std::deque<std::string> names;

  void load(const std::vector<std::string>& paths, const rdf::Contexts& contexts) {
    Diagnostics found;
    for (const InputFile& file : input_files(paths, found))
      each_document(
          file.shown, &file, found,
          [&](const SourceDocument& document, const rdf::Format* format, const Diagnostics& said) {
            found.insert(found.end(), said.begin(), said.end());
            if (format == nullptr) return;
            rdf::Graph& graph = graphs.emplace_back();
            names.push_back(document.shown);
            rdf::Union all(graph);
            std::string buffer;
            format->read(
                {whole_text(document, buffer), base_of(document), document.shown, &contexts}, all,
                found);
            graph.finish();
          });
    for (const Diagnostic& one : found) {
      if (one.severity != Severity::Error) continue;
      const Messages messages(find_home(), "en");
      throw Error(ErrorCode::InputUnreadable, messages.format(one),
                  "shapes and vocabularies must be read whole: mend the file and try again");
    }
  }
};

Severity worst(const std::vector<DocumentReport>& documents) {
  Severity found = Severity::Info;
  for (const DocumentReport& document : documents)
    for (const Finding& one : document.findings) found = std::max(found, one.severity);
  return found;
}

std::string today() {
  using Days = std::chrono::duration<std::int32_t, std::ratio<86400>>;
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return format_day(std::chrono::duration_cast<Days>(now).count());
}

Colour colour() {
  const char* refused = std::getenv("NO_COLOR");
  return isatty(STDOUT_FILENO) != 0 && (refused == nullptr || *refused == '\0') ? Colour::Yes
                                                                                : Colour::No;
}

void print_warnings(const Validator& validator, const Messages& messages) {
  for (const Diagnostic& one : validator.shape_warnings())
    std::fprintf(stderr, "%s\n", messages.format(one).c_str());
}

std::string rendered(const std::string& format, const std::vector<DocumentReport>& documents,
                     const Validator& validator, const Wording& wording) {
  if (format == "json") return report_json(documents, wording);
  if (format == "html") return report_html(documents, wording);
  if (format == "sarif") return report_sarif(documents, wording);
  if (format == "text") return report_text(documents, wording, colour());
  const std::filesystem::path home = find_home();
  const Wording english(home, validator.legal(), "en", today());
  const Wording french(home, validator.legal(), "fr", today());
  rdf::StringOutput out;
  Diagnostics left_out;
  write(*rdf::format_named("turtle"), to_graph(documents, english, french), out, left_out);
  return std::move(out.text);
}

int run(const Options& options) {
  const std::filesystem::path home = find_home();
  const rdf::Contexts contexts(home);
  const Vocabularies vocabularies(home);
  Loaded shapes, background;
  shapes.load(options.shapes, contexts);
  background.load(options.background, contexts);
  std::vector<shacl::ShapesSource> sources;
  for (std::size_t i = 0; i < shapes.graphs.size(); ++i)
    sources.push_back({shapes.graphs[i], shapes.names[i]});
  std::vector<const rdf::Graph*> beside;
  for (const rdf::Graph& graph : background.graphs) beside.push_back(&graph);
  const Validator validator(home, vocabularies, sources, beside);
  print_warnings(validator, Messages(home, options.lang));

  const CheckOptions how{profile_named(options.profile), Source::Unknown, options.lang};
  std::vector<DocumentReport> documents;
  const TakeDocument check = [&](const SourceDocument& document, const rdf::Format* format,
                                 Diagnostics said) {
    std::string buffer;
    const std::string base = base_of(document);
    documents.push_back(check_document(
        validator, format, {whole_text(document, buffer), base, document.shown, &contexts},
        std::move(said), how));
  };
  Diagnostics found;
  std::vector<std::string> paths = options.paths;
  if (std::erase(paths, "-") > 0) each_document("<stdin>", nullptr, found, check);
  for (const InputFile& file : input_files(paths, found))
    each_document(file.shown, &file, found, check);
  if (!found.empty())  // of inputs that could not be opened
    documents.push_back(check_document(validator, nullptr, {}, std::move(found), how));
  const Wording wording(home, validator.legal(), options.lang, today());
  StandardOutput out;
  out.write(rendered(options.format, documents, validator, wording));
  out.finish();
  return worst(documents) >= Severity::Violation ? kInputWrong : 0;
}

}  // namespace

void add_validate(CLI::App& app, Action& action) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "validate", "What is wrong with descriptions, where, and how to mend it; nothing is stored");
  command
      ->add_option(
          "--profile", options->profile,
          "auto (by the theme, terms and access rights of each dataset), dcat-ap, public,\n"
          "restricted, non-public, or none (only what --shapes gives)")
      ->check(CLI::IsMember({"auto", "none", "dcat-ap", "public", "restricted", "non-public"}))
      ->type_name("NAME");
  command
      ->add_option("--shapes", options->shapes,
                   "SHACL shapes of your own, applied to the file as it was sent; repeatable")
      ->type_name("FILE")
      ->allow_extra_args(false);
  command
      ->add_option("--background", options->background,
                   "Vocabularies that count as data for --shapes; repeatable")
      ->type_name("FILE")
      ->allow_extra_args(false);
  command->add_option("--lang", options->lang, "Language of the report: en or fr")
      ->check(CLI::IsMember({"en", "fr"}))
      ->type_name("LANG");
  command
      ->add_option("--format", options->format,
                   "text, json, html (a page that stands alone), sarif, or ttl (a SHACL report)")
      ->check(CLI::IsMember({"text", "json", "html", "sarif", "ttl"}))
      ->type_name("FORMAT");
  command
      ->add_option("PATH", options->paths,
                   "Files or folders, also compressed or archives; - is standard input")
      ->required()
      ->type_name("");
  command->footer(
      "Findings of the same cause are shown once, with their number. Statements in terms of "
      "earlier\n"
      "releases are understood, and reported.\n\nExit status: 0 no violation (warnings do not "
      "count); 1 a violation, or a file that could not\nbe read whole; 2 wrong usage; 3 the "
      "operation failed.");
  command->callback([options, &action] { action = [options] { return run(*options); }; });
}

}  // namespace pinakes::commands
