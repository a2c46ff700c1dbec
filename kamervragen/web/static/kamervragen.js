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

// The sentences that promise something, underlined behind the field. The layer has no id: htmx copies the attributes of
// what has one, its style too, and inline styles are not allowed here. Their places come from the server as code points;
// once the text is typed on, only those that still stand where they stood are drawn.
function onderstreep() {
  const tekst = document.getElementById("tekst");
  const laag = document.querySelector(".kv-strepen");
  if (!tekst || !laag) return;
  const regels = document.querySelectorAll("#strepen [data-begin]");
  if (regels.length === 0 || tekst.value.length > 50_000) {
    laag.replaceChildren(); // nothing to draw, or a text that a second layout would slow down
    return;
  }
  const stijl = getComputedStyle(tekst);
  for (const wat of ["fontFamily", "fontSize", "letterSpacing", "padding", "borderWidth"]) laag.style[wat] = stijl[wat];
  const randen = parseFloat(stijl.borderLeftWidth) + parseFloat(stijl.borderRightWidth);
  const schuifbalk = tekst.offsetWidth - tekst.clientWidth - randen;
  laag.style.paddingRight = `${parseFloat(stijl.paddingRight) + schuifbalk}px`;
  const tekens = Array.from(tekst.value);
  const stukken = [];
  let plaats = 0;
  for (const regel of regels) {
    const begin = Number(regel.dataset.begin);
    const einde = Number(regel.dataset.einde);
    if (begin < plaats || einde > tekens.length) continue;
    const streep = document.createElement("span");
    streep.dataset.stevigheid = regel.dataset.stevigheid;
    streep.textContent = tekens.slice(begin, einde).join("");
    if (regel.dataset.zin === undefined) regel.dataset.zin = streep.textContent;
    if (regel.dataset.zin !== streep.textContent) continue;
    stukken.push(tekens.slice(plaats, begin).join(""), streep);
    plaats = einde;
  }
  laag.replaceChildren(...stukken, `${tekens.slice(plaats).join("")}\n`);
  laag.scrollTop = tekst.scrollTop;
}

onderstreep();
document.addEventListener("input", (gebeurtenis) => {
  if (gebeurtenis.target.id === "tekst") onderstreep();
});
document.addEventListener("htmx:afterSettle", onderstreep);
window.addEventListener("resize", onderstreep);
document.addEventListener("scroll", (gebeurtenis) => {
  const laag = document.querySelector(".kv-strepen");
  if (laag && gebeurtenis.target.id === "tekst") laag.scrollTop = gebeurtenis.target.scrollTop;
}, true);

// Back to a form that was refused: the browser still has what was filled in.
document.addEventListener("click", (gebeurtenis) => {
  if (!gebeurtenis.target.closest?.("[data-terug]") || history.length < 2) return;
  gebeurtenis.preventDefault();
  history.back();
});

// What is typed and not saved is kept in this browser, so that a dropped connection or a closed page loses nothing. It goes
// when it is saved, and with everything else when its owner logs out. A text that was changed by others meanwhile is not
// put back unseen: the person decides.
function bewaarplek() {
  const formulier = document.querySelector("[data-bewaar-plek]");
  return formulier ? `concept:${formulier.dataset.bewaarPlek}` : null;
}

function toonTeruggevonden() {
  const plek = bewaarplek();
  const tekst = document.getElementById("tekst");
  const vak = document.getElementById("teruggevonden");
  if (!plek || !tekst || !vak) return;
  const bewaard = localStorage.getItem(plek);
  if (bewaard !== null && bewaard === tekst.value) localStorage.removeItem(plek);
  vak.hidden = bewaard === null || bewaard === tekst.value;
}

document.addEventListener("input", (gebeurtenis) => {
  const plek = bewaarplek();
  if (gebeurtenis.target.id !== "tekst" || !plek) return;
  localStorage.setItem(plek, gebeurtenis.target.value);
  const hier = document.querySelector("#hier [name=bewerkt]");
  if (hier) hier.value = "ja";
});

document.addEventListener("click", (gebeurtenis) => {
  const keuze = gebeurtenis.target.dataset?.concept;
  const plek = bewaarplek();
  const tekst = document.getElementById("tekst");
  if (!keuze || !plek || !tekst) return;
  if (keuze === "terug") {
    tekst.value = localStorage.getItem(plek) ?? tekst.value;
    tekst.dispatchEvent(new Event("input", { bubbles: true }));
  } else {
    localStorage.removeItem(plek);
  }
  document.getElementById("teruggevonden").hidden = true;
  tekst.focus();
});

// Saved: the answer that came back is the text that was sent, and nothing is left to keep.
document.addEventListener("htmx:afterRequest", (gebeurtenis) => {
  const plek = bewaarplek();
  const formulier = gebeurtenis.detail.elt;
  if (plek && gebeurtenis.detail.successful && formulier.matches("[data-bewaar-plek]")) {
    localStorage.removeItem(plek);
    const hier = document.querySelector("#hier [name=bewerkt]");
    if (hier) hier.value = "nee";
  }
});

toonTeruggevonden();
