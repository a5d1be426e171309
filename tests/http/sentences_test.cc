// Errors that a reader can meet are said in the reader's language.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/sentences.h"

#include <set>

#include "tests/catch.h"
#include "tests/http/site.h"

using namespace pinakes;

namespace {
/// Words that no French sentence of ours has.
bool looks_english(std::string_view text) {
  for (const char* word :
       {"parameter ", "there is", "expected", "found '", " the ", "give ", "did "})
    if (text.find(word) != std::string_view::npos) return true;
  return false;
}

/// The members of a problem that people read, in one text.
std::string words_of(const nlohmann::json& problem) {
  std::string out = problem["detail"].get<std::string>() + "\n" + problem.value("hint", "");
  for (const auto& fault : problem.value("errors", nlohmann::json::array()))
    out += "\n" + fault["detail"].get<std::string>();
  return out;
}

const std::vector<std::string>& bad_queries() {
  static const std::vector<std::string> queries{"acces_rights=PUBLIC",
                                                "zzzz=1",
                                                "page=0",
                                                "page=x",
                                                "page=1000&page_size=100",
                                                "page_size=1000",
                                                "page=1&page=2",
                                                "q=%FF",
                                                "q=a%00",
                                                "q=" + std::string(3000, 'a'),
                                                "sort=titel",
                                                "sort=colour",
                                                "facets=colour",

                                                "modified_from=yesterday",
                                                "modified_from=2024&modified_to=2020",
                                                "modified_unstated=maybe",
                                                "number_of_records_min=many",
                                                "number_of_records_min=9&number_of_records_max=1",
                                                "theme=" + std::string(3000, 'a'),
                                                "q=" + std::string(9000, 'a')};
  return queries;
}
}  // namespace

TEST_CASE("each sentence has its slots in both languages, and each only once") {
  std::set<std::string_view> seen;
  for (const Bilingual& row : error_sentences()) {
    INFO(row.en);
    CHECK(seen.insert(row.en).second);
    CHECK_FALSE(row.fr.empty());
    for (const char* slot : {"{1}", "{2}", "{3}"})
      CHECK((row.en.find(slot) == std::string_view::npos) ==
            (row.fr.find(slot) == std::string_view::npos));
  }
}

TEST_CASE("slots are carried over, whatever stands in them") {
  CHECK(in_language("there is no dataset 'a'", "fr") == "il n’y a pas de jeu de données « a »");
  CHECK(in_language("there is no parameter 'it's {1}'", "fr") ==
        "il n’y a pas de paramètre « it's {1} »");
  CHECK(in_language("parameter 'q': at most 2 bytes, found 3", "fr") ==
        "le paramètre « q » a 3 octets ; 2 au plus sont acceptés");
  CHECK(in_language("parameter 'cursor': not a cursor of this search", "fr") ==
        "le paramètre « cursor » n’est pas un curseur de cette recherche");
  CHECK(in_language("there is no dataset 'a'", "en") == "there is no dataset 'a'");
  CHECK(in_language("a sentence of another day", "fr") == "a sentence of another day");
}

TEST_CASE("every refused search is explained in French to whom reads French") {
  const test::Site site;
  for (const std::string& query : bad_queries()) {
    INFO(query.substr(0, 60));
    const auto problem = site.json("/api/v1/datasets?lang=fr&" + query);
    REQUIRE(problem["status"].get<int>() >= 400);
    const std::string words = words_of(problem);
    INFO(words);
    CHECK_FALSE(looks_english(words));
    const std::string page = site.get("/fr/datasets?" + query).body;
    const std::size_t box = page.find("error-detail");
    REQUIRE(box != std::string::npos);
    CHECK_FALSE(looks_english(page.substr(box, page.find("<ul>", box) - box)));
  }
}

TEST_CASE("a dataset that is unknown or withdrawn is explained in French") {
  const test::Site site;
  for (const std::string& path :
       {std::string("/datasets/nobody-00000000"), "/datasets/" + site.id(test::kLeft),
        "/datasets/" + site.id(test::kCohort) + ".xyz", std::string("/api/v1/nothing"),
        "/datasets/" + site.id(test::kCohort) + ".ttl?profile=x"}) {
    INFO(path);
    const std::string separator = path.find('?') == std::string::npos ? "?" : "&";
    const auto problem = site.json(path + separator + "lang=fr");
    INFO(problem.dump());
    CHECK_FALSE(looks_english(words_of(problem)));
  }
  const std::string page = site.get("/fr/datasets/nobody-00000000").body;
  CHECK(page.find("/api/v1") == page.find("/api/v1/datasets?lang=fr"));  // the footer's link only
  CHECK(page.find("nobody-00000000") != std::string::npos);
}

TEST_CASE("only the operator is told which command mends the index") {
  test::Site site;
  site.search.failure = [] {
    throw Error(ErrorCode::IndexOutdated, "the index in /srv/secret is old",
                "rebuild it: pinakes-indexer rebuild --data /srv/secret");
  };
  for (const char* path : {"/fr/", "/en/datasets", "/api/v1/datasets"}) {
    INFO(path);
    const Response response = site.get(path);
    CHECK(response.status == 503);
    CHECK(response.body.find("secret") == std::string::npos);
    CHECK(response.body.find("pinakes-indexer") == std::string::npos);
  }
  CHECK(site.get("/health/ready").body.find("pinakes-indexer rebuild") != std::string::npos);
}
