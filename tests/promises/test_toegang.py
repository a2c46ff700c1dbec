"""Promises S4, S6 and S9: no planted session, slow guessing, no forged request."""

from __future__ import annotations

import secrets

from kamervragen.core.act import Huis
from kamervragen.jobs import catch_up
from kamervragen.mensen import gebruikers
from kamervragen.web.session import COOKIE
from tests.conftest import Klok
from tests.promises import aantal, noteer
from tests.promises.web import account, bediend, bezoek
from tests.stukken import VRAGEN, brought, contents
from tests.web.bezoeker import WACHTWOORD, Bezoeker
from tests.web.paden import posts


def test_a_planted_session_is_never_adopted(huis: Huis) -> None:
    """S4: whoever plants a cookie before the log-in has nothing after it."""
    pogingen = aantal(klein=20, vol=500)
    account(huis, "anna")
    gelukt = 0
    with bediend(huis) as client:
        for _ in range(pogingen):
            geplant = secrets.token_urlsafe(32)
            slachtoffer, aanvaller = Bezoeker(client), Bezoeker(client)
            slachtoffer.koekjes[COOKIE] = aanvaller.koekjes[COOKIE] = geplant
            assert slachtoffer.log_in("anna").status_code == 303
            assert slachtoffer.sessie != geplant
            gelukt += aanvaller.get("/vragensets").status_code == 200
    assert gelukt == 0
    noteer("S4", "een geplante sessie wordt nooit overgenomen", f"{pogingen} pogingen, 0 gelukt")


def test_guessing_is_slow_and_locks_no_colleague_out(huis: Huis, klok: Klok) -> None:
    """S6: ten tries a quarter of an hour from one address; the owner still gets in from his own."""
    pogingen = aantal(klein=60, vol=2_000)
    account(huis, "anna")
    getoetst = 0
    with bediend(huis) as client:
        for nummer in range(pogingen):
            gast = Bezoeker(client)
            gast.get("/inloggen")
            antwoord = gast.post("/inloggen", {"inlognaam": "anna", "wachtwoord": f"geraden-{nummer}-wachtwoord"})
            getoetst += "Te veel mislukte pogingen" not in antwoord.text
            klok.vooruit(seconds=1)
        kwartieren = -(-pogingen // 900)
        assert getoetst <= 10 * kwartieren
    # The test client has one address; from another one the owner is let in at once.
    assert gebruikers.log_in(huis, "anna", WACHTWOORD, "elders").naam == "Anna"
    noteer(
        "S6",
        "raden gaat langzaam, en sluit niemand buiten",
        f"{pogingen} pogingen in {pogingen} s vanaf één adres: {getoetst} getoetst; de eigenaar kwam elders binnen",
    )


def test_no_forged_request_has_an_effect(huis: Huis) -> None:
    """S9: every act, from another site, from another origin, and without the token."""
    brought(huis, VRAGEN)
    account(huis, "anna")
    catch_up(huis)  # nothing for the worker of the server to do meanwhile
    vervalst = (
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://kwaad.example"},
        {"Origin": "null"},
    )
    aantal_verzoeken = 0
    with bediend(huis) as client:
        anna = bezoek(client, "anna")
        voor = contents(huis)
        for pad in posts(client.app).values():
            for koppen in vervalst:
                assert anna.post(pad, {"tekst": "x", "versie": "1"}, koppen=koppen).status_code == 403, pad
                anna.get("/vragensets")
            assert anna.post(pad, {"tekst": "x"}, token="ander").status_code == 403, pad
            anna.get("/vragensets")
            aantal_verzoeken += len(vervalst) + 1
        assert contents(huis) == voor
    noteer(
        "S9", "een vervalst verzoek heeft geen gevolg", f"{aantal_verzoeken} verzoeken op elke handeling, 0 gevolgen"
    )
