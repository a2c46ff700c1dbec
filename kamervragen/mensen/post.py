"""Messages to people: written in the transaction of the act they tell of, sent after it, readable without mail.

A message is a row first. Its reader finds it on his page; where a mail server is set and he has an address, it is sent
too, and tried again for three days when the server is away.
"""

from __future__ import annotations

import logging
from datetime import timedelta
from functools import partial

from sqlmodel import Session

from kamervragen.catalogue import gettext as _
from kamervragen.core.act import Huis, gezien_door, inzage
from kamervragen.core.actor import Wie
from kamervragen.core.jobs import Outcome
from kamervragen.core.store import jobs, sight, undo
from kamervragen.core.store.engine import reading
from kamervragen.domain.rollen import Handeling
from kamervragen.mensen import koppelingen
from kamervragen.mensen.rows import BerichtRij, GebruikerRij
from kamervragen.mensen.store import berichten
from kamervragen.notify import mail

TAAK = "mail"
_LATER = timedelta(minutes=10)
_OPGEVEN = timedelta(days=3)
_log = logging.getLogger(__name__)


def schrijf_aan(
    huis: Huis,
    sessie: Session,
    gebruiker_id: int,
    onderwerp: str,
    tekst: str,
    *,
    pad: str = "",
    vragenset_id: int | None = None,
) -> None:
    """A message to someone with an account; `pad` becomes a link that brings him to that page."""
    mens = sessie.get(GebruikerRij, gebruiker_id)
    if mens is None or not mens.actief:
        return
    if pad:
        tekst = f"{tekst}\n\n{koppelingen.naar_pagina(huis, sessie, gebruiker_id, pad)}"
    _leg_klaar(huis, sessie, gebruiker_id, mens.mail, onderwerp, tekst, vragenset_id)


def schrijf_naar(
    huis: Huis, sessie: Session, adres: str, onderwerp: str, tekst: str, *, vragenset_id: int | None = None
) -> None:
    """A message to an address outside, of someone without an account."""
    _leg_klaar(huis, sessie, None, adres, onderwerp, tekst, vragenset_id)


def postvak(huis: Huis, wie: Wie) -> tuple[BerichtRij, ...]:
    """One's own messages, newest first."""
    with inzage(huis, wie, Handeling.EIGEN_ACCOUNT) as sessie:
        return tuple(_mag_lezen(sessie, rij) for rij in berichten.van(sessie, wie.gebruiker_id or 0))


def verstuur(huis: Huis, bericht_id: int) -> Outcome | None:
    """The job that sends one message, and returns what is to be written of it. One that is gone, sent or without an address is done."""
    rij, server = _te_versturen(huis, bericht_id), huis.settings.smtp
    if rij is not None and _mag_niet_weg(huis, rij):
        return partial(_houd_hier, bericht_id=bericht_id)
    if rij is None or rij.mail is None or rij.verzonden_op is not None or server is None:
        return None
    fout = None
    try:
        mail.verstuur(
            server,
            van=huis.settings.afzender,
            aan=rij.mail,
            onderwerp=rij.onderwerp,
            tekst=rij.tekst,
            moment=rij.moment,
            kenmerk=f"bericht-{bericht_id}-{int(rij.moment.timestamp())}",
        )
    except mail.NietVerzonden as nog_niet:
        fout = str(nog_niet)[:500]
        _log.warning("bericht %s niet verzonden: %s", bericht_id, fout)
    op = huis.nu()

    def noteer(sessie: Session) -> None:
        rij = sessie.get_one(BerichtRij, bericht_id)
        rij.fout, rij.verzonden_op = fout, None if fout else op
        sessie.add(rij)
        if fout and op - rij.moment < _OPGEVEN:
            _plan(sessie, huis, bericht_id, _LATER)

    return noteer


def _te_versturen(huis: Huis, bericht_id: int) -> BerichtRij | None:
    """The message as its reader may see it; None when it is gone, or tells of what was shielded from him meanwhile."""
    with reading(huis.engine) as sessie:
        rij = berichten.op_id(sessie, bericht_id)
    if rij is None:
        return None
    with gezien_door(huis, rij.gebruiker_id) as sessie:
        return berichten.op_id(sessie, bericht_id)


def _mag_niet_weg(huis: Huis, rij: BerichtRij) -> bool:
    """Whether it names a set that was shielded from its reader since it was written."""
    with gezien_door(huis, rij.gebruiker_id) as sessie:
        return sight.names_hidden(sessie, rij.onderwerp, rij.tekst)


def _houd_hier(sessie: Session, *, bericht_id: int) -> None:
    """It goes to no address any more; on the page of its reader stands that it names what was shielded."""
    rij = sessie.get_one(BerichtRij, bericht_id)
    rij.mail = None
    sessie.add(rij)


def _mag_lezen(sessie: Session, rij: BerichtRij) -> BerichtRij:
    """The message; one that names a set which was shielded from its reader since, says that."""
    weg = _("Dit bericht noemt iets wat intussen is afgeschermd.")
    return sight.redact(sessie, rij, onderwerp=weg, tekst=weg)


def _leg_klaar(
    huis: Huis,
    sessie: Session,
    gebruiker_id: int | None,
    adres: str | None,
    onderwerp: str,
    tekst: str,
    vragenset_id: int | None,
) -> None:
    id = berichten.voeg_toe(
        sessie,
        gebruiker_id=gebruiker_id,
        mail=adres,
        onderwerp=onderwerp,
        tekst=tekst,
        vragenset_id=vragenset_id,
        moment=huis.nu(),
    )
    if adres and huis.settings.smtp:
        _plan(sessie, huis, id, undo.GELDIG if undo.neemt_op(sessie) else timedelta())


def _plan(sessie: Session, huis: Huis, id: int, over: timedelta) -> None:
    jobs.plan(sessie, TAAK, {"bericht_id": id}, sleutel=f"{TAAK}-{id}", op=huis.nu() + over)
