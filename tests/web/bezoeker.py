"""A browser without a screen: the cookies of one person, the token of his last page, and a look at every response."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import httpx
from litestar.testing import TestClient

from kamervragen.web.security import KOPPEN
from kamervragen.web.session import COOKIE

WACHTWOORD = "een-lang-wachtwoord-2026"
HTMX = {"HX-Request": "true"}
_TOKEN = re.compile(r'name="token" value="([^"]*)"')
_VERSIE = re.compile(r'name="versie" value="(\d+)"')
Bestanden = Sequence[tuple[str, bytes]]


class Bezoeker:
    """One person with one browser. Every response must carry every security header (S10), or the test fails."""

    def __init__(self, client: TestClient[Any]) -> None:
        self.client = client
        self.koekjes: dict[str, str] = {}
        self.token = ""

    @property
    def sessie(self) -> str | None:
        """The session id in the cookie."""
        return self.koekjes.get(COOKIE)

    def vraag(self, methode: str, pad: str, *, koppen: Mapping[str, str] | None = None, **rest: Any) -> httpx.Response:
        """Any request; cookies go with it and come back from it, redirects are not followed."""
        koekje = "; ".join(f"{naam}={waarde}" for naam, waarde in self.koekjes.items()).encode()
        mee = {naam: waarde.encode() for naam, waarde in (koppen or {}).items()} | (
            {"Cookie": koekje} if koekje else {}
        )
        antwoord = self.client.request(methode, pad, headers=mee, follow_redirects=False, **rest)
        self.client.cookies.clear()
        self._onthoud(antwoord)
        gemist = {naam: waarde for naam, waarde in KOPPEN.items() if antwoord.headers.get(naam) != waarde}
        assert gemist == {}, f"{methode} {pad} ({antwoord.status_code}) lacks {gemist}"
        return antwoord

    def get(self, pad: str, **koppen: str) -> httpx.Response:
        """A page; its token is kept for the next post."""
        return self.vraag("GET", pad, koppen=_streepjes(koppen))

    def htmx(self, pad: str) -> httpx.Response:
        """A fragment."""
        return self.vraag("GET", pad, koppen=HTMX)

    def post(
        self,
        pad: str,
        velden: Mapping[str, str] | None = None,
        *,
        token: str | None = None,
        bestanden: Bestanden = (),
        koppen: Mapping[str, str] | None = None,
    ) -> httpx.Response:
        """A form, with the token of the last page unless another one is given."""
        ingevuld = {"token": self.token if token is None else token, **(velden or {})}
        files = [("bestanden", (naam, data)) for naam, data in bestanden]
        return self.vraag("POST", pad, koppen=koppen, data=ingevuld, files=files or None)

    def log_in(self, inlognaam: str, wachtwoord: str = WACHTWOORD) -> httpx.Response:
        """The log-in form, opened and sent; then the list, whose token every later post needs."""
        self.get("/inloggen")
        antwoord = self.post("/inloggen", {"inlognaam": inlognaam, "wachtwoord": wachtwoord})
        if antwoord.status_code == 303:
            assert self.get("/vragensets").status_code == 200
        return antwoord

    def _onthoud(self, antwoord: httpx.Response) -> None:
        for regel in antwoord.headers.get_list("set-cookie"):
            naam, _, rest = regel.partition("=")
            waarde = rest.partition(";")[0].strip('"')
            if "max-age=0" in rest.lower():
                self.koekjes.pop(naam, None)
            else:
                self.koekjes[naam] = waarde
        if antwoord.headers.get("content-type", "").startswith("text/html") and (
            treffer := _TOKEN.search(antwoord.text)
        ):
            self.token = treffer[1]


def versie_in(antwoord: httpx.Response) -> str:
    """The version that the first form of a page was opened at."""
    treffer = _VERSIE.search(antwoord.text)
    assert treffer is not None, antwoord.text
    return treffer[1]


def melding_in(antwoord: httpx.Response) -> str:
    """The title of the message on an error page or fragment."""
    treffer = re.search(r'class="kv-melding-titel">([^<]*)</p>', antwoord.text)
    assert treffer is not None, antwoord.text
    return treffer[1]


def _streepjes(koppen: Mapping[str, str]) -> dict[str, str]:
    return {naam.replace("_", "-"): waarde for naam, waarde in koppen.items()}
