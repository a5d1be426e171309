// Our shapes beside the official ones, judged by an engine of somebody else (npm rdf-validate-shacl).
// SPDX-License-Identifier: GPL-3.0-or-later
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

export const root = process.env.PINAKES_ROOT ?? process.cwd();
export const shared = join(process.env.PINAKES_SHARED || join(root, "..", "shared"), "healthdcat-ap");

/** Ends as skipped, and says why. */
function skip(why) {
  console.log(`SKIPPED: ${why}`);
  process.exit(77);
}
if (!existsSync(shared)) skip(`no ${shared} (set PINAKES_SHARED)`);

const require = createRequire(import.meta.url);
if (!existsSync(new URL("node_modules", import.meta.url))) skip("no node_modules (npm ci --prefix tests/shapes)");
export const N3 = require("n3");
const loaded = require("rdf-validate-shacl");
const Validator = loaded.default ?? loaded;
export const kLevels = ["public", "restricted", "non-public"];

const kSh = "http://www.w3.org/ns/shacl#";
const profiles = JSON.parse(readFileSync(join(root, "schemas/shapes/profiles.json"), "utf8"));

export function parse(...files) {
  const store = new N3.Store();
  for (const file of files)
    store.addQuads(new N3.Parser({ baseIRI: "http://file.example/" }).parse(readFileSync(file, "utf8")));
  return store;
}

export const ours = (level, severities) =>
  shapes(parse(...profiles[level].map((file) => join(root, "schemas/shapes", file))), severities);

export const official = (level) =>
  shapes(parse(join(shared, "dcat-ap/3.0.1/html-shacl/shapes.ttl"),
               join(shared, `r8/shapes/${level}-shapes.ttl`)));

/** The properties a path consists of, and those a node shape is about (dct:subject). */
function properties(graph, path, shape) {
  if (path === null) {
    const about = shape ? graph.getObjects(shape, "http://purl.org/dc/terms/subject", null) : [];
    return about.map((term) => term.value).join("|");
  }
  if (path.termType === "NamedNode") return path.value;
  const found = [];
  const seen = new Set();
  const visit = (node) => {
    if (seen.has(node.value)) return;
    seen.add(node.value);
    for (const quad of graph.getQuads(node, null, null, null)) {
      if (quad.object.termType === "BlankNode") visit(quad.object);
      else if (quad.object.termType === "NamedNode" && !quad.object.value.endsWith("#nil"))
        found.push(quad.object.value);
    }
  };
  visit(path);
  return found.sort().join("|");
}

function shapes(graph, severities = ["Violation"]) {
  const validator = new Validator(graph, {});
  return (data) => {
    const report = validator.validate(data);
    const results = [...(report.results ?? [])];
    return results.filter((result) => severities.includes(result.severity.value.replace(kSh, ""))).map((result) => ({
      severity: result.severity.value.replace(kSh, ""),
      focus: result.focusNode?.value ?? "",
      path: properties(graph, result.path ?? null, result.sourceShape),
      component: (result.sourceConstraintComponent?.value ?? "").replace(kSh, ""),
      value: result.value?.value ?? "",
      rule: result.sourceShape?.value ?? "",
      messages: [].concat(result.message ?? []).map((term) => term.value),
    }));
  };
}
