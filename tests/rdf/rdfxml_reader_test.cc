// The RDF/XML reader: statements, their places, and what it says about faulty files.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rdf/rdfxml_reader.h"

#include "indexer/rdf/isomorphic.h"
#include "tests/catch.h"
#include "tests/rdf/reading.h"
#include "tests/shared.h"

using namespace pinakes;
using namespace pinakes::rdf;
using tests::Reading;

namespace {

using Lines = std::vector<std::string>;

constexpr std::string_view kHead =
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
    "xmlns:dct=\"http://purl.org/dc/terms/\" xmlns:ex=\"http://e/\">\n";

Reading xml(std::string_view text) { return tests::read("rdfxml", text, "http://e/base"); }
/// The lines stand from line 2 on.
Reading body(const std::string& lines) {
  return xml(std::string(kHead) + lines + "\n</rdf:RDF>\n");
}
Reading with_entities(const std::string& declarations, const std::string& lines) {
  return xml("<!DOCTYPE rdf:RDF [" + declarations + "]>\n" + std::string(kHead) + lines +
             "\n</rdf:RDF>\n");
}
Reading turtle(const std::string& text) {
  return tests::turtle("@prefix ex: <http://e/> . @prefix dct: <http://purl.org/dc/terms/> . " +
                       text);
}
Position place(const Reading& reading, std::string_view subject, std::string_view predicate) {
  const auto s = reading.graph.find_iri(subject), p = reading.graph.find_iri(predicate);
  REQUIRE((s && p));
  const auto found = reading.graph.about(*s, *p);
  REQUIRE(found.size() == 1);
  return reading.graph.position(found.front());
}
void check_reads(const Reading& reading, const std::string& as_turtle) {
  CHECK(reading.complete);
  CHECK(reading.messages() == Lines{});
  CHECK(isomorphic(reading.graph, turtle(as_turtle).graph));
}

}  // namespace

TEST_CASE("each statement of RDF/XML stands where its object is") {
  const auto reading = body(
      "<ex:Thing rdf:about=\"http://e/a\"\n"
      "    ex:note=\"é&lt;\">\n"
      "  <!-- é --> <dct:title>Été &amp; <![CDATA[<x>]]></dct:title>\n"
      "  <ex:é é=\"\" rdf:resource='http://e/b'/>\n"
      "</ex:Thing>");
  CHECK(reading.complete);
  CHECK(isomorphic(reading.graph,
                   turtle("ex:a a ex:Thing ; ex:note \"é<\" ; dct:title \"Été & <x>\" ; "
                          "<http://e/é> ex:b .")
                       .graph));
  CHECK(place(reading, "http://e/a", "http://www.w3.org/1999/02/22-rdf-syntax-ns#type") ==
        Position{2, 1});
  CHECK(place(reading, "http://e/a", "http://purl.org/dc/terms/title") == Position{4, 25});
  CHECK(place(reading, "http://e/a", "http://e/é") == Position{5, 28});
}

TEST_CASE("lines beyond 65535 are counted on") {
  const auto reading = body(std::string(70000, '\n') +
                            "<ex:T rdf:about=\"http://e/a\"><dct:title>x</dct:title></ex:T>");
  CHECK(place(reading, "http://e/a", "http://purl.org/dc/terms/title") == Position{70002, 41});
}

TEST_CASE("short entities of the file are replaced, in texts and attributes") {
  const auto reading = with_entities(
      "<!ENTITY ex \"http://e/\"><!-- <!ENTITY ex 'no'> --><!ENTITY sub '&ex;sub/'>"
      "<!ENTITY ex 'http://no/'><!ENTITY quot '&#34;'><!ENTITY lt '&#38;#60;'>",
      "<rdf:Description rdf:about=\"&ex;a\">\n<dct:title>&sub; &quot; &lt;<![CDATA[&ex;]]>"
      "</dct:title> <dct:type rdf:resource='&sub;b'/></rdf:Description>");
  check_reads(reading, "ex:a dct:title \"http://e/sub/ \\\" <&ex;\" ; dct:type <http://e/sub/b> .");
  CHECK(place(reading, "http://e/a", "http://purl.org/dc/terms/title") == Position{4, 12});
}

TEST_CASE("what is outside the file, and what grows without measure, is refused by name") {
  const auto messages = [](const std::string& declarations, const std::string& use) {
    const auto reading =
        with_entities(declarations, "<rdf:Description rdf:about='http://e/a'><dct:title>" + use +
                                        "</dct:title>"
                                        "<dct:type>t</dct:type></rdf:Description>");
    CHECK_FALSE(reading.complete);
    CHECK(reading.graph.size() == 0);
    return reading.messages();
  };
  CHECK(
      messages("<!ENTITY x SYSTEM 'file:///etc/passwd'>", "&x;") ==
      Lines{"x.ttl:3:52: the entity 'x' stands for 'file:///etc/passwd', which is not opened: put "
            "the text into the file; nothing was read from there on"});
  CHECK(messages("<!ENTITY % p SYSTEM 'http://e/p'> %p;", "x") ==
        Lines{"x.ttl:1:54: the document type uses the parameter entity 'p', which is refused: put "
              "its declarations in its place"});
  CHECK(messages("<!ENTITY m '<ex:b/>'>", "&m;") ==
        Lines{"x.ttl:3:52: the entity 'm' holds more than text (elements or unknown entities): put "
              "it in its place; nothing was read from there on"});
  std::string laughs = "<!ENTITY a0 'ha'>";
  for (int i = 1; i < 12; ++i) {
    laughs += "<!ENTITY a" + std::to_string(i) + " '";
    for (int n = 0; n < 10; ++n) laughs += "&a" + std::to_string(i - 1) + ";";
    laughs += "'>";
  }
  const std::string large =
      "' is longer than 4096 characters or made of too many others: nothing "
      "was read from there on";
  CHECK(messages(laughs, "&a11;") == Lines{"x.ttl:3:52: the entity 'a11" + large});
  CHECK(messages("<!ENTITY a '&b;'><!ENTITY b '&a;'>", "&a;") ==
        Lines{"x.ttl:3:52: the entity 'a" + large});
  std::string many;
  for (int i = 0; i < 400'000; ++i) many += "&q;";
  const auto quadratic = messages("<!ENTITY q '" + std::string(4000, 'x') + "'>", many);
  REQUIRE(quadratic.size() == 1);
  CHECK(
      quadratic[0].ends_with("the entities make the text more than 4 times as long as the file: "
                             "nothing was read from there on"));
}

TEST_CASE("a fault of RDF costs its element and nothing else") {
  const auto check = [](const std::string& line, const Lines& messages, const Lines& lost,
                        std::string_view kept) {
    const auto reading = body("<rdf:Description rdf:about='http://e/a'>\n" + line +
                              "\n<dct:title>t</dct:title></rdf:Description>");
    INFO(line);
    CHECK_FALSE(reading.complete);
    CHECK(reading.messages() == messages);
    CHECK(reading.lost() == lost);
    CHECK(isomorphic(reading.graph, turtle("ex:a dct:title \"t\" . " + std::string(kept)).graph));
  };
  const Lines a{"http://e/a"};
  check(
      "<dct:creator rdf:about='http://e/b'/>",
      {"x.ttl:3:25: rdf:about stands on the property <dct:creator>; write rdf:resource to name its "
       "value: the statement is left out"},
      a, "");
  check("<dct:description>one <b>two</b> three</dct:description>",
        {"x.ttl:3:22: <dct:description> mixes text with the element <b>: write '<' in the text as "
         "'&lt;' or add rdf:parseType=\"Literal\"; the statement is left out"},
        a, "");
  check(
      "<foaf:page rdf:resource='http://e/p'/><foaf:name>n</foaf:name>",
      {"x.ttl:3:1: prefix 'foaf:' of 'foaf:page' is not declared: add "
       "xmlns:foaf=\"http://xmlns.com/foaf/0.1/\" to the first element; what uses it is left out"},
      a, "");
  check("<dct:publisher><ex:Agent>Name</ex:Agent></dct:publisher>",
        {"x.ttl:3:26: the text 'Name' stands directly in <ex:Agent>, where only properties are "
         "expected: put it into one (such as rdfs:label); it is left out"},
        {"anon1"}, "ex:a dct:publisher [ a ex:Agent ] .");
  check("<dct:publisher><ex:Agent rdf:ID='x y'/></dct:publisher>",
        {"x.ttl:3:34: 'x y' cannot be a value of rdf:ID: it must start with a letter and hold no "
         "spaces, ':' or '/'"},
        a, "");
  check("<dct:publisher><ex:A/><ex:B/></dct:publisher>",
        {"x.ttl:3:23: <dct:publisher> already has its value before <ex:B>: repeat <dct:publisher> "
         "for "
         "each value; this one is left out"},
        a, "ex:a dct:publisher [ a ex:A ] .");
}

TEST_CASE("oddities of real files are read with a remark") {
  const auto check = [](const std::string& line, const std::string& message,
                        const std::string& as_turtle) {
    const auto reading =
        body("<rdf:Description rdf:about='http://e/a'>\n" + line + "</rdf:Description>");
    INFO(line);
    CHECK(reading.complete);
    CHECK(reading.messages() == Lines{"x.ttl:3:" + message});
    CHECK(isomorphic(reading.graph, turtle(as_turtle).graph));
  };
  check(
      "<dct:license rdf:resource=''/>",
      "28: rdf:resource is empty, which means this file itself (http://e/base): write the IRI that "
      "is meant or leave the element out",
      "ex:a dct:license ex:base .");
  check("<dct:format rdf:resource='CSV'/>",
        "27: 'CSV' in rdf:resource is relative and was read as http://e/CSV: write the whole IRI, "
        "declare xml:base, or use a text if it is no address",
        "ex:a dct:format ex:CSV .");
  check("<dct:type rdf:resource='dct:Agent'/>",
        "25: 'dct:Agent' was read as it stands: prefixes do not count in attributes; write "
        "'http://purl.org/dc/terms/Agent' if that is meant",
        "ex:a dct:type <dct:Agent> .");
  check("<dct:type rdf:resource='http://e/a b'/>",
        "25: character ' ' may not stand in the IRI of rdf:resource, which was read as "
        "<http://e/a%20b>: percent-encode it or correct the IRI",
        "ex:a dct:type <http://e/a%20b> .");
  check("<dct:title xml:lang='it_IT'>t</dct:title>",
        "22: 'it_IT' is no language tag such as 'en' or 'fr-BE': the texts are kept without "
        "language",
        "ex:a dct:title \"t\" .");
  check("<dct:title lang='fr'>t</dct:title>",
        "18: attribute 'lang' was not read; is xml:lang meant?", "ex:a dct:title \"t\" .");
  const auto blanks =
      xml("\xEF\xBB\xBF\n <?xml version='1.0'?>" + std::string(kHead) + "</rdf:RDF>");
  CHECK(blanks.complete);
  CHECK(blanks.messages() == Lines{"x.ttl:1:1: there are blank lines or spaces before '<?xml': the "
                                   "file was read, but other programs refuse it"});
}

TEST_CASE("XML that is not well-formed: what came before stays, what is open is lost") {
  const auto check = [](const std::string& line, const std::string& message) {
    const auto reading =
        xml(std::string(kHead) + "<ex:T rdf:about='http://e/a'/><ex:T rdf:about='http://e/b'>\n" +
            line);
    INFO(line);
    CHECK_FALSE(reading.complete);
    CHECK(reading.messages() == Lines{"x.ttl:" + message});
    CHECK(reading.lost() == Lines{"http://e/b"});
    CHECK(reading.graph.size() >= 2);
  };
  const std::string on = "nothing was read from there on";
  check("<dct:title>x</dct:titel></ex:T></rdf:RDF>",
        "3:13: </dct:titel> does not close <dct:title>, which starts in line 3: " + on);
  check("<dct:title>R & D</dct:title></ex:T></rdf:RDF>",
        "3:14: '&' must be written '&amp;' (found '&'): " + on);
  check("<dct:type rdf:resource='?a=1&b=2'/></ex:T></rdf:RDF>",
        "3:29: '&' must be written '&amp;' (found '&b=2'): " + on);
  check(
      "<dct:title>a&nbsp;b</dct:title></ex:T></rdf:RDF>",
      "3:13: the entity '&nbsp;' is not declared: write the character itself (or its number, such "
      "as '&#160;' for a no-break space); " +
          on);
  check("<dct:title>a\x0b</dct:title></ex:T></rdf:RDF>",
        "3:13: character U+000B may not stand in XML: remove it; " + on);
  check("<dct:title>a",
        "3:13: the file ends inside <dct:title>, which starts in line 3: is it cut "
        "short?");
  check("<dct:title>t</dct:title>",
        "3:25: the file ends inside <ex:T>, which starts in line 2: is it cut short?");
}

TEST_CASE("encodings are read as declared, and a wrong declaration is named") {
  const std::string text = "<?xml version='1.0' encoding='ISO-8859-1'?>" + std::string(kHead) +
                           "<ex:T rdf:about='http://e/a' dct:title='\xE9'/></rdf:RDF>";
  CHECK(isomorphic(xml(text).graph, turtle("ex:a a ex:T ; dct:title \"é\" .").graph));
  std::string wide = "\xFF\xFE";
  for (const char c : "<?xml version='1.0' encoding='UTF-16'?>" + std::string(kHead) +
                          "<ex:T rdf:about='http://e/a'/></rdf:RDF>")
    wide.append({c, '\0'});
  CHECK(xml(wide).messages() == Lines{});
  CHECK(xml(wide).graph.size() == 1);
  const auto wrong = body("<ex:T rdf:about='http://e/a'/>\n<ex:T dct:title='\xE9'/>");
  CHECK_FALSE(wrong.complete);
  CHECK(wrong.graph.size() == 1);
  CHECK(wrong.messages() ==
        Lines{"x.ttl:3:18: the file says encoding UTF-8 but holds byte 0xE9, which is no character "
              "in it: save it as UTF-8 or declare encoding=\"ISO-8859-1\"; nothing was read from "
              "there on"});
}

TEST_CASE("XML of another kind is called by its name, unless it holds RDF") {
  CHECK(
      xml("<feed xmlns='http://www.w3.org/2005/Atom'/>").messages() ==
      Lines{"x.ttl:1:1: this is Atom, not RDF/XML: export the metadata as RDF (DCAT), or give the "
            "file to a program that turns Atom into DCAT"});
  CHECK(
      xml("<!DOCTYPE html>\n<html><br></html>").messages() ==
      Lines{"x.ttl:2:1: this is HTML, not RDF/XML: export the metadata as RDF (DCAT), or give the "
            "file to a program that turns HTML into DCAT"});
  const auto inside = xml("<OAI-PMH xmlns='http://www.openarchives.org/OAI/2.0/'><r>" +
                          std::string(kHead) + "<ex:T/></rdf:RDF></r></OAI-PMH>");
  CHECK(inside.complete);
  CHECK(inside.graph.size() == 1);
}

TEST_CASE("hostile RDF/XML ends soon and says where") {
  const auto last = [](const Reading& reading) {
    CHECK_FALSE(reading.complete);
    const Lines messages = reading.messages();
    REQUIRE(messages.size() == 1);
    return messages[0];
  };
  std::string deep;
  for (int i = 0; i < 200'000; ++i) deep += "<ex:a>";
  CHECK(last(body(deep)) ==
        "x.ttl:2:1531: more than 256 elements stand inside each other: nothing "
        "was read from there on");
  CHECK(last(body("<ex:T><ex:a>" + std::string(17 << 20, 'x') + "</ex:a></ex:T>")) ==
        "x.ttl:2:13: this text is longer than 16 MB");
  CHECK(
      last(body("<ex:T ex:a='" + std::string(11 << 20, 'x') + "'/>"))
          .ends_with("a name, value or comment does not end, or is longer than 10 MB: nothing was "
                     "read from there on"));
  std::string attributes = "<ex:T";
  for (int i = 0; i < 100'000; ++i) attributes += " ex:a" + std::to_string(i) + "=''";
  CHECK(last(body(attributes + "/>")) ==
        "x.ttl:2:1: an element has more than 1000 attributes: nothing was read from there on");
  std::string spaces = "<ex:T";
  for (int i = 0; i < 2000; ++i) spaces += "\nxmlns:n" + std::to_string(i) + "=\n'http://e/'";
  CHECK(last(body(spaces + "/>")).find("more than 1000") != std::string::npos);
  std::string faults;
  for (int i = 0; i < 500; ++i) faults += "<ex:T rdf:nodeID='1'/>";
  CHECK(body(faults).found.size() == 101);
}

TEST_CASE("a namespace of a megabyte that every element uses ends the reading") {
  std::string text =
      "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:e='http://e/" +
      std::string(1'000'000, 'x') + "/'><rdf:Description rdf:about='http://e/a'>\n";
  for (int i = 0; i < 300; ++i) text += "<e:p>v</e:p>\n";
  const Reading reading = xml(text + "</rdf:Description></rdf:RDF>");
  CHECK_FALSE(reading.complete);
  REQUIRE(reading.found.size() == 1);
  CHECK(reading.found.front().code == "syntax-iris-grow");
  CHECK(reading.graph.lost_subjects().size() == 1);
}

TEST_CASE("real RDF/XML files survive being written") {
  const auto folder = tests::shared() / "corpora";
  if (!std::filesystem::exists(folder)) {
    WARN("skipped: no corpora in " << folder);
    return;
  }
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const Format* format = format_of_extension(entry.path());
    if (format == nullptr || format->name != "rdfxml") continue;
    INFO(entry.path());
    const auto reading = xml(tests::read_file(entry.path()));
    CHECK(reading.complete);
    CHECK(reading.graph.size() > 30);
    const auto again = xml(tests::write("rdfxml", reading.graph));
    CHECK(again.complete);
    CHECK(isomorphic(reading.graph, again.graph));
    ++files;
  }
  CHECK(files >= 9);
}
