// The same real files through our readers and through other programs': the same statements, or a reason why not.
// SPDX-License-Identifier: GPL-3.0-or-later
//
// usage: node compare.mjs [FILE...]     default: every RDF file of the shared data (PINAKES_SHARED)
// Compares as RDF datasets: blank nodes are renamed canonically (RDFC-1.0), language tags in lower case.
import {spawnSync} from 'node:child_process';
import {createReadStream, existsSync, readFileSync, readdirSync} from 'node:fs';
import {dirname, join, relative, resolve} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';

const root = process.env.PINAKES_ROOT ?? resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const bin = process.env.PINAKES_BIN ?? join(root, 'build/dev/bin');
const shared = process.env.PINAKES_SHARED ?? resolve(root, '../shared');
const kSkip = 77;

// Differences that are known, with the reason: file (end of its path), other program.
const kExplained = JSON.parse(readFileSync(new URL('differences.json', import.meta.url)));

if (!existsSync(new URL('node_modules/jsonld', import.meta.url))) {
  console.log('interop: no node_modules (npm ci in tests/interop): skipped');
  process.exit(kSkip);
}
if (process.argv.length < 3 && !existsSync(shared)) {
  console.log(`interop: no shared data at ${shared}: skipped`);
  process.exit(kSkip);
}
const {default: jsonld} = await import('jsonld');
const {default: n3} = await import('n3');
const {RdfXmlParser} = await import('rdfxml-streaming-parser');

const contexts = (() => {
  const folder = join(root, 'schemas/contexts');
  const known = new Map();
  for (const [file, addresses] of Object.entries(JSON.parse(readFileSync(join(folder, 'index.json')))))
    for (const address of addresses) known.set(address, join(folder, file));
  return known;
})();

async function documentLoader(url) {
  if (!contexts.has(url)) throw new Error(`not pinned: ${url}`);
  return {contextUrl: null, documentUrl: url, document: JSON.parse(readFileSync(contexts.get(url)))};
}

function toNQuads(quads) {
  return new Promise((done, failed) => {
    const writer = new n3.Writer({format: 'N-Quads'});
    writer.addQuads(quads);
    writer.end((error, text) => (error ? failed(error) : done(text)));
  });
}

const others = {
  n3: async (file, base) =>
    toNQuads(new n3.Parser({baseIRI: base, format: file.endsWith('.trig.ttl') ? 'TriG' : undefined})
      .parse(readFileSync(file, 'utf8'))),
  'rdfxml-streaming-parser': (file, base) =>
    new Promise((done, failed) => {
      const quads = [];
      createReadStream(file)
        .pipe(new RdfXmlParser({baseIRI: base, dataFactory: n3.DataFactory}))
        .on('data', quad => quads.push(quad))
        .on('error', failed)
        .on('end', () => done(toNQuads(quads)));
    }),
  jsonld: async (file, base) =>
    jsonld.toRDF(JSON.parse(readFileSync(file, 'utf8')), {format: 'application/n-quads', base, documentLoader}),
  rapper: async (file, base) => {
    const syntax = /\.(rdf|xml)$/.test(file) ? 'rdfxml' : file.endsWith('.trig.ttl') ? 'trig' : 'turtle';
    const run = spawnSync('rapper', ['-q', '-i', syntax, '-o', 'nquads', file, base], {maxBuffer: 1 << 30});
    if (run.status !== 0 && run.status !== 2) throw new Error(`rapper: ${String(run.stderr).slice(0, 200)}`);
    return String(run.stdout);
  },
};

/// Which programs read this file, by its name; none: it is not RDF.
function readersOf(file) {
  if (/\.(rdf|xml)$/.test(file)) return ['rdfxml-streaming-parser', 'rapper'];
  if (/\.ttl$/.test(file)) return ['n3', 'rapper'];
  if (/\.jsonld$/.test(file)) return ['jsonld'];
  if (/\.json$/.test(file) && readFileSync(file, 'utf8').includes('"@context"')) return ['jsonld'];
  return [];
}

/// Blank nodes renamed by RDFC-1.0; where a graph holds so many alike ones that this takes too long,
/// they are all named the same, in both graphs.
async function canonical(nquads) {
  const lines = nquads.split('\n').filter(line => line.trim() !== '');
  const lower = lines.map(line => line.replace(/"@([A-Za-z0-9-]+)( |$)/g, (_, tag, end) => `"@${tag.toLowerCase()}${end}`));
  const exact = await jsonld.canonize(lower.join('\n') + '\n', {
    algorithm: 'RDFC-1.0', inputFormat: 'application/n-quads', format: 'application/n-quads'})
    .catch(() => null);
  return {exact, alike: lower.map(line => line.replace(/_:[A-Za-z0-9_.-]+/g, '_:x')).sort().join('\n')};
}

function ours(file, base) {
  const run = spawnSync(join(bin, 'pinakes-indexer'), ['convert', '--to', 'nquads', '--base', base, file],
    {maxBuffer: 1 << 30});
  return {status: run.status, text: String(run.stdout), message: String(run.stderr).split('\n')[0]};
}

async function attempt(reader, file, base) {
  try {
    return {graph: await canonical(await others[reader](file, base))};
  } catch (error) {
    return {failure: String(error.message ?? error).split('\n')[0].slice(0, 160)};
  }
}

function verdictOf(own, other) {
  if (other.failure) return own.status === 0 ? `fails: ${other.failure}` : 'both refuse';
  if (own.status !== 0) return `we refuse: ${own.message}`;
  const how = own.graph.exact !== null && other.graph.exact !== null ? 'exact' : 'alike';
  if (own.graph[how] === other.graph[how]) return 'same';
  const [mine, theirs] = [own.graph.alike.split('\n'), other.graph.alike.split('\n')];
  const [inOwn, inOther] = [new Set(mine), new Set(theirs)];
  return `differs: ${mine.length} and ${theirs.length} statements; only ours: ` +
    `${mine.find(line => !inOther.has(line))}; only theirs: ${theirs.find(line => !inOwn.has(line))}`;
}

function walk(folder, into) {
  for (const entry of readdirSync(folder, {withFileTypes: true})) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) walk(path, into);
    else if (readersOf(path).length > 0) into.push(path);
  }
  return into;
}

const files = process.argv.length > 2
  ? process.argv.slice(2)
  : [...walk(join(shared, 'corpora'), []), ...walk(join(shared, 'healthdcat-ap'), [])].sort();
const results = {same: 0, explained: 0, 'both refuse': 0, wrong: 0};
for (const file of files) {
  const base = pathToFileURL(resolve(file)).href;
  const own = ours(file, base);
  own.graph = own.status === 0 ? await canonical(own.text) : null;
  for (const reader of readersOf(file)) {
    const verdict = verdictOf(own, await attempt(reader, file, base));
    const reason = kExplained.find(row => file.endsWith(row.file) && row.other === reader)?.reason;
    const kind = verdict === 'same' || verdict === 'both refuse' ? verdict : reason ? 'explained' : 'wrong';
    ++results[kind];
    if (kind === 'same' || kind === 'both refuse') continue;
    console.log(`${kind === 'wrong' ? 'WRONG ' : ''}${relative(shared, file)} | ${reader} | ${verdict}`);
    if (reason) console.log(`    ${reason}`);
  }
}
console.log(`interop: ${files.length} files; ${results.same} comparisons the same, ` +
  `${results['both refuse']} refused by both, ${results.explained} differences explained, ${results.wrong} not`);
process.exit(results.wrong === 0 ? 0 : 1);
