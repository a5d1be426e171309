// Pages: what all of them share, and which template each one fills.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/render/html.h"

#include <algorithm>
#include <array>
#include <map>

#include "indexer/base/error.h"
#include "server/render/page_dataset.h"
#include "server/render/page_home.h"
#include "server/render/page_links.h"
#include "server/render/page_results.h"
#include "server/render/paragraphs.h"

namespace pinakes {
namespace {

constexpr std::string_view kFallbackLanguage = "en";
constexpr std::size_t kDescriptionLength = 155;  // what search engines show

struct Language {
  std::string_view code, autonym;
};
// One row for each file of web/i18n.
constexpr std::array<Language, 2> kLanguages{{{"en", "English"}, {"fr", "Français"}}};

std::string page_href(std::string_view lang, const PageContext& context) {
  const std::string query = context.query.empty() ? "" : "?" + context.query;
  return "/" + std::string(lang) + "/" + context.path + query;
}

// An address that other sites may keep: only pages that are there to be found again have one.
enum class Lasting : std::uint8_t { Yes, No };

Slots frame(const Speech& speech, const PageContext& context, std::string title, Lasting lasting) {
  Slots slots{{"page_title", std::move(title)},
              {"search_box", Slots(false)},
              {"scripts", Slots::array()},
              {"meta_description", false},
              {"canonical", false},
              {"alternates", Slots::array()},
              {"languages", Slots::array()}};
  for (const Language& language : kLanguages) {
    const bool current = language.code == speech.lang();
    const std::string href = page_href(language.code, context);
    slots["languages"].push_back({{"code", language.code},
                                  {"autonym", language.autonym},
                                  {"href", href},
                                  {"current", current}});
    if (lasting == Lasting::No) continue;
    slots["alternates"].push_back({{"code", language.code}, {"href", context.base_url + href}});
    if (language.code == kFallbackLanguage)
      slots["alternates"].push_back({{"code", "x-default"}, {"href", context.base_url + href}});
  }
  if (lasting == Lasting::Yes)
    slots["canonical"] = context.base_url + page_href(speech.lang(), context);
  return slots;
}

// The search box of the header; `carried` keeps filters when the words change.
Slots search_box(std::string_view words, Slots carried) {
  return {{"words", words}, {"carried", std::move(carried)}};
}

// Messages of the program start in lower case; on a page they stand by themselves.
std::string with_capital(std::string_view sentence) {
  std::string out(sentence);
  if (!out.empty() && out[0] >= 'a' && out[0] <= 'z')
    out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

std::string with_name(const std::string& title) { return title + " – Pinakes"; }

}  // namespace

struct HtmlRenderer::Impl {
  const Vocabularies& vocabularies;
  Templates templates;
  std::vector<std::string> languages;
  std::map<std::string, Speech, std::less<>> speeches;
  FileAddress address;

  /// Each of the components' files with that extension.
  Slots files(std::initializer_list<std::string_view> components,
              std::string_view extension) const {
    Slots out = Slots::array();
    for (const std::string_view name : components) {
      const std::string component(name);
      out.push_back({{"href", address("components/" + component + "/" + component +
                                      std::string(extension))}});
    }
    return out;
  }
  const Speech& speech(std::string_view lang) const {
    const auto found = speeches.find(lang);
    return found != speeches.end() ? found->second : speeches.find(kFallbackLanguage)->second;
  }
  std::string fill(std::string_view page, const Speech& speech, const Slots& slots) const {
    return templates.render(page, speech.lang(), slots);
  }
};

HtmlRenderer::HtmlRenderer(const std::filesystem::path& web, const std::filesystem::path& home,
                           const Vocabularies& vocabularies, const FileAddress& address)
    : impl_(new Impl{vocabularies, Templates(web / "pages"), {}, {}, address}) {
  for (const Language& language : kLanguages) {
    const std::string code(language.code), file = code + ".json";
    impl_->languages.push_back(code);
    Speech speech{Sentences(web / "i18n" / file, code),
                  FieldLabels(home / "schemas" / "labels" / file), &vocabularies};
    Slots sentences = Slots::object();
    for (const auto& [key, text] : speech.sentences.plain()) sentences[key] = text;
    impl_->templates.share(code, {{"lang", code},
                                  {"t", std::move(sentences)},
                                  {"icon", address("style/icon.svg")},
                                  {"tokens", address("style/tokens.css")},
                                  {"base", address("style/base.css")}});
    impl_->speeches.emplace(code, std::move(speech));
  }
}

HtmlRenderer::~HtmlRenderer() = default;

std::string HtmlRenderer::plain_address(std::string_view path) {
  return "/static/" + std::string(path);
}

const std::vector<std::string>& HtmlRenderer::languages() const { return impl_->languages; }

std::string HtmlRenderer::home(const PageContext& context, const HomeFacts& facts) const {
  const Speech& speech = impl_->speech(context.lang);
  Slots slots = frame(speech, context, speech("home_title"), Lasting::Yes);
  slots["styles"] = impl_->files({"search", "card", "home"}, ".css");
  slots["meta_description"] = speech("home_lead");
  slots.update(home_slots(speech, facts));
  return impl_->fill("home", speech, slots);
}

std::string HtmlRenderer::results(const PageContext& context, const SearchRequest& request,
                                  const SearchResult& result) const {
  const Speech& speech = impl_->speech(context.lang);
  Slots slots =
      frame(speech, context, with_name(results_title(speech, request, result)), Lasting::Yes);
  slots["styles"] = impl_->files({"search", "card", "facets", "results"}, ".css");
  slots["scripts"] = impl_->files({"facets"}, ".js");
  slots["search_box"] = search_box(request.text, hidden_inputs(without(page_params(request), "q")));
  slots.update(results_slots(speech, request, result));
  return impl_->fill("results", speech, slots);
}

std::string HtmlRenderer::dataset(const PageContext& context, const Record& record,
                                  const Dataset& dataset) const {
  const Speech& speech = impl_->speech(context.lang);
  const Slots content = dataset_slots(speech, record, dataset, impl_->vocabularies);
  Slots slots =
      frame(speech, context, with_name(content["title"]["text"].get<std::string>()), Lasting::Yes);
  slots["styles"] = impl_->files({"search", "dataset", "variables"}, ".css");
  slots["scripts"] = impl_->files({"variables"}, ".js");
  slots["search_box"] = search_box("", Slots::array());
  if (content["description"].is_object())
    slots["meta_description"] =
        excerpt(plain_line(content["description"]["text"].get<std::string>()), kDescriptionLength);
  slots.update(content);
  return impl_->fill("dataset", speech, slots);
}

std::string HtmlRenderer::error(const PageContext& context, int status, std::string_view detail,
                                std::string_view hint) const {
  static constexpr std::array kKnown{400, 404, 405, 406, 410, 503};
  const Speech& speech = impl_->speech(context.lang);
  const bool known = std::find(kKnown.begin(), kKnown.end(), status) != kKnown.end();
  const std::string key = "error_" + (known ? std::to_string(status) : std::string("other"));
  const std::string heading = speech(key);
  // The switch of languages leads home: the address at fault may exist in no language.
  PageContext home = context;
  home.path.clear();
  home.query.clear();
  Slots slots = frame(speech, home, with_name(heading), Lasting::No);
  slots["styles"] = impl_->files({"search", "error"}, ".css");
  slots["search_box"] = search_box("", Slots::array());
  slots["noindex"] = true;
  slots["heading"] = heading;
  slots["status"] = std::to_string(status);
  slots["explanation"] = speech(key + "_text");
  slots["detail"] = or_false(with_capital(detail));
  slots["hint"] = or_false(with_capital(hint));
  slots["request_id"] = or_false(context.request_id);
  slots["all_href"] = search_href(speech.lang(), {});
  return impl_->fill("error", speech, slots);
}

std::string HtmlRenderer::field_label(std::string_view field, std::string_view lang) const {
  return impl_->speech(lang).labels.label(field);
}

}  // namespace pinakes
