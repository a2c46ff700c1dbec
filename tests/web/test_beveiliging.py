"""Forged requests have no effect, and every response carries every header."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from litestar import Litestar

from kamervragen.core.act import Huis
from kamervragen.web.security import KOPPEN, masker, ontmasker
from tests.web.bezoeker import HTMX, Bezoeker, melding_in
from tests.web.conftest import Bezoek
from tests.web.daden import DADEN, SET, VRAAG, ZONDER_SPOOR, doe, verzoek_van
from tests.web.paden import gets, posts

Inhoud = Callable[..., dict[str, list[tuple[object, ...]]]]


def test_every_post_of_the_app_is_tried(app: Litestar) -> None:
    assert sorted(DADEN) == sorted(posts(app))


@pytest.mark.parametrize("pad", sorted(DADEN))
@pytest.mark.usefixtures("klaar")
def test_an_honest_post_has_an_effect(bezoek: Bezoek, inhoud: Inhoud, pad: str) -> None:
    """The control: without it the refusals below would prove nothing."""
    bezoeker = bezoek("iedereen")
    voor = inhoud()
    assert doe(bezoeker, DADEN[pad]) in (200, 303)
    assert (inhoud() == voor) is (pad in ZONDER_SPOOR)


VALS: dict[str, tuple[str | None, dict[str, str]]] = {
    "no token": ("", {}),
    "a wrong token": ("x" * 43, {}),
    "a token that is not ASCII": ("é" * 43, {}),
    "another site": (None, {"Sec-Fetch-Site": "cross-site"}),
    "a sister site": (None, {"Sec-Fetch-Site": "same-site"}),
    "nonsense for a site": (None, {"Sec-Fetch-Site": "SAME-ORIGIN "}),
    "another origin": (None, {"Origin": "https://kwaad.example"}),
    "an origin that looks like ours": (None, {"Origin": "https://testserver.local.kwaad.example"}),
    "no origin to speak of": (None, {"Origin": "null"}),
    "another site with our origin": (None, {"Sec-Fetch-Site": "cross-site", "Origin": "https://testserver.local"}),
}


@pytest.mark.usefixtures("klaar")
def test_a_forged_post_is_refused_and_changes_nothing(bezoek: Bezoek, inhoud: Inhoud) -> None:
    bezoeker = bezoek("iedereen")
    voor, sessie, eigen = inhoud(), bezoeker.sessie, bezoeker.token
    anders = {}
    for pad, daad in DADEN.items():
        for wat, (token, koppen) in VALS.items():
            bezoeker.token = eigen
            if (status := doe(bezoeker, daad, token=token, koppen=koppen)) != 403:
                anders[pad, wat] = status
    assert anders == {}
    assert inhoud() == voor
    assert bezoeker.sessie == sessie


@pytest.mark.usefixtures("klaar")
def test_the_token_of_a_colleague_is_no_token(bezoek: Bezoek, inhoud: Inhoud) -> None:
    bezoeker, ander = bezoek("iedereen"), bezoek("anna")
    voor = inhoud()
    statussen = {pad: doe(bezoeker, daad, token=ander.token) for pad, daad in DADEN.items()}
    assert statussen == dict.fromkeys(DADEN, 403)
    assert inhoud() == voor


def test_the_token_must_be_in_the_body_and_not_in_the_address(bezoek: Bezoek, set_met_vragen: str) -> None:
    anna = bezoek("anna")
    eigen = anna.token
    antwoord = anna.post(f"{VRAAG}/antwoord?token={eigen}", {"tekst": "Ja.", "versie": "0"}, token="")
    assert antwoord.status_code == 403


@pytest.mark.parametrize(
    "koppen",
    [{}, {"Sec-Fetch-Site": "same-origin"}, {"Sec-Fetch-Site": "none"}, {"Origin": "https://testserver.local"}],
)
def test_our_own_page_may_post(bezoek: Bezoek, set_met_vragen: str, koppen: dict[str, str]) -> None:
    antwoord = bezoek("anna").post(f"{VRAAG}/antwoord", {"tekst": "Ja.", "versie": "0"}, koppen=koppen)
    assert antwoord.status_code == 303


def test_the_refusal_says_what_to_do(bezoek: Bezoek) -> None:
    anna = bezoek("anna")
    verlopen = anna.post(f"{VRAAG}/antwoord", token="x")
    vreemd = anna.post(f"{VRAAG}/antwoord", koppen={"Sec-Fetch-Site": "cross-site"})
    assert melding_in(verlopen) == "Het formulier is verlopen. Ga terug, vernieuw de pagina en probeer het opnieuw."
    assert melding_in(vreemd) == "Dit verzoek komt van een andere website en is geweigerd."


@pytest.mark.usefixtures("klaar")
def test_looking_changes_nothing(bezoek: Bezoek, app: Litestar, inhoud: Inhoud) -> None:
    """Every GET, as a page and as a fragment; a document that leaves is remembered, and a look at the trail itself."""
    bezoeker = bezoek("iedereen")
    paden = [
        pad
        for pad in gets(app).values()
        if pad not in ("/inloggen", "/metrics", "/.well-known/security.txt")  # the last two are there by a setting
        and not any(deel in pad for deel in ("overdrachten", "openbaar", "zending", "voortgang"))
    ]
    voor, regels = inhoud("audit"), len(inhoud()["audit"])
    for pad in paden:
        assert bezoeker.get(pad).status_code < 400, pad
        assert bezoeker.htmx(pad).status_code < 400, pad
    assert inhoud("audit") == voor
    nieuw = inhoud()["audit"][regels:]
    assert Counter(rij[1] for rij in nieuw) == {"exporteren": 16, "archiveren": 2, "audit_zien": 2, "rechten_zien": 2}


@pytest.mark.usefixtures("klaar")
def test_no_other_method_reaches_an_act(huis: Huis, bezoek: Bezoek, inhoud: Inhoud) -> None:
    bezoeker = bezoek("iedereen")
    eigen, voor, veranderd = bezoeker.token, inhoud(), []
    for methode in ("GET", "HEAD", "OPTIONS", "PUT", "PATCH", "DELETE"):
        for daad in DADEN.values():
            pad, ingevuld, _ = verzoek_van(huis, daad)
            velden = {**ingevuld, "token": eigen}
            rest = {"params": velden} if methode in ("GET", "HEAD", "OPTIONS") else {"data": velden}
            bezoeker.vraag(methode, pad, **rest)
        if inhoud() != voor:
            veranderd.append(methode)
    assert veranderd == []


def test_the_policy_allows_nothing_unsafe() -> None:
    beleid = dict(regel.split(" ", 1) for regel in KOPPEN["Content-Security-Policy"].split("; "))
    assert beleid == {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self' data:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "form-action": "'self'",
        "object-src": "'none'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }


def test_the_other_headers_are_as_promised() -> None:
    rest = {naam: waarde for naam, waarde in KOPPEN.items() if naam != "Content-Security-Policy"}
    assert rest == {
        "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    }


STATUSSEN: dict[str, tuple[int, str, str, dict[str, str]]] = {
    "a page": (200, "GET", "/vragensets", {}),
    "a redirect": (303, "GET", "/", {}),
    "a document": (200, "GET", f"{SET}/antwoord.docx", {}),
    "no such page": (404, "GET", "/bestaat-niet", {}),
    "no such set": (404, "GET", "/vragensets/KV-999999", {}),
    "no such method": (405, "DELETE", "/vragensets", {}),
    "not allowed": (403, "GET", "/inname", {}),
    "forged": (403, "POST", "/uitloggen", {}),
    "no such file": (404, "GET", "/static/bestaat-niet.css", {}),
    "a file outside": (404, "GET", "/static/..%2f..%2fsettings.py", {}),
}


def test_every_kind_of_response_has_the_headers_and_is_not_kept(bezoek: Bezoek, set_met_vragen: str) -> None:
    """The headers themselves are asserted by `Bezoeker` on every response of every test in this folder."""
    anna, gekregen, verwacht = bezoek("anna"), {}, {}
    for soort, (status, methode, pad, velden) in STATUSSEN.items():
        for htmx in (False, True):
            antwoord = anna.vraag(methode, pad, koppen=HTMX if htmx else {}, data=velden or None)
            gekregen[soort, htmx] = (antwoord.status_code, antwoord.headers["cache-control"])
            verwacht[soort, htmx] = (status, "no-store")
    assert gekregen == verwacht


@pytest.mark.parametrize(
    "bestand", ["kamervragen.css", "kamervragen.js", "vendor/htmx-2.0.11.min.js", "vendor/fira-sans-400.woff2"]
)
def test_static_files_are_open_and_kept_for_ever(gast: Bezoeker, bestand: str) -> None:
    antwoord = gast.get(f"/static/{bestand}")
    assert (antwoord.status_code, antwoord.headers["cache-control"]) == (200, "max-age=31536000, public, immutable")
    assert "set-cookie" not in antwoord.headers


def test_a_page_names_its_static_files_by_their_content(gast: Bezoeker) -> None:
    """A file that is kept for ever needs an address that changes with it."""
    adressen = re.findall(r'(?:href|src)="(/static/[^"]+)"', gast.get("/inloggen").text)
    assert len(adressen) == 3
    for adres in adressen:
        pad, _, som = adres.partition("?")
        assert som == hashlib.sha256(gast.get(pad).content).hexdigest()[:12]


def test_a_browser_that_asks_whether_a_file_changed_gets_it_with_every_header(gast: Bezoeker) -> None:
    """It is never answered with a 304: a file that may be kept for ever is not asked for again."""
    eerst = gast.get("/static/kamervragen.css")
    antwoord = gast.vraag("GET", "/static/kamervragen.css", koppen={"If-None-Match": eerst.headers["etag"]})
    assert (antwoord.status_code, antwoord.content) == (200, eerst.content)


@pytest.mark.parametrize(
    "pad", ["/static/../settings.py", "/static/%2e%2e/settings.py", "/static//etc/passwd", "/static/%00", "/static/"]
)
def test_nothing_outside_the_folder_is_a_static_file(gast: Bezoeker, pad: str) -> None:
    assert gast.get(pad).status_code == 404


def test_the_log_in_page_sets_only_its_own_cookie(gast: Bezoeker) -> None:
    namen = [regel.partition("=")[0] for regel in gast.get("/inloggen").headers.get_list("set-cookie")]
    assert namen == ["__Host-inloggen"]


@given(st.text(st.characters(codec="utf-8"), min_size=4), st.text())
def test_a_masked_token_is_another_every_time_and_unmasks_to_itself(token: str, ander: str) -> None:
    """So that the size of a compressed page does not tell which of its guesses an attacker guessed right (BREACH)."""
    een, twee = masker(token), masker(token)
    assert ontmasker(een) == ontmasker(twee) == token
    assert een != twee
    assert ontmasker(ander) == "" or "." in ander


def test_pages_are_compressed_and_files_are_not(bezoek: Bezoek, set_met_vragen: str) -> None:
    anna = bezoek("anna")
    blad = anna.get("/vragensets/KV-000001", Accept_Encoding="gzip")
    assert blad.headers["content-encoding"] == "gzip"
    assert "accept-encoding" in blad.headers["vary"].lower()
    assert int(blad.headers["content-length"]) < len(blad.content) / 3
    assert "content-encoding" not in anna.get("/vragensets/KV-000001", Accept_Encoding="identity").headers
    papier = anna.get("/vragensets/KV-000001/papieren/concept.docx", Accept_Encoding="gzip")
    assert (papier.status_code, "content-encoding" in papier.headers) == (200, False)
