"""The quality of the record: what cannot be right in it, and where each is mended."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sqlmodel import Session

from kamervragen.documents.markdown import platte_tekst
from kamervragen.domain.rollen import Handeling
from kamervragen.language.verwijzingen import Verwijzingsoort, verwijzingen
from kamervragen.storage import kwaliteit
from kamervragen.storage.kwaliteit import Mankement, Mankementrij
from kamervragen.usecases.handeling import Huis, Wie, inzage

_MERK = re.compile(r"\[\^([bv]\d+)\]")
_IN_DE_SET = {
    Mankement.LOS_ANTWOORD: "/vragensets/{sleutel}",
    Mankement.BEANTWOORD_ZONDER_ANTWOORD: "/vragensets/{sleutel}",
    Mankement.TWEE_WAARDEN: "/vragensets/{sleutel}",
    Mankement.FEIT_VOOR_INZENDING: "/vragensets/{sleutel}/geschiedenis",
    Mankement.TOEZEGGING_VOOR_HAAR_DAG: "/vragensets/{sleutel}#toezeggingen",
    Mankement.DEBAT_VOOR_INZENDING: "/vragensets/{sleutel}#termijn",
    Mankement.ZONDER_AANHANGSELNUMMER: "/inname",
}


@dataclass(frozen=True, slots=True)
class Gevonden:
    """One thing wrong, and the page on which it is mended."""

    soort: Mankement
    sleutel: str
    onderwerp: str
    wat: str
    pad: str


def toon(huis: Huis, wie: Wie) -> dict[Mankement, tuple[Gevonden, ...]]:
    """Everything found, by kind, in the order of the kinds; a kind without any is left out."""
    op = huis.vandaag()
    with inzage(huis, wie, Handeling.SET_HERSTELLEN) as sessie:
        rijen = [*kwaliteit.alle(sessie, op), *_in_teksten(sessie)]
    gevonden = [_gevonden(rij) for rij in sorted(rijen, key=lambda r: (r.sleutel, r.plaats, r.wat))]
    return {soort: deze for soort in Mankement if (deze := tuple(g for g in gevonden if g.soort is soort))}


def _gevonden(rij: Mankementrij) -> Gevonden:
    pad = _IN_DE_SET.get(rij.soort, "/vragensets/{sleutel}/gegevens")
    if rij.plaats.startswith("antwoord-"):
        pad = f"/vragensets/{{sleutel}}/vragen/{rij.plaats.removeprefix('antwoord-')}"
    wat = rij.wat if rij.plaats else platte_tekst(rij.wat)
    return Gevonden(rij.soort, rij.sleutel, rij.onderwerp or rij.sleutel, wat, pad.format(sleutel=rij.sleutel))


def _in_teksten(sessie: Session) -> Iterator[Mankementrij]:
    """Marks without a note, and 'zie het antwoord op vraag 12' in a set of ten questions: of open sets."""
    teksten, noten = kwaliteit.open_teksten(sessie), kwaliteit.open_noten(sessie)
    labels: dict[int, set[str]] = {}
    for rij, plaats, _tekst in teksten:
        if plaats.startswith("vraag-"):
            labels.setdefault(rij.id or 0, set()).add(plaats.removeprefix("vraag-"))
    for rij, plaats, tekst in teksten:
        id, onderwerp = rij.id or 0, rij.onderwerp or ""
        for merk in dict.fromkeys(_MERK.findall(tekst)):
            if merk not in noten.get(id, set()):
                yield Mankementrij(Mankement.NOOT_ONTBREEKT, id, rij.sleutel, onderwerp, f"[^{merk}]", plaats)
        for v in verwijzingen(tekst):
            nummer = (v.id or "").removeprefix("antwoord-")
            if v.soort is Verwijzingsoort.ANTWOORD and plaats.startswith("antwoord") and nummer not in labels[id]:
                wat = tekst[v.begin : v.einde]
                yield Mankementrij(Mankement.VERWIJZING_LEIDT_NERGENS, id, rij.sleutel, onderwerp, wat, plaats)
