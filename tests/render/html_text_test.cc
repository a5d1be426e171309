// Publishers' text made safe, addresses of pages, sentences with plurals, numbers and dates.
// SPDX-License-Identifier: GPL-3.0-or-later

#include "indexer/base/error.h"
#include "server/render/i18n.h"
#include "server/render/page_card.h"
#include "server/render/page_links.h"
#include "server/render/paragraphs.h"
#include "tests/catch.h"
#include "tests/render/html_fixture.h"

namespace pinakes {
namespace {

using test::kRoot;

Sentences sentences(const std::string& lang) {
  return {kRoot / "web" / "i18n" / (lang + ".json"), lang};
}

TEST_CASE("HTML of a publisher becomes plain paragraphs") {
  CHECK(plain_paragraphs("<p>One</p><p>two&nbsp;&eacute;&#233;&#x2019;</p>") ==
        std::vector<std::string>{"One", "two éé’"});
  CHECK(plain_paragraphs("a\n\nb\nc") == std::vector<std::string>{"a", "b\nc"});
  CHECK(plain_paragraphs("<ul><li>x</li><li>y</li></ul>z") ==
        std::vector<std::string>{"• x\n• y", "z"});
  CHECK(plain_paragraphs("<script>bad()</script>good<style>p{}</style>") ==
        std::vector<std::string>{"good"});
  CHECK(plain_paragraphs("p < 0.05 and n > 3 <3") ==
        std::vector<std::string>{"p < 0.05 and n > 3 <3"});
  CHECK(plain_paragraphs("R&D &unknown; &#xD800; &#99999999999;") ==
        std::vector<std::string>{"R&D &unknown; &#xD800; &#99999999999;"});
  CHECK(plain_paragraphs("<!-- <b> --> kept").front() == "kept");
  CHECK(plain_paragraphs("a\u00a0\u00a0 b").front() == "a b");
  CHECK(plain_paragraphs("  \n \t").empty());
  for (const char* torn :
       {"<", "</", "<!--", "<script>x", "<p", "&", "&#", "&#;", "<script>x</script"})
    CHECK_NOTHROW(plain_paragraphs(torn));
}

TEST_CASE("only web and mail addresses become links, and everything is escaped") {
  CHECK(paragraphs_html("see https://e.org/a?b=1&c=(2).") ==
        "<p>see <a rel=\"nofollow noopener\" href=\"https://e.org/a?b=1&amp;c=(2)\">"
        "https://e.org/a?b=1&amp;c=(2)</a>.</p>\n");
  CHECK(paragraphs_html("mailto:a@b.org").find("href=\"mailto:a@b.org\"") != std::string::npos);
  CHECK(paragraphs_html("javascript:alert(1) xhttp://e.org") ==
        "<p>javascript:alert(1) xhttp://e.org</p>\n");
  CHECK(paragraphs_html("&lt;script&gt;1&lt;/script&gt;") ==
        "<p>&lt;script&gt;1&lt;/script&gt;</p>\n");
  CHECK(paragraphs_html("http://e.org/\"onclick=1").find("\"onclick") == std::string::npos);
  CHECK(paragraphs_html("a<br>b") == "<p>a<br>b</p>\n");
}

TEST_CASE("the time to read a publisher's text grows with its length, whatever it holds") {
  const auto repeated = [](std::string_view what) {
    std::string out;
    while (out.size() < 500'000) out += what;
    return out;
  };
  for (const char* what : {"<script></script>", "<style>", "<a", "<", "<!", "<!--", "</", "&", "&#",
                           "http://a ", "http://", "mailto:", "http://a(", "\n", "\n  "}) {
    INFO(what);
    const std::string text = repeated(what);
    // Looking ahead to the end from each place took a minute a text: the time limit of the test
    // would say so.
    CHECK(paragraphs_html(text).size() < 20 * text.size());
    CHECK(plain_line(text).size() <= text.size());
  }
}

TEST_CASE("an address of a publisher leads only to the web or to mail") {
  CHECK(safe_href(" https://e.org/x ") == "https://e.org/x");
  CHECK(safe_href("HTTP://E.org") == "HTTP://E.org");
  CHECK(safe_href("mailto:a@b.org") == "mailto:a@b.org");
  for (const char* bad : {"javascript:alert(1)", "data:text/html,x", "//e.org", "/x", "", "http:",
                          "https://", "mailto:nobody", "java\nscript:x", "https://e.org/a b"})
    CHECK(safe_href(bad).empty());
}

TEST_CASE("an excerpt is cut at a word and never inside a character") {
  CHECK(excerpt("short", 10) == "short");
  CHECK(excerpt("one two three", 9) == "one two…");
  CHECK(excerpt("ééééé", 3) == "ééé…");
}

TEST_CASE("sentences choose plural forms and group digits as the language does") {
  const Sentences en = sentences("en"), fr = sentences("fr");
  CHECK(en.text("results_all", {{"n", std::int64_t{0}}}) == "No dataset");
  CHECK(en.text("results_all", {{"n", std::int64_t{1}}}) == "1 dataset");
  CHECK(en.text("results_all", {{"n", std::int64_t{17828}}}) == "17,828 datasets");
  CHECK(fr.text("results_all", {{"n", std::int64_t{1}}}) == "1 jeu de données");
  CHECK(fr.text("results_all", {{"n", std::int64_t{17828}}}) == "17\u202f828 jeux de données");
  CHECK(fr.text("figure_holders", {{"n", std::int64_t{0}}}) == "détenteur de données");
  CHECK(fr.number(1234567) == "1\u202f234\u202f567");
  CHECK(en.bytes(3'400'000) == "3.4 MB");
  CHECK(fr.bytes(3'400'000) == "3,4 Mo");
  CHECK(en.bytes(12) == "12 bytes");
  CHECK_THROWS_AS(en.text("no_such_sentence"), Error);
}

TEST_CASE("dates are as precise as what was said") {
  const Sentences en = sentences("en"), fr = sentences("fr");
  CHECK(en.date(*parse_days("2026-01-02")).text == "2 January 2026");
  CHECK(fr.date(*parse_days("2026-08-02")).text == "2 août 2026");
  CHECK(en.date(*parse_days("2020-05")).text == "May 2020");
  CHECK(fr.day(parse_days("-0400-03-02")->first) == "2 mars -400");
  CHECK(en.date(*parse_days("2020-05")).datetime == "2020-05");
  CHECK(en.date(*parse_days("2020")).text == "2020");
  CHECK(en.date(*parse_days("1970-01-01")).datetime == "1970-01-01");
  const Days span{parse_days("2004-01-01")->first, parse_days("2023-12-31")->last};
  CHECK(en.years(span) == "2004–2023");
  CHECK(fr.years({span.first, kDusk}) == "depuis 2004");
  CHECK(en.years({kDawn, span.last}) == "until 2023");
  CHECK(en.years({kDawn, kDusk}).empty());
  CHECK(fr.period(span) == "du 1er janvier 2004 au 31 décembre 2023");
}

TEST_CASE("a machine translation names its language") {
  CHECK(sentences("en").translated_from("nl") == "machine translation from Dutch");
  CHECK(sentences("fr").translated_from("nl") == "traduction automatique du néerlandais");
  CHECK(sentences("fr").translated_from("en") == "traduction automatique de l’anglais");
  CHECK(sentences("fr").translated_from("et") == "traduction automatique de l’estonien");
}

TEST_CASE("a search is spelled as an address and back") {
  const Params asked{{"q", "l'hôpital & co"},
                     {"access_rights", "PUBLIC"},
                     {"access_rights", "RESTRICTED"},
                     {"number_of_unique_individuals_min", "1000"},
                     {"sort", "-issued"},
                     {"temporal_from", "2010"},
                     {"temporal_to", "2015-06-30"},
                     {"temporal_unstated", "include"}};
  const SearchRequest request = parse_search(asked, "en");
  const Params spelled = page_params(request);
  CHECK(parse_search(spelled, "en").canonical() == request.canonical());
  const std::string query = query_string(spelled);
  CHECK(query.find("q=l%27h%C3%B4pital%20%26%20co") == 0);
  CHECK(query.find("temporal_from=2010&") != std::string::npos);
  CHECK(query.find("temporal_to=2015-06-30") != std::string::npos);
  CHECK(without(spelled, "access_rights", "PUBLIC").size() == spelled.size() - 1);
  CHECK(without(spelled, "access_rights").size() == spelled.size() - 2);
}

TEST_CASE("the bar of years stays inside its axis") {
  const YearAxis axis{2000, 2026};
  const auto days = [](int from, int to) {
    return Days{parse_days(std::to_string(from))->first, parse_days(std::to_string(to))->last};
  };
  const auto bar = [&](Days span) { return years_bar(axis, span); };
  CHECK(bar(days(2000, 2026))["x"] == "0");
  CHECK(bar(days(2000, 2026))["width"] == "100");
  CHECK(bar({kDawn, kDusk})["width"] == "100");
  CHECK(bar(days(2013, 2013))["x"] == "48");
  CHECK(bar(days(1950, 1960)) == false);
  CHECK(bar(days(2030, 2040)) == false);
  for (int from = 1990; from < 2035; ++from) {
    const Slots slots = bar(days(from, from + 3));
    if (!slots.is_object()) continue;
    const int x = std::stoi(slots["x"].get<std::string>());
    const int width = std::stoi(slots["width"].get<std::string>());
    CHECK((x >= 0 && width > 0 && x + width <= 100));
  }
}

}  // namespace
}  // namespace pinakes
