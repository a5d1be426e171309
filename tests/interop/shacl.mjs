// The same data and shapes through our SHACL engine, rdf-validate-shacl and shacl-engine: the same results, or a reason why not.
// SPDX-License-Identifier: GPL-3.0-or-later
//
// usage: node shacl.mjs [FOLDER]     FOLDER: datasets cut out of a catalogue (shacl_run cut 35 FOLDER FILE)
// Compares sets of (focus node, path, constraint component, value); blank nodes are alike. Needs PINAKES_SHARED.
// (shacl-engine's SPARQL part is not used; package.json puts a small package in place of its query engine.)
import {spawnSync} from 'node:child_process';
import {existsSync, readFileSync, readdirSync} from 'node:fs';
import {dirname, join, relative, resolve} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';

const root = process.env.PINAKES_ROOT ?? resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const bin = process.env.PINAKES_BIN ?? join(root, 'build/dev/bin');
const shared = process.env.PINAKES_SHARED ?? resolve(root, '../shared');
const data = join(shared, 'healthdcat-ap');
const kSkip = 77;

for (const [what, path] of [['node_modules', new URL('node_modules/shacl-engine', import.meta.url)],
  ['shared data', data], ['shacl_run', join(bin, 'shacl_run')]]) {
  if (existsSync(path)) continue;
  console.log(`shacl interop: no ${what} at ${path}: skipped`);
  process.exit(kSkip);
}
const {default: n3} = await import('n3');
const modules = ['@rdfjs/data-model/Factory.js', '@rdfjs/dataset/Factory.js', '@rdfjs/namespace/Factory.js',
  '@rdfjs/term-map/Factory.js', '@rdfjs/term-set/Factory.js', 'clownface/Factory.js', 'grapoi/Factory.js'];
const {default: Environment} = await import('@rdfjs/environment');
const environment = new Environment(await Promise.all(modules.map(async name => (await import(name)).default)));
const {default: SHACLValidator} = await import('rdf-validate-shacl');
const {Validator} = await import('shacl-engine');

// Differences that are known: other program, a test of the result's key, and the clause that decides.
const kExplained = JSON.parse(readFileSync(new URL('shacl_differences.json', import.meta.url)));

function quadsOf(file) {
  const text = readFileSync(file, 'utf8');
  return new n3.Parser({baseIRI: pathToFileURL(resolve(file)).href, blankNodePrefix: `b${Math.random()}`.replace('0.', '')}).parse(text);
}
const datasetOf = quads => environment.dataset(quads);

function shown(term) {
  if (!term) return '';
  if (term.termType === 'BlankNode') return '_:blank';
  if (term.termType === 'NamedNode') return `<${term.value}>`;
  const type = term.datatype.value;
  const plain = type.endsWith('#string') || type.endsWith('#langString');
  return `"${term.value}"` + (term.language ? `@${term.language.toLowerCase()}` : '') + (plain ? '' : `^^${type}`);
}
const local = iri => iri.slice(iri.indexOf('#') + 1);
const key = (focus, path, component, value) => JSON.stringify([focus, path, component, value]);
// A path that is a blank node in the other programs' reports is compared as one.
const simple = path => (path === '' || /^<[^>]*>$/.test(path) ? path : '_:blank');

const programs = {
  'rdf-validate-shacl': {
    prepare: shapes => new SHACLValidator(datasetOf(shapes), {factory: environment}),
    run: (validator, quads) => validator.validate(datasetOf(quads)),
    keys: report => report.results.map(r =>
      key(shown(r.focusNode), shown(r.path), local(r.sourceConstraintComponent.value), shown(r.value))),
  },
  'shacl-engine': {
    prepare: shapes => new Validator(datasetOf(shapes), {factory: environment}),
    run: (validator, quads) => validator.validate({dataset: datasetOf(quads)}),
    keys: report => report.results.map(r =>
      key(shown(r.focusNode.term), pathOf(r.path), local(r.constraintComponent.value), shown(r.value?.term ?? r.value?.terms?.[0]))),
  },
};

/// shacl-engine gives a path as a list of steps; one forward step is a predicate.
function pathOf(path) {
  if (!path || path.length === 0) return '';
  const [step] = path;
  const forward = path.length === 1 && step.quantifier === 'one' && step.start === 'subject' && step.predicates.length === 1;
  return forward ? `<${step.predicates[0].value}>` : '_:blank';
}

function ours(file, shapes, background) {
  const run = spawnSync(join(bin, 'shacl_run'), ['results', file, ...shapes, '--', ...background], {maxBuffer: 1 << 30});
  if (run.status !== 0) throw new Error(`${file}: ${run.stderr}`);
  return String(run.stdout).split('\n').filter(line => line !== '').map(line => {
    const r = JSON.parse(line);
    const value = r.value.replace(/"@([A-Za-z0-9-]+)$/, (_, tag) => `"@${tag.toLowerCase()}`);
    return key(r.focus, simple(r.path), r.component, value);
  });
}

const totals = {};
let wrong = 0;
/// The other programs get vocabularies joined to the data. (None has a class that is a target here.)
async function compare(file, shapes, named, background = []) {
  let quads;
  try {
    quads = quadsOf(file);
  } catch (error) {
    console.log(`${relative(shared, file)}: not read by n3: ${String(error.message).slice(0, 80)}`);
    return;
  }
  quads = quads.concat(...background.map(b => b.quads));
  const own = new Set(ours(file, shapes.map(s => s.file), background.map(b => b.file)));
  for (const [name, program] of Object.entries(programs)) {
    const total = (totals[name] ??= {files: 0, results: 0, same: 0, explained: {}, failed: 0, seconds: 0});
    ++total.files;
    let theirs;
    try {
      const validator = (shapes.prepared ??= {})[name] ??= program.prepare(shapes.flatMap(s => s.quads));
      const start = process.cpuUsage();
      const report = await program.run(validator, quads);
      const spent = process.cpuUsage(start);
      total.seconds += (spent.user + spent.system) / 1e6;
      theirs = new Set(program.keys(report));
    } catch (error) {
      ++total.failed;
      console.log(`${relative(shared, file)} | ${named} | ${name} fails: ${String(error.message ?? error).split('\n')[0].slice(0, 120)}`);
      continue;
    }
    for (const item of new Set([...own, ...theirs])) {
      ++total.results;
      if (own.has(item) && theirs.has(item)) {
        ++total.same;
        continue;
      }
      const side = own.has(item) ? 'ours' : 'theirs';
      const reason = kExplained.find(row => row.other === name && row.side === side && new RegExp(row.result).test(item) &&
        (row.file === undefined || file.endsWith(row.file)));
      if (reason) {
        total.explained[reason.reason] = (total.explained[reason.reason] ?? 0) + 1;
        continue;
      }
      ++wrong;
      if (wrong < 100) console.log(`WRONG ${relative(shared, file)} | ${named} | ${name} | only ${side}: ${item}`);
    }
  }
}

function walk(folder, into) {
  for (const entry of readdirSync(folder, {withFileTypes: true})) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) walk(path, into);
    else if (/examples?\//.test(path) && path.endsWith('.ttl')) into.push(path);
  }
  return into.sort();
}

const shapesOf = names => names.map(name => ({file: join(data, name), quads: quadsOf(join(data, name))}));
const base = 'dcat-ap/3.0.1/html-shacl/shapes.ttl';
const sets = {
  'dcat-ap': [base],
  'dcat-ap, range, recommended': [base, 'dcat-ap/3.0.1/html-shacl/range.ttl', 'dcat-ap/3.0.1/html-shacl/shapes_recommended.ttl'],
  public: [base, 'r8/shapes/public-shapes.ttl'],
  restricted: [base, 'r8/shapes/restricted-shapes.ttl'],
  'non-public, range, recommended': [base, 'r8/shapes/non-public-shapes.ttl', 'r8/ranges/range.ttl', 'r8/recommended/non-public-shapes_recommended.ttl'],
  'draft of 2025': ['HealthDCAT-AP_protected-shapes.ttl', 'HealthDCAT-AP_ranges.ttl'].map(f => `healthdcat-ap-draft-2025-04/${f}`),
  'French catalogue': [base, 'hdh-catalogue/hdap-validator-sensitivity-shape.ttl'],
  'Health-RI': ['examples/health-ri/HRI-Datamodel-shapes.ttl'],
  'dcat-ap, the other form': ['dcat-ap/3.0.1/shacl/dcat-ap-SHACL.ttl', 'dcat-ap/3.0.1/shacl/ranges.ttl'],
};
for (const [named, names] of Object.entries(sets)) {
  const shapes = shapesOf(names);
  for (const file of walk(data, [])) await compare(file, shapes, named);
}
{
  const shapes = shapesOf([base, 'r8/shapes/non-public-shapes.ttl', 'r8/ranges/range.ttl',
    'r8/controlled-vocabularies/mdr-vocabularies.shape.ttl', 'dcat-ap/3.0.1/html-shacl/mdr-vocabularies.shape.ttl']);
  const vocabularies = shapesOf([...readdirSync(join(data, 'r8/vocab-en-fr')).map(f => `r8/vocab-en-fr/${f}`),
    'vocab/eu/data-theme-skos.ttl']);
  for (const file of walk(data, [])) await compare(file, shapes, 'with vocabularies', vocabularies);
}
if (process.argv.length > 2) {
  const shapes = shapesOf([base]);
  const folder = resolve(process.argv[2]);
  const before = Object.fromEntries(Object.entries(totals).map(([name, total]) => [name, total.seconds]));
  const names = readdirSync(folder).sort();
  for (const name of names) await compare(join(folder, name), shapes, 'dcat-ap');
  const own = JSON.parse(spawnSync(join(bin, 'shacl_run'), ['speed', folder, join(data, base)]).stdout);
  const rate = seconds => Math.round(names.length / seconds);
  console.log(`speed, ${names.length} datasets one by one, processor time of validation alone: ours ${rate(own.seconds)} a second`);
  for (const [name, total] of Object.entries(totals)) {
    const spent = total.seconds - before[name];
    console.log(`    ${name} ${rate(spent)} a second: ours is ${(spent / own.seconds).toFixed(0)} times as fast`);
  }
}
for (const [name, total] of Object.entries(totals)) {
  console.log(`${name}: ${total.files} runs, ${total.failed} failed; ${total.same} of ${total.results} results the same; ${total.seconds.toFixed(1)} s of its processor time`);
  for (const [reason, count] of Object.entries(total.explained)) console.log(`    ${count} explained: ${reason}`);
}
console.log(`shacl interop: ${wrong} differences not explained`);
process.exit(wrong === 0 ? 0 : 1);
