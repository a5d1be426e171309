// Reads a document type declaration and replaces entities.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/rdfxml_entities.h"

#include <array>
#include <utility>

#include "indexer/base/text.h"
#include "indexer/rdf/characters.h"

namespace pinakes::rdf {
namespace {

constexpr auto npos = std::string_view::npos;

struct Predefined {
  std::string_view name;
  char character;
};
constexpr std::array<Predefined, 5> kPredefined{
    {{"lt", '<'}, {"gt", '>'}, {"amp", '&'}, {"quot", '"'}, {"apos", '\''}}};

[[noreturn]] void bad_declaration(std::string_view text, std::size_t at) {
  throw SyntaxError{"rdfxml-doctype", at, {{"found", excerpt(text, at)}}};
}

void skip_blanks(std::string_view text, std::size_t& at) {
  while (at < text.size() && has_class(text[at], kSpace)) ++at;
}

bool take(std::string_view text, std::size_t& at, std::string_view word) {
  if (!text.substr(at).starts_with(word)) return false;
  at += word.size();
  return true;
}

std::string_view take_name(std::string_view text, std::size_t& at) {
  const std::size_t start = at;
  while (at < text.size() && !has_class(text[at], kSpace) &&
         std::string_view("<>[]\"'%;&").find(text[at]) == npos)
    ++at;
  if (at == start) bad_declaration(text, at);
  return text.substr(start, at - start);
}

std::string_view take_quoted(std::string_view text, std::size_t& at) {
  skip_blanks(text, at);
  const char quote = at < text.size() ? text[at] : '\0';
  const std::size_t end = quote == '"' || quote == '\'' ? text.find(quote, at + 1) : npos;
  if (end == npos) bad_declaration(text, at);
  const std::string_view value = text.substr(at + 1, end - at - 1);
  at = end + 1;
  return value;
}

/// SYSTEM "address" or PUBLIC "name" "address"; the address.
bool take_external(std::string_view text, std::size_t& at, std::string& address) {
  skip_blanks(text, at);
  if (take(text, at, "PUBLIC")) {
    address = take_quoted(text, at);
    skip_blanks(text, at);
    if (at < text.size() && (text[at] == '"' || text[at] == '\'')) address = take_quoted(text, at);
    return true;
  }
  if (!take(text, at, "SYSTEM")) return false;
  address = take_quoted(text, at);
  return true;
}

void skip_past(std::string_view text, std::size_t& at, std::string_view end) {
  const std::size_t found = text.find(end, at);
  if (found == npos) bad_declaration(text, at);
  at = found + end.size();
}

std::string escape(std::string_view data) {
  std::string result;
  for (const char c : data) {
    if (c == '&')
      result += "&amp;";
    else if (c == '<')
      result += "&lt;";
    else if (c == '>')
      result += "&gt;";
    else if (c == '"')
      result += "&quot;";
    else if (c == '\'')
      result += "&apos;";
    else
      result += c;
  }
  return result;
}

}  // namespace

char32_t character_reference(std::string_view text, std::size_t& at) {
  if (!text.substr(at).starts_with("&#")) return 0;
  std::size_t next = at + 2;
  const bool hexadecimal = next < text.size() && text[next] == 'x';
  if (hexadecimal) ++next;
  char32_t value = 0;
  for (; next < text.size() && text[next] != ';' && value <= 0x10FFFF; ++next) {
    const int digit = hex_value(text[next]);
    if (digit < 0 || (!hexadecimal && digit > 9)) return 0;
    value = value * (hexadecimal ? 16 : 10) + static_cast<char32_t>(digit);
  }
  const bool allowed = value == '\t' || value == '\n' || value == '\r' ||
                       (value >= 0x20 && value <= 0xD7FF) || (value >= 0xE000 && value <= 0xFFFD) ||
                       (value >= 0x10000 && value <= 0x10FFFF);
  if (!allowed || next >= text.size() || text[next] != ';') return 0;
  at = next + 1;
  return value;
}

std::size_t XmlEntities::read(std::string_view text, std::size_t at) {
  const std::size_t start = at;
  take(text, at, "<!DOCTYPE");
  skip_blanks(text, at);
  take_name(text, at);
  take_external(text, at, external_);
  skip_blanks(text, at);
  if (take(text, at, "[")) {
    for (;;) {
      skip_blanks(text, at);
      if (at >= text.size()) bad_declaration(text, start);
      if (take(text, at, "]")) break;
      declaration(text, at);
    }
    skip_blanks(text, at);
  }
  if (!take(text, at, ">")) bad_declaration(text, at);
  return at;
}

void XmlEntities::declaration(std::string_view text, std::size_t& at) {
  if (take(text, at, "<!--")) return skip_past(text, at, "-->");
  if (take(text, at, "<?")) return skip_past(text, at, "?>");
  if (text[at] == '%') {
    const std::size_t start = at++;
    throw SyntaxError{
        "rdfxml-entity-parameter", start, {{"name", std::string(take_name(text, at))}}};
  }
  if (take(text, at, "<!ENTITY")) return entity(text, at);
  if (!text.substr(at).starts_with("<!")) bad_declaration(text, at);
  while (at < text.size() && text[at] != '>') {
    if (text[at] == '"' || text[at] == '\'')
      take_quoted(text, at);
    else
      ++at;
  }
  if (!take(text, at, ">")) bad_declaration(text, at);
}

void XmlEntities::entity(std::string_view text, std::size_t& at) {
  skip_blanks(text, at);
  const bool parameter = take(text, at, "%");
  skip_blanks(text, at);
  const std::string_view name = take_name(text, at);
  Entity entity;
  if (take_external(text, at, entity.text)) {
    entity.state = State::External;
    skip_blanks(text, at);
    if (take(text, at, "NDATA")) {
      skip_blanks(text, at);
      take_name(text, at);
    }
  } else {
    entity.text = take_quoted(text, at);
  }
  skip_blanks(text, at);
  if (!take(text, at, ">")) bad_declaration(text, at);
  // The first declaration counts; a parameter entity does no harm until it is used.
  if (!parameter) entities_.try_emplace(std::string(name), std::move(entity));
}

/// At '&' in what an entity was declared as.
bool XmlEntities::append_reference(std::string_view literal, std::size_t& at, std::string& data,
                                   std::size_t depth, State& trouble) {
  if (const char32_t character = character_reference(literal, at)) {
    // A character reference counts when the entity is declared: one to '&' begins another.
    if (character == '<') {
      trouble = State::Markup;
      return false;
    }
    if (character != '&') {
      append_utf8(data, character);
      return true;
    }
    const std::string rest = "&" + std::string(literal.substr(at, 12));
    std::size_t behind = 0;
    if (const char32_t escaped = character_reference(rest, behind)) {
      append_utf8(data, escaped);
      at += behind - 1;
      return true;
    }
    trouble = State::Markup;
    return false;
  }
  const std::size_t end = literal.find(';', at);
  const std::string_view name =
      end == npos ? std::string_view{} : literal.substr(at + 1, end - at - 1);
  at = end + 1;
  for (const Predefined& one : kPredefined) {
    if (one.name != name) continue;
    data += one.character;
    return true;
  }
  const auto found = entities_.find(name);
  trouble = State::Markup;
  if (end == npos || found == entities_.end()) return false;
  prepare(found->second, depth + 1);
  trouble = found->second.state;
  if (trouble != State::Ready) return false;
  data += found->second.text;
  return true;
}

void XmlEntities::prepare(Entity& entity, std::size_t depth) {
  if (entity.state == State::Open || (entity.state == State::Raw && depth > kDeepest))
    entity.state = State::TooLarge;
  if (entity.state != State::Raw) return;
  entity.state = State::Open;
  const std::string_view literal = entity.text;
  std::string data;
  State trouble = State::Ready;
  for (std::size_t at = 0; at < literal.size() && trouble == State::Ready;) {
    if (literal[at] == '&') {
      append_reference(literal, at, data, depth, trouble);
    } else if (literal[at] == '<') {
      trouble = State::Markup;
    } else {
      data += literal[at++];
    }
    if (data.size() > kLongest) trouble = State::TooLarge;
  }
  entity.state = trouble;
  if (trouble != State::Ready) return;
  entity.escaped = escape(data);
  entity.text = std::move(data);
}

const std::string& XmlEntities::replacement(std::string_view name, std::size_t offset) {
  Entity& entity = entities_.find(name)->second;
  prepare(entity, 1);
  const std::string shown(name);
  switch (entity.state) {
    case State::Ready:
      return entity.escaped;
    case State::External:
      throw SyntaxError{
          "rdfxml-entity-external", offset, {{"name", shown}, {"address", entity.text}}};
    case State::Markup:
      throw SyntaxError{"rdfxml-entity-markup", offset, {{"name", shown}}};
    default:
      throw SyntaxError{
          "rdfxml-entity-large", offset, {{"name", shown}, {"limit", std::to_string(kLongest)}}};
  }
}

}  // namespace pinakes::rdf
