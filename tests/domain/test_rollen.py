"""Who may do what: the table once more, by hand, as 'permitted only by'. What is not written here is refused."""

from __future__ import annotations

from itertools import combinations, product

import pytest

from kamervragen.domain.rollen import Handeling, Rol, mag
from kamervragen.domain.status import Status

# handeling | permitted only by | only while
ALLEEN_DOOR = """
    sets_zien            | opsteller coordinator kamerbureau leidinggevende beheerder | altijd
    eerder_zoeken        | opsteller coordinator kamerbureau leidinggevende beheerder | altijd
    exporteren           | opsteller coordinator kamerbureau leidinggevende beheerder | altijd
    toezeggingen_zien    | opsteller coordinator kamerbureau leidinggevende beheerder | altijd
    uitstel_melden       | coordinator kamerbureau                                    | geregistreerd toegewezen concept_gereed vastgesteld
    motie_bijhouden      | opsteller coordinator                                      | altijd
    kalender_beheren     | coordinator beheerder                                      | altijd
    ambten_beheren       | coordinator beheerder                                      | altijd
    lijst_innemen        | coordinator beheerder                                      | altijd
    moties_zien          | opsteller coordinator kamerbureau leidinggevende beheerder | altijd
    document_innemen     | coordinator kamerbureau beheerder                          | altijd
    set_herstellen       | coordinator kamerbureau beheerder                          | altijd
    toewijzen            | coordinator leidinggevende                                 | geregistreerd toegewezen concept_gereed
    antwoord_schrijven   | opsteller coordinator                                      | geregistreerd toegewezen concept_gereed
    voorstel_beslissen   | opsteller coordinator                                      | altijd
    eerder_beoordelen    | opsteller coordinator                                      | altijd
    passages_beheren     | opsteller coordinator                                      | altijd
    concept_gereedmelden | opsteller coordinator                                      | toegewezen
    vaststellen          | leidinggevende                                             | concept_gereed
    verzenden            | kamerbureau                                                | vastgesteld
    toezegging_beslissen | opsteller coordinator                                      | altijd
    gebruikers_beheren   | beheerder                                                  | altijd
"""

STATUSSEN = (
    "geregistreerd",
    "toegewezen",
    "concept_gereed",
    "vastgesteld",
    "verzonden",
    "ontvangen",
    "beantwoord_bij_brief",
    "ingetrokken",
)
ROLLEN = ("opsteller", "coordinator", "kamerbureau", "leidinggevende", "beheerder")

TOEGESTAAN: dict[tuple[str, str], frozenset[str]] = {
    (rol, handeling): frozenset(STATUSSEN if wanneer == "altijd" else wanneer.split())
    for handeling, rollen, wanneer in (
        (deel.strip() for deel in regel.split("|")) for regel in ALLEEN_DOOR.strip().splitlines()
    )
    for rol in rollen.split()
}
HANDELINGEN = sorted({handeling for _, handeling in TOEGESTAAN})


def test_the_table_by_hand_names_every_rol_handeling_and_status() -> None:
    assert set(ROLLEN) == {rol.value for rol in Rol}
    assert set(STATUSSEN) == {status.value for status in Status}
    assert {*HANDELINGEN, "inloggen"} == {handeling.value for handeling in Handeling}


@pytest.mark.parametrize(("rol", "handeling"), list(product(ROLLEN, HANDELINGEN)))
def test_a_rol_may_do_a_handeling_in_exactly_these_statuses(rol: str, handeling: str) -> None:
    mogelijk = {status for status in STATUSSEN if mag(frozenset({Rol(rol)}), Handeling(handeling), Status(status))}
    assert mogelijk == TOEGESTAAN.get((rol, handeling), frozenset())


@pytest.mark.parametrize(("rol", "handeling"), list(product(ROLLEN, HANDELINGEN)))
def test_without_a_status_one_that_allows_it_is_enough(rol: str, handeling: str) -> None:
    assert mag(frozenset({Rol(rol)}), Handeling(handeling)) is ((rol, handeling) in TOEGESTAAN)


@pytest.mark.parametrize("handeling", HANDELINGEN)
def test_someone_without_a_rol_may_do_nothing(handeling: str) -> None:
    assert not mag(frozenset(), Handeling(handeling))
    assert not any(mag(frozenset(), Handeling(handeling), status) for status in Status)


def test_everyone_may_log_in_also_without_a_rol() -> None:
    assert mag(frozenset(), Handeling.INLOGGEN)
    assert all(mag(frozenset({rol}), Handeling.INLOGGEN, status) for rol, status in product(Rol, Status))


@pytest.mark.parametrize(
    ("een", "ander", "handeling"), [(*paar, handeling) for paar in combinations(ROLLEN, 2) for handeling in HANDELINGEN]
)
def test_two_roles_may_do_what_either_may_and_no_more(een: str, ander: str, handeling: str) -> None:
    samen = frozenset({Rol(een), Rol(ander)})
    mogelijk = {status for status in STATUSSEN if mag(samen, Handeling(handeling), Status(status))}
    assert mogelijk == TOEGESTAAN.get((een, handeling), frozenset()) | TOEGESTAAN.get((ander, handeling), frozenset())


def test_nobody_writes_and_signs_off_the_same_set() -> None:
    schrijvers = {rol for rol in ROLLEN if (rol, "antwoord_schrijven") in TOEGESTAAN}
    assert not schrijvers & {rol for rol in ROLLEN if (rol, "vaststellen") in TOEGESTAAN}
