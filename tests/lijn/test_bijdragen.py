"""Contributions: asked with a day, given here, in Word or through a link, and decided beside the question."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime

import docx
import pytest
import sqlalchemy as sa

from kamervragen.antwoorden import schrijven
from kamervragen.core.act import Huis
from kamervragen.core.actor import OPDRACHTREGEL, Wie
from kamervragen.core.store.engine import writing
from kamervragen.domain.errors import NietGevonden, NietToegestaan, Ongeldig, Verouderd
from kamervragen.domain.rollen import Rol
from kamervragen.domain.status import Feitsoort
from kamervragen.inname import hernummering
from kamervragen.lijn import bijdrageherinnering, bijdragelevering, bijdragen, controle
from kamervragen.lijn.bijdragen import Gevraagde
from kamervragen.mensen import collegas, post, vervanging
from kamervragen.mensen.gebruikers import maak, maak_directie
from kamervragen.mensen.rows import LidmaatschapRij
from kamervragen.sets import afscherming
from kamervragen.sets.blik import zie
from kamervragen.vandaag import agenda
from tests.conftest import Klok
from tests.stukken import ANTWOORD, IEDEREEN, VRAGEN, audit_lines, brought, page

KV = "KV-000001"
OP = date(2026, 6, 16)  # a week after the clock of the tests


def mens(huis: Huis, naam: str, *rollen: Rol) -> Wie:
    id = maak(huis, OPDRACHTREGEL, inlognaam=naam.lower(), naam=naam, wachtwoord="een lang wachtwoord", rollen=rollen)
    return Wie(naam, frozenset(rollen), "test", id)


def vraag(huis: Huis, wie: Wie, aan: Gevraagde, *labels: str, op: date = OP, concept: bool = False) -> int:
    return bijdragen.vraag(
        huis,
        wie,
        KV,
        aan,
        labels=labels or ("2",),
        gevraagd="Graag de cijfers over 2025.",
        uiterlijk=op,
        met_concept=concept,
        versie=page(huis).rij.versie,
    )


def onderwerpen(huis: Huis, wie: Wie) -> list[str]:
    return [bericht.onderwerp for bericht in post.postvak(huis, wie)]


def gast(huis: Huis, welke: int = 0) -> bijdragelevering.Gast:
    """Who came by the link of a request, the newest first."""
    link = zie(bijdragen.van_set, huis, IEDEREEN, KV)[welke].link
    return bijdragelevering.gast(huis, link.removeprefix(f"{huis.settings.basis}/bijdrage/"), "192.0.2.7")


def van_vraag(huis: Huis, label: str = "2") -> list[tuple[str, str, str | None]]:
    return [(b.tekst, b.auteur, b.besluit) for b in zie(bijdragen.bij_vraag, huis, IEDEREEN, KV, label)]


@pytest.fixture
def anna(huis: Huis) -> Wie:
    brought(huis, VRAGEN)
    return mens(huis, "Anna", Rol.OPSTELLER)


def test_a_colleague_is_asked_gives_and_the_drafter_takes_it_over(huis: Huis, anna: Wie) -> None:
    daan = mens(huis, "Daan", Rol.LEZER)
    schrijven.bewaar(huis, anna, KV, "2", "In 2025 verdwenen veel fietsen.", versie=0)
    id = vraag(huis, anna, Gevraagde(gebruiker_id=daan.gebruiker_id))
    assert onderwerpen(huis, daan) == ["Bijdrage gevraagd: gele fietsen"]
    assert [(p.soort, p.dag, p.mensen) for p in agenda.alles(huis, daan) if p.soort == "bijdrage"] == [
        ("bijdrage", OP, ("Daan", "Anna"))
    ]
    gevraagd = bijdragelevering.toon(huis, daan, id)
    assert [v.label for v in gevraagd.vragenset.vragen] == ["2"]
    assert gevraagd.vragenset.antwoorden == ()  # she did not choose to show what stands there
    assert bijdragelevering.lever(huis, daan, id, {"2": "Het waren er 312."}, toelichting="Bron: politie.") == 1
    assert van_vraag(huis) == [("Het waren er 312.", "Daan", None)]
    assert onderwerpen(huis, anna) == ["Bijdrage geleverd: gele fietsen"]
    [b] = zie(bijdragen.bij_vraag, huis, anna, KV, "2")
    assert (b.toelichting, b.herkomst) == ("Bron: politie.", None)
    assert bijdragen.neem_over(huis, anna, KV, "2", b.id or 0, versie=1, antwoord=1) == 2
    assert page(huis).blokken[0].antwoord.tekst == "In 2025 verdwenen veel fietsen.\n\nHet waren er 312."
    assert van_vraag(huis) == [("Het waren er 312.", "Daan", "overgenomen")]
    assert ("bijdrage_leveren", KV, "gelukt", "Daan") in audit_lines(huis)


def test_a_decision_is_taken_once_and_on_the_answer_one_saw(huis: Huis, anna: Wie) -> None:
    id = vraag(huis, anna, Gevraagde(naam="Ministerie van Defensie"))
    bijdragelevering.lever(huis, gast(huis).wie, id, {"2": "Twaalf."}, auteur="J. Ander")
    [b] = zie(bijdragen.bij_vraag, huis, anna, KV, "2")
    schrijven.bewaar(huis, anna, KV, "2", "Ja.", versie=0)
    with pytest.raises(Verouderd):  # the answer came meanwhile; the contribution is still open
        bijdragen.neem_over(huis, anna, KV, "2", b.id or 0, versie=1, antwoord=0)
    bijdragen.wijs_af(huis, anna, KV, "2", b.id or 0, versie=1)
    with pytest.raises(Verouderd):
        bijdragen.neem_over(huis, anna, KV, "2", b.id or 0, versie=1, antwoord=1)
    assert van_vraag(huis) == [("Twaalf.", "J. Ander (via een link)", "afgewezen")]
    assert page(huis).blokken[0].antwoord.tekst == "Ja."


def test_it_comes_back_as_word_with_its_notes_through_a_link(huis: Huis, anna: Wie) -> None:
    schrijven.bewaar(huis, anna, KV, "3", "Wij gaan door.", versie=0)
    id = vraag(huis, anna, Gevraagde(naam="Ministerie van Defensie"), "2", "3", concept=True)
    wie = gast(huis).wie
    formulier = bijdragelevering.formulier(huis, wie, id)
    assert formulier.naam == "bijdrage-2026Z00101.docx"
    document = docx.Document(io.BytesIO(formulier.data))
    teksten = [alinea.text for alinea in document.paragraphs]
    assert teksten[2:] == [
        "Vraag 2",
        "Hoeveel gele fietsen zijn er in 2025 verdwenen?",
        "Antwoord op vraag 2",
        "",
        "Vraag 3",
        "Wat gaat u doen om de verdwijning te stoppen?",
        "Antwoord op vraag 3",
        "Wij gaan door.",
    ]
    document.paragraphs[teksten.index("Antwoord op vraag 2") + 1].add_run("Het waren er 312.")
    terug = io.BytesIO()
    document.save(terug)
    assert bijdragelevering.lever_document(huis, wie, id, terug.getvalue(), "terug.docx", auteur="J. Ander") == 1
    [beeld] = zie(bijdragen.van_set, huis, anna, KV)
    assert (beeld.rij.besluit, beeld.te_beslissen, beeld.leeg) == (None, ("2",), ("3",))  # half of it is still to come
    [b] = zie(bijdragen.bij_vraag, huis, anna, KV, "2")
    assert (b.tekst, b.auteur, b.herkomst) == ("Het waren er 312.", "J. Ander (via een link)", "terug.docx")
    assert van_vraag(huis, "3") == []  # what was sent along and not changed is no contribution
    assert [r for r in audit_lines(huis) if r[0] == "exporteren"] == [
        ("exporteren", KV, "gelukt", "Ministerie van Defensie (via een link)")
    ]


def test_a_note_of_the_contribution_becomes_a_note_of_the_set(huis: Huis, anna: Wie) -> None:
    id = vraag(huis, anna, Gevraagde(naam="Defensie"))
    stuk = (
        "2026Z00101\n\nVraag 2\nHoeveel gele fietsen zijn er in 2025 verdwenen?\n\nAntwoord op vraag 2\n"
        "Het waren er 312.[footnoteRef:1] [1: Kamerstukken II, 2024-2025, 33552, nr. 124.]\n"
    )
    bijdragelevering.lever_document(huis, gast(huis).wie, id, stuk.encode(), "terug.txt", auteur="J. Ander")
    [b] = zie(bijdragen.bij_vraag, huis, anna, KV, "2")
    assert b.noten == {"v1": ["Kamerstukken II, 2024-2025, 33552, nr. 124.", ""]}
    schrijven.voeg_noot_toe(huis, anna, KV, "Een eigen noot.")
    bijdragen.neem_over(huis, anna, KV, "2", b.id or 0, versie=1, antwoord=0)
    assert page(huis).blokken[0].antwoord.tekst == "Het waren er 312.[^v2]"
    assert [n.tekst for n in page(huis).noten if n.soort == "voetnoot"] == [
        "Een eigen noot.",
        "Kamerstukken II, 2024-2025, 33552, nr. 124.",
    ]


def test_a_better_text_takes_the_place_of_what_was_not_decided(huis: Huis, anna: Wie) -> None:
    id = vraag(huis, anna, Gevraagde(naam="Defensie"))
    wie = gast(huis).wie
    assert bijdragelevering.lever(huis, wie, id, {"2": "Elf."}, auteur="A") == 1
    assert bijdragelevering.lever(huis, wie, id, {"2": "Elf."}, auteur="A") == 0  # a double click
    assert bijdragelevering.lever(huis, wie, id, {"2": "Twaalf."}, auteur="B") == 1
    assert van_vraag(huis) == [("Twaalf.", "B (via een link)", None)]


@pytest.mark.parametrize(
    ("aan", "labels", "op", "wat"),
    [
        (Gevraagde(), ("2",), OP, "Kies één collega of directie"),
        (Gevraagde(gebruiker_id=1, naam="Defensie"), ("2",), OP, "Kies één collega of directie"),
        (Gevraagde(gebruiker_id=99), ("2",), OP, "bestaat niet"),
        (Gevraagde(naam="Defensie", mail="geen adres"), ("2",), OP, "mailadres klopt niet"),
        (Gevraagde(naam="Defensie"), ("9",), OP, "staat niet in deze set"),
        (Gevraagde(naam="Defensie"), ("2",), date(2026, 6, 8), "van vandaag tot een jaar vooruit"),
    ],
)
def test_what_cannot_be_asked_says_why(
    huis: Huis, anna: Wie, aan: Gevraagde, labels: tuple[str, ...], op: date, wat: str
) -> None:
    with pytest.raises(Ongeldig, match=wat):
        vraag(huis, anna, aan, *labels, op=op)
    assert zie(bijdragen.van_set, huis, anna, KV) == ()


def test_a_document_with_nothing_in_it_is_refused_with_what_to_do(huis: Huis, anna: Wie) -> None:
    id = vraag(huis, anna, Gevraagde(naam="Defensie"))
    leeg = bijdragelevering.formulier(huis, gast(huis).wie, id).data
    with pytest.raises(Ongeldig, match=r"geen bijdrage bij vraag 2\. Schrijf in het formulier"):
        bijdragelevering.lever_document(huis, gast(huis).wie, id, leeg, "leeg.docx", auteur="A")
    with pytest.raises(Ongeldig, match="nog niets geschreven"):
        bijdragelevering.lever(huis, gast(huis).wie, id, {"2": "  "}, auteur="A")
    with pytest.raises(Ongeldig, match="niet gevraagd"):
        bijdragelevering.lever(huis, gast(huis).wie, id, {"1": "Ongevraagd."}, auteur="A")
    assert van_vraag(huis, "1") == van_vraag(huis, "2") == []


def test_a_request_is_for_whom_it_is_to_and_no_other(huis: Huis, anna: Wie) -> None:
    maak_directie(huis, OPDRACHTREGEL, "DSV", "Slachtofferbeleid")
    daan, piet, chef = (
        mens(huis, "Daan", Rol.OPSTELLER),
        mens(huis, "Piet", Rol.OPSTELLER),
        mens(huis, "Chef", Rol.LEZER),
    )
    with writing(huis.engine) as sessie:
        for wie, rol in ((daan, Rol.OPSTELLER), (chef, Rol.LEIDINGGEVENDE)):
            sessie.add(LidmaatschapRij(gebruiker_id=wie.gebruiker_id, directie_id=1, rol=rol, van=date(2026, 1, 1)))
    id = vraag(huis, anna, Gevraagde(directie_id=1))
    assert (onderwerpen(huis, chef), onderwerpen(huis, daan)) == (["Bijdrage gevraagd: gele fietsen"], [])
    with pytest.raises(NietGevonden):
        bijdragelevering.toon(huis, piet, id)
    bijdragelevering.lever(huis, daan, id, {"2": "Namens de directie."})
    assert van_vraag(huis) == [("Namens de directie.", "Daan", None)]


def test_who_stands_in_hears_and_may_give(huis: Huis, anna: Wie) -> None:
    daan, piet = mens(huis, "Daan", Rol.OPSTELLER), mens(huis, "Piet", Rol.OPSTELLER)
    vervanging.meld_afwezig(
        huis, daan, door_id=piet.gebruiker_id, grond="verlof", van=date(2026, 6, 1), tot=date(2026, 6, 20)
    )
    id = vraag(huis, anna, Gevraagde(gebruiker_id=daan.gebruiker_id))
    assert onderwerpen(huis, piet) == ["Bijdrage gevraagd: gele fietsen", "U neemt waar voor Daan"]
    assert onderwerpen(huis, daan) == ["Bijdrage gevraagd: gele fietsen"]
    assert bijdragelevering.lever(huis, piet, id, {"2": "Voor Daan."}) == 1


def test_a_refusal_needs_a_reason_and_stays_in_view(huis: Huis, anna: Wie) -> None:
    id = vraag(huis, anna, Gevraagde(naam="Defensie"))
    wie = gast(huis).wie
    with pytest.raises(Ongeldig, match="waarom u niet kunt bijdragen"):
        bijdragelevering.weiger(huis, wie, id, reden=" ", versie=1)
    bijdragelevering.weiger(huis, wie, id, reden="Dit ligt bij Financiën.", auteur="J. Ander", versie=1)
    [beeld] = zie(bijdragen.van_set, huis, anna, KV)
    assert (beeld.rij.besluit, beeld.rij.reden, beeld.link) == ("geweigerd", "Dit ligt bij Financiën.", "")
    assert onderwerpen(huis, anna) == ["Geen bijdrage: gele fietsen"]
    with pytest.raises(NietToegestaan):
        bijdragelevering.lever(huis, wie, id, {"2": "Toch wel."}, auteur="A")


def test_a_link_ends_with_its_request_its_day_and_when_the_set_is_shielded(huis: Huis, anna: Wie, klok: Klok) -> None:
    chris = mens(huis, "Chris", Rol.KAMERBUREAU)
    id = vraag(huis, anna, Gevraagde(naam="Defensie"))
    link = zie(bijdragen.van_set, huis, IEDEREEN, KV)[0].link.rpartition("/")[2]
    for anders in (link[:-1], link + "x", "geen"):
        with pytest.raises(NietGevonden, match="klopt niet"):
            bijdragelevering.gast(huis, anders, "192.0.2.7")
    versie = page(huis).rij.versie
    afscherming.scherm_af(huis, chris, KV, [anna.gebruiker_id or 0], reden="Eén gezin.", versie=versie)
    with pytest.raises(NietGevonden):
        gast(huis)
    afscherming.hef_op(huis, chris, KV, versie=page(huis).rij.versie)
    assert gast(huis).verzoek_id == id
    klok.moment = datetime(2026, 6, 30, 21, 59, tzinfo=UTC)  # the last minute of the fourteenth day after
    assert bijdragelevering.gast(huis, link, "192.0.2.7").verzoek_id == id
    klok.vooruit(minutes=1)
    with pytest.raises(NietGevonden, match="verlopen"):
        bijdragelevering.gast(huis, link, "192.0.2.7")
    bijdragen.trek_in(huis, anna, KV, id, versie=1)
    klok.moment = datetime(2026, 6, 10, 9, 0, tzinfo=UTC)
    with pytest.raises(NietGevonden, match="ingetrokken"):
        bijdragelevering.gast(huis, link, "192.0.2.7")


def test_of_a_shielded_set_only_who_may_know_is_asked(huis: Huis, anna: Wie) -> None:
    chris, daan = mens(huis, "Chris", Rol.KAMERBUREAU), mens(huis, "Daan", Rol.OPSTELLER)
    versie = page(huis).rij.versie
    afscherming.scherm_af(huis, chris, KV, [anna.gebruiker_id or 0], reden="Eén gezin.", versie=versie)
    for aan in (Gevraagde(gebruiker_id=daan.gebruiker_id), Gevraagde(naam="Defensie")):
        with pytest.raises(Ongeldig, match="afgeschermd"):
            vraag(huis, anna, aan)
    assert onderwerpen(huis, daan) == []
    vraag(huis, anna, Gevraagde(gebruiker_id=chris.gebruiker_id))


def test_what_is_asked_and_what_came_hold_the_set_up(huis: Huis, anna: Wie) -> None:
    def poort() -> list[tuple[str, str, str]]:
        beelden = zie(controle.controle, huis, IEDEREEN, KV).poort
        return [(b.gebrek.code, b.gebrek.plaats, b.gebrek.wat) for b in beelden if "bijdrage" in b.gebrek.code]

    id = vraag(huis, anna, Gevraagde(naam="Defensie"))
    assert poort() == [("bijdrage_gevraagd", "vraag-2", "Defensie, 16 juni 2026")]
    bijdragelevering.lever(huis, gast(huis).wie, id, {"2": "Twaalf."}, auteur="J. Ander")
    assert poort() == [("bijdrage_onbeslist", "vraag-2", "J. Ander (via een link)")]
    bijdragen.wijs_af(huis, anna, KV, "2", 1, versie=1)
    assert poort() == []
    assert {b.stap for b in zie(controle.controle, huis, IEDEREEN, KV).poort} >= {Feitsoort.CONCEPT_GEREED}


def test_reminders_come_before_and_after_the_day_once_each(huis: Huis, anna: Wie, klok: Klok) -> None:
    """Asked on Tuesday the 9th for Tuesday the 16th: on Monday the 15th, and on Wednesday the 17th."""
    daan = mens(huis, "Daan", Rol.OPSTELLER)
    vraag(huis, anna, Gevraagde(gebruiker_id=daan.gebruiker_id))
    herinnerd = []
    for dag in range(9, 25):
        for uur in (3, 9, 15):  # before half past six in Amsterdam, and twice after it
            klok.moment = datetime(2026, 6, dag, uur, 0, tzinfo=UTC)
            if bijdrageherinnering.herinner(huis):
                herinnerd.append((dag, uur))
    assert herinnerd == [(15, 9), (17, 9)]
    assert onderwerpen(huis, daan)[:2] == ["Herinnering, bijdrage gevraagd: gele fietsen"] * 2


def test_who_cannot_be_reached_is_not_reminded(huis: Huis, anna: Wie, klok: Klok) -> None:
    id = vraag(huis, anna, Gevraagde(naam="Defensie"))
    assert not zie(bijdragen.van_set, huis, anna, KV)[0].bereikbaar
    with pytest.raises(Ongeldig, match="Geef de link zelf"):
        bijdragen.herinner(huis, anna, KV, id)
    klok.moment = datetime(2026, 6, 15, 9, 0, tzinfo=UTC)
    assert bijdrageherinnering.herinner(huis) == 0


def test_what_was_decided_is_not_changed_any_more(huis: Huis, anna: Wie) -> None:
    daan = mens(huis, "Daan", Rol.OPSTELLER)
    id = vraag(huis, anna, Gevraagde(gebruiker_id=daan.gebruiker_id), "2", "3")
    bijdragelevering.lever(huis, daan, id, {"2": "Twaalf.", "3": "Ja."})
    bijdragen.wijs_af(huis, anna, KV, "2", 1, versie=1)
    assert onderwerpen(huis, daan)[0] == "Niet overgenomen: gele fietsen"
    with pytest.raises(Ongeldig, match="Over uw bijdrage aan vraag 2 is al besloten"):
        bijdragelevering.lever(huis, daan, id, {"2": "Dertien.", "3": "Nee."})
    assert bijdragelevering.lever(huis, daan, id, {"3": "Nee."}) == 1
    assert van_vraag(huis) == [("Twaalf.", "Daan", "afgewezen")]


def test_a_reminder_by_hand_goes_once_a_day(huis: Huis, anna: Wie, klok: Klok) -> None:
    daan = mens(huis, "Daan", Rol.OPSTELLER)
    id = vraag(huis, anna, Gevraagde(gebruiker_id=daan.gebruiker_id))
    bijdragen.herinner(huis, anna, KV, id)
    with pytest.raises(Ongeldig, match="Vandaag is al"):
        bijdragen.herinner(huis, anna, KV, id)
    klok.vooruit(days=1)
    bijdragen.herinner(huis, anna, KV, id)
    assert len(onderwerpen(huis, daan)) == 3


def test_nothing_more_comes_once_the_set_is_closed(huis: Huis, anna: Wie, klok: Klok) -> None:
    daan = mens(huis, "Daan", Rol.OPSTELLER)
    id = vraag(huis, anna, Gevraagde(gebruiker_id=daan.gebruiker_id))
    brought(huis, ANTWOORD)
    with pytest.raises(NietToegestaan, match="afgedaan"):
        bijdragelevering.lever(huis, daan, id, {"2": "Te laat."})
    klok.moment = datetime(2026, 6, 15, 9, 0, tzinfo=UTC)
    assert bijdrageherinnering.herinner(huis) == 0
    assert [p for p in agenda.alles(huis, daan) if p.soort == "bijdrage"] == []
    assert bijdragelevering.toon(huis, daan, id).kan is False


def test_someone_away_is_named_so_where_one_chooses(huis: Huis, anna: Wie) -> None:
    piet = mens(huis, "Piet", Rol.OPSTELLER)
    vervanging.meld_afwezig(
        huis, anna, door_id=piet.gebruiker_id, grond="verlof", van=date(2026, 6, 1), tot=date(2026, 6, 20)
    )
    assert [c.naam for c in collegas.toewijsbaar(huis, IEDEREEN)[1]] == [
        "Anna (afwezig tot en met 20 juni 2026, vervanger Piet)",
        "Piet",
    ]


def test_nobody_outside_hears_of_a_set_that_was_shielded_since(huis: Huis, anna: Wie, klok: Klok) -> None:
    chris, daan = mens(huis, "Chris", Rol.KAMERBUREAU), mens(huis, "Daan", Rol.OPSTELLER)
    vraag(huis, anna, Gevraagde(naam="Defensie", mail="x@def.example"))
    id = vraag(huis, anna, Gevraagde(gebruiker_id=daan.gebruiker_id))
    bijdragelevering.lever(huis, daan, id, {"2": "Twaalf."})
    ids = [anna.gebruiker_id or 0]
    afscherming.scherm_af(huis, chris, KV, ids, reden="Eén gezin.", versie=page(huis).rij.versie)
    with writing(huis.engine) as sessie:
        voor = sessie.execute(sa.text("SELECT count(*) FROM bericht")).scalar_one()
    klok.moment = datetime(2026, 6, 15, 9, 0, tzinfo=UTC)
    assert bijdrageherinnering.herinner(huis) == 1  # noted, and written to nobody
    bijdragen.wijs_af(huis, anna, KV, "2", 1, versie=1)
    with writing(huis.engine) as sessie:
        assert sessie.execute(sa.text("SELECT count(*) FROM bericht")).scalar_one() == voor


def test_a_day_beyond_next_year_is_no_day(huis: Huis, anna: Wie) -> None:
    with pytest.raises(Ongeldig, match="een jaar vooruit"):
        vraag(huis, anna, Gevraagde(naam="Defensie"), op=date.max)


NOOT = (
    "2026Z00101\n\nVraag 2\nHoeveel gele fietsen zijn er in 2025 verdwenen?\n\nAntwoord op vraag 2\n"
    "Het waren er 312.[footnoteRef:1] [1: Kamerstukken II, 2024-2025, 33552, nr. 124.]\n"
)


def test_what_is_not_changed_keeps_its_notes(huis: Huis, anna: Wie) -> None:
    """The page sends every text again: one that is the same stays as it came, a changed one keeps the notes it calls."""
    id = vraag(huis, anna, Gevraagde(naam="Defensie"), "2", "3")
    wie = gast(huis).wie
    bijdragelevering.lever_document(huis, wie, id, NOOT.encode(), "terug.txt", auteur="A")
    tekst = zie(bijdragen.bij_vraag, huis, anna, KV, "2")[0].tekst
    assert bijdragelevering.lever(huis, wie, id, {"2": tekst, "3": "Niets."}, auteur="A") == 1
    assert bijdragelevering.lever(huis, wie, id, {"2": f"{tekst} Of meer.", "3": "Niets."}, auteur="A") == 1
    [b] = zie(bijdragen.bij_vraag, huis, anna, KV, "2")
    assert (b.tekst, b.noten) == (
        "Het waren er 312.[^v1] Of meer.",
        {"v1": ["Kamerstukken II, 2024-2025, 33552, nr. 124.", ""]},
    )


def test_one_may_go_back_to_what_one_wrote_before(huis: Huis, anna: Wie) -> None:
    id = vraag(huis, anna, Gevraagde(naam="Defensie"))
    wie = gast(huis).wie
    for tekst in ("A.", "B.", "A."):
        assert bijdragelevering.lever(huis, wie, id, {"2": tekst}, auteur="A") == 1
    assert van_vraag(huis) == [("A.", "A (via een link)", None)]


def test_what_was_written_for_a_question_that_got_another_number_does_not_go_astray(huis: Huis, anna: Wie) -> None:
    id = vraag(huis, anna, Gevraagde(naam="Defensie"), "2", "3")
    wie = gast(huis).wie
    document = docx.Document(io.BytesIO(bijdragelevering.formulier(huis, wie, id).data))
    teksten = [alinea.text for alinea in document.paragraphs]
    document.paragraphs[teksten.index("Antwoord op vraag 2") + 1].add_run("Het waren er 312.")
    terug = io.BytesIO()
    document.save(terug)
    hernummering.hernummer(huis, OPDRACHTREGEL, KV, {"2": "3", "3": "2"}, versie=page(huis).rij.versie)
    with pytest.raises(Verouderd, match="bij welke vraag"):
        bijdragelevering.lever(huis, wie, id, {"2": "Het waren er 312."}, auteur="A", versie=1)
    assert bijdragelevering.lever_document(huis, wie, id, terug.getvalue(), "terug.docx", auteur="A") == 1
    assert van_vraag(huis, "3") == [("Het waren er 312.", "A (via een link)", None)]  # known by its words


def test_who_asked_may_look_and_not_answer(huis: Huis, anna: Wie) -> None:
    id = vraag(huis, anna, Gevraagde(naam="Defensie"))
    assert bijdragelevering.toon(huis, anna, id).kan
    for doe in (
        lambda: bijdragelevering.lever(huis, anna, id, {"2": "Zelf."}),
        lambda: bijdragelevering.weiger(huis, anna, id, reden="Nee.", versie=1),
    ):
        with pytest.raises(NietGevonden):
            doe()


def test_a_refused_request_shows_the_concept_no_more(huis: Huis, anna: Wie) -> None:
    schrijven.bewaar(huis, anna, KV, "2", "Een concept.", versie=0)
    id = vraag(huis, anna, Gevraagde(naam="Defensie"), concept=True)
    wie = gast(huis).wie
    assert [a.tekst for a in bijdragelevering.toon(huis, wie, id).vragenset.antwoorden] == ["Een concept."]
    bijdragelevering.weiger(huis, wie, id, reden="Niet van ons.", auteur="A", versie=1)
    assert bijdragelevering.toon(huis, wie, id).vragenset.antwoorden == ()


def test_a_better_form_is_taken_though_part_of_it_was_decided(huis: Huis, anna: Wie) -> None:
    id = vraag(huis, anna, Gevraagde(naam="Defensie"), "2", "3")
    wie = gast(huis).wie
    bijdragelevering.lever(huis, wie, id, {"2": "Twaalf.", "3": "Ja."}, auteur="A")
    bijdragen.neem_over(huis, anna, KV, "2", 1, versie=1, antwoord=0)
    beter = (
        NOOT.split("Het waren")[0]
        + "Twaalf.\n\nVraag 3\nWat gaat u doen om de verdwijning te stoppen?\n\nAntwoord op vraag 3\nNee.\n"
    )
    assert bijdragelevering.lever_document(huis, wie, id, beter.encode(), "beter.txt", auteur="A") == 1
    assert van_vraag(huis, "3") == [("Nee.", "A (via een link)", None)]
