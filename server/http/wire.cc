// Writes the head of a response.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/wire.h"

#include <array>
#include <cstdio>
#include <ctime>

#include "server/http/problem.h"

namespace pinakes {
namespace {
struct Reason {
  int status;
  std::string_view phrase;
};
constexpr auto kReasons = std::to_array<Reason>({{200, "OK"},
                                                 {204, "No Content"},
                                                 {302, "Found"},
                                                 {303, "See Other"},
                                                 {304, "Not Modified"},
                                                 {308, "Permanent Redirect"}});

std::string_view reason_of(int status) {
  for (const Reason& reason : kReasons)
    if (reason.status == status) return reason.phrase;
  for (const ProblemType& type : problem_types())
    if (type.status == status) return type.title.en;
  return {};
}

/// IMF-fixdate (RFC 9110 section 5.6.7), whatever the locale.
std::string date_now() {
  constexpr std::array kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                               "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::time_t now = std::time(nullptr);
  std::tm utc{};
  gmtime_r(&now, &utc);
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%s, %02d %s %04d %02d:%02d:%02d GMT",
                kDays.at(static_cast<std::size_t>(utc.tm_wday)), utc.tm_mday,
                kMonths.at(static_cast<std::size_t>(utc.tm_mon)), utc.tm_year + 1900, utc.tm_hour,
                utc.tm_min, utc.tm_sec);
  return text.data();
}

void add(std::string& out, std::string_view name, std::string_view value) {
  out += name;
  out += ": ";
  for (char c : value) out += static_cast<unsigned char>(c) < 0x20 && c != '\t' ? ' ' : c;
  out += "\r\n";
}
}  // namespace

std::string response_head(const Response& response, AfterAnswer after) {
  std::string out = "HTTP/1.1 " + std::to_string(response.status) + " ";
  out += reason_of(response.status);
  out += "\r\n";
  add(out, "Date", date_now());
  if (!response.type.empty()) add(out, "Content-Type", response.type);
  for (const auto& [name, value] : response.headers) add(out, name, value);
  // RFC 9110 section 8.6: none for 204 and 304; dispatch() states that of a HEAD.
  const bool bodiless = response.status == 204 || response.status == 304;
  if (!bodiless && response.header("Content-Length").empty())
    add(out, "Content-Length", std::to_string(response.body.size()));
  if (after == AfterAnswer::Close) add(out, "Connection", "close");
  out += "\r\n";
  return out;
}

}  // namespace pinakes
