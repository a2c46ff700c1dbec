"""The questions of a set as a ledger: of each how far its answer is, who writes it, what it answers, takes and promises."""

from __future__ import annotations

from dataclasses import dataclass

from kamervragen.documents.text.markdown import platte_tekst
from kamervragen.hergebruik import eerder
from kamervragen.language.deelvragen import Dekking, dekking
from kamervragen.lijn.store import route
from kamervragen.setpagina.setblad import Antwoordblok, Setbeeld
from kamervragen.sets.blik import Blik

# Words of an answer within which a ministry wants a (sub-)question answered.
# *Bron:* Acceptatiecriteria v1.0 (JenV/SSC-ICT): 150-250 woorden per deelvraag.
WOORDEN = (150, 250)


@dataclass(frozen=True, slots=True)
class Grootboekregel:
    """One question. `samen` names the questions answered together."""

    label: str
    begin: str
    beantwoord: bool
    samen: tuple[str, ...]
    wie: str
    deelvragen: int
    gedekt: int
    woorden: int
    overgenomen: int
    toezeggingen: int

    @property
    def lang(self) -> bool:
        """Whether the answer is longer than wanted for so many sub-questions."""
        return self.woorden > WOORDEN[1] * max(1, self.deelvragen)


def van(blik: Blik, beeld: Setbeeld) -> tuple[Grootboekregel, ...]:
    """Makes the ledger of a set, in the order of its questions."""
    mensen = _mensen(blik)
    per_vraag = {vraag.label: blok for blok in beeld.blokken for vraag in blok.vragen}
    return tuple(_regel(v.label, v.tekst, per_vraag.get(v.label), mensen) for v in beeld.vragenset.vragen)


def gevonden(blik: Blik) -> dict[str, int]:
    """Counts how many earlier answers lie ready for each question of a set: a search for every one of them."""
    return {label: len(reeks) for label, reeks in eerder.zoek_bij_set(blik).items()}


def _mensen(blik: Blik) -> dict[str, str]:
    """Who has which question in hand, where that is not who has the set."""
    uit: dict[str, str] = {}
    for toewijzing in reversed(route.toewijzingen(blik.sessie, blik.id)):
        if not toewijzing.labels:
            uit.clear()
        elif toewijzing.besluit in (None, "aanvaard"):
            naam = route.naam_van(blik.sessie, toewijzing)
            uit |= dict.fromkeys(toewijzing.labels, naam)
    return uit


def _regel(label: str, vraag: str, blok: Antwoordblok | None, mensen: dict[str, str]) -> Grootboekregel:
    tekst = blok.antwoord.tekst if blok else ""
    samen = tuple(v.label for v in blok.vragen) if blok and len(blok.vragen) > 1 else ()
    gedekt = dekking(vraag, tekst, gedeeld=bool(samen))
    return Grootboekregel(
        label=label,
        begin=platte_tekst(vraag).split("\n")[0],
        beantwoord=bool(tekst.strip()),
        samen=samen,
        wie=mensen.get(label, ""),
        deelvragen=len(gedekt),
        gedekt=sum(deel.dekking is not Dekking.OPEN for deel in gedekt) if tekst else 0,
        woorden=len(platte_tekst(tekst).split()),
        overgenomen=len(blok.herkomst) if blok else 0,
        toezeggingen=len(blok.toezeggingen) if blok else 0,
    )
