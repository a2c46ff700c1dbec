"""One table from errors to pages: what went wrong, and what to do."""

from __future__ import annotations

import logging
import secrets
from typing import Any
from urllib.parse import urlsplit

from litestar import MediaType, Request, Response
from litestar.exceptions import HTTPException, NotAuthorizedException
from litestar.response import Redirect

from kamervragen.core.actor import AlGedaan
from kamervragen.domain.errors import (
    Bezet,
    Fout,
    NietGevonden,
    NietToegestaan,
    Onbereikbaar,
    Ongeldig,
    TeGroot,
    Verouderd,
)
from kamervragen.web import session
from kamervragen.web.page import is_formulier, is_htmx, pagina

_log = logging.getLogger(__name__)
_OVER = 5  # seconds
STATUS: dict[type[Fout], int] = {
    NietGevonden: 404,
    NietToegestaan: 403,
    Verouderd: 409,
    Ongeldig: 422,
    TeGroot: 413,
    Bezet: 503,
    Onbereikbaar: 503,
}
_STAP = Fout("Uw rol vraagt een tweede stap bij het inloggen. Stel haar eerst in op de pagina Mijn account.")
_HTTP = {
    400: Fout("Het verzoek kan niet worden gelezen. Ga terug en probeer het opnieuw."),
    404: Fout("Deze pagina bestaat niet. Controleer het adres, of ga naar de lijst van sets."),
    405: Fout("Dit adres kan zo niet worden gebruikt. Ga terug en gebruik de knoppen op de pagina."),
    413: Fout("Dit is te groot om in één keer te versturen. Verstuur minder, of splits het."),
}


def eigen_fout(verzoek: Request[Any, Any, Any], fout: Fout) -> Response[Any]:
    """An error of the rules, as a page or as a fragment for htmx. What passes by itself says when to come back."""
    status = STATUS[type(fout)]
    if isinstance(fout, Onbereikbaar):
        _log.warning("even niet bereikbaar: %s", type(fout.__cause__).__name__)
        _zonder_wie(verzoek)
    antwoord = _toon(verzoek, fout, status)
    if status == 503:
        antwoord.headers["Retry-After"] = str(_OVER)
    return antwoord


def al_gedaan(verzoek: Request[Any, Any, Any], _: AlGedaan) -> Response[Any]:
    """A double click: back to the page of the form, which shows what the first click did; a fragment stays as it is."""
    if is_htmx(verzoek):
        return Response(None, status_code=204)
    return Redirect(_formulier(verzoek) or "/vragensets", status_code=303)


def http_fout(verzoek: Request[Any, Any, Any], fout: HTTPException) -> Response[Any]:
    """An error of the protocol. Who is not logged in goes to the log-in page."""
    if isinstance(fout, NotAuthorizedException) and fout.extra:
        if is_htmx(verzoek) or is_formulier(verzoek):
            return _toon(verzoek, _STAP, 403)
        return Redirect("/account", status_code=303)
    if isinstance(fout, NotAuthorizedException):
        if is_htmx(verzoek) or is_formulier(verzoek):
            verlopen = Fout("Uw sessie is verlopen. Kopieer uw tekst, log opnieuw in en plak hem terug.")
            return _toon(verzoek, verlopen, 401)
        return Redirect("/inloggen", status_code=303)
    return _toon(verzoek, _HTTP.get(fout.status_code, _HTTP[400]), fout.status_code)


def leesfout(verzoek: Request[Any, Any, Any], fout: Exception) -> Response[Any]:
    """Rubbish that a parser below us choked on: nested a thousand deep, or a number beyond 64 bits."""
    return _toon(verzoek, _HTTP[400], 400)


def onverwacht(verzoek: Request[Any, Any, Any], fout: Exception) -> Response[Any]:
    """A mistake of ours: the log has all, the page only a reference to it."""
    kenmerk = secrets.token_hex(4)
    _zonder_wie(verzoek)
    verzoek.state.kenmerk = kenmerk
    _log.error("onverwachte fout %s op %s", kenmerk, verzoek.scope.get("path_template", "-"), exc_info=fout)
    bericht = Fout(
        "Er ging iets mis. Probeer het opnieuw; blijft het misgaan, noem dan kenmerk %(kenmerk)s aan de beheerder.",
        kenmerk=kenmerk,
    )
    return _toon(verzoek, bericht, 500)


def _zonder_wie(verzoek: Request[Any, Any, Any]) -> None:
    """Asks no more who it is where that was not known yet: the mistake may be in finding out."""
    if "wie" not in verzoek.state:
        verzoek.state.wie = verzoek.state.token = None


def _formulier(verzoek: Request[Any, Any, Any]) -> str:
    """The page of the form that was sent; nothing when that is not known, or it was a look."""
    pad = urlsplit(verzoek.headers.get("referer", "")).path
    eigen = pad.startswith("/") and not pad.startswith(("//", "/\\"))  # else a browser would leave our site
    return pad if verzoek.method == "POST" and eigen else ""


def _toon(verzoek: Request[Any, Any, Any], bericht: Fout, status: int) -> Response[Any]:
    try:
        if "wie" not in verzoek.state:  # an address that does not exist passes no middleware
            session.herken(verzoek)
        deel = is_htmx(verzoek) or is_formulier(verzoek)
        naam = "web/_fout.html" if deel else "web/fout.html"
        return pagina(
            verzoek, naam, status=status, bericht=bericht, statuscode=status, terug=_formulier(verzoek), deel=deel
        )
    except Exception:  # noqa: BLE001 - a mistake in the page of a mistake: the sentence alone still helps
        _log.exception("de foutpagina zelf ging mis op %s", verzoek.url.path)
        return Response(str(bericht), status_code=status, media_type=MediaType.TEXT)
