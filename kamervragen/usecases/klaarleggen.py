"""Pages that show much at once lay it ready first: what they will read of the house is asked in one statement."""

from __future__ import annotations

from sqlmodel import Session

from kamervragen.domain.rollen import Handeling
from kamervragen.domain.toezegging import LOPEND
from kamervragen.storage import (
    aanwezigheid,
    ambten,
    antwoorden,
    gebruikers,
    hergebruik,
    moties,
    overzichten,
    passages,
    route,
    taken,
    toezeggingen,
    vragensets,
    woorden,
)
from kamervragen.storage.leesbeeld import vooruit
from kamervragen.usecases.aanwezigheid import NU
from kamervragen.usecases.handeling import Huis, Wie, inzage, vind_set
from kamervragen.usecases.werk import INDEXTAKEN


def voor_een_set(huis: Huis, wie: Wie, sleutel: str) -> None:
    """For the page of a set: the people, who is in office, and the motions that run."""
    with inzage(huis, wie, Handeling.SETS_ZIEN) as sessie:
        vooruit(
            sessie, lambda s: vragensets.op_sleutel(s, sleutel), lambda s: overzichten.aangesproken(s, sleutel),
            gebruikers.alle, gebruikers.directies, route.vervangingen, ambten.rijen, moties.lopend, woorden.versies,
        )  # fmt: skip


def voor_een_vraag(huis: Huis, wie: Wie, sleutel: str, label: str) -> None:
    """For the desk: versions, who else is here, and what runs or is said elsewhere. :raises NietGevonden: no such set."""
    with inzage(huis, wie, Handeling.SETS_ZIEN) as sessie:
        vooruit(
            sessie, lambda s: vragensets.op_sleutel(s, sleutel), gebruikers.alle, gebruikers.directies, passages.alle,
            moties.lopend, woorden.versies, _te_indexeren, lambda s: toezeggingen.lijst(s, [status.value for status in LOPEND]),
        )  # fmt: skip
        id = vind_set(sessie, sleutel).id or 0
        vraag = next((v for v in vragensets.vragen(sessie, id) if v.label == label), None)
        antwoord = antwoorden.van_vraag(sessie, vraag) if vraag is not None else None
        vooruit(
            sessie,
            lambda s: aanwezigheid.sinds(s, id, label, huis.nu() - NU),
            lambda s: antwoorden.versies(s, antwoord.id or 0) if antwoord is not None else (),
            lambda s: hergebruik.afnemers(s, antwoord.id or 0) if antwoord is not None else (),
        )  # fmt: skip


def voor_de_eerste_ronde(huis: Huis, wie: Wie, sleutel: str) -> None:
    """For the first pass over a set: the other sets that run, and who is away."""
    with inzage(huis, wie, Handeling.EERDER_ZOEKEN) as sessie:
        vooruit(
            sessie, lambda s: vragensets.op_sleutel(s, sleutel), _te_indexeren, gebruikers.alle, route.vervangingen,
            overzichten.open_zaken, lambda s: overzichten.noten_van(s, overzichten.OPEN_SETS),
        )  # fmt: skip


def _te_indexeren(sessie: Session) -> int:
    return taken.wachtend(sessie, namen=INDEXTAKEN)
