// Cuts the form of one access level out of its template.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/validate/form.h"

#include <algorithm>
#include <array>
#include <fstream>

#include "indexer/base/error.h"
#include "indexer/base/text.h"
#include "indexer/dcat/canonical_codes.h"
#include "indexer/validate/snippet.h"

namespace pinakes {
namespace {

constexpr std::string_view kBegin = "#begin ", kEnd = "#end", kColumns = "columns";

/// Types as spreadsheets and data bases name them; others are those of Table Schema.
struct Type {
  std::string_view word, datatype;
};
constexpr auto kTypes = std::to_array<Type>({
    {"texte", "string"},      {"chaine", "string"},      {"caractere", "string"},
    {"varchar", "string"},    {"char", "string"},        {"character", "string"},
    {"entier", "integer"},    {"int", "integer"},        {"bigint", "integer"},
    {"smallint", "integer"},  {"nombre", "decimal"},     {"numeric", "decimal"},
    {"numerique", "decimal"}, {"decimal", "decimal"},    {"real", "double"},
    {"double", "double"},     {"reel", "double"},        {"booleen", "boolean"},
    {"bool", "boolean"},      {"timestamp", "dateTime"}, {"horodatage", "dateTime"},
    {"heure", "time"},        {"annee", "gYear"},
});

/// A type that is none of these stays as it is written.
std::string datatype(const std::string& type) {
  if (trim(type).empty()) return "string";
  const std::string folded = fold(trim(type));
  const std::string word = folded.substr(0, folded.find_first_of("( "));
  const auto* const known = std::ranges::find(kTypes, word, &Type::word);
  if (known != kTypes.end()) return std::string(known->datatype);
  const std::string_view name = canon::datatype_name(word);
  return name.empty() ? std::string(trim(type)) : std::string(name);
}

/// `line` with the text behind `property` replaced; an unknown text leaves the line to be filled
/// in.
bool fill(std::string& line, std::string_view property, const std::string& text,
          std::string_view language) {
  const std::size_t at = line.find(property);
  if (at == std::string::npos || line.find_first_not_of(' ') != at) return false;
  if (trim(text).empty()) return true;
  const std::size_t start = at + property.size() + 1;
  const bool more = line.ends_with(" ;");
  line =
      line.substr(0, start) + turtle_term(rdf::literal(trim(text), language)) + (more ? " ;" : "");
  return true;
}

std::string block_of(const std::vector<std::string>& lines, const Variable& variable,
                     std::string_view language) {
  std::string block;
  for (std::string line : lines) {
    if (!fill(line, "csvw:name", variable.name, {}) &&
        !fill(line, "csvw:title", variable.label, language) &&
        !fill(line, "dct:description", variable.description, language))
      fill(line, "csvw:datatype", datatype(variable.type), {});
    block += (block.empty() ? "" : "\n") + line;
  }
  return block;
}

std::string blocks_of(const std::vector<std::string>& lines, const std::vector<Variable>& variables,
                      std::string_view language) {
  std::string all;
  for (const Variable& variable : variables)
    all += (all.empty() ? "" : " ;\n") + block_of(lines, variable, language);
  if (variables.empty())
    for (const std::string& line : lines) all += (all.empty() ? "" : "\n") + line;
  return all + "\n";
}

bool is_level(std::string_view name) {
  return name == name_of(Profile::Public) || name == name_of(Profile::Restricted) ||
         name == name_of(Profile::NonPublic);
}

}  // namespace

std::string form(const std::filesystem::path& home, Profile level, std::string_view language,
                 const std::vector<Variable>& variables) {
  const auto file = home / "schemas" / "templates" / ("dataset." + std::string(language) + ".ttl");
  std::ifstream in(file, std::ios::binary);
  if (!in) throw Error(ErrorCode::Io, file.string() + ": cannot open the form of this language");
  std::string out, part;
  std::vector<std::string> columns;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with(kBegin)) {
      part = line.substr(kBegin.size());
    } else if (line == kEnd) {
      if (part == kColumns) out += blocks_of(columns, variables, language);
      part.clear();
    } else if (part == kColumns) {
      columns.push_back(line);
    } else if (!is_level(part) || part == name_of(level)) {
      out += line + "\n";
    }
  }
  return out;
}

}  // namespace pinakes
