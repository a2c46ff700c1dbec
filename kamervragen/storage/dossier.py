"""What the pages of one set ask of it, all of it asked ahead in one statement."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial

from sqlmodel import Session

from kamervragen.storage import (
    afscherming,
    afwegingen,
    antwoorden,
    bijdragen,
    hergebruik,
    moties,
    recessen,
    rectificaties,
    route,
    terugkeer,
    toezeggingen,
    vragensets,
)
from kamervragen.storage.leesbeeld import kijkt, vooruit

_LEZERS: tuple[Callable[[Session, int], object], ...] = (
    afscherming.van_set, afscherming.ingewijden, vragensets.aanhangsels, vragensets.betrokkenen, vragensets.antwoorden_van,
    vragensets.vragen, vragensets.noten, vragensets.feitrijen, vragensets.documenten, vragensets.behandeling,
    toezeggingen.van_set, moties.van_set, hergebruik.herkomst, hergebruik.zinnen, hergebruik.bevestigingen,
    hergebruik.niet_bruikbaar, afwegingen.van_set, afwegingen.opmerkingen, bijdragen.van_set, bijdragen.verzoeken,
    bijdragen.onbeslist, rectificaties.van_set, rectificaties.elders, route.versies_nu, route.parafen,
    route.toewijzingen, route.overdrachten, terugkeer.van_set, antwoorden.voorstellen, antwoorden.per_vraag,
)  # fmt: skip
# What the value of a set is made of, with whether it is shielded.
_VAN_DE_WAARDE = (
    afscherming.van_set, vragensets.aanhangsels, vragensets.betrokkenen, vragensets.antwoorden_van, vragensets.vragen,
    vragensets.noten,
)  # fmt: skip
_OPEN = "dossiers die openliggen"
_TEGELIJK = 10  # a statement for more has too many columns, and is put together for every number of sets anew


def open_dossier(sessie: Session, vragenset_id: int) -> None:
    """From here on a page reads of this set what it has at hand. Outside a picture of the database it does nothing."""
    open_ = sessie.info.setdefault(_OPEN, set())
    if vragenset_id in open_ or not kijkt(sessie):
        return
    open_.add(vragenset_id)
    van_set = (partial(_lees, lezer, vragenset_id) for lezer in _LEZERS)
    vooruit(sessie, *van_set, afwegingen.wetten, recessen.rijen, hergebruik.achterhaald)


def lees_waarden(sessie: Session, vragenset_ids: Collection[int]) -> None:
    """The same of what `vragensets.laad` reads of these sets."""
    alle = sorted(vragenset_ids)
    for n in range(0, len(alle), _TEGELIJK):
        vooruit(sessie, *(partial(_lees, lezer, id) for id in alle[n : n + _TEGELIJK] for lezer in _VAN_DE_WAARDE))


def _lees(lezer: Callable[[Session, int], object], id: int, sessie: Session) -> object:
    return lezer(sessie, id)
