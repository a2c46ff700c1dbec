"""Messages: written with the act, readable without mail, sent once, and not lost when the mail server is away."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import Message
from email.policy import default

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message as Ontvanger

from kamervragen.beheer import onderhoud
from kamervragen.core.act import Huis
from kamervragen.core.actor import OPDRACHTREGEL, Wie
from kamervragen.core.store.engine import writing
from kamervragen.domain.errors import NietGevonden
from kamervragen.domain.rollen import Rol
from kamervragen.domain.status import Feitsoort, Terugstuurreden
from kamervragen.jobs import catch_up
from kamervragen.lijn import parafenlijn, route, toewijzing
from kamervragen.lijn.parafenlijn import Stapinvoer
from kamervragen.mensen import accounts, koppelingen, post
from kamervragen.mensen.gebruikers import maak, maak_directie
from kamervragen.setpagina import setblad
from kamervragen.sets.blik import zie
from kamervragen.vandaag import ochtendpost
from tests.conftest import Klok
from tests.stukken import IEDEREEN, VRAGEN, answer_all, brought, page, pass_gate

KV = "KV-000001"


class _Bus(Ontvanger):  # type: ignore[misc]
    """A mailbox that keeps what comes in."""

    def __init__(self) -> None:
        super().__init__()
        self.post: list[Message] = []

    def handle_message(self, message: Message) -> None:
        self.post.append(message_from_bytes(message.as_bytes(), policy=default))


@pytest.fixture
def bus() -> Iterator[tuple[str, list[Message]]]:
    """A mail server on this machine: its address, and what it received."""
    with socket.create_server(("127.0.0.1", 0)) as vrij:
        poort = vrij.getsockname()[1]
    ontvanger = _Bus()
    server = Controller(ontvanger, hostname="127.0.0.1", port=poort)
    server.start()
    yield f"smtp://127.0.0.1:{poort}", ontvanger.post
    server.stop()


def mens(huis: Huis, naam: str, *rollen: Rol, mail: str = "") -> Wie:
    id = maak(huis, OPDRACHTREGEL, inlognaam=naam, naam=naam, wachtwoord="een lang wachtwoord", rollen=rollen)
    accounts.wijzig(huis, OPDRACHTREGEL, id, naam=naam, mail=mail, versie=1)
    return Wie(naam, frozenset(rollen), "test", id)


def met_mail(huis: Huis, adres: str) -> Huis:
    anders = {"smtp": adres, "afzender": "kamervragen@ministerie.example", "webadres": "https://kv.example/"}
    return replace(huis, settings=huis.settings.model_copy(update=anders))


def wijs_toe(huis: Huis, aan: Wie) -> None:
    versie = page(huis).rij.versie
    toewijzing.wijs_toe(huis, IEDEREEN, KV, directie_id=None, behandelaar_id=aan.gebruiker_id, versie=versie)


def onderwerpen(huis: Huis, wie: Wie) -> list[str]:
    return [bericht.onderwerp for bericht in post.postvak(huis, wie)]


def test_who_is_given_a_set_hears_of_it_by_mail_with_a_link_to_it(huis: Huis, bus: tuple[str, list[Message]]) -> None:
    thuis = met_mail(huis, bus[0])
    joris = mens(thuis, "Joris", Rol.OPSTELLER, mail="joris@ministerie.example")
    brought(thuis, VRAGEN)
    wijs_toe(thuis, joris)
    catch_up(thuis)
    [brief] = bus[1]
    assert (brief["To"], brief["From"]) == ("joris@ministerie.example", "kamervragen@ministerie.example")
    assert (brief["Subject"], brief["Auto-Submitted"]) == ("Aan u toegewezen: gele fietsen", "auto-generated")
    tekst, _, link = brief.get_content().strip().rpartition("\n")  # type: ignore[attr-defined]
    assert tekst.strip() == (
        "Iedereen heeft u deze vragen toegewezen. U kunt ze aanvaarden, of met een reden weigeren.\n\n"
        "gele fietsen (2026Z00101, ingezonden 11 mei 2026)"
    )
    assert link.startswith("https://kv.example/koppeling/")
    pad = koppelingen.pagina_van(thuis, link.rpartition("/")[2], joris.gebruiker_id)
    assert pad == f"/vragensets/{KV}/te-doen"
    assert [bericht.verzonden_op for bericht in post.postvak(thuis, joris)] == [thuis.nu()]


def test_without_a_mail_server_or_an_address_the_message_waits_on_the_page(huis: Huis) -> None:
    joris = mens(huis, "Joris", Rol.OPSTELLER, mail="joris@ministerie.example")
    brought(huis, VRAGEN)
    wijs_toe(huis, joris)
    catch_up(huis)
    [bericht] = post.postvak(huis, joris)
    assert (bericht.onderwerp, bericht.verzonden_op) == ("Aan u toegewezen: gele fietsen", None)
    assert bericht.tekst.splitlines()[-1].startswith("http://127.0.0.1:8000/koppeling/")


def test_a_server_that_is_away_is_tried_again_and_the_message_arrives_once(
    huis: Huis, klok: Klok, bus: tuple[str, list[Message]]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as dicht:
        niemand = f"smtp://127.0.0.1:{dicht.getsockname()[1]}"
    thuis = met_mail(huis, niemand)
    joris = mens(thuis, "Joris", Rol.OPSTELLER, mail="joris@ministerie.example")
    brought(thuis, VRAGEN)
    wijs_toe(thuis, joris)
    catch_up(thuis)
    [bericht] = post.postvak(thuis, joris)
    assert bericht.verzonden_op is None
    assert (bericht.fout or "").startswith("ConnectionRefusedError")
    weer = met_mail(huis, bus[0])
    catch_up(weer)
    assert bus[1] == []  # ten minutes have not passed
    klok.vooruit(minutes=10)
    catch_up(weer)
    klok.vooruit(minutes=10)
    catch_up(weer)
    assert [brief["Subject"] for brief in bus[1]] == ["Aan u toegewezen: gele fietsen"]


def test_after_three_days_a_message_is_given_up_and_verify_says_so(huis: Huis, klok: Klok) -> None:
    with socket.create_server(("127.0.0.1", 0)) as dicht:
        thuis = met_mail(huis, f"smtp://127.0.0.1:{dicht.getsockname()[1]}")
    joris = mens(thuis, "Joris", Rol.OPSTELLER, mail="joris@ministerie.example")
    brought(thuis, VRAGEN)
    wijs_toe(thuis, joris)
    pogingen = 0
    for _ in range(3 * 24 * 6 + 3):
        pogingen += catch_up(thuis) > 0
        klok.vooruit(minutes=10)
    assert pogingen == 3 * 24 * 6 + 1
    assert [b.tekst for b in onderhoud.verify(thuis) if b.waar == "mail"] == [
        "1 berichten konden langer dan een dag niet worden gemaild. Controleer KAMERVRAGEN_SMTP."
    ]


def test_the_line_writes_to_whose_turn_it_is_and_to_who_gets_it_back(huis: Huis) -> None:
    anna = mens(huis, "Anna", Rol.OPSTELLER)
    jurist, chef = mens(huis, "Jurist", Rol.COORDINATOR), mens(huis, "Chef", Rol.LEIDINGGEVENDE)
    maak_directie(huis, OPDRACHTREGEL, "DSV", "Slachtofferbeleid")
    stappen = [
        Stapinvoer("jurist", 1, "afstemming", "coordinator", None, 1),
        Stapinvoer("directeur", 2, "paraaf", "leidinggevende", chef.gebruiker_id, 1),
    ]
    parafenlijn.zet_lijn(huis, OPDRACHTREGEL, 1, stappen)
    brought(huis, VRAGEN)
    answer_all(huis, KV, IEDEREEN)
    versie = page(huis).rij.versie
    toewijzing.wijs_toe(huis, IEDEREEN, KV, directie_id=1, behandelaar_id=anna.gebruiker_id, versie=versie)
    setblad.zet_ondertekening(
        huis,
        IEDEREEN,
        KV,
        ondertekenaar="minister Van Proef (Justitie en Veiligheid)",
        mede_namens="",
        versie=page(huis).rij.versie,
    )
    pass_gate(huis, KV, Feitsoort.CONCEPT_GEREED)
    route.zet_stap(huis, anna, KV, Feitsoort.CONCEPT_GEREED, versie=page(huis).rij.versie)
    assert (onderwerpen(huis, jurist), onderwerpen(huis, chef)) == (["Wacht op uw paraaf: gele fietsen"], [])
    eerste = zie(route.beeld, huis, jurist, KV).stappen[0].rij
    route.parafeer(huis, jurist, KV, eerste.id or 0, versie=eerste.versie)
    assert onderwerpen(huis, chef) == ["Wacht op uw paraaf: gele fietsen"]
    route.stuur_terug(huis, chef, KV, Terugstuurreden.TOON, "Schrijf het korter.", versie=page(huis).rij.versie)
    assert onderwerpen(huis, anna) == ["Teruggestuurd: gele fietsen", "Aan u toegewezen: gele fietsen"]
    assert "Toon: Schrijf het korter." in post.postvak(huis, anna)[0].tekst


def test_a_link_is_for_one_person_one_purpose_and_lets_a_stranger_in_for_one_week(huis: Huis, klok: Klok) -> None:
    anna, bram = mens(huis, "Anna", Rol.OPSTELLER), mens(huis, "Bram", Rol.COORDINATOR)
    with writing(huis.engine) as sessie:
        link = koppelingen.naar_pagina(huis, sessie, anna.gebruiker_id or 0, f"/vragensets/{KV}/te-doen")
    deel = link.rpartition("/")[2]
    assert koppelingen.pagina_van(huis, deel, anna.gebruiker_id) == f"/vragensets/{KV}/te-doen"
    with pytest.raises(NietGevonden, match="gestuurd aan Anna"):
        koppelingen.pagina_van(huis, deel, bram.gebruiker_id)
    for anders in (deel[:-1], deel + "x", deel.replace(".", "..", 1), "", "geen"):
        with pytest.raises(NietGevonden, match="klopt niet"):
            koppelingen.lees(huis, koppelingen.Soort.PAGINA, anders)
    with pytest.raises(NietGevonden, match="klopt niet"):
        koppelingen.lees(huis, koppelingen.Soort.UITNODIGING, deel)
    klok.vooruit(days=7)
    assert koppelingen.pagina_van(huis, deel, None)
    klok.vooruit(seconds=1)
    with pytest.raises(NietGevonden, match="verlopen"):
        koppelingen.pagina_van(huis, deel, None)
    assert koppelingen.pagina_van(huis, deel, anna.gebruiker_id)  # who is logged in may look there anyway
    with pytest.raises(NietGevonden, match="gestuurd aan Anna"):
        koppelingen.pagina_van(huis, deel, bram.gebruiker_id)


def test_the_morning_message_is_mailed_once_on_a_working_day(
    huis: Huis, klok: Klok, bus: tuple[str, list[Message]]
) -> None:
    thuis = met_mail(huis, bus[0])
    joris = mens(thuis, "Joris", Rol.OPSTELLER, mail="joris@ministerie.example")
    mens(thuis, "Zonder", Rol.COORDINATOR)
    brought(thuis, VRAGEN)
    wijs_toe(thuis, joris)
    assert ochtendpost.verstuur(huis) == 0  # no mail server
    assert (ochtendpost.verstuur(thuis), ochtendpost.verstuur(thuis)) == (1, 0)
    assert onderwerpen(thuis, joris)[0] == "Vandaag, 9 juni 2026"
    assert f"https://kv.example/vragensets/{KV}" in post.postvak(thuis, joris)[0].tekst
    klok.moment = datetime(2026, 6, 13, 9, 0, tzinfo=UTC)  # a Saturday
    assert ochtendpost.verstuur(thuis) == 0
    klok.moment = datetime(2026, 6, 15, 4, 29, tzinfo=UTC)  # half past six in Amsterdam comes a minute later
    assert ochtendpost.verstuur(thuis) == 0
    klok.moment += timedelta(minutes=1)
    assert ochtendpost.verstuur(thuis) == 1
