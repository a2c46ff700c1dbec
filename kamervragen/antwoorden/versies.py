"""Versions of an answer beside each other, word by word, and beside the text they were taken from."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz.distance import Indel
from sqlmodel import Session

from kamervragen.antwoorden.store import antwoorden, hergebruik
from kamervragen.core.act import Huis, inzage
from kamervragen.core.actor import Wie
from kamervragen.domain.errors import NietGevonden
from kamervragen.domain.rollen import Handeling
from kamervragen.language.zinnen import woorden_met_wit
from kamervragen.sets.rows import AntwoordversieRij, VragensetRij
from kamervragen.sets.toegang import vind_set, vind_vraag


@dataclass(frozen=True, slots=True)
class Woordverschil:
    """A run of words: in both texts ('gelijk'), in the later one only ('nieuw') or in the earlier one only ('weg')."""

    tekst: str
    soort: str


@dataclass(frozen=True, slots=True)
class Bron:
    """A text that was taken over, as it stood then, and from which set."""

    id: int
    tekst: str
    waar: str


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """Two texts of one answer and how they differ. `links` and `rechts` name what is compared."""

    versies: tuple[AntwoordversieRij, ...]
    bronnen: tuple[Bron, ...]
    links: str
    rechts: str
    verschillen: tuple[Woordverschil, ...]


def vergelijk(huis: Huis, wie: Wie, sleutel: str, label: str, *, van: str = "", naar: str = "") -> Vergelijking:
    """The versions of an answer, and two of them compared: '3' is a version, 'bron-7' a text it was taken from.

    Without a choice: the last change; before the first save there is nothing to compare.
    :raises NietGevonden: no such set, question, version or source.
    """
    with inzage(huis, wie, Handeling.SETS_ZIEN) as sessie:
        rij = vind_set(sessie, sleutel)
        antwoord_id = _antwoord_id(sessie, rij, label)
        if antwoord_id is None:
            return Vergelijking((), (), "", "", ())
        versies = antwoorden.versies(sessie, antwoord_id)
        bronnen = tuple(
            Bron(h.id, h.tekst, bron.zaaknummer or bron.sleutel)
            for h, bron in hergebruik.herkomst(sessie, rij.id).get(antwoord_id, ())
        )
    rechts = naar or str(versies[0].versie)
    links = van or str(versies[1].versie if len(versies) > 1 else versies[0].versie)
    teksten = {str(v.versie): v.tekst for v in versies} | {f"bron-{b.id}": b.tekst for b in bronnen}
    if links not in teksten or rechts not in teksten:
        raise NietGevonden("Deze versie van het antwoord bestaat niet. Kies er een uit de lijst.")
    return Vergelijking(versies, bronnen, links, rechts, verschillen(teksten[links], teksten[rechts]))


def verschillen(eerder: str, nu: str) -> tuple[Woordverschil, ...]:
    """How two texts differ, word by word; the white space behind a word goes with it, so that nothing is lost."""
    een, ander = woorden_met_wit(eerder), woorden_met_wit(nu)
    uit: list[Woordverschil] = []
    weg = nieuw = ""
    # Words are compared without the space behind them: a new line alone is no other word.
    for stap in Indel.opcodes([w.rstrip() for w in een], [w.rstrip() for w in ander]):
        if stap.tag == "equal":
            uit += _gewisseld(weg, nieuw)
            weg = nieuw = ""
            uit.append(Woordverschil("".join(ander[stap.dest_start : stap.dest_end]), "gelijk"))
        else:  # what goes and what comes at one place stand together
            weg += "".join(een[stap.src_start : stap.src_end])
            nieuw += "".join(ander[stap.dest_start : stap.dest_end])
    return (*uit, *_gewisseld(weg, nieuw))


def _gewisseld(weg: str, nieuw: str) -> list[Woordverschil]:
    return [Woordverschil(tekst, soort) for tekst, soort in ((weg, "weg"), (nieuw, "nieuw")) if tekst]


def _antwoord_id(sessie: Session, rij: VragensetRij, label: str) -> int | None:
    antwoord = antwoorden.van_vraag(sessie, vind_vraag(sessie, rij, label))
    return antwoord.id if antwoord is not None else None
