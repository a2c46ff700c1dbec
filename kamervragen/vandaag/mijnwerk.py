"""My work: everything that waits for me, soonest first and what is late on top, all from events; and what I had open."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlmodel import Session

from kamervragen.core.act import Huis, inzage
from kamervragen.core.actor import Wie
from kamervragen.documents.text.markdown import platte_tekst
from kamervragen.domain.parafenlijn import Vervanging, Vervangsoort, plan
from kamervragen.domain.rollen import Handeling, mag
from kamervragen.lijn.rows import ParaafRij
from kamervragen.lijn.store import route
from kamervragen.mensen.store import gebruikers, vervangingen
from kamervragen.vandaag.store import mijnwerk
from kamervragen.vandaag.store.mijnwerk import Persoon, Werkrij, Werksoort

_BEKEND = 5  # sets that one had open last
_TOEZEGGING_VOORAF = timedelta(days=14)
_PASSAGE_VOORAF = timedelta(days=30)
_UITSTEL_NA = timedelta(days=14)  # as `domain.termijn.uitstelsignaal`
# What one must be allowed to do before a kind of work can wait for him.
_VOOR: dict[Werksoort, Handeling] = {
    Werksoort.TOEWIJZEN: Handeling.TOEWIJZEN,
    Werksoort.AANVAARDEN: Handeling.TOEWIJZING_BESLISSEN,
    Werksoort.SCHRIJVEN: Handeling.ANTWOORD_SCHRIJVEN,
    Werksoort.BEOORDELEN: Handeling.TOEZEGGING_BESLISSEN,
    Werksoort.PARAAF: Handeling.PARAFEREN,
    Werksoort.VASTSTELLEN: Handeling.VASTSTELLEN,
    Werksoort.VERZENDEN: Handeling.VERZENDEN,
    Werksoort.UITSTEL: Handeling.UITSTEL_MELDEN,
    Werksoort.RECTIFICATIE_VASTSTELLEN: Handeling.RECTIFICATIE_VASTSTELLEN,
    Werksoort.RECTIFICATIE_VERZENDEN: Handeling.RECTIFICATIE_VERZENDEN,
    Werksoort.STAPEL: Handeling.DOCUMENT_INNEMEN,
}
_PAD = {
    Werksoort.TOEWIJZEN: "/vragensets/{sleutel}#toewijzen",
    Werksoort.AANVAARDEN: "/vragensets/{sleutel}#lijn",
    Werksoort.SCHRIJVEN: "/vragensets/{sleutel}",
    Werksoort.TERUGGESTUURD: "/vragensets/{sleutel}#lijn",
    Werksoort.BIJDRAGE: "/bijdragen/{nummer}",
    Werksoort.BIJDRAGE_BINNEN: "/vragensets/{sleutel}#bijdragen",
    Werksoort.TERUGKEER: "/vragensets/{sleutel}/terugkeer/{nummer}",
    Werksoort.GENOEMD: "/vragensets/{sleutel}/vragen/{label}#opmerkingen",
    Werksoort.OPMERKING: "/vragensets/{sleutel}/vragen/{label}#opmerkingen",
    Werksoort.BEOORDELEN: "/werklijst",
    Werksoort.PARAAF: "/vragensets/{sleutel}/te-doen",
    Werksoort.VASTSTELLEN: "/vragensets/{sleutel}/te-doen",
    Werksoort.VERZENDEN: "/vragensets/{sleutel}/te-doen",
    Werksoort.ONTVANGST: "/vragensets/{sleutel}/papieren#zending",
    Werksoort.UITSTEL: "/vragensets/{sleutel}#uitstel",
    Werksoort.RECTIFICATIE_VASTSTELLEN: "/rectificaties/{nummer}",
    Werksoort.RECTIFICATIE_VERZENDEN: "/rectificaties/{nummer}",
    Werksoort.TOEZEGGING: "/toezeggingen/{nummer}",
    Werksoort.PASSAGE: "/passages/{nummer}",
    Werksoort.STAPEL: "/inname/{nummer}",
}


@dataclass(frozen=True, slots=True)
class Stuk:
    """Something that waits: what it is about, more of it in words, where it is done, and by which day."""

    soort: Werksoort
    titel: str
    toelichting: str
    sleutel: str
    pad: str
    dag: date | None
    dagen: int | None


@dataclass(frozen=True, slots=True)
class Bekend:
    """A question one had open, and when the last time."""

    sleutel: str
    onderwerp: str
    label: str
    moment: datetime


@dataclass(frozen=True, slots=True)
class MijnWerk:
    """What waits, by how soon: late, today, within a week, later, and without a day; and what one had open."""

    te_laat: tuple[Stuk, ...]
    vandaag: tuple[Stuk, ...]
    week: tuple[Stuk, ...]
    later: tuple[Stuk, ...]
    zonder_dag: tuple[Stuk, ...]
    bekend: tuple[Bekend, ...]

    @property
    def aantal(self) -> int:
        return sum(len(groep) for groep in (self.te_laat, self.vandaag, self.week, self.later, self.zonder_dag))


def van(huis: Huis, wie: Wie) -> MijnWerk:
    """What waits for this person today."""
    op = huis.vandaag()
    with inzage(huis, wie, Handeling.EIGEN_ACCOUNT) as sessie:
        if wie.gebruiker_id is None:
            return MijnWerk((), (), (), (), (), ())
        persoon = _persoon(sessie, wie, op)
        rijen = mijnwerk.van(
            sessie,
            persoon,
            op=op,
            toezegging_tot=op + _TOEZEGGING_VOORAF,
            passage_tot=op + _PASSAGE_VOORAF,
            uitstel_sinds=op - _UITSTEL_NA,
        )
        bekend = tuple(Bekend(*rij) for rij in mijnwerk.laatst_open(sessie, persoon.id, _BEKEND))
        rijen = _op_hun_stap(rijen, route.onbeslist(sessie), op)
    stukken = sorted(
        (_stuk(rij, op) for rij in rijen if rij.soort is not Werksoort.GENOEMD or _noemt(rij.tekst, persoon)),
        key=lambda s: (s.dag or date.max, tuple(Werksoort).index(s.soort), s.pad),
    )
    met = [s for s in stukken if s.dagen is not None]
    return MijnWerk(
        te_laat=tuple(s for s in met if (s.dagen or 0) < 0),
        vandaag=tuple(s for s in met if s.dagen == 0),
        week=tuple(s for s in met if 0 < (s.dagen or 0) <= 7),
        later=tuple(s for s in met if (s.dagen or 0) > 7),
        zonder_dag=tuple(s for s in stukken if s.dagen is None),
        bekend=bekend,
    )


def _persoon(sessie: Session, wie: Wie, op: date) -> Persoon:
    assert wie.gebruiker_id is not None
    id = wie.gebruiker_id
    vervangt = {
        v.gebruiker_id
        for v in vervangingen.alle(sessie)
        if v.door_id == id and Vervanging(v.gebruiker_id, v.door_id, Vervangsoort(v.soort), v.van, v.tot).geldt(op)
    }
    soorten = {soort for soort, handeling in _VOOR.items() if mag(wie.rollen, handeling)}
    return Persoon(
        id=id,
        naam=wie.naam,
        inlognaam=gebruikers.inlognaam(sessie, id),
        namens=frozenset({id} | vervangt),
        directies=gebruikers.directies_van(sessie, id, op),
        rollen=wie.rollen,
        soorten=frozenset(soorten),
    )


def _op_hun_stap(rijen: list[Werkrij], parafen: Sequence[ParaafRij], op: date) -> list[Werkrij]:
    """An initial is due on the day of its step, and not on the last of the set: others come after it."""
    per_set: dict[int, list[ParaafRij]] = defaultdict(list)
    for paraaf in parafen:
        per_set[paraaf.vragenset_id].append(paraaf)
    uit = []
    for rij in rijen:
        ronde = per_set.get(rij.vragenset_id or 0, [])
        if rij.soort is Werksoort.PARAAF and rij.dag is not None and rij.nummer in (p.id for p in ronde):
            _concept, dagen = plan([route.als_stap(p) for p in ronde], laatste_dag=rij.dag, vanaf=op)
            dag = next(dag.dag for p, dag in zip(ronde, dagen, strict=True) if p.id == rij.nummer)
            uit.append(replace(rij, dag=dag))
        else:
            uit.append(rij)
    return uit


def _noemt(tekst: str, persoon: Persoon) -> bool:
    """Whether the name stands there whole: '@Anna' is not in '@Annabel'."""
    return any(
        re.search(rf"@{re.escape(naam)}(?!\w)", tekst, re.IGNORECASE) for naam in (persoon.naam, persoon.inlognaam)
    )


def _stuk(rij: Werkrij, op: date) -> Stuk:
    los = rij.soort in (Werksoort.TOEZEGGING, Werksoort.PASSAGE, Werksoort.STAPEL)
    tekst = platte_tekst(rij.tekst)
    if rij.soort is Werksoort.SCHRIJVEN and rij.tekst.startswith("["):
        tekst = ", ".join(json.loads(rij.tekst))
    return Stuk(
        soort=rij.soort,
        titel=tekst if los else rij.onderwerp or rij.sleutel,
        toelichting="" if los else str(rij.nummer) if rij.soort is Werksoort.BEOORDELEN else tekst,
        sleutel=rij.sleutel,
        pad=_PAD[rij.soort].format(sleutel=rij.sleutel, nummer=rij.nummer, label=rij.label),
        dag=rij.dag,
        dagen=(rij.dag - op).days if rij.dag else None,
    )
