// Latency of a running server: N GET requests over one keep-alive connection, median and p99.
// SPDX-License-Identifier: GPL-3.0-or-later
// usage: node tests/bench/http_latency.mjs [http://127.0.0.1:8080] [requests] [path...]
import http from 'node:http';

const [base = 'http://127.0.0.1:8080', count = '1000', ...paths] = process.argv.slice(2);
const words = ['cancer', 'kanker', 'hopital', "l'hôpital", 'diabetes', '"public health"',
  'mortality', 'vaccination', 'covid', 'population', 'registry', 'theme:HEAL', '-covid', ''];
const targets = paths.length > 0 ? paths
  : words.flatMap((word) => [1, 2].map(
    (page) => `/api/v1/datasets?q=${encodeURIComponent(word)}&page=${page}`));
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
const sockets = new Set();

function get(path) {
  return new Promise((resolve, reject) => {
    const start = process.hrtime.bigint();
    const request = http.get(base + path, { agent, headers: { Connection: 'keep-alive' } },
      (response) => {
        let bytes = 0;
        response.on('data', (piece) => { bytes += piece.length; });
        response.on('end', () => resolve({ status: response.statusCode, bytes,
          ms: Number(process.hrtime.bigint() - start) / 1e6 }));
      });
    request.on('socket', (socket) => sockets.add(socket));
    request.on('error', reject);
  });
}

const quantile = (sorted, q) => sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))];

const times = [];
const statuses = {};
let bytes = 0;
for (const path of targets) await get(path); // warm: the first of each is not measured
for (let i = 0; i < Number(count); i += 1) {
  const answer = await get(targets[i % targets.length]);
  times.push(answer.ms);
  statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
  bytes += answer.bytes;
}
times.sort((a, b) => a - b);
console.log(JSON.stringify({ requests: times.length, connections: sockets.size, statuses,
  mean_bytes: Math.round(bytes / times.length), median_ms: +quantile(times, 0.5).toFixed(2),
  p90_ms: +quantile(times, 0.9).toFixed(2), p99_ms: +quantile(times, 0.99).toFixed(2),
  max_ms: +times.at(-1).toFixed(2) }));
agent.destroy();
process.exitCode = Object.keys(statuses).every((status) => status === '200') ? 0 : 1;
