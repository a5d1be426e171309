// Pages: Mustache templates of web/pages filled from search results and records.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/dcat/values.h"
#include "indexer/store/store.h"
#include "server/search/request.h"
#include "server/search/searcher.h"

namespace pinakes {

/// Where a page stands: for canonical links, hreflang and the language switch.
struct PageContext {
  std::string lang;        // of the interface
  std::string path;        // after /{lang}/, e.g. "datasets"
  std::string query;       // without '?', as canonical parameters
  std::string base_url;    // "" or scheme and host
  std::string request_id;  // shown on error pages
};

/// Templates, sentences (web/i18n) and labels (schemas/labels), read once. Immutable; thread-safe.
class HtmlRenderer {
 public:
  /// The address of a file of web/ by its path below it, such as `style/base.css`.
  using FileAddress = std::function<std::string(std::string_view path)>;
  /// `web` is the web/ folder, `home` the one that holds schemas/. Throws Error{Io}.
  HtmlRenderer(const std::filesystem::path& web, const std::filesystem::path& home,
               const Vocabularies& vocabularies, const FileAddress& address = plain_address);
  ~HtmlRenderer();
  /// Languages of the interface, e.g. {"en", "fr"}.
  const std::vector<std::string>& languages() const;

  struct HomeFacts {
    IndexStatus status;
    Facet categories, holders, countries;
    std::vector<Hit> recent;
  };
  std::string home(const PageContext& context, const HomeFacts& facts) const;
  std::string results(const PageContext& context, const SearchRequest& request,
                      const SearchResult& result) const;
  std::string dataset(const PageContext& context, const Record& record,
                      const Dataset& dataset) const;
  /// `status` is the HTTP status; `detail` and `hint` plain text in the language of the page.
  std::string error(const PageContext& context, int status, std::string_view detail,
                    std::string_view hint) const;
  /// Label and definition of a field in that language; for API and pages.
  std::string field_label(std::string_view field, std::string_view lang) const;

 private:
  /// `/static/` and the path.
  static std::string plain_address(std::string_view path);

  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pinakes
