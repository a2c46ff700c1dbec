"""One's own account: the password one chooses, and a second step at log-in. *Bron:* BIO2 5.17, RFC 6238."""

from __future__ import annotations

from dataclasses import dataclass

import pyotp
import segno
from sqlmodel import Session

from kamervragen.catalogue import gettext as _
from kamervragen.core.act import Huis, Werk, handeling, inzage
from kamervragen.core.actor import Wie
from kamervragen.core.store.engine import reading
from kamervragen.domain.errors import NietGevonden, Ongeldig
from kamervragen.domain.rollen import Handeling
from kamervragen.mensen import koppelingen, post
from kamervragen.mensen.gebruikers import eis_wachtwoord, hash_van, klopt, stap_van
from kamervragen.mensen.rows import GebruikerRij
from kamervragen.mensen.store import accounts


@dataclass(frozen=True, slots=True)
class Sleutel:
    """A secret to put in an authenticator: as text, and as a picture to scan (an SVG in a data address)."""

    tekst: str
    plaatje: str


def toon(huis: Huis, wie: Wie) -> GebruikerRij:
    """One's own account. :raises NietGevonden: the command line has none."""
    with inzage(huis, wie, Handeling.EIGEN_ACCOUNT) as sessie:
        rij = accounts.op_id(sessie, wie.gebruiker_id or 0)
        if rij is None:
            raise NietGevonden("U bent niet ingelogd met een account.")
        return rij


def wijzig_wachtwoord(huis: Huis, wie: Wie, *, oud: str, nieuw: str, herhaald: str) -> None:
    """Another password; every session that was open ends, this one too.

    :raises Ongeldig: the old one is wrong, the new one too short, or not the same twice.
    """
    bewezen, mens = _bewezen(huis, wie, oud), toon(huis, wie)
    eis_wachtwoord(nieuw, herhaald, van=(mens.inlognaam, mens.naam))
    hash = hash_van(nieuw)
    with handeling(huis, wie, Handeling.EIGEN_ACCOUNT, "eigen-account") as werk:
        rij = _rij(werk)
        if rij.wachtwoord != bewezen:
            raise Ongeldig("Uw huidige wachtwoord klopt niet. Er is niets gewijzigd.", veld="oud")
        _zet_wachtwoord(werk, rij, hash)
        _meld(huis, werk, rij, _("Uw wachtwoord is gewijzigd"))


def nieuwe_sleutel(wie: Wie, geheim: str = "") -> Sleutel:
    """A secret to scan; it counts only once a code of it was given. `geheim` shows one that was handed out before."""
    geheim = geheim or pyotp.random_base32()
    adres = pyotp.TOTP(geheim).provisioning_uri(name=wie.naam, issuer_name="kamervragen")
    return Sleutel(geheim, segno.make(adres).svg_data_uri(scale=4, light="#fff"))


def zet_tweestaps_aan(huis: Huis, wie: Wie, *, geheim: str, code: str, wachtwoord: str) -> None:
    """From now on a code is asked at log-in. Who borrowed a session can neither set a second step nor replace one.

    :raises Ongeldig: the password is wrong, a second step is on, or the code does not fit the secret.
    """
    bewezen = _bewezen(huis, wie, wachtwoord)
    with handeling(huis, wie, Handeling.EIGEN_ACCOUNT, "eigen-account") as werk:
        rij = _rij(werk)
        if rij.totp is not None:
            raise Ongeldig("Uw tweede stap staat al aan. Zet haar eerst uit, met uw wachtwoord.")
        if rij.wachtwoord != bewezen:
            raise Ongeldig("Uw wachtwoord klopt niet. De tweede stap staat nog uit.", veld="wachtwoord")
        stap = stap_van(geheim, code, werk.moment.timestamp())
        if stap is None:
            raise Ongeldig(
                "De code klopt niet. Kijk of de klok van uw telefoon gelijk loopt en probeer de volgende code."
            )
        rij.totp, rij.totp_stap = huis.kluis.seal(geheim), stap
        rij.herstel_door_id = rij.herstel_op = None
        rij.versie += 1
        werk.sessie.add(rij)
        _meld(huis, werk, rij, _("Uw tweede stap is aangezet"))


def zet_tweestaps_uit(huis: Huis, wie: Wie, *, wachtwoord: str) -> None:
    """A password is enough again. :raises Ongeldig: the password is wrong."""
    bewezen = _bewezen(huis, wie, wachtwoord)
    with handeling(huis, wie, Handeling.EIGEN_ACCOUNT, "eigen-account") as werk:
        rij = _rij(werk)
        if rij.wachtwoord != bewezen:
            raise Ongeldig("Uw wachtwoord klopt niet. De tweede stap staat nog aan.", veld="wachtwoord")
        if huis.settings.eist_tweede_stap & wie.rollen:
            raise Ongeldig(
                "Uw rol vraagt een tweede stap. Hebt u een nieuwe telefoon, vraag dan de beheerder om herstel."
            )
        rij.totp = rij.totp_stap = rij.herstel_door_id = rij.herstel_op = None
        rij.versie += 1
        werk.sessie.add(rij)
        _meld(huis, werk, rij, _("Uw tweede stap is uitgezet"))


def uitgenodigde(huis: Huis, koppeling: str) -> GebruikerRij:
    """Whose invitation this is. :raises NietGevonden: no link, used, withdrawn or past its day."""
    id = koppelingen.lees(huis, koppelingen.Soort.UITNODIGING, koppeling)["id"]
    with reading(huis.engine) as sessie:
        return _genode(sessie, id)


def aanvaard_uitnodiging(huis: Huis, koppeling: str, *, wachtwoord: str, herhaald: str, oorsprong: str) -> None:
    """Chooses the password of an invitation, once. :raises Ongeldig: too short, or not the same twice."""
    mens = uitgenodigde(huis, koppeling)
    eis_wachtwoord(wachtwoord, herhaald, van=(mens.inlognaam, mens.naam))
    id = koppelingen.lees(huis, koppelingen.Soort.UITNODIGING, koppeling)["id"]
    wie = Wie(mens.naam, frozenset(), oorsprong, mens.id)
    hash = hash_van(wachtwoord)
    with handeling(huis, wie, Handeling.INLOGGEN, f"uitnodiging-{mens.inlognaam}") as werk:
        _zet_wachtwoord(werk, _genode(werk.sessie, id), hash)


def _bewezen(huis: Huis, wie: Wie, wachtwoord: str) -> str | None:
    """Gives the hash that this password makes true, None for another. Before any transaction: it waits for its turn, and whoever
    waits inside one holds up everybody who writes.
    """
    hash = toon(huis, wie).wachtwoord
    return hash if klopt(hash, wachtwoord) else None


def _rij(werk: Werk) -> GebruikerRij:
    rij = accounts.op_id(werk.sessie, werk.wie.gebruiker_id or 0)
    if rij is None:
        raise NietGevonden("U bent niet ingelogd met een account.")
    return rij


def _meld(huis: Huis, werk: Werk, rij: GebruikerRij, wat: str) -> None:
    """What changed of an account reaches its owner, also when it was not he who changed it."""
    uitleg = _("Deed u dit niet zelf, waarschuw dan meteen de beheerder.")
    post.schrijf_aan(huis, werk.sessie, rij.id, wat, uitleg, pad="/account")


def _genode(sessie: Session, uitnodiging_id: int) -> GebruikerRij:
    uitnodiging = accounts.uitnodiging_op_id(sessie, uitnodiging_id)
    rij = accounts.op_id(sessie, uitnodiging.gebruiker_id) if uitnodiging else None
    if uitnodiging is None or uitnodiging.gebruikt_op is not None or rij is None or not rij.actief:
        raise NietGevonden("Deze uitnodiging is al gebruikt of ingetrokken. Vraag de beheerder om een nieuwe.")
    return rij


def _zet_wachtwoord(werk: Werk, rij: GebruikerRij, hash: str) -> None:
    rij.wachtwoord, rij.sessies_vanaf = hash, werk.moment
    rij.versie += 1
    werk.sessie.add(rij)
    accounts.verbruik(werk.sessie, rij.id, werk.moment)
