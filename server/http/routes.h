// The route table: every address of the server, one row each.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "indexer/dcat/vocabulary.h"
#include "server/http/message.h"
#include "server/http/static_files.h"
#include "server/render/html.h"
#include "server/search/searcher.h"

namespace pinakes {

/// What handlers may use. Everything in it is safe to share between threads.
struct Services {
  const SearchBackend& search;
  const Vocabularies& vocabularies;
  const HtmlRenderer& html;
  const StaticFiles& files;
  std::filesystem::path data;  // handlers open their own StoreReader
  std::string default_lang = "en";
  std::string base_url;     // "" = relative; else scheme and host, for canonical links
  std::string fingerprint;  // of what answers are made of besides the catalogue; in every ETag
};

/// The parts of the path that the pattern names, and the form its extension asks for.
struct Match {
  std::map<std::string, std::string, std::less<>> path;
  std::string extension;  // ttl, nt, json...; empty: negotiate
};

using Handler = Response (*)(const Request&, const Match&, const Services&);

/// Whom a route speaks to: how its errors look, and whether scripts of other sites may read it.
enum class Surface : std::uint8_t {
  Api,      // JSON; problems as JSON; CORS
  Data,     // forms of a record; problems as the client prefers; CORS
  Page,     // HTML; errors as pages
  Service,  // for operators, crawlers and browsers; problems as the client prefers
};

/// `{name}` matches one path segment, `{name}.{ext}` one segment with an extension, `{path...}` the
/// rest of the path; `{lang}` only a language of the interface. The first row that matches is
/// taken.
struct Route {
  Method method;
  std::string_view pattern, summary;
  Handler handle;
  Surface surface = Surface::Service;
};
std::span<const Route> routes();

/// Whether `path` fits the pattern; fills `match`.
bool fits(std::string_view pattern, std::string_view path, std::span<const std::string> languages,
          Match& match);

}  // namespace pinakes
