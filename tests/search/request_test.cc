// Search parameters: what is understood, what is refused, and that a refusal names the parameter.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/search/request.h"

#include <set>

#include "indexer/base/date.h"
#include "indexer/base/error.h"
#include "tests/catch.h"

namespace pinakes {
namespace {

/// The error that these parameters give; fails the test where there is none.
Error refusal(const Params& params) {
  try {
    parse_search(params, "en");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::BadRequest);
    return error;
  }
  FAIL("accepted: " << params.back().first << "=" << params.back().second);
  return Error(ErrorCode::Internal, "");
}

TEST_CASE("a search is read by the field table") {
  const SearchRequest request = parse_search({{"q", " cancer "},
                                              {"lang", "fr-BE"},
                                              {"access_rights", "RESTRICTED"},
                                              {"access_rights", "PUBLIC"},
                                              {"access_rights", "PUBLIC"},
                                              {"temporal_from", "2020"},
                                              {"temporal_to", "2021-02"},
                                              {"number_of_records_min", "10"},
                                              {"number_of_records_unstated", "include"},
                                              {"sort", "-modified"},
                                              {"page", "3"},
                                              {"page_size", "50"}},
                                             "en");
  CHECK(request.text == "cancer");
  CHECK(request.lang == "fr");
  const Filter* filter = request.filter(*find_field("access_rights"));
  REQUIRE(filter != nullptr);
  CHECK(filter->any_of == std::vector<std::string>{"PUBLIC", "RESTRICTED"});
  REQUIRE(request.ranges.size() == 2);
  CHECK(request.ranges[0].from == parse_days("2020-01-01")->first);
  CHECK(request.ranges[0].to == parse_days("2021-02-28")->last);
  CHECK(request.ranges[1].unstated == Range::Unstated::Include);
  CHECK(request.sort.field == find_field("modified"));
  CHECK(request.sort.order == Sort::Order::Descending);
  CHECK(request.page == 3);
  CHECK(request.page_size == 50);
}

TEST_CASE("without words nothing is relevant, with words relevance comes first") {
  CHECK(parse_search({}, "en").sort.by == Sort::By::Default);
  CHECK(parse_search({{"sort", "relevance"}}, "en").sort.by == Sort::By::Default);
  CHECK(parse_search({{"q", "x"}}, "en").sort.by == Sort::By::Relevance);
  CHECK(parse_search({{"q", "x"}, {"sort", "title"}}, "en").sort.by == Sort::By::Field);
}

TEST_CASE("facets: a sensible few, all, none, or by name") {
  CHECK(parse_search({}, "en").facets.size() > 3);
  CHECK(parse_search({{"facets", "none"}}, "en").facets.empty());
  CHECK(parse_search({{"facets", "all"}}, "en").facets.size() >
        parse_search({}, "en").facets.size());
  const auto two = parse_search({{"facets", "theme,licence"}}, "en").facets;
  CHECK(two == std::vector<const Field*>{find_field("theme"), find_field("licence")});
}

TEST_CASE("an unknown parameter names the nearest valid one") {
  const Error error = refusal({{"acces_right", "PUBLIC"}});
  CHECK(error.parameter() == "acces_right");
  CHECK(error.hint().find("'access_rights'") != std::string::npos);
  CHECK(refusal({{"zzzzzzzzzz", "1"}}).hint().empty());
  CHECK(refusal({{"sort", "modifed"}}).hint().find("'modified'") != std::string::npos);
  CHECK(refusal({{"facets", "them"}}).hint().find("'theme'") != std::string::npos);
}

TEST_CASE("every bad value is refused by the name of its parameter") {
  const Params bad = {{"page", "0"},
                      {"page", "-1"},
                      {"page", "x"},
                      {"page", ""},
                      {"page", "99999999999999999999"},
                      {"page", "501"},
                      {"page_size", "1000000000"},
                      {"page_size", "0"},
                      {"page_size", "101"},
                      {"q", std::string(kMaxQueryBytes + 1, 'a')},
                      {"q", "caf\xC3"},
                      {"access_rights", "\xFF"},
                      {"lang", "english please"},
                      {"sort", "keyword"},
                      {"facets", "title"},
                      {"temporal_from", "31/12/2020"},
                      {"number_of_records_min", "1.5"},
                      {"number_of_records_unstated", "perhaps"},
                      {"title", "no filter"},
                      {"temporal_min", "3"},
                      {"cursor", std::string(5'000, 'x')}};
  for (const auto& param : bad) {
    INFO(param.first << '=' << param.second.substr(0, 40));
    CHECK(refusal({param}).parameter() == param.first);
  }
  CHECK(refusal({{"q", "a"}, {"q", "b"}}).parameter() == "q");
  CHECK(refusal({{"temporal_from", "2021"}, {"temporal_to", "2020"}}).parameter() ==
        "temporal_from");
  CHECK(refusal({{"page", "101"}, {"page_size", "100"}}).parameter() == "page");
}

TEST_CASE("the canonical form is the same for the same search, and reads back") {
  const auto a = parse_search({{"theme", "HEAL"}, {"q", "a&b é"}, {"theme", "AGRI"}}, "en");
  const auto b =
      parse_search({{"q", "a&b é"}, {"theme", "AGRI"}, {"theme", "HEAL"}, {"lang", "en"}}, "fr");
  CHECK(a.canonical() == b.canonical());
  CHECK(a.canonical() == "lang=en&q=a%26b%20%C3%A9&theme=AGRI&theme=HEAL");
  const auto ranged = parse_search({{"modified_from", "2020-05"}, {"page", "2"}}, "en");
  CHECK(ranged.canonical() == "lang=en&modified_from=2020-05-01&page=2");
}

TEST_CASE("every parameter of the table is understood and stands in it once") {
  std::set<std::string> names;
  for (const SearchParam& param : search_params()) {
    CHECK(names.insert(param.name).second);
    std::string value = param.type == "integer" ? "1" : param.type == "date" ? "2020" : "en";
    if (param.name == "sort") value = "title";
    if (param.name == "facets") value = "all";
    if (param.name.ends_with("_unstated")) value = "include";
    INFO(param.name);
    CHECK_NOTHROW(parse_search({{param.name, value}}, "en"));
  }
}

}  // namespace
}  // namespace pinakes
