// Percent-decoding and query strings, strict about UTF-8.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/url.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <random>

#include "indexer/base/error.h"
#include "indexer/base/text.h"

namespace pinakes {
namespace {
constexpr std::size_t kMaxParams = 200;

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.' || c == '_' || c == '~';
}

bool forbidden_control(char c) {
  return (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r') ||
         c == '\x7f';
}

/// A name that can stand in a message whatever was sent.
std::string printable(std::string_view name) {
  std::string out;
  for (char c : name.substr(0, 60))
    out += static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) > 0x7e ? '?' : c;
  return out;
}

void check_text(std::string_view name, std::string_view text) {
  const std::string shown = printable(name);
  if (find_invalid_utf8(text) != std::string_view::npos)
    throw Error(ErrorCode::BadRequest, "parameter '" + shown + "' is not valid UTF-8",
                "encode the address as UTF-8, then percent-encode it", shown);
  if (std::ranges::any_of(text, forbidden_control))
    throw Error(ErrorCode::BadRequest, "parameter '" + shown + "' holds a control character", {},
                shown);
}
}  // namespace

std::string percent_decode(std::string_view text, Plus plus) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int high = text[i] == '%' && i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
    const int low = high >= 0 ? hex_value(text[i + 2]) : -1;
    if (low >= 0) {
      out += static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      out += text[i] == '+' && plus == Plus::Space ? ' ' : text[i];
    }
  }
  return out;
}

Params parse_query(std::string_view query) {
  Params params;
  while (!query.empty()) {
    const std::size_t end = std::min(query.find('&'), query.size());
    const std::string_view part = query.substr(0, end);
    query.remove_prefix(std::min(end + 1, query.size()));
    const std::size_t equals = std::min(part.find('='), part.size());
    std::string name = percent_decode(part.substr(0, equals), Plus::Space);
    if (name.empty()) continue;
    std::string value = percent_decode(part.substr(std::min(equals + 1, part.size())), Plus::Space);
    check_text(name, name);
    check_text(name, value);
    params.emplace_back(std::move(name), std::move(value));
    if (params.size() > kMaxParams)
      throw Error(ErrorCode::BadRequest, "more than 200 parameters in one address");
  }
  return params;
}

std::string longest_parameter(std::string_view query) {
  std::string_view longest;
  while (!query.empty()) {
    const std::size_t end = std::min(query.find('&'), query.size());
    if (end > longest.size()) longest = query.substr(0, end);
    query.remove_prefix(std::min(end + 1, query.size()));
  }
  return printable(percent_decode(longest.substr(0, longest.find('=')), Plus::Space));
}

Request make_request(Method method, std::string_view target, Headers headers) {
  Request request;
  request.method = method;
  const std::size_t question = std::min(target.find('?'), target.size());
  request.path = percent_decode(target.substr(0, question), Plus::Literal);
  if (question < target.size()) request.query = target.substr(question + 1);
  request.headers = std::move(headers);
  return request;
}

std::string request_id(const Request& request) {
  const std::string_view sent = request.header("X-Request-Id");
  const auto sane = [](char c) { return unreserved(c) && c != '~'; };
  if (!sent.empty() && sent.size() <= 64 && std::ranges::all_of(sent, sane))
    return std::string(sent);
  thread_local std::mt19937_64 generator{std::random_device{}()};
  std::array<char, 17> text{};
  std::snprintf(text.data(), text.size(), "%016llx", static_cast<unsigned long long>(generator()));
  return text.data();
}

}  // namespace pinakes
