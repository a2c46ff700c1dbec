"""Questions under other numbers, with everything that names a question by its label."""

from __future__ import annotations

import re
from collections.abc import Mapping

import sqlalchemy as sa
from sqlmodel import Session, col, select

from kamervragen.antwoorden.rows import AanwezigheidRij, AfwegingRij
from kamervragen.lijn.rows import BijdrageverzoekRij, OverdrachtRij, ToewijzingRij
from kamervragen.sets.rows import BronwaardeRij, VoorstelRij
from kamervragen.sets.store.vragensets import vragen

# What names a place as 'vraag-3' or 'antwoord-3'.
_MET_PLAATS = ((AfwegingRij, AfwegingRij.plaats), (BronwaardeRij, BronwaardeRij.veld), (VoorstelRij, VoorstelRij.veld))
_WEG = "-"  # before a label that is on its way: two may change places, and none is in use twice meanwhile


def hernummer(sessie: Session, id: int, nieuw: Mapping[str, str]) -> None:
    """The questions of a set under new labels (old -> new), in the order of those; who looks at one is forgotten."""
    rijen = vragen(sessie, id)
    for rij in rijen:
        rij.label = _WEG + rij.label
    sessie.flush()
    for rij in rijen:
        oud = rij.label.removeprefix(_WEG)
        rij.label = nieuw.get(oud, oud)
        rij.nummer = int(re.sub(r"\D", "", rij.label))
    for plaats, rij in enumerate(sorted(rijen, key=lambda rij: (rij.nummer, rij.label))):
        rij.volgorde = plaats
    sessie.flush()
    volgorde = {rij.label: rij.volgorde for rij in rijen}
    plekken = {f"{soort}-{oud}": f"{soort}-{label}" for oud, label in nieuw.items() for soort in ("vraag", "antwoord")}
    for tabel, kolom in _MET_PLAATS:
        van_set = sa.and_(col(tabel.vragenset_id) == id, col(kolom).in_(plekken))
        sessie.execute(sa.update(tabel).where(van_set).values({kolom: _WEG + col(kolom)}))
        for oud, plek in plekken.items():
            hier = sa.and_(col(tabel.vragenset_id) == id, col(kolom) == _WEG + oud)
            sessie.execute(sa.update(tabel).where(hier).values({kolom: plek}))
    lijsten: list[ToewijzingRij | OverdrachtRij | BijdrageverzoekRij] = [
        *sessie.exec(select(ToewijzingRij).where(ToewijzingRij.vragenset_id == id)),
        *sessie.exec(select(OverdrachtRij).where(OverdrachtRij.vragenset_id == id)),
        *sessie.exec(select(BijdrageverzoekRij).where(BijdrageverzoekRij.vragenset_id == id)),
    ]
    for lijst in lijsten:
        lijst.versie += 1  # who has a page of it open, sees that its numbers changed
        lijst.labels = sorted((nieuw.get(label, label) for label in lijst.labels), key=volgorde.__getitem__)
    sessie.execute(sa.delete(AanwezigheidRij).where(col(AanwezigheidRij.vragenset_id) == id))
    sessie.flush()
    sessie.expire_all()
