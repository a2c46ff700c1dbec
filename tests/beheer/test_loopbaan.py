"""People over time: to another directie, or away; shown first, and then done as it was shown."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kamervragen.beheer import loopbaan
from kamervragen.core.act import Huis
from kamervragen.core.actor import OPDRACHTREGEL, Wie
from kamervragen.domain.errors import NietGevonden, NietToegestaan, Ongeldig
from kamervragen.domain.rollen import Rol
from kamervragen.lijn import toewijzing
from kamervragen.mensen import accounts, gebruikers
from kamervragen.setpagina import setblad
from kamervragen.sets.blik import zie
from tests.conftest import Klok
from tests.stukken import VRAGEN, audit_lines, brought

ZIN = "een zin van vier woorden"
VANDAAG = date(2026, 6, 9)
OUD, NIEUW = 1, 2


@pytest.fixture
def joris(huis: Huis, eva: Wie) -> int:
    """Opsteller and lezer of the first directie, lezer of the whole house; there is a keeper of accounts besides."""
    gebruikers.maak(huis, OPDRACHTREGEL, inlognaam="eva", naam="Eva", wachtwoord=ZIN, rollen=(Rol.BEHEERDER,))
    for code in ("OUD", "NIEUW"):
        gebruikers.maak_directie(huis, eva, code, f"Directie {code}")
    id = gebruikers.maak(
        huis,
        OPDRACHTREGEL,
        inlognaam="joris",
        naam="Joris",
        wachtwoord=ZIN,
        rollen=(Rol.OPSTELLER, Rol.COORDINATOR),
        directie="OUD",
    )
    accounts.geef_rol(huis, eva, id, rol="lezer", directie_id=None, van=VANDAAG, tot=None)
    return id


def _rollen(huis: Huis, eva: Wie, id: int) -> set[tuple[str, str, date, date | None]]:
    return {(lid.rij.rol, lid.directie, lid.rij.van, lid.rij.tot) for lid in accounts.beeld(huis, eva, id).rollen}


def test_who_goes_to_another_directie_has_his_roles_there_from_the_day_after(
    huis: Huis, eva: Wie, joris: int, klok: Klok
) -> None:
    laatste = VANDAAG + timedelta(days=10)
    voor = _rollen(huis, eva, joris)
    stap = loopbaan.gevolg(huis, eva, joris, naar_id=NIEUW, laatste_dag=laatste)
    assert (sorted(lid.rij.rol for lid in stap.eindigt), sorted(stap.begint), stap.open) == (
        ["coordinator", "opsteller"],
        [Rol.COORDINATOR, Rol.OPSTELLER],
        0,
    )
    assert _rollen(huis, eva, joris) == voor, "looking writes nothing"
    loopbaan.zet(huis, eva, joris, naar_id=NIEUW, laatste_dag=laatste, gezien=2)
    erna = laatste + timedelta(days=1)
    assert _rollen(huis, eva, joris) == {
        ("lezer", "", VANDAAG, None),
        *((rol, "Directie OUD", VANDAAG, laatste) for rol in ("opsteller", "coordinator")),
        *((rol, "Directie NIEUW", erna, None) for rol in ("opsteller", "coordinator")),
    }
    for dagen, codes in ((0, ("OUD",)), (10, ("OUD",)), (11, ("NIEUW",))):
        klok.vooruit(days=dagen)
        mens = gebruikers.op_id(huis, joris)
        assert mens is not None
        assert (mens.directies, Rol.OPSTELLER in mens.rollen) == (codes, True)
        klok.vooruit(days=-dagen)
    assert audit_lines(huis)[-1] == ("gebruikers_beheren", f"account-{joris}", "gelukt", "Eva")


def test_a_role_that_is_held_there_already_is_not_given_twice(huis: Huis, eva: Wie, joris: int) -> None:
    accounts.geef_rol(huis, eva, joris, rol="opsteller", directie_id=NIEUW, van=VANDAAG, tot=None)
    stap = loopbaan.gevolg(huis, eva, joris, naar_id=NIEUW, laatste_dag=VANDAAG)
    assert stap.begint == (Rol.COORDINATOR,)


def test_who_leaves_has_no_role_after_his_last_day_and_his_work_is_counted(
    huis: Huis, eva: Wie, joris: int, klok: Klok
) -> None:
    sleutel = brought(huis, VRAGEN)
    toewijzing.wijs_toe(
        huis,
        OPDRACHTREGEL,
        sleutel,
        directie_id=OUD,
        behandelaar_id=joris,
        versie=zie(setblad.beeld, huis, OPDRACHTREGEL, sleutel).rij.versie,
    )
    stap = loopbaan.gevolg(huis, eva, joris, naar_id=None, laatste_dag=VANDAAG)
    assert (len(stap.eindigt), stap.begint, stap.open > 0) == (3, (), True)
    loopbaan.zet(huis, eva, joris, naar_id=None, laatste_dag=VANDAAG, gezien=3)
    klok.vooruit(days=1)
    mens = gebruikers.op_id(huis, joris)
    assert mens is not None
    assert mens.rollen == frozenset()


@pytest.mark.parametrize(
    ("naar", "dagen", "gezien", "fout"),
    [
        (NIEUW, None, 2, "Kies de laatste dag"),
        (NIEUW, -2, 2, "Kies de laatste dag"),
        (99, 0, 2, "bestaat niet"),
        (OUD, 0, 0, "geen rol die dan eindigt"),
        (NIEUW, 0, 1, "intussen gewijzigd"),
    ],
)
def test_what_cannot_be_is_refused(
    huis: Huis, eva: Wie, joris: int, naar: int, dagen: int | None, gezien: int, fout: str
) -> None:
    dag = None if dagen is None else VANDAAG + timedelta(days=dagen)
    voor = _rollen(huis, eva, joris)
    with pytest.raises(Ongeldig, match=fout):
        loopbaan.zet(huis, eva, joris, naar_id=naar, laatste_dag=dag, gezien=gezien)
    assert _rollen(huis, eva, joris) == voor


def test_the_last_keeper_of_accounts_cannot_leave(huis: Huis, eva: Wie, joris: int) -> None:
    with pytest.raises(Ongeldig, match="geen beheerder meer"):
        loopbaan.zet(huis, eva, 1, naar_id=None, laatste_dag=VANDAAG, gezien=1)


def test_only_a_keeper_of_accounts_does_it(huis: Huis, bram: Wie, eva: Wie, joris: int) -> None:
    for doe in (
        lambda: loopbaan.gevolg(huis, bram, joris, naar_id=None, laatste_dag=VANDAAG),
        lambda: loopbaan.zet(huis, bram, joris, naar_id=None, laatste_dag=VANDAAG, gezien=3),
    ):
        with pytest.raises(NietToegestaan):
            doe()
    with pytest.raises(NietGevonden):
        loopbaan.gevolg(huis, eva, 99, naar_id=None, laatste_dag=VANDAAG)
