// SPDX-License-Identifier: EUPL-1.2
// The desk: a field that no save touches, a copy of it in this browser until the server has it, and acts that save first.
"use strict";

const editor = document.getElementById("editor");
const tekst = document.getElementById("tekst");
const botsing = document.getElementById("botsing");
const COPY_AFTER = 5_000; // ms of rest after which the text is kept by itself
const COPY_EVERY = 15_000; // ms between two such saves, at least

let opDeServer = tekst?.value; // the text that the server has
let weg = false; // the page goes, and what is not saved was weighed already

// A field that a conflict stands above is unsaved text too, whatever is in it.
const gewijzigd = () => tekst !== null && (tekst.value !== opDeServer || botsing.childElementCount > 0);

// One save at a time: a second one waits, and then sends what stands there by then, at the version that the first made.
let beurt = Promise.resolve(true);
let wachtend = 0;
function bewaar(wijze = {}) {
  wachtend += 1;
  beurt = beurt.then(() => stuur(wijze)).finally(() => { wachtend -= 1; });
  return beurt;
}

// `stil` leaves what stands beside the text as it is: an act that waits for this save has its form there.
async function stuur({ vanzelf = false, stil = false, versie = null } = {}) {
  if ((vanzelf || stil) && !gewijzigd()) return true;
  const gestuurd = tekst.value;
  const adres = editor.getAttribute("action");
  const velden = Object.fromEntries(new FormData(editor));
  delete velden.eenmaal; // its version tells a second save from the first
  if (vanzelf) velden.vanzelf = "ja";
  if (stil) velden.stil = "ja";
  if (versie) velden.versie = versie;
  let gelukt = false;
  const hoor = ({ detail }) => {
    if (detail.pathInfo?.requestPath === adres) gelukt = detail.xhr.status >= 200 && detail.xhr.status < 300; // a conflict is shown, not saved
  };
  const weggevallen = () => toonFout(editor, "");
  document.addEventListener("htmx:afterRequest", hoor);
  if (!vanzelf) document.addEventListener("htmx:sendError", weggevallen);
  try {
    await htmx.ajax("POST", adres, { source: editor, target: "#bewaarstand", swap: "innerHTML", values: velden });
  } catch {
    gelukt = false; // the copy in this browser stays
  } finally {
    document.removeEventListener("htmx:afterRequest", hoor);
    document.removeEventListener("htmx:sendError", weggevallen);
  }
  if (gelukt) {
    opDeServer = gestuurd;
    botsing.replaceChildren();
    if (tekst.value === gestuurd) localStorage.removeItem(plaats);
    schrijft(tekst.value !== gestuurd);
    // What else on the page acts on this answer acts on its new version.
    for (const veld of document.querySelectorAll("[data-antwoordversie]")) veld.value = editor.elements.versie.value;
  }
  if (botsing.childElementCount > 0) botsing.scrollIntoView({ block: "center" });
  return gelukt;
}

// A save brings what stands beside the text anew, but not over what somebody is writing there.
document.addEventListener("htmx:oobBeforeSwap", (gebeurtenis) => {
  const doel = gebeurtenis.detail.target;
  if (doel.id !== "zij") return;
  const velden = [...doel.querySelectorAll("textarea, input:not([type=hidden])")];
  if (velden.some((veld) => veld.value !== veld.defaultValue || veld.checked !== veld.defaultChecked)) gebeurtenis.detail.shouldSwap = false;
});

// Colleagues see who writes here.
function schrijft(ja) {
  const hier = document.querySelector("#hier [name=bewerkt]");
  if (hier) hier.value = ja ? "ja" : "nee";
}

// Kept by itself once the typing rests. Typing never waits for it.
let rust = null;
let laatst = 0;
function straks() {
  clearTimeout(rust);
  rust = setTimeout(() => {
    if (!tekst.value.trim() || botsing.childElementCount > 0) return;
    laatst = Date.now();
    bewaar({ vanzelf: true });
  }, Math.max(COPY_AFTER, laatst + COPY_EVERY - Date.now()));
}

// What is typed and not saved is kept in this browser, so that a dropped connection or a closed page loses nothing. It goes
// when it is saved, and with everything else when its owner logs out. A text that was changed by others meanwhile is not
// put back unseen: the person decides.
const plaats = editor ? `concept:${editor.dataset.bewaarPlek}` : "";
function toonTeruggevonden() {
  const bewaard = localStorage.getItem(plaats);
  if (bewaard === tekst.value) localStorage.removeItem(plaats);
  document.getElementById("teruggevonden").hidden = bewaard === null || bewaard === tekst.value;
}

if (editor) {
  toonTeruggevonden();
  tekst.addEventListener("input", () => {
    localStorage.setItem(plaats, tekst.value);
    schrijft(true);
    straks();
  });
  document.getElementById("teruggevonden").addEventListener("click", ({ target: { dataset } }) => {
    if (!dataset.concept) return;
    if (dataset.concept === "terug") {
      tekst.value = localStorage.getItem(plaats) ?? tekst.value;
      tekst.dispatchEvent(new Event("input", { bubbles: true }));
    } else {
      localStorage.removeItem(plaats);
    }
    document.getElementById("teruggevonden").hidden = true;
    tekst.focus();
  });
}

// Its own button saves. Every other act saves first, and only then goes to the server: a save that is refused keeps the
// page, with what must be looked at above the text. What htmx sends stays on the page, and costs no text.
const mag = new WeakSet();
document.addEventListener("submit", async (gebeurtenis) => {
  const { target: formulier, submitter: knop } = gebeurtenis;
  if (!editor || formulier.method !== "post" || formulier.hasAttribute("data-hx-post")) return;
  if (formulier === editor) {
    gebeurtenis.preventDefault();
    if (knop) tekst.focus({ preventScroll: true }); // one writes on where one was
    bewaar({ versie: knop?.dataset.versie });
    return;
  }
  if (mag.delete(formulier) || !(gewijzigd() || wachtend)) return;
  gebeurtenis.preventDefault();
  gebeurtenis.stopImmediatePropagation();
  if (!(await bewaar({ stil: true }))) return;
  await new Promise((verder) => setTimeout(verder)); // within its own event a form cannot be sent anew
  mag.add(formulier);
  formulier.requestSubmit(knop);
}, true);

// So does a link to another page of ours. When it cannot be saved, the browser asks whether to leave.
document.addEventListener("click", async (gebeurtenis) => {
  const link = gebeurtenis.target.closest?.("a[href]");
  if (!link || gebeurtenis.defaultPrevented || gebeurtenis.button || gebeurtenis.ctrlKey || gebeurtenis.metaKey || gebeurtenis.shiftKey) return;
  if (link.target || link.download || link.origin !== location.origin || link.getAttribute("href").startsWith("#") || !gewijzigd()) return;
  if (link.hasAttribute("data-weggooien")) {
    localStorage.removeItem(plaats);
    weg = true;
    return;
  }
  gebeurtenis.preventDefault();
  if (botsing.childElementCount === 0) await bewaar({ stil: true });
  location.assign(link.href);
});

// An act that succeeded takes its page along; what was typed while it ran is in the copy, which the new page offers.
document.addEventListener("kv:gedaan", () => { weg = true; });
window.addEventListener("beforeunload", (gebeurtenis) => {
  if (gewijzigd() && !weg) gebeurtenis.preventDefault();
});

// The sentences that promise something, underlined behind the field. The layer has no id: htmx copies the attributes of
// what has one, its style too, and inline styles are not allowed here. Their places come from the server as code points;
// once the text is typed on, only those that still stand where they stood are drawn.
function onderstreep() {
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
tekst?.addEventListener("input", onderstreep);
document.addEventListener("htmx:afterSettle", onderstreep);
window.addEventListener("resize", onderstreep);
tekst?.addEventListener("scroll", () => {
  document.querySelector(".kv-strepen").scrollTop = tekst.scrollTop;
});

// Its widths are remembered in this browser; without a script the columns have their own.
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

// Keys: none is a single letter, so that typing is typing.
document.addEventListener("keydown", (gebeurtenis) => {
  if ((gebeurtenis.ctrlKey || gebeurtenis.metaKey) && !gebeurtenis.shiftKey && gebeurtenis.key.toLowerCase() === "s" && editor) {
    gebeurtenis.preventDefault();
    editor.requestSubmit();
  } else if (gebeurtenis.altKey && (gebeurtenis.key === "ArrowDown" || gebeurtenis.key === "ArrowUp")) {
    const link = document.querySelector(`a[rel=${gebeurtenis.key === "ArrowDown" ? "next" : "prev"}]`);
    if (!link) return;
    gebeurtenis.preventDefault();
    link.click();
  } else if (gebeurtenis.key === "F6") {
    const delen = [document.querySelector("#grootboek a[aria-current]"), tekst, document.getElementById("zij")].filter(Boolean);
    const hier = delen.findIndex((deel) => deel.contains(document.activeElement));
    gebeurtenis.preventDefault();
    const doel = delen[(hier + 1) % delen.length];
    (doel.id === "zij" ? doel.querySelector("summary, a, button") ?? doel : doel).focus();
  }
});

// A note goes where the cursor is.
function voegIn(merk) {
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
