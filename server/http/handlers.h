// The handlers that the route table names, and what several of them need.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "indexer/store/store.h"
#include "server/http/message.h"
#include "server/http/routes.h"
#include "server/render/html.h"

namespace pinakes {

Response handle_root(const Request& request, const Match& match, const Services& services);
Response handle_home(const Request& request, const Match& match, const Services& services);
Response handle_language(const Request& request, const Match& match, const Services& services);
Response handle_results_page(const Request& request, const Match& match, const Services& services);
Response handle_dataset_page(const Request& request, const Match& match, const Services& services);

Response handle_api_search(const Request& request, const Match& match, const Services& services);
Response handle_api_record(const Request& request, const Match& match, const Services& services);

Response handle_record_form(const Request& request, const Match& match, const Services& services);
Response handle_record(const Request& request, const Match& match, const Services& services);
Response handle_persistent(const Request& request, const Match& match, const Services& services);

Response handle_live(const Request& request, const Match& match, const Services& services);
Response handle_ready(const Request& request, const Match& match, const Services& services);
Response handle_version(const Request& request, const Match& match, const Services& services);
Response handle_robots(const Request& request, const Match& match, const Services& services);
Response handle_static(const Request& request, const Match& match, const Services& services);
Response handle_favicon(const Request& request, const Match& match, const Services& services);
Response handle_problem_list(const Request& request, const Match& match, const Services& services);
Response handle_problem(const Request& request, const Match& match, const Services& services);

// --- shared by handlers ---

/// 200 with that entity tag and `Cache-Control: public, max-age=0, must-revalidate`.
Response content(std::string_view type, std::string body, std::string_view tag);
Response redirect(int status, std::string_view location);
/// The value of the parameter; empty if it is not there.
std::string_view parameter(const Params& params, std::string_view name);
/// Throws Error{BadRequest} where a parameter that has one value is given twice.
void refuse_repeated(const Params& params);
/// Throws Error{BadRequest}, with the nearest name, for a parameter that is not in `known`.
void refuse_unknown(const Params& params, std::span<const std::string_view> known);
/// The `lang` parameter, else the configured language. Throws Error{BadRequest} for an ill-formed
/// tag. Accept-Language is not looked at (design section 5).
std::string api_language(const Params& params, const Services& services);
/// The language of the browser among those of the interface, else the configured one.
std::string browser_language(const Request& request, const Services& services);

/// The listed record of that id. Throws Error{NotFound}, or Error{Gone} with the date for a
/// withdrawn one.
Record listed_record(const StoreReader& store, std::string_view id);

}  // namespace pinakes
