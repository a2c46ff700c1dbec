"""What is secret of people and links: sealed in the database with the key file, read for the moment that it is needed."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from sqlmodel import Session, col, select

from kamervragen.core.act import Buitenom, Huis, buitenom
from kamervragen.core.store.engine import reading
from kamervragen.core.store.vault import Vault, is_sealed
from kamervragen.domain.errors import Ongeldig
from kamervragen.mensen.rows import GebruikerRij, GeheimRij


@dataclass(frozen=True, slots=True)
class Kwijt:
    """What cannot be read with the keys that are here: whose second steps, and which signing secrets."""

    tweede_stappen: tuple[str, ...]
    geheimen: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.tweede_stappen or self.geheimen)


def verzegel_alles(huis: Huis) -> int:
    """Seals what is not, or with an older key than the newest. Returns how many; what cannot be opened stays as it is."""
    kluis, keer = huis.kluis, 0
    with buitenom(huis, Buitenom.OPENEN) as sessie:
        for rij, veld in _rijen(sessie):
            was = getattr(rij, veld)
            if is_sealed(was) and (f":{kluis.newest}:" in was or not kluis.opens(was)):
                continue
            setattr(rij, veld, kluis.seal(kluis.unseal(was) if is_sealed(was) else was))
            sessie.add(rij)
            keer += 1
    return keer


def kwijt(huis: Huis) -> Kwijt:
    """Finds what was sealed with keys that are not here."""
    with reading(huis.engine) as sessie:
        return kwijt_in(sessie, huis.kluis)


def kwijt_in(sessie: Session, kluis: Vault) -> Kwijt:
    """As `kwijt`, in a session that is open."""
    weg = [rij for rij, veld in _rijen(sessie) if is_sealed(getattr(rij, veld)) and not kluis.opens(getattr(rij, veld))]
    return Kwijt(
        tuple(sorted(rij.inlognaam for rij in weg if isinstance(rij, GebruikerRij))),
        tuple(sorted(rij.naam for rij in weg if isinstance(rij, GeheimRij))),
    )


def eis_leesbaar(huis: Huis) -> None:
    """:raises Ongeldig: what signs links and browsers cannot be read: nobody could log in."""
    if weg := kwijt(huis).geheimen:
        raise Ongeldig(
            "Het sleutelbestand %(pad)s mist de sleutel van: %(weg)s. Zet het oude bestand terug. Is het kwijt, draai dan "
            "kamervragen sleutels nieuw: alle links vervallen, en wie een tweede stap had, krijgt een nieuwe uitnodiging.",
            pad=huis.settings.sleutelbestand,
            weg=", ".join(weg),
        )


def vervang_verloren(huis: Huis) -> Kwijt:
    """Makes new what signs links, where its key is lost: every link that was sent ends. Returns what was lost.

    Second steps stay unread, so that nobody comes in without one: their people are invited anew.
    """
    verloren = kwijt(huis)
    with buitenom(huis, Buitenom.OPENEN) as sessie:
        for naam in verloren.geheimen:
            rij = sessie.get_one(GeheimRij, naam)
            rij.waarde = huis.kluis.seal(secrets.token_hex(32))
            sessie.add(rij)
    return verloren


def _rijen(sessie: Session) -> list[tuple[GebruikerRij | GeheimRij, str]]:
    mensen = sessie.exec(select(GebruikerRij).where(col(GebruikerRij.totp).is_not(None))).all()
    return [*((mens, "totp") for mens in mensen), *((rij, "waarde") for rij in sessie.exec(select(GeheimRij)).all())]
