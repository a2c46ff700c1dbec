// SPDX-License-Identifier: EUPL-1.2
// Everything here is a convenience: each page works without it.
"use strict";

// Leaving the desk with unsaved text asks first.
let gewijzigd = false;
document.addEventListener("input", (gebeurtenis) => {
  if (gebeurtenis.target.id === "tekst") gewijzigd = true;
});
document.addEventListener("submit", (gebeurtenis) => {
  if (gebeurtenis.target.querySelector("#tekst")) gewijzigd = false;
});
document.addEventListener("htmx:afterSwap", (gebeurtenis) => {
  if (gebeurtenis.detail.target.id === "antwoord") gewijzigd = false;
});
window.addEventListener("beforeunload", (gebeurtenis) => {
  if (gewijzigd) gebeurtenis.preventDefault();
});

// The result of a save is where the reader was: the text keeps the focus.
document.addEventListener("htmx:afterSettle", (gebeurtenis) => {
  if (gebeurtenis.detail.target.id === "antwoord") document.getElementById("tekst")?.focus();
});
