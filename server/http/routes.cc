// The table, and how a path is matched against a pattern.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/routes.h"

#include <algorithm>
#include <array>

#include "server/http/handlers.h"

namespace pinakes {
namespace {
// clang-format off
constexpr auto kRoutes = std::to_array<Route>({
    {Method::Get, "/", "Redirects to the home page in the browser's language", handle_root, Surface::Page},
    {Method::Get, "/api/v1/datasets", "Searches the catalogue", handle_api_search, Surface::Api},
    {Method::Get, "/api/v1/datasets/{id}", "One dataset, whole, in all its languages", handle_api_record, Surface::Api},
    {Method::Get, "/datasets/{id}.{ext}", "One dataset in the form that the extension names", handle_record_form, Surface::Data},
    {Method::Get, "/datasets/{id}", "One dataset in the form that Accept asks for", handle_record, Surface::Data},
    {Method::Get, "/id/dataset/{id}", "The persistent address of a dataset", handle_persistent, Surface::Data},
    {Method::Get, "/health/live", "The server runs", handle_live},
    {Method::Get, "/health/ready", "The server can answer searches", handle_ready},
    {Method::Get, "/version", "Name and version of the program", handle_version},
    {Method::Get, "/robots.txt", "What crawlers should leave alone", handle_robots},
    {Method::Get, "/favicon.{ext}", "The icon of the site", handle_favicon},
    {Method::Get, "/static/{path...}", "Style sheets, scripts and pictures", handle_static},
    {Method::Get, "/problems", "The problem types", handle_problem_list, Surface::Api},
    {Method::Get, "/problems/{name}", "What a problem type means", handle_problem, Surface::Api},
    {Method::Get, "/{lang}", "Redirects to the home page", handle_language, Surface::Page},
    {Method::Get, "/{lang}/", "The home page", handle_home, Surface::Page},
    {Method::Get, "/{lang}/datasets", "Search results", handle_results_page, Surface::Page},
    {Method::Get, "/{lang}/datasets/{id}", "The page of a dataset", handle_dataset_page, Surface::Page},
});
// clang-format on

/// Takes the part before the next '/', and the '/' itself.
std::string_view take_segment(std::string_view& path) {
  const std::size_t end = std::min(path.find('/'), path.size());
  const std::string_view segment = path.substr(0, end);
  path.remove_prefix(std::min(end + 1, path.size()));
  return segment;
}

bool is_extension(std::string_view text) {
  return !text.empty() && text.size() <= 8 && std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  });
}

/// `{name}.{ext}` (or `word.{ext}`) against one segment.
bool fits_with_extension(std::string_view pattern, std::string_view segment, Match& match) {
  const std::size_t dot = segment.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || !is_extension(segment.substr(dot + 1)))
    return false;
  const std::string_view stem = pattern.substr(0, pattern.size() - std::size(".{ext}") + 1);
  match.extension = segment.substr(dot + 1);
  if (!stem.starts_with('{')) return stem == segment.substr(0, dot);
  match.path.insert_or_assign(std::string(stem.substr(1, stem.size() - 2)),
                              std::string(segment.substr(0, dot)));
  return true;
}

bool fits_segment(std::string_view pattern, std::string_view segment,
                  std::span<const std::string> languages, Match& match) {
  if (pattern.ends_with(".{ext}")) return fits_with_extension(pattern, segment, match);
  if (!pattern.starts_with('{')) return pattern == segment;
  if (segment.empty()) return false;
  if (pattern == "{lang}" && std::ranges::find(languages, segment) == languages.end()) return false;
  match.path.insert_or_assign(std::string(pattern.substr(1, pattern.size() - 2)),
                              std::string(segment));
  return true;
}
}  // namespace

std::span<const Route> routes() { return kRoutes; }

bool fits(std::string_view pattern, std::string_view path, std::span<const std::string> languages,
          Match& match) {
  match = {};
  if (!path.starts_with('/')) return false;
  if (std::ranges::count(pattern, '/') != std::ranges::count(path, '/') &&
      !pattern.ends_with("...}"))
    return false;
  pattern.remove_prefix(1);
  path.remove_prefix(1);
  while (!pattern.empty()) {
    if (pattern.ends_with("...}") && pattern.find('/') == std::string_view::npos) {
      match.path.insert_or_assign(std::string(pattern.substr(1, pattern.size() - 5)),
                                  std::string(path));
      return !path.empty();
    }
    if (!fits_segment(take_segment(pattern), take_segment(path), languages, match)) return false;
  }
  return path.empty();
}

}  // namespace pinakes
