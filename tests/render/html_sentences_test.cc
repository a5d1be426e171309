// Interface sentences and templates agree: no key missing, none unused, raw output in two places.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <fstream>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "indexer/base/error.h"
#include "server/render/i18n.h"
#include "server/render/templates.h"
#include "tests/catch.h"
#include "tests/render/html_fixture.h"

namespace pinakes {
namespace {

using test::kRoot;
using test::read_file;
using Keys = std::set<std::string>;

nlohmann::json sentences(const std::string& lang) {
  return nlohmann::json::parse(read_file(kRoot / "web" / "i18n" / (lang + ".json")));
}

Keys keys_of(const nlohmann::json& object) {
  Keys out;
  for (const auto& [key, value] : object.items()) out.insert(key);
  return out;
}

std::string all_text(const std::filesystem::path& folder, const std::string& extension) {
  std::string out;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == extension) out += read_file(entry.path());
  REQUIRE_FALSE(out.empty());
  return out;
}

Keys matches(const std::string& text, const std::string& pattern) {
  const std::regex expression(pattern);
  Keys out;
  for (std::sregex_iterator at(text.begin(), text.end(), expression), end; at != end; ++at)
    out.insert((*at)[1].str());
  return out;
}

// Names of a pattern's slots; what a plural or select form says is no slot.
Keys slots_of(const std::string& pattern) {
  const std::regex forms(R"((one|other|yes|=0) \{)");
  return matches(std::regex_replace(pattern, forms, ""), R"(\{(\w+)[,}])");
}

TEST_CASE("every sentence exists in every language, with the same slots") {
  const nlohmann::json en = sentences("en");
  for (const std::string& lang : test::renderer().languages()) {
    const nlohmann::json other = sentences(lang);
    CHECK(keys_of(other) == keys_of(en));
    for (const auto& [key, text] : en.items()) {
      INFO(lang << " " << key);
      Keys wanted = slots_of(text.get<std::string>());
      Keys found = slots_of(other.at(key).get<std::string>());
      wanted.erase("elides");
      found.erase("elides");
      CHECK(found == wanted);
    }
  }
}

TEST_CASE("every sentence that a template or the program names exists, and every one is named") {
  const Keys known = keys_of(sentences("en"));
  const Keys in_templates =
      matches(all_text(kRoot / "web" / "pages", ".html"), R"(\{\{t\.(\w+)\}\})");
  const std::string program = all_text(kRoot / "server" / "render", ".cc");
  for (const std::string& key : in_templates) {
    INFO(key);
    CHECK(known.contains(key));
    CHECK(sentences("en").at(key).get<std::string>().find('{') == std::string::npos);
  }
  for (const std::string& key : matches(program, R"(\b(?:speech_?|text)\(\s*"(\w+)\")")) {
    INFO(key);
    CHECK(known.contains(key));
  }
  Keys named = in_templates;
  named.merge(matches(program, R"("(\w+)\")"));
  for (const char* status : {"400", "404", "405", "406", "410", "503", "other"})
    named.merge(Keys{std::string("error_") + status, std::string("error_") + status + "_text"});
  for (const std::string& key : known) {
    INFO("nothing uses the sentence " << key);
    CHECK(named.contains(key));
  }
}

TEST_CASE("French has narrow spaces before its high signs and typographic apostrophes") {
  const nlohmann::json french = sentences("fr");
  for (const auto& [key, value] : french.items()) {
    const auto text = value.get<std::string>();
    INFO(key << ": " << text);
    for (std::size_t at = 0; at < text.size(); ++at) {
      const bool high = std::string_view(";:!?").find(text[at]) != std::string_view::npos;
      if (high) CHECK((at >= 3 && text.compare(at - 3, 3, "\u202f") == 0));
      CHECK(text[at] != '\'');
    }
    CHECK(test::count(text, "«\u202f") == test::count(text, "«"));
    CHECK(test::count(text, "\u202f»") == test::count(text, "»"));
  }
}

TEST_CASE("templates put raw output only where the snippeter and the paragraph maker wrote it") {
  const std::string all = all_text(kRoot / "web" / "pages", ".html");
  CHECK(matches(all, R"(\{\{\{\s*([^}]*?)\s*\}\}\})") == Keys{"snippet", "paragraphs"});
  CHECK(all.find("{{&") == std::string::npos);
  CHECK(all.find(" style=") == std::string::npos);
  CHECK(all.find("<style") == std::string::npos);
  CHECK(matches(all, R"((\son\w+)=)").empty());
  CHECK(matches(all, R"(<script(?![^>]* src=)([^>]*)>)").empty());
}

TEST_CASE("every style sheet and script that a page names is there") {
  const std::string program = read_file(kRoot / "server" / "render" / "html.cc");
  for (const std::string kind : {"styles", "scripts"}) {
    const std::string extension = kind == "styles" ? ".css" : ".js";
    const std::regex lists("\\[\"" + kind + "\"\\] = impl_->files\\(\\{([^}]*)\\}");
    std::size_t found = 0;
    for (std::sregex_iterator at(program.begin(), program.end(), lists), end; at != end; ++at)
      for (const std::string& name : matches((*at)[1].str(), R"("(\w+)\")")) {
        ++found;
        INFO(name);
        CHECK(std::filesystem::exists(kRoot / "web" / "components" / name / (name + extension)));
      }
    CHECK(found > 0);
  }
}

TEST_CASE("a damaged template or language file is refused by name") {
  const auto folder = std::filesystem::temp_directory_path() / "pinakes_templates_test";
  std::filesystem::create_directories(folder);
  const auto write = [&](const char* name, const char* text) {
    std::ofstream(folder / name) << text;
  };
  write("page.html", "{{#open}} never closed");
  CHECK_THROWS_WITH(Templates(folder), Catch::Contains("page.html"));
  write("page.html", "{{> nowhere}}");
  CHECK_THROWS_WITH(Templates(folder), Catch::Contains("nowhere"));
  write("page.html", "{{> page}}");
  CHECK_THROWS_WITH(Templates(folder), Catch::Contains("includes itself"));
  write("page.html", "{{! note }}\n  <p>{{name}} {{t.word}}</p>\n");
  Templates good(folder);
  good.share("en", {{"t", {{"word", "w"}}}});
  CHECK(good.render("page", "en", {{"name", "<&>"}}) == "<p>&lt;&amp;&gt; w</p>\n");
  write("xx.json", R"({"good": "x", "bad": "{n, plural, one {x}"})");
  CHECK_THROWS_WITH(Sentences(folder / "xx.json", "xx"), Catch::Contains("'bad'"));
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace pinakes
