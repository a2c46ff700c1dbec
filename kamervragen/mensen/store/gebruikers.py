"""People, their directies and roles, and their attempts to log in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import sqlalchemy as sa
from sqlmodel import Session, col, select

from kamervragen.domain.rollen import Rol
from kamervragen.mensen.rows import DirectieRij, GebruikerRij, InlogpogingRij, LidmaatschapRij


@dataclass(frozen=True, slots=True)
class Gebruiker:
    """A person as the rest of the program knows him."""

    id: int
    inlognaam: str
    naam: str
    rollen: frozenset[Rol]
    directies: tuple[str, ...]
    tweestaps: bool = False
    sessies_vanaf: datetime | None = None
    mail: str | None = None


def nieuw(
    sessie: Session, *, inlognaam: str, naam: str, hash: str, rollen: tuple[Rol, ...], directie: str | None, op: date
) -> int:
    """A new account with its roles from today on. Returns its id."""
    rij = GebruikerRij(inlognaam=inlognaam, naam=naam, wachtwoord=hash)
    sessie.add(rij)
    sessie.flush()
    directie_id = sessie.exec(select(DirectieRij.id).where(DirectieRij.code == directie)).first() if directie else None
    sessie.add_all(
        LidmaatschapRij(gebruiker_id=rij.id, directie_id=directie_id, rol=rol.value, van=op) for rol in rollen
    )
    sessie.flush()
    return rij.id


def nieuwe_directie(sessie: Session, code: str, naam: str) -> None:
    """Adds a directie; one that exists stays."""
    if sessie.exec(select(DirectieRij).where(DirectieRij.code == code)).first() is None:
        sessie.add(DirectieRij(code=code, naam=naam))
        sessie.flush()


def hernoem_directie(sessie: Session, code: str, naam: str) -> None:
    sessie.execute(sa.update(DirectieRij).where(col(DirectieRij.code) == code).values(naam=naam))


def directies(sessie: Session, *, ook_opgeheven: bool = False) -> tuple[DirectieRij, ...]:
    """The directies that are there, by name; or all that ever were."""
    query = select(DirectieRij).where(sa.true() if ook_opgeheven else col(DirectieRij.tot).is_(None))
    return tuple(sessie.exec(query.order_by(col(DirectieRij.naam))))


def op_id(sessie: Session, id: int, op: date) -> Gebruiker | None:
    """The person with the roles he has on this day; None when the account is closed."""
    leden = sessie.execute(
        sa.select(GebruikerRij, LidmaatschapRij, col(DirectieRij.code))
        .outerjoin(LidmaatschapRij, sa.and_(col(LidmaatschapRij.gebruiker_id) == col(GebruikerRij.id), geldt(op)))
        .outerjoin(DirectieRij, col(DirectieRij.id) == col(LidmaatschapRij.directie_id))
        .where(col(GebruikerRij.id) == id, col(GebruikerRij.actief).is_(True))
    ).all()
    if not leden:
        return None
    rij = leden[0][0]
    rollen = frozenset(Rol(lid.rol) for _, lid, _ in leden if lid is not None)
    codes = tuple(sorted({code for *_, code in leden if code}))
    return Gebruiker(id, rij.inlognaam, rij.naam, rollen, codes, rij.totp is not None, rij.sessies_vanaf, rij.mail)


def rollen_op(sessie: Session, op: date) -> dict[int, frozenset[Rol]]:
    """The roles that each has on a day, by the number of his account; who has none is not in it."""
    uit: dict[int, set[Rol]] = {}
    query = sa.select(col(LidmaatschapRij.gebruiker_id), col(LidmaatschapRij.rol)).where(geldt(op))
    for id, rol in sessie.execute(query):
        uit.setdefault(id, set()).add(Rol(rol))
    return {id: frozenset(rollen) for id, rollen in uit.items()}


def inlognaam(sessie: Session, id: int) -> str:
    """The name someone logs in with."""
    return sessie.get_one(GebruikerRij, id).inlognaam


def directies_van(sessie: Session, id: int, op: date) -> frozenset[int]:
    """The directies someone is of on a day."""
    query = sa.select(col(LidmaatschapRij.directie_id)).where(col(LidmaatschapRij.gebruiker_id) == id, geldt(op))
    return frozenset(d for d in sessie.execute(query).scalars() if d is not None)


def geldt(op: date) -> sa.ColumnElement[bool]:
    """That a role is held on a day: it began, and did not end."""
    tot = col(LidmaatschapRij.tot)
    return sa.and_(col(LidmaatschapRij.van) <= op, sa.or_(tot.is_(None), tot >= op))


def wachtwoord_van(sessie: Session, inlognaam: str) -> tuple[int, str] | None:
    """The id and the password hash of an open account."""
    rij = sessie.exec(select(GebruikerRij).where(GebruikerRij.inlognaam == inlognaam, GebruikerRij.actief)).first()
    return (rij.id, rij.wachtwoord) if rij is not None else None


def zet_hash(sessie: Session, id: int, *, was: str, wordt: str) -> None:
    """Another hash of the same password, unless it was changed meanwhile."""
    zelfde = sa.and_(col(GebruikerRij.id) == id, col(GebruikerRij.wachtwoord) == was)
    sessie.execute(sa.update(GebruikerRij).where(zelfde).values(wachtwoord=wordt))


def alle(sessie: Session) -> tuple[GebruikerRij, ...]:
    return tuple(sessie.exec(select(GebruikerRij).order_by(col(GebruikerRij.naam))))


def pogingen(sessie: Session, inlognaam: str, oorsprong: str, sinds: datetime) -> int:
    """Failed attempts on this account from this address since then: a lock-out never hits a colleague elsewhere."""
    query = (
        sa.select(sa.func.count())
        .select_from(InlogpogingRij)
        .where(
            col(InlogpogingRij.inlognaam) == inlognaam,
            col(InlogpogingRij.oorsprong) == oorsprong,
            col(InlogpogingRij.moment) > sinds,
        )
    )
    return int(sessie.execute(query).scalar_one())


def pogingen_in_het_groot(sessie: Session, inlognaam: str, oorsprong: str, sinds: datetime) -> tuple[int, int, int]:
    """Counts what failed since then: from this address on any name, on this name from any address, and in all."""
    van, op = col(InlogpogingRij.oorsprong) == oorsprong, col(InlogpogingRij.inlognaam) == inlognaam
    query = sa.select(
        sa.func.coalesce(sa.func.sum(sa.case((van, 1), else_=0)), 0),
        sa.func.coalesce(sa.func.sum(sa.case((op, 1), else_=0)), 0),
        sa.func.count(),
    ).where(col(InlogpogingRij.moment) > sinds)
    een, twee, drie = sessie.execute(query).one()
    return int(een), int(twee), int(drie)


def noteer_poging(sessie: Session, inlognaam: str, oorsprong: str, moment: datetime) -> None:
    sessie.execute(sa.delete(InlogpogingRij).where(col(InlogpogingRij.moment) < moment - timedelta(days=1)))
    sessie.add(InlogpogingRij(inlognaam=inlognaam, oorsprong=oorsprong, moment=moment))


def vergeet_pogingen(sessie: Session, inlognaam: str, oorsprong: str) -> None:
    sessie.execute(
        sa.delete(InlogpogingRij).where(
            col(InlogpogingRij.inlognaam) == inlognaam, col(InlogpogingRij.oorsprong) == oorsprong
        )
    )


@dataclass(frozen=True, slots=True)
class Recht:
    """One role of one account."""

    inlognaam: str
    naam: str
    actief: bool
    rol: str
    directie: str | None
    van: date
    tot: date | None


def alle_rechten(sessie: Session) -> tuple[Recht, ...]:
    """Every role of every account, past and present, by name."""
    rijen = sessie.execute(
        sa.select(GebruikerRij, LidmaatschapRij, col(DirectieRij.code))
        .join(LidmaatschapRij, col(LidmaatschapRij.gebruiker_id) == col(GebruikerRij.id))
        .outerjoin(DirectieRij, col(DirectieRij.id) == col(LidmaatschapRij.directie_id))
        .order_by(col(GebruikerRij.naam), col(LidmaatschapRij.van), col(LidmaatschapRij.id))
    )
    return tuple(Recht(g.inlognaam, g.naam, g.actief, lid.rol, code, lid.van, lid.tot) for g, lid, code in rijen)
