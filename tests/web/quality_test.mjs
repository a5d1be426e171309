// Every kind of page: accessibility rules, reflow at 320 px, valid HTML, the content policy, links.
// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { HtmlValidate } from "html-validate";
import { openPage, pageAddresses, startCatalogue } from "./catalogue.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const desk = { width: 1280, height: 900 };
const modes = {
  light: { viewport: desk },
  dark: { viewport: desk, colorScheme: "dark" },
  narrow: { viewport: { width: 320, height: 640 } },
};

let catalogue;
let addresses;
before(async () => {
  catalogue = await startCatalogue();
  addresses = await pageAddresses(catalogue);
});
after(() => catalogue?.stop());

test("accessibility rules hold on every page, light, dark and narrow", { timeout: 240_000 }, async () => {
  for (const [mode, options] of Object.entries(modes)) {
    // The policy is lifted only so that the checker can be injected.
    const { page, close } = await openPage(catalogue, { ...options, bypassCSP: true });
    for (const [name, address] of Object.entries(addresses)) {
      await page.goto(address);
      await page.evaluate(axe);
      const found = await page.evaluate(async (tags) => {
        const result = await window.axe.run(document, { runOnly: { type: "tag", values: tags } });
        const short = (rule) => `${rule.id}: ${rule.nodes.map((node) => node.target).join(", ")}`;
        return [...result.violations, ...result.incomplete].map(short);
      }, rules);
      assert.deepEqual(found, [], `${name}, ${mode}`);
    }
    await close();
  }
});

test("nothing is wider than a screen of 320 px, also with the filters open", async () => {
  const { page, close } = await openPage(catalogue, modes.narrow);
  for (const [name, address] of Object.entries(addresses)) {
    await page.goto(address);
    await page.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)));
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(over <= 0, `${name} is ${over} px too wide`);
  }
  await close();
});

test("wider letters and lines cut nothing off", async () => {
  const { page, close } = await openPage(catalogue, { ...modes.narrow, bypassCSP: true });
  for (const [name, address] of Object.entries(addresses)) {
    await page.goto(address);
    await page.addStyleTag({
      content: `* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important } p { margin-block-end: 2em !important }`,
    });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(over <= 0, `${name} is ${over} px too wide`);
  }
  await close();
});

test("the HTML of every page is valid", async () => {
  const checker = new HtmlValidate({
    extends: ["html-validate:standard"],
    rules: { "form-dup-name": ["error", { shared: ["radio", "checkbox", "submit", "button"] }] },
  });
  for (const [name, address] of Object.entries(addresses)) {
    const answer = await fetch(catalogue.base + address, { headers: { Accept: "text/html" } });
    assert.match(answer.headers.get("content-type"), /^text\/html/, name);
    const report = await checker.validateString(await answer.text());
    const messages = report.results.flatMap((result) =>
      result.messages.map((m) => `${m.line}:${m.column} ${m.ruleId}: ${m.message}`),
    );
    assert.deepEqual(messages, [], name);
  }
});

test("under the real content policy the console stays clean and nothing comes from elsewhere", async () => {
  const { page, problems, close } = await openPage(catalogue);
  for (const [name, address] of Object.entries(addresses)) {
    const answer = await page.goto(address);
    const policy = answer.headers()["content-security-policy"];
    assert.match(policy, /default-src 'none'/);
    assert.doesNotMatch(policy, /unsafe/);
    const own = problems.filter((text) => !(answer.status() >= 400 && /status of 4/.test(text)));
    assert.deepEqual(own, [], name);
    problems.length = 0;
  }
  await close();
});

test("every page of ours that a page links to exists", { timeout: 120_000 }, async () => {
  const { page, close } = await openPage(catalogue);
  const seen = new Set();
  for (const address of Object.values(addresses)) {
    await page.goto(address);
    const links = await page.evaluate(() =>
      [...document.querySelectorAll("a[href], link[href], script[src]")]
        .map((node) => new URL(node.href || node.src))
        .filter((url) => url.origin === location.origin)
        .map((url) => url.pathname + url.search),
    );
    for (const link of links) seen.add(link);
    const broken = await page.evaluate(() =>
      [...document.querySelectorAll('a[href^="#"]')]
        .map((node) => node.getAttribute("href").slice(1))
        .filter((id) => !document.getElementById(id)),
    );
    assert.deepEqual(broken, [], address);
  }
  await close();
  assert.ok(seen.size > 50);
  const wrong = new Set(["/fr/datasets/no-such-dataset", "/en/datasets?page=0"]);
  for (const link of seen) {
    if (wrong.has(link)) continue;
    const answer = await fetch(catalogue.base + link, { method: "HEAD" });
    assert.ok(answer.status < 400, `${link} answers ${answer.status}`);
  }
});

test("a printed page leaves out what only a screen needs", async () => {
  const { page, close } = await openPage(catalogue);
  await page.goto(addresses.dataset);
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator(".search").isVisible(), false);
  assert.equal(await page.locator(".contents").isVisible(), false);
  assert.equal(await page.locator("h1").isVisible(), true);
  // What is hidden leaves no empty column behind, wherever the page is printed from.
  for (const [address, part] of [
    [addresses.dataset, ".dataset-body"],
    [addresses.results, ".results-list"],
  ]) {
    await page.goto(address);
    const share = await page.evaluate(
      (name) =>
        document.querySelector(name).getBoundingClientRect().width /
        document.querySelector("main").getBoundingClientRect().width,
      part,
    );
    assert.ok(share > 0.85, `${part} has ${share} of the width`);
  }
  await page.goto(addresses.dataset);
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll(".scroll")].filter((box) => box.scrollHeight > box.clientHeight + 1),
  );
  assert.equal(cut.length, 0, "paper does not scroll");
  await close();
});
