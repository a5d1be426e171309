// What a visitor does: searches, filters, opens a dataset, changes language; by mouse, by keyboard
// and without JavaScript.
// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openPage, startCatalogue } from "./catalogue.mjs";

let catalogue;
before(async () => {
  catalogue = await startCatalogue();
});
after(() => catalogue?.stop());

const total = async (page) => Number((await page.locator("h1").textContent()).match(/^[\d,]+/)[0]);

async function searchFilterOpen(page) {
  await page.goto("/en/");
  await page.locator("#q").fill("cancer");
  await page.locator("form[role=search] button").click();
  await page.waitForURL(/\/en\/datasets\?q=cancer/);
  assert.match(await page.locator("h1").textContent(), /^\d+ datasets for “cancer”$/);
  assert.equal(await page.locator("#q").inputValue(), "cancer");
  const before = await total(page);
  const value = page.locator(".facet-value", { hasText: "Access under conditions" });
  const count = Number((await value.locator(".facet-count").textContent()).replace(/\D/g, ""));
  await page.getByLabel("Access under conditions").check();
  await page.getByRole("button", { name: "Apply filters" }).click();
  await page.waitForURL(/access_rights=RESTRICTED/);
  assert.equal(await total(page), count);
  assert.ok(count < before);
  assert.equal(await page.locator(".card").count(), count);
  const title = await page.locator(".card-title a").first().textContent();
  await page.locator(".card-title a").first().click();
  await page.waitForURL(/\/en\/datasets\/[a-z0-9-]+$/);
  assert.equal((await page.locator("h1").textContent()).trim(), title.trim());
  assert.ok(await page.locator(".badge-conditional").isVisible());
}

test("a visitor searches, filters and opens a dataset", async () => {
  const { page, problems, close } = await openPage(catalogue);
  await searchFilterOpen(page);
  assert.deepEqual(problems, []);
  await close();
});

test("the same works without JavaScript", async () => {
  const { page, close } = await openPage(catalogue, { javaScriptEnabled: false });
  await searchFilterOpen(page);
  await close();
});

test("on a narrow screen the filters are a closed disclosure that opens", async () => {
  const { page, close } = await openPage(catalogue, {
    javaScriptEnabled: false,
    viewport: { width: 320, height: 640 },
  });
  await page.goto("/en/datasets?q=cancer");
  assert.equal(await page.getByRole("button", { name: "Apply filters" }).isVisible(), false);
  await page.locator(".filters > summary").click();
  assert.equal(await page.getByRole("button", { name: "Apply filters" }).isVisible(), true);
  await close();
});

test("a chip takes its filter away", async () => {
  const { page, close } = await openPage(catalogue);
  await page.goto("/en/datasets?q=cancer&access_rights=RESTRICTED");
  const filtered = await total(page);
  await page.getByRole("link", { name: "Remove the filter Access: Access under conditions" }).click();
  await page.waitForURL((url) => !url.search.includes("access_rights"));
  assert.ok((await total(page)) > filtered);
  assert.equal(await page.locator(".chip").count(), 0);
  await close();
});

test("years narrow a search, and empty boxes are not in the address", async () => {
  const { page, close } = await openPage(catalogue);
  await page.goto("/en/datasets");
  const all = await total(page);
  await page.getByLabel("From year").fill("2020");
  await page.getByLabel("To year").fill("2020");
  await page.getByRole("button", { name: "Apply filters" }).click();
  await page.waitForURL(/temporal_from=2020&temporal_to=2020$/);
  assert.ok((await total(page)) < all);
  assert.match(await page.locator(".chip").first().textContent(), /2020/);
  await close();
});

test("the order can be chosen", async () => {
  const { page, close } = await openPage(catalogue);
  await page.goto("/en/datasets");
  await page.getByLabel("Sort by").selectOption("title");
  await page.getByRole("button", { name: "Sort", exact: true }).click();
  await page.waitForURL(/sort=title/);
  const titles = await page.locator(".card-title").allTextContents();
  const sorted = [...titles].sort((a, b) => a.localeCompare(b, "en", { sensitivity: "base" }));
  assert.deepEqual(titles, sorted);
  await close();
});

test("pages follow each other and hold different datasets", async () => {
  const { page, close } = await openPage(catalogue);
  await page.goto("/en/datasets?page_size=10");
  const first = await page.locator(".card-title a").allTextContents();
  await page.getByRole("link", { name: "Next" }).click();
  await page.waitForURL(/page=2/);
  const second = await page.locator(".card-title a").allTextContents();
  assert.equal(first.length, 10);
  assert.equal(second.filter((title) => first.includes(title)).length, 0);
  assert.match(await page.title(), /Page 2 of/);
  await close();
});

test("the language switch keeps the search", async () => {
  const { page, close } = await openPage(catalogue);
  await page.goto("/en/datasets?q=cancer&access_rights=RESTRICTED");
  const found = await total(page);
  await page.getByRole("link", { name: "Français" }).click();
  await page.waitForURL(/\/fr\/datasets\?/);
  assert.equal(await page.locator("html").getAttribute("lang"), "fr");
  assert.match(await page.locator("h1").textContent(), new RegExp(`^${found} jeux de données pour`));
  assert.equal(await page.locator(".chip").count(), 1);
  await close();
});

test("search, filter and dataset are reached with the keyboard alone", async () => {
  const { page, close } = await openPage(catalogue);
  await page.goto("/en/");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip-link");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.id), "q");
  await page.keyboard.type("cancer");
  await page.keyboard.press("Enter");
  await page.waitForURL(/q=cancer/);
  const focus = () =>
    page.evaluate(() => {
      const { name, value, type, tagName } = document.activeElement;
      const shown = getComputedStyle(document.activeElement).outlineStyle !== "none";
      return { name, value, type, tagName, shown, card: !!document.activeElement.closest(".card") };
    });
  const tabTo = async (wanted) => {
    for (let step = 0; step < 120; step += 1) {
      await page.keyboard.press("Tab");
      const at = await focus();
      assert.ok(at.shown, `focus is not visible on ${JSON.stringify(at)}`);
      if (wanted(at)) return;
    }
    assert.fail("never reached with Tab");
  };
  await tabTo((at) => at.name === "access_rights" && at.value === "RESTRICTED");
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await page.waitForURL(/access_rights=RESTRICTED/);
  await tabTo((at) => at.card && at.tagName === "A");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/en\/datasets\/[a-z0-9-]+$/);
  await close();
});

test("a long table of variables narrows while one types", async () => {
  const { page, problems, close } = await openPage(catalogue);
  await page.goto("/en/datasets?q=cancer+registrations&has_variables=true");
  await page.locator(".card-title a").first().click();
  const rows = page.locator(".variables tbody tr");
  const all = await rows.count();
  const name = await rows.nth(2).locator("code").textContent();
  await page.getByLabel("Find a variable in this table").first().fill(name);
  const left = await page.locator(".variables tbody tr:visible").count();
  assert.ok(left >= 1 && left < all);
  assert.deepEqual(problems, []);
  await close();
});

test("an invented record says so on its card and on its page", async () => {
  const { page, close } = await openPage(catalogue);
  await page.goto("/fr/datasets?q=cancer");
  assert.equal(await page.locator(".card .sample").count(), await page.locator(".card").count());
  await page.locator(".card-title a").first().click();
  assert.equal(await page.locator(".sample").textContent(), "Exemple fictif");
  await close();
});
