// Finds the route, calls its handler, puts on what every answer has: encoding, caching, security.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/dispatch.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <optional>

#include "indexer/base/error.h"
#include "indexer/base/text.h"
#include "server/http/compress.h"
#include "server/http/conditional.h"
#include "server/http/handlers.h"
#include "server/http/negotiate.h"
#include "server/http/problem.h"
#include "server/http/sentences.h"
#include "server/http/url.h"

namespace pinakes {
namespace {
using Clock = std::chrono::steady_clock;

constexpr std::string_view kMethods = "GET, HEAD, OPTIONS";
constexpr std::string_view kHtml = "text/html";

// No style or script but our own files, no framing, no plugins: web/ needs nothing else.
constexpr std::string_view kContentSecurityPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'; require-trusted-types-for 'script'";

struct Found {
  const Route* route = nullptr;
  Match match;
};

/// The first row that fits; a path under /api/ that none fits is still the API's.
Found find_route(const Request& request, const Services& services) {
  Found found;
  for (const Route& route : routes()) {
    if (fits(route.pattern, request.path, services.html.languages(), found.match)) {
      found.route = &route;
      return found;
    }
  }
  return found;
}

Surface surface_of(const Request& request, const Found& found) {
  if (found.route != nullptr) return found.route->surface;
  return request.path.starts_with("/api/") ? Surface::Api : Surface::Service;
}

bool is_open(Surface surface) { return surface == Surface::Api || surface == Surface::Data; }

/// The `lang` of a query that may be too long or too odd to be parsed; empty if there is none.
std::string_view asked_language(std::string_view query) {
  constexpr std::string_view kName = "lang=";
  while (!query.empty()) {
    const std::string_view part = query.substr(0, query.find('&'));
    if (part.starts_with(kName)) return part.substr(kName.size());
    query.remove_prefix(std::min(part.size() + 1, query.size()));
  }
  return {};
}

/// The language of an error: of the page, of the `lang` parameter, else of the configuration.
std::string error_language(const Request& request, const Found& found, Surface surface,
                           const Services& services) {
  const auto& languages = services.html.languages();
  const auto known = [&](std::string_view lang) {
    return std::ranges::find(languages, lang) != languages.end();
  };
  if (const auto named = found.match.path.find("lang"); named != found.match.path.end())
    return named->second;
  // The path of an unknown page may still say the language.
  const std::string_view first =
      std::string_view(request.path).substr(request.path.empty() ? 0 : 1);
  const std::string_view segment = first.substr(0, first.find('/'));
  if (known(segment)) return std::string(segment);
  std::string asked = parse_language_tag(asked_language(request.query)).primary;
  if (known(asked)) return asked;
  return surface == Surface::Api ? services.default_lang : browser_language(request, services);
}

/// Pages answer with pages; elsewhere a client gets one if it wants HTML more than JSON.
bool wants_page(const Request& request, Surface surface) {
  if (surface == Surface::Page) return true;
  if (surface == Surface::Api) return false;
  const std::string_view accept = request.header("Accept");
  return !accept.empty() &&
         media_quality(accept, kHtml) > media_quality(accept, "application/json");
}

std::string page_path(std::string_view path, std::string_view lang) {
  const std::string prefix = "/" + std::string(lang) + "/";
  return path.starts_with(prefix) ? std::string(path.substr(prefix.size())) : std::string();
}

/// What an operator has to mend is told in full at /health/ready only: a reader can run no command,
/// and paths of the server are no business of the internet.
Problem for_readers(Problem problem, std::string_view lang) {
  const ProblemType& type = problem_type(problem.name);
  if (type.status != problem_type("index-missing").status || type.name == "busy") return problem;
  problem.detail = type.explanation.in(lang);
  problem.hint = "whoever runs this catalogue finds the command to run at /health/ready";
  return problem;
}

Response failure(Problem problem, const Request& request, const Found& found,
                 const Services& services) {
  const Surface surface = surface_of(request, found);
  const std::string lang = error_language(request, found, surface, services);
  if (surface != Surface::Service) problem = for_readers(std::move(problem), lang);
  problem = in_language(std::move(problem), lang);
  const bool well_formed = find_invalid_utf8(request.path) == std::string_view::npos;
  if (well_formed && wants_page(request, surface)) {
    try {
      const PageContext context{
          lang, page_path(request.path, lang), {}, services.base_url, request.id};
      Response response;
      response.status = problem.status;
      response.type = "text/html; charset=utf-8";
      // Without a detail the page explains the status in its own words.
      response.body = services.html.error(context, problem.status, problem.detail, problem.hint);
      response.headers = problem.headers;
      response.set("Content-Language", lang);
      return response;
    } catch (const std::exception&) {
      // Without its template the page cannot be made; JSON always can.
    }
  }
  return problem_json(problem, request.path, request.id, lang);
}

/// Throws for a path that nothing can be at.
void check_address(const Request& request) {
  if (find_invalid_utf8(request.path) != std::string_view::npos ||
      std::ranges::any_of(
          request.path, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == '\x7f'; }))
    throw Error(ErrorCode::BadRequest, "the path is not plain UTF-8 text");
}

Response options(Surface surface) {
  Response response;
  response.status = 204;
  response.set("Allow", kMethods);
  if (is_open(surface)) {
    response.set("Access-Control-Allow-Methods", kMethods);
    response.set("Access-Control-Allow-Headers", "Accept, If-None-Match, X-Request-Id");
    response.set("Access-Control-Max-Age", "86400");
  }
  return response;
}

/// Everything but what every answer has. May throw.
Response answer(const Request& request, const Found& found, const Services& services) {
  check_address(request);
  if (found.route == nullptr)
    throw Error(ErrorCode::NotFound, "there is nothing at " + request.path);
  if (request.method == Method::Options) return options(found.route->surface);
  if (request.method != Method::Get && request.method != Method::Head)
    throw Error(ErrorCode::MethodNotAllowed,
                "this address takes " + std::string(kMethods) + " only");
  return found.route->handle(request, found.match, services);
}

/// A 414 that names the longest parameter, if there is one.
Problem too_long(const Request& request) {
  Problem problem;
  problem.name = "uri-too-long";
  problem.status = problem_type(problem.name).status;
  const std::string name = longest_parameter(request.query);
  if (name.empty()) return problem;
  problem.detail = "the address is longer than " + std::to_string(kMaxTarget) +
                   " bytes, most of them in parameter '" + name + "'";
  problem.errors.push_back({name, problem.detail});
  return problem;
}

std::optional<Problem> refusal(const Request& request) {
  if (request.path.size() + request.query.size() <= kMaxTarget) return std::nullopt;
  return too_long(request);
}

/// Never throws: this is the one place of the server where exceptions end.
Response guarded(Request& request, const Found& found, const Services& services) {
  try {
    if (const auto refused = refusal(request)) return failure(*refused, request, found, services);
    if (request.params.empty() && !request.query.empty())
      request.params = parse_query(request.query);
    return answer(request, found, services);
  } catch (const Error& error) {
    Problem problem = problem_of(error);
    if (error.code() == ErrorCode::MethodNotAllowed)
      problem.headers.emplace_back("Allow", kMethods);
    return failure(problem, request, found, services);
  } catch (const std::exception&) {
    return failure(internal_problem(), request, found, services);
  }
}

void add_vary(Response& response, std::string_view name) {
  const std::string_view old = response.header("Vary");
  response.set("Vary",
               old.empty() ? std::string(name) : std::string(old) + ", " + std::string(name));
}

void encode_body(const Request& request, Response& response) {
  if (response.type.empty() || !is_compressible(response.type)) return;
  add_vary(response, "Accept-Encoding");
  if (response.body.size() < kCompressFrom || !response.header("Content-Encoding").empty() ||
      !accepts_gzip(request.header("Accept-Encoding")))
    return;
  response.body = gzip(response.body, Effort::Fast);
  response.set("Content-Encoding", "gzip");
  if (const std::string tag(response.header("ETag")); !tag.empty())
    response.set("ETag", gzip_tag(tag));
}

void secure(const Request& request, Surface surface, Response& response) {
  response.set("Content-Security-Policy", kContentSecurityPolicy);
  response.set("X-Content-Type-Options", "nosniff");
  // A search may tell what somebody suffers from: no other site learns the address.
  response.set("Referrer-Policy", "same-origin");
  response.set("Cross-Origin-Opener-Policy", "same-origin");
  response.set("Cross-Origin-Resource-Policy", is_open(surface) ? "cross-origin" : "same-origin");
  response.set("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
  if (is_open(surface) && (request.method == Method::Get || request.method == Method::Head ||
                           request.method == Method::Options)) {
    response.set("Access-Control-Allow-Origin", "*");
    response.set("Access-Control-Expose-Headers", "ETag, Link, Retry-After, X-Request-Id");
  }
}

std::string milliseconds(Clock::duration time) {
  const double ms = std::chrono::duration<double, std::milli>(time).count();
  std::array<char, 32> text{};
  const auto end =
      std::to_chars(text.data(), text.data() + text.size(), ms, std::chars_format::fixed, 2).ptr;
  return {text.data(), end};
}

void finish(const Request& request, Surface surface, Clock::time_point start, Response& response) {
  if (response.header("Cache-Control").empty())
    response.set("Cache-Control",
                 response.status >= 400 ? "no-store" : "public, max-age=0, must-revalidate");
  if (response.status == 304) add_vary(response, "Accept-Encoding");
  encode_body(request, response);
  secure(request, surface, response);
  response.set("X-Request-Id", request.id);
  response.set("Server-Timing", "total;dur=" + milliseconds(Clock::now() - start));
  if (request.method == Method::Head) {
    response.set("Content-Length", std::to_string(response.body.size()));
    response.body.clear();
  }
}
}  // namespace

Response dispatch(const Request& sent, const Services& services) {
  const Clock::time_point start = Clock::now();
  Request request = sent;
  if (request.id.empty()) request.id = request_id(sent);
  const Found found = find_route(request, services);
  Response response = guarded(request, found, services);
  finish(request, surface_of(request, found), start, response);
  return response;
}

Response refuse(const Request& request, std::string_view problem, std::string detail) {
  const Clock::time_point start = Clock::now();
  Problem what;
  what.name = problem;
  what.status = problem_type(problem).status;
  what.detail = std::move(detail);
  if (problem == "uri-too-long") what = too_long(request);
  Request named = request;
  if (named.id.empty()) named.id = request_id(request);
  Response response = problem_json(what, named.path, named.id, "en");
  finish(named, Surface::Service, start, response);
  return response;
}

}  // namespace pinakes
