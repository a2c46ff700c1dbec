"""Getting in and out: sessions that nobody can plant, and that end."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pyotp
import pytest
import sqlalchemy as sa
from litestar import Litestar
from litestar.testing import TestClient
from sqlmodel import Session, col, select

from kamervragen.core.act import Huis
from kamervragen.core.actor import OPDRACHTREGEL
from kamervragen.core.rows import SessionRow
from kamervragen.core.store.engine import writing
from kamervragen.lijn import bijdragen
from kamervragen.mensen import accounts, koppelingen
from kamervragen.mensen.rows import GebruikerRij, LidmaatschapRij
from kamervragen.setpagina import setblad
from kamervragen.sets.blik import zie
from kamervragen.web.security import ontmasker
from kamervragen.web.session import COOKIE, INLOGCOOKIE
from tests.conftest import Klok
from tests.stukken import audit_lines, contents
from tests.web.bezoeker import WACHTWOORD, Bezoeker, melding_in
from tests.web.conftest import Bezoek


def _koekje(regels: list[str], naam: str) -> set[str]:
    """The attributes of a cookie that was set, in lower case, its value left out."""
    regel = next(regel for regel in regels if regel.startswith(f"{naam}="))
    return {deel.strip().lower() for deel in regel.split(";")[1:]}


def test_the_right_password_leads_to_the_list(gast: Bezoeker, account: Callable[[str], int]) -> None:
    account("anna")
    antwoord = gast.log_in("anna")
    assert (antwoord.status_code, antwoord.headers["location"]) == (303, "/werk")
    assert '<a class="kv-naam" href="/account">Anna</a>' in gast.get("/vragensets").text


def test_the_name_may_be_written_in_capitals_and_with_spaces(gast: Bezoeker, account: Callable[[str], int]) -> None:
    account("anna")
    assert gast.log_in("  ANNA ").status_code == 303


@pytest.mark.parametrize(
    ("inlognaam", "wachtwoord"),
    [("anna", "niet-het-wachtwoord"), ("onbekend", WACHTWOORD), ("anna", ""), ("", ""), ("anna", WACHTWOORD + " ")],
)
def test_whatever_was_wrong_the_words_are_the_same(
    gast: Bezoeker, account: Callable[[str], int], inlognaam: str, wachtwoord: str
) -> None:
    account("anna")
    antwoord = gast.log_in(inlognaam, wachtwoord)
    assert antwoord.status_code == 403
    assert melding_in(antwoord) == "De inlognaam of het wachtwoord klopt niet. Probeer het opnieuw."
    assert gast.sessie is None
    assert gast.get("/vragensets").headers["location"] == "/inloggen"


def test_the_form_keeps_the_name_and_never_the_password(gast: Bezoeker) -> None:
    antwoord = gast.log_in("anna", "fout-wachtwoord-123")
    assert 'name="inlognaam" type="text" value="anna"' in antwoord.text
    assert "fout-wachtwoord-123" not in antwoord.text


def test_after_a_mistake_the_same_form_works(gast: Bezoeker, account: Callable[[str], int]) -> None:
    account("anna")
    gast.log_in("anna", "fout")
    assert gast.post("/inloggen", {"inlognaam": "anna", "wachtwoord": WACHTWOORD}).status_code == 303


def test_ten_failures_close_the_account_for_this_address_for_a_quarter(
    gast: Bezoeker, account: Callable[[str], int], klok: Klok
) -> None:
    account("anna")
    for _ in range(10):
        assert gast.log_in("anna", "fout").status_code == 403
    antwoord = gast.log_in("anna")
    assert melding_in(antwoord) == "Te veel mislukte pogingen. Wacht een kwartier en probeer het dan opnieuw."
    klok.vooruit(minutes=15)
    assert gast.log_in("anna").status_code == 303


def test_a_colleague_is_not_locked_out_by_the_failures_of_another(gast: Bezoeker, bezoek: Bezoek) -> None:
    for _ in range(10):
        gast.log_in("anna", "fout")
    assert bezoek("bram").get("/vragensets").status_code == 200


def test_the_session_cookie_is_for_this_host_and_out_of_reach_of_scripts(
    gast: Bezoeker, account: Callable[[str], int]
) -> None:
    account("anna")
    antwoord = gast.log_in("anna")
    assert COOKIE == "__Host-sessie"
    assert _koekje(antwoord.headers.get_list("set-cookie"), COOKIE) == {"path=/", "secure", "httponly", "samesite=lax"}


def test_the_cookie_of_the_form_is_as_strict(gast: Bezoeker) -> None:
    regels = gast.get("/inloggen").headers.get_list("set-cookie")
    assert _koekje(regels, INLOGCOOKIE) == {"path=/", "secure", "httponly", "samesite=lax"}


def test_a_planted_session_is_never_adopted(gast: Bezoeker, account: Callable[[str], int], huis: Huis) -> None:
    """F1: the attacker's id means nothing before log-in, and nothing after it."""
    account("anna")
    gast.koekjes[COOKIE] = "gekozen-door-de-aanvaller"
    assert gast.get("/vragensets").headers["location"] == "/inloggen"
    assert gast.log_in("anna").status_code == 303
    assert gast.sessie is not None
    assert gast.sessie != "gekozen-door-de-aanvaller"
    aanvaller = Bezoeker(gast.client)
    aanvaller.koekjes[COOKIE] = "gekozen-door-de-aanvaller"
    assert aanvaller.get("/vragensets").headers["location"] == "/inloggen"


def test_a_planted_form_cookie_is_replaced_when_the_form_opens(gast: Bezoeker) -> None:
    gast.koekjes[INLOGCOOKIE] = "gekozen-door-de-aanvaller"
    gast.get("/inloggen")
    assert gast.koekjes[INLOGCOOKIE] != "gekozen-door-de-aanvaller"
    assert ontmasker(gast.token) == gast.koekjes[INLOGCOOKIE]


def test_a_stranger_makes_no_session(gast: Bezoeker, huis: Huis) -> None:
    gast.get("/inloggen")
    gast.get("/vragensets")
    with Session(huis.engine) as sessie:
        assert sessie.exec(select(SessionRow)).all() == []


def test_the_id_changes_at_every_log_in_and_the_old_one_dies(bezoek: Bezoek) -> None:
    anna = bezoek("anna")
    oud = anna.sessie or ""
    assert anna.post("/inloggen", {"inlognaam": "anna", "wachtwoord": WACHTWOORD}).status_code == 303
    assert anna.sessie not in (None, oud)
    assert anna.get("/vragensets").status_code == 200
    met_oude = Bezoeker(anna.client)
    met_oude.koekjes[COOKIE] = oud
    assert met_oude.get("/vragensets").headers["location"] == "/inloggen"


def test_who_is_logged_in_is_sent_on_from_the_log_in_page(bezoek: Bezoek) -> None:
    """The form there would carry the token of a stranger, and end in 'het formulier is verlopen'."""
    antwoord = bezoek("anna").get("/inloggen")
    assert (antwoord.status_code, antwoord.headers["location"]) == (303, "/werk")


def test_logging_out_ends_the_session_on_the_server(bezoek: Bezoek, huis: Huis) -> None:
    anna = bezoek("anna")
    oud = anna.sessie
    antwoord = anna.post("/uitloggen")
    assert (antwoord.status_code, antwoord.headers["location"]) == (303, "/inloggen")
    assert antwoord.headers["clear-site-data"] == '"cache", "storage"'
    assert anna.sessie is None
    anna.koekjes[COOKIE] = oud or ""
    assert anna.get("/vragensets").headers["location"] == "/inloggen"
    with Session(huis.engine) as sessie:
        assert sessie.exec(select(SessionRow)).all() == []


def test_logging_out_leaves_the_other_browser_of_the_same_person_alone(bezoek: Bezoek) -> None:
    thuis, kantoor = bezoek("anna"), bezoek("anna")
    thuis.post("/uitloggen")
    assert kantoor.get("/vragensets").status_code == 200


def test_half_an_hour_of_rest_ends_a_session(bezoek: Bezoek, klok: Klok) -> None:
    anna, bram = bezoek("anna"), bezoek("bram")
    klok.vooruit(minutes=29, seconds=59)
    assert anna.get("/vragensets").status_code == 200
    klok.vooruit(seconds=1)
    assert bram.get("/vragensets").headers["location"] == "/inloggen"
    assert anna.get("/vragensets").status_code == 200


def test_twelve_hours_end_a_session_however_busy(bezoek: Bezoek, klok: Klok) -> None:
    anna = bezoek("anna")
    for _ in range(36):
        klok.vooruit(minutes=20)
        assert anna.get("/vragensets").status_code == 200
    klok.vooruit(seconds=1)
    assert anna.get("/vragensets").headers["location"] == "/inloggen"


def test_an_ended_session_cannot_post_either(
    bezoek: Bezoek, klok: Klok, set_met_vragen: str, inhoud: Callable[..., dict[str, object]]
) -> None:
    anna = bezoek("anna")
    voor = inhoud()
    klok.vooruit(minutes=30)
    antwoord = anna.post(f"/vragensets/{set_met_vragen}/vragen/1/antwoord", {"tekst": "Ja.", "versie": "0"})
    assert (antwoord.status_code, antwoord.headers["location"]) == (303, "/inloggen")
    assert inhoud() == voor


def test_a_role_taken_away_works_at_the_next_click(bezoek: Bezoek, huis: Huis) -> None:
    bram = bezoek("bram")
    assert bram.get("/inname").status_code == 200
    with writing(huis.engine) as sessie:
        rij = sessie.exec(select(LidmaatschapRij).where(LidmaatschapRij.rol == "coordinator")).one()
        rij.tot = huis.vandaag() - timedelta(days=1)
        sessie.add(rij)
    assert bram.get("/inname").status_code == 403
    assert bram.get("/vragensets").status_code == 403


def test_a_closed_account_is_out_at_the_next_click(bezoek: Bezoek, huis: Huis) -> None:
    anna = bezoek("anna")
    with writing(huis.engine) as sessie:
        sessie.execute(sa.update(GebruikerRij).where(col(GebruikerRij.inlognaam) == "anna").values(actief=False))
    assert anna.get("/vragensets").headers["location"] == "/inloggen"
    assert anna.log_in("anna").status_code == 403


@pytest.mark.parametrize("id", ["", "x", "é", "a" * 5000, "' OR 1=1 --", "%00", "null"])
def test_rubbish_in_the_cookie_is_nobody(gast: Bezoeker, id: str) -> None:
    gast.koekjes[COOKIE] = id
    antwoord = gast.get("/vragensets")
    assert (antwoord.status_code, antwoord.headers["location"]) == (303, "/inloggen")


def test_the_demo_accounts_show_only_in_a_demo(gast: Bezoeker) -> None:
    assert "demo-ministerie-2026" not in gast.get("/inloggen").text


def test_a_link_from_a_message_asks_to_log_in_and_then_opens_its_page(
    gast: Bezoeker, account: Callable[[str], int], huis: Huis, set_met_vragen: str
) -> None:
    account("anna")
    pad = f"/vragensets/{set_met_vragen}/te-doen"
    with Session(huis.engine) as sessie:
        link = koppelingen.naar_pagina(huis, sessie, account("anna"), pad).removeprefix(huis.settings.basis)
    formulier = gast.get(link)
    assert (formulier.status_code, "Na het inloggen opent de pagina" in formulier.text) == (200, True)
    verder = link.rpartition("/")[2]
    velden = {"inlognaam": "anna", "wachtwoord": WACHTWOORD, "verder": verder}
    assert gast.post("/inloggen", velden | {"wachtwoord": "iets anders dan dat"}).status_code == 403
    assert gast.post("/inloggen", velden).headers["location"] == pad
    assert gast.get(link).headers["location"] == pad


def test_a_link_of_a_colleague_leads_nowhere(bezoek: Bezoek, account: Callable[[str], int], huis: Huis) -> None:
    with Session(huis.engine) as sessie:
        link = koppelingen.naar_pagina(huis, sessie, account("anna"), "/vandaag").removeprefix(huis.settings.basis)
    antwoord = bezoek("bram").get(link)
    assert (antwoord.status_code, "gestuurd aan Anna" in melding_in(antwoord)) == (404, True)


def test_with_a_second_step_the_password_alone_opens_nothing(
    gast: Bezoeker, account: Callable[[str], int], huis: Huis
) -> None:
    geheim = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
    anna = account("anna")
    with writing(huis.engine) as sessie:
        sessie.get_one(GebruikerRij, anna).totp = huis.kluis.seal(geheim)
    gast.get("/inloggen")
    eerste = gast.post("/inloggen", {"inlognaam": "anna", "wachtwoord": WACHTWOORD})
    assert (eerste.status_code, gast.sessie) == (200, None)
    kaart = re.search(r'name="kaart" value="([^"]+)"', eerste.text)
    assert kaart is not None
    fout = gast.post("/inloggen/code", {"kaart": kaart[1], "code": "abc"})
    assert (fout.status_code, gast.sessie) == (403, None)
    assert gast.post("/inloggen/code", {"kaart": "nep", "code": "1"}).headers["location"] == "/inloggen"
    code = pyotp.TOTP(geheim).at(huis.nu())
    assert gast.post("/inloggen/code", {"kaart": kaart[1], "code": code}).headers["location"] == "/werk"
    assert gast.get("/vragensets").status_code == 200


def test_another_password_ends_the_sessions_elsewhere(client: TestClient[Litestar], bezoek: Bezoek, klok: Klok) -> None:
    hier, daar = bezoek("anna"), bezoek("anna")
    klok.vooruit(seconds=5)
    nieuw = "een heel ander wachtwoord"
    velden = {"oud": WACHTWOORD, "nieuw": nieuw, "herhaald": nieuw}
    assert hier.post("/account/wachtwoord", velden).headers["location"] == "/account"
    assert hier.get("/account").status_code == 200
    assert daar.get("/vragensets").headers["location"] == "/inloggen"


def test_an_invitation_opens_the_account(gast: Bezoeker, account: Callable[[str], int], huis: Huis) -> None:
    accounts.nodig_uit(huis, OPDRACHTREGEL, account("anna"))
    link = accounts.beeld(huis, OPDRACHTREGEL, account("anna")).uitnodiging.removeprefix(huis.settings.basis)
    assert "Uw inlognaam is anna" in gast.get(link).text
    kort = gast.post(link, {"wachtwoord": "kort", "herhaald": "kort"})
    assert (kort.status_code, "ten minste 15 tekens" in melding_in(kort)) == (422, True)
    nieuw = "een heel ander wachtwoord"
    assert gast.post(link, {"wachtwoord": nieuw, "herhaald": nieuw}).headers["location"] == "/inloggen"
    assert gast.log_in("anna", nieuw).status_code == 303
    assert gast.get(link).status_code == 404


def test_a_guest_with_two_tabs_can_send_both(client: TestClient[Litestar], huis: Huis, set_met_vragen: str) -> None:
    """The second page keeps the token of the first; what was typed in the first is not lost."""
    links = []
    for label in ("1", "2"):
        bijdragen.vraag(
            huis,
            OPDRACHTREGEL,
            "KV-000001",
            bijdragen.Gevraagde(naam="Defensie"),
            labels=[label],
            gevraagd="Cijfers.",
            uiterlijk=huis.vandaag(),
            met_concept=False,
            versie=zie(setblad.beeld, huis, OPDRACHTREGEL, "KV-000001").rij.versie,
        )
        link = zie(bijdragen.van_set, huis, OPDRACHTREGEL, "KV-000001")[0].link
        links.append(link.removeprefix(huis.settings.basis))
    gast = Bezoeker(client)
    gast.get(links[0])
    eerste = gast.token
    gast.get(links[1])
    antwoord = gast.post(links[0], {"auteur": "J. Ander", "tekst-1": "Twaalf."}, token=eerste)
    assert (antwoord.status_code, antwoord.headers["location"]) == (303, links[0])
    [b] = zie(bijdragen.bij_vraag, huis, OPDRACHTREGEL, "KV-000001", "1")
    assert (b.tekst, b.auteur) == ("Twaalf.", "J. Ander (via een link)")
    leeg = gast.post(links[1], {"auteur": "J. Ander", "tekst-2": " "}, token=gast.token)
    assert (leeg.status_code, "nog niets geschreven" in leeg.text) == (422, True)


def test_a_role_can_demand_a_second_step_and_until_it_is_set_nothing_else_opens(
    client: TestClient[Litestar], bezoek: Bezoek, huis: Huis
) -> None:
    eva, anna = bezoek("eva"), bezoek("anna")
    eist = huis.settings.model_copy(update={"tweede_stap_voor": "beheerder, auditor"})
    client.app.state.huis = replace(huis, settings=eist)
    assert anna.get("/vragensets").status_code == 200
    assert eva.get("/vragensets").headers["location"] == "/account"
    assert eva.htmx("/vragensets").status_code == 403
    assert eva.get("/berichten").headers["location"] == "/account"
    assert "Stel eerst uw tweede stap in" in eva.get("/account").text
    begin = eva.post("/account/tweestaps", {"stap": "begin"})
    geheim = re.search(r'name="geheim" value="([^"]+)"', begin.text)
    assert geheim is not None
    velden = {"geheim": geheim[1], "code": pyotp.TOTP(geheim[1]).at(huis.nu()), "wachtwoord": WACHTWOORD}
    assert eva.post("/account/tweestaps", velden | {"stap": "aan"}).status_code == 303
    assert eva.get("/vragensets").status_code == 200
    uit = eva.post("/account/tweestaps", {"stap": "uit", "wachtwoord": WACHTWOORD})
    assert (uit.status_code, "vraag dan de beheerder om herstel" in melding_in(uit)) == (422, True)


def test_a_name_that_nobody_has_is_kept_nowhere(gast: Bezoeker, account: Callable[[str], int], huis: Huis) -> None:
    """It may be a password, typed in the wrong field; that it was the same one is seen."""
    account("anna")
    for naam in ("Geheim-Wachtwoord-1!", "geheim-wachtwoord-1!", "iets anders", "anna"):
        gast.log_in(naam, "mis")
    inhoud = contents(huis)
    assert "geheim-wachtwoord" not in repr(inhoud).casefold()
    een, twee, drie, anna = [regel[3] for regel in audit_lines(huis)][-4:]
    assert een == twee != drie
    assert een.startswith("onbekend-")
    assert anna == "anna"
