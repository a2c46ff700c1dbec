"""Citations in running Dutch: pieces of the Kamer, registered promises, and answers within the same set."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.kalender import Vergaderjaar
from kamervragen.domain.nummers import Aanhangselnummer


class Verwijzingsoort(StrEnum):
    KAMERSTUK = "kamerstuk"
    AANHANGSEL = "aanhangsel"
    HANDELINGEN = "handelingen"
    ZAAK = "zaak"
    DOCUMENT = "document"
    TOEZEGGING = "toezegging"
    ANTWOORD = "antwoord"


@dataclass(frozen=True, slots=True)
class Verwijzing:
    """One citation. `id` is canonical, or None with the reason in `gemis`; offsets are code points, half open."""

    soort: Verwijzingsoort
    id: str | None
    tekst: str
    begin: int
    einde: int
    gemis: str | None = None


_J = r"(?:19|20)\d{2}"
_JAREN = rf"{_J}\s*(?:/-|[-–/])\s*\d{{2,4}}"
_REEKS = r"\d{1,5}(?:(?:\s*,\s*|\s*,?\s+en\s+)\d{1,5}(?![\d\s]*\d{3}\b))*"
# A dossier with its addition: 33 552 · 21 501-02 · 36 600 VI · 35925-VI. The addition must not swallow a piece's number.
_DOSSIER = (
    r"\d{2}[ \u00a0]?\d{3}(?:(?:-\d{2}(?=\s*,|-\d))|(?:[ \u00a0-](?:[IVX]+[A-Z]?|[A-Z]|\(?R\d+\)?)(?=\s*,|-\d|\s*\))))?"
)
_NUMMERS = (
    rf"(?:\s*,?\s*nrs?\.?\s*(?P<nummers>{_REEKS})|\s*,\s*(?P<letters>[A-Z]{{1,3}})(?!\w|\.\w)|-(?P<streep>\d{{1,5}}))"
)

_KAMERSTUK = re.compile(
    rf"""(?:Kamerstuk(?:ken)?|Tweede\s+Kamer|Eerste\s+Kamer|\bEK)\b,?\s*(?:\(?(?:I{{1,2}}|TK|EK)\b\)?,?\s*)?
         (?:vergaderjaar\s*)?(?:{_JAREN},?\s*)?
         (?P<dossiers>{_DOSSIER}(?:\s+en\s+{_DOSSIER})*){_NUMMERS}?""",
    re.VERBOSE | re.IGNORECASE,
)
# Without the word Kamerstuk only forms that can be nothing else.
_KAMERSTUK_KAAL = re.compile(
    rf"""(?<![\w./-])(?P<dossiers>[23]\d[ \u00a0]?\d{{3}}(?:-\d{{2}}(?=\s*,|-\d)|[ \u00a0-][IVX]+[A-Z]?(?=\s*,|-\d))?)
         (?:\s*,\s*nrs?\.?\s*(?P<nummers>{_REEKS})|(?<=[\d ]\d{{3}}),\s*(?P<letters>[A-Z]{{1,3}})(?!\w|\.\w)|-(?P<streep>\d{{1,5}})(?![\d-]))""",
    re.VERBOSE,
)
_AANHANGSEL = re.compile(
    rf"""(?:Handelingen\s+(?P<kamer_vooraf>I{{1,2}})\s+(?P<jaren_vooraf>{_JAREN}),\s*)?
         Aanhangsels?\s*(?:van\s+de\s+)?\s*Handelingen(?:\s+(?P<kamer>I{{1,2}})\b)?,?\s*(?:vergaderjaar\s*)?
         (?P<jaren>{_JAREN})?,?\s*(?:nrs?\.?\s*)?(?P<nummers>\d{{1,4}}(?:(?:\s*,\s*|\s*,?\s+en\s+)\d{{1,4}}\b)*)(?:,\s*item\s+\d+)?""",
    re.VERBOSE | re.IGNORECASE,
)
_AANHANGSEL_KORT = re.compile(r"\bAH\s*(?P<nummers>\d{1,4})\b")
_HANDELINGEN = re.compile(
    rf"\bHandelingen\s+(?P<kamer>I{{1,2}})?,?\s*(?P<jaren>{_JAREN}),\s*nr\.?\s*(?P<nummer>\d+),\s*(?:item\s+(?P<item>\d+)|blz\.?\s*[\d–-]+)",
    re.IGNORECASE,
)
_ZAAK = re.compile(rf"(?<!\w){_J}Z\d{{5}}(?!\d)")
_DOCUMENT = re.compile(rf"(?:\bKamerstuk(?:ken)?\s+)?(?<!\w)(?P<id>{_J}D\d{{5}})(?!\d)")
_TOEZEGGING = re.compile(r"(?<!\w)(?:TZ20\d{4}-\d{3}|T\d{5})(?!\d)")
_ID = re.compile(
    r"(?<!\w)(?:ah-(?:tk|ek)-\d{8}-\d{1,4}(?:-[hn]\d+)?|kst-\d{5}(?:-[\w()]{1,9}){0,3}-\w{1,9}|(?:ah|kst)-\d{6,8})(?![\w-])"
)
_ANTWOORD = re.compile(
    r"\bantwoord(?:en)?\s+(?:op\s+)?(?:de\s+)?(?:vra(?:ag|gen)\s+)(?P<nummers>\d{1,3}[a-z]?(?:(?:\s{0,3},\s{0,3}|\s{0,3},?\s{1,3}en\s{1,3}|\s{1,3}t/m\s{1,3}|\s{1,3}tot en met\s{1,3})\d{1,3}[a-z]?\b){0,60})",
    re.IGNORECASE,
)


def verwijzingen(tekst: str) -> tuple[Verwijzing, ...]:
    """All citations in a text, in order. A citation of several numbers gives one entry per number.

    *Bron:* the spellings collected in real answers: print, letters and the Kamer's own files.
    """
    bezet = bytearray(len(tekst))
    gevonden: list[Verwijzing] = []
    for patroon, lees in _LEZERS:
        for treffer in patroon.finditer(tekst):
            begin, einde = treffer.span()
            if any(bezet[begin:einde]):
                continue
            stukken = list(lees(treffer))
            if stukken:
                bezet[begin:einde] = b"\1" * (einde - begin)
                gevonden += stukken
    return tuple(sorted(gevonden, key=lambda verwijzing: verwijzing.begin))


def _lees_id(treffer: re.Match[str]) -> Iterator[Verwijzing]:
    soort = Verwijzingsoort.AANHANGSEL if treffer.group().startswith("ah") else Verwijzingsoort.KAMERSTUK
    yield Verwijzing(soort, treffer.group(), treffer.group(), *treffer.span())


def _lees_kamerstuk(treffer: re.Match[str]) -> Iterator[Verwijzing]:
    dossiers = [_dossier(deel) for deel in re.split(r"\s+en\s+", treffer["dossiers"])]
    if treffer["nummers"]:
        for plaats, nummer in _per_nummer(treffer, "nummers"):
            begin, einde = plaats
            tekst = treffer.string[begin:einde]
            yield Verwijzing(Verwijzingsoort.KAMERSTUK, f"kst-{dossiers[0]}-{nummer}", tekst, begin, einde)
        return
    nummer = treffer["letters"] or treffer["streep"]
    id = f"kst-{dossiers[0]}-{nummer}" if nummer else None
    gemis = None if nummer else "nummer"
    yield Verwijzing(Verwijzingsoort.KAMERSTUK, id, treffer.group(), *treffer.span(), gemis)


def _lees_aanhangsel(treffer: re.Match[str]) -> Iterator[Verwijzing]:
    delen = treffer.groupdict()
    kamer = "ek" if (delen.get("kamer") or delen.get("kamer_vooraf") or "").upper() == "I" else "tk"
    jaren = delen.get("jaren") or delen.get("jaren_vooraf")
    for (begin, einde), nummer in _per_nummer(treffer, "nummers"):
        try:
            id = str(Aanhangselnummer(Vergaderjaar.parse(jaren), int(nummer), kamer)) if jaren else None
        except Ongeldig:
            id = None
        gemis = None if id else "vergaderjaar"
        yield Verwijzing(Verwijzingsoort.AANHANGSEL, id, treffer.string[begin:einde], begin, einde, gemis)


def _lees_handelingen(treffer: re.Match[str]) -> Iterator[Verwijzing]:
    try:
        jaar = Vergaderjaar.parse(treffer["jaren"]).compact
    except Ongeldig:
        jaar = ""
    kamer = "ek" if (treffer["kamer"] or "").upper() == "I" else "tk"
    id = f"h-{kamer}-{jaar}-{treffer['nummer']}-{treffer['item']}" if jaar and treffer["item"] else None
    yield Verwijzing(
        Verwijzingsoort.HANDELINGEN, id, treffer.group(), *treffer.span(), None if id else "item of vergaderjaar"
    )


def _lees_heel(soort: Verwijzingsoort) -> Callable[[re.Match[str]], Iterator[Verwijzing]]:
    def lees(treffer: re.Match[str]) -> Iterator[Verwijzing]:
        id = treffer.groupdict().get("id") or treffer.group()
        yield Verwijzing(soort, id, treffer.group(), *treffer.span())

    return lees


def _lees_antwoord(treffer: re.Match[str]) -> Iterator[Verwijzing]:
    if re.match(r"\s+van\s+(?:eerdere|de\s+(?:vragen|leden)|het\s+lid|mijn|uw)\b", treffer.string[treffer.end() :]):
        return  # an answer in another set
    for (begin, einde), nummer in _per_nummer(treffer, "nummers", met_reeks=True):
        yield Verwijzing(Verwijzingsoort.ANTWOORD, f"antwoord-{nummer}", treffer.string[begin:einde], begin, einde)


def _per_nummer(
    treffer: re.Match[str], groep: str, *, met_reeks: bool = False
) -> Iterator[tuple[tuple[int, int], str]]:
    """Each number with its span; the first span reaches back to the start of the citation, a range is filled in."""
    begin = treffer.start()
    vorig: int | None = None
    for deel in re.finditer(r"\d+[a-z]?", treffer[groep]):
        van, tot = treffer.start(groep) + deel.start(), treffer.start(groep) + deel.end()
        tussen = treffer.string[max(begin, van - 14) : van]
        if met_reeks and vorig is not None and re.search(r"(?:t/m|tot en met)\s*$", tussen) and deel.group().isdigit():
            for nummer in range(vorig + 1, min(int(deel.group()), vorig + 200)):
                yield (van, tot), str(nummer)
        yield (begin if vorig is None else van, tot), deel.group()
        vorig = int(re.sub(r"\D", "", deel.group()))


def _dossier(tekst: str) -> str:
    cijfers, toevoeging = re.fullmatch(r"(\d{2}[ \u00a0]?\d{3})(?:[ \u00a0-](.+))?", tekst.strip()).groups()  # type: ignore[union-attr]
    kaal = re.sub(r"\D", "", cijfers)
    return f"{kaal}-{toevoeging.upper()}" if toevoeging else kaal


_LEZERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Iterator[Verwijzing]]], ...] = (
    (_ID, _lees_id),
    (_DOCUMENT, _lees_heel(Verwijzingsoort.DOCUMENT)),
    (_AANHANGSEL, _lees_aanhangsel),
    (_HANDELINGEN, _lees_handelingen),
    (_KAMERSTUK, _lees_kamerstuk),
    (_KAMERSTUK_KAAL, _lees_kamerstuk),
    (_ZAAK, _lees_heel(Verwijzingsoort.ZAAK)),
    (_TOEZEGGING, _lees_heel(Verwijzingsoort.TOEZEGGING)),
    (_AANHANGSEL_KORT, _lees_aanhangsel),
    (_ANTWOORD, _lees_antwoord),
)
