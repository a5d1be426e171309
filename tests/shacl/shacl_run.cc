// Runs the SHACL engine by hand: results as JSON lines, datasets cut out of a catalogue, timing.
// SPDX-License-Identifier: GPL-3.0-or-later
//
// usage: shacl_run results FILE SHAPES... [-- VOCABULARY...]
//                                              one JSON object for each result
//        shacl_run report FILE SHAPES...       the validation report in Turtle
//        shacl_run cut EVERY FOLDER FILE       each EVERYth dataset as FOLDER/<n>.nt
//        shacl_run speed FOLDER SHAPES... [-- VOCABULARY...]
//                                              seconds for the files of a folder, read before
//        shacl_run time EVERY FILE SHAPES...   seconds for each EVERYth dataset of a catalogue
#include <algorithm>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "indexer/dcat/dataset.h"
#include "indexer/rdf/formats.h"
#include "indexer/shacl/report.h"
#include "indexer/shacl/validator.h"

namespace {

using namespace pinakes;

rdf::Graph read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  const rdf::Format* format = rdf::format_of_extension(path);
  rdf::Graph graph;
  Diagnostics found;
  const std::string base = "file://" + std::filesystem::absolute(path).string();
  if (in && format != nullptr) format->read({text, base, path}, graph, found);
  graph.finish();
  if (!in || format == nullptr || !found.empty())
    std::cerr << path << ": " << (found.empty() ? "cannot be read" : found.front().code) << '\n';
  return graph;
}

shacl::Shapes shapes_of(const std::vector<std::string>& files) {
  std::vector<rdf::Graph> graphs;
  for (const std::string& file : files) graphs.push_back(read(file));
  std::vector<shacl::ShapesSource> sources;
  for (std::size_t i = 0; i < files.size(); ++i) sources.push_back({graphs[i], files[i]});
  return shacl::Shapes::compile(sources);
}

/// The files behind "--".
std::vector<rdf::Graph> graphs_behind(const std::vector<std::string>& files,
                                      std::vector<std::string>::const_iterator end) {
  std::vector<rdf::Graph> graphs;
  for (; end != files.end(); ++end)
    if (*end != "--") graphs.push_back(read(*end));
  return graphs;
}

std::vector<const rdf::Graph*> pointers(const std::vector<rdf::Graph>& graphs) {
  std::vector<const rdf::Graph*> result;
  for (const rdf::Graph& graph : graphs) result.push_back(&graph);
  return result;
}

std::string shown(const rdf::Term& term) {
  if (term.kind == rdf::TermKind::Blank) return "_:blank";
  if (term.kind == rdf::TermKind::Iri) return "<" + std::string(term.value) + ">";
  std::string text = "\"" + std::string(term.value) + "\"";
  if (!term.language.empty()) text += "@" + std::string(term.language);
  if (!term.datatype.empty()) text += "^^" + std::string(term.datatype);
  return text;
}

std::string path_of(const shacl::Result& result) {
  if (result.predicate) return "<" + std::string(result.predicate->value) + ">";
  return result.path != nullptr ? shacl::to_text(*result.path) : "";
}

nlohmann::json to_json(const shacl::Result& result) {
  const std::string_view component = shacl::component_iri(result.component());
  nlohmann::json json = {{"focus", shown(result.focus)},
                         {"path", path_of(result)},
                         {"component", component.substr(component.find('#') + 1)},
                         {"value", result.value ? shown(*result.value) : ""},
                         {"severity", result.shape->severity.value},
                         {"line", result.position.line},
                         {"column", result.position.column}};
  for (const shacl::Result& detail : result.details) json["details"].push_back(to_json(detail));
  return json;
}

int results(const std::string& file, const std::vector<std::string>& files) {
  const auto end = std::find(files.begin(), files.end(), "--");
  const shacl::Shapes shapes = shapes_of({files.begin(), end});
  const std::vector<rdf::Graph> vocabularies = graphs_behind(files, end);
  const rdf::Graph data = read(file);
  const shacl::Report report = shacl::Validator(shapes, pointers(vocabularies)).validate(data);
  for (const shacl::Result& result : report.results)
    std::cout << to_json(result).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)
              << '\n';
  for (const Diagnostic& warning : shapes.warnings()) {
    std::cerr << warning.place.file << ':' << warning.place.position.line << ": " << warning.code;
    for (const auto& [name, value] : warning.arguments) std::cerr << ' ' << name << '=' << value;
    std::cerr << '\n';
  }
  if (!report.complete) std::cerr << "a limit was reached\n";
  return 0;
}

int report(const std::string& file, const std::vector<std::string>& shapes_files) {
  const shacl::Shapes shapes = shapes_of(shapes_files);
  const rdf::Graph data = read(file);
  rdf::StringOutput text;
  Diagnostics left_out;
  rdf::write(*rdf::format_named("turtle"), to_graph(shacl::Validator(shapes).validate(data)), text,
             left_out);
  std::cout << text.text;
  return 0;
}

int cut(std::size_t every, const std::filesystem::path& folder, const std::string& file) {
  std::filesystem::create_directories(folder);
  const rdf::Graph catalogue = read(file);
  const Splitter splitter(catalogue);
  for (std::size_t i = 0; i < splitter.roots().size(); i += every) {
    rdf::StringOutput text;
    Diagnostics left_out;
    rdf::write(*rdf::format_named("ntriples"), splitter.dataset(splitter.roots()[i]).graph, text,
               left_out);
    std::ofstream(folder / (std::to_string(i) + ".nt"), std::ios::binary) << text.text;
  }
  return 0;
}

double seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

int speed(const std::filesystem::path& folder, const std::vector<std::string>& files) {
  std::vector<rdf::Graph> graphs;
  for (const auto& file : std::filesystem::directory_iterator(folder))
    graphs.push_back(read(file.path().string()));
  const auto end = std::find(files.begin(), files.end(), "--");
  const shacl::Shapes shapes = shapes_of({files.begin(), end});
  const std::vector<rdf::Graph> vocabularies = graphs_behind(files, end);
  const shacl::Validator validator(shapes, pointers(vocabularies));
  constexpr int kRounds = 20;
  std::size_t found = 0;
  const double start = seconds();
  for (int round = 0; round < kRounds; ++round)
    for (const rdf::Graph& graph : graphs) found += validator.validate(graph).results.size();
  const double spent = (seconds() - start) / kRounds;
  std::cout << nlohmann::json{{"datasets", graphs.size()},
                              {"results", found / kRounds},
                              {"seconds", spent}}
            << '\n';
  return 0;
}

int time(std::size_t every, const std::string& file, const std::vector<std::string>& files) {
  const double start = seconds();
  const rdf::Graph catalogue = read(file);
  const double parsed = seconds();
  const shacl::Shapes shapes = shapes_of(files);
  const shacl::Validator validator(shapes);
  const double compiled = seconds();
  const Splitter splitter(catalogue);
  double spent = 0;
  std::size_t count = 0, found = 0, statements = 0;
  for (std::size_t i = 0; i < splitter.roots().size(); i += every) {
    const Dataset dataset = splitter.dataset(splitter.roots()[i]);
    const double before = seconds();
    found += validator.validate(dataset.graph).results.size();
    spent += seconds() - before;
    statements += dataset.graph.size();
    ++count;
  }
  std::cout << count << " datasets, " << statements << " statements, " << found << " results: read "
            << parsed - start << " s, shapes compiled " << compiled - parsed << " s, validated "
            << spent << " s, " << static_cast<double>(count) / spent << " datasets/s\n";
  const double whole = seconds();
  const shacl::Report all = validator.validate(catalogue);
  std::cout << "the catalogue as one graph: " << all.results.size() << " results, "
            << seconds() - whole << " s\n";
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  const auto from = [&](std::size_t first) {
    return std::vector<std::string>(words.begin() + static_cast<std::ptrdiff_t>(first),
                                    words.end());
  };
  if (words.size() > 2 && words[0] == "results") return results(words[1], from(2));
  if (words.size() > 2 && words[0] == "report") return report(words[1], from(2));
  if (words.size() == 4 && words[0] == "cut") return cut(std::stoul(words[1]), words[2], words[3]);
  if (words.size() > 2 && words[0] == "speed") return speed(words[1], from(2));
  if (words.size() > 3 && words[0] == "time") return time(std::stoul(words[1]), words[2], from(3));
  std::cerr << "usage: see the head of tests/shacl/shacl_run.cc\n";
  return 2;
}
