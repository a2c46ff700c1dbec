"""Lists and boards: reads apart from the sets, one query each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col, select

from kamervragen.domain.status import SLUITEND, Feit, Feitsoort
from kamervragen.domain.vragenset import Bewindspersoon, Lid
from kamervragen.mensen.rows import DirectieRij, GebruikerRij
from kamervragen.sets.rows import (
    EIGEN_VELDEN,
    AanhangselRij,
    AntwoordRij,
    AntwoordVraagRij,
    BetrokkeneRij,
    DocumentRij,
    FeitRij,
    InnameRij,
    NootRij,
    VraagRij,
    VragensetRij,
)


@dataclass(frozen=True, slots=True)
class Regel:
    """A set on a board, with the facts its status and term follow from.

    The status, the last day, and whether a delay notice counts, as they are kept beside the set; of a list of sets only.
    """

    id: int
    sleutel: str
    zaaknummer: str | None
    onderwerp: str | None
    ingezonden: date | None
    behandelaar: str | None
    directie: str | None
    indieners: tuple[str, ...]
    vragen: int
    beantwoord: int
    feiten: tuple[Feit, ...]
    instrument: str
    kamer: str
    debat: date | None
    gericht_aan: tuple[str, ...]
    behandelaar_id: int | None = None
    directie_id: int | None = None
    versie: int = 0
    status: str = ""
    laatste_dag: date | None = None
    uitgesteld: bool = False
    eigen: Mapping[str, str | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Paar:
    """A question with its answer, as the index takes it. `bron` is '<antwoord id>:<vraag id>'."""

    bron: str
    vragenset_id: int
    antwoord_id: int
    sleutel: str
    zaaknummer: str | None
    aanhangselnummer: str | None
    label: str
    onderwerp: str
    vraag: str
    antwoord: str
    datum: date | None
    bewindspersoon: str
    indieners: tuple[str, ...]
    bewerkt: bool
    noten: tuple[NootRij, ...]
    inleiding: str


def regels(sessie: Session, ids: Collection[int]) -> list[Regel]:
    """These sets with what their standing follows from, in four queries whatever their number."""
    feiten = feiten_van(sessie, col(FeitRij.vragenset_id).in_(ids))
    indieners: dict[int, list[str]] = defaultdict(list)
    gericht_aan: dict[int, list[str]] = defaultdict(list)
    personen = select(BetrokkeneRij).where(
        col(BetrokkeneRij.rol).in_(("indiener", "gericht_aan")), col(BetrokkeneRij.vragenset_id).in_(ids)
    )
    for p in sessie.exec(personen.order_by(col(BetrokkeneRij.volgorde))):
        if p.rol == "indiener":
            indieners[p.vragenset_id].append(f"{p.naam} ({p.fractie})" if p.fractie else p.naam or "")
        else:
            gericht_aan[p.vragenset_id].append(f"{p.functie} {p.portefeuille or ''}".strip())
    tellingen = {
        vragenset_id: (vragen, beantwoord)
        for vragenset_id, vragen, beantwoord in sessie.execute(_tellingen().where(col(VraagRij.vragenset_id).in_(ids)))
    }
    query = (
        sa.select(VragensetRij, col(GebruikerRij.naam), col(DirectieRij.code))
        .outerjoin(GebruikerRij, col(GebruikerRij.id) == col(VragensetRij.behandelaar_id))
        .outerjoin(DirectieRij, col(DirectieRij.id) == col(VragensetRij.directie_id))
        .where(col(VragensetRij.id).in_(ids))
        .order_by(col(VragensetRij.id))
    )
    return [
        Regel(
            rij.id,
            rij.sleutel,
            rij.zaaknummer,
            rij.onderwerp,
            rij.ingezonden,
            naam,
            directie,
            tuple(indieners[rij.id]),
            *tellingen.get(rij.id, (0, 0)),
            tuple(feiten.get(rij.id, ())),
            rij.instrument,
            rij.kamer,
            rij.debat,
            tuple(gericht_aan[rij.id]),
            rij.behandelaar_id,
            rij.directie_id,
            rij.versie,
            eigen={veld: getattr(rij, veld) for veld in EIGEN_VELDEN},
        )
        for rij, naam, directie in sessie.execute(query)
    ]


def feiten_van(sessie: Session, welke: sa.ColumnElement[bool]) -> dict[int, list[Feit]]:
    """The facts of sets, in the order they were recorded."""
    feiten: dict[int, list[Feit]] = defaultdict(list)
    query = sa.select(col(FeitRij.vragenset_id), col(FeitRij.soort), col(FeitRij.datum)).where(welke)
    for vragenset_id, soort, datum in sessie.execute(query.order_by(col(FeitRij.id))):
        feiten[vragenset_id].append(Feit(Feitsoort(soort), datum))
    return feiten


def paren(sessie: Session, *, vragenset_id: int | None = None, vanaf: int = 0) -> Iterator[Paar]:
    """Questions with a written answer, of one set or of all, by set. `vanaf` skips sets up to and including that id."""
    sets = sa.select(VragensetRij).where(col(VragensetRij.id) > vanaf).order_by(col(VragensetRij.id))
    if vragenset_id is not None:
        sets = sets.where(col(VragensetRij.id) == vragenset_id)
    for rij in sessie.execute(sets.execution_options(yield_per=200)).scalars():
        yield from _paren_van(sessie, rij)


def aantal_paren(sessie: Session) -> int:
    """How many questions have a written answer."""
    query = (
        sa.select(sa.func.count())
        .select_from(AntwoordVraagRij)
        .join(AntwoordRij, col(AntwoordRij.id) == col(AntwoordVraagRij.antwoord_id))
        .where(col(AntwoordRij.tekst) != "")
    )
    return int(sessie.execute(query).scalar_one())


def _tellingen() -> sa.Select[int, int, int]:
    gevuld = sa.case((col(AntwoordRij.tekst) != "", col(VraagRij.id)))
    return (
        sa.select(
            col(VraagRij.vragenset_id), sa.func.count(sa.distinct(col(VraagRij.id))), sa.func.count(sa.distinct(gevuld))
        )
        .outerjoin(AntwoordVraagRij, col(AntwoordVraagRij.vraag_id) == col(VraagRij.id))
        .outerjoin(AntwoordRij, col(AntwoordRij.id) == col(AntwoordVraagRij.antwoord_id))
        .group_by(col(VraagRij.vragenset_id))
    )


def _paren_van(sessie: Session, rij: VragensetRij) -> Iterator[Paar]:
    nummers = sessie.exec(
        select(AanhangselRij.nummer).where(AanhangselRij.vragenset_id == rij.id, AanhangselRij.soort == "antwoord")
    ).first()
    personen = sessie.exec(
        select(BetrokkeneRij).where(BetrokkeneRij.vragenset_id == rij.id).order_by(col(BetrokkeneRij.volgorde))
    ).all()
    noten = tuple(sessie.exec(select(NootRij).where(NootRij.vragenset_id == rij.id).order_by(col(NootRij.id))))
    ondertekenaars = [p for p in personen if p.rol == "ondertekenaar"]
    gevonden = sessie.execute(
        sa.select(AntwoordRij, VraagRij)
        .join(AntwoordVraagRij, col(AntwoordVraagRij.antwoord_id) == col(AntwoordRij.id))
        .join(VraagRij, col(VraagRij.id) == col(AntwoordVraagRij.vraag_id))
        .where(col(AntwoordRij.vragenset_id) == rij.id, col(AntwoordRij.tekst) != "")
        .order_by(col(VraagRij.volgorde))
    )
    for antwoord, vraag in gevonden:
        yield Paar(
            bron=f"{antwoord.id}:{vraag.id}",
            vragenset_id=vraag.vragenset_id,
            antwoord_id=antwoord.id,
            sleutel=rij.sleutel,
            zaaknummer=rij.zaaknummer,
            aanhangselnummer=nummers,
            label=vraag.label,
            onderwerp=rij.onderwerp or "",
            vraag=vraag.tekst,
            antwoord=antwoord.tekst,
            datum=rij.ontvangen or rij.gedagtekend or rij.ingezonden,
            bewindspersoon=", ".join(f"{p.functie} {p.naam or p.portefeuille or ''}".strip() for p in ondertekenaars),
            indieners=tuple(p.naam or "" for p in personen if p.rol == "indiener"),
            bewerkt=antwoord.bewerkt,
            noten=noten,
            inleiding=rij.inleiding or "",
        )


def feiten_met_directie(sessie: Session, soort: Feitsoort) -> list[tuple[str | None, str | None]]:
    """The directie and the explanation of every fact of a kind."""
    query = (
        sa.select(col(DirectieRij.code), col(FeitRij.toelichting))
        .select_from(FeitRij)
        .join(VragensetRij, col(VragensetRij.id) == col(FeitRij.vragenset_id))
        .outerjoin(DirectieRij, col(DirectieRij.id) == col(VragensetRij.directie_id))
        .where(col(FeitRij.soort) == soort.value)
    )
    return [(code, toelichting) for code, toelichting in sessie.execute(query)]


# The people of so many rows of the newest sets are offered to who types a name: the Kamer of today, and no more.
_RECENT = 4_000


def bekende_leden(sessie: Session) -> tuple[Lid, ...]:
    """The members who asked lately, with the fractie of the last time, those of the newest sets first."""
    leden: dict[str, Lid] = {}
    for rij in _recent(sessie):
        if rij.rol == "indiener":
            leden.setdefault(rij.naam or "", Lid(rij.naam or "", rij.fractie))
    return tuple(leden.values())


def bekende_bewindspersonen(sessie: Session) -> tuple[Bewindspersoon, ...]:
    """The ministers of the newest sets as written, newest first."""
    personen = (Bewindspersoon(r.functie or "", r.naam, r.portefeuille) for r in _recent(sessie) if r.rol != "indiener")
    return tuple(dict.fromkeys(personen))


def _recent(sessie: Session) -> Sequence[Any]:
    """Each of them once, as written, the last one first."""
    wie = [getattr(BetrokkeneRij, naam) for naam in ("rol", "naam", "fractie", "functie", "portefeuille")]
    nieuwste = sa.select(col(BetrokkeneRij.id), *wie).order_by(col(BetrokkeneRij.id).desc()).limit(_RECENT).subquery()
    groep = [nieuwste.c[kolom.key] for kolom in wie]
    query = sa.select(*groep).group_by(*groep).order_by(sa.func.max(nieuwste.c.id).desc())
    return sessie.execute(query).all()


@dataclass(frozen=True, slots=True)
class Behandeling:
    """Who handled a set, and in which directie; the ids only of whom something can still be given to."""

    behandelaar: str | None
    directie: str | None
    behandelaar_id: int | None
    directie_id: int | None


def behandelingen(sessie: Session, sleutels: Collection[str]) -> dict[str, Behandeling]:
    """Per set who handled it. An account that was closed keeps its name."""
    actief = sa.case((col(GebruikerRij.actief), col(GebruikerRij.id)))
    query = (
        sa.select(col(VragensetRij.sleutel), col(GebruikerRij.naam), col(DirectieRij.code), actief, col(DirectieRij.id))
        .select_from(VragensetRij)
        .outerjoin(GebruikerRij, col(GebruikerRij.id) == col(VragensetRij.behandelaar_id))
        .outerjoin(DirectieRij, col(DirectieRij.id) == col(VragensetRij.directie_id))
        .where(col(VragensetRij.sleutel).in_(sleutels))
    )
    return {rij[0]: Behandeling(*rij[1:]) for rij in sessie.execute(query)}


def set_ids(sessie: Session) -> list[int]:
    """The ids of all sets, oldest first."""
    return list(sessie.execute(sa.select(col(VragensetRij.id)).order_by(col(VragensetRij.id))).scalars())


def aangesproken(sessie: Session, sleutel: str | None = None) -> list[tuple[VragensetRij, str, Bewindspersoon]]:
    """The sets that nothing ended yet, or this one of them, each with whom it is addressed to and who signs, as written."""
    einde = [soort.value for soort in SLUITEND]
    gesloten = sa.select(col(FeitRij.vragenset_id)).where(col(FeitRij.soort).in_(einde))
    query = (
        sa.select(VragensetRij, BetrokkeneRij)
        .join(BetrokkeneRij, col(BetrokkeneRij.vragenset_id) == col(VragensetRij.id))
        .where(col(BetrokkeneRij.rol).in_(("gericht_aan", "ondertekenaar")))
        .where(col(VragensetRij.id).not_in(gesloten))
        .where(col(VragensetRij.sleutel) == sleutel if sleutel is not None else sa.true())
        .order_by(col(VragensetRij.id), col(BetrokkeneRij.rol), col(BetrokkeneRij.volgorde))
    )
    return [(rij, p.rol, Bewindspersoon(p.functie or "", p.naam, p.portefeuille)) for rij, p in sessie.execute(query)]


def papieren(sessie: Session) -> set[str]:
    """The sha-256 of every file a row names: papers of sets, and what lies on the pile."""
    uit: set[str] = set()
    for tabel in (DocumentRij, InnameRij):
        uit |= set(sessie.exec(select(tabel.sha256)))
    return uit - {""}  # of what was not fit to keep no bytes are left
