// pinakes-indexer validate and template as processes: outputs, exit status, usage.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "tests/catch.h"
#include "tests/cli/program.h"

namespace pinakes::test {
namespace {

const std::string kErrors = std::string(PINAKES_ROOT) + "/tests/data/bad/errors/";

std::string written(const TemporaryFolder& folder, const std::string& name,
                    const std::string& text) {
  const std::string file = folder / name;
  std::ofstream(file, std::ios::binary) << text;
  return file;
}

TEST_CASE("validate: a violation is exit status 1, a warning alone is 0") {
  const Outcome bad = indexer({"validate", kErrors + "03-no-access-body.ttl"});
  CHECK(bad.status == 1);
  CHECK(bad.out.find("03-no-access-body.ttl:15:35: violation: The health data access body is "
                     "missing.") != std::string::npos);
  CHECK(bad.out.find("\x1b") == std::string::npos);  // no terminal, no colours
  CHECK(bad.err.empty());
  CHECK(indexer({"validate", kErrors + "09-access-address-file.ttl"}).status == 0);
  const Outcome french = indexer({"validate", "--lang", "fr", kErrors + "05-structured-oui.ttl"});
  CHECK(french.status == 1);
  CHECK(french.out.find("« oui » s’écrit true") != std::string::npos);
}

TEST_CASE("validate: what cannot be read or opened is exit status 1 and stands in the report") {
  CHECK(indexer({"validate", kErrors + "01-undeclared-prefix.ttl"}).status == 1);
  const Outcome missing = indexer({"validate", "/no/such/file.ttl", "--format", "json"});
  CHECK(missing.status == 1);
  CHECK(nlohmann::json::parse(missing.out).at("findings").at(0).at("code") == "unreadable-file");
  const TemporaryFolder folder;
  CHECK(indexer({"validate", written(folder, "a.ttl", "")}).status == 1);
}

TEST_CASE("validate: usage") {
  CHECK(indexer({"validate"}).status == 2);
  CHECK(indexer({"validate", "--profile", "gold", "x.ttl"}).status == 2);
  CHECK(indexer({"validate", "--format", "pdf", "x.ttl"}).status == 2);
  CHECK(indexer({"validate", "--help"}).status == 0);
}

TEST_CASE("validate: every output format of one file") {
  const std::string file = kErrors + "07-numbers.ttl";
  for (const char* format : {"text", "json", "html", "sarif", "ttl"}) {
    INFO(format);
    const Outcome done = indexer({"validate", "--format", format, file});
    CHECK(done.status == 1);
    CHECK(done.out.find("12 500") != std::string::npos);
  }
  const TemporaryFolder folder;
  const Outcome report = indexer({"validate", "--format", "ttl", file});
  CHECK(indexer({"convert", "--to", "ntriples", written(folder, "r.ttl", report.out)}).status == 0);
}

TEST_CASE("validate: own shapes alone, and shapes that cannot be read") {
  const TemporaryFolder folder;
  const std::string shapes = written(
      folder, "s.ttl",
      "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix dcat: <http://www.w3.org/ns/dcat#> .\n"
      "<urn:s> a sh:NodeShape ; sh:targetClass dcat:Dataset ; sh:property <urn:p> .\n"
      "<urn:p> sh:path dcat:version ; sh:minCount 1 ; sh:message \"say which version\"@en .\n");
  const std::string file = kErrors + "09-access-address-file.ttl";
  const Outcome own = indexer({"validate", "--profile", "none", "--shapes", shapes, file});
  CHECK(own.status == 1);
  CHECK(own.out.find("say which version") != std::string::npos);
  CHECK(own.out.find("Extraction") == std::string::npos);
  const std::string broken = written(folder, "b.ttl", "<urn:s> a ");
  const Outcome refused = indexer({"validate", "--shapes", broken, file});
  CHECK(refused.status == 1);
  CHECK(refused.out.empty());
  CHECK(refused.err.find("b.ttl:1:") != std::string::npos);
}

TEST_CASE("template: what it writes, validate reads") {
  const TemporaryFolder folder;
  const std::string csv =
      written(folder, "v.csv", "name,label,description,type\nsex,Sex,,string\n");
  for (const char* to : {"turtle", "jsonld"}) {
    INFO(to);
    const Outcome form = indexer(
        {"template", "--profile", "restricted", "--lang", "fr", "--to", to, "--variables", csv});
    CHECK(form.status == 0);
    const std::string name =
        std::string("form.") + (std::string(to) == "turtle" ? "ttl" : "jsonld");
    const Outcome checked = indexer({"validate", "--lang", "fr", written(folder, name, form.out)});
    CHECK(checked.status == 1);
    CHECK(checked.out.find("reste à compléter : nom du jeu de données") != std::string::npos);
  }
  CHECK(indexer({"template"}).status == 2);
  const Outcome bad = indexer({"template", "--profile", "public", "--variables",
                               written(folder, "l.csv", "name\n\xE2ge\n")});
  CHECK(bad.status == 1);
  CHECK(bad.err.find("l.csv:2: the file is not UTF-8") != std::string::npos);
}

}  // namespace
}  // namespace pinakes::test
