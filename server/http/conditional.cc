// Tags are hashes; a 304 costs no search.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/conditional.h"

#include <algorithm>

#include "indexer/base/text.h"
#include "server/http/negotiate.h"

namespace pinakes {
namespace {
std::string_view opaque(std::string_view tag) {
  return tag.starts_with("W/") ? tag.substr(2) : tag;
}

bool lists(std::string_view header, std::string_view tag) {
  while (!header.empty()) {
    const std::size_t end = std::min(header.find(','), header.size());
    const std::string_view member = trim(header.substr(0, end));
    if (member == "*" || opaque(member) == opaque(tag)) return true;
    header.remove_prefix(std::min(end + 1, header.size()));
  }
  return false;
}
}  // namespace

std::string entity_tag(Strength strength, std::initializer_list<std::string_view> parts) {
  std::string all;
  for (std::string_view part : parts) {
    all += std::to_string(part.size());
    all += ':';
    all += part;
  }
  const std::string tag = '"' + sha256_hex(all).substr(0, 24) + '"';
  return strength == Strength::Weak ? "W/" + tag : tag;
}

std::string gzip_tag(std::string_view tag) {
  if (tag.empty() || tag.starts_with("W/")) return std::string(tag);
  return std::string(tag.substr(0, tag.size() - 1)) + "-gzip\"";
}

std::optional<Response> not_modified(const Request& request, std::string_view tag) {
  const std::string_view asked = request.header("If-None-Match");
  if (asked.empty()) return std::nullopt;
  std::string matched;
  if (accepts_gzip(request.header("Accept-Encoding")) && lists(asked, gzip_tag(tag)))
    matched = gzip_tag(tag);
  else if (lists(asked, tag))
    matched = tag;
  if (matched.empty()) return std::nullopt;
  Response response;
  response.status = 304;
  response.set("ETag", matched);
  return response;
}

}  // namespace pinakes
