// What a document looks like, from its first bytes alone.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/sniff_content.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "indexer/base/text.h"

namespace pinakes::rdf {
namespace {

using namespace std::string_view_literals;
using Sure = Look::Sure;

struct Magic {
  std::string_view bytes, code, shown;
};
/// What no RDF begins with.
constexpr auto kMagic = std::to_array<Magic>({
    {"\xFF\xFE"sv, "not-rdf-utf16", "UTF-16"},
    {"\xFE\xFF"sv, "not-rdf-utf16", "UTF-16"},
    {"\0\0\xFE\xFF"sv, "not-rdf-utf16", "UTF-32"},
    {"%PDF-"sv, "not-rdf-document", "PDF"},
    {"\xD0\xCF\x11\xE0"sv, "not-rdf-office", "Microsoft Office"},
    {"{\\rtf"sv, "not-rdf-document", "RTF"},
    {"PK\3\4"sv, "not-rdf-archive", "ZIP"},
    {"\x1F\x8B"sv, "not-rdf-archive", "gzip"},
    {"\x28\xB5\x2F\xFD"sv, "not-rdf-archive", "zstd"},
    {"\xFD\x37zXZ"sv, "not-rdf-archive", "xz"},
    {"7z\xBC\xAF\x27\x1C"sv, "not-rdf-archive", "7z"},
    {"Rar!\x1A"sv, "not-rdf-archive", "RAR"},
    {"\x89PNG"sv, "not-rdf-image", "PNG"},
    {"\xFF\xD8\xFF"sv, "not-rdf-image", "JPEG"},
    {"GIF8"sv, "not-rdf-image", "GIF"},
    {"SQLite format 3"sv, "not-rdf-data", "SQLite"},
    {"PAR1"sv, "not-rdf-data", "Parquet"},
    {"HDT\1"sv, "not-rdf-data", "HDT"},
    {"\x7F"
     "ELF"sv,
     "not-rdf-data", "ELF"},
});

bool starts_with_ignoring_case(std::string_view text, std::string_view lower_start) {
  return text.size() >= lower_start.size() &&
         std::equal(lower_start.begin(), lower_start.end(), text.begin(),
                    [](char a, char b) { return a == b || (b >= 'A' && b <= 'Z' && a == b + 32); });
}

/// Text of two bytes a character, without a mark: every other byte of plain ASCII is zero.
bool is_utf16(std::string_view text) {
  const std::string_view head = text.substr(0, 64);
  if (head.size() < 8) return false;
  std::size_t even = 0, odd = 0;
  for (std::size_t i = 0; i < head.size(); ++i)
    if (head[i] == '\0') ++(i % 2 == 0 ? even : odd);
  return (even == 0) != (odd == 0) && even + odd > head.size() / 3;
}

// --- XML and HTML ---

/// The text from its first element on: declarations, comments and a doctype left out.
std::string_view from_root_element(std::string_view text) {
  for (;;) {
    text = trim(text);
    std::string_view closing;
    if (text.starts_with("<?"))
      closing = "?>";
    else if (text.starts_with("<!--"))
      closing = "-->";
    else if (starts_with_ignoring_case(text, "<!doctype"))
      closing = ">";
    else
      return text;
    std::size_t end = text.find(closing);
    if (closing == ">" && text.substr(0, end).find('[') != std::string_view::npos) {
      end = text.find("]");  // entities of its own
      if (end != std::string_view::npos) end = text.find('>', end);
    }
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + closing.size());
  }
}

constexpr std::string_view kRdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

Look html(std::string_view start) {
  if (start.find("application/ld+json") != std::string_view::npos)
    return {Sure::Yes, "html", "not-rdf-html", "HTML"};
  return {Sure::Yes, {}, "not-rdf-html", "HTML"};
}

Look markup(std::string_view start) {
  if (starts_with_ignoring_case(start, "<!doctype html")) return html(start);
  const std::string_view root = from_root_element(start);
  if (starts_with_ignoring_case(root, "<html") || starts_with_ignoring_case(root, "<head") ||
      starts_with_ignoring_case(root, "<body"))
    return html(start);
  const std::string_view tag = root.substr(0, root.find('>'));
  const bool declared = start.starts_with("<?xml") || start.starts_with("<!");
  if (root.starts_with("<rdf:RDF") ||
      (tag.find("xmlns") != std::string_view::npos && tag.find(kRdf) != std::string_view::npos))
    return {Sure::Yes, "rdfxml", {}, {}};
  if (start.starts_with("<?xml") || (declared && !root.empty()) ||
      tag.find("xmlns") != std::string_view::npos)
    return {root.empty() ? Sure::Likely : Sure::Yes, {}, "not-rdf-xml", "XML"};
  return {};
}

// --- JSON ---

/// Behind a text in quotation marks that starts the view; nothing where it does not end.
std::string_view after_text(std::string_view text) {
  for (std::size_t at = 1; at < text.size(); ++at) {
    if (text[at] == '\\')
      ++at;
    else if (text[at] == '"')
      return trim(text.substr(at + 1));
  }
  return {};
}

Look json(std::string_view start) {
  const char open = start.front();
  const std::string_view inside = trim(start.substr(1));
  if (inside.empty()) return {};
  // `{ "a" : ...` is no graph of TriG, `[ {` and `[ "a" ,` are no blank node of Turtle.
  if (open == '{' && (inside.front() != '"' || !after_text(inside).starts_with(':'))) return {};
  if (open == '[' && inside.front() != '{') return {};
  for (const std::string_view key : {"\"@context\"", "\"@id\"", "\"@graph\"", "\"@type\""})
    if (start.find(key) != std::string_view::npos)
      return {Sure::Yes, "jsonld", "not-rdf-json", "JSON-LD"};
  return {Sure::Yes, "json", "not-rdf-json", "JSON"};
}

// --- text that is none of ours ---

std::size_t count(std::string_view line, char c) {
  return static_cast<std::size_t>(std::count(line.begin(), line.end(), c));
}

/// Three lines with as many separators each, and none that could be a statement's end.
bool is_table(std::string_view text) {
  for (const char separator : {',', ';', '\t'}) {
    std::size_t first = 0, lines = 0;
    std::string_view rest = text;
    for (; lines < 3 && !rest.empty(); ++lines) {
      const std::size_t end = rest.find('\n');
      const std::string_view line = trim(rest.substr(0, end));
      if (lines == 0) first = count(line, separator);
      if (first == 0 || count(line, separator) != first || line.find("> <") != line.npos) break;
      rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    }
    if (lines >= 2 && (lines == 3 || rest.empty())) return true;
  }
  return false;
}

/// `# Title` is a comment in Turtle: only a list, a link or a fence behind it tells.
bool is_markdown(std::string_view text) {
  return (text.starts_with("# ") || text.starts_with("## ")) &&
         (text.find("\n- ") != text.npos || text.find("](http") != text.npos ||
          text.find("\n```") != text.npos || text.find("\n## ") != text.npos);
}

}  // namespace

Look look_at(std::string_view start) {
  for (const auto& [bytes, code, shown] : kMagic)
    if (start.starts_with(bytes)) return {Sure::Yes, {}, code, shown};
  if (is_utf16(start)) return {Sure::Yes, {}, "not-rdf-utf16", "UTF-16"};
  if (start.starts_with("\xEF\xBB\xBF")) start.remove_prefix(3);
  start = trim(start);
  if (start.empty()) return {};
  if (start.front() == '<')
    if (const Look look = markup(start); look.sure != Sure::No) return look;
  if (start.front() == '{' || start.front() == '[')
    if (const Look look = json(start); look.sure != Sure::No) return look;
  if (const Look look = look_at_turtle(start); look.sure != Sure::No) return look;
  if (is_table(start)) return {Sure::Likely, {}, "not-rdf-table", "CSV"};
  if (is_markdown(start)) return {Sure::Likely, {}, "not-rdf-document", "Markdown"};
  return {};
}

}  // namespace pinakes::rdf
