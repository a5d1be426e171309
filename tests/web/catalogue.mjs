// Starts the real server on a fresh catalogue of the samples, and a browser, for one test file.
// SPDX-License-Identifier: GPL-3.0-or-later
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const root = process.env.PINAKES_ROOT ?? join(import.meta.dirname ?? ".", "../..");
const programs = process.env.PINAKES_BIN ?? join(root, "build/release/bin");

// The address stands in the server's first line, which it writes when it listens.
function address(server) {
  return new Promise((resolve, reject) => {
    let said = "";
    const listen = (chunk) => {
      said += chunk;
      const found = said.match(/http:\/\/[\d.]+:\d+/);
      if (found) resolve(found[0]);
    };
    server.stdout.on("data", listen);
    server.stderr.on("data", listen);
    server.once("exit", (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
    setTimeout(() => reject(new Error(`the server does not listen: ${said}`)), 30_000).unref();
  });
}

async function ready(base) {
  for (let tries = 0; ; tries += 1) {
    const answer = await fetch(`${base}/health/ready`);
    if (answer.ok) return;
    if (tries === 50) throw new Error(`the server is not ready: ${await answer.text()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

export async function startCatalogue() {
  const data = mkdtempSync(join(tmpdir(), "pinakes-web-"));
  execFileSync(join(programs, "pinakes-indexer"), [
    "ingest", "--data", data, "--source", "samples", join(root, "schemas/examples"),
  ]);
  const server = spawn(join(programs, "pinakes-server"), ["--data", data, "--listen", "127.0.0.1:0"]);
  const base = await address(server);
  await ready(base);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  return {
    base,
    browser,
    async stop() {
      await browser.close();
      server.kill("SIGTERM");
      await new Promise((resolve) => server.once("exit", resolve));
      rmSync(data, { recursive: true, force: true });
    },
  };
}

// A page with console errors and policy violations collected; `clean()` tells them.
export async function openPage(catalogue, options = {}) {
  const context = await catalogue.browser.newContext({ baseURL: catalogue.base, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const problems = [];
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("request", (request) => {
    const elsewhere = !request.url().startsWith(catalogue.base) && !request.url().startsWith("data:");
    if (elsewhere) problems.push(`request to a third party: ${request.url()}`);
  });
  return { page, problems, close: () => context.close() };
}

// One address of each kind of page, from the catalogue itself.
export async function pageAddresses(catalogue) {
  const answer = await fetch(`${catalogue.base}/api/v1/datasets?q=cancer&has_variables=true`);
  const { items } = await answer.json();
  const id = items[0].id;
  return {
    home: "/en/",
    accueil: "/fr/",
    results: "/en/datasets?q=cancer",
    "filtered results": "/fr/datasets?q=registre&access_rights=NON_PUBLIC&temporal_from=2000",
    "pages of results": "/en/datasets?page_size=10&page=2",
    "no result": "/en/datasets?q=xyzzyqwerty&access_rights=PUBLIC",
    dataset: `/en/datasets/${id}`,
    "jeu de données": `/fr/datasets/${id}`,
    "bad request": "/en/datasets?page=0",
    "not found": "/fr/datasets/no-such-dataset",
  };
}
