// What several handlers need: parameters, languages, records, plain answers.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>
#include <vector>

#include "indexer/base/error.h"
#include "indexer/base/text.h"
#include "server/http/handlers.h"
#include "server/http/negotiate.h"

namespace pinakes {

Response content(std::string_view type, std::string body, std::string_view tag) {
  Response response;
  response.type = type;
  response.body = std::move(body);
  if (!tag.empty()) response.set("ETag", tag);
  return response;
}

Response redirect(int status, std::string_view location) {
  Response response;
  response.status = status;
  response.set("Location", location);
  return response;
}

std::string_view parameter(const Params& params, std::string_view name) {
  for (const auto& [key, value] : params)
    if (key == name) return value;
  return {};
}

void refuse_repeated(const Params& params) {
  std::vector<std::string_view> twice;
  for (std::size_t i = 0; i < params.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (params[i].first == params[j].first) twice.push_back(params[i].first);
  if (twice.empty()) return;
  for (const SearchParam& known : search_params())
    if (!known.repeated && std::ranges::find(twice, known.name) != twice.end())
      throw Error(ErrorCode::BadRequest, "parameter '" + known.name + "' is given more than once",
                  "give it once", known.name);
}

void refuse_unknown(const Params& params, std::span<const std::string_view> known) {
  for (std::size_t i = 0; i < params.size(); ++i) {
    const std::string& name = params[i].first;
    if (std::ranges::find(known, name) == known.end()) {
      const std::string_view near = nearest(name, known);
      throw Error(ErrorCode::BadRequest, "there is no parameter '" + name + "'",
                  near.empty() ? std::string() : "did you mean '" + std::string(near) + "'?", name);
    }
    for (std::size_t j = 0; j < i; ++j)
      if (params[j].first == name)
        throw Error(ErrorCode::BadRequest, "parameter '" + name + "' is given more than once",
                    "give it once", name);
  }
}

std::string api_language(const Params& params, const Services& services) {
  const std::string_view asked = parameter(params, "lang");
  if (asked.empty()) return services.default_lang;
  const std::string primary = parse_language_tag(asked).primary;
  const bool letters = primary.size() >= 2 && primary.size() <= 3 &&
                       std::ranges::all_of(primary, [](char c) { return c >= 'a' && c <= 'z'; });
  if (!letters)
    throw Error(ErrorCode::BadRequest, "parameter 'lang' is no language tag",
                "give a BCP 47 tag such as en or fr", "lang");
  return primary;
}

std::string browser_language(const Request& request, const Services& services) {
  return best_language(request.header("Accept-Language"), services.html.languages(),
                       services.default_lang);
}

Record listed_record(const StoreReader& store, std::string_view id) {
  std::optional<Record> record = store.find(id);
  if (!record)
    throw Error(ErrorCode::NotFound, "there is no dataset '" + std::string(id) + "'",
                "search for its title or its identifier");
  if (!record->withdrawn.empty())
    throw Error(ErrorCode::Gone, "dataset '" + record->id + "' was withdrawn by its source '" +
                                     record->source + "' on " + record->withdrawn.substr(0, 10));
  return *std::move(record);
}

}  // namespace pinakes
