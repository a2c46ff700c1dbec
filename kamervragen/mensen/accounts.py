"""Accounts and directies as their keeper manages them: who is let in, in which roles, from when until when."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlmodel import Session

from kamervragen.catalogue import gettext as _
from kamervragen.core.act import Huis, Werk, dag_van, eis_vooraf, handeling, inzage
from kamervragen.core.actor import OPDRACHTREGEL, Wie
from kamervragen.domain.errors import NietGevonden, Ongeldig
from kamervragen.domain.rollen import Handeling, Rol
from kamervragen.mensen import adres, koppelingen, post
from kamervragen.mensen.gebruikers import hash_van
from kamervragen.mensen.rows import DirectieRij, GebruikerRij
from kamervragen.mensen.store import accounts, gebruikers
from kamervragen.mensen.store.accounts import Lid

_LANGSTE = 100
_BEVESTIGEN = timedelta(days=1)
_OPDRACHTREGEL = 0


@dataclass(frozen=True, slots=True)
class Accountregel:
    """An account in the list."""

    rij: GebruikerRij
    rollen: tuple[Lid, ...]


@dataclass(frozen=True, slots=True)
class Accountbeeld:
    """One account with all its roles, and the invitation to hand over when mail does not."""

    rij: GebruikerRij
    rollen: tuple[Lid, ...]
    uitnodiging: str
    uitnodiging_tot: datetime | None
    directies: tuple[DirectieRij, ...]
    herstel_door: str = ""


def lijst(huis: Huis, wie: Wie) -> tuple[tuple[Accountregel, ...], tuple[DirectieRij, ...]]:
    """All accounts by name, open ones first, with the roles of today; and the directies."""
    with inzage(huis, wie, Handeling.GEBRUIKERS_BEHEREN) as sessie:
        op = huis.vandaag()
        regels = (
            Accountregel(rij, tuple(lid for lid in accounts.rollen(sessie, rij.id) if _geldt(lid, op)))
            for rij in gebruikers.alle(sessie)
        )
        return tuple(sorted(regels, key=lambda regel: not regel.rij.actief)), gebruikers.directies(sessie)


def beeld(huis: Huis, wie: Wie, gebruiker_id: int) -> Accountbeeld:
    """One account. :raises NietGevonden: there is none."""
    with inzage(huis, wie, Handeling.GEBRUIKERS_BEHEREN) as sessie:
        rij = _vind(sessie, gebruiker_id)
        uitnodiging = accounts.uitnodiging(sessie, gebruiker_id)
        link = ""
        if uitnodiging is not None and uitnodiging.geldig_tot > huis.nu():
            link = _link(huis, sessie, uitnodiging.id, uitnodiging.geldig_tot)
        return Accountbeeld(
            rij,
            accounts.rollen(sessie, gebruiker_id),
            link,
            uitnodiging.geldig_tot if uitnodiging and link else None,
            gebruikers.directies(sessie),
            _wie_vroeg(huis, sessie, rij),
        )


def _wie_vroeg(huis: Huis, sessie: Session, rij: GebruikerRij) -> str:
    """Who asked to drop his second step, while that can still be confirmed."""
    if not _wacht_op_ander(rij, huis.nu()):
        return ""
    vrager = accounts.op_id(sessie, rij.herstel_door_id or 0)
    return vrager.naam if vrager else OPDRACHTREGEL.naam


def nodig_nieuw_uit(
    huis: Huis, wie: Wie, *, inlognaam: str, naam: str, mail: str, rol: str, directie_id: int | None
) -> int:
    """A new account with its first role and an invitation to choose a password. Returns its id.

    :raises Ongeldig: a name is missing or taken, no address, no role, or a directie that is not there.
    """
    schoon = inlognaam.strip().casefold()
    if not schoon or not naam.strip() or len(schoon) > _LANGSTE or len(naam) > _LANGSTE:
        raise Ongeldig("Vul een inlognaam en een naam in, elk van hooguit 100 tekens.", veld="inlognaam")
    eis_vooraf(huis, wie, Handeling.GEBRUIKERS_BEHEREN, f"gebruiker-{schoon}")
    hash = hash_van(secrets.token_urlsafe(32))
    with handeling(huis, wie, Handeling.GEBRUIKERS_BEHEREN, f"gebruiker-{schoon}") as werk:
        if accounts.inlognaam_bezet(werk.sessie, schoon):
            raise Ongeldig(
                "De inlognaam %(schoon)s is al in gebruik. Kies een andere.", veld="inlognaam", schoon=schoon
            )
        id = gebruikers.nieuw(
            werk.sessie,
            inlognaam=schoon,
            naam=naam.strip(),
            hash=hash,
            rollen=(),
            directie=None,
            op=werk.dag,
        )
        werk.sessie.get_one(GebruikerRij, id).mail = adres.gelezen(mail)
        _geef_rol(werk, id, rol=rol, directie_id=directie_id, van=werk.dag, tot=None)
        _nodig_uit(huis, werk, id)
        return id


def nodig_uit(huis: Huis, wie: Wie, gebruiker_id: int) -> bool:
    """A new invitation, also for who lost his password or his telephone: the second step goes off until he sets it again.

    Where there is one, that takes two people: the first asks, another confirms within a day. Returns whether it is done.
    :raises Ongeldig: the account is closed, or is one's own.
    """
    with handeling(huis, wie, Handeling.GEBRUIKERS_BEHEREN, f"account-{gebruiker_id}") as werk:
        rij = _vind(werk.sessie, gebruiker_id)
        if not rij.actief:
            raise Ongeldig("Dit account is gesloten. Heropen het eerst.")
        if gebruiker_id == wie.gebruiker_id and rij.totp is not None:
            raise Ongeldig("Uw eigen tweede stap herstellen twee collega's. Vraag het aan een andere beheerder.")
        if rij.totp is not None and not _bevestigt(werk, rij):
            rij.herstel_door_id, rij.herstel_op = wie.gebruiker_id or _OPDRACHTREGEL, werk.moment
            werk.sessie.add(rij)
            uitleg = _(
                "%(wie)s vroeg om uw tweede stap te herstellen. Deed u dat niet zelf, waarschuw dan meteen de beheerder."
            )
            post.schrijf_aan(huis, werk.sessie, rij.id, _("Herstel van uw tweede stap"), uitleg % {"wie": wie.naam})
            return False
        rij.totp = rij.totp_stap = rij.herstel_door_id = rij.herstel_op = None
        rij.versie += 1
        werk.sessie.add(rij)
        _nodig_uit(huis, werk, gebruiker_id)
        return True


def _wacht_op_ander(rij: GebruikerRij, moment: datetime) -> bool:
    """Whether it was asked to drop his second step, less than a day ago."""
    return rij.herstel_op is not None and moment - rij.herstel_op < _BEVESTIGEN


def _bevestigt(werk: Werk, rij: GebruikerRij) -> bool:
    """Whether another asked for this within a day; the command line, which has no account, is somebody too.

    :raises Ongeldig: he became a beheerder, or came in by an invitation, only after that: the first may have made him.
    """
    wie, gevraagd = werk.wie.gebruiker_id or _OPDRACHTREGEL, rij.herstel_op
    if gevraagd is None or not _wacht_op_ander(rij, werk.moment) or rij.herstel_door_id == wie:
        return False
    rollen = [lid.rij for lid in accounts.rollen(werk.sessie, wie) if lid.rij.rol == Rol.BEHEERDER]
    al_langer = any(lid.van < dag_van(gevraagd) for lid in rollen)
    if wie != _OPDRACHTREGEL and not (al_langer and not accounts.uitgenodigd_na(werk.sessie, wie, gevraagd)):
        raise Ongeldig(
            "Herstel bevestigt een collega die al langer dan vandaag beheerder is, of de opdracht user herstel."
        )
    return True


def wijzig(huis: Huis, wie: Wie, gebruiker_id: int, *, naam: str, mail: str, versie: int) -> None:
    """Another name or address. :raises Ongeldig: no name. :raises Verouderd: changed meanwhile."""
    if not naam.strip() or len(naam) > _LANGSTE:
        raise Ongeldig("Vul een naam in van hooguit 100 tekens.", veld="naam")
    with handeling(huis, wie, Handeling.GEBRUIKERS_BEHEREN, f"account-{gebruiker_id}") as werk:
        _vind(werk.sessie, gebruiker_id)
        accounts.wijzig(werk.sessie, gebruiker_id, versie=versie, naam=naam.strip(), mail=adres.gelezen(mail))


def geef_rol(
    huis: Huis, wie: Wie, gebruiker_id: int, *, rol: str, directie_id: int | None, van: date | None, tot: date | None
) -> None:
    """A role from a day on, in one directie or in the whole house.

    :raises Ongeldig: no such role or directie, or an end before the beginning.
    """
    with handeling(huis, wie, Handeling.GEBRUIKERS_BEHEREN, f"account-{gebruiker_id}") as werk:
        _vind(werk.sessie, gebruiker_id)
        _geef_rol(werk, gebruiker_id, rol=rol, directie_id=directie_id, van=van or werk.dag, tot=tot)


def beeindig_rol(huis: Huis, wie: Wie, gebruiker_id: int, lidmaatschap_id: int, *, tot: date | None) -> None:
    """Ends a role after this day, or at once when none is given: then it no longer works at the next click.

    :raises Ongeldig: an end before the beginning, or the last keeper of accounts.
    """
    with handeling(huis, wie, Handeling.GEBRUIKERS_BEHEREN, f"account-{gebruiker_id}", herroepbaar=True) as werk:
        lid = next(
            (lid.rij for lid in accounts.rollen(werk.sessie, gebruiker_id) if lid.rij.id == lidmaatschap_id), None
        )
        if lid is None:
            raise NietGevonden("Deze rol hoort niet bij dit account. Vernieuw de pagina.")
        einde = tot or werk.dag - timedelta(days=1)
        if tot is not None and tot < lid.van:
            raise Ongeldig("De laatste dag ligt voor de eerste. Controleer de datums.", veld="tot")
        accounts.beeindig_rol(werk.sessie, lidmaatschap_id, einde)
        eis_beheerder(werk, max(werk.dag, einde + timedelta(days=1)))


def sluit(huis: Huis, wie: Wie, gebruiker_id: int, *, versie: int) -> None:
    """Closes an account at once; what it wrote and did stays under its name. :raises Ongeldig: the last keeper."""
    _zet_actief(huis, wie, gebruiker_id, actief=False, versie=versie)


def heropen(huis: Huis, wie: Wie, gebruiker_id: int, *, versie: int) -> None:
    """Opens a closed account again, with the password and roles it had."""
    _zet_actief(huis, wie, gebruiker_id, actief=True, versie=versie)


def bewaar_directie(huis: Huis, wie: Wie, code: str, naam: str) -> None:
    """A new directie, or another name for one that is there. :raises Ongeldig: a code or name is missing."""
    code, naam = gekeurde_directie(code, naam)
    with handeling(huis, wie, Handeling.GEBRUIKERS_BEHEREN, f"directie-{code}") as werk:
        gebruikers.nieuwe_directie(werk.sessie, code, naam)
        gebruikers.hernoem_directie(werk.sessie, code, naam)


def gekeurde_directie(code: str, naam: str) -> tuple[str, str]:
    """A code and name without space around them. :raises Ongeldig: one is missing or too long."""
    code, naam = code.strip(), naam.strip()
    if not code or not naam or len(code) > 20 or len(naam) > _LANGSTE:
        raise Ongeldig("Vul een korte code (DGPV) en de naam van de directie in.", veld="code")
    return code, naam


def _zet_actief(huis: Huis, wie: Wie, gebruiker_id: int, *, actief: bool, versie: int) -> None:
    with handeling(huis, wie, Handeling.GEBRUIKERS_BEHEREN, f"account-{gebruiker_id}", herroepbaar=not actief) as werk:
        _vind(werk.sessie, gebruiker_id)
        accounts.wijzig(werk.sessie, gebruiker_id, versie=versie, actief=actief, sessies_vanaf=werk.moment)
        accounts.verbruik(werk.sessie, gebruiker_id, werk.moment)
        eis_beheerder(werk, werk.dag)


def eis_beheerder(werk: Werk, op: date) -> None:
    """Somebody must be left who can let others in."""
    if not accounts.met_rol(werk.sessie, Rol.BEHEERDER, op):
        raise Ongeldig("Dan is er geen beheerder meer. Geef eerst een collega de rol beheerder.")


def _geef_rol(werk: Werk, gebruiker_id: int, *, rol: str, directie_id: int | None, van: date, tot: date | None) -> None:
    if rol not in set(Rol):
        raise Ongeldig("Kies een rol uit de lijst.", veld="rol")
    if tot is not None and tot < van:
        raise Ongeldig("De laatste dag ligt voor de eerste. Controleer de datums.", veld="tot")
    if directie_id is not None and werk.sessie.get(DirectieRij, directie_id) is None:
        raise Ongeldig("Deze directie bestaat niet (meer). Vernieuw de pagina.")
    accounts.geef_rol(werk.sessie, gebruiker_id, rol=Rol(rol), directie_id=directie_id, van=van, tot=tot)


def _nodig_uit(huis: Huis, werk: Werk, gebruiker_id: int) -> None:
    tot = werk.moment + koppelingen.GELDIG
    accounts.nodig_uit(werk.sessie, gebruiker_id, geldig_tot=tot, actor=werk.wie.naam, moment=werk.moment)
    uitnodiging = accounts.uitnodiging(werk.sessie, gebruiker_id)
    rij = werk.sessie.get_one(GebruikerRij, gebruiker_id)
    if rij.mail and uitnodiging is not None:
        post.schrijf_naar(
            huis,
            werk.sessie,
            rij.mail,
            _("Uw account voor kamervragen"),
            _(
                "%(wie)s nodigt u uit. Uw inlognaam is %(inlognaam)s. Kies binnen zeven dagen een wachtwoord:\n\n%(link)s"
            )
            % {
                "wie": werk.wie.naam,
                "inlognaam": rij.inlognaam,
                "link": _link(huis, werk.sessie, uitnodiging.id, tot),
            },
        )


def _link(huis: Huis, sessie: Session, uitnodiging_id: int, tot: datetime) -> str:
    deel = koppelingen.maak(huis, sessie, koppelingen.Soort.UITNODIGING, {"id": uitnodiging_id}, tot)
    return f"{huis.settings.basis}/uitnodiging/{deel}"


def _vind(sessie: Session, gebruiker_id: int) -> GebruikerRij:
    rij = accounts.op_id(sessie, gebruiker_id)
    if rij is None:
        raise NietGevonden("Dit account bestaat niet. Ga terug naar de lijst van accounts.")
    return rij


def _geldt(lid: Lid, op: date) -> bool:
    return lid.rij.van <= op and (lid.rij.tot is None or lid.rij.tot >= op)
