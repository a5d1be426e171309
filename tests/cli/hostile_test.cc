// Hostile and damaged inputs: each ends soon, in little memory, with a message that names a place.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/resource.h>

#include <functional>

#include "indexer/base/text.h"
#include "indexer/rdf/contexts.h"
#include "indexer/rdf/formats.h"
#include "tests/catch.h"
#include "tests/cli/program.h"

using namespace pinakes;
using namespace pinakes::test;

namespace {

constexpr double kSeconds = 2;
constexpr double kSlack = 3;  // the machine is busy, and this is no optimised build
constexpr rlim_t kMemory = rlim_t{512} << 20U;

struct Limited {
  Outcome outcome;
  double seconds = 0;  // of processor time
};

/// `convert --to ntriples` with the memory of the issue.
Limited converted(const TemporaryFolder& folder, const std::string& file,
                  const std::vector<std::string>& options = {}) {
  const std::string out = folder / "out", err = folder / "err";
  std::vector<std::string> arguments = {"convert", "--to", "ntriples", file};
  arguments.insert(arguments.end(), options.begin(), options.end());
  rlimit before{};
  getrlimit(RLIMIT_AS, &before);
  const rlimit limit{kMemory, before.rlim_max};
  const pid_t child = fork();
  if (child < 0) throw std::runtime_error("cannot fork");
  if (child == 0) {
    setrlimit(RLIMIT_AS, &limit);
    _exit(wait_for(start(arguments, out, err)));
  }
  int status = 0;
  rusage usage{};
  wait4(child, &status, 0, &usage);
  Limited result;
  result.outcome = {WIFEXITED(status) ? WEXITSTATUS(status) : -1, contents(out), contents(err)};
  if (result.outcome.status == 255) result.outcome.status = -1;  // killed: see wait_for
  const auto seconds = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
  };
  result.seconds = seconds(usage.ru_utime) + seconds(usage.ru_stime);
  return result;
}

struct Syntax {
  const char* format;
  const char* extension;
  std::string good;  // a small document
};

std::vector<Syntax> syntaxes() {
  std::vector<Syntax> all = {
      {"turtle", ".ttl",
       "@prefix d: <http://purl.org/dc/terms/> .\n<http://e.org/a> d:title \"A\"@en ; d:x [ d:y (1 "
       "2.5 true) ] .\n"},
      {"ntriples", ".nt", "<http://e.org/a> <http://e.org/p> \"x\\u00e9\"@en .\n"},
      {"trig", ".trig",
       "<http://e.org/g> { <http://e.org/a> <http://e.org/p> 'x', \"\"\"y\"\"\" }\n"},
      {"nquads", ".nq", "<http://e.org/a> <http://e.org/p> _:b <http://e.org/g> .\n"},
      {"rdfxml", ".rdf",
       "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/"
       "22-rdf-syntax-ns#\" xmlns:d=\"http://purl.org/dc/terms/\">\n<rdf:Description "
       "rdf:about=\"http://e.org/a\"><d:title xml:lang=\"en\">A</d:title><d:x "
       "rdf:parseType=\"Resource\"><d:y>1</d:y></d:x></rdf:Description>\n</rdf:RDF>\n"},
      {"jsonld", ".jsonld",
       "{\"@context\": {\"d\": \"http://purl.org/dc/terms/\"},\n \"@id\": \"http://e.org/a\",\n "
       "\"d:title\": [{\"@value\": \"A\", \"@language\": \"en\"}, {\"@id\": \"_:b\"}]}\n"},
      {"html", ".html",
       "<!doctype html><html><body><script type=\"application/ld+json\">{\"@id\": \"http://e.org/"
       "a\", \"http://e.org/p\": 1}</script></body></html>\n"},
  };
  std::erase_if(all, [](const Syntax& one) {
    const rdf::Format* format = rdf::format_named(one.format);
    return format == nullptr || format->read == nullptr;
  });
  return all;
}

std::string many(std::string_view text, std::size_t times) {
  std::string all;
  all.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

struct Case {
  std::string name;  // of the file
  std::string text;
  enum class Ends : std::uint8_t { Badly, Anyhow } ends = Ends::Badly;
};

void check(const TemporaryFolder& folder, const Case& one) {
  const std::string file = folder.write(one.name, one.text);
  const Limited run = converted(folder, file);
  INFO(one.name << " exit " << run.outcome.status << " err " << run.outcome.err.substr(0, 500));
  CHECK(run.seconds < kSeconds + kSlack);
  CHECK((run.outcome.status == 0 || run.outcome.status == 1));
  if (one.ends == Case::Ends::Anyhow) return;
  CHECK(run.outcome.status == 1);
  CHECK(run.outcome.err.find(file + ":") != std::string::npos);
  const std::size_t place = run.outcome.err.find(file + ":") + file.size() + 1;
  CHECK((place < run.outcome.err.size() && std::isdigit(run.outcome.err[place]) != 0));
}

bool readable(const char* name) {
  const rdf::Format* format = rdf::format_named(name);
  return format != nullptr && format->read != nullptr;
}

constexpr std::string_view kRdf =
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:e=\"http://e.org/\">";

}  // namespace

TEST_CASE("nesting without end ends soon, in every format") {
  const TemporaryFolder folder;
  constexpr std::size_t kDeep = 200'000;
  check(folder, {"brackets.ttl",
                 "<http://e.org/a> <http://e.org/p> " + many("[ <http://e.org/p> ", kDeep)});
  check(folder, {"lists.ttl", "<http://e.org/a> <http://e.org/p> " + many("( ", kDeep)});
  if (readable("trig")) check(folder, {"braces.trig", many("{ ", kDeep)});
  if (readable("rdfxml"))
    check(folder, {"elements.rdf", std::string(kRdf) + many("<e:A><e:p>", kDeep)});
  if (readable("jsonld")) {
    check(folder, {"arrays.jsonld", "{\"http://e.org/p\": " + many("[", kDeep)});
    check(folder, {"objects.jsonld", many("{\"http://e.org/p\": ", kDeep)});
  }
  if (readable("html"))
    check(folder,
          {"elements.html", many("<div>", kDeep) + "<script type=\"application/ld+json\">{]",
           Case::Ends::Anyhow});
}

TEST_CASE("a text of 100 MB ends soon, in every format") {
  const TemporaryFolder folder;
  const std::string text(std::size_t{100} << 20U, 'x');
  const std::string start = "<http://e.org/a> <http://e.org/p> \"";
  check(folder, {"text.ttl", start + text + "\" .\n"});
  check(folder, {"text.nt", start + text + "\" .\n"});
  if (readable("nquads")) check(folder, {"text.nq", start + text + "\" .\n"});
  if (readable("rdfxml"))
    check(folder, {"text.rdf", std::string(kRdf) + "<e:A><e:p>" + text + "</e:p></e:A></rdf:RDF>"});
  if (readable("jsonld"))
    check(folder,
          {"text.jsonld", "{\"@id\": \"http://e.org/a\", \"http://e.org/p\": \"" + text + "\"}"});
}

TEST_CASE("entities multiply nothing and reach no file") {
  if (!readable("rdfxml")) return;
  const TemporaryFolder folder;
  std::string laughs = "<?xml version=\"1.0\"?><!DOCTYPE rdf:RDF [<!ENTITY l0 \"lol\">";
  for (int i = 1; i < 10; ++i)
    laughs += "<!ENTITY l" + std::to_string(i) + " \"" +
              many("&l" + std::to_string(i - 1) + ";", 10) + "\">";
  check(folder,
        {"laughs.rdf", laughs + "]>" + std::string(kRdf) + "<e:A><e:p>&l9;</e:p></e:A></rdf:RDF>"});
  const std::string secret = folder.write("secret", "the secret of this machine");
  for (const std::string& kind : std::vector<std::string>{"SYSTEM \"file://" + secret + "\"",
                                                          "PUBLIC \"x\" \"" + secret + "\""}) {
    const std::string file = folder.write(
        "external.rdf", "<?xml version=\"1.0\"?><!DOCTYPE rdf:RDF [<!ENTITY x " + kind + ">]>" +
                            std::string(kRdf) + "<e:A><e:p>&x;</e:p></e:A></rdf:RDF>");
    const Limited run = converted(folder, file);
    CHECK(run.outcome.out.find("secret of this") == std::string::npos);
    CHECK(run.outcome.err.find("secret of this") == std::string::npos);
    CHECK(run.outcome.status == 1);
    CHECK(run.outcome.err.find(file + ":1:") != std::string::npos);
  }
}

TEST_CASE("contexts that name each other and keys that stand twice are said") {
  if (!readable("jsonld")) return;
  const TemporaryFolder folder;
  check(folder, {"unknown.jsonld", "{\"@context\": \"https://evil.example/x\", \"a\": 1}"});
  const std::string file =
      folder.write("twice.jsonld",
                   "{\"@id\": \"http://e.org/a\", \"http://e.org/p\": 1,\n \"http://e.org/p\": 2}");
  const Limited twice = converted(folder, file);
  CHECK(twice.outcome.err.find(file + ":2:") != std::string::npos);

  // In the process: a context of the allow-list that imports itself.
  rdf::Contexts contexts;
  contexts.add("https://e.org/a", R"({"@context": ["https://e.org/b"]})");
  contexts.add("https://e.org/b", R"({"@context": ["https://e.org/a"]})");
  class Nothing : public rdf::Sink {
   public:
    void statement(const rdf::Term&, const rdf::Term&, const rdf::Term&, Position) override {}
    void lost(const rdf::Term&) override {}
  } nothing;
  Diagnostics found;
  CHECK_FALSE(rdf::format_named("jsonld")->read(
      {R"({"@context": "https://e.org/a", "http://e.org/p": 1})", {}, "FILE", &contexts}, nothing,
      found));
  REQUIRE_FALSE(found.empty());
  CHECK_FALSE(found.front().place.file.empty());  // the context at fault, or the document
}

TEST_CASE("other encodings are named, marks at the start are no matter") {
  const TemporaryFolder folder;
  for (const Syntax& one : syntaxes()) {
    INFO(one.format);
    const std::string name = std::string("a") + one.extension;
    const std::string marked = folder.write(name, "\xEF\xBB\xBF" + one.good);
    CHECK(converted(folder, marked).outcome.status == 0);
    std::string wide = "\xFF\xFE";
    for (const char c : one.good) wide += std::string{c, '\0'};
    const std::string utf16 = folder.write(name, wide);
    const Limited run = converted(folder, utf16);
    // XML and HTML may be UTF-16; the others are told what to do.
    CHECK((run.outcome.status == 0 || run.outcome.err.find(utf16) != std::string::npos));
    std::string latin = one.good;
    const std::size_t a = latin.find("A");
    latin.insert(a == std::string::npos ? latin.size() / 2 : a, "\xE9");
    const Limited wrong = converted(folder, folder.write(name, latin));
    if (std::string_view(one.format) == "html") {  // such pages are Windows-1252, as in a browser
      CHECK(wrong.outcome.status == 0);
      continue;
    }
    CHECK(wrong.outcome.status == 1);
    CHECK(wrong.outcome.err.find(name + ":") != std::string::npos);
  }
}

TEST_CASE("cut anywhere or with bytes changed, a document is read without harm") {
  class Nothing : public rdf::Sink {
   public:
    void statement(const rdf::Term&, const rdf::Term&, const rdf::Term&, Position) override {}
    void lost(const rdf::Term&) override {}
  } nothing;
  for (const Syntax& one : syntaxes()) {
    const rdf::Format& format = *rdf::format_named(one.format);
    const auto read = [&](const std::string& text) {
      Diagnostics found;
      const bool whole = format.read({text, "http://e.org/base", "FILE"}, nothing, found);
      if (whole) return;
      INFO(one.format << ": " << text);
      REQUIRE_FALSE(found.empty());
      for (const Diagnostic& what : found) CHECK(what.place.file == "FILE");
    };
    for (std::size_t size = 0; size < one.good.size(); ++size) read(one.good.substr(0, size));
    std::uint32_t random = 12345;
    const auto next = [&] { return random = random * 1'664'525U + 1'013'904'223U, random >> 8U; };
    for (int i = 0; i < 2000; ++i) {
      std::string text = one.good;
      for (std::uint32_t flips = 1 + next() % 3; flips > 0; --flips)
        text[next() % text.size()] = static_cast<char>(next());
      read(text);
    }
    // A larger one, cut at every thousandth byte.
    if (std::string_view(one.format) == "turtle" || std::string_view(one.format) == "ntriples") {
      const std::string large = many(one.good, 2000);
      for (std::size_t size = 0; size < large.size(); size += 1000) read(large.substr(0, size));
    }
  }
}
