"""People: accounts, and getting in."""

from __future__ import annotations

import hmac
from collections.abc import Collection
from datetime import datetime, timedelta
from functools import lru_cache

import pyotp
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlmodel import Session

from kamervragen import lanes
from kamervragen.catalogue.labels import N_
from kamervragen.core.act import Buitenom, Huis, buitenom, eis_vooraf, handeling
from kamervragen.core.actor import Wie
from kamervragen.core.store import audit
from kamervragen.core.store.engine import reading
from kamervragen.domain.errors import NietToegestaan, Ongeldig
from kamervragen.domain.rollen import Handeling, Rol
from kamervragen.mensen import koppelingen
from kamervragen.mensen.rows import GebruikerRij
from kamervragen.mensen.store import accounts, gebruikers
from kamervragen.mensen.store.gebruikers import Gebruiker
from kamervragen.mensen.wachtwoordkeuze import eis_moeilijk

MIN_WACHTWOORD = 15
_MAX_WACHTWOORD = 1_000
_MAX_POGINGEN = 10
_MAX_NAAM = 100
# Failures within the window that no ministry makes by itself: from one address, on one name, and in all.
_VAN_EEN_ADRES, _OP_EEN_NAAM, _IN_ALLES = 30, 30, 300
_BEKEND = timedelta(days=90)
_VENSTER = timedelta(minutes=15)
_TE_VAAK = N_("Te veel mislukte pogingen. Wacht een kwartier en probeer het dan opnieuw.")
_hasher = PasswordHasher(parallelism=1)  # argon2id, three times over 64 MiB, by one core. Bron: OWASP, Password Storage


@lru_cache
def _niemand() -> str:
    """Checked for unknown names, so that the time of an answer does not tell whether an account exists."""
    return _hasher.hash("niemand heeft dit wachtwoord")


def log_in(huis: Huis, inlognaam: str, wachtwoord: str, oorsprong: str, *, toestel: int | None = None) -> Gebruiker:
    """Finds the person of this name and password. `toestel` is whose browser it is known to be.

    Ten failures in a quarter of an hour from one address close the account for that address only. Who tries many names
    is stopped by what failed from his address, on that name and in all; a browser or an address from which this person
    came in before is never stopped by what others did.
    :raises NietToegestaan: in the same words whatever was wrong.
    """
    naam = inlognaam.strip().casefold()[:_MAX_NAAM]
    nu = huis.nu()
    with reading(huis.engine) as sessie:
        bekend = gebruikers.wachtwoord_van(sessie, naam)
        id = bekend[0] if bekend else None
        if id is None and not accounts.inlognaam_bezet(sessie, naam):
            naam = koppelingen.afdruk(huis, sessie, naam)  # it may be a password, typed in the wrong field
        dicht = gebruikers.pogingen(sessie, naam, oorsprong, nu - _VENSTER) >= _MAX_POGINGEN
        if not dicht and not _is_bekend(sessie, id, naam, oorsprong, toestel, nu):
            dicht = _wordt_geraden(sessie, naam, oorsprong, nu - _VENSTER)
    if dicht:
        _noteer(huis, naam, id, oorsprong, "te vaak geprobeerd", nu)
        raise NietToegestaan(_TE_VAAK)
    niemand = _niemand()  # also for a known name: the first of a process takes as long for both
    if not klopt(bekend[1] if bekend else niemand, wachtwoord) or bekend is None:
        with buitenom(huis, Buitenom.INLOGGEN) as sessie:
            gebruikers.noteer_poging(sessie, naam, oorsprong, nu)
            _schrijf(sessie, naam, id, oorsprong, "geweigerd", nu)
        raise NietToegestaan("De inlognaam of het wachtwoord klopt niet. Probeer het opnieuw.")
    _hernieuw(huis, bekend[0], bekend[1], wachtwoord)
    gevonden = op_id(huis, bekend[0])
    assert gevonden is not None
    if gevonden.tweestaps:
        _noteer(huis, naam, gevonden.id, oorsprong, "eerste stap gelukt", nu)
        return gevonden
    return _binnen(huis, gevonden, oorsprong)


def tweede_stap(huis: Huis, gebruiker_id: int, code: str, oorsprong: str) -> Gebruiker:
    """The person whose password was right, once his code is right too; each code counts once.

    :raises NietToegestaan: another code, or too many tries from this address.
    """
    gevonden, nu = op_id(huis, gebruiker_id), huis.nu()
    if gevonden is None:
        raise NietToegestaan("Dit account is gesloten. Vraag de beheerder om hulp.")
    naam = gevonden.inlognaam
    with buitenom(huis, Buitenom.INLOGGEN) as sessie:
        te_vaak = gebruikers.pogingen(sessie, naam, oorsprong, nu - _VENSTER) >= _MAX_POGINGEN
        rij = sessie.get_one(GebruikerRij, gebruiker_id)
        stap = None if te_vaak or rij.totp is None else stap_van(_geheim(huis, rij.totp), code, nu.timestamp())
        goed = stap is not None and accounts.gebruik_code(sessie, gebruiker_id, stap)
        if not goed:
            gebruikers.noteer_poging(sessie, naam, oorsprong, nu)
            _schrijf(sessie, naam, gebruiker_id, oorsprong, "te vaak geprobeerd" if te_vaak else "geweigerd", nu)
    if te_vaak:
        raise NietToegestaan(_TE_VAAK)
    if not goed:
        raise NietToegestaan("De code klopt niet, of is al gebruikt. Wacht op de volgende code en probeer het opnieuw.")
    return _binnen(huis, gevonden, oorsprong)


def _hernieuw(huis: Huis, id: int, hash: str, wachtwoord: str) -> None:
    """Hashes a password anew that was hashed in another way than today: how long it takes would tell whose account is old."""
    if _hasher.check_needs_rehash(hash):
        nieuw = hash_van(wachtwoord)
        with buitenom(huis, Buitenom.INLOGGEN) as sessie:
            gebruikers.zet_hash(sessie, id, was=hash, wordt=nieuw)


def _geheim(huis: Huis, verzegeld: str) -> str:
    """:raises NietToegestaan: the key file that sealed it was lost: without a second step nobody comes in."""
    try:
        return huis.kluis.unseal(verzegeld)
    except Ongeldig as fout:
        raise NietToegestaan(
            "Uw tweede stap kan niet meer worden gelezen. Vraag de beheerder om een nieuwe uitnodiging."
        ) from fout


def _is_bekend(sessie: Session, id: int | None, naam: str, oorsprong: str, toestel: int | None, nu: datetime) -> bool:
    """Whether this person came in from this browser or this address before."""
    if id is None:
        return False
    return toestel == id or audit.kwam_binnen(sessie, naam, oorsprong, sinds=nu - _BEKEND)


def _wordt_geraden(sessie: Session, naam: str, oorsprong: str, sinds: datetime) -> bool:
    """Whether so much failed from this address, on this name or in all, that somebody is guessing."""
    van, op, alle = gebruikers.pogingen_in_het_groot(sessie, naam, oorsprong, sinds)
    return van >= _VAN_EEN_ADRES or op >= _OP_EEN_NAAM or alle >= _IN_ALLES


def _binnen(huis: Huis, wie: Gebruiker, oorsprong: str) -> Gebruiker:
    with buitenom(huis, Buitenom.INLOGGEN) as sessie:
        gebruikers.vergeet_pogingen(sessie, wie.inlognaam, oorsprong)
        _schrijf(sessie, wie.inlognaam, wie.id, oorsprong, "gelukt", huis.nu())
    return wie


def op_id(huis: Huis, id: int) -> Gebruiker | None:
    """The person, with the roles of today."""
    with reading(huis.engine) as sessie:
        return gebruikers.op_id(sessie, id, huis.vandaag())


def maak(
    huis: Huis,
    wie: Wie,
    *,
    inlognaam: str,
    naam: str,
    wachtwoord: str,
    rollen: tuple[Rol, ...],
    directie: str | None = None,
) -> int:
    """A new account. :raises Ongeldig: a short password, no role, or a name that is taken."""
    schoon = inlognaam.strip().casefold()
    eis_wachtwoord(wachtwoord, wachtwoord, van=() if huis.settings.demo else (schoon, naam))
    if not schoon or not naam.strip() or not rollen:
        raise Ongeldig("Vul een inlognaam, een naam en ten minste één rol in.", veld="inlognaam")
    eis_vooraf(huis, wie, Handeling.GEBRUIKERS_BEHEREN, f"gebruiker-{schoon}")
    hash = hash_van(wachtwoord)
    with handeling(huis, wie, Handeling.GEBRUIKERS_BEHEREN, f"gebruiker-{schoon}") as werk:
        if accounts.inlognaam_bezet(werk.sessie, schoon):
            raise Ongeldig("De inlognaam %(schoon)s is al in gebruik.", schoon=schoon)
        if directie and directie not in {rij.code for rij in gebruikers.directies(werk.sessie)}:
            raise Ongeldig("De directie %(directie)s bestaat niet.", directie=directie)
        return gebruikers.nieuw(
            werk.sessie,
            inlognaam=schoon,
            naam=naam.strip(),
            hash=hash,
            rollen=rollen,
            directie=directie,
            op=werk.dag,
        )


def maak_directie(huis: Huis, wie: Wie, code: str, naam: str) -> None:
    """Adds a directie; one that exists stays."""
    with handeling(huis, wie, Handeling.GEBRUIKERS_BEHEREN, f"directie-{code}") as werk:
        gebruikers.nieuwe_directie(werk.sessie, code, naam)


def eis_wachtwoord(wachtwoord: str, herhaald: str, *, van: Collection[str]) -> None:
    """Demands a password that holds. `van` are the names of its owner; of an account that everybody may know there are none.

    :raises Ongeldig: too short, too long to hash in reasonable time, too easy to guess, or not the same twice.
    """
    if not MIN_WACHTWOORD <= len(wachtwoord) <= _MAX_WACHTWOORD:
        raise Ongeldig(
            "Kies een wachtwoord van ten minste %(min_wachtwoord)s tekens; een zin van vier woorden is goed.",
            veld="wachtwoord",
            min_wachtwoord=MIN_WACHTWOORD,
        )
    if van:
        eis_moeilijk(wachtwoord, van)
    if wachtwoord != herhaald:
        raise Ongeldig("De twee wachtwoorden zijn niet gelijk. Typ hetzelfde wachtwoord twee keer.")


def hash_van(wachtwoord: str) -> str:
    with lanes.PASSWORDS.turn():
        return _hasher.hash(wachtwoord)


def stap_van(geheim: str, code: str, seconden: float) -> int | None:
    """The time step of thirty seconds in which this code holds: now, or one before or after for a clock that strays.

    *Bron:* RFC 6238, 5.2.
    """
    cijfers = "".join(code.split())
    if not cijfers.isascii() or not cijfers.isdigit():
        return None
    nu = int(seconden) // 30
    try:
        totp = pyotp.TOTP(geheim)
        return next(
            (stap for stap in (nu, nu - 1, nu + 1) if hmac.compare_digest(totp.generate_otp(stap), cijfers)), None
        )
    except ValueError:  # no secret of ours
        return None


def klopt(hash: str, wachtwoord: str) -> bool:
    """Whether this password made that hash."""
    try:
        with lanes.PASSWORDS.turn():
            return _hasher.verify(hash, wachtwoord)
    except (VerificationError, InvalidHashError):
        return False


def _noteer(huis: Huis, naam: str, id: int | None, oorsprong: str, resultaat: str, moment: datetime) -> None:
    with buitenom(huis, Buitenom.INLOGGEN) as sessie:
        _schrijf(sessie, naam, id, oorsprong, resultaat, moment)


def _schrijf(sessie: Session, naam: str, id: int | None, oorsprong: str, resultaat: str, moment: datetime) -> None:
    audit.schrijf(
        sessie,
        actie=Handeling.INLOGGEN.value,
        object=f"gebruiker-{naam}",
        resultaat=resultaat,
        oorsprong=oorsprong,
        actor=naam,
        actor_id=id,
        tijdstip=moment,
    )
