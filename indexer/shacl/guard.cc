// Recognises the guard by its tokens, whatever its layout, prefixes and variable.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/shacl/guard.h"

#include <array>
#include <cstddef>
#include <vector>

#include "indexer/base/text_map.h"
#include "schemas/namespaces.h"

namespace pinakes::shacl {
namespace {

constexpr std::string_view kBlank = " \t\r\n", kSingle = "{}()";

std::vector<std::string_view> tokens_of(std::string_view query) {
  std::vector<std::string_view> tokens;
  while (!query.empty() && tokens.size() < 100) {
    std::size_t end = query.find_first_not_of(kBlank);
    if (end == std::string_view::npos) break;
    query.remove_prefix(end);
    if (query.front() == '#') {
      query.remove_prefix(std::min(query.find('\n'), query.size()));
      continue;
    }
    end = 1;
    if (kSingle.find(query.front()) == std::string_view::npos)
      while (end < query.size() && (kBlank.find(query[end]) == std::string_view::npos) &&
             kSingle.find(query[end]) == std::string_view::npos)
        ++end;
    tokens.push_back(query.substr(0, end));
    query.remove_prefix(end);
  }
  return tokens;
}

bool same_word(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if ((a[i] | 0x20) != (b[i] | 0x20)) return false;
  return true;
}

std::string expand(std::string_view token, const TextMap<std::string>& prefixes) {
  if (token == "a") return std::string(rdf_ns::kType);
  if (token.starts_with('<') && token.ends_with('>'))
    return std::string(token.substr(1, token.size() - 2));
  const std::size_t colon = token.find(':');
  if (colon == std::string_view::npos) return {};
  const auto prefix = prefixes.find(token.substr(0, colon + 1));
  if (prefix == prefixes.end()) return {};
  return prefix->second + std::string(token.substr(colon + 1));
}

}  // namespace

std::optional<std::string> class_of_guard(std::string_view query) {
  const std::vector<std::string_view> tokens = tokens_of(query);
  TextMap<std::string> prefixes;
  std::size_t at = 0;
  for (; at + 2 < tokens.size() && same_word(tokens[at], "prefix"); at += 3)
    prefixes[std::string(tokens[at + 1])] = expand(tokens[at + 2], {});
  // '*': whatever stands there.
  constexpr std::array<std::string_view, 13> kForm = {
      "select", "$this", "where", "{", "filter", "not", "exists", "{", "*", "*", "*", "}", "}"};
  if (tokens.size() - at != kForm.size()) return std::nullopt;
  for (std::size_t i = 0; i < kForm.size(); ++i)
    if (kForm[i] != "*" && !same_word(kForm[i], tokens[at + i])) return std::nullopt;
  const std::string_view variable = tokens[at + 8];
  if (!variable.starts_with('?') || expand(tokens[at + 9], prefixes) != rdf_ns::kType)
    return std::nullopt;
  std::string type = expand(tokens[at + 10], prefixes);
  return type.empty() ? std::nullopt : std::optional(std::move(type));
}

}  // namespace pinakes::shacl
