"""Rendering: templates, the words of the catalogue, and the fields of forms."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from litestar import MediaType, Response
from litestar.response import Redirect

from kamervragen import catalogue
from kamervragen.catalogue.codes import facet, facetwaarde, label, oordeel, soortlabel, veldnaam
from kamervragen.core.act import Huis
from kamervragen.core.actor import Wie
from kamervragen.documents.text.markdown import lees_markdown
from kamervragen.documents.text.opmaak import Alinea
from kamervragen.documents.word.tijd import van_word
from kamervragen.domain.afleiding import afleiding_van
from kamervragen.domain.errors import Fout
from kamervragen.domain.periode import TWAALF
from kamervragen.domain.uitstel import Reden, gelezen
from kamervragen.domain.vragenset import MERK, Bewindspersoon
from kamervragen.language.citations.verwijzingen import verwijzingen
from kamervragen.language.velden import als_tekst, leesbaar
from kamervragen.settings import STATIC, TEMPLATES
from kamervragen.web import done
from kamervragen.web.form import Verzoek
from kamervragen.web.security import masker

TAALCOOKIE = "__Host-taal"
EEN_BESTAND = 26_000_000  # bytes of an upload of one document, with room for the form around it


@lru_cache
def omgeving() -> Environment:
    """Jinja with autoescape on, undefined names as errors, and texts and errors through the catalogue."""
    env = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
        finalize=lambda w: catalogue.foutzin(w) if isinstance(w, Fout) else w,
    )
    env.install_gettext_callables(catalogue.gettext, catalogue.ngettext, newstyle=True)  # type: ignore[attr-defined]
    env.filters |= {
        "datum": catalogue.datum,
        "tijdstip": catalogue.tijdstip,
        "label": label,
        "verteld": catalogue.verteld,
        "blokken": lees_markdown,
        "afleiding": afleiding_van,
        "plaats": catalogue.plaats,
        "veldnaam": veldnaam,
        "soort": soortlabel,
        "wanneer_gewijzigd": _wanneer_gewijzigd,
        "oordeel": oordeel,
        "gebrek": lambda gebrek: catalogue.woorden(gebrek.code, (("wat", gebrek.wat),)),
        "uitstelreden": _uitstelreden,
        "regels": lambda fout: (catalogue.foutzin(fout) if isinstance(fout, Fout) else str(fout)).splitlines() or [""],
        "maandnaam": catalogue.maandnaam,
        "periode": _periode,
        "ambt": _ambt,
        "dagnaam": catalogue.dagnaam,
        "getal": catalogue.getal,
        "adrespad": lambda adres: urlsplit(adres).path,
        "dubbel": lambda tekst: (tekst, tekst),
        "noten_in": lambda noten, tekst: [n for n in noten if f"[^{n.soort[0]}{n.nummer}]" in tekst],
        "klok": catalogue.klok,
        "kaal": lambda tekst: MERK.sub("", tekst),
        "optie": lambda lid: (lid.value, label(lid)),
        "paar": lambda rij: (rij.id, rij.naam),
        "antwoordblok": _antwoordblok,
        "veldwaarde": als_tekst,
        "leesbaar": leesbaar,
        "genummerd": _genummerd,
        "facet": facet,
        "facetwaarde": facetwaarde,
        "vraaglabels": lambda velden: [naam.removeprefix("vraag-") for naam in velden if naam.startswith("vraag-")],
        "isodatum": lambda tekst: catalogue.datum(date.fromisoformat(tekst)),
    }
    env.globals |= {
        "woorden": catalogue.woorden,
        "eenmaal": lambda: secrets.token_urlsafe(12),
        "statisch": statisch,
        "lijstdelen": lijstdelen,
        "plekken": _plekken,
        "adresvraag": _adresvraag,
    }
    return env


def pagina(verzoek: Verzoek, naam: str, *, status: int = 200, **gegevens: Any) -> Response[str]:
    """A page or fragment, rendered in the thread of the handler."""
    staat, taal = verzoek.state, taal_van(verzoek)
    with catalogue.in_taal(taal):
        html = (
            omgeving()
            .get_template(naam)
            .render(
                wie=staat.get("wie"),
                token=masker(staat.get("token") or ""),
                pad=verzoek.url.path,
                taal=taal,
                talen=catalogue.TALEN,
                demo=huis(verzoek).settings.demo,
                zojuist=done.lees(verzoek),
                thema=thema(huis(verzoek).settings.thema),
                **gegevens,
            )
        )
    koppen = {
        "X-Fragment" if naam.rpartition("/")[2].startswith("_") else "X-Blad": "ja"
    }  # for who sent a form from a page
    return Response(html, status_code=status, media_type=MediaType.HTML, headers=koppen)


def taal_van(verzoek: Verzoek) -> str:
    """The language this browser chose for its screens; Dutch without a choice."""
    gekozen = verzoek.cookies.get(TAALCOOKIE, "")
    return gekozen if gekozen in catalogue.TALEN else "nl"


def huis(verzoek: Verzoek) -> Huis:
    """The house that `create_app` put on the application."""
    gevonden: Huis = verzoek.app.state.huis
    return gevonden


def is_formulier(verzoek: Verzoek) -> bool:
    """Whether a page sent its form itself, and stays as it is when that is refused."""
    return verzoek.headers.get("x-formulier") == "ja"


def wie(verzoek: Verzoek) -> Wie:
    """The person who is logged in; the guard saw to it that there is one."""
    gevonden: Wie = verzoek.state.wie
    return gevonden


def is_htmx(verzoek: Verzoek) -> bool:
    return verzoek.headers.get("hx-request") == "true"


def naar(pad: str) -> Redirect:
    """After a post: see the result under its own address."""
    return Redirect(pad, status_code=303)


@lru_cache
def statisch(naam: str) -> str:
    """The address of a static file, with a hash of its content so that browsers may keep it for ever."""
    inhoud = (Path(STATIC) / naam).read_bytes()
    return f"/static/{naam}?{hashlib.sha256(inhoud).hexdigest()[:12]}"


@lru_cache
def thema(map_: Path | None) -> dict[str, str]:
    """The addresses of what a ministry put in its theme folder: its style, and its mark for the head of the page; '' for none."""
    namen = {"stijl": "thema.css", "beeldmerk": "beeldmerk.svg"}
    gevonden = {wat: map_ / naam for wat, naam in namen.items() if map_ is not None}
    return {
        wat: f"/thema/{pad.name}?{hashlib.sha256(pad.read_bytes()).hexdigest()[:12]}" if pad.is_file() else ""
        for wat, pad in gevonden.items()
    } or dict.fromkeys(namen, "")


def lijstdelen(blokken: tuple[Any, ...]) -> list[tuple[str, list[Any]]]:
    """Blocks grouped for HTML: neighbouring list items of one kind become one list."""
    groepen: list[tuple[str, list[Any]]] = []
    for blok in blokken:
        soort = "blok"
        if isinstance(blok, Alinea) and blok.lijst is not None:
            soort = "ol" if blok.lijst.nummer is not None else "ul"
        if soort != "blok" and groepen and groepen[-1][0] == soort:
            groepen[-1][1].append(blok)
        else:
            groepen.append((soort, [blok]))
    return groepen


def _wanneer_gewijzigd(moment: str) -> str:
    """A moment as a document writes it, in words; what is none stays as it is."""
    gelezen = van_word(moment)
    return catalogue.tijdstip(gelezen) if gelezen is not None and 1990 < gelezen.year < 9999 else moment


def _antwoordblok(blokken: list[Any], label: str) -> Any:
    """The answer on the page of a set that covers this question."""
    return next((blok for blok in blokken if any(vraag.label == label for vraag in blok.vragen)), None)


@lru_cache(maxsize=20_000)
def _genummerd(regel: str) -> tuple[tuple[str, str | None], ...]:
    """A line in pieces, each with the canonical number it is, or none; 'antwoord-6' is the answer in the same set."""
    uit: list[tuple[str, str | None]] = []
    plaats = 0
    per_plek = {(v.begin, v.einde): v for v in verwijzingen(regel)}  # of a range the last, which is written there
    for v in per_plek.values():
        if v.id and v.begin >= plaats:
            uit += [(regel[plaats : v.begin], None), (regel[v.begin : v.einde], v.id)]
            plaats = v.einde
    return (*uit, (regel[plaats:], None))


def _uitstelreden(toelichting: str, redenen: Iterable[Reden]) -> str:
    """What stands with a fact; a reason from the list by its name."""
    namen = {reden.code: reden.naam for reden in redenen}
    deel = gelezen(toelichting, namen)
    return " – ".join(filter(None, (catalogue.gettext(namen[deel[0]]), deel[1]))) if deel else toelichting


def _periode(tekst: str) -> str:
    """A period in words."""
    if tekst == TWAALF:
        return catalogue.gettext("de laatste twaalf maanden")
    return catalogue.maandnaam(date.fromisoformat(f"{tekst}-01")) if len(tekst) > 4 else tekst


def _ambt(kort: str) -> str:
    """An office of a list as it is said: 'minister Klimaat en Groene Groei' is the 'minister van' that."""
    functie, _, portefeuille = kort.partition(" ")
    return str(Bewindspersoon(functie, None, portefeuille)) if portefeuille else kort


def _adresvraag(velden: dict[str, str], **anders: object) -> str:
    """The query of an address: these fields, some of them otherwise, an empty one left out."""
    gevuld = {naam: str(waarde) for naam, waarde in {**velden, **anders}.items() if waarde}
    return f"?{urlencode(gevuld)}" if gevuld else ""


def _plekken(velden: dict[str, str]) -> set[str]:
    """The anchors of the fields on a page."""
    return {f"plek-{naam}" for naam in velden}
