#!/usr/bin/env node
// The forms of schemas/templates: filled in, they conform to our shapes and to the official ones at every level.
// SPDX-License-Identifier: GPL-3.0-or-later
// usage: node tests/shapes/templates.mjs   (in the root of the repository)
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { N3, kLevels, official, ours, root } from "./shapes.mjs";

const kMarks = { en: "TO FILL IN: ", fr: "À COMPLÉTER : " };
const kAddress = "urn:pinakes:to-fill-in:";
const kFilled = {
  email: "mailto:data@chu.example",
  "health-category": "https://hdeu-dcat.data.health.europa.eu/resource/authority/healthcategories/EHRS",
  type: "http://publications.europa.eu/resource/authority/dataset-type/STATISTICAL",
};

/** The form of one level: parts between "#begin LEVEL" and "#end" of other levels are left out. */
function form(text, level) {
  let kept = true;
  return text.split("\n").filter((line) => {
    const begin = /^#begin (\S+)$/.exec(line);
    if (begin) kept = !kLevels.includes(begin[1]) || begin[1] === level;
    if (line === "#end") kept = true;
    return kept && !begin && line !== "#end";
  }).join("\n");
}

const parse = (text) => new N3.Store(new N3.Parser().parse(text));
let faults = 0;
for (const [lang, mark] of Object.entries(kMarks))
  for (const level of kLevels) {
    const text = form(readFileSync(join(root, `schemas/templates/dataset.${lang}.ttl`), "utf8"), level);
    const filled = text.replaceAll(mark, "Filled: ")
      .replace(/urn:pinakes:to-fill-in:([a-z-]+)/g, (_, name) => kFilled[name] ?? `https://chu.example/${name}`);
    const left = [...parse(filled)].filter((quad) => [quad.subject, quad.object].some((term) =>
      term.value.startsWith(mark) || term.value.startsWith(kAddress)));
    const open = [...parse(text)].filter((quad) => [quad.subject, quad.object].some((term) =>
      term.value.startsWith(mark) || term.value.startsWith(kAddress)));
    const found = [...ours(level)(parse(filled)), ...official(level)(parse(filled))];
    for (const result of found) console.log(`${lang} ${level}: ${result.path} ${result.messages[0]}`);
    console.log(`${lang} ${level}: ${open.length} statements to fill in, ${left.length} left, ${found.length} violations`);
    faults += found.length + left.length + (open.length === 0 ? 1 : 0);
  }
process.exit(faults === 0 ? 0 : 1);
