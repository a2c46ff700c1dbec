// SPDX-License-Identifier: EUPL-1.2
// Everything here is a convenience: each page works without it.
"use strict";

// A form that is refused stays as it was filled in: it is sent from here, and only what was accepted leaves the page. What
// htmx sends is its own affair, and a form that answers with a page (data-heel) is the browser's.
document.addEventListener("submit", async (gebeurtenis) => {
  const { target: formulier, submitter: knop } = gebeurtenis;
  if (gebeurtenis.defaultPrevented || formulier.method !== "post" || formulier.hasAttribute("data-hx-post")) return;
  if (formulier.hasAttribute("data-heel")) return;
  gebeurtenis.preventDefault();
  if (formulier.hasAttribute("aria-busy")) return;
  formulier.setAttribute("aria-busy", "true");
  const velden = new FormData(formulier, knop);
  const vrij = () => formulier.removeAttribute("aria-busy");
  try {
    const antwoord = await fetch(knop?.getAttribute("formaction") ? knop.formAction : formulier.action, {
      method: "POST",
      headers: { "X-Formulier": "ja" },
      body: formulier.enctype === "multipart/form-data" ? velden : new URLSearchParams(velden),
    });
    const naar = antwoord.headers.get("X-Naar");
    if (naar) {
      ganaar(naar);
      setTimeout(vrij, 5000); // until the page goes the form is not sent again; one that stays (a download) is free then
      return;
    }
    if (antwoord.headers.get("X-Blad")) {
      verstuurHeel(formulier, knop);
    } else {
      toonFout(formulier, antwoord.headers.get("X-Fragment") ? await antwoord.text() : "");
    }
  } catch {
    toonFout(formulier, "");
  }
  vrij();
});

// Back on a page that the browser kept: its forms are as good as new.
window.addEventListener("pageshow", (gebeurtenis) => {
  if (!gebeurtenis.persisted) return;
  for (const formulier of document.querySelectorAll("form[aria-busy]")) formulier.removeAttribute("aria-busy");
});

function ganaar(adres) {
  document.dispatchEvent(new Event("kv:gedaan")); // an act succeeded, and its page follows
  const doel = new URL(adres, location.href);
  const zelfde = doel.pathname === location.pathname && doel.search === location.search;
  if (!zelfde || !doel.hash) return location.assign(doel);
  history.replaceState(null, "", doel.hash);
  location.reload();
}

// What went wrong is said above and gets the focus; its link leads to the field that must be looked at.
function toonFout(formulier, fragment) {
  const meldingen = document.getElementById("meldingen");
  if (fragment) meldingen.innerHTML = fragment;
  else meldingen.replaceChildren(document.getElementById("geen-verbinding").content.cloneNode(true));
  for (const veld of formulier.querySelectorAll("[aria-invalid]")) veld.removeAttribute("aria-invalid");
  const link = meldingen.querySelector("[data-veld]");
  const veld = link && formulier.elements.namedItem(link.dataset.veld);
  if (veld?.focus) {
    veld.setAttribute("aria-invalid", "true");
    if (veld.labels?.[0]) link.textContent = `${link.textContent} “${veld.labels[0].textContent.trim()}”`;
    link.addEventListener("click", (klik) => {
      klik.preventDefault();
      veld.focus();
    });
  } else link?.parentElement.remove();
  const melding = meldingen.querySelector(".kv-melding");
  melding.tabIndex = -1;
  melding.focus();
  meldingen.scrollIntoView({ block: "center" });
}

// So it is when htmx brought it.
document.addEventListener("htmx:afterSwap", (gebeurtenis) => {
  if (gebeurtenis.detail.target.id === "meldingen") gebeurtenis.detail.target.scrollIntoView({ block: "center" });
});

// A form that brings a page of its own, as a preview does, is sent once more by the browser: it did nothing yet.
function verstuurHeel(formulier, knop) {
  if (knop?.name) formulier.append(Object.assign(document.createElement("input"), { type: "hidden", name: knop.name, value: knop.value }));
  formulier.submit();
}

// Completion for a field that holds several names: the list offers the next one behind those that stand there.
document.addEventListener("input", (gebeurtenis) => {
  const veld = gebeurtenis.target;
  if (!veld.matches || !veld.matches("[data-aanvullen]") || !veld.list) return;
  const lijst = veld.list;
  lijst.namen ??= [...lijst.options].map((keuze) => keuze.value);
  const voor = (veld.value.match(/^.*(?:,\s*|\sen\s+)/) ?? [""])[0];
  lijst.replaceChildren(...lijst.namen.slice(0, 400).map((naam) => new Option("", voor + naam)));
});

// Back to a form that was refused: the browser still has what was filled in.
document.addEventListener("click", (gebeurtenis) => {
  if (!gebeurtenis.target.closest?.("[data-terug]") || history.length < 2) return;
  gebeurtenis.preventDefault();
  history.back();
});

// What was just done, with its way back: as long as the server keeps it, then it goes. On a page that stayed where it is
// the way back leads to that page.
function verdwijn() {
  for (const formulier of document.querySelectorAll("[data-verdwijnt]:not([data-telt])")) {
    formulier.dataset.telt = "";
    const hier = formulier.querySelector("[data-hier]");
    if (hier && !hier.value) hier.value = location.pathname + location.search;
    setTimeout(() => formulier.remove(), Number(formulier.dataset.verdwijnt) * 1000);
  }
}

verdwijn();
document.addEventListener("htmx:afterSettle", verdwijn);

// Which panels are open is remembered in this browser.
function panelen() {
  for (const paneel of document.querySelectorAll("details[data-paneel]")) {
    const bewaard = localStorage.getItem(`paneel:${paneel.dataset.paneel}`);
    if (bewaard !== null) paneel.open = bewaard === "open";
  }
}
panelen();
document.addEventListener("htmx:afterSettle", panelen);
document.addEventListener("toggle", (gebeurtenis) => {
  const naam = gebeurtenis.target.dataset?.paneel;
  if (naam) localStorage.setItem(`paneel:${naam}`, gebeurtenis.target.open ? "open" : "dicht");
}, true);

// Dragging a set, or all that are chosen, to who gets it: the same form as the choice below the table.
document.addEventListener("dragstart", (gebeurtenis) => {
  const rij = gebeurtenis.target.closest?.("tr[draggable]");
  if (!rij) return;
  rij.querySelector("input[type=checkbox]").checked = true;
  gebeurtenis.dataTransfer.setData("text/plain", rij.querySelector("th").textContent.trim());
  gebeurtenis.dataTransfer.effectAllowed = "move";
});
for (const soort of ["dragover", "dragleave", "drop"]) {
  document.addEventListener(soort, (gebeurtenis) => {
    const ontvanger = gebeurtenis.target.closest?.("[data-ontvanger]");
    const formulier = document.getElementById("toewijzen");
    if (!ontvanger || !formulier) return;
    gebeurtenis.preventDefault();
    ontvanger.toggleAttribute("data-boven", soort === "dragover");
    if (soort !== "drop") return;
    formulier.elements["behandelaar-id"].value = ontvanger.dataset.ontvanger;
    formulier.requestSubmit();
  });
}

// An address that can be sent to a colleague: what was not chosen is not in it.
document.addEventListener("htmx:configRequest", (gebeurtenis) => {
  if (!gebeurtenis.target.matches?.(".kv-filter")) return;
  const velden = gebeurtenis.detail.parameters;
  for (const naam of Object.keys(velden)) if (velden[naam] === "") delete velden[naam];
});

// Long work tells how far it is; when it ended, the page shows its result.
const voortgang = document.querySelector("[data-voortgang]");
if (voortgang) {
  const bron = new EventSource(voortgang.dataset.voortgang);
  bron.addEventListener("voortgang", (gebeurtenis) => {
    const [gedaan, totaal] = gebeurtenis.data.split("/").map(Number);
    const balk = voortgang.querySelector("progress");
    balk.max = totaal || 1;
    balk.value = gedaan;
    voortgang.querySelector("[data-stand]").textContent = totaal ? `${gedaan} / ${totaal}` : "";
  });
  bron.addEventListener("einde", () => {
    bron.close();
    location.reload();
  });
  window.addEventListener("pagehide", () => bron.close());
}
