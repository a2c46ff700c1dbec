"""The quality of the record: what cannot be right in it, and where each is mended."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from sqlmodel import Session

from kamervragen.core.act import Huis, inzage
from kamervragen.core.actor import Wie
from kamervragen.documents.text.markdown import platte_tekst
from kamervragen.domain.rollen import Handeling
from kamervragen.language.citations.verwijzingen import Verwijzingsoort, verwijzingen
from kamervragen.sets.store.mankementen import Mankement
from kamervragen.vandaag.store import kwaliteit
from kamervragen.vandaag.store.kwaliteit import Mankementrij

HOOGSTENS = 100  # of one kind on one page; who mends one sees the next
_NAAR_ANTWOORD = re.compile("vra|antw", re.IGNORECASE)  # without these words no sentence refers to an answer
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


@dataclass(frozen=True, slots=True)
class Soort:
    """How much of one kind there is, and the first of it."""

    aantal: int
    eerste: tuple[Gevonden, ...]


def toon(huis: Huis, wie: Wie) -> dict[Mankement, Soort]:
    """What was found by kind, in the order of the kinds; a kind without any is left out."""
    op = huis.vandaag()
    with inzage(huis, wie, Handeling.SET_HERSTELLEN) as sessie:
        rijen, aantallen = kwaliteit.alle(sessie, op, hoogstens=HOOGSTENS)
        in_teksten = list(_in_teksten(sessie))
    per: dict[Mankement, list[Mankementrij]] = defaultdict(list)
    for rij in (*rijen, *in_teksten):
        per[rij.soort].append(rij)
    uit = {}
    for soort in (soort for soort in Mankement if soort in per):
        op_volgorde = sorted(per[soort], key=lambda r: (r.sleutel, r.plaats, r.wat))
        uit[soort] = Soort(aantallen.get(soort, len(op_volgorde)), tuple(_gevonden(r) for r in op_volgorde[:HOOGSTENS]))
    return uit


def _gevonden(rij: Mankementrij) -> Gevonden:
    pad = _IN_DE_SET.get(rij.soort, "/vragensets/{sleutel}/gegevens")
    if rij.plaats.startswith("antwoord-"):
        pad = f"/vragensets/{{sleutel}}/vragen/{rij.plaats.removeprefix('antwoord-')}"
    wat = rij.wat if rij.plaats else platte_tekst(rij.wat)
    return Gevonden(rij.soort, rij.sleutel, rij.onderwerp or rij.sleutel, wat, pad.format(sleutel=rij.sleutel))


def _in_teksten(sessie: Session) -> Iterator[Mankementrij]:
    """Marks without a note, and 'zie het antwoord op vraag 12' in a set of ten questions: of open sets."""
    vragen, antwoorden = kwaliteit.open_vragen(sessie), kwaliteit.open_antwoorden(sessie)
    noten = kwaliteit.open_noten(sessie)
    labels: dict[int, set[str]] = defaultdict(set)
    for tekst in vragen:
        labels[tekst.vragenset_id].add(tekst.label)
    for soort, teksten in (("vraag", vragen), ("antwoord", antwoorden)):
        for t in teksten:
            for merk in dict.fromkeys(_MERK.findall(t.tekst)):
                if merk not in noten.get(t.vragenset_id, set()):
                    yield t.mankement(Mankement.NOOT_ONTBREEKT, f"[^{merk}]", f"{soort}-{t.label}")
    for t in antwoorden:
        for v in verwijzingen(t.tekst) if _NAAR_ANTWOORD.search(t.tekst) else ():
            nummer = (v.id or "").removeprefix("antwoord-")
            if v.soort is Verwijzingsoort.ANTWOORD and nummer not in labels[t.vragenset_id]:
                wat = t.tekst[v.begin : v.einde]
                yield t.mankement(Mankement.VERWIJZING_LEIDT_NERGENS, wat, f"antwoord-{t.label}")
