// The rules of the guard, on plain headers, so that they are tested without a socket.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/guard.h"

#include <algorithm>
#include <array>
#include <vector>

#include "indexer/base/text.h"

namespace pinakes {
namespace {
// cpp-httplib tells the peer's address through headers of these names and lets a client send them
// too; nothing here believes them, but a request that forges them has nothing good in mind.
constexpr auto kForged =
    std::to_array<std::string_view>({"REMOTE_ADDR", "REMOTE_PORT", "LOCAL_ADDR", "LOCAL_PORT"});

bool same(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](char x, char y) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : int{c}; };
    return lower(x) == lower(y);
  });
}

std::vector<std::string_view> all(const Headers& headers, std::string_view name) {
  std::vector<std::string_view> out;
  for (const auto& [key, value] : headers)
    if (same(key, name)) out.emplace_back(value);
  return out;
}

bool is_number(std::string_view text) {
  return !text.empty() && text.size() <= 18 &&
         std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

Refusal bad(std::string detail) { return {"bad-request", std::move(detail)}; }
}  // namespace

bool announces_body(const Headers& headers) {
  return std::ranges::any_of(all(headers, "Content-Length"),
                             [](std::string_view length) { return trim(length) != "0"; }) ||
         !all(headers, "Transfer-Encoding").empty();
}

std::optional<Refusal> guard(const Headers& headers, std::string_view version) {
  for (std::string_view name : kForged)
    if (!all(headers, name).empty())
      return bad("header " + std::string(name) + " is the server's own");
  const auto lengths = all(headers, "Content-Length");
  if (!all(headers, "Transfer-Encoding").empty())
    return bad("requests with Transfer-Encoding are not taken; send Content-Length");
  if (lengths.size() > 1) return bad("more than one Content-Length");
  if (!lengths.empty() && !is_number(trim(lengths.front())))
    return bad("Content-Length is no number");
  if (!all(headers, "Content-Encoding").empty())
    return Refusal{"unsupported-media-type", "compressed request bodies are not taken"};
  const auto hosts = all(headers, "Host");
  if (hosts.size() > 1) return bad("more than one Host");
  if (hosts.empty() && version == "HTTP/1.1") return bad("the Host header is missing");
  const auto ranges = all(headers, "Range");
  if (ranges.size() > 1 || (!ranges.empty() && ranges.front().find(',') != std::string_view::npos))
    return bad("more than one range");
  for (const auto& [name, value] : headers)
    if (value.find('\0') != std::string::npos || name.find('\0') != std::string::npos)
      return bad("a header holds a NUL byte");
  return std::nullopt;
}

}  // namespace pinakes
