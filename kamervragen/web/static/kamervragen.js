// SPDX-License-Identifier: EUPL-1.2
// Everything here is a convenience: each page works without it.
"use strict";

// Leaving the desk with unsaved text asks first. A conflict is unsaved text too.
let gewijzigd = document.querySelector("[data-conflict]") !== null;
let plek = null;

document.addEventListener("input", (gebeurtenis) => {
  if (gebeurtenis.target.id === "tekst") gewijzigd = true;
});

// A form that htmx sends is only saved once its answer says so; any other form leaves the page.
document.addEventListener("submit", (gebeurtenis) => {
  const formulier = gebeurtenis.target;
  if (formulier.querySelector("#tekst") && !formulier.hasAttribute("data-hx-post")) gewijzigd = false;
});

window.addEventListener("beforeunload", (gebeurtenis) => {
  if (gewijzigd) gebeurtenis.preventDefault();
});

document.addEventListener("htmx:beforeSwap", (gebeurtenis) => {
  const tekst = document.getElementById("tekst");
  plek = tekst && gebeurtenis.detail.target.id === "antwoord" ? [tekst.selectionStart, tekst.selectionEnd, tekst.scrollTop] : null;
});

// At the swap itself and not when it has settled: whoever types on at once must not find his cursor moved.
document.addEventListener("htmx:afterSwap", (gebeurtenis) => {
  const doel = gebeurtenis.detail.target;
  if (doel.id === "meldingen") doel.scrollIntoView({ block: "center" });
  if (doel.id !== "antwoord") return;
  gewijzigd = document.querySelector("[data-conflict]") !== null;
  const tekst = document.getElementById("tekst");
  if (!tekst) return;
  tekst.focus({ preventScroll: true });
  if (plek && !gewijzigd) {
    tekst.setSelectionRange(plek[0], plek[1]);
    tekst.scrollTop = plek[2];
  }
});

// Completion for a field that holds several names: the list offers the next one behind those that stand there.
document.addEventListener("input", (gebeurtenis) => {
  const veld = gebeurtenis.target;
  if (!veld.matches || !veld.matches("[data-aanvullen]") || !veld.list) return;
  const lijst = veld.list;
  lijst.namen ??= [...lijst.options].map((keuze) => keuze.value);
  const voor = (veld.value.match(/^.*(?:,\s*|\sen\s+)/) ?? [""])[0];
  lijst.replaceChildren(...lijst.namen.slice(0, 400).map((naam) => new Option("", voor + naam)));
});
