// Reads a data dictionary from a spreadsheet's text file.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <optional>

#include "indexer/base/error.h"
#include "indexer/base/text.h"
#include "indexer/validate/form.h"

namespace pinakes {
namespace {

constexpr std::size_t kMostBytes = std::size_t{16} << 20U, kMostRows = 100'000, kMostFields = 200;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kSaveAs = "save it as \"CSV UTF-8\" (in a spreadsheet: File, Save as)";

struct Row {
  std::vector<std::string> fields;
  std::size_t line = 0;
};

[[noreturn]] void refuse(std::string_view file, std::size_t line, const std::string& what,
                         std::string_view hint) {
  const std::string place = line == 0 ? std::string() : ":" + std::to_string(line);
  throw Error(ErrorCode::InputUnreadable, std::string(file) + place + ": " + what,
              std::string(hint));
}

std::size_t line_of(std::string_view text, std::size_t offset) {
  return 1 + static_cast<std::size_t>(std::ranges::count(text.substr(0, offset), '\n'));
}

/// The separator that stands most often in the first row, outside of quotes.
char separator_of(std::string_view text) {
  static constexpr std::array<char, 3> kSeparators = {',', ';', '\t'};
  std::array<std::size_t, 3> counts{};
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\n' || c == '\r') break;
    for (std::size_t i = 0; i < kSeparators.size(); ++i)
      if (c == kSeparators.at(i)) ++counts.at(i);
  }
  const auto most = std::ranges::max_element(counts) - counts.begin();
  return kSeparators.at(static_cast<std::size_t>(most));
}

/// RFC 4180, with any of the three separators and line ends.
class Table {
 public:
  Table(std::string_view text, std::string_view file)
      : text_(text), file_(file), separator_(separator_of(text)) {}

  std::optional<Row> next() {
    if (at_ >= text_.size()) return std::nullopt;
    Row row{{}, line_};
    for (;;) {
      row.fields.push_back(field());
      if (row.fields.size() > kMostFields)
        refuse(file_, row.line, "more than " + std::to_string(kMostFields) + " fields in a row",
               "is this the file of variables?");
      if (at_ >= text_.size() || text_[at_] != separator_) break;
      ++at_;
    }
    end_of_line();
    return row;
  }

 private:
  std::string field() {
    if (at_ < text_.size() && text_[at_] == '"') return quoted();
    const std::size_t start = at_;
    while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n' &&
           text_[at_] != '\r')
      ++at_;
    return std::string(trim(text_.substr(start, at_ - start)));
  }

  std::string quoted() {
    const std::size_t begun = line_;
    std::string value;
    for (++at_; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '\n') ++line_;
      if (c != '"') {
        value += c;
      } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
        value += text_[++at_];
      } else {
        ++at_;
        while (at_ < text_.size() && text_[at_] == ' ') ++at_;
        const bool ends = at_ >= text_.size() || text_[at_] == separator_ || text_[at_] == '\n' ||
                          text_[at_] == '\r';
        if (!ends)
          refuse(file_, line_, "text after the quotation mark that closes a field",
                 "write a quotation mark inside a quoted field twice");
        return value;
      }
    }
    refuse(file_, begun, "a quotation mark is not closed",
           "write a quotation mark inside a quoted field twice");
  }

  void end_of_line() {
    if (at_ < text_.size() && text_[at_] == '\r') ++at_;
    if (at_ < text_.size() && text_[at_] == '\n') ++at_;
    ++line_;
  }

  std::string_view text_, file_;
  char separator_;
  std::size_t at_ = 0, line_ = 1;
};

constexpr std::size_t kNone = 99;

/// Which column holds what.
struct Columns {
  std::array<std::size_t, 4> at = {0, 1, 2, 3};
  std::string of(const Row& row, std::size_t what) const {
    return at.at(what) < row.fields.size() ? row.fields[at.at(what)] : std::string();
  }
};

/// The columns that a first row names, or nothing where it is a variable already.
std::optional<Columns> header(const Row& row) {
  static constexpr std::array<std::array<std::string_view, 5>, 4> kNames = {{
      {"name", "nom", "variable", "column", "colonne"},
      {"label", "libelle", "title", "titre", "intitule"},
      {"description", "definition", "desc", "commentaire", "comment"},
      {"type", "datatype", "format", "data type", "type de donnees"},
  }};
  Columns columns;
  columns.at.fill(kNone);
  for (std::size_t i = 0; i < row.fields.size(); ++i) {
    const std::string word = fold(row.fields[i]);
    for (std::size_t what = 0; what < kNames.size(); ++what)
      if (columns.at.at(what) == kNone &&
          std::ranges::find(kNames.at(what), word) != kNames.at(what).end())
        columns.at.at(what) = i;
  }
  if (columns.at[0] == kNone) return std::nullopt;
  return columns;
}

}  // namespace

std::vector<Variable> read_variables(std::string_view text, std::string_view file) {
  if (text.size() > kMostBytes)
    refuse(file, 0, "longer than 16 MB", "is this the data, not their dictionary?");
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  const std::size_t bad = find_invalid_utf8(text);
  if (bad != std::string_view::npos)
    refuse(file, line_of(text, bad), "the file is not UTF-8", kSaveAs);
  if (text.find('\0') != std::string_view::npos)
    refuse(file, 0, "this is no text but a spreadsheet or another program's file", kSaveAs);
  Table table(text, file);
  std::optional<Columns> columns;
  std::vector<Variable> variables;
  bool first = true;
  while (const auto row = table.next()) {
    const bool empty =
        std::ranges::all_of(row->fields, [](const auto& one) { return one.empty(); });
    if (empty) continue;
    if (first) columns = header(*row);
    const bool is_header = first && columns;
    first = false;
    if (is_header) continue;
    if (!columns) columns = Columns{};
    Variable one{columns->of(*row, 0), columns->of(*row, 1), columns->of(*row, 2),
                 columns->of(*row, 3)};
    if (one.name.empty())
      refuse(file, row->line, "a variable has no name",
             "columns are name, label, description, type; the first row may name them");
    if (variables.size() == kMostRows) refuse(file, row->line, "more than 100,000 variables", {});
    variables.push_back(std::move(one));
  }
  if (variables.empty())
    refuse(file, 0, "no variable", "columns are name, label, description, type");
  return variables;
}

}  // namespace pinakes
