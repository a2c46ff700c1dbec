"""What guards every request and every response: rights per route, forged requests, headers."""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

import anyio.to_thread
from litestar import Request
from litestar.connection import ASGIConnection
from litestar.datastructures import MutableScopeHeaders, UploadFile
from litestar.exceptions import NotAuthorizedException
from litestar.handlers import BaseRouteHandler
from litestar.types import Message, Scope

from kamervragen.core import scanner
from kamervragen.core.act import eis
from kamervragen.core.actor import Formulier, Wie
from kamervragen.domain.errors import NietToegestaan, Ongeldig
from kamervragen.domain.rollen import Handeling
from kamervragen.web import done

_CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'"
)
KOPPEN = {
    "Content-Security-Policy": _CSP,
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
TWEEDE_STAP = {"eerst": "tweede stap"}  # what a refusal bears that is for want of a second step alone
_ONTEKENS = frozenset("\x7f\ufffe\uffff") | {chr(code) for code in range(0xD800, 0xE000)}
_ONVEILIG = frozenset({"POST", "PUT", "PATCH", "DELETE"})


async def zet_koppen(bericht: Message, scope: Scope) -> None:
    """Security headers on every response, errors and files too; pages are never kept by a cache."""
    if bericht["type"] != "http.response.start":
        return
    koppen = MutableScopeHeaders.from_message(bericht)
    for naam, waarde in KOPPEN.items():
        koppen[naam] = waarde
    koppen.setdefault("Cache-Control", "no-store")
    done.zet(koppen, scope)


async def blijf_op_de_pagina(bericht: Message, scope: Scope) -> None:
    """A page that sent its form itself hears where to go, instead of being taken there behind its back."""
    if (
        bericht["type"] == "http.response.start"
        and bericht["status"] == 303
        and (b"x-formulier", b"ja") in scope["headers"]
    ):
        koppen = MutableScopeHeaders.from_message(bericht)
        koppen["X-Naar"] = koppen.pop("location")
        bericht["status"] = 204


def bewaak(verbinding: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler) -> None:
    """Every route names its handeling; one that names none is closed."""
    handeling = handler.opt.get("handeling")
    if not isinstance(handeling, Handeling):
        raise NietToegestaan("Deze pagina is niet vrijgegeven.")
    if handeling is Handeling.INLOGGEN:
        return
    wie: Wie | None = verbinding.state.get("wie")
    if wie is None:
        raise NotAuthorizedException
    if wie.mist_stap and not handler.opt.get("zonder_stap"):
        raise NotAuthorizedException(extra=TWEEDE_STAP)
    eis(wie, handeling)


async def lees_formulier(verzoek: Request[Any, Any, Any]) -> None:
    """Before each handler: a post must come from our own page and carry the token of the session.

    The fields are kept on the request, so that a handler in a thread need not read the body.
    :raises NietToegestaan: for a request another site made a browser send.
    """
    if verzoek.method not in _ONVEILIG:
        return
    _eis_eigen_pagina(verzoek)
    try:
        formulier = await verzoek.form()
    except (LookupError, ValueError) as fout:  # an unknown charset, a broken boundary
        raise Ongeldig("Het formulier kan niet worden gelezen. Vernieuw de pagina en probeer het opnieuw.") from fout
    velden = {naam: _schoon(waarde) for naam, waarde in formulier.multi_items() if isinstance(waarde, str)}
    bestanden = [waarde for _, waarde in formulier.multi_items() if isinstance(waarde, UploadFile)]
    verzoek.state.velden = velden
    verzoek.state.bestanden = [(b.filename, await b.read()) for b in bestanden if b.filename]
    verwacht = verzoek.state.get("token") or ""
    if not verwacht or not hmac.compare_digest(verwacht.encode(), ontmasker(velden.get("token", "")).encode()):
        raise NietToegestaan("Het formulier is verlopen. Ga terug, vernieuw de pagina en probeer het opnieuw.")
    if not verzoek.route_handler.opt.get("quarantaine"):  # what is laid there is shown to the scanner before it is read
        for naam, data in verzoek.state.bestanden:
            await anyio.to_thread.run_sync(
                scanner.demand_clean, verzoek.app.state.huis.settings.virusscanner, data, naam
            )
    if (wie := verzoek.state.get("wie")) is not None and velden.get("eenmaal"):
        verzoek.state.wie = replace(wie, formulier=Formulier(_afdruk(verzoek)))


def masker(token: str) -> str:
    """A token as a page shows it: other signs every time, so that its size when compressed tells nothing of it.

    *Bron:* BREACH (CVE-2013-3587); masking as its authors advise.
    """
    ruw = token.encode()
    sleutel = secrets.token_bytes(len(ruw))
    return f"{sleutel.hex()}.{bytes(a ^ b for a, b in zip(ruw, sleutel, strict=True)).hex()}" if ruw else ""


def ontmasker(gemaskeerd: str) -> str:
    """The token behind what a page showed; nothing for what no page showed."""
    try:
        sleutel, _, ruw = gemaskeerd.partition(".")
        delen = bytes.fromhex(sleutel), bytes.fromhex(ruw)
        return bytes(a ^ b for a, b in zip(*delen, strict=True)).decode()
    except ValueError:  # no hexadecimal, of two lengths, or no text
        return ""


def _afdruk(verzoek: Request[Any, Any, Any]) -> str:
    """The hash of a form as it was filled in: a double click sends it twice, a correction sends another."""
    inhoud = sorted(verzoek.state.velden.items())
    bestanden = [(naam, hashlib.sha256(data).hexdigest()) for naam, data in verzoek.state.bestanden]
    return hashlib.sha256(json.dumps([verzoek.url.path, inhoud, bestanden]).encode()).hexdigest()


def _schoon(waarde: str) -> str:
    """A field without the control signs that no keyboard makes and no database or document takes."""
    return "".join(teken for teken in waarde if teken in "\n\r\t" or (teken >= " " and teken not in _ONTEKENS))


def _eis_eigen_pagina(verzoek: Request[Any, Any, Any]) -> None:
    herkomst = verzoek.headers.get("sec-fetch-site")
    if herkomst is not None:
        if herkomst in ("same-origin", "none"):
            return
    elif (oorsprong := verzoek.headers.get("origin")) is not None:
        if urlsplit(oorsprong).netloc == verzoek.headers.get("host"):
            return
    else:
        return  # no browser of this decade: the token still has to match
    raise NietToegestaan("Dit verzoek komt van een andere website en is geweigerd.")
