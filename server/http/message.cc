// Header access of requests and responses.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/message.h"

#include <algorithm>

namespace pinakes {
namespace {
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same_name(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, {}, lower, lower);
}

std::string_view find(const Headers& headers, std::string_view name) {
  for (const auto& [key, value] : headers)
    if (same_name(key, name)) return value;
  return {};
}
}  // namespace

std::string_view Request::header(std::string_view name) const { return find(headers, name); }

void Response::set(std::string_view name, std::string_view value) {
  for (auto& [key, old] : headers) {
    if (same_name(key, name)) {
      old = value;
      return;
    }
  }
  headers.emplace_back(name, value);
}

std::string_view Response::header(std::string_view name) const { return find(headers, name); }

}  // namespace pinakes
