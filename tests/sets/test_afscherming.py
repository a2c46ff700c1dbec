"""A shielded set: there for those who are named, and for nobody else, wherever one looks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kamervragen.antwoorden import schrijven
from kamervragen.antwoorden.store import antwoorden as antwoordenkast
from kamervragen.antwoorden.store import hergebruik as hergebruikkast
from kamervragen.beheer import onderhoud
from kamervragen.core.act import Huis, inzage
from kamervragen.core.actor import OPDRACHTREGEL, Wie
from kamervragen.core.store.engine import writing
from kamervragen.domain.errors import NietGevonden, NietToegestaan, Ongeldig, Verouderd
from kamervragen.domain.rollen import Handeling, Rol
from kamervragen.hergebruik import archief, eerder, herkomst
from kamervragen.hergebruik.archief import Vraag
from kamervragen.inname import herstel, stapel
from kamervragen.inname.innemen import Uitkomst, neem_in
from kamervragen.jobs import catch_up
from kamervragen.lijn import route, toewijzing
from kamervragen.mensen import gebruikers, post
from kamervragen.papieren import karweien, terugkeerbeeld
from kamervragen.papieren.rows import KarweiRij, TerugkeerRij, TerugkeervoorstelRij
from kamervragen.papieren.store import terugkeer as kast
from kamervragen.register import registergegevens, toezeggingen
from kamervragen.setpagina import archiefpakket, setblad
from kamervragen.sets import afscherming, bord
from kamervragen.sets.blik import zie
from kamervragen.sets.rows import InnameRij
from kamervragen.sets.toegang import vind_set
from kamervragen.vandaag import agenda, cijfers
from tests.conftest import Klok
from tests.stukken import ANDERE_VRAGEN, ANTWOORD, IEDEREEN, VRAGEN, answer_id, audit_lines, brought

KV = "KV-000001"
ANDER = "KV-000002"
GEEN = f"De set {KV} bestaat niet. Zoek hem op in de lijst van sets."
Mens = Callable[..., Wie]


@pytest.fixture
def mens(elk_huis: Huis) -> Mens:
    """Makes someone with an account, and with these roles or with all."""

    def maak(naam: str, *rollen: Rol) -> Wie:
        van = rollen or tuple(Rol)
        id = gebruikers.maak(
            elk_huis,
            OPDRACHTREGEL,
            inlognaam=naam,
            naam=naam.capitalize(),
            wachtwoord="een lang wachtwoord",
            rollen=van,
        )
        return Wie(naam.capitalize(), frozenset(van), "test", id)

    return maak


def gevonden(huis: Huis, wie: Wie) -> set[str]:
    """The sets that a search finds; the motion that an answer cites is public, and belongs to none."""
    return {v.bron["sleutel"] for v in archief.zoek(huis, wie, Vraag("fietsen")).vondsten if v.bron["soort"] != "motie"}


@pytest.fixture
def binnen(elk_huis: Huis, mens: Mens) -> Wie:
    """KV-000001, answered and with a promise, is shielded by Bea; she alone may know of it. KV-000002 is open."""
    brought(elk_huis, VRAGEN, ANTWOORD)
    brought(elk_huis, ANDERE_VRAGEN)
    bea = mens("bea")
    scherm(elk_huis, bea)
    return bea


def scherm(huis: Huis, wie: Wie, *mensen: int, reden: str = "Het gaat om één gezin.") -> None:
    versie = zie(setblad.beeld, huis, wie, KV).rij.versie
    afscherming.scherm_af(huis, wie, KV, mensen, reden=reden, versie=versie)


def test_for_another_the_set_is_nowhere(elk_huis: Huis, binnen: Wie, mens: Mens) -> None:
    ander, antwoord = mens("cas"), answer_id(elk_huis, KV, "2")
    assert [b.regel.sleutel for b in bord.sets(elk_huis, ander)] == [ANDER]
    assert toezeggingen.lijst(elk_huis, ander) == []
    assert [p.pad for p in agenda.alles(elk_huis, ander) if KV in p.pad] == []
    assert cijfers.bereken(elk_huis, ander).geheel.open == 1
    for kijk in (
        lambda: zie(setblad.beeld, elk_huis, ander, KV),
        lambda: zie(route.beeld, elk_huis, ander, KV),
        lambda: schrijven.bewaar(elk_huis, ander, KV, "2", "Nee.", versie=1),
    ):
        with pytest.raises(NietGevonden, match=GEEN):
            kijk()
    with pytest.raises(NietGevonden):
        herkomst.gebruik(elk_huis, ander, antwoord)
    with pytest.raises(NietGevonden):
        toezeggingen.beeld(elk_huis, ander, toezeggingen.lijst(elk_huis, binnen)[0].toezegging.id or 0)


def test_for_who_is_named_it_is_as_it_was(elk_huis: Huis, binnen: Wie) -> None:
    assert {b.regel.sleutel for b in bord.sets(elk_huis, binnen)} == {KV, ANDER}
    assert len(toezeggingen.lijst(elk_huis, binnen)) == 1
    beeld = zie(afscherming.van_set, elk_huis, binnen, KV)
    assert beeld.rij is not None
    assert (beeld.rij.reden, beeld.rij.actor, [m.naam for m in beeld.ingewijden]) == (
        "Het gaat om één gezin.",
        "Bea",
        ["Bea"],
    )


def test_it_is_in_no_search_and_is_reused_by_nobody_until_the_shield_is_lifted(
    elk_huis: Huis, binnen: Wie, mens: Mens
) -> None:
    ander = mens("cas")
    vraag = "Hoeveel gele fietsen zijn er in 2025 verdwenen?"
    catch_up(elk_huis)
    for wie in (ander, binnen):
        assert eerder.zoek(elk_huis, wie, vraag) == []
        assert gevonden(elk_huis, wie) == {ANDER}
        assert zie(eerder.zoek_bij_vraag, elk_huis, wie, ANDER, "2") == []
    assert [b for b in onderhoud.verify(elk_huis) if b.waar == "zoekindex"] == []
    afscherming.hef_op(elk_huis, binnen, KV, versie=zie(setblad.beeld, elk_huis, binnen, KV).rij.versie)
    catch_up(elk_huis)
    assert eerder.zoek(elk_huis, ander, vraag)[0].treffer.eenheid.sleutel == KV
    assert zie(setblad.beeld, elk_huis, ander, KV).rij.sleutel == KV


def test_an_index_that_still_holds_it_shows_it_to_nobody_outside(elk_huis: Huis, binnen: Wie, mens: Mens) -> None:
    """The worker did not come to it yet."""
    afscherming.hef_op(elk_huis, binnen, KV, versie=zie(setblad.beeld, elk_huis, binnen, KV).rij.versie)
    ander, vraag = mens("cas"), "Hoeveel gele fietsen zijn er in 2025 verdwenen?"
    catch_up(elk_huis)
    assert eerder.zoek(elk_huis, ander, vraag)
    scherm(elk_huis, binnen)
    assert eerder.zoek(elk_huis, ander, vraag) == []
    assert gevonden(elk_huis, ander) == {ANDER}
    uitslag = archief.zoek(elk_huis, ander, Vraag("fietsen"))
    assert dict(uitslag.facetten or {})["indiener"] == (("Ander", 1),)
    assert uitslag.aantal == len(uitslag.vondsten)


def test_two_people_of_whom_one_name_begins_as_the_other_leave_a_line_each(
    elk_huis: Huis, binnen: Wie, mens: Mens
) -> None:
    for wie in (mens("caspar"), mens("cas")):
        with pytest.raises(NietGevonden):
            zie(setblad.beeld, elk_huis, wie, KV)
    assert [regel[2:] for regel in audit_lines(elk_huis)[-2:]] == [("verborgen", "Caspar"), ("verborgen", "Cas")]


def test_what_lay_on_the_pile_is_gone_from_it_for_others(elk_huis: Huis, binnen: Wie, mens: Mens) -> None:
    stapel.leg_neer(elk_huis, OPDRACHTREGEL, [("geheim gezin.txt", VRAGEN.encode())])
    catch_up(elk_huis)
    (stuk,) = stapel.stapel(elk_huis, binnen).open
    stapel.neem_op(elk_huis, binnen, stuk.id or 0, keuze=None, versie=stuk.versie)
    assert [s.sleutel for s in stapel.stapel(elk_huis, binnen).afgedaan] == [KV]
    assert stapel.stapel(elk_huis, mens("cas")).afgedaan == ()


def test_a_promise_that_was_linked_stands_without_the_shielded_one(elk_huis: Huis, binnen: Wie, mens: Mens) -> None:
    brought(elk_huis, ANTWOORD.replace("2026Z00101", "2026Z00909").replace("1601", "1909").replace("1500", "1908"))
    open_, dicht = (
        next(
            r.toezegging.id or 0 for r in toezeggingen.lijst(elk_huis, binnen) if (r.vragenset.sleutel == KV) is geheim
        )
        for geheim in (False, True)
    )
    registergegevens.verbind(elk_huis, binnen, open_, str(dicht), "herhaling")
    assert len(registergegevens.koppelingen(elk_huis, binnen, open_)) == 1
    assert registergegevens.koppelingen(elk_huis, mens("cas"), open_) == ()


def test_a_look_leaves_a_line_and_a_try_does_too_one_a_minute(
    elk_huis: Huis, binnen: Wie, mens: Mens, klok: Callable[[], object]
) -> None:
    ander, voor = mens("cas"), len(audit_lines(elk_huis))
    for _ in range(3):
        zie(setblad.beeld, elk_huis, binnen, KV)
        with pytest.raises(NietGevonden):
            zie(setblad.beeld, elk_huis, ander, KV)
        zie(setblad.beeld, elk_huis, ander, ANDER)
    nieuw = [regel for regel in audit_lines(elk_huis)[voor:] if regel[1] == KV]
    assert nieuw == [("sets_zien", KV, "gelezen", "Bea"), ("sets_zien", KV, "verborgen", "Cas")]
    klok.vooruit(minutes=2)  # type: ignore[attr-defined]
    zie(setblad.beeld, elk_huis, binnen, KV)
    assert audit_lines(elk_huis)[-1] == ("sets_zien", KV, "gelezen", "Bea")


def test_shielding_asks_a_reason_people_who_exist_and_the_newest_version(
    elk_huis: Huis, binnen: Wie, mens: Mens
) -> None:
    versie = zie(setblad.beeld, elk_huis, binnen, KV).rij.versie
    with pytest.raises(Ongeldig, match="waarom"):
        afscherming.scherm_af(elk_huis, binnen, KV, [], reden=" ", versie=versie)
    with pytest.raises(Ongeldig, match="met een account"):
        afscherming.scherm_af(elk_huis, binnen, KV, [999], reden="x", versie=versie)
    with pytest.raises(Verouderd):
        afscherming.scherm_af(elk_huis, binnen, KV, [], reden="x", versie=versie - 1)
    with pytest.raises(NietToegestaan):
        afscherming.scherm_af(elk_huis, mens("dirk", Rol.OPSTELLER), ANDER, [], reden="x", versie=1)
    with pytest.raises(Ongeldig, match="met een account"):
        afscherming.scherm_af(elk_huis, IEDEREEN, ANDER, [], reden="x", versie=1)


def test_who_handles_it_is_among_those_who_may_know(elk_huis: Huis, binnen: Wie, mens: Mens) -> None:
    cas, dirk = mens("cas"), mens("dirk")

    def wijs_toe(wie: Wie) -> None:
        versie = zie(setblad.beeld, elk_huis, binnen, ANDER).rij.versie
        toewijzing.wijs_toe(elk_huis, binnen, ANDER, directie_id=None, behandelaar_id=wie.gebruiker_id, versie=versie)

    wijs_toe(cas)
    versie = zie(setblad.beeld, elk_huis, binnen, ANDER).rij.versie
    with pytest.raises(Ongeldig, match="behandelaar"):
        afscherming.scherm_af(elk_huis, binnen, ANDER, [], reden="x", versie=versie)
    afscherming.scherm_af(elk_huis, binnen, ANDER, [cas.gebruiker_id or 0], reden="x", versie=versie)
    assert [b.regel.sleutel for b in bord.sets(elk_huis, cas)] == [ANDER]
    with pytest.raises(Ongeldig, match="mag van KV-000002 niet weten"):
        wijs_toe(dirk)


def test_a_paper_of_it_is_taken_in_only_from_who_may_know(elk_huis: Huis, binnen: Wie, mens: Mens) -> None:
    cas = mens("cas")
    later = ANTWOORD.replace("312 gele", "313 gele")
    for tekst in (VRAGEN, later):
        verslag = neem_in(elk_huis, cas, tekst.encode(), "stuk.txt")
        assert (verslag.uitkomst, verslag.sleutel) == (Uitkomst.GEWEIGERD, None)
        assert KV not in (verslag.reden or "")
    assert neem_in(elk_huis, binnen, VRAGEN.encode(), "stuk.txt").sleutel == KV
    zonder_nummer = VRAGEN.replace("2026Z00101\n", "").replace("11 mei", "12 mei")
    nieuw = neem_in(elk_huis, cas, zonder_nummer.encode(), "ander.txt")
    assert nieuw.uitkomst is Uitkomst.NIEUW
    assert zie(setblad.beeld, elk_huis, cas, nieuw.sleutel or "").voorstellen == ()


def test_what_stands_beside_no_answer_is_still_there_where_another_set_is_shielded(
    elk_huis: Huis, binnen: Wie, mens: Mens
) -> None:
    """A new answer that came back from Word belongs to no answer yet."""
    buiten = mens("buiten")
    with writing(elk_huis.engine) as sessie:
        set_id = vind_set(sessie, ANDER).id or 0
        terug = TerugkeerRij(
            vragenset_id=set_id, sha256="0" * 64, naam="concept.docx", actor="Buiten", moment=elk_huis.nu()
        )
        nieuw = TerugkeervoorstelRij(
            terugkeer_id=0,
            plaats="antwoord-1",
            soort="invoeging",
            auteur="Wim",
            gewijzigd_op="",
            basis="",
            voorgesteld="Ja.",
        )
        id = kast.voeg_toe(sessie, terug, [nieuw])
    assert [terugkeerbeeld.beeld(elk_huis, wie, ANDER, id).open for wie in (buiten, binnen)] == [1, 1]


def test_where_an_answer_came_from_is_told_without_the_shielded_set(elk_huis: Huis, binnen: Wie, mens: Mens) -> None:
    buiten = mens("buiten")
    schrijven.bewaar(elk_huis, binnen, ANDER, "1", "Ja.", versie=0)
    eigen, bron = answer_id(elk_huis, ANDER, "1"), answer_id(elk_huis, KV, "1")
    with writing(elk_huis.engine) as sessie:
        for van in (bron, eigen):
            hergebruikkast.onthoud(sessie, eigen, van, "Ja.", ["Ja."], actor="Bea", moment=elk_huis.nu())
    for wie, verwacht in ((buiten, [ANDER]), (binnen, [KV, ANDER])):
        with inzage(elk_huis, wie, Handeling.SETS_ZIEN) as sessie:
            assert [
                rij.sleutel for _h, rij in hergebruikkast.herkomst(sessie, vind_set(sessie, ANDER).id or 0)[eigen]
            ] == verwacht
        archiefpakket.archief(elk_huis, wie, ANDER)


_NIETS = "De nummers in stuk.txt passen niet bij elkaar. Controleer het zaaknummer en het Aanhangselnummer, of geef het stuk aan"


def test_a_refusal_names_no_hidden_set_and_no_number_of_it(elk_huis: Huis, binnen: Wie, mens: Mens) -> None:
    """A paper with the number of one set and the Aanhangselnummer of a shielded one."""
    botsend = ANTWOORD.replace("2026Z00101", "2026Z00202").replace("312 gele", "313 gele")
    reden = neem_in(elk_huis, mens("cas"), botsend.encode(), "stuk.txt").reden or ""
    assert reden.startswith(_NIETS)
    assert not {KV, ANDER, "2026Z00101"} & set(reden.replace(",", " ").split())
    voor_haar = neem_in(elk_huis, binnen, botsend.encode(), "stuk.txt").reden or ""
    assert f"{KV}, {ANDER} met zaaknummer 2026Z00101" in voor_haar


def test_a_number_of_a_hidden_set_is_refused_without_its_name(elk_huis: Huis, binnen: Wie, mens: Mens) -> None:
    cas = mens("cas")
    versie = zie(setblad.beeld, elk_huis, cas, ANDER).rij.versie
    with pytest.raises(Ongeldig) as fout:
        herstel.herstel(elk_huis, cas, ANDER, {"zaaknummer": "2026Z00101"}, versie=versie)
    assert KV not in str(fout.value)
    assert str(fout.value).startswith("Zaaknummer 2026Z00101 kan hier niet worden gebruikt.")
    with pytest.raises(Ongeldig, match=f"staat al bij {KV}"):
        herstel.herstel(elk_huis, binnen, ANDER, {"zaaknummer": "2026Z00101"}, versie=versie)


def test_what_was_written_before_names_it_to_nobody_outside(elk_huis: Huis, mens: Mens) -> None:
    """A proposal to join, a message, a refusal on the pile and a report of long work, all older than the shield."""
    brought(elk_huis, VRAGEN)
    brought(elk_huis, ANDERE_VRAGEN)
    bea, cas = mens("bea"), mens("cas")
    assert cas.gebruiker_id is not None
    with writing(elk_huis.engine) as sessie:
        ander = vind_set(sessie, ANDER)
        antwoordenkast.voeg_voorstel_toe(
            sessie,
            ander.id,
            antwoord_id=None,
            veld="samenvoegen",
            huidig="80",
            voorgesteld=KV,
            bron="stuk.txt",
            moment=elk_huis.nu(),
        )
        post.schrijf_aan(elk_huis, sessie, cas.gebruiker_id, "Vandaag", f"Gele fietsen: /vragensets/{KV}")
        sessie.add(
            InnameRij(
                sha256="0" * 64, naam="a.txt", status="geweigerd", reden=f"Zie {KV}.", actor="Cas", moment=elk_huis.nu()
            )
        )
        sessie.add(
            KarweiRij(soort="papieren", gebruiker_id=cas.gebruiker_id, begonnen=elk_huis.nu(), verslag=[f"{KV}: niets"])
        )

    def gelezen(wie: Wie) -> str:
        return repr(
            (
                [v.voorgesteld for v in zie(setblad.beeld, elk_huis, wie, ANDER).voorstellen],
                [bericht.tekst for bericht in post.postvak(elk_huis, wie)],
                [rij.reden for rij in stapel.stapel(elk_huis, wie).open],
                [karweien.toon(elk_huis, wie, rij.id).verslag for rij in karweien.mijn(elk_huis, wie)],
            )
        )

    assert gelezen(cas).count(KV) == 4
    scherm(elk_huis, bea)
    assert KV not in gelezen(cas)
    assert "Dit bericht noemt iets wat intussen is afgeschermd." in gelezen(cas)
    assert gelezen(bea).count(KV) == 2  # what is not of Cas alone


def test_an_export_is_asked_again_when_it_is_taken_out(elk_huis: Huis, mens: Mens, klok: Klok) -> None:
    brought(elk_huis, VRAGEN, ANTWOORD)
    bea, cas = mens("bea"), mens("cas")
    ids = [karweien.papieren_van(elk_huis, wie, [KV], "antwoord") for wie in (bea, cas)]
    catch_up(elk_huis)
    assert karweien.resultaat(elk_huis, cas, ids[1]).data
    scherm(elk_huis, bea)
    with pytest.raises(NietGevonden, match="die er voor u niet"):
        karweien.resultaat(elk_huis, cas, ids[1])
    assert karweien.resultaat(elk_huis, bea, ids[0]).data
    assert karweien.ruim_op(elk_huis) == 0
    klok.vooruit(days=7, seconds=1)
    assert karweien.ruim_op(elk_huis) == 2
    with pytest.raises(NietGevonden, match="Vraag het opnieuw aan"):
        karweien.resultaat(elk_huis, bea, ids[0])
