"""Finding a set: by its key, by a number of the Kamer, by its askers, by questions it shares."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

import sqlalchemy as sa
from sqlmodel import Session, col, select

from kamervragen.domain.nummers import Aanhangselnummer, Zaaknummer
from kamervragen.domain.vragenset import (
    Vragenset,
)
from kamervragen.sets.rows import (
    AanhangselRij,
    AfschermingRij,
    BetrokkeneRij,
    VraagRij,
    VragensetRij,
)
from kamervragen.sets.store.vragensets import afdruk


def op_sleutel(sessie: Session, sleutel: str, *, vast: bool = False) -> VragensetRij | None:
    """The set of this key. `vast` holds its row until the transaction ends: what was checked stays true."""
    query = select(VragensetRij).where(VragensetRij.sleutel == sleutel)
    return sessie.exec(query.with_for_update() if vast else query).first()


def op_zaaknummer(sessie: Session, nummer: Zaaknummer) -> VragensetRij | None:
    return sessie.exec(select(VragensetRij).where(VragensetRij.zaaknummer == str(nummer))).first()


def op_aanhangselnummer(sessie: Session, nummer: Aanhangselnummer) -> VragensetRij | None:
    """The set of a number in the Aanhangsel; a reprint (herdruk) belongs with the first print."""
    eerste = str(replace(nummer, uitgave=""))
    zelfde = sa.or_(col(AanhangselRij.nummer) == eerste, col(AanhangselRij.nummer).like(f"{eerste}-_%"))
    return sessie.exec(select(VragensetRij).join(AanhangselRij).where(zelfde)).first()


def van_indiener_op(sessie: Session, namen: Collection[str], dag: date) -> VragensetRij | None:
    """The one set of these members that was sent or answered on a day; None when there is none or more than one."""
    query = (
        select(VragensetRij)
        .join(BetrokkeneRij)
        .where(
            BetrokkeneRij.rol == "indiener",
            col(BetrokkeneRij.naam).in_(namen),
            sa.or_(
                col(VragensetRij.ingezonden) == dag,
                col(VragensetRij.ontvangen) == dag,
                col(VragensetRij.gedagtekend) == dag,
            ),
        )
        .distinct()
    )
    gevonden = sessie.exec(query).all()
    return gevonden[0] if len(gevonden) == 1 else None


def op_zie_ook(sessie: Session, nummer: Aanhangselnummer) -> VragensetRij | None:
    """The set whose answer says 'Zie ook ... nr. N': N is the number of its delay notice."""
    query = select(VragensetRij).where(sa.cast(col(VragensetRij.zie_ook), sa.Text).contains(f'"{nummer}"'))
    return sessie.exec(query).first()


def mogelijk_dezelfde(
    sessie: Session, vragenset: Vragenset, *, hoogstens: int = 20, nieuwste: int = 200
) -> tuple[VragensetRij, ...]:
    """The sets a paper may belong to: those that share most questions with it word for word, and the newest ones.

    A shielded set is never among them: a proposal to join would tell of it.
    """
    aantal = sa.func.count(sa.distinct(col(VraagRij.afdruk)))
    beste = (
        sa.select(col(VraagRij.vragenset_id))
        .where(col(VraagRij.afdruk).in_([a for query in vragenset.vragen if (a := afdruk(query.tekst))]))
        .group_by(col(VraagRij.vragenset_id))
        .order_by(aantal.desc(), col(VraagRij.vragenset_id))
        .limit(hoogstens)
    )
    laatste = sa.select(col(VragensetRij.id)).order_by(col(VragensetRij.id).desc()).limit(nieuwste)
    query = select(VragensetRij).where(
        sa.or_(col(VragensetRij.id).in_(beste), col(VragensetRij.id).in_(laatste)),
        col(VragensetRij.id).not_in(sa.select(col(AfschermingRij.vragenset_id))),
    )
    return tuple(sessie.exec(query.order_by(col(VragensetRij.id))))
