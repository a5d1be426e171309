// Keeps addresses short: empty inputs of the filter form are not sent.
// SPDX-License-Identifier: GPL-3.0-or-later
const form = document.getElementById("filter-form");

form?.addEventListener("formdata", (event) => {
  for (const [name, value] of [...event.formData.entries()]) {
    if (value === "") event.formData.delete(name);
  }
});
