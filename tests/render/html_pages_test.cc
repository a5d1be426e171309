// What stands on the home, results, dataset and error pages, in both languages.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/catch.h"
#include "tests/render/html_fixture.h"

namespace pinakes {
namespace {

using Catch::Contains;
using test::context;
using test::count;
using test::renderer;

HtmlRenderer::HomeFacts home_facts() {
  HtmlRenderer::HomeFacts facts;
  facts.status = {17828, 9, "1-9", "2026-11-20T10:00:00Z"};
  facts.categories = {find_field("health_category"),
                      {{"EHRS", "Electronic health records", 1234, false},
                       {"CLAIMS", "Claims & <bills>", 1, false}},
                      2};
  facts.holders = {find_field("holder"), {{"h-1", "Agency", 5, false}}, 71};
  facts.countries = {find_field("spatial"), {{"FRA", "France", 5, false}}, 1};
  facts.recent.push_back(test::hit_of(test::rich_dataset(), "rich-0a1b2c3d"));
  return facts;
}

void check_frame(const std::string& html, std::string_view lang) {
  CHECK(html.starts_with("<!DOCTYPE html>\n<html lang=\"" + std::string(lang) + "\">"));
  CHECK(count(html, "<h1") == 1);
  CHECK(count(html, "<main") == 1);
  CHECK(count(html, "role=\"search\"") == 1);
  CHECK(count(html, "name=\"q\" type=\"search\"") == 1);
  CHECK_THAT(html, Contains("href=\"#main\""));
  CHECK_THAT(html, Contains("hreflang=\"fr\"") || Contains("hreflang=\"en\""));
  CHECK(html.find("<script>") == std::string::npos);
  CHECK(html.find(" style=") == std::string::npos);
}

TEST_CASE("the home page opens doors into the catalogue") {
  const std::string en = renderer().home(context("en", ""), home_facts());
  test::keep("home.en.html", en);
  check_frame(en, "en");
  CHECK(en.find("{{") == std::string::npos);
  CHECK_THAT(en, Contains("<strong>17,828</strong> datasets"));
  CHECK_THAT(en, Contains("<strong>71</strong> data holders"));
  CHECK_THAT(en, Contains("<time datetime=\"2026-11-20\">20 November 2026</time>"));
  CHECK_THAT(en, Contains("href=\"/en/datasets?health_category=EHRS\""));
  CHECK_THAT(en, Contains("1,234 datasets") && Contains("1 dataset<"));
  CHECK_THAT(en, Contains("Claims &amp; &lt;bills&gt;"));
  CHECK_THAT(en, Contains("href=\"/en/datasets?holder=h-1\""));
  CHECK_THAT(en, Contains("href=\"/en/datasets?spatial=FRA\""));
  CHECK_THAT(en, Contains("href=\"/en/datasets/rich-0a1b2c3d\""));
  CHECK_THAT(en, Contains("rel=\"canonical\" href=\"https://catalogue.example/en/\""));
  CHECK_THAT(en, Contains("hreflang=\"x-default\" href=\"https://catalogue.example/en/\""));
  const std::string fr = renderer().home(context("fr", ""), home_facts());
  test::keep("home.fr.html", fr);
  check_frame(fr, "fr");
  CHECK_THAT(fr, Contains("<strong>17\u202f828</strong> jeux de données"));
  CHECK_THAT(fr, Contains("20 novembre 2026"));
  HtmlRenderer::HomeFacts empty;
  CHECK_THAT(renderer().home(context("en", ""), empty), Contains("holds no dataset yet"));
}

TEST_CASE("the results page shows totals, filters, chips, cards and pages") {
  const SearchRequest request = test::request_of({{"q", "heart <attack>"},
                                                  {"access_rights", "PUBLIC"},
                                                  {"holder", "holder-8"},
                                                  {"frequency", "ANNUAL"},
                                                  {"temporal_from", "2010"},
                                                  {"page", "2"}});
  const std::string en = renderer().results(context("en", "datasets", request.canonical()), request,
                                            test::rich_result());
  test::keep("results.en.html", en);
  check_frame(en, "en");
  CHECK(en.find("{{") == std::string::npos);
  CHECK_THAT(en, Contains("45 datasets for “heart &lt;attack&gt;”</h1>"));
  CHECK_THAT(en, Contains("<title>45 datasets for “heart &lt;attack&gt;” – Page 2 of 3 – Pinakes"));
  CHECK_THAT(en, Contains("name=\"access_rights\" value=\"PUBLIC\" checked"));
  CHECK_THAT(en, Contains("Holder &lt;8&gt;"));
  CHECK_THAT(en, Contains("1,192"));
  CHECK_THAT(en, Contains("and 31 rarer values"));
  CHECK_THAT(en, Contains("aria-label=\"Remove the filter Access: Open data\""));
  CHECK_THAT(en, Contains("<input type=\"hidden\" name=\"frequency\" value=\"ANNUAL\">"));
  CHECK_THAT(en, Contains("name=\"temporal_from\" value=\"2010\""));
  CHECK_THAT(en, Contains("rel=\"prev\" href=\"/en/datasets?q=heart%20%3Cattack%3E"));
  CHECK_THAT(en, Contains("rel=\"next\"") && Contains("&amp;page=3\""));
  CHECK_THAT(en, Contains("3 more datasets do not state this"));
  CHECK_THAT(en, Contains("temporal_unstated=include"));
  CHECK_THAT(en, Contains("Registry of <mark>heart</mark> attacks</a></h2>"));
  CHECK_THAT(en, Contains("<span lang=\"nl\"><mark>hart</mark> patiënten</span> <span "
                          "class=\"translated\">machine translation from French"));
  CHECK_THAT(en, Contains("1,234,567") && Contains("2004–2023"));
  CHECK_THAT(en, Contains("Illustration, not a real record"));
  CHECK_THAT(en, Contains("machine translation from Dutch"));
  CHECK_THAT(en, Contains("publisher (data holder not stated)"));
}

TEST_CASE("chips lead to the same search without one choice") {
  const SearchRequest request =
      test::request_of({{"q", "x"}, {"access_rights", "PUBLIC"}, {"access_rights", "RESTRICTED"}});
  SearchResult result = test::rich_result();
  const std::string html = renderer().results(context("en", "datasets"), request, result);
  CHECK_THAT(html,
             Contains("class=\"chip\" href=\"/en/datasets?q=x&amp;access_rights=RESTRICTED\""));
  CHECK_THAT(html, Contains("class=\"chip\" href=\"/en/datasets?q=x&amp;access_rights=PUBLIC\""));
  CHECK_THAT(html, Contains("class=\"chip-clear\" href=\"/en/datasets?q=x\""));
}

TEST_CASE("a page past the end of the results says so and leads back") {
  SearchResult result = test::rich_result();
  result.total = 3;
  result.hits.clear();
  const SearchRequest request = test::request_of({{"q", "heart"}, {"page", "40"}});
  const std::string html = renderer().results(context("en", "datasets"), request, result);
  CHECK_THAT(html, Contains("The results end before this page"));
  CHECK_THAT(html, Contains("href=\"/en/datasets?q=heart\">go to the first page"));
  CHECK(html.find("Nothing was found") == std::string::npos);
}

TEST_CASE("a search that finds little says so and helps") {
  SearchResult some = test::rich_result();
  some.matching = SearchResult::Matching::Some;
  const SearchRequest request = test::request_of({{"q", "rare words"}});
  CHECK_THAT(renderer().results(context("en", "datasets"), request, some),
             Contains("these have some of them"));
  const SearchRequest filtered =
      test::request_of({{"q", "rare"}, {"access_rights", "PUBLIC"}}, "fr");
  const std::string none = renderer().results(context("fr", "datasets"), filtered, {});
  test::keep("none.fr.html", none);
  check_frame(none, "fr");
  CHECK_THAT(none, Contains("Aucun jeu de données pour «\u202frare\u202f»"));
  CHECK_THAT(none, Contains("href=\"/fr/datasets?q=rare\">chercher dans tout le catalogue"));
}

TEST_CASE("the dataset page puts access, contacts and figures first") {
  const std::string en = renderer().dataset(context("en", "datasets/rich"),
                                            test::record_of("rich-0a1b2c3d"), test::rich_dataset());
  test::keep("dataset.en.html", en);
  check_frame(en, "en");
  CHECK(en.find("{{") == std::string::npos);
  CHECK_THAT(en, Contains("<h1>Registry of heart attacks</h1>"));
  CHECK_THAT(en, Contains("Using them takes a permit"));
  CHECK_THAT(en, Contains("<h3>Apply for access to</h3>") &&
                     Contains("href=\"mailto:access@example.org\""));
  CHECK_THAT(en, Contains("href=\"mailto:desk@example.org\">desk@example.org</a>"));
  CHECK_THAT(en, Contains("https://hospital.example.org/"));
  CHECK(en.find("gives no contact") == std::string::npos);
  CHECK_THAT(en, Contains("1,234,567") && Contains("18 to 99"));
  CHECK_THAT(en, Contains("<time datetime=\"2026-01-02\">2 January 2026</time>"));
  CHECK_THAT(en,
             Contains("<p>Every hospital stay for acute myocardial infarction since 2004.</p>"));
  CHECK_THAT(en, Contains("href=\"https://example.org/method\">https://example.org/method</a>"));
  CHECK_THAT(en, Contains("I21.9") && Contains("I20-I25"));
  CHECK_THAT(en, Contains("(term outside the vocabulary)"));
  CHECK_THAT(en, Contains("<code>adm_date</code>") && Contains("ICD-10 code"));
  CHECK_THAT(en, Contains("stays, 2 variables"));
  CHECK_THAT(en, Contains("href=\"https://example.org/tables.csv\"") && Contains("3.4 MB"));
  CHECK_THAT(en, Contains("href=\"/datasets/rich-0a1b2c3d.ttl\""));
  CHECK_THAT(en, Contains("<p lang=\"nl\"><strong>Register van hartaanvallen"));
  CHECK_THAT(en, Contains("1 March 2026"));
  const std::string fr = renderer().dataset(context("fr", "datasets/rich"),
                                            test::record_of("rich-0a1b2c3d"), test::rich_dataset());
  test::keep("dataset.fr.html", fr);
  check_frame(fr, "fr");
  CHECK_THAT(fr, Contains("<h1>Registre des infarctus</h1>"));
  CHECK_THAT(fr, Contains("Hôpital universitaire"));
  CHECK_THAT(fr, Contains("<code>adm_date</code>") && Contains("lang=\"en\">Date of admission"));
}

TEST_CASE("a record that says nothing still has a page") {
  const std::string html =
      renderer().dataset(context("en", "datasets/x"), test::record_of("bare-1"),
                         test::dataset_from("dct:type <http://e.org/t> ."));
  check_frame(html, "en");
  CHECK_THAT(html, Contains("<h1>Untitled (http://example.org/d)</h1>"));
  CHECK_THAT(html, Contains("The holder gives no contact."));
  CHECK_THAT(html, Contains("Access not stated"));
  const Dataset numbered = test::dataset_from("dct:identifier \"N-1\" .");
  CHECK_THAT(renderer().dataset(context("fr", "x"), test::record_of("bare-2"), numbered),
             Contains("<h1>Sans titre (N-1)</h1>"));
}

TEST_CASE("hostile text stays text on every page") {
  SearchResult result;
  result.total = 1;
  result.hits.push_back(test::hit_of(test::hostile_dataset(), "hostile-0a1b2c3d"));
  const SearchRequest request = test::request_of({{"q", "\"><script>alert(0)</script>"}});
  PageContext where = context("en", "datasets", "q=%22%3E%3Cscript%3E");
  const std::string pages[] = {
      renderer().results(where, request, result),
      renderer().dataset(where, test::record_of("hostile-0a1b2c3d"), test::hostile_dataset()),
      renderer().error(where, 400, "<script>alert(1)</script>", "\"'><u>")};
  for (const std::string& html : pages) {
    check_frame(html, "en");
    for (const char* bad : {"<script>alert", "<svg onload", "<img",
                            "href=\"javascript:", "href=\"data:", "<u>", "<b>", "\"onmouseover"}) {
      INFO(bad);
      CHECK(html.find(bad) == std::string::npos);
    }
    CHECK(count(html, "</title>") == 1);
  }
  CHECK_THAT(pages[1], Contains("<p>kept</p>"));
  CHECK_THAT(pages[1], Contains("javascript:alert(9)"));
}

TEST_CASE("an invented record carries its banner, a withdrawn one its date") {
  const Dataset sample = test::dataset_from("dct:title \"S\"@en ; dct:publisher <" +
                                            std::string(kSamplesPublisher) + "> .");
  Record record = test::record_of("s-1");
  CHECK_THAT(renderer().dataset(context("fr", "datasets/s-1"), record, sample),
             Contains("Exemple fictif"));
  record.withdrawn = "2026-05-06T00:00:00Z";
  CHECK_THAT(renderer().dataset(context("en", "datasets/s-1"), record, sample),
             Contains("withdrawn from the catalogue on 6 May 2026"));
}

TEST_CASE("an error page says what happened in the reader's language") {
  const std::string fr = renderer().error(context("fr", "datasets/x"), 404,
                                          "il n’y a pas de jeu de données", "cherchez-le");
  test::keep("error.fr.html", fr);
  check_frame(fr, "fr");
  CHECK_THAT(fr, Contains("<h1>Cette page n’existe pas</h1>"));
  CHECK_THAT(fr, Contains(">Il n’y a pas de jeu de données</p>"));
  CHECK_THAT(fr, Contains("<p>Cherchez-le</p>"));
  CHECK_THAT(fr, Contains("<code>req-1</code>"));
  CHECK(fr.find("rel=\"canonical\"") == std::string::npos);
  CHECK_THAT(fr, Contains("content=\"noindex\""));
  CHECK_THAT(renderer().error(context("en", ""), 418, "", ""),
             Contains("Something went wrong here"));
  CHECK_THAT(renderer().error(context("xx", ""), 404, "", ""), Contains("<html lang=\"en\">"));
}

}  // namespace
}  // namespace pinakes
