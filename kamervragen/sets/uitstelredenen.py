"""Why answers are late: the reasons to choose from, those of a ministry besides those that come along."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sqlmodel import Session

from kamervragen.catalogue.codes import label, uitstelclausule
from kamervragen.core.act import Huis, Werk, handeling, inzage
from kamervragen.core.actor import Wie
from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.rollen import Handeling
from kamervragen.domain.status import Feitsoort
from kamervragen.domain.uitstel import Reden, Uitstelreden, gelezen
from kamervragen.sets.rows import WoordregelRij
from kamervragen.sets.store import overzichten, woorden
from kamervragen.sets.woorden import Woordenlijst, gevonden, nieuwe_code, schrijf

_LANGSTE = 120
_LANGSTE_BIJZIN = 300
_LIJST = Woordenlijst.UITSTELREDENEN


@dataclass(frozen=True, slots=True)
class Redenregel:
    """A reason as the list shows it: how often it was given, and who changed it last."""

    reden: Reden
    gebruikt: int
    laatste: WoordregelRij | None


def lijst(huis: Huis, wie: Wie) -> tuple[Redenregel, ...]:
    """Every reason, with how often it was given and who changed it last."""
    with inzage(huis, wie, Handeling.WOORDEN_BEHEREN) as sessie:
        alle = redenen(sessie)
        gegeven = overzichten.feiten_met_directie(sessie, Feitsoort.UITSTEL)
        telling = Counter(deel[0] for _directie, tekst in gegeven if (deel := gelezen(tekst, alle)))
        laatste = woorden.nu(sessie, _LIJST)
        return tuple(Redenregel(r, telling[r.code], laatste.get(r.code)) for r in alle.values())


def redenen(sessie: Session) -> dict[str, Reden]:
    """Every reason of delay by its code, also those that are offered no more: first what comes along, in its order."""
    nu = woorden.nu(sessie, _LIJST)
    mee = {r.value: Reden(r.value, label(r), uitstelclausule(r)) for r in Uitstelreden}
    eigen = {code: Reden(code, rij.tekst, rij.omdat or "", rij.actief) for code, rij in nu.items()}
    return mee | eigen


def bewaar(huis: Huis, wie: Wie, *, code: str, naam: str, omdat: str) -> None:
    """Adds a reason, or with a `code` changes that one; it is offered from then on.

    :raises Ongeldig: without a name or a clause, or when another has that name. :raises NietGevonden: no such reason.
    """
    naam, omdat = gekeurd(naam, omdat)
    with handeling(huis, wie, Handeling.WOORDEN_BEHEREN, f"uitstelreden {code or naam}") as werk:
        alle = redenen(werk.sessie)
        oud = gevonden(alle, code) if code else None
        anders = _met_naam(alle.values(), naam)
        if anders is not None and anders != oud:
            raise Ongeldig("De reden “%(naam)s” staat er al.", naam=naam, veld="naam")
        _zet(werk, oud, naam, omdat, actief=True)


def neem_op(werk: Werk, naam: str, omdat: str, *, actief: bool) -> tuple[bool, list[str]]:
    """A row of a list: the reason of this name as the row has it. Returns whether it is new, and the fields that changed.

    :raises Ongeldig: as `gekeurd`.
    """
    naam, omdat = gekeurd(naam, omdat)
    oud = _met_naam(redenen(werk.sessie).values(), naam)
    return oud is None, _zet(werk, oud, naam, omdat, actief=actief)


def gekeurd(naam: str, omdat: str) -> tuple[str, str]:
    """A name and a clause with single spaces. :raises Ongeldig: one is missing, or too long."""
    naam, omdat = " ".join(naam.split()), " ".join(omdat.split()).removeprefix("omdat ").rstrip(".")
    if not naam or len(naam) > _LANGSTE:
        raise Ongeldig("Geef de reden een korte naam.", veld="naam")
    if len(omdat.split()) < 2 or len(omdat) > _LANGSTE_BIJZIN:
        raise Ongeldig("Schrijf de bijzin die in het uitstelbericht achter “omdat” komt.", veld="omdat")
    return naam, omdat


def zet_aan(huis: Huis, wie: Wie, code: str, *, actief: bool) -> None:
    """Offers a reason no more, or again. Facts that were recorded with it keep it. :raises NietGevonden: no such reason."""
    with handeling(huis, wie, Handeling.WOORDEN_BEHEREN, f"uitstelreden {code}", herroepbaar=not actief) as werk:
        reden = gevonden(redenen(werk.sessie), code)
        if reden.actief != actief:
            schrijf(werk, _LIJST, code, reden.naam, actief=actief, omdat=reden.omdat)


def _met_naam(alle: Iterable[Reden], naam: str) -> Reden | None:
    return next((reden for reden in alle if reden.naam.casefold() == naam.casefold()), None)


def _zet(werk: Werk, oud: Reden | None, naam: str, omdat: str, *, actief: bool) -> list[str]:
    """Keeps a reason as it is now, unless it was so already. Returns the fields that are other."""
    nieuw = Reden(oud.code if oud else nieuwe_code(werk.sessie, _LIJST), naam, omdat, actief)
    if oud == nieuw:
        return []
    schrijf(werk, _LIJST, nieuw.code, naam, actief=actief, omdat=omdat)
    return [veld for veld in ("naam", "omdat", "actief") if oud is None or getattr(oud, veld) != getattr(nieuw, veld)]
