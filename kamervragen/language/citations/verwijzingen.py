"""Citations in running Dutch: pieces of the Kamer, registered promises, and answers within the same set."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.kalender import Vergaderjaar
from kamervragen.domain.nummers import Aanhangselnummer, Handelingennummer, Kamerstuk


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
_UITGAVE = r"(?:-[hn]\d{1,2}\b)?"
_REEKS = rf"\d{{1,5}}{_UITGAVE}(?:(?:\s*,\s*|\s*,?\s+en\s+)\d{{1,5}}(?![\d\s]*\d{{3}}\b){_UITGAVE})*"
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
         (?P<jaren>{_JAREN})?,?\s*(?:nrs?\.?\s*)?
         (?:(?P<nummers>\d{{1,4}}{_UITGAVE}(?:(?:\s*,\s*|\s*,?\s+en\s+)\d{{1,4}}\b{_UITGAVE})*)(?:,\s*item\s+\d+)?
           |(?<=nr\.\s)(?:…|\.\.\.|[xX]{{1,4}}\b|_+))""",
    re.VERBOSE | re.IGNORECASE,
)
_AANHANGSEL_KORT = re.compile(r"\bAH\s*(?P<nummers>\d{1,4})\b")
_HANDELINGEN = re.compile(
    rf"\bHandelingen\s+(?P<kamer>I{{1,2}})?,?\s*(?:vergaderjaar\s*)?(?P<jaren>{_JAREN}),\s*nr\.?\s*(?P<nummer>\d+),\s*(?:item\s+(?P<item>\d+)|blz\.?\s*[\d–-]+)",
    re.IGNORECASE,
)
_ZAAK = re.compile(rf"(?<!\w){_J}Z\d{{5}}(?!\d)")
_DOCUMENT = re.compile(rf"(?:\bKamerstuk(?:ken)?\s+)?(?<!\w)(?P<id>{_J}D\d{{5}})(?!\d)")
_TOEZEGGING = re.compile(r"(?<!\w)(?:TZ20\d{4}-\d{3}|T\d{5})(?!\d)")
_NIEUW_ID = re.compile(r"(?:ah|kst|blg)-\d{6,8}")
_ID = re.compile(
    r"(?<!\w)(?:ah-(?:tk|ek)-\d{8}-\d{1,4}(?:-[hn]\d+)?|kst-\d{5}(?:-[\w()]{1,9}){0,3}-\w{1,9}|(?P<handelingen>h-(?:tk|ek)-\d{8}-\d{1,3}-\d{1,3})|(?:ah|kst)-\d{6,8})(?![\w-])"
)
_LABELS = (
    r"(?P<nummers>\d{1,3}[a-z]?(?![\d.]\d)(?:(?:\s{0,3},\s{0,3}|\s{0,3},?\s{1,3}en\s{1,3}|\s{1,3}t/m\s{1,3}|"
    r"\s{1,3}tot en met\s{1,3})\d{1,3}[a-z]?\b){0,60})"
)
_VRAAG = r"(?:deel)?vra(?:ag|gen)\s+"
_ANTWOORD = re.compile(
    rf"\b(?:antwoord(?:en)?|beantwoording)\s+(?:(?:op|bij|onder|van)\s+)?(?:de\s+)?{_VRAAG}{_LABELS}", re.IGNORECASE
)
# 'Zie antwoord 3', 'zoals onder vraag 1 is aangegeven': a question named as the place of its answer.
_ANTWOORD_KORT = re.compile(
    rf"(?:(?<=\bzie\s)|(?<=\bzie ook\s)|(?<=\bverwijs naar\s)|(?<=\bzie hiervoor\s))"
    rf"(?:(?:het|mijn|de)\s+)?(?:antwoord(?:en)?\s+(?:op\s+)?|{_VRAAG}){_LABELS}",
    re.IGNORECASE,
)
_ONDER_VRAAG = re.compile(
    rf"(?:(?<=\bonder\s)|(?<=\bbij\s)){_VRAAG}{_LABELS}(?=\s+(?:\w+\s+){{0,3}}(?:aangegeven|gemeld|toegelicht|geantwoord|"
    r"vermeld|beschreven|uiteengezet|opgemerkt)\b)",
    re.IGNORECASE,
)


@lru_cache(maxsize=4_096)  # a page reads the same few texts over and over
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


def citeer(id: str) -> str:
    """The house style of a canonical id: 'kst-33552-124' -> 'Kamerstuk 33 552, nr. 124'. Reading it gives the id again.

    An id without a spelling of its own ('2026Z08701', 'kst-1268678') is printed as it is.
    """
    if _NIEUW_ID.fullmatch(id):
        return id
    if id.startswith("kst-"):
        return Kamerstuk.parse(id).citaat
    if id.startswith("ah-"):
        return Aanhangselnummer.parse(id).citaat
    if id.startswith("h-"):
        return Handelingennummer.parse(id).citaat
    return f"antwoord op vraag {id.removeprefix('antwoord-')}" if id.startswith("antwoord-") else id


def _lees_id(treffer: re.Match[str]) -> Iterator[Verwijzing]:
    soort = Verwijzingsoort.AANHANGSEL if treffer.group().startswith("ah") else Verwijzingsoort.KAMERSTUK
    soort = Verwijzingsoort.HANDELINGEN if treffer["handelingen"] else soort
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
    if not treffer["nummers"]:
        yield Verwijzing(Verwijzingsoort.AANHANGSEL, None, treffer.group(), *treffer.span(), "nummer")
        return
    for (begin, einde), label in _per_nummer(treffer, "nummers"):
        nummer, _, uitgave = label.partition("-")
        try:
            id = str(Aanhangselnummer(Vergaderjaar.parse(jaren), int(nummer), kamer, uitgave)) if jaren else None
        except Ongeldig:
            id = None
        gemis = None if id else "vergaderjaar"
        yield Verwijzing(Verwijzingsoort.AANHANGSEL, id, treffer.string[begin:einde], begin, einde, gemis)


def _lees_handelingen(treffer: re.Match[str]) -> Iterator[Verwijzing]:
    kamer = "ek" if (treffer["kamer"] or "").upper() == "I" else "tk"
    try:
        jaar = Vergaderjaar.parse(treffer["jaren"])
        id = (
            str(Handelingennummer(jaar, int(treffer["nummer"]), int(treffer["item"]), kamer))
            if treffer["item"]
            else None
        )
    except Ongeldig:
        id = None
    yield Verwijzing(
        Verwijzingsoort.HANDELINGEN, id, treffer.group(), *treffer.span(), None if id else "item of vergaderjaar"
    )


def _lees_heel(soort: Verwijzingsoort) -> Callable[[re.Match[str]], Iterator[Verwijzing]]:
    def lees(treffer: re.Match[str]) -> Iterator[Verwijzing]:
        id = treffer.groupdict().get("id") or treffer.group()
        yield Verwijzing(soort, id, treffer.group(), *treffer.span())

    return lees


def _lees_antwoord(treffer: re.Match[str]) -> Iterator[Verwijzing]:
    voor, na = treffer.string[: treffer.start()], treffer.string[treffer.end() :]
    if (
        treffer.group()[:1] == "A"
        and re.search(r"(?:^|\n)[ \t]*$", voor)
        and re.match(r"[ \t]*[.:]?[ \t]*(?:\n|$)", na)
    ):
        return  # a heading
    if re.match(r"\s+van\s+(?:eerdere|de\s+(?:vragen|leden)|het\s+lid|mijn|uw)\b", na):
        return  # an answer in another set
    for (begin, einde), nummer in _per_nummer(treffer, "nummers", met_reeks=True):
        yield Verwijzing(Verwijzingsoort.ANTWOORD, f"antwoord-{nummer}", treffer.string[begin:einde], begin, einde)


def _per_nummer(
    treffer: re.Match[str], groep: str, *, met_reeks: bool = False
) -> Iterator[tuple[tuple[int, int], str]]:
    """Each number with its span; the first span reaches back to the start of the citation, a range is filled in."""
    begin = treffer.start()
    vorig: int | None = None
    for deel in re.finditer(r"\d+(?:-[hn]\d+|[a-z])?", treffer[groep]):
        van, tot = treffer.start(groep) + deel.start(), treffer.start(groep) + deel.end()
        tussen = treffer.string[max(begin, van - 14) : van]
        if met_reeks and vorig is not None and re.search(r"(?:t/m|tot en met)\s*$", tussen) and deel.group().isdigit():
            for nummer in range(vorig + 1, min(int(deel.group()), vorig + 200)):
                yield (van, tot), str(nummer)
        yield (begin if vorig is None else van, tot), deel.group()
        vorig = int(re.match(r"\d+", deel.group()).group())  # type: ignore[union-attr]


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
    (_ANTWOORD_KORT, _lees_antwoord),
    (_ONDER_VRAAG, _lees_antwoord),
)
