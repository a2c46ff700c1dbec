"""What was just done, told on the next page: with the way back, for as long as there is one.

It travels in a cookie, so that no page asks the database for it. Who changes his own cookie reads other words on his
own screen, and nothing else: an act is undone only by the person it is of.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from litestar.connection import ASGIConnection
from litestar.datastructures import Cookie, MutableScopeHeaders
from litestar.types import Scope

from kamervragen.core.actor import Formulier, Wie
from kamervragen.core.undo import GELDIG
from kamervragen.domain.rollen import Handeling

COOKIE = "__Host-gedaan"
_GETOOND = "gedaan getoond"
_HERSTELD = "gedaan hersteld"
_SLEUTEL = re.compile(r"KV-\d{6,12}", re.ASCII)
_TERUG = "terug"  # stands where the number of the way back would


@dataclass(frozen=True, slots=True)
class Gedaan:
    """An act that succeeded; `ongedaan` is the number by which it can be undone, `hersteld` that it was.

    `sleutel` is the set it was done to, when it was one.
    """

    welke: Handeling
    ongedaan: int | None
    hersteld: bool = False
    sleutel: str = ""


def lees(verbinding: ASGIConnection[Any, Any, Any, Any]) -> Gedaan | None:
    """What the browser was told last, once: with a way back it is told again until that ends."""
    naam, _, rest = verbinding.cookies.get(COOKIE, "").partition(".")
    nummer, _, sleutel = rest.partition(".")
    if naam not in set(Handeling):
        return None
    terug = int(nummer) if nummer.isascii() and nummer.isdigit() and len(nummer) < 10 else None
    if terug is None:
        verbinding.scope["state"][_GETOOND] = True
    return Gedaan(Handeling(naam), terug, nummer == _TERUG, sleutel if _SLEUTEL.fullmatch(sleutel) else "")


def hersteld(verbinding: ASGIConnection[Any, Any, Any, Any], welke: Handeling) -> None:
    """This act was undone: that is what is told, with no way back."""
    verbinding.scope["state"][_HERSTELD] = welke


def zet(koppen: MutableScopeHeaders, scope: Scope) -> None:
    """Tells the browser what the request did, or to forget what it has shown."""
    staat = scope.get("state", {})
    wie: Wie | None = staat.get("wie")
    formulier = wie.formulier if wie else None
    if terug := staat.get(_HERSTELD):
        _voeg_toe(koppen, f"{terug.value}.{_TERUG}", int(GELDIG.total_seconds()))
    elif formulier and formulier.gedaan and formulier.welke and not _zegt_het_zelf(formulier):
        wat = f".{formulier.object}" if _SLEUTEL.fullmatch(formulier.object) else ""
        _voeg_toe(koppen, f"{formulier.welke.value}.{formulier.ongedaan or ''}{wat}", int(GELDIG.total_seconds()))
        koppen["HX-Trigger"] = "gedaan"
    elif staat.get(_GETOOND):
        _voeg_toe(koppen, "", 0)


def _zegt_het_zelf(formulier: Formulier) -> bool:
    """The desk says beside the text that it was saved."""
    return formulier.welke is Handeling.ANTWOORD_SCHRIJVEN and formulier.ongedaan is None


def _voeg_toe(koppen: MutableScopeHeaders, waarde: str, leeftijd: int) -> None:
    cookie = Cookie(key=COOKIE, value=waarde, path="/", secure=True, httponly=True, samesite="lax", max_age=leeftijd)
    koppen.add("Set-Cookie", cookie.to_header(header=""))
