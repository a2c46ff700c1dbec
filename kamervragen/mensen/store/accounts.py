"""Accounts as their keeper sees them: roles with days, invitations, and the second step at log-in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa
from sqlmodel import Session, col, select

from kamervragen.domain.errors import Verouderd
from kamervragen.domain.rollen import Rol
from kamervragen.mensen.rows import DirectieRij, GebruikerRij, LidmaatschapRij, UitnodigingRij
from kamervragen.mensen.store.gebruikers import geldt


@dataclass(frozen=True, slots=True)
class Lid:
    """A role of an account with its days; `directie` is empty for a role in the whole house."""

    rij: LidmaatschapRij
    directie: str


def op_id(sessie: Session, id: int) -> GebruikerRij | None:
    return sessie.get(GebruikerRij, id)


def inlognaam_bezet(sessie: Session, inlognaam: str) -> bool:
    """Whether an account has this name, a closed one too: what it did stays under it."""
    return sessie.exec(select(GebruikerRij.id).where(GebruikerRij.inlognaam == inlognaam)).first() is not None


def rollen(sessie: Session, gebruiker_id: int) -> tuple[Lid, ...]:
    """Every role there ever was, the newest first."""
    rijen = sessie.execute(
        sa.select(LidmaatschapRij, col(DirectieRij.naam))
        .outerjoin(DirectieRij, col(DirectieRij.id) == col(LidmaatschapRij.directie_id))
        .where(col(LidmaatschapRij.gebruiker_id) == gebruiker_id)
        .order_by(col(LidmaatschapRij.van).desc(), col(LidmaatschapRij.id).desc())
    )
    return tuple(Lid(rij, naam or "") for rij, naam in rijen)


def geef_rol(
    sessie: Session, gebruiker_id: int, *, rol: Rol, directie_id: int | None, van: date, tot: date | None
) -> None:
    sessie.add(LidmaatschapRij(gebruiker_id=gebruiker_id, directie_id=directie_id, rol=rol.value, van=van, tot=tot))
    sessie.flush()


def beeindig_rol(sessie: Session, lidmaatschap_id: int, tot: date) -> None:
    """The last day of a role; it stays in the list of rights."""
    sessie.execute(sa.update(LidmaatschapRij).where(col(LidmaatschapRij.id) == lidmaatschap_id).values(tot=tot))


def met_rol(sessie: Session, rol: Rol, op: date) -> frozenset[int]:
    """The open accounts that have a role on a day."""
    query = (
        sa.select(col(LidmaatschapRij.gebruiker_id))
        .join(GebruikerRij, col(GebruikerRij.id) == col(LidmaatschapRij.gebruiker_id))
        .where(col(GebruikerRij.actief), col(LidmaatschapRij.rol) == rol.value, geldt(op))
    )
    return frozenset(sessie.execute(query).scalars())


def enige_directie(sessie: Session, gebruiker_id: int, op: date) -> int | None:
    """The directie of someone's roles on a day, when there is just one."""
    query = (
        sa.select(col(LidmaatschapRij.directie_id))
        .distinct()
        .where(col(LidmaatschapRij.gebruiker_id) == gebruiker_id, col(LidmaatschapRij.directie_id).is_not(None))
        .where(geldt(op))
    )
    gevonden = list(sessie.execute(query).scalars())
    return gevonden[0] if len(gevonden) == 1 else None


def wijzig(sessie: Session, id: int, *, versie: int, **waarden: object) -> None:
    """Changes an account once. :raises Verouderd: a colleague changed it meanwhile."""
    gedaan = sessie.execute(
        sa.update(GebruikerRij)
        .where(col(GebruikerRij.id) == id, col(GebruikerRij.versie) == versie)
        .values(versie=versie + 1, **waarden)
    )
    if gedaan.rowcount != 1:  # type: ignore[attr-defined]
        raise Verouderd("Dit account is intussen gewijzigd. Vernieuw de pagina en kijk wat er nu staat.")
    sessie.expire_all()


def uitnodiging(sessie: Session, gebruiker_id: int) -> UitnodigingRij | None:
    """The newest invitation that was not used."""
    query = select(UitnodigingRij).where(
        UitnodigingRij.gebruiker_id == gebruiker_id, col(UitnodigingRij.gebruikt_op).is_(None)
    )
    return sessie.exec(query.order_by(col(UitnodigingRij.id).desc())).first()


def uitnodiging_op_id(sessie: Session, id: int) -> UitnodigingRij | None:
    return sessie.get(UitnodigingRij, id)


def uitgenodigd_na(sessie: Session, gebruiker_id: int, moment: datetime) -> bool:
    """Whether this account was invited, or let in by an invitation, since then."""
    sinds = sa.or_(col(UitnodigingRij.moment) >= moment, col(UitnodigingRij.gebruikt_op) >= moment)
    query = select(UitnodigingRij.id).where(UitnodigingRij.gebruiker_id == gebruiker_id, sinds)
    return sessie.exec(query.limit(1)).first() is not None


def nodig_uit(sessie: Session, gebruiker_id: int, *, geldig_tot: datetime, actor: str, moment: datetime) -> None:
    """A new invitation in place of those that stood."""
    verbruik(sessie, gebruiker_id, moment)
    sessie.add(UitnodigingRij(gebruiker_id=gebruiker_id, geldig_tot=geldig_tot, actor=actor, moment=moment))
    sessie.flush()


def verbruik(sessie: Session, gebruiker_id: int, moment: datetime) -> None:
    """No invitation of this account opens anything any more."""
    open_ = sa.and_(col(UitnodigingRij.gebruiker_id) == gebruiker_id, col(UitnodigingRij.gebruikt_op).is_(None))
    sessie.execute(sa.update(UitnodigingRij).where(open_).values(gebruikt_op=moment))


def gebruik_code(sessie: Session, id: int, stap: int) -> bool:
    """Marks the time step of a code as used; False when it, or a later one, was used before."""
    eerder = sa.or_(col(GebruikerRij.totp_stap).is_(None), col(GebruikerRij.totp_stap) < stap)
    gedaan = sessie.execute(sa.update(GebruikerRij).where(col(GebruikerRij.id) == id, eerder).values(totp_stap=stap))
    return bool(gedaan.rowcount == 1)  # type: ignore[attr-defined]
