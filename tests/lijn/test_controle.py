"""The gate: each thing that holds a set up, from which step, and who may let it pass."""

from __future__ import annotations

import io
import zipfile

import pytest

from kamervragen.antwoorden import opmerkingen, schrijven, versies
from kamervragen.core.act import Huis
from kamervragen.core.actor import OPDRACHTREGEL, Wie
from kamervragen.domain.errors import NietGevonden, NietToegestaan, Ongeldig
from kamervragen.domain.gebreken import POORT, Gebrek, houdt_tegen, mag_passeren
from kamervragen.domain.rollen import Rol
from kamervragen.domain.status import Feitsoort
from kamervragen.lijn import controle, wetten
from kamervragen.papieren import bijlagen
from kamervragen.setpagina import setblad
from kamervragen.sets.blik import zie
from tests.stukken import ANTWOORD, IEDEREEN, VRAGEN, bring, brought, page, sql

KV = "KV-000001"
STAPPEN = ("concept_gereed", "vastgesteld", "verzonden")


def gebreken(huis: Huis) -> set[tuple[str, str, str]]:
    return {
        (b.gebrek.code, b.gebrek.plaats, b.gebrek.wat)
        for b in zie(controle.controle, huis, IEDEREEN, KV).poort
        if b.afweging is None
    }


@pytest.fixture
def gevuld(huis: Huis, anna: Wie) -> Huis:
    """Three questions, answered well; only what belongs to sending is missing."""
    brought(huis, VRAGEN)
    for label, tekst in (
        ("1", "Ja.[^b1]"),
        ("2", "In 2025 zijn 312 gele fietsen verdwenen."),
        ("3", "De politie treedt op tegen het verdwijnen van fietsen."),
    ):
        schrijven.bewaar(huis, anna, KV, label, tekst, versie=0)
    setblad.zet_ondertekening(
        huis, anna, KV, ondertekenaar="minister Van Proef (Defensie)", mede_namens="", versie=page(huis).rij.versie
    )
    return huis


OM_TE_VERZENDEN = {("geen_beslisnota", "set", ""), ("geen_kenmerk", "set", "")}


def test_a_set_that_is_well_answered_lacks_only_what_belongs_to_sending(gevuld: Huis) -> None:
    assert gebreken(gevuld) == OM_TE_VERZENDEN
    assert page(gevuld).gebreken == ()
    assert page(gevuld).later == 2


TEKSTEN = [
    ("Er verdwenen 312 fietsen. Bel 06-12345678.", ("telefoon", "antwoord-2", "06-12345678")),
    ("Er verdwenen 312 fietsen van BSN 123456782.", ("bsn", "antwoord-2", "123456782")),
    ("Er verdwenen 312 fietsen, zie NL91ABNA0417164300.", ("iban", "antwoord-2", "NL91ABNA0417164300")),
    ("Er verdwenen 312 fietsen, mail piet@gmail.com.", ("mail", "antwoord-2", "piet@gmail.com")),
    ("Er verdwenen XX fietsen, of 312.", ("restant", "antwoord-2", "XX")),
    (
        "Er verdwenen 312 fietsen, zie het antwoord op vraag 9.",
        ("verwijzing_dood_in_set", "antwoord-2", "antwoord op vraag 9"),
    ),
    ("De fietsen zijn geel.", ("deelvraag_open", "vraag-2", "Hoeveel gele fietsen zijn er in 2025 verdwenen?")),
    (
        "Er zijn in 2025 geen 312 fietsen verdwenen. De politie treedt niet op tegen het verdwijnen van fietsen.",
        (
            "strijd",
            "antwoord-2",
            "De politie treedt niet op tegen het verdwijnen van fietsen. ⟷ De politie treedt op tegen het verdwijnen van fietsen.",
        ),
    ),
    (
        "Er verdwenen 312 fietsen (Wet gegevensdeling door samenwerkingsverbanden).",
        (
            "wetsnaam",
            "antwoord-2",
            "Wet gegevensdeling door samenwerkingsverbanden – Wet gegevensverwerking door samenwerkingsverbanden",
        ),
    ),
    (
        "Er verdwenen 312 fietsen. Ik zal uw Kamer voor 1 oktober 2026 informeren over de fietsen.",
        ("toezegging_open", "antwoord-2", "Ik zal uw Kamer voor 1 oktober 2026 informeren over de fietsen."),
    ),
]


@pytest.mark.parametrize(("tekst", "gebrek"), TEKSTEN)
def test_each_text_that_may_not_leave_is_named_with_its_place(
    gevuld: Huis, anna: Wie, tekst: str, gebrek: tuple[str, str, str]
) -> None:
    wetten.bewaar(
        gevuld, OPDRACHTREGEL, titel="Wet gegevensverwerking door samenwerkingsverbanden", afkorting="Wgs", bron="Stb."
    )
    schrijven.bewaar(gevuld, anna, KV, "2", tekst, versie=1)
    assert gebreken(gevuld) - OM_TE_VERZENDEN == {gebrek}


def test_what_mends_itself_is_gone(gevuld: Huis, anna: Wie) -> None:
    schrijven.bewaar(gevuld, anna, KV, "2", "Er verdwenen XX fietsen, of 312.", versie=1)
    schrijven.bewaar(gevuld, anna, KV, "2", "Er verdwenen 312 fietsen.", versie=2)
    assert gebreken(gevuld) == OM_TE_VERZENDEN


def test_each_kind_holds_up_its_step_and_those_after_it() -> None:
    for code, (eerste, _) in POORT.items():
        tegen = [stap for stap in STAPPEN if houdt_tegen(Gebrek(code, "set"), Feitsoort(stap))]
        assert tegen == list(STAPPEN[STAPPEN.index(eerste.value) :])


def test_nobody_passes_an_empty_answer_and_nobody_but_the_line_passes_personal_data() -> None:
    wie_mag = {code: {rol.value for rol in Rol if mag_passeren(code, frozenset({rol}))} for code in POORT}
    assert wie_mag["vraag_zonder_antwoord"] == wie_mag["geen_ondertekenaar"] == wie_mag["datums_kloppen_niet"] == set()
    assert wie_mag["bsn"] == wie_mag["geen_beslisnota"] == {"leidinggevende", "bureau_bewindspersoon"}
    assert wie_mag["strijd"] == wie_mag["deelvraag_open"] == {"opsteller", "coordinator"}
    assert not any(
        mag_passeren(code, frozenset({rol}))
        for code in POORT
        for rol in (Rol.LEZER, Rol.AUDITOR, Rol.BEHEERDER, Rol.KAMERBUREAU)
    )


def test_a_shortcoming_passes_with_a_reason_of_who_may_and_comes_back_with_other_words(
    gevuld: Huis, anna: Wie, frank: Wie
) -> None:
    schrijven.bewaar(gevuld, anna, KV, "2", "Er verdwenen 312 fietsen. Bel 06-12345678.", versie=1)
    daad = {"code": "telefoon", "waar": "antwoord-2", "wat": "06-12345678"}
    with pytest.raises(NietToegestaan):
        controle.passeer(gevuld, anna, KV, **daad, reden="Openbaar nummer.")
    with pytest.raises(Ongeldig, match="waarom"):
        controle.passeer(gevuld, frank, KV, **daad, reden=" ")
    with pytest.raises(NietGevonden):
        controle.passeer(gevuld, frank, KV, **{**daad, "wat": "06-87654321"}, reden="x")
    controle.passeer(gevuld, frank, KV, **daad, reden="Openbaar nummer van het meldpunt.")
    assert gebreken(gevuld) == OM_TE_VERZENDEN
    (beeld,) = [b for b in zie(controle.controle, gevuld, IEDEREEN, KV).poort if b.afweging]
    assert beeld.afweging is not None
    assert (beeld.afweging.actor, beeld.afweging.reden) == ("Frank", "Openbaar nummer van het meldpunt.")
    schrijven.bewaar(gevuld, anna, KV, "2", "Er verdwenen 312 fietsen. Bel 06-87654321.", versie=2)
    assert ("telefoon", "antwoord-2", "06-87654321") in gebreken(gevuld)


def test_a_sub_question_is_judged_by_a_person(gevuld: Huis, anna: Wie) -> None:
    vraag = "Hoeveel gele fietsen zijn er in 2025 verdwenen?"
    schrijven.bewaar(gevuld, anna, KV, "2", "De fietsen zijn geel.", versie=1)
    with pytest.raises(Ongeldig, match="waarom"):
        controle.weeg_deelvraag(gevuld, anna, KV, "2", vraag, oordeel="niet_beantwoord", reden="")
    with pytest.raises(Ongeldig, match="Kies"):
        controle.weeg_deelvraag(gevuld, anna, KV, "2", vraag, oordeel="misschien", reden="x")
    with pytest.raises(NietGevonden):
        controle.weeg_deelvraag(gevuld, anna, KV, "2", "Iets anders?", oordeel="beantwoord", reden="")
    controle.weeg_deelvraag(gevuld, anna, KV, "2", vraag, oordeel="niet_beantwoord", reden="Loopt nog onderzoek.")
    assert gebreken(gevuld) == OM_TE_VERZENDEN
    (beeld,) = [d for d in zie(controle.controle, gevuld, IEDEREEN, KV).deelvragen if d.afweging]
    assert beeld.afweging is not None
    assert (beeld.label, beeld.afweging.oordeel, beeld.afweging.reden) == (
        "2",
        "niet_beantwoord",
        "Loopt nog onderzoek.",
    )


@pytest.mark.om_de_deur
def test_a_step_is_refused_in_words_that_say_what_holds_it_up(gevuld: Huis, anna: Wie) -> None:
    from kamervragen.lijn import route

    schrijven.bewaar(gevuld, anna, KV, "2", "Er verdwenen XX fietsen, of 312.", versie=1)
    sql(
        gevuld,
        "INSERT INTO feit (vragenset_id, soort, datum, actor, moment) VALUES (1, 'toegewezen', '2026-06-01', 'x', '2026-06-01 00:00:00')",
    )
    with pytest.raises(Ongeldig, match="antwoord 2: “XX” lijkt een restant van het schrijven"):
        route.zet_stap(gevuld, anna, KV, Feitsoort.CONCEPT_GEREED, versie=page(gevuld).rij.versie)


def test_a_co_signatory_has_to_agree_and_dates_have_to_follow(huis: Huis) -> None:
    brought(huis, VRAGEN)
    bring(huis, ANTWOORD)
    assert ("mede_niet_akkoord", "set", "staatssecretaris van Defensie") in gebreken(huis)
    sql(huis, "UPDATE vragenset SET gedagtekend = '2026-06-10'")
    assert ("datums_kloppen_niet", "set", "") in gebreken(huis)


@pytest.mark.om_de_deur
def test_a_set_without_a_number_of_the_kamer_is_held_up(gevuld: Huis) -> None:
    sql(gevuld, "UPDATE vragenset SET zaaknummer = NULL")
    assert ("geen_zaaknummer", "set", "") in gebreken(gevuld)
    sql(gevuld, "UPDATE vragenset SET instrument = 'lijst_van_vragen'")
    assert ("geen_zaaknummer", "set", "") not in gebreken(gevuld)


# the beslisnota


def docx(**delen: str) -> bytes:
    """A zip with these parts, as a Word file has them."""
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as archief:
        for naam, tekst in delen.items():
            archief.writestr(naam.replace("__", "/") + ".xml", tekst)
    return uit.getvalue()


def test_a_clean_beslisnota_takes_the_shortcoming_away(gevuld: Huis, anna: Wie) -> None:
    bijlagen.voeg_toe(gevuld, anna, KV, docx(word__document="<w:p/>"), "nota.docx", soort="beslisnota")
    assert gebreken(gevuld) == {("geen_kenmerk", "set", "")}
    assert [(d.naam, d.soort) for d in page(gevuld).documenten][-1] == ("nota.docx", "beslisnota")


def test_what_a_beslisnota_still_carries_holds_the_set_up(gevuld: Huis, anna: Wie) -> None:
    nota = docx(
        word__document='<w:ins w:id="1"><w:del w:id="2"><w:vanish/>VERTROUWELIJK',
        word__comments='<w:comment w:id="0">',
        docProps__core="<dc:creator>P. Ambtenaar</dc:creator><cp:lastModifiedBy></cp:lastModifiedBy>",
    )
    bijlagen.voeg_toe(gevuld, anna, KV, nota, "nota.docx", soort="beslisnota")
    assert gebreken(gevuld) == {("geen_kenmerk", "set", "")} | {
        ("bijlage_restant", "set", f"nota.docx: {wat}")
        for wat in ("opmerkingen (1)", "wijzigingen (2)", "verborgen (1)", "namen (1)", "vertrouwelijk (1)")
    }


@pytest.mark.parametrize(
    ("naam", "data"), [("nota.txt", b"tekst"), ("nota.docx", b"geen zip"), ("nota.pdf", b"geen pdf")]
)
def test_a_beslisnota_that_is_none_is_refused_and_leaves_nothing(
    gevuld: Huis, anna: Wie, naam: str, data: bytes
) -> None:
    voor = page(gevuld).documenten
    with pytest.raises(Ongeldig):
        bijlagen.voeg_toe(gevuld, anna, KV, data, naam, soort="beslisnota")
    assert len(page(gevuld).documenten) == len(voor)


# remarks and versions


def test_a_remark_stands_until_it_is_resolved(gevuld: Huis, anna: Wie, frank: Wie) -> None:
    id = opmerkingen.merk_op(gevuld, frank, KV, "2", "Klopt dit getal?", citaat="312 gele fietsen")
    opmerkingen.merk_op(gevuld, anna, KV, "2", "Ja, nagevraagd.", op_id=id)
    assert ("opmerking_open", "antwoord-2", "Frank: Klopt dit getal?") in gebreken(gevuld)
    (beeld,) = zie(opmerkingen.bij_vraag, gevuld, anna, KV, "2")
    assert (beeld.rij.citaat, [r.tekst for r in beeld.antwoorden], beeld.staat_er) == (
        "312 gele fietsen",
        ["Ja, nagevraagd."],
        True,
    )
    schrijven.bewaar(gevuld, anna, KV, "2", "In 2025 zijn 313 fietsen verdwenen.", versie=1)
    (beeld,) = zie(opmerkingen.bij_vraag, gevuld, anna, KV, "2")
    assert not beeld.staat_er
    opmerkingen.los_op(gevuld, anna, KV, "2", id, opgelost=True)
    assert gebreken(gevuld) == OM_TE_VERZENDEN
    opmerkingen.los_op(gevuld, anna, KV, "2", id, opgelost=False)
    assert ("opmerking_open", "antwoord-2", "Frank: Klopt dit getal?") in gebreken(gevuld)


@pytest.mark.parametrize(
    ("tekst", "citaat", "op", "fout"),
    [(" ", "", None, Ongeldig), ("x", "staat er niet", None, Ongeldig), ("x", "", 99, NietGevonden)],
)
def test_a_remark_on_nothing_is_refused(
    gevuld: Huis, frank: Wie, tekst: str, citaat: str, op: int | None, fout: type[Exception]
) -> None:
    with pytest.raises(fout):
        opmerkingen.merk_op(gevuld, frank, KV, "2", tekst, citaat=citaat, op_id=op)
    with pytest.raises(NietGevonden):
        opmerkingen.los_op(gevuld, frank, KV, "2", 99, opgelost=True)


def test_two_versions_differ_word_by_word_and_nothing_is_lost(gevuld: Huis, anna: Wie) -> None:
    schrijven.bewaar(gevuld, anna, KV, "2", "In 2025 zijn 313 gele fietsen verdwenen.\n\nDat is veel.", versie=1)
    v = versies.vergelijk(gevuld, anna, KV, "2")
    assert (v.links, v.rechts, [r.versie for r in v.versies]) == ("1", "2", [2, 1])
    assert [(d.soort, d.tekst) for d in v.verschillen] == [
        ("gelijk", "In 2025 zijn "),
        ("weg", "312 "),
        ("nieuw", "313 "),
        ("gelijk", "gele fietsen verdwenen.\n\n"),
        ("nieuw", "Dat is veel."),
    ]
    for kant, tekst in (("weg", v.versies[1].tekst), ("nieuw", v.versies[0].tekst)):
        delen = "".join(d.tekst for d in v.verschillen if d.soort in ("gelijk", kant))
        assert delen.split() == tekst.split()
    with pytest.raises(NietGevonden):
        versies.vergelijk(gevuld, anna, KV, "2", van="7")
    assert versies.vergelijk(gevuld, anna, KV, "2", van="2", naar="2").verschillen[0].soort == "gelijk"
