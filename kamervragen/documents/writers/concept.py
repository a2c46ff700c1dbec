"""The concept as Word: the answers as they stand, marked so that the document finds its way back.

A bookmark stands around every question and answer, a content control around its heading, and the document's own properties
say of which set and which version it is. Remarks go along as Word comments, and what changed since an earlier version as
tracked changes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from kamervragen.documents.lezing import Opmerking, Wijziging, Wijzigingsoort
from kamervragen.documents.text.markdown import lees_markdown
from kamervragen.documents.text.opmaak import Blok
from kamervragen.documents.word.sjabloon import AANHANGSEL, Blad
from kamervragen.documents.word.sporen import met_opmerking, met_verschil
from kamervragen.documents.word.terugweg import Herkomst, afdruk
from kamervragen.documents.writers.aanhangsel import kopregels
from kamervragen.documents.writers.paren import schrijf_paren, schrijf_slot
from kamervragen.documents.zichtbaar import genormaliseerd, met_nootnamen
from kamervragen.domain.vragenset import MERK, Antwoord, Vragenset


@dataclass(frozen=True, slots=True)
class Eerder:
    """An earlier text of an answer, and who made it what it is now, when (ISO 8601)."""

    versie: int
    tekst: str
    auteur: str
    moment: str


def render(
    vragenset: Vragenset,
    herkomst: Herkomst,
    op: date,
    sjabloon: Path,
    *,
    opmerkingen: Mapping[str, Sequence[Opmerking]] | None = None,
    eerder: Mapping[str, Eerder] | None = None,
) -> bytes:
    """The concept as a .docx; equal input gives equal bytes. Answers are known by their first label.

    `herkomst` without its notes: they are filled in here. A question without an answer has room for one.
    """
    blad = Blad(sjabloon, AANHANGSEL)
    s, noten = met_nootnamen(vragenset)
    s = _met_ruimte(s)
    hier = {toen: f"[^{nu}]" for nu, toen in noten.items()}
    sporen: dict[int, Wijziging | Opmerking] = {}
    inhoud: dict[tuple[str, ...], tuple[Blok, ...]] = {}
    for antwoord in s.antwoorden:
        blokken = lees_markdown(antwoord.tekst)
        if was := (eerder or {}).get(antwoord.labels[0]):
            oud = genormaliseerd(MERK.sub(lambda merk: hier.get(merk[1], ""), was.tekst))
            erbij, eraf = len(sporen), len(sporen) + 1
            sporen[erbij] = Wijziging(Wijzigingsoort.INGEVOEGD, was.auteur, was.moment)
            sporen[eraf] = Wijziging(Wijzigingsoort.VERWIJDERD, was.auteur, was.moment)
            blokken = met_verschil(lees_markdown(oud), blokken, erbij, eraf)
        for opmerking in (opmerkingen or {}).get(antwoord.labels[0], ()):
            sporen[len(sporen)] = opmerking
            blokken = met_opmerking(blokken, opmerking.passage, len(sporen) - 1)
        inhoud[antwoord.labels] = blokken
    schrijver = blad.schrijver("inhoud", s.noten, sporen=sporen)  # without fields: a concept is edited
    for regel in kopregels(s):
        schrijver.alinea("Kopregel", regel)
    schrijf_paren(schrijver, s, ankers=True, inhoud=inhoud)
    schrijf_slot(schrijver, s, ankers=True)
    titel = f"Concept van de beantwoording {s.zaaknummer or herkomst.sleutel}"
    afdrukken = {noot.id: afdruk(noot.tekst) for noot in s.noten}
    eigen = replace(herkomst, noten=noten, nootafdrukken=afdrukken)
    return blad.geef_af(titel, op, eigen.als_eigenschappen())


def _met_ruimte(s: Vragenset) -> Vragenset:
    """The set with an empty answer for every question that has none."""
    gedekt = {label for antwoord in s.antwoorden for label in antwoord.labels}
    volgorde = {vraag.label: plaats for plaats, vraag in enumerate(s.vragen)}
    leeg = (Antwoord((vraag.label,), "") for vraag in s.vragen if vraag.label not in gedekt)
    alle = sorted((*s.antwoorden, *leeg), key=lambda a: max(volgorde.get(label, -1) for label in a.labels))
    return replace(s, antwoorden=tuple(alle))
