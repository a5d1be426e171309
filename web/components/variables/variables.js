// A box that narrows a long table of variables while one types. The table is whole without it.
// SPDX-License-Identifier: GPL-3.0-or-later
const fold = (text) =>
  text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase();

class VariableTable extends HTMLElement {
  connectedCallback() {
    const box = this.querySelector(".variables-filter");
    if (!box) return;
    const rows = [...this.querySelectorAll("tbody tr")];
    const texts = rows.map((row) => fold(row.textContent));
    const status = this.querySelector(".variables-none");
    box.hidden = false;
    box.querySelector("input").addEventListener("input", (event) => {
      const words = fold(event.target.value).split(/\s+/);
      let shown = 0;
      rows.forEach((row, place) => {
        row.hidden = !words.every((word) => texts[place].includes(word));
        if (!row.hidden) shown += 1;
      });
      status.textContent = `${shown} / ${rows.length}`;
    });
  }
}

customElements.define("pinakes-variables", VariableTable);
