"""Signed links: what they are for and until when stands in them, and nobody can make or change one.

A link brings someone to a page; it never replaces logging in. Only an invitation, a request for a contribution and the
second step at log-in are open to who has the link.
"""

from __future__ import annotations

import hmac
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from itsdangerous import BadData, URLSafeSerializer
from sqlmodel import Session

from kamervragen.core.act import Huis
from kamervragen.core.store.engine import reading
from kamervragen.domain.errors import NietGevonden
from kamervragen.mensen.store import berichten, gebruikers

GELDIG = timedelta(days=7)


class Soort(StrEnum):
    """What a link is for: one made for another purpose is no link here."""

    PAGINA = "pagina"
    UITNODIGING = "uitnodiging"
    TWEEDE_STAP = "tweede-stap"
    BIJDRAGE = "bijdrage"
    TOESTEL = "toestel"


def maak(huis: Huis, sessie: Session, soort: Soort, inhoud: dict[str, Any], tot: datetime) -> str:
    """The signed part of a link that holds until then. `inhoud` can be read by who has the link."""
    return _teken(huis, sessie, soort).dumps({**inhoud, "tot": int(tot.timestamp())})


def maak_los(huis: Huis, soort: Soort, inhoud: dict[str, Any], geldig: timedelta) -> str:
    """As `maak`, outside an act."""
    with reading(huis.engine) as sessie:
        return maak(huis, sessie, soort, inhoud, huis.nu() + geldig)


def lees(huis: Huis, soort: Soort, koppeling: str) -> dict[str, Any]:
    """What stands in a link. :raises NietGevonden: changed, made for something else, or past its day."""
    inhoud = _inhoud(huis, soort, koppeling)
    _eis_geldig(huis, inhoud)
    return inhoud


def naar_pagina(huis: Huis, sessie: Session, gebruiker_id: int, pad: str) -> str:
    """A link in a message that brings this person to a page, for a week: he logs in and is there."""
    deel = maak(huis, sessie, Soort.PAGINA, {"pad": pad, "voor": gebruiker_id}, huis.nu() + GELDIG)
    return f"{huis.settings.basis}/koppeling/{deel}"


def pagina_van(huis: Huis, koppeling: str, gebruiker_id: int | None) -> str:
    """The page a link leads to. Its reader, once he is logged in, is brought there after its day too: he may look there anyway.

    :raises NietGevonden: it is no link, it was sent to a colleague, or it is past its day and nobody is logged in.
    """
    inhoud = _inhoud(huis, Soort.PAGINA, koppeling)
    if gebruiker_id is None:
        _eis_geldig(huis, inhoud)
    if gebruiker_id is not None and inhoud["voor"] != gebruiker_id:
        with reading(huis.engine) as sessie:
            ander = gebruikers.op_id(sessie, inhoud["voor"], huis.vandaag())
        naam = ander.naam if ander else "een collega die geen account meer heeft"
        raise NietGevonden(
            "Deze link is gestuurd aan %(naam)s. Zoek de set op in de lijst, of vraag om een eigen link.", naam=naam
        )
    pad: str = inhoud["pad"]
    return pad


def afdruk(huis: Huis, sessie: Session, typed: str) -> str:
    """Gives what stands for a name that nobody has: the same for the same name, and not to be guessed back without our key."""
    sleutel = huis.kluis.unseal(berichten.geheim(sessie, "koppelingen")).encode()
    return f"onbekend-{hmac.digest(sleutel, b'inlognaam:' + typed.encode(), 'sha256').hex()[:12]}"


def _inhoud(huis: Huis, soort: Soort, koppeling: str) -> dict[str, Any]:
    with reading(huis.engine) as sessie:
        try:
            inhoud: dict[str, Any] = _teken(huis, sessie, soort).loads(koppeling)
        except BadData as fout:
            raise NietGevonden("Deze link klopt niet. Kopieer hem in zijn geheel uit het bericht.") from fout
    return inhoud


def _eis_geldig(huis: Huis, inhoud: dict[str, Any]) -> None:
    if inhoud["tot"] < huis.nu().timestamp():
        raise NietGevonden("Deze link is verlopen. Vraag de afzender om een nieuwe, of zoek de set op in de lijst.")


def _teken(huis: Huis, sessie: Session, soort: Soort) -> URLSafeSerializer:
    return URLSafeSerializer(huis.kluis.unseal(berichten.geheim(sessie, "koppelingen")), salt=soort.value)
