"""What waits for one person: one query over everything that can wait, each kind a part of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from kamervragen.antwoorden.rows import AanwezigheidRij, OpmerkingRij
from kamervragen.core.store import sight
from kamervragen.domain.rollen import Rol
from kamervragen.domain.status import BEWERKBAAR, IN_DE_LIJN, Status
from kamervragen.domain.toezegging import LOPEND, Toezeggingstatus
from kamervragen.hergebruik.rows import PassageRij
from kamervragen.lijn.rows import BijdrageRij, BijdrageverzoekRij, ParaafRij, RectificatieRij, ToewijzingRij
from kamervragen.papieren.rows import TerugkeerRij, TerugkeervoorstelRij
from kamervragen.register.rows import ToezeggingRij
from kamervragen.sets.rows import AntwoordRij, AntwoordVraagRij, InnameRij, VraagRij, VragensetRij
from kamervragen.sets.standrows import SetstandRij


class Werksoort(StrEnum):
    """What is asked of a person."""

    TOEWIJZEN = "toewijzen"
    AANVAARDEN = "aanvaarden"
    SCHRIJVEN = "schrijven"
    TERUGGESTUURD = "teruggestuurd"
    BIJDRAGE = "bijdrage"
    BIJDRAGE_BINNEN = "bijdrage_binnen"
    TERUGKEER = "terugkeer"
    GENOEMD = "genoemd"
    OPMERKING = "opmerking"
    BEOORDELEN = "beoordelen"
    PARAAF = "paraaf"
    VASTSTELLEN = "vaststellen"
    VERZENDEN = "verzenden"
    ONTVANGST = "ontvangst"
    UITSTEL = "uitstel"
    RECTIFICATIE_VASTSTELLEN = "rectificatie_vaststellen"
    RECTIFICATIE_VERZENDEN = "rectificatie_verzenden"
    TOEZEGGING = "toezegging"
    PASSAGE = "passage"
    STAPEL = "stapel"


@dataclass(frozen=True, slots=True)
class Persoon:
    """Whose work is asked for: his name in remarks and promises, the people he acts for, and what he may do."""

    id: int
    naam: str
    inlognaam: str
    namens: frozenset[int]
    directies: frozenset[int]
    rollen: frozenset[Rol]
    soorten: frozenset[Werksoort]


@dataclass(frozen=True, slots=True)
class Werkrij:
    """Something that waits. `nummer` is of the row it is about, `label` of the question, `tekst` what was written."""

    soort: Werksoort
    vragenset_id: int | None
    sleutel: str
    onderwerp: str
    nummer: int
    label: str
    tekst: str
    dag: date | None


_OPEN = col(SetstandRij.open).is_(True)
_LEEG: Any = sa.literal("", sa.String())
_GEEN_DAG: Any = sa.cast(sa.null(), sa.Date())
_NUL: Any = sa.literal(0)


def van(
    sessie: Session, p: Persoon, *, op: date, toezegging_tot: date, passage_tot: date, uitstel_sinds: date
) -> list[Werkrij]:
    """Everything that waits for this person on this day, in no order. One query.

    Promises due up to `toezegging_tot` and passages that end up to `passage_tot` are in it, and for who may send a
    delay notice the sets without one that were sent in up to `uitstel_sinds`.
    """
    delen = (*_van_mij(p), *_van_mijn_rol(p, uitstel_sinds), *_los(p, toezegging_tot, passage_tot))
    alles = sa.union_all(*delen).subquery()
    weg = sight.verborgen(sessie)
    rijen = sessie.execute(sa.select(alles))
    return [
        Werkrij(Werksoort(r[0]), r[1], r[2] or "", r[3] or "", r[4], r[5] or "", r[6] or "", r[7])
        for r in rijen
        if r[1] not in weg
    ]


def laatst_open(sessie: Session, gebruiker_id: int, aantal: int) -> list[tuple[str, str, str, datetime]]:
    """The questions this person had open last: key, subject, label and when; of one set the last."""
    rij = AanwezigheidRij
    query = (
        sa.select(col(VragensetRij.sleutel), col(VragensetRij.onderwerp), col(rij.label), col(rij.moment))
        .join(VragensetRij, col(VragensetRij.id) == col(rij.vragenset_id))
        .where(col(rij.gebruiker_id) == gebruiker_id)
        .order_by(col(rij.moment).desc())
        .limit(aantal * 12)
    )
    per_set: dict[str, tuple[str, str, str, datetime]] = {}
    for sleutel, onderwerp, label, moment in sessie.execute(query):
        per_set.setdefault(sleutel, (sleutel, onderwerp or sleutel, label, moment))
    return list(per_set.values())[:aantal]


def _deel(soort: Werksoort, *, nummer: Any = _NUL, label: Any = _LEEG, tekst: Any = _LEEG, dag: Any = None) -> Any:
    """A part of the union that is of a set; what it is read from and on what condition come behind it."""
    return (
        sa.select(
            sa.literal(soort.value),
            col(VragensetRij.id),
            col(VragensetRij.sleutel),
            col(VragensetRij.onderwerp),
            nummer,
            label,
            tekst,
            col(SetstandRij.laatste_dag) if dag is None else dag,
        )
        .select_from(VragensetRij)
        .join(SetstandRij, col(SetstandRij.vragenset_id) == col(VragensetRij.id))
    )


def _mijn_set(p: Persoon) -> sa.ColumnElement[bool]:
    return sa.and_(col(SetstandRij.behandelaar_id) == p.id, _OPEN)


def _van_mij(p: Persoon) -> Iterator[Any]:
    """What was given to or asked of this person by name."""
    t = ToewijzingRij
    aan_mij = sa.or_(
        col(t.behandelaar_id).in_(p.namens),
        sa.and_(col(t.behandelaar_id).is_(None), col(t.directie_id).in_(p.directies)),
    )
    if Werksoort.AANVAARDEN in p.soorten:
        yield (
            _deel(Werksoort.AANVAARDEN, nummer=col(t.id), tekst=col(t.actor))
            .join(t, col(t.vragenset_id) == col(VragensetRij.id))
            .where(_OPEN, col(t.besluit).is_(None), aan_mij)
        )
    if Werksoort.SCHRIJVEN in p.soorten:
        bezig = col(SetstandRij.status) == Status.AANVAARD.value
        telling = (
            sa.cast(col(SetstandRij.beantwoord), sa.String()) + "/" + sa.cast(col(SetstandRij.vragen), sa.String())
        )
        terug = col(SetstandRij.teruggestuurd) > 0
        yield _deel(Werksoort.SCHRIJVEN, tekst=telling).where(_mijn_set(p), bezig, ~terug)
        yield _deel(Werksoort.TERUGGESTUURD, tekst=telling).where(_mijn_set(p), bezig, terug)
        nog = col(SetstandRij.status).in_([s.value for s in BEWERKBAAR - IN_DE_LIJN])
        yield (
            _deel(Werksoort.SCHRIJVEN, nummer=col(t.id), tekst=sa.cast(col(t.labels), sa.String()))
            .join(t, col(t.vragenset_id) == col(VragensetRij.id))
            .where(
                _OPEN,
                nog,
                col(t.besluit) == "aanvaard",
                col(t.behandelaar_id) == p.id,
                sa.cast(col(t.labels), sa.String()) != "[]",
                sa.func.coalesce(col(SetstandRij.behandelaar_id), 0) != p.id,
            )
        )
        b, v = BijdrageRij, BijdrageverzoekRij
        binnen = (
            sa.select(col(b.verzoek_id).label("verzoek_id"), sa.func.min(col(b.auteur)).label("auteur"))
            .where(col(b.besluit).is_(None))
            .group_by(col(b.verzoek_id))
            .subquery()
        )
        yield (
            _deel(Werksoort.BIJDRAGE_BINNEN, nummer=col(v.id), tekst=binnen.c.auteur)
            .join(v, col(v.vragenset_id) == col(VragensetRij.id))
            .join(binnen, binnen.c.verzoek_id == col(v.id))
            .where(_OPEN, col(v.actor_id).in_(p.namens))
        )
        terugkeer, voorstel = TerugkeerRij, TerugkeervoorstelRij
        open_terug = sa.select(col(voorstel.terugkeer_id)).where(col(voorstel.besluit).is_(None)).distinct().subquery()
        yield (
            _deel(Werksoort.TERUGKEER, nummer=col(terugkeer.id), tekst=col(terugkeer.naam))
            .join(terugkeer, col(terugkeer.vragenset_id) == col(VragensetRij.id))
            .join(open_terug, open_terug.c.terugkeer_id == col(terugkeer.id))
            .where(_mijn_set(p))
        )
    v = BijdrageverzoekRij
    yield (
        _deel(Werksoort.BIJDRAGE, nummer=col(v.id), tekst=col(v.gevraagd), dag=col(v.uiterlijk))
        .join(v, col(v.vragenset_id) == col(VragensetRij.id))
        .where(
            _OPEN,
            col(v.besluit).is_(None),
            sa.or_(col(v.gebruiker_id).in_(p.namens), col(v.directie_id).in_(p.directies)),
        )
    )
    yield from _opmerkingen(p)


def _opmerkingen(p: Persoon) -> Iterator[Any]:
    o, a = OpmerkingRij, AntwoordRij
    label = (
        sa.select(sa.func.min(col(VraagRij.label)))
        .join(AntwoordVraagRij, col(AntwoordVraagRij.vraag_id) == col(VraagRij.id))
        .where(col(AntwoordVraagRij.antwoord_id) == col(a.id))
        .correlate(a)
        .scalar_subquery()
    )
    boven: Any = aliased(o)
    genoemd = sa.or_(
        *(
            sa.func.lower(col(o.tekst)).contains(f"@{naam.lower()}", autoescape=True)
            for naam in (p.naam, p.inlognaam)
            if naam
        )
    )
    los = sa.and_(col(o.opgelost_op).is_(None), sa.or_(col(o.op_id).is_(None), boven.opgelost_op.is_(None)))
    for soort, eis in (
        (Werksoort.GENOEMD, genoemd),
        (Werksoort.OPMERKING, sa.and_(col(SetstandRij.behandelaar_id) == p.id, col(o.op_id).is_(None), ~genoemd)),
    ):
        yield (
            _deel(soort, nummer=col(o.id), label=label, tekst=col(o.actor) + ": " + col(o.tekst))
            .join(a, col(a.vragenset_id) == col(VragensetRij.id))
            .join(o, col(o.antwoord_id) == col(a.id))
            .outerjoin(boven, boven.id == col(o.op_id))
            .where(_OPEN, los, col(o.actor) != p.naam, eis)
        )


def _van_mijn_rol(p: Persoon, uitstel_sinds: date) -> Iterator[Any]:
    """What waits for anyone who may do it."""
    status = col(SetstandRij.status)
    if Werksoort.TOEWIJZEN in p.soorten:
        yield _deel(Werksoort.TOEWIJZEN).where(_OPEN, status == Status.GEREGISTREERD.value)
    if Werksoort.PARAAF in p.soorten:
        mijn = ParaafRij
        eerder: Any = aliased(ParaafRij)
        beurt = sa.exists().where(
            eerder.vragenset_id == col(mijn.vragenset_id),
            eerder.besluit.is_(None),
            eerder.volgorde < col(mijn.volgorde),
        )
        rol = sa.and_(col(mijn.gebruiker_id).is_(None), col(mijn.rol).in_([rol.value for rol in p.rollen]))
        yield (
            _deel(Werksoort.PARAAF, nummer=col(mijn.id), tekst=col(mijn.naam))
            .join(mijn, col(mijn.vragenset_id) == col(VragensetRij.id))
            .where(_OPEN, col(mijn.besluit).is_(None), ~beurt, sa.or_(col(mijn.gebruiker_id).in_(p.namens), rol))
        )
    if Werksoort.VASTSTELLEN in p.soorten:
        paraaf: Any = aliased(ParaafRij)
        nog_een = sa.exists().where(paraaf.vragenset_id == col(VragensetRij.id), paraaf.besluit.is_(None))
        yield _deel(Werksoort.VASTSTELLEN).where(_OPEN, status.in_([s.value for s in IN_DE_LIJN]), ~nog_een)
    if Werksoort.VERZENDEN in p.soorten:
        yield _deel(Werksoort.VERZENDEN).where(_OPEN, status == Status.VASTGESTELD.value)
        yield _deel(Werksoort.ONTVANGST).where(status == Status.VERZONDEN.value)
    if Werksoort.UITSTEL in p.soorten:
        yield _deel(Werksoort.UITSTEL).where(
            _OPEN,
            col(SetstandRij.telt_mee).is_(True),
            col(SetstandRij.uitgesteld).is_(False),
            col(SetstandRij.ingezonden) <= uitstel_sinds,
            status.in_([s.value for s in BEWERKBAAR]),
        )
    r = RectificatieRij
    for soort, eis in (
        (Werksoort.RECTIFICATIE_VASTSTELLEN, col(r.vastgesteld_op).is_(None)),
        (Werksoort.RECTIFICATIE_VERZENDEN, col(r.vastgesteld_op).is_not(None)),
    ):
        if soort in p.soorten:
            yield (
                _deel(soort, nummer=col(r.id), tekst=col(r.reden), dag=_GEEN_DAG)
                .join(r, col(r.vragenset_id) == col(VragensetRij.id))
                .where(col(r.ingetrokken_op).is_(None), col(r.verzonden_op).is_(None), eis)
            )


def _los(p: Persoon, toezegging_tot: date, passage_tot: date) -> Iterator[Any]:
    """What does not belong to a set, or not always."""
    t = ToezeggingRij
    dag = sa.func.coalesce(col(t.interne_dag), col(t.venster_einde))
    geen: Any = sa.cast(sa.null(), sa.Integer())
    yield sa.select(
        sa.literal(Werksoort.TOEZEGGING.value), col(t.vragenset_id), _LEEG, _LEEG, col(t.id), _LEEG, col(t.zin), dag
    ).where(col(t.dossierhouder) == p.naam, col(t.status).in_([s.value for s in LOPEND]), dag <= toezegging_tot)
    if Werksoort.BEOORDELEN in p.soorten:
        yield (
            _deel(Werksoort.BEOORDELEN, nummer=sa.func.count(), dag=_GEEN_DAG)
            .join(t, col(t.vragenset_id) == col(VragensetRij.id))
            .where(col(SetstandRij.behandelaar_id) == p.id, col(t.status) == Toezeggingstatus.VOORGESTELD.value)
            .group_by(col(VragensetRij.id), col(VragensetRij.sleutel), col(VragensetRij.onderwerp))
        )
    q = PassageRij
    yield sa.select(
        sa.literal(Werksoort.PASSAGE.value), geen, _LEEG, _LEEG, col(q.id), _LEEG, col(q.titel), col(q.geldig_tot)
    ).where(col(q.eigenaar_id) == p.id, col(q.geldig_tot) <= passage_tot)
    if Werksoort.STAPEL in p.soorten:
        i = InnameRij
        yield sa.select(
            sa.literal(Werksoort.STAPEL.value), geen, _LEEG, _LEEG, col(i.id), _LEEG, col(i.naam), _GEEN_DAG
        ).where(col(i.status) == "gelezen")
