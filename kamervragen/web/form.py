"""The fields of a form, and what an address asks for."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import urlsplit

from litestar import Request

from kamervragen.domain.errors import NietGevonden, Ongeldig

Verzoek = Request[Any, Any, Any]


def eigen_pad(ruw: str) -> str | None:
    """The path of a page of our own, as a form brings it along; None for anything else."""
    delen = urlsplit(ruw)
    return ruw if ruw.startswith("/") and not ruw.startswith(("//", "/\\")) and not delen.netloc else None


def veld(verzoek: Verzoek, naam: str) -> str:
    """A field of the form, or nothing."""
    waarde: str = verzoek.state.velden.get(naam, "")
    return waarde.strip()


def gekozen(verzoek: Verzoek, voor: str) -> set[str]:
    """What was ticked: the names of the fields that begin with `voor`, without it."""
    return {naam.removeprefix(voor) for naam in verzoek.state.velden if naam.startswith(voor)}


def getal(verzoek: Verzoek, naam: str) -> int | None:
    """A whole number of at most nine digits; an empty field is None. :raises Ongeldig: for anything else."""
    ruw = veld(verzoek, naam)
    if not ruw:
        return None
    if not ruw.isascii() or not ruw.isdigit() or len(ruw) > 9:
        raise Ongeldig(
            "Het veld %(naam)s is geen getal. Vernieuw de pagina en probeer het opnieuw.", naam=naam, veld=naam
        )
    return int(ruw)


def gezien_versie(verzoek: Verzoek) -> int:
    """Gives the version that was on the screen of who sent the form; 0 where there was none."""
    return getal(verzoek, "versie") or 0


def rij(nummer: int, wat: str) -> int:
    """A number from an address, when a row could have it. :raises NietGevonden: beyond what the database counts."""
    if not 0 < nummer < 2**31:
        raise NietGevonden("%(wat)s bestaat niet. Ga terug en vernieuw de pagina.", wat=wat)
    return nummer


def bladnummer(ruw: str) -> int:
    """Which page of a list an address asks for; what is no number asks for the first."""
    return int(ruw) if ruw.isascii() and ruw.isdigit() and len(ruw) < 7 else 1


def dag(verzoek: Verzoek, naam: str) -> date | None:
    """A day as a date field sends it. :raises Ongeldig: for anything that is no day."""
    return als_dag(veld(verzoek, naam), naam)


def als_dag(ruw: str, naam: str = "") -> date | None:
    """The day that was written, or none. :raises Ongeldig: for anything that is no day."""
    try:
        return date.fromisoformat(ruw) if ruw else None
    except ValueError as fout:
        raise Ongeldig("Kies een dag uit de kalender, of schrijf hem als 2026-06-30.", veld=naam) from fout
