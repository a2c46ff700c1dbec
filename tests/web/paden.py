"""The routes of the app, with an address to try for each."""

from __future__ import annotations

from collections.abc import Iterator

from litestar import Litestar
from litestar.handlers import HTTPRouteHandler
from litestar.routes import HTTPRoute

_INGEVULD = {
    "{sleutel:str}": "KV-000001",
    "{label:str}": "1",
    "{voorstel_id:int}": "1",
    "{toezegging_id:int}": "1",
    "{motie_id:int}": "1",
    "{reces_id:int}": "1",
    "{verband_id:int}": "1",
    "{lijst_id:int}": "2",
    "{uitval:str}": "geweigerd.ods",
    "{ambt_id:int}": "1",
    "{inname_id:int}": "1",
    "{antwoord_id:int}": "1",
    "{abonnement_id:int}": "1",
    "{passage_id:int}": "1",
    "{zoekopdracht_id:int}": "1",
    "{toewijzing_id:int}": "1",
    "{paraaf_id:int}": "1",
    "{overdracht_id:int}": "1",
    "{opmerking_id:int}": "1",
    "{verzoek_id:int}": "1",
    "{bijdrage_id:int}": "1",
    "{rectificatie_id:int}": "1",
    "{directie_id:int}": "1",
    "{vervanging_id:int}": "1",
    "{wet_id:int}": "1",
    "{nummer:str}": "kst-33552-124",
    "{document_id:int}": "3",
    "{terugkeer_id:int}": "1",
    "{plaats:str}": "antwoord-2",
    "{papier:str}": "antwoord.docx",
    "{stuk:str}": "rappel.ods",
    "{bestand:str}": "toezeggingen.xlsx",
    "{feed:str}": "geen-sleutel",
    "{koppeling:str}": "geen-koppeling",
    "{gebruiker_id:int}": "1",
    "{lidmaatschap_id:int}": "1",
    "{karwei_id:int}": "1",
    "{taal:str}": "en",
    "{taak_id:int}": "7777",
}


def handlers(app: Litestar) -> Iterator[tuple[str, HTTPRouteHandler]]:
    """Every handler of the app with its path; what Litestar answers to OPTIONS by itself is left out."""
    for route in app.routes:
        assert isinstance(route, HTTPRoute), f"{route.path} is no HTTP route: say here how it is guarded"
        for handler in route.route_handlers:
            if handler.http_methods != {"OPTIONS"}:
                yield route.path, handler


def gets(app: Litestar) -> dict[str, str]:
    """The pages: path -> an address of it. Static files, feeds and what only a secret address opens are not pages."""
    return {pad: vul(pad) for pad, handler in handlers(app) if "GET" in handler.http_methods and not is_static(pad)}


def posts(app: Litestar) -> dict[str, str]:
    """The acts: path -> an address of it."""
    return {pad: vul(pad) for pad, handler in handlers(app) if "POST" in handler.http_methods}


def is_static(pad: str) -> bool:
    return pad.startswith(("/static", "/zoeken/feed", "/agenda/feed", "/koppeling", "/uitnodiging", "/bijdrage/"))


def vul(pad: str) -> str:
    """A path with its parameters filled in."""
    for naam, waarde in _INGEVULD.items():
        pad = pad.replace(naam, waarde)
    assert "{" not in pad, f"say in paden.py what to fill in for {pad}"
    return pad
