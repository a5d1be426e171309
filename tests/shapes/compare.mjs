#!/usr/bin/env node
// Same verdict per focus node and property as the official shapes, on every example; prints what differs.
// SPDX-License-Identifier: GPL-3.0-or-later
// usage: node tests/shapes/compare.mjs   (in the root of the repository)
import { join } from "node:path";
import { kLevels, official, ours, parse, shared } from "./shapes.mjs";

const kFiles = [
  "r8/examples/example-healthdcat-dataset.ttl",
  "healthdcat-ap-draft-2025-04/healthDCATAP_RDF_template.ttl",
  "examples/ckanext-dcat/dataset_health.ttl",
  "examples/ckanext-dcat/dataset_health_multilingual.ttl",
  "examples/healthdcat-ap.de/FDZ-Gesundheit.ttl",
  "examples/health-ri/dataset-nopublisher.ttl",
  "examples/health-ri/example-catalog.ttl",
  "examples/health-ri/example-dataset-bad.ttl",
  "examples/health-ri/example-dataset.ttl",
  "examples/health-ri/example-distribution.ttl",
  "examples/gdi-fdp/dataset-distribution_with_accessservice_out.ttl",
  "examples/gdi-fdp/dataset_d7129d28-b72a-437f-8db0-4f0258dd3c25.ttl",
  "examples/gdi-fdp/distribution_f9b9dff8-a039-4ca2-be9b-da72a61e3bac.ttl",
  "examples/gdi-fdp/fdp_catalog.ttl",
];

const keys = (results) => new Map(results.map((r) => [`${r.focus} ${r.path}`, r]));
const short = (text) => text.replaceAll(/https?:\/\/[^ |]*[/#]/g, "");
let compared = 0;
let missed = 0;
let atPart = 0;
const extra = new Map();

for (const level of kLevels) {
  const theirs = official(level);
  const mine = ours(level);
  for (const file of kFiles) {
    const data = parse(join(shared, file));
    const a = keys(theirs(data));
    const b = keys(mine(data));
    compared += a.size;
    // Where a part fails its own shape, the official shapes also report the property that leads to
    // it; ours report the part, once.
    const places = new Set([...b.values()].map((result) => result.focus));
    for (const [key, result] of a)
      if (!b.has(key) && result.component === "NodeConstraintComponent" && places.has(result.value)) {
        ++atPart;
      } else if (!b.has(key)) {
        ++missed;
        console.log(`MISSED ${level} ${file}: ${short(key)} (${result.component})`);
      }
    for (const [key, result] of b)
      if (!a.has(key)) {
        const rule = result.rule.replace("urn:pinakes:rule:", "");
        extra.set(rule, [...(extra.get(rule) ?? []), `${level} ${file} ${short(key)}`]);
      }
  }
}
for (const [rule, places] of [...extra].sort())
  console.log(`ONLY OURS ${rule}: ${places.length}, first ${places[0]}`);
console.log(`${compared} verdicts of the official shapes in ${kFiles.length} files at 3 levels: ` +
            `${compared - atPart - missed} ours too, ${atPart} ours at the part itself, ${missed} missed`);
process.exit(missed === 0 ? 0 : 1);
