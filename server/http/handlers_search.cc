// Searches: the API and the results page ask the same question and differ in how they print it.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>

#include "indexer/base/error.h"
#include "server/http/conditional.h"
#include "server/http/handlers.h"
#include "server/render/json.h"
#include "server/render/page_links.h"

namespace pinakes {
namespace {
constexpr std::size_t kRecent = 6;       // newest datasets on the home page
constexpr std::size_t kHomeValues = 24;  // values of each entry list on the home page

void check_length(const Params& params) {
  const std::string_view text = parameter(params, "q");
  if (text.size() > kMaxQueryBytes)
    throw Error(ErrorCode::BadRequest,
                "parameter 'q' has " + std::to_string(text.size()) + " bytes, at most " +
                    std::to_string(kMaxQueryBytes) + " are taken",
                "search with fewer words", "q");
}

SearchRequest parse(const Params& params, std::string_view default_lang) {
  refuse_repeated(params);
  check_length(params);
  return parse_search(params, default_lang);
}

/// Weak: the same search on the same catalogue. It costs no search to make.
std::string search_tag(const SearchRequest& request, std::string_view form,
                       const Services& services) {
  std::string counted;
  for (const Field* field : request.facets) {
    counted += field->name;
    counted += ' ';
  }
  return entity_tag(Strength::Weak,
                    {services.search.status().revision, request.canonical(), request.lang,
                     request.cursor, sort_param(request.sort), std::to_string(request.page),
                     std::to_string(request.page_size), counted, form, services.fingerprint});
}

Params without_language(const Params& params) {
  Params out;
  std::ranges::remove_copy_if(params, std::back_inserter(out),
                              [](const auto& param) { return param.first == "lang"; });
  return out;
}

PageContext page_context(const Request& request, std::string_view lang, std::string path,
                         const Services& services, std::string query = {}) {
  return {std::string(lang), std::move(path), std::move(query), services.base_url, request.id};
}

Response page(std::string body, std::string_view lang, std::string_view tag) {
  Response response = content("text/html; charset=utf-8", std::move(body), tag);
  response.set("Content-Language", lang);
  return response;
}
}  // namespace

Response handle_api_search(const Request& request, const Match&, const Services& services) {
  const SearchRequest search = parse(request.params, services.default_lang);
  const std::string tag = search_tag(search, "json", services);
  if (auto unchanged = not_modified(request, tag)) return *std::move(unchanged);
  const SearchResult result = services.search.search(search);
  const SearchAddresses addresses = search_addresses(search, result);
  Response response = content("application/json", search_json(search, result, addresses), tag);
  response.set("Content-Language", search.lang);
  std::string links;
  for (const auto& [relation, address] : addresses.links()) {
    if (!links.empty()) links += ", ";
    links += "<" + address + ">; rel=\"" + std::string(relation) + "\"";
  }
  if (!links.empty()) response.set("Link", links);
  return response;
}

Response handle_results_page(const Request& request, const Match& match, const Services& services) {
  const std::string& lang = match.path.at("lang");
  SearchRequest search = parse(without_language(request.params), lang);
  search.lang = lang;
  const std::string tag = search_tag(search, "html", services);
  if (auto unchanged = not_modified(request, tag)) return *std::move(unchanged);
  const SearchResult result = services.search.search(search);
  const PageContext context =
      page_context(request, lang, "datasets", services, query_string(page_params(search)));
  return page(services.html.results(context, search, result), lang, tag);
}

Response handle_home(const Request& request, const Match& match, const Services& services) {
  const std::string& lang = match.path.at("lang");
  HtmlRenderer::HomeFacts facts;
  facts.status = services.search.status();
  const std::string tag =
      entity_tag(Strength::Weak, {facts.status.revision, "home", lang, services.fingerprint});
  if (auto unchanged = not_modified(request, tag)) return *std::move(unchanged);
  SearchRequest recent = parse_search({{"sort", "-modified"}, {"facets", "none"}}, lang);
  recent.lang = lang;
  recent.page_size = kRecent;
  facts.recent = services.search.search(recent).hits;
  facts.categories = services.search.facet(*find_field("health_category"), lang, kHomeValues);
  facts.holders = services.search.facet(*find_field("holder"), lang, kHomeValues);
  facts.countries = services.search.facet(*find_field("spatial"), lang, kHomeValues);
  return page(services.html.home(page_context(request, lang, {}, services), facts), lang, tag);
}

Response handle_language(const Request&, const Match& match, const Services&) {
  return redirect(308, "/" + match.path.at("lang") + "/");
}

Response handle_root(const Request& request, const Match&, const Services& services) {
  Response response = redirect(302, "/" + browser_language(request, services) + "/");
  response.set("Vary", "Accept-Language");
  return response;
}

}  // namespace pinakes
