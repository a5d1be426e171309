// One row per kind of error that people make in XML; the rest share a sentence.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/rdfxml_errors.h"

#include <libxml/xmlerror.h>

#include <algorithm>
#include <array>
#include <string>

#include "indexer/base/text.h"
#include "indexer/rdf/characters.h"

namespace pinakes::rdf {
namespace {

constexpr auto npos = std::string_view::npos;

struct Row {
  int code;
  std::string_view message;
};
constexpr auto kRows = std::to_array<Row>({
    {XML_ERR_LT_IN_ATTRIBUTE, "xml-less-than"},
    {XML_ERR_ATTRIBUTE_NOT_STARTED, "xml-attribute-quote"},
    {XML_ERR_ATTRIBUTE_WITHOUT_VALUE, "xml-attribute-value"},
    {XML_ERR_ATTRIBUTE_REDEFINED, "xml-attribute-twice"},
    {XML_ERR_INVALID_CHARREF, "xml-character-reference"},
    {XML_ERR_INVALID_HEX_CHARREF, "xml-character-reference"},
    {XML_ERR_INVALID_DEC_CHARREF, "xml-character-reference"},
    {XML_ERR_HYPHEN_IN_COMMENT, "xml-comment-hyphens"},
    {XML_ERR_RESERVED_XML_NAME, "xml-declaration-late"},
    {XML_ERR_MISPLACED_CDATA_END, "xml-cdata-end"},
    {XML_ERR_COMMENT_NOT_FINISHED, "xml-token-long"},
    {XML_ERR_CDATA_NOT_FINISHED, "xml-token-long"},
    {XML_ERR_PI_NOT_FINISHED, "xml-token-long"},
    {XML_ERR_ATTRIBUTE_NOT_FINISHED, "xml-token-long"},
    {XML_ERR_NAME_TOO_LONG, "xml-token-long"},
    {XML_ERR_INTERNAL_ERROR, "xml-token-long"},
    {XML_ERR_NO_MEMORY, "xml-token-long"},
});

std::string line_of(std::string_view text, std::size_t offset) {
  return std::to_string(1 + std::count(text.begin(), text.begin() + std::ptrdiff_t(offset), '\n'));
}

/// The last `characters` before the place, not further away than a tag is long.
std::size_t back_to(std::string_view characters, const XmlFault& fault) {
  const std::size_t found =
      fault.offset == 0 ? npos : fault.text.rfind(characters, fault.offset - 1);
  return found == npos || fault.offset - found > 1000 ? fault.offset : found;
}

bool at_end(const XmlFault& fault) {
  return fault.text.find_first_not_of(" \t\r\n", fault.offset) == npos;
}

SyntaxError cut_short(const XmlFault& fault) {
  // Inside a tag, or else inside the element that is open.
  const std::size_t last = back_to("<", fault);
  std::optional<std::size_t> inside = fault.open_tag;
  if (last < fault.offset && fault.text.find('>', last) == npos &&
      !tag_name(fault.text, last).empty())
    inside = last;
  if (!inside) return {"xml-cut", fault.offset, {}};
  return {"xml-cut-inside",
          fault.offset,
          {{"name", std::string(tag_name(fault.text, *inside))},
           {"line", line_of(fault.text, *inside)}}};
}

SyntaxError mismatch(const XmlFault& fault) {
  const std::size_t at = back_to("</", fault);
  return {"xml-tags",
          at,
          {{"open", std::string(tag_name(fault.text, *fault.open_tag))},
           {"line", line_of(fault.text, *fault.open_tag)},
           {"found", std::string(tag_name(fault.text, at))}}};
}

SyntaxError ampersand(const XmlFault& fault) {
  const std::size_t at = back_to("&", fault);
  const std::string_view rest = fault.text.substr(at, 20);
  return {
      "xml-ampersand", at, {{"found", excerpt(rest.substr(0, rest.find_first_of("<>\"'/")), 0)}}};
}

SyntaxError entity(const XmlFault& fault) {
  const std::size_t at = back_to("&", fault);
  return {"xml-entity", at, {{"name", std::string(fault.word)}}};
}

SyntaxError start(const XmlFault& fault) {
  if (at_end(fault)) return {"xml-empty", fault.offset, {}};
  SyntaxError error{"xml-none", fault.offset, {{"found", excerpt(fault.text, fault.offset)}}};
  sniff_not_rdf(fault.text.substr(std::min(fault.offset, fault.text.size())), error);
  return error;
}

SyntaxError bad_character(const XmlFault& fault) {
  return {"xml-character",
          fault.offset,
          {{"character", code_point_name(static_cast<char32_t>(std::max(fault.number, 0)))}}};
}

}  // namespace

std::string_view tag_name(std::string_view text, std::size_t offset) {
  std::size_t start = offset;
  while (start < text.size() && (text[start] == '<' || text[start] == '/')) ++start;
  std::size_t end = start;
  while (end < text.size() && end < start + 100 && !has_class(text[end], kSpace) &&
         text[end] != '>' && text[end] != '/' && text[end] != '<')
    ++end;
  return text.substr(start, end - start);
}

SyntaxError explain(const XmlFault& fault) {
  if (fault.code == XML_ERR_DOCUMENT_EMPTY) return start(fault);
  if (fault.code == XML_ERR_TAG_NAME_MISMATCH && fault.open_tag && !at_end(fault))
    return mismatch(fault);
  if (fault.code == XML_ERR_TAG_NAME_MISMATCH && fault.open_tag) {
    const std::size_t at = back_to("</", fault);
    if (fault.text.find('>', at) != npos) return mismatch(fault);
  }
  if (fault.code == XML_ERR_TAG_NOT_FINISHED || at_end(fault)) return cut_short(fault);
  if (fault.code == XML_ERR_DOCUMENT_END)
    return {"xml-more", fault.offset, {{"found", excerpt(fault.text, fault.offset)}}};
  if (fault.code == XML_ERR_UNDECLARED_ENTITY || fault.code == XML_WAR_UNDECLARED_ENTITY)
    return entity(fault);
  if (fault.code == XML_ERR_INVALID_CHAR) return bad_character(fault);
  const bool after_ampersand = fault.offset > 0 && fault.text[fault.offset - 1] == '&';
  if (fault.code == XML_ERR_ENTITYREF_SEMICOL_MISSING ||
      (fault.code == XML_ERR_NAME_REQUIRED && after_ampersand))
    return ampersand(fault);
  for (const Row& row : kRows) {
    if (row.code != fault.code) continue;
    return {std::string(row.message),
            fault.offset,
            {{"found", excerpt(fault.text, fault.offset)}, {"name", std::string(fault.word)}}};
  }
  return {"xml-malformed", fault.offset, {{"found", excerpt(fault.text, fault.offset)}}};
}

}  // namespace pinakes::rdf
