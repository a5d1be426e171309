#!/usr/bin/env node
// The files of tests/data/bad/errors: each breaks the rule that expected.json names, and no other.
// SPDX-License-Identifier: GPL-3.0-or-later
// usage: node tests/shapes/errors.mjs   (in the root of the repository)
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ours, parse, root } from "./shapes.mjs";

const folder = join(root, "tests/data/bad/errors");
let faults = 0;
for (const { file, profile, findings } of JSON.parse(readFileSync(join(folder, "expected.json"), "utf8"))) {
  const wanted = findings.filter((finding) => finding.rule?.includes("-") && finding.severity !== "error")
    .map((finding) => finding.rule).filter((rule) => !rule.startsWith("canonical"));
  let data;
  try {
    data = parse(join(folder, file));
  } catch (error) {
    console.log(`${file}: ${error.message}`);
    if (wanted.length > 0) ++faults;
    continue;
  }
  // Not of interest here: what is merely recommended, and whatever follows from a text where a node belongs.
  const found = new Set(ours(profile === "auto" ? "non-public" : profile, ["Violation", "Warning"])(data)
    .map((result) => result.rule.replace("urn:pinakes:rule:", "")).filter((rule) => !rule.endsWith("-recommended")));
  const more = [...found].filter((rule) => !wanted.includes(rule));
  const missing = wanted.filter((rule) => !found.has(rule));
  if (missing.length > 0) ++faults;
  console.log(`${file}: ${missing.length > 0 ? "MISSING " + missing : "as expected"}${more.length > 0 ? "; also " + more : ""}`);
}
process.exit(faults === 0 ? 0 : 1);
