"""What a page reads ahead is what it would have read one by one: every reader of a dossier, in both databases."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

import pytest
import sqlalchemy as sa
from sqlmodel import Session, SQLModel, col, select

from kamervragen.storage import (
    afscherming,
    antwoorden,
    dossier,
    gebruikers,
    hergebruik,
    moties,
    overzichten,
    vragensets,
)
from kamervragen.storage.engine import lezen, schrijven
from kamervragen.storage.leesbeeld import vooruit
from kamervragen.storage.tables import AntwoordRij, AuditRij, VragensetRij
from kamervragen.usecases.handeling import Huis
from tests.web.conftest import account_van, demostuk, neem_archief_in, neem_vragen_in
from tests.web.daden import richt_in


@pytest.fixture
def vol_huis(elk_huis: Huis) -> Huis:
    """Sets in every stage, with rows in nearly every table."""
    neem_vragen_in(elk_huis)
    neem_archief_in(elk_huis)
    richt_in(elk_huis, demostuk, partial(account_van, elk_huis))
    mens, wie = account_van(elk_huis, "anna"), {"actor": "anna", "moment": elk_huis.nu()}
    with schrijven(elk_huis.engine) as sessie:
        van, naar = (vragensets.antwoorden_van(sessie, id)[0][0].id or 0 for id in (2, 1))
        vraag = vragensets.vragen(sessie, 1)[0].id or 0
        hergebruik.onthoud(sessie, naar, van, "Een. Twee.", ["Een.", "Twee."], **wie)
        hergebruik.bevestig(sessie, naar, [("Een.", "Een")], **wie)
        hergebruik.markeer_niet_bruikbaar(sessie, vraag, van, reden="oud", **wie)
        hergebruik.markeer_achterhaald(sessie, van, reden="oud", door="wet", sinds=date(2026, 1, 1), **wie)
        moties.koppel(
            sessie, naar, kamerstuk="kst-28286-203", indieners="Graus", onderwerp="hekken", zin="Zie de motie."
        )
        afscherming.scherm_af(sessie, 3, [mens], reden="geheim", **wie)
    return elk_huis


def _kaal(waarde: Any) -> Any:
    """A value without the identity of its rows."""
    if isinstance(waarde, SQLModel):
        return type(waarde).__name__, waarde.model_dump()
    if isinstance(waarde, dict):
        return {sleutel: _kaal(deel) for sleutel, deel in waarde.items()}
    if isinstance(waarde, (list, tuple)):
        return [_kaal(deel) for deel in waarde]
    return waarde


def _beeld(huis: Huis) -> Session:
    kijkend = huis.met_beeld().beeld
    assert kijkend is not None
    return kijkend.sessie()[0]


def test_a_dossier_holds_what_each_reader_would_have_read(vol_huis: Huis) -> None:
    with lezen(vol_huis.engine) as sessie:
        ids = overzichten.set_ids(sessie)
        gewoon = {(id, lezer): _kaal(lezer(sessie, id)) for id in ids for lezer in dossier._LEZERS}
    beeld = _beeld(vol_huis)
    for id in ids:
        dossier.open_dossier(beeld, id)
    gesteld: list[str] = []
    sa.event.listen(vol_huis.engine, "before_cursor_execute", lambda _c, _cur, wat, *_r: gesteld.append(wat))
    assert {(id, lezer): _kaal(lezer(beeld, id)) for id in ids for lezer in dossier._LEZERS} == gewoon
    assert gesteld == [], "what was read ahead is asked once more"
    beeld.close()
    leeg = [f"{x.__module__}.{x.__name__}" for x in dossier._LEZERS if not any(gewoon[id, x] for id in ids)]
    assert leeg == [], "of every reader something must be compared"


def test_what_was_read_ahead_is_one_object_with_what_is_read_again(vol_huis: Huis) -> None:
    beeld = _beeld(vol_huis)
    dossier.open_dossier(beeld, 1)
    eerste = vragensets.vragen(beeld, 1)[0]
    assert beeld.get(type(eerste), eerste.id) is eerste
    assert beeld.exec(select(type(eerste)).where(col(type(eerste).id) == eerste.id)).one() is eerste
    beeld.close()


def test_a_reader_that_wants_one_row_is_heard_and_asked(vol_huis: Huis) -> None:
    """It stops where it finds nothing; its question was noted before that."""

    def aantal(sessie: Session) -> int:
        return int(sessie.execute(sa.select(sa.func.count()).select_from(VragensetRij)).scalar_one())

    with lezen(vol_huis.engine) as sessie:
        verwacht = aantal(sessie)
    beeld = _beeld(vol_huis)
    vooruit(beeld, aantal)
    assert aantal(beeld) == verwacht > 0
    beeld.close()


def test_outside_a_picture_nothing_is_asked_ahead(vol_huis: Huis) -> None:
    with lezen(vol_huis.engine) as sessie:
        vooruit(sessie, lambda _s: pytest.fail("a session without a picture has nothing to lay ready"))


def test_a_moment_and_a_list_come_back_as_they_were_kept(vol_huis: Huis) -> None:
    def laatste(sessie: Session) -> AuditRij:
        return sessie.exec(select(AuditRij).order_by(col(AuditRij.id).desc()).limit(1)).one()

    beeld = _beeld(vol_huis)
    vooruit(beeld, laatste, gebruikers.alle, lambda s: vragensets.op_sleutel(s, "KV-000001"))
    rij, moment = vragensets.op_sleutel(beeld, "KV-000001"), laatste(beeld).tijdstip
    assert moment.utcoffset() is not None
    assert rij is not None
    assert isinstance(rij.kenmerken, list)
    assert all(isinstance(mens.actief, bool) for mens in gebruikers.alle(beeld))
    beeld.close()


def test_what_is_shielded_is_not_read_ahead(vol_huis: Huis) -> None:
    """The filter of a session holds inside the one statement: of a shielded set nothing comes back."""
    mens = account_van(vol_huis, "anna")
    with schrijven(vol_huis.engine) as sessie:
        moment = vol_huis.nu()
        afscherming.scherm_af(sessie, 2, [], reden="test", actor="test", moment=moment)
        antwoord_id = sessie.exec(select(AntwoordRij.id).where(AntwoordRij.vragenset_id == 2)).first()
        assert antwoord_id is not None
    beeld = _beeld(vol_huis)
    afscherming.verberg(beeld, mens)
    dossier.open_dossier(beeld, 1)
    dossier.open_dossier(beeld, 2)
    dossier.lees_waarden(beeld, [1, 2])
    vooruit(beeld, lambda s: antwoorden.teksten(s, [antwoord_id]), lambda s: vragensets.op_sleutel(s, "KV-000002"))
    with lezen(vol_huis.engine) as sessie:
        afscherming.verberg(sessie, mens)
        gewoon = {(id, lezer): _kaal(lezer(sessie, id)) for id in (1, 2) for lezer in dossier._LEZERS}
    assert {(id, lezer): _kaal(lezer(beeld, id)) for id in (1, 2) for lezer in dossier._LEZERS} == gewoon
    assert {lezer.__name__: _kaal(lezer(beeld, 2)) for lezer in (vragensets.vragen, vragensets.feitrijen)} == {
        "vragen": [], "feitrijen": [],
    }  # fmt: skip
    assert antwoorden.teksten(beeld, [antwoord_id]) == {}
    assert vragensets.op_sleutel(beeld, "KV-000002") is None
    assert vragensets.vragen(beeld, 1)
    beeld.close()
