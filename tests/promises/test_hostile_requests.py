"""Promises I1 and S10: rubbish never gives a 5xx, and whatever is answered carries every header."""

from __future__ import annotations

import random
import resource
import time
from collections import Counter
from typing import Any

import pytest

from kamervragen.core.act import Huis
from tests.promises import aantal, noteer
from tests.promises.web import ALLEN, account, bediend, bezoek
from tests.stukken import ANTWOORD, VRAGEN, bring, brought
from tests.web.bezoeker import Bezoeker
from tests.web.paden import handlers, vul

_GETALLEN = ("0", "-1", "1", "2147483648", "9" * 40, "1e9", "0x10", "NaN", "٣", "²", "\0", "")
_TEKSTEN = (
    "",
    "\0",
    "\ufeff",
    "\u202e",
    "x" * 5_000,
    "' OR 1=1 --",
    "<script>alert(1)</script>",
    "{{7*7}}",
    "%s%n",
    "../../etc",
    "=1+1",
    "\r\nX-Kwaad: ja",
    "😀" * 300,
    "é" * 2_000,
    "[^v1]" * 200,
    "antwoord op vraag 1 t/m 999 en " * 50,
)
_VELDEN = (
    "token",
    "versie",
    "tekst",
    "labels",
    "directie",
    "behandelaar",
    "reden",
    "besluit",
    "soort",
    "dag",
    "van",
    "tot",
    "vraag-1",
    "zin-1",
    "plek-x",
    "kies-t-1-1",
    "kolom-kamerstuk",
    "naam-0",
    "volgorde-0",
    "werkdagen-0",
    "gezien",
)
_SOORTEN = (
    "application/x-www-form-urlencoded",
    "application/json",
    "multipart/form-data; boundary=x",
    "multipart/form-data",
    "text/plain; charset=bestaat-niet",
    "application/x-www-form-urlencoded; charset=utf-16",
    "",
    "x" * 300,
)
_KOPPEN = (
    "Cookie",
    "Origin",
    "Referer",
    "Sec-Fetch-Site",
    "HX-Request",
    "HX-Target",
    "Range",
    "If-None-Match",
    "Accept",
    "X-Forwarded-For",
)
_WIJZEN = ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE")


def _rommel(toeval: random.Random) -> bytes:
    """A body: fields with strange values, JSON that is nested deep, a multipart that breaks off, or mere bytes."""
    keuze = toeval.randrange(5)
    if keuze == 0:
        return "&".join(f"{toeval.choice(_VELDEN)}={toeval.choice((*_TEKSTEN, *_GETALLEN))}" for _ in range(8)).encode()
    if keuze == 1:
        diepte = toeval.choice((3, 2_000, 50_000))
        return b"[" * diepte + b"]" * diepte
    if keuze == 2:
        deel = f'--x\r\nContent-Disposition: form-data; name="{toeval.choice(_VELDEN)}"; filename="{toeval.choice(_TEKSTEN)[:50]}"'
        return (deel + "\r\n\r\n" + toeval.choice(_TEKSTEN)).encode()[: toeval.randrange(20, 400)]
    return toeval.randbytes(toeval.randrange(0, 2_000)) if keuze == 3 else b"a=%ff%00&%zz=1&" * toeval.randrange(1, 90)


def _kop(toeval: random.Random) -> str:
    """A header value a client can send at all."""
    ruw = toeval.choice(
        (*_TEKSTEN, *_GETALLEN, "same-origin", "cross-site", "true", "https://kwaad.example", "bytes=0-")
    )
    return "".join(teken for teken in ruw if " " <= teken < "\x7f")[:4_000]


def _verzoek(
    toeval: random.Random, bezoeker: Bezoeker, paden: list[tuple[str, str]]
) -> tuple[str, str, dict[str, Any]]:
    """One of the routes, spoiled in one to three places."""
    methode, pad = toeval.choice(paden)
    koppen: dict[str, str] = {}
    inhoud: dict[str, Any] = {}
    for wat in toeval.sample(range(6), toeval.randrange(1, 4)):
        if wat == 0:
            delen = pad.split("/")
            delen[toeval.randrange(1, len(delen))] = toeval.choice(
                ("%00", "%ff", "KV-999999", "x" * 300, "..%2f", "%E2%80%AE", "1" * 30, "'")
            )
            pad = "/".join(delen)
        elif wat == 1:
            pad += "?" + "&".join(
                f"{toeval.choice(('vraag', 'toon', 'maand', 'van', 'als', 'zoek'))}={toeval.choice(('%00', '%ff', '2026-99', 'x' * 900, '-', '%F0%9F%92%A9'))}"
                for _ in range(3)
            )
        elif wat == 2:
            koppen[toeval.choice(_KOPPEN)] = _kop(toeval)
        elif wat == 3:
            koppen["Content-Type"], inhoud = toeval.choice(_SOORTEN), {"content": _rommel(toeval)}
        elif wat == 4:
            inhoud = {
                "data": {naam: toeval.choice((*_TEKSTEN, *_GETALLEN)) for naam in toeval.sample(_VELDEN, 6)}
                | {"token": bezoeker.token}
            }
            koppen.pop("Content-Type", None)
        else:
            methode = toeval.choice(_WIJZEN)
    return methode, pad, {"koppen": koppen, **inhoud}


@pytest.mark.parametrize("binnen", [True, False], ids=["logged in", "a stranger"])
def test_rubbish_never_gives_a_5xx(huis: Huis, binnen: bool) -> None:
    verzoeken, toeval = aantal(klein=250, vol=5_000), random.Random(f"2026-06-23 {binnen}")
    brought(huis, VRAGEN)
    bring(huis, ANTWOORD)
    account(huis, ALLEN)
    statussen: Counter[int] = Counter()
    with bediend(huis) as client:
        gast = Bezoeker(client)
        bezoeker = bezoek(client, ALLEN) if binnen else gast
        routes = [(m, vul(pad)) for pad, h in handlers(client.app) if "/static" not in pad for m in h.http_methods]
        paden = [(methode, pad) for methode, pad in routes if pad != "/uitloggen"]
        for methode, pad in paden:  # what is loaded once is no growth
            if methode == "GET":
                bezoeker.get(pad)
        voor, langst = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, 0.0
        for _ in range(verzoeken):
            methode, pad, rest = _verzoek(toeval, bezoeker, paden)
            koekjes, begin = dict(bezoeker.koekjes), time.monotonic()
            antwoord = bezoeker.vraag(methode, pad, **rest)  # fails when a security header is missing
            langst = max(langst, time.monotonic() - begin)
            assert antwoord.status_code < 500, (methode, pad, rest)
            statussen[antwoord.status_code // 100] += 1
            bezoeker.koekjes = koekjes
        groei = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - voor) / 1024
        assert (bezoeker.get("/vragensets") if binnen else gast.get("/inloggen")).status_code == 200
    assert langst < 5
    assert groei < 100
    noteer(
        "I1",
        "rommel geeft nooit een 5xx, en elk antwoord heeft elke beveiligingskop (S10)",
        f"{'ingelogd' if binnen else 'niet ingelogd'}: {verzoeken} misvormde verzoeken, 0 x 5xx, {statussen[4]} x 4xx, "
        f"langste {langst:.2f} s, geheugen +{groei:.0f} MB",
    )
