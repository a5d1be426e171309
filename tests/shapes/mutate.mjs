#!/usr/bin/env node
// Spoils the official example in every way we can think of: what the official shapes reject, ours must reject by name.
// SPDX-License-Identifier: GPL-3.0-or-later
// usage: node tests/shapes/mutate.mjs [LEVEL]   (in the root of the repository)
import { join } from "node:path";
import { N3, kLevels, official, ours, parse, shared } from "./shapes.mjs";

const { namedNode, literal, quad } = N3.DataFactory;
const kAccessRights = "http://purl.org/dc/terms/accessRights";
const kLevelIri = "http://publications.europa.eu/resource/authority/access-right/";
const kXsd = "http://www.w3.org/2001/XMLSchema#";
const kType = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
const kPrefixes = {
  "http://www.w3.org/ns/adms#": "adms", "http://www.w3.org/ns/csvw#": "csvw",
  "http://data.europa.eu/m8g/": "cv", "http://www.w3.org/ns/dcat#": "dcat",
  "http://data.europa.eu/r5r/": "dcatap", "http://purl.org/dc/terms/": "dct",
  "https://w3id.org/dpv#": "dpv", "http://www.w3.org/ns/dqv#": "dqv",
  "http://xmlns.com/foaf/0.1/": "foaf", "http://data.europa.eu/930/": "geodcatap",
  "http://healthdataportal.eu/ns/health#": "healthdcatap", "http://www.w3.org/ns/prov#": "prov",
  "http://www.w3.org/2006/time#": "time", "http://www.w3.org/2006/vcard/ns#": "vcard",
  "http://www.w3.org/2004/02/skos/core#": "skos", "http://spdx.org/rdf/terms#": "spdx",
};
const curie = (iri) => {
  const space = Object.keys(kPrefixes).find((prefix) => iri.startsWith(prefix));
  return space ? `${kPrefixes[space]}:${iri.slice(space.length)}` : iri;
};

/** All the ways of spoiling one statement: a name and the statements that take its place. */
function* spoilt({ subject, predicate, object }) {
  const put = (...objects) => objects.map((value) => quad(subject, predicate, value));
  yield ["deleted", []];
  yield ["property misspelt", [quad(subject, namedNode(predicate.value + "x"), object)]];
  if (object.termType === "Literal") {
    yield ["an address instead of text", put(namedNode("http://wrong.example/value"))];
    yield ["another type", put(literal(object.value, namedNode(kXsd + "anyURI")))];
    yield ["words instead of the value", put(literal("environ 12 500"))];
    yield ["twice", put(object, literal(object.value + "2", object.datatype))];
    if (/^[0-9]+$/.test(object.value)) yield ["bare", put(literal(object.value, namedNode(kXsd + "integer")))];
  } else {
    yield ["text instead of an address", put(literal(object.value))];
    yield ["address misspelt", put(namedNode(object.value + "X"))];
    yield ["twice", put(object, namedNode("http://wrong.example/value"))];
    yield ["https for http", put(namedNode(object.value.replace(/^http:/, "https:")))];
  }
}

/** Does a result say the property's name, in its path or in its message? */
function names(result, { predicate, object }) {
  const wanted = predicate.value === kType ? object.value : predicate.value;
  return result.path.split("|").includes(predicate.value) ||
    result.messages.some((message) => message.includes(curie(wanted)));
}

function run(level) {
  const theirs = official(level);
  const mine = ours(level);
  const example = parse(join(shared, "r8/examples/example-healthdcat-dataset.ttl"));
  for (const old of example.getQuads(null, namedNode(kAccessRights), null, null)) {
    example.removeQuad(old);
    const code = level.toUpperCase().replace("-", "_");
    example.addQuad(quad(old.subject, old.predicate, namedNode(kLevelIri + code)));
  }
  for (const [name, judge] of [["official", theirs], ["our", mine]])
    if (judge(example).length > 0) throw new Error(`the ${name} shapes reject the example itself`);

  const count = { mutants: 0, rejected: 0, ours: 0, named: 0, stricter: 0 };
  const failures = [];
  for (const statement of example.getQuads(null, null, null, null))
    for (const [how, instead] of spoilt(statement)) {
      const mutant = new N3.Store(example.getQuads(null, null, null, null));
      mutant.removeQuad(statement);
      mutant.addQuads(instead);
      ++count.mutants;
      const rejected = theirs(mutant).length > 0;
      const results = mine(mutant);
      if (!rejected) {
        count.stricter += results.length > 0 ? 1 : 0;
        continue;
      }
      ++count.rejected;
      count.ours += results.length > 0 ? 1 : 0;
      if (results.some((result) => names(result, statement))) ++count.named;
      else
        failures.push(`${statement.subject.value} ${curie(statement.predicate.value)} ${how}: ` +
          (results.map((result) => `${result.rule} at ${result.focus}`).join(", ") || "accepted"));
    }
  for (const failure of failures) console.log(`${level}: ${failure}`);
  console.log(`${level}: ${count.mutants} mutants; the official shapes reject ${count.rejected}, ours ` +
    `${count.ours} of these, ${count.named} by the property's name; ours alone ${count.stricter}`);
  return failures.length === 0 && count.mutants >= 500;
}

const levels = process.argv[2] ? [process.argv[2]] : kLevels;
process.exit(levels.map(run).every(Boolean) ? 0 : 1);
