"""Who may do what: the table once more, by hand, as 'permitted only by'. What is not written here is refused."""

from __future__ import annotations

from itertools import combinations, product

import pytest

from kamervragen.domain.rollen import Handeling, Rol, mag
from kamervragen.domain.status import Status

# handeling | permitted only by | only while
ALLEEN_DOOR = """
    sets_zien            | opsteller coordinator kamerbureau leidinggevende bureau_bewindspersoon lezer auditor beheerder  | altijd
    eerder_zoeken        | opsteller coordinator kamerbureau leidinggevende bureau_bewindspersoon lezer auditor beheerder  | altijd
    exporteren           | opsteller coordinator kamerbureau leidinggevende bureau_bewindspersoon lezer auditor beheerder  | altijd
    archiveren           | coordinator kamerbureau auditor beheerder                                                       | altijd
    toezeggingen_zien    | opsteller coordinator kamerbureau leidinggevende bureau_bewindspersoon lezer auditor beheerder  | altijd
    moties_zien          | opsteller coordinator kamerbureau leidinggevende bureau_bewindspersoon lezer auditor beheerder  | altijd
    document_innemen     | coordinator kamerbureau beheerder                                                               | altijd
    set_herstellen       | coordinator kamerbureau beheerder                                                               | altijd
    toewijzen            | coordinator leidinggevende                                                                      | geregistreerd toegewezen aanvaard concept_gereed afgestemd geparafeerd
    toewijzing_beslissen | opsteller coordinator leidinggevende                                                            | geregistreerd toegewezen aanvaard concept_gereed afgestemd geparafeerd
    overdragen           | coordinator kamerbureau                                                                         | geregistreerd toegewezen aanvaard
    bijdrage_vragen      | opsteller coordinator leidinggevende                                                            | geregistreerd toegewezen aanvaard concept_gereed afgestemd geparafeerd
    bijdrage_leveren     | opsteller coordinator kamerbureau leidinggevende bureau_bewindspersoon lezer                    | geregistreerd toegewezen aanvaard concept_gereed afgestemd geparafeerd vastgesteld
    rectificeren         | opsteller coordinator                                                                           | verzonden ontvangen
    rectificatie_vaststellen | leidinggevende bureau_bewindspersoon                                                        | verzonden ontvangen
    rectificatie_verzenden | kamerbureau                                                                                   | verzonden ontvangen
    werk_overdragen      | coordinator leidinggevende                                                                      | altijd
    afschermen           | coordinator kamerbureau leidinggevende                                                          | altijd
    antwoord_schrijven   | opsteller coordinator                                                                           | geregistreerd toegewezen aanvaard concept_gereed afgestemd geparafeerd
    voorstel_beslissen   | opsteller coordinator                                                                           | altijd
    eerder_beoordelen    | opsteller coordinator                                                                           | altijd
    passages_beheren     | opsteller coordinator                                                                           | altijd
    concept_gereedmelden | opsteller coordinator                                                                           | toegewezen aanvaard
    opmerken             | opsteller coordinator kamerbureau leidinggevende bureau_bewindspersoon                          | geregistreerd toegewezen aanvaard concept_gereed afgestemd geparafeerd vastgesteld
    afwegen              | opsteller coordinator                                                                           | geregistreerd toegewezen aanvaard concept_gereed afgestemd geparafeerd vastgesteld
    paraferen            | coordinator leidinggevende bureau_bewindspersoon                                                | concept_gereed afgestemd geparafeerd
    terugsturen          | coordinator leidinggevende bureau_bewindspersoon                                                | concept_gereed afgestemd geparafeerd vastgesteld
    vaststellen          | leidinggevende bureau_bewindspersoon                                                            | concept_gereed afgestemd geparafeerd
    gebrek_passeren      | leidinggevende bureau_bewindspersoon                                                            | geregistreerd toegewezen aanvaard concept_gereed afgestemd geparafeerd vastgesteld
    verzenden            | kamerbureau                                                                                     | vastgesteld
    uitstel_melden       | coordinator kamerbureau                                                                         | geregistreerd toegewezen aanvaard concept_gereed afgestemd geparafeerd vastgesteld
    ontvangst_melden     | coordinator kamerbureau                                                                         | verzonden
    afdoen               | coordinator kamerbureau                                                                         | geregistreerd toegewezen aanvaard concept_gereed afgestemd geparafeerd vastgesteld
    toezegging_beslissen | opsteller coordinator                                                                           | altijd
    motie_bijhouden      | opsteller coordinator                                                                           | altijd
    kalender_beheren     | coordinator beheerder                                                                           | altijd
    ambten_beheren       | coordinator beheerder                                                                           | altijd
    lijst_innemen        | coordinator beheerder                                                                           | altijd
    lijn_beheren         | coordinator beheerder                                                                           | altijd
    wetten_beheren       | coordinator beheerder                                                                           | altijd
    woorden_beheren      | coordinator beheerder                                                                           | altijd
    audit_zien           | auditor                                                                                         | altijd
    rechten_zien         | auditor beheerder                                                                               | altijd
    eigen_account        | opsteller coordinator kamerbureau leidinggevende bureau_bewindspersoon lezer auditor beheerder  | altijd
    gebruikers_beheren   | beheerder                                                                                       | altijd
    onderhouden          | beheerder                                                                                       | altijd
"""

STATUSSEN = (
    "geregistreerd",
    "toegewezen",
    "aanvaard",
    "concept_gereed",
    "afgestemd",
    "geparafeerd",
    "vastgesteld",
    "verzonden",
    "overgedragen",
    "ontvangen",
    "beantwoord_bij_brief",
    "ingetrokken",
)
ROLLEN = (
    "opsteller",
    "coordinator",
    "kamerbureau",
    "leidinggevende",
    "bureau_bewindspersoon",
    "lezer",
    "auditor",
    "beheerder",
)

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


@pytest.mark.parametrize("rol", ROLLEN)
def test_a_rol_may_each_handeling_in_exactly_these_statuses(rol: str) -> None:
    mogelijk = {
        handeling: frozenset(s for s in STATUSSEN if mag(frozenset({Rol(rol)}), Handeling(handeling), Status(s)))
        for handeling in HANDELINGEN
    }
    assert mogelijk == {handeling: TOEGESTAAN.get((rol, handeling), frozenset()) for handeling in HANDELINGEN}


@pytest.mark.parametrize("rol", ROLLEN)
def test_without_a_status_one_that_allows_it_is_enough(rol: str) -> None:
    ooit = {handeling for handeling in HANDELINGEN if mag(frozenset({Rol(rol)}), Handeling(handeling))}
    assert ooit == {handeling for handeling in HANDELINGEN if (rol, handeling) in TOEGESTAAN}


@pytest.mark.parametrize("handeling", HANDELINGEN)
def test_someone_without_a_rol_may_do_nothing(handeling: str) -> None:
    assert not mag(frozenset(), Handeling(handeling))
    assert not any(mag(frozenset(), Handeling(handeling), status) for status in Status)


def test_everyone_may_log_in_also_without_a_rol() -> None:
    assert mag(frozenset(), Handeling.INLOGGEN)
    assert all(mag(frozenset({rol}), Handeling.INLOGGEN, status) for rol, status in product(Rol, Status))


@pytest.mark.parametrize(("een", "ander"), list(combinations(ROLLEN, 2)))
def test_two_roles_may_do_what_either_may_and_no_more(een: str, ander: str) -> None:
    samen = frozenset({Rol(een), Rol(ander)})
    for handeling in HANDELINGEN:
        mogelijk = {status for status in STATUSSEN if mag(samen, Handeling(handeling), Status(status))}
        los = TOEGESTAAN.get((een, handeling), frozenset()) | TOEGESTAAN.get((ander, handeling), frozenset())
        assert mogelijk == los, handeling


def test_nobody_writes_and_signs_off_the_same_set() -> None:
    schrijvers = {rol for rol in ROLLEN if (rol, "antwoord_schrijven") in TOEGESTAAN}
    assert not schrijvers & {rol for rol in ROLLEN if (rol, "vaststellen") in TOEGESTAAN}


@pytest.mark.parametrize("rol", ["lezer", "auditor"])
def test_who_only_reads_changes_nothing(rol: str) -> None:
    lezend = {
        "sets_zien",
        "eerder_zoeken",
        "exporteren",
        "archiveren",
        "toezeggingen_zien",
        "moties_zien",
        "audit_zien",
        "rechten_zien",
        "eigen_account",
    }
    gevraagd = (
        {"bijdrage_leveren"} if rol == "lezer" else set()
    )  # a proposal beside a question, when he was asked for it
    assert {handeling for wie, handeling in TOEGESTAAN if wie == rol} <= lezend | gevraagd
