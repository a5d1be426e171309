// The route table: every address of the server, one row each.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "indexer/dcat/vocabulary.h"
#include "server/render/html.h"
#include "server/http/message.h"
#include "server/search/searcher.h"

namespace pinakes {


/// What handlers may use. Everything in it is safe to share between threads.
struct Services {
  const SearchBackend& search;
  const Vocabularies& vocabularies;
  const HtmlRenderer& html;
  std::filesystem::path data;  // handlers open their own StoreReader
  std::string default_lang = "en";
  std::string base_url;  // "" = relative; else scheme and host, for canonical links
};

/// The parts of the path that the pattern names, and the form its extension asks for.
struct Match {
  std::map<std::string, std::string, std::less<>> path;
  std::string extension;  // ttl, nt, json...; empty: negotiate
};

using Handler = Response (*)(const Request&, const Match&, const Services&);

/// `{name}` matches one path segment; `{name}.{ext}` one segment with an extension.
struct Route {
  Method method;
  std::string_view pattern, summary;
  Handler handle;
};
std::span<const Route> routes();

}  // namespace pinakes
