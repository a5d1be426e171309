// JSON of other metadata schemas: which it is, and every key of it as a statement.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/json_lift.h"

#include "indexer/rdf/contexts.h"
#include "indexer/rdf/isomorphic.h"
#include "tests/catch.h"
#include "tests/rdf/reading.h"

namespace pinakes::tests {
namespace {

Reading json(std::string_view text) {
  const rdf::Contexts contexts{PINAKES_ROOT};
  Reading reading;
  rdf::Source source{text, "http://e/", "x.json"};
  source.contexts = &contexts;
  reading.complete = rdf::format_named("json")->read(source, reading.graph, reading.found);
  reading.graph.finish();
  return reading;
}

void check_same(std::string_view text, std::string_view expected) {
  const Reading reading = json(text);
  for (const std::string& message : reading.messages()) UNSCOPED_INFO(message);
  CHECK(reading.complete);
  INFO(write("turtle", reading.graph));
  CHECK(rdf::isomorphic(reading.graph, turtle(expected).graph));
}

TEST_CASE("every key is a property, nothing is dropped") {
  check_same(R"({"fields": [{"name": "a", "@x": true}], "n": 12, "d": 1.5, "e": 1e3, "z": null,
                 "t": ["b", "c"], "": "", "ü <>": "x", "none": [], "empty": {}})",
             R"(@prefix t: <urn:pinakes:table-schema#> . [] a t:Dataset ;
                t:fields [ t:name "a" ; <urn:pinakes:table-schema#@x> true ] ; t:n 12 ; t:d 1.5 ;
                t:e 1e3 ; t:t "b", "c" ; <urn:pinakes:table-schema#> "" ;
                <urn:pinakes:table-schema#ü%20%3C%3E> "x" ; t:empty [] .)");
}

TEST_CASE("co-ordinates stay whole, because statements have no order") {
  check_same(R"({"resources": [], "p": [1, 1, 2], "q": [["a"], ["a"]],
                 "g": {"type": "Point", "coordinates": [1, "\"\u0001"]}})",
             R"(@prefix c: <urn:pinakes:ckan#> .
                @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
                [] a c:Dataset ; c:p "[1,1,2]"^^rdf:JSON ; c:q "[[\"a\"],[\"a\"]]"^^rdf:JSON ;
                c:g "{\"type\":\"Point\",\"coordinates\":[1,\"\\\"\\u0001\"]}"^^rdf:JSON .)");
}

TEST_CASE("datasets are found where their schema has them, and named by their address") {
  check_same(
      R"({"count": 1, "dataModels": [{"identifier": "http://e/1", "@schema": {}, "summary": {}},
                 {"identifier": "no address", "@schema": 1, "summary": 2}]})",
      R"(@prefix h: <urn:pinakes:hdruk#> . [] h:count 1 ; h:dataModels <http://e/1>, _:b .
                <http://e/1> a h:Dataset ; h:identifier "http://e/1" ;
                <urn:pinakes:hdruk#@schema> [] ; h:summary [] .
                _:b a h:Dataset ; h:identifier "no address" ; <urn:pinakes:hdruk#@schema> 1 ;
                h:summary 2 .)");
  check_same(
      R"({"success": true, "result": {"count": 1, "results": [{"name": "n", "uri": "http://e/d"}]}})",
      R"(@prefix c: <urn:pinakes:ckan#> . [] c:success true ; c:result [ c:count 1 ;
                c:results <http://e/d> ] . <http://e/d> a c:Dataset ; c:name "n" ;
                c:uri "http://e/d" .)");
  check_same(R"([{"resources": [{"url": "u"}]}, {"title": "t"}])",
             R"(@prefix c: <urn:pinakes:ckan#> . [] a c:Dataset ; c:resources [ c:url "u" ] .
                [] a c:Dataset ; c:title "t" .)");
}

TEST_CASE("DCAT-US is JSON-LD without saying so; a dataset needs no @type") {
  check_same(R"({"dataset": [{"title": "T", "accessLevel": "public", "bureauCode": ["1"]}]})",
             R"(@prefix dcat: <http://www.w3.org/ns/dcat#> .
                @prefix pod: <https://project-open-data.cio.gov/v1.1/schema#> .
                [] dcat:dataset [ a dcat:Dataset ; <http://purl.org/dc/terms/title> "T" ;
                pod:accessLevel "public" ; pod:bureauCode "1" ] .)");
}

TEST_CASE("what is JSON-LD is read as such") {
  check_same(R"({"@context": {"t": "http://purl.org/dc/terms/title"}, "t": "T", "fields": []})",
             R"([] <http://purl.org/dc/terms/title> "T" .)");
  check_same(R"({"@id": "http://e/a", "http://e/p": "v"})", R"(<http://e/a> <http://e/p> "v" .)");
}

TEST_CASE("places are those of the values") {
  const Reading reading = json("{\n \"fields\": [\n  {\"name\": \"a\"},\n  {\"name\": \"b\"}]}");
  std::vector<Position> places;
  for (const rdf::Triple& triple : reading.graph.triples())
    if (reading.graph[triple.predicate].value.ends_with("#name"))
      places.push_back(reading.graph.position(triple));
  CHECK(places == std::vector<Position>{{3, 12}, {4, 12}});
}

TEST_CASE("other JSON is refused with what was found") {
  const auto message = [](std::string_view text) {
    const Reading reading = json(text);
    CHECK_FALSE(reading.complete);
    REQUIRE(reading.found.size() == 1);
    CHECK(reading.graph.size() == 0);
    return reading.messages().front();
  };
  CHECK(message(R"({"type": "FeatureCollection", "features": []})") ==
        "x.json:1:1: this JSON is none of the metadata schemas known (JSON-LD, DCAT-US 1.1, HDR UK "
        "2.0.0, CKAN, Table Schema); at its top stand 'type', 'features'");
  CHECK(message("[1]").starts_with("x.json:1:1: this JSON has nothing at its top"));
  CHECK(message(R"({"dataModels": [{"domainType": "DataModel"}]})") ==
        "x.json:1:1: this is the HDR UK dataset schema 1, which is not read: export the catalogue "
        "in version 2.0.0");
  CHECK(message(R"({"result": ["a", "b"]})") ==
        "x.json:1:1: this CKAN answer (package_list) holds only the names of datasets: ask for "
        "package_search, whose answer describes them");
}

}  // namespace
}  // namespace pinakes::tests
