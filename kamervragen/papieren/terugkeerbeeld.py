"""A concept that came back, as its page shows it: each proposal with the words around it."""

from __future__ import annotations

from dataclasses import dataclass

from kamervragen.antwoorden.versies import Woordverschil, verschillen
from kamervragen.core.act import Huis, inzage
from kamervragen.core.actor import Wie
from kamervragen.domain.rollen import Handeling, mag
from kamervragen.domain.status import status_van
from kamervragen.domain.terugkeer import Wijzigingsaard
from kamervragen.papieren.rows import TerugkeerRij, TerugkeervoorstelRij
from kamervragen.papieren.store import terugkeer as kast
from kamervragen.papieren.terugkeer import tekst_nu, versie_nu, vind_terugkeer, vind_voorstel
from kamervragen.sets.rows import VragensetRij
from kamervragen.sets.store import vragensets
from kamervragen.sets.toegang import vind_set

_OMGEVING = 12  # words of the text around a change that the page shows


@dataclass(frozen=True, slots=True)
class Voorstelbeeld:
    """A proposal with the words around it. `aard` is what was done."""

    rij: TerugkeervoorstelRij
    aard: Wijzigingsaard
    verschil: tuple[Woordverschil, ...]


@dataclass(frozen=True, slots=True)
class Terugkeerbeeld:
    """A document that came back: its proposals per place, in the order of the text."""

    rij: TerugkeerRij
    vragenset: VragensetRij
    voorstellen: tuple[tuple[str, tuple[Voorstelbeeld, ...]], ...]
    open: int
    mag_beslissen: bool


@dataclass(frozen=True, slots=True)
class Botsing:
    """A change beside the text that it collides with, and the version of that text (0: there is none)."""

    voorstel: Voorstelbeeld
    nu: str
    versie: int


def beeld(huis: Huis, wie: Wie, sleutel: str, terugkeer_id: int) -> Terugkeerbeeld:
    """A document that came back with its proposals. :raises NietGevonden: it is not of this set."""
    with inzage(huis, wie, Handeling.SETS_ZIEN) as sessie:
        rij = vind_set(sessie, sleutel)
        terug = vind_terugkeer(sessie, rij, terugkeer_id)
        alle = kast.voorstellen(sessie, [terugkeer_id])
        plaatsen = dict.fromkeys(v.plaats for v in alle)
        status = status_van(vragensets.feiten(sessie, rij.id))
        return Terugkeerbeeld(
            terug,
            rij,
            tuple((plaats, tuple(_beeld(v) for v in alle if v.plaats == plaats)) for plaats in plaatsen),
            sum(v.besluit is None for v in alle),
            mag(wie.rollen, Handeling.ANTWOORD_SCHRIJVEN, status),
        )


def botsing(huis: Huis, wie: Wie, sleutel: str, voorstel_id: int) -> Botsing:
    """A proposal that cannot be taken over by itself, with the text as it is now."""
    with inzage(huis, wie, Handeling.SETS_ZIEN) as sessie:
        rij = vind_set(sessie, sleutel)
        voorstel = vind_voorstel(sessie, rij, voorstel_id)
        return Botsing(_beeld(voorstel), tekst_nu(sessie, rij, voorstel), versie_nu(sessie, rij, voorstel))


def _beeld(rij: TerugkeervoorstelRij) -> Voorstelbeeld:
    return Voorstelbeeld(rij, Wijzigingsaard(rij.soort), _met_omgeving(verschillen(rij.basis, rij.voorgesteld)))


def _met_omgeving(alle: tuple[Woordverschil, ...]) -> tuple[Woordverschil, ...]:
    """The differences with some words around them; what is left out between is an ellipsis."""
    uit: list[Woordverschil] = []
    for plaats, deel in enumerate(alle):
        woorden = deel.tekst.split(" ")
        if deel.soort != "gelijk" or len(woorden) <= 2 * _OMGEVING:
            uit.append(deel)
            continue
        voor = "" if plaats == 0 else " ".join(woorden[:_OMGEVING]) + " "
        na = "" if plaats == len(alle) - 1 else " " + " ".join(woorden[-_OMGEVING:])
        uit.append(Woordverschil(f"{voor}…{na}", "gelijk"))
    return tuple(uit)
