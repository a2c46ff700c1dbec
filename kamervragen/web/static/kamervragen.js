// SPDX-License-Identifier: EUPL-1.2
// Everything here is a convenience: each page works without it.
"use strict";

// Leaving the desk with unsaved text asks first. A conflict is unsaved text too.
let gewijzigd = document.querySelector("[data-conflict]") !== null;
let plek = null;

document.addEventListener("input", (gebeurtenis) => {
  if (gebeurtenis.target.id === "tekst") gewijzigd = true;
});

// A form that is refused stays as it was filled in: it is sent from here, and only what was accepted leaves the page. What
// htmx sends is its own affair, and a form that answers with a page (data-heel) is the browser's; so is a button of
// another form that would cost unsaved text: the browser asks.
document.addEventListener("submit", async (gebeurtenis) => {
  const { target: formulier, submitter: knop } = gebeurtenis;
  const tekst = formulier.querySelector("#tekst") !== null;
  if (gebeurtenis.defaultPrevented || formulier.method !== "post" || formulier.hasAttribute("data-hx-post")) return;
  if (formulier.hasAttribute("data-heel")) {
    if (tekst) gewijzigd = false;
    return;
  }
  if (gewijzigd && !tekst) return;
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
      if (tekst) gewijzigd = false;
      ganaar(naar);
      setTimeout(vrij, 5000); // until the page goes the form is not sent again; one that stays (a download) is free then
      return;
    }
    if (antwoord.headers.get("X-Blad")) {
      if (tekst) gewijzigd = false;
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

// A form that brings a page of its own, as a preview does, is sent once more by the browser: it did nothing yet.
function verstuurHeel(formulier, knop) {
  if (knop?.name) formulier.append(Object.assign(document.createElement("input"), { type: "hidden", name: knop.name, value: knop.value }));
  formulier.submit();
}

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

// The desk. Its widths are remembered in this browser; without a script the columns have their own.
const deler = document.querySelector("[data-deler]");
function verdeel(breedte) {
  const rem = Math.min(60, Math.max(20, Math.round(breedte)));
  document.getElementById("bureau").style.setProperty("--kv-zij-breedte", `${rem}rem`);
  deler.setAttribute("aria-valuenow", String(rem));
  return rem;
}
if (deler) {
  deler.hidden = false;
  const maat = () => Number(deler.getAttribute("aria-valuenow"));
  verdeel(Number(localStorage.getItem("breedte:zij")) || maat());
  const onthoud = (breedte) => localStorage.setItem("breedte:zij", String(verdeel(breedte)));
  deler.addEventListener("keydown", (gebeurtenis) => {
    const stap = { ArrowLeft: 2, ArrowRight: -2, Home: -100, End: 100 }[gebeurtenis.key];
    if (!stap) return;
    gebeurtenis.preventDefault();
    onthoud(maat() + stap);
  });
  deler.addEventListener("pointerdown", (begin) => {
    deler.setPointerCapture(begin.pointerId);
    const van = maat();
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
    const schuif = (gebeurtenis) => onthoud(van + (begin.clientX - gebeurtenis.clientX) / rem);
    deler.addEventListener("pointermove", schuif);
    deler.addEventListener("pointerup", () => deler.removeEventListener("pointermove", schuif), { once: true });
  });
}

// Which panels beside the text are open is remembered too.
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

// Keys: none is a single letter, so that typing is typing.
document.addEventListener("keydown", (gebeurtenis) => {
  const editor = document.getElementById("editor");
  if (!document.getElementById("bureau")) return;
  if ((gebeurtenis.ctrlKey || gebeurtenis.metaKey) && !gebeurtenis.shiftKey && gebeurtenis.key.toLowerCase() === "s" && editor) {
    gebeurtenis.preventDefault();
    editor.requestSubmit();
  } else if (gebeurtenis.altKey && (gebeurtenis.key === "ArrowDown" || gebeurtenis.key === "ArrowUp")) {
    const link = document.querySelector(`a[rel=${gebeurtenis.key === "ArrowDown" ? "next" : "prev"}]`);
    if (!link) return;
    gebeurtenis.preventDefault();
    link.click();
  } else if (gebeurtenis.key === "F6") {
    const delen = [document.querySelector("#grootboek a[aria-current]"), document.getElementById("tekst"), document.getElementById("zij")].filter(Boolean);
    const hier = delen.findIndex((deel) => deel.contains(document.activeElement));
    gebeurtenis.preventDefault();
    const doel = delen[(hier + 1) % delen.length];
    (doel.id === "zij" ? doel.querySelector("summary, a, button") ?? doel : doel).focus();
  }
});

// Kept by itself once the typing rests for five seconds, and at most every fifteen. Typing never waits for it: the field
// is not touched, and the browser keeps its own copy until what it holds is what was sent.
let rust = null;
let laatst = 0;
let onderweg = null;
document.addEventListener("input", (gebeurtenis) => {
  if (gebeurtenis.target.id !== "tekst" || !document.getElementById("editor")) return;
  clearTimeout(rust);
  rust = setTimeout(bewaarVanzelf, Math.max(5_000, laatst + 15_000 - Date.now()));
});

function bewaarVanzelf() {
  const editor = document.getElementById("editor");
  const tekst = document.getElementById("tekst");
  if (!editor || !tekst || !gewijzigd || !tekst.value.trim() || document.querySelector("[data-conflict]")) return;
  laatst = Date.now();
  const gestuurd = tekst.value;
  const { eenmaal: _eenmaal, ...velden } = { ...Object.fromEntries(new FormData(editor)), vanzelf: "ja" };
  const klaar = (gebeurtenis) => {
    if (gebeurtenis.detail.requestConfig?.parameters?.vanzelf !== "ja") return;
    document.removeEventListener("htmx:afterRequest", klaar);
    if (gebeurtenis.detail.successful && tekst.value === gestuurd) {
      gewijzigd = false;
      const plaats = bewaarplek();
      if (plaats) localStorage.removeItem(plaats);
    }
  };
  document.addEventListener("htmx:afterRequest", klaar);
  onderweg = htmx
    .ajax("POST", editor.getAttribute("action"), { target: "#bewaarstand", swap: "outerHTML", values: velden })
    .catch(() => {})
    .finally(() => {
      onderweg = null;
      // What else on the page acts on this answer acts on its new version.
      for (const veld of document.querySelectorAll("[data-antwoordversie]")) veld.value = document.getElementById("versie").value;
    });
}

// A form that is sent while the text is being kept waits for it: it would else meet its own text as a colleague's.
document.addEventListener("submit", (gebeurtenis) => {
  if (!onderweg || !gebeurtenis.target.querySelector("#versie, [data-antwoordversie]")) return;
  gebeurtenis.preventDefault();
  gebeurtenis.stopImmediatePropagation();
  const { target: formulier, submitter } = gebeurtenis;
  onderweg.finally(() => formulier.requestSubmit(submitter));
}, true);

// A note goes where the cursor is.
function voegIn(merk) {
  const tekst = document.getElementById("tekst");
  if (!tekst) return;
  document.getElementById("bronhulp")?.hidePopover?.();
  tekst.setRangeText(merk, tekst.selectionStart, tekst.selectionEnd, "end");
  tekst.dispatchEvent(new Event("input", { bubbles: true }));
  tekst.focus();
}
document.addEventListener("click", (gebeurtenis) => {
  const merk = gebeurtenis.target.closest?.("[data-invoegen]")?.dataset.invoegen;
  if (merk) voegIn(merk);
});
document.addEventListener("htmx:afterSwap", (gebeurtenis) => {
  const nieuw = gebeurtenis.detail.target.id === "noten" && document.querySelector("[data-nieuwe-noot]");
  if (nieuw && document.getElementById("bronhulp")?.matches(":popover-open")) voegIn(nieuw.dataset.nieuweNoot);
});

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
