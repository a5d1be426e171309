// npm jsonld from a file to N-Triples on standard output: the other side of tests/bench/rdf_speed.sh.
// SPDX-License-Identifier: GPL-3.0-or-later
import {readFileSync} from 'node:fs';
import {pathToFileURL} from 'node:url';
import jsonld from 'jsonld';

const file = process.argv[2];
process.stdout.write(await jsonld.toRDF(JSON.parse(readFileSync(file, 'utf8')),
  {format: 'application/n-quads', base: pathToFileURL(file).href}));
