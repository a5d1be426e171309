// Health, version, static files, robots, and the pages that problem types point to.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>
#include <string>

#include "indexer/base/error.h"
#include "server/http/conditional.h"
#include "server/http/handlers.h"
#include "server/http/negotiate.h"
#include "server/http/problem.h"
#include "server/render/representations.h"

namespace pinakes {
namespace {
using Json = nlohmann::ordered_json;

constexpr std::string_view kRobots =
    "User-agent: *\n"
    "Disallow: /api/\n"
    "Disallow: /*/datasets?\n";

Response json_answer(const Json& body) {
  return content(kJsonMediaType, body.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n",
                 {});
}

Response uncached(Response response) {
  response.set("Cache-Control", "no-store");
  return response;
}

Response file_answer(const Request& request, const StaticFile& file, std::string_view caching) {
  Response response;
  if (auto unchanged = not_modified(request, file.tag)) {
    response = *std::move(unchanged);
  } else {
    response = content(file.type, {}, file.tag);
    if (!file.gzip.empty() && accepts_gzip(request.header("Accept-Encoding"))) {
      response.body = file.gzip;
      response.set("Content-Encoding", "gzip");
      response.set("ETag", gzip_tag(file.tag));
    } else {
      response.body = file.body;
    }
  }
  response.set("Cache-Control", caching);
  return response;
}

Json problem_json_of(const ProblemType& type, std::string_view lang) {
  return {{"type", "/problems/" + std::string(type.name)},
          {"title", type.title.in(lang)},
          {"status", type.status},
          {"explanation", type.explanation.in(lang)}};
}
}  // namespace

Response handle_live(const Request&, const Match&, const Services&) {
  return uncached(json_answer({{"status", "live"}}));
}

Response handle_ready(const Request&, const Match&, const Services& services) {
  const IndexStatus status = services.search.status();
  if (status.revision.empty())
    throw Error(ErrorCode::IndexMissing, "there is no index yet",
                "run: pinakes-indexer ingest --data " + services.data.string() + " PATH...");
  return uncached(json_answer({{"status", "ready"},
                               {"datasets", status.datasets},
                               {"sequence", status.sequence},
                               {"revision", status.revision},
                               {"updated", status.updated}}));
}

Response handle_version(const Request&, const Match&, const Services& services) {
  return json_answer({{"name", "pinakes"},
                      {"version", PINAKES_VERSION},
                      {"fingerprint", services.fingerprint},
                      {"languages", services.html.languages()}});
}

Response handle_robots(const Request&, const Match&, const Services&) {
  return content("text/plain; charset=utf-8", std::string(kRobots), {});
}

Response handle_static(const Request& request, const Match& match, const Services& services) {
  const StaticFile* file = services.files.find(match.path.at("path"));
  if (file == nullptr)
    throw Error(ErrorCode::NotFound, "there is no file '" + match.path.at("path") + "'");
  // Only an address that changes with the content may be kept for ever.
  const bool pinned = parameter(request.params, "v") == file->hash;
  return file_answer(
      request, *file,
      pinned ? "public, max-age=31536000, immutable" : "public, max-age=0, must-revalidate");
}

Response handle_favicon(const Request& request, const Match& match, const Services& services) {
  const StaticFile* file = services.files.find("style/icon." + match.extension);
  // Browsers ask for favicon.ico whatever the page says; a drawing serves them as well.
  if (file == nullptr) file = services.files.find("style/icon.svg");
  if (file == nullptr) throw Error(ErrorCode::NotFound, "this site has no icon");
  return file_answer(request, *file, "public, max-age=86400");
}

Response handle_problem_list(const Request& request, const Match&, const Services& services) {
  const std::string lang = api_language(request.params, services);
  Json list = Json::array();
  for (const ProblemType& type : problem_types()) list.push_back(problem_json_of(type, lang));
  return json_answer({{"problems", std::move(list)}});
}

Response handle_problem(const Request& request, const Match& match, const Services& services) {
  const std::string lang = api_language(request.params, services);
  const ProblemType& type = problem_type(match.path.at("name"));
  if (type.name != match.path.at("name"))
    throw Error(ErrorCode::NotFound, "there is no problem type '" + match.path.at("name") + "'",
                "see /problems");
  return json_answer(problem_json_of(type, lang));
}

}  // namespace pinakes
