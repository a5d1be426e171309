// One dataset in its forms: page, JSON, RDF.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <string>

#include "indexer/base/error.h"
#include "indexer/store/shown_dataset.h"
#include "server/http/conditional.h"
#include "server/http/handlers.h"
#include "server/http/negotiate.h"
#include "server/render/json.h"
#include "server/render/page_links.h"
#include "server/render/rdf.h"
#include "server/render/representations.h"

namespace pinakes {
namespace {
constexpr auto kRecordParams = std::to_array<std::string_view>({"lang"});
constexpr auto kFormParams = std::to_array<std::string_view>({"lang", "profile"});

/// Strong: this version of the record in this form, made by this program.
std::string record_tag(const Record& record, std::string_view form, std::string_view lang,
                       const Services& services) {
  return entity_tag(Strength::Strong, {record.id, std::to_string(record.version), record.changed,
                                       form, lang, services.fingerprint});
}

RdfProfile profile_of(const Params& params) {
  const std::string_view asked = parameter(params, "profile");
  if (asked.empty()) return RdfProfile::Catalogue;
  if (asked == "original") return RdfProfile::Original;
  throw Error(ErrorCode::BadRequest, "parameter 'profile' is '" + std::string(asked) + "'",
              "leave it out, or give 'original' for the description as its source sent it",
              "profile");
}

std::string form_address(const Record& record, const Representation& form) {
  return "/datasets/" + record.id + "." + std::string(form.extension);
}

/// The other forms as links (RFC 8288), so that a client finds them from any of them.
void link_forms(const Record& record, Response& response) {
  std::string links;
  for (const Representation& form : representations()) {
    if (!links.empty()) links += ", ";
    links += "<" + form_address(record, form) + ">; rel=\"alternate\"; type=\"" +
             std::string(form.media_type) + "\"";
  }
  response.set("Link", links);
}

Response json_form(const Request& request, const Services& services, const StoreReader& store,
                   const Record& record) {
  const std::string lang = api_language(request.params, services);
  const std::string tag = record_tag(record, "json", lang, services);
  if (auto unchanged = not_modified(request, tag)) return *std::move(unchanged);
  const Dataset dataset = shown_dataset(store.ntriples(record.number), record.iri);
  const RecordFacts facts{record, store.findings(record.number).size()};
  Response response =
      content(kJsonMediaType, record_json(facts, dataset, services.vocabularies, lang), tag);
  response.set("Content-Language", lang);
  return response;
}

Response rdf_form(const Request& request, const Services& services, const StoreReader& store,
                  const Record& record, const Representation& form) {
  const RdfProfile profile = profile_of(request.params);
  const std::string_view profile_name = profile == RdfProfile::Original ? "original" : "";
  const std::string tag =
      record_tag(record, std::string(form.extension) + std::string(profile_name), "", services);
  if (auto unchanged = not_modified(request, tag)) return *std::move(unchanged);
  // Turtle is UTF-8 by definition; naming it keeps browsers from guessing.
  const std::string type = std::string(form.media_type) +
                           (form.media_type.starts_with("text/") ? "; charset=utf-8" : "");
  return content(type, record_rdf(record, store.ntriples(record.number), *form.format, profile),
                 tag);
}

Response in_form(const Request& request, const Services& services, const StoreReader& store,
                 const Record& record, const Representation& form) {
  Response response;
  if (form.media_type == kHtmlMediaType) {
    const std::string lang = browser_language(request, services);
    response = redirect(303, dataset_href(lang, record.id));
    response.set("Vary", "Accept-Language");
  } else if (form.format != nullptr) {
    response = rdf_form(request, services, store, record, form);
  } else {
    response = json_form(request, services, store, record);
  }
  link_forms(record, response);
  return response;
}

std::string list_of_forms() {
  std::string out;
  for (const Representation& form : representations())
    out += (out.empty() ? "" : ", ") + std::string(form.media_type) + " (." +
           std::string(form.extension) + ")";
  return out;
}
}  // namespace

Response handle_api_record(const Request& request, const Match& match, const Services& services) {
  refuse_unknown(request.params, kRecordParams);
  const StoreReader store(services.data);
  const Record record = listed_record(store, match.path.at("id"));
  Response response = json_form(request, services, store, record);
  link_forms(record, response);
  return response;
}

Response handle_record_form(const Request& request, const Match& match, const Services& services) {
  refuse_unknown(request.params, kFormParams);
  const StoreReader store(services.data);
  const Record record = listed_record(store, match.path.at("id"));
  const Representation form = representation_of(match.extension);
  if (form.extension.empty())
    throw Error(ErrorCode::NotFound, "dataset '" + record.id + "' has no form '." +
                                         match.extension + "'; there are " + list_of_forms());
  return in_form(request, services, store, record, form);
}

Response handle_record(const Request& request, const Match& match, const Services& services) {
  refuse_unknown(request.params, kFormParams);
  const StoreReader store(services.data);
  const Record record = listed_record(store, match.path.at("id"));
  const std::vector<Representation> forms = representations();
  std::vector<std::string_view> types;
  for (const Representation& form : forms) types.push_back(form.media_type);
  const std::string_view best = best_media_type(request.header("Accept"), types);
  const auto form = std::ranges::find(forms, best, &Representation::media_type);
  if (form == forms.end())
    throw Error(ErrorCode::NotAcceptable,
                "dataset '" + record.id + "' is there as " + list_of_forms());
  Response response = in_form(request, services, store, record, *form);
  response.set("Vary", form->media_type == kHtmlMediaType ? "Accept, Accept-Language" : "Accept");
  return response;
}

Response handle_persistent(const Request&, const Match& match, const Services& services) {
  const StoreReader store(services.data);
  return redirect(303, "/datasets/" + listed_record(store, match.path.at("id")).id);
}

Response handle_dataset_page(const Request& request, const Match& match, const Services& services) {
  const std::string& lang = match.path.at("lang");
  const StoreReader store(services.data);
  const Record record = listed_record(store, match.path.at("id"));
  const std::string tag = record_tag(record, "html", lang, services);
  Response response;
  if (auto unchanged = not_modified(request, tag)) {
    response = *std::move(unchanged);
  } else {
    const Dataset dataset = shown_dataset(store.ntriples(record.number), record.iri);
    const PageContext context{lang, "datasets/" + record.id, {}, services.base_url, request.id};
    response =
        content("text/html; charset=utf-8", services.html.dataset(context, record, dataset), tag);
    response.set("Content-Language", lang);
  }
  link_forms(record, response);
  return response;
}

}  // namespace pinakes
