"""Time phrases: "voor de zomer van 2026" and the date of the letter -> a window of dates, with its derivation.

The windows are a defensible reading, not law. *Bron:* the conventions written out in `docs/tijdsaanduidingen.md`.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kamervragen.domain.afleiding import Afleiding, Stap, stap
from kamervragen.domain.kalender import reces_in

MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


class Zekerheid(StrEnum):
    """`datum`: a day was named. `periode`: a season, month or quarter. `vaag` and `gebeurtenis` have no end."""

    DATUM = "datum"
    PERIODE = "periode"
    VAAG = "vaag"
    GEBEURTENIS = "gebeurtenis"


@dataclass(frozen=True, slots=True)
class Tijdsaanduiding:
    """A phrase, where it stands (code points, half open), and the window it opens. `einde` None has no end."""

    tekst: str
    plaats: tuple[int, int]
    begin: date
    einde: date | None
    zekerheid: Zekerheid
    afleiding: Afleiding


_Venster = tuple[date, date | None, Zekerheid, tuple[Stap, ...]]
_M = "|".join(MAANDEN)
_JAAR = r"(?:\s+(?:van\s+)?(?P<jaar>(?:19|20)\d{2}|dit\s+jaar|volgend\s+jaar|komend\s+jaar))?"
_WOORDGETAL = {
    "een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6,
    "zeven": 7, "acht": 8, "negen": 9, "tien": 10, "elf": 11, "twaalf": 12,
}  # fmt: skip
_RANG = {"eerste": 1, "1e": 1, "tweede": 2, "2e": 2, "derde": 3, "3e": 3, "vierde": 4, "4e": 4}


def tijdsaanduidingen(tekst: str, op: date) -> tuple[Tijdsaanduiding, ...]:
    """Every time phrase in `tekst`, read against `op`, the date of the document. The longest reading wins."""
    kandidaten: list[Tijdsaanduiding] = []
    for patroon, lees in _REGELS:
        for treffer in patroon.finditer(tekst):
            if (venster := lees(treffer, op)) is not None:
                begin, einde, zekerheid, stappen = venster
                kandidaten.append(
                    Tijdsaanduiding(treffer.group(), treffer.span(), begin, einde, zekerheid, Afleiding(stappen))
                )
    kandidaten.sort(key=lambda k: (k.plaats[0] - k.plaats[1], k.plaats[0]))
    bezet = bytearray(len(tekst))
    gekozen: list[Tijdsaanduiding] = []
    for kandidaat in kandidaten:
        van, tot = kandidaat.plaats
        if not any(bezet[van:tot]):
            gekozen.append(kandidaat)
            bezet[van:tot] = b"\1" * (tot - van)
    return tuple(sorted(gekozen, key=lambda k: k.plaats))


def _jaar(treffer: re.Match[str], op: date, *, voorbij: date | None = None) -> int:
    """The year a phrase means: the named one, else this year, or the next once `voorbij` lies before the document."""
    genoemd = (treffer.groupdict().get("jaar") or "").lower()
    if genoemd.isdigit():
        return int(genoemd)
    if genoemd.startswith(("volgend", "komend")):
        return op.year + 1
    if not genoemd and voorbij is not None and voorbij < op:
        return op.year + 1
    return op.year


def _periode(op: date, begin: date, einde: date, *stappen: Stap, zekerheid: Zekerheid = Zekerheid.PERIODE) -> _Venster:
    """A period; it never begins before the document, unless it is wholly past."""
    if begin < op <= einde:
        return op, einde, zekerheid, (*stappen, stap("niet_voor_het_document", datum=op))
    return begin, einde, zekerheid, stappen


def _tot(op: date, einde: date, *stappen: Stap, zekerheid: Zekerheid = Zekerheid.PERIODE) -> _Venster:
    return min(op, einde), einde, zekerheid, (stap("vanaf_het_document", datum=op), *stappen)


def _voor_reces(treffer: re.Match[str], op: date) -> _Venster:
    naam = "kerstreces" if "kerst" in treffer.group().lower() else "zomerreces"
    if naam == "kerstreces" and "reces" not in treffer.group().lower():
        einde = date(_jaar(treffer, op, voorbij=date(op.year, 12, 24)), 12, 24)
        return _tot(op, einde, stap("dag_voor_kerst", einde=einde))
    jaar = _jaar(treffer, op, voorbij=_recesbegin(op.year, naam) - timedelta(days=1))
    begin = _recesbegin(jaar, naam)
    einde = begin - timedelta(days=1)
    code = "dag_voor_reces" if reces_in(jaar, naam) else "dag_voor_reces_geschat"
    return _tot(op, einde, stap(code, reces=naam, begin=begin, einde=einde))


def _recesbegin(jaar: int, naam: str) -> date:
    """First day of the recess; by pattern where the table has none: first Friday of July, third of December."""
    if reces := reces_in(jaar, naam):
        return reces.begin
    eerste = date(jaar, 7, 1) if naam == "zomerreces" else date(jaar, 12, 15)
    return eerste + timedelta(days=(4 - eerste.weekday()) % 7)


def _einde_reces(treffer: re.Match[str], op: date) -> _Venster:
    dit_jaar = reces_in(op.year, "zomerreces")
    jaar = _jaar(treffer, op, voorbij=dit_jaar.einde if dit_jaar else date(op.year, 8, 31))
    reces = reces_in(jaar, "zomerreces")
    # Without a row in the table: up to the first Monday of September, when the Kamer returns.
    einde = reces.einde if reces else date(jaar, 9, 1) + timedelta(days=-date(jaar, 9, 1).weekday() % 7)
    return _tot(op, einde, stap("einde_reces", reces="zomerreces", einde=einde))


def _na_zomer(treffer: re.Match[str], op: date) -> _Venster:
    jaar = _jaar(treffer, op, voorbij=date(op.year, 10, 31))
    return _periode(op, date(jaar, 9, 1), date(jaar, 10, 31), stap("na_de_zomer", jaar=jaar))


def _seizoen(treffer: re.Match[str], op: date) -> _Venster:
    naam = treffer["seizoen"].lower()
    begin, einde = {
        "zomer": ((6, 1), (8, 31)),
        "najaar": ((9, 1), (11, 30)),
        "herfst": ((9, 1), (11, 30)),
        "voorjaar": ((3, 1), (5, 31)),
        "lente": ((3, 1), (5, 31)),
    }[naam]
    if treffer["rond"] and naam == "zomer":
        einde = (9, 30)
    jaar = _jaar(treffer, op, voorbij=date(op.year, *einde))
    return _periode(op, date(jaar, *begin), date(jaar, *einde), stap("seizoen", seizoen=naam, jaar=jaar))


def _winter(treffer: re.Match[str], op: date) -> _Venster:
    jaar = _jaar(treffer, op)
    if op < date(jaar, 3, 1) and not treffer["jaar"]:
        jaar -= 1
    einde = date(jaar + 1, 3, 1) - timedelta(days=1)
    return _periode(op, date(jaar, 12, 1), einde, stap("seizoen", seizoen="winter", jaar=jaar))


def _deel_van_jaar(treffer: re.Match[str], op: date) -> _Venster:
    deel = treffer["deel"].lower()
    jaar = _jaar(treffer, op)
    grenzen = {"begin": ((1, 1), (3, 31)), "medio": ((5, 1), (8, 31)), "halverwege": ((5, 1), (8, 31))}
    begin, einde = grenzen.get(deel, ((11, 15), (12, 31)))
    return _periode(op, date(jaar, *begin), date(jaar, *einde), stap("deel_van_jaar", deel=deel, jaar=jaar))


def _loop_van_jaar(treffer: re.Match[str], op: date) -> _Venster:
    jaar = _jaar(treffer, op)
    return _periode(op, date(jaar, 1, 1), date(jaar, 12, 31), stap("loop_van_jaar", jaar=jaar))


def _einde_van_jaar(treffer: re.Match[str], op: date) -> _Venster:
    jaar = _jaar(treffer, op)
    return _tot(op, date(jaar, 12, 31), stap("uiterlijk_einde_jaar", jaar=jaar))


def _helft(treffer: re.Match[str], op: date) -> _Venster:
    helft = _RANG[treffer["rang"].lower()]
    jaar = _jaar(treffer, op)
    begin, einde = (date(jaar, 1, 1), date(jaar, 6, 30)) if helft == 1 else (date(jaar, 7, 1), date(jaar, 12, 31))
    return _periode(op, begin, einde, stap("halfjaar", helft=helft, jaar=jaar))


def _kwartaal(treffer: re.Match[str], op: date) -> _Venster | None:
    woord = (treffer["rang"] or treffer["cijfer"]).lower()
    kwartaal = _RANG.get(woord) or int(woord)
    jaar = _jaar(treffer, op, voorbij=_maandeinde(op.year, 3 * kwartaal))
    begin, einde = date(jaar, 3 * kwartaal - 2, 1), _maandeinde(jaar, 3 * kwartaal)
    deel = (treffer["deel"] or "").lower()
    if deel in ("eind", "einde"):
        begin = date(jaar, 3 * kwartaal, 1)
    stapje = stap("kwartaal", kwartaal=kwartaal, jaar=jaar)
    if re.match(r"(?:uiterlijk|voor|vóór)\b", treffer.group(), re.IGNORECASE):
        return _tot(op, begin - timedelta(days=1) if treffer.group()[0] in "vV" else einde, stapje)
    return _periode(op, begin, einde, stapje)


def _maand(treffer: re.Match[str], op: date) -> _Venster:
    maand = MAANDEN.index(treffer["maand"].lower()) + 1
    jaar = _jaar(treffer, op, voorbij=_maandeinde(op.year, maand))
    deel = (treffer["deel"] or "").lower()
    begin, einde = date(jaar, maand, 1), _maandeinde(jaar, maand)
    if deel == "begin":
        einde = date(jaar, maand, 10)
    elif deel in ("medio", "half", "halverwege"):
        begin, einde = date(jaar, maand, 10), date(jaar, maand, 20)
    elif deel.startswith("eind"):
        begin = date(jaar, maand, 21)
    if tweede := treffer.groupdict().get("maand2"):
        tweede_maand = MAANDEN.index(tweede.lower()) + 1
        einde = _maandeinde(jaar + (tweede_maand < maand), tweede_maand)
    stapje = stap("maand", deel=deel or "in", maand=MAANDEN[maand - 1], jaar=jaar)
    if treffer["voor"]:
        voor = "voor" in treffer["voor"].lower() or "vóór" in treffer["voor"].lower()
        # "voor september" ends the day before; "uiterlijk in september" and "voor eind september" end with the month.
        return _tot(op, begin - timedelta(days=1) if voor and not deel.startswith("eind") else einde, stapje)
    return _periode(op, begin, einde, stapje)


def _dag(treffer: re.Match[str], op: date) -> _Venster | None:
    maand = MAANDEN.index(treffer["maand"].lower()) + 1
    genoemd = int(treffer["dag"])
    verleden = re.search(r"\b(?:jl|jongstleden|l\.l)\b", treffer.group())
    try:
        jaar = int(treffer["jaar"]) if (treffer["jaar"] or "").isdigit() else op.year
        if (maand, genoemd) == (2, 29) and not treffer["jaar"]:
            jaar = next(j for j in range(jaar, jaar + 9) if calendar.isleap(j) and date(j, 2, 29) >= op)
        dag = date(jaar, maand, genoemd)
        if not treffer["jaar"] and not verleden and dag < op - timedelta(days=60):
            dag = date(op.year + 1, maand, genoemd)
        elif verleden and dag > op:
            dag = date(op.year - 1, maand, genoemd)
    except ValueError:
        return None
    voor = (treffer["voor"] or "").lower()
    if voor in ("voor", "vóór"):
        einde = dag - timedelta(days=1)
        return _tot(op, einde, stap("dag_voor", datum=dag, einde=einde), zekerheid=Zekerheid.DATUM)
    if voor in ("uiterlijk", "uiterlijk op", "per", "tot", "met ingang van"):
        return _tot(op, dag, stap("uiterlijk", datum=dag), zekerheid=Zekerheid.DATUM)
    return dag, dag, Zekerheid.DATUM, (stap("op_dag", datum=dag),)


def _over_tijd(treffer: re.Match[str], op: date) -> _Venster | None:
    woord = treffer["aantal"].lower()
    aantal = int(woord) if woord.isdigit() else _WOORDGETAL.get(woord)
    if aantal is None or aantal > 120:
        return None
    eenheid = treffer["eenheid"].lower()
    einde = _later(op, aantal, eenheid)
    stapje = stap("na_verloop", aantal=aantal, eenheid=eenheid, einde=einde)
    return _tot(op, einde, stapje)


def _later(op: date, aantal: int, eenheid: str) -> date:
    if eenheid.startswith("dag"):
        return op + timedelta(days=aantal)
    if eenheid.startswith("we"):
        return op + timedelta(weeks=aantal)
    maanden = op.month - 1 + aantal * (12 if eenheid.startswith("jaar") else 1)
    jaar, maand = op.year + maanden // 12, maanden % 12 + 1
    return date(jaar, maand, min(op.day, _maandeinde(jaar, maand).day))


def _week(treffer: re.Match[str], op: date) -> _Venster:
    maandag = op - timedelta(days=op.weekday()) + timedelta(weeks=1)
    return _periode(op, maandag, maandag + timedelta(days=6), stap("volgende_week", begin=maandag))


def _nota(treffer: re.Match[str], op: date) -> _Venster:
    voorjaar = "voorjaar" in treffer.group().lower()
    eind = (6, 1) if voorjaar else (11, 30)
    begin = (3, 1) if voorjaar else (11, 1)
    jaar = _jaar(treffer, op, voorbij=date(op.year, *eind))
    return _periode(op, date(jaar, *begin), date(jaar, *eind), stap("nota", nota=treffer["nota"].lower(), jaar=jaar))


def _jaren(treffer: re.Match[str], op: date) -> _Venster:
    begin, einde = int(treffer["van"]), int(treffer["tot"])
    return _periode(op, date(begin, 1, 1), date(einde, 12, 31), stap("jaren", begin=begin, einde=einde))


def _vaag(treffer: re.Match[str], op: date) -> _Venster:
    return op, None, Zekerheid.VAAG, (stap("vaag", woorden=treffer.group().lower()),)


def _gebeurtenis(treffer: re.Match[str], op: date) -> _Venster:
    return op, None, Zekerheid.GEBEURTENIS, (stap("gebeurtenis", woorden=treffer.group()),)


def _maandeinde(jaar: int, maand: int) -> date:
    return (date(jaar, maand, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _r(patroon: str) -> re.Pattern[str]:
    return re.compile(patroon, re.IGNORECASE)


_VOOR = r"(?:v[oó]{2}r|uiterlijk\s+voor|nog\s+v[oó]{2}r)"
_REGELS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], _Venster | None]], ...] = (
    (_r(rf"\b{_VOOR}\s+(?:het\s+begin\s+van\s+)?(?:de\s+(?:zomer(?!nota|reces)|kerst)|(?:het\s+)?(?:zomer|kerst)reces|de\s+zomervakantie){_JAAR}\b"), _voor_reces),
    (_r(rf"\b(?:uiterlijk\s+)?(?:v[oó]{{2}}r|aan|tegen|op)\s+het\s+einde\s+van\s+het\s+zomerreces{_JAAR}"), _einde_reces),
    (_r(rf"\b(?:(?:direct|kort|meteen)\s+)?na\s+(?:de\s+zomer|het\s+zomerreces|het\s+reces|de\s+zomervakantie){_JAAR}\b"), _na_zomer),
    (_r(rf"\b(?:(?:in|deze|dit|komend[e]?|volgend[e]?|aankomend[e]?|(?P<rond>rond|omstreeks))\s+)(?:(?:de|het|dit)\s+)?(?:(?:loop\s+van\s+)(?:de|het)\s+)?(?P<seizoen>zomer|najaar|herfst|voorjaar|lente){_JAAR}\b(?!\s*nota)"), _seizoen),
    (_r(rf"\b(?:in|deze|komende)\s+(?:de\s+)?winter{_JAAR}\b"), _winter),
    (_r(r"\b(?:(?:aan|tegen)\s+het\s+|in\s+het\s+)?(?P<deel>begin|medio|halverwege|einde?)\s+(?:van\s+)?(?:het\s+jaar\b|(?P<jaar>(?:19|20)\d{2}|dit\s+jaar|volgend\s+jaar|komend\s+jaar))"), _deel_van_jaar),
    (_r(r"\b(?:in\s+de\s+loop\s+van|gedurende|in)\s+(?:het\s+jaar\s+)?(?P<jaar>(?:19|20)\d{2}|volgend\s+jaar|dit\s+jaar|komend\s+jaar)\b(?!\s*[-–/]\s*\d)"), _loop_van_jaar),
    (_r(r"\b(?:nog\s+dit\s+jaar|(?:nog\s+|later\s+)?(?P<jaar>dit\s+jaar|volgend\s+jaar|komend\s+jaar))\b"), _loop_van_jaar),
    (_r(rf"\b(?:uiterlijk|{_VOOR})\s+(?:het\s+)?einde?\s+(?:van\s+)?(?:het\s+jaar|(?P<jaar>(?:19|20)\d{{2}}|dit\s+jaar|volgend\s+jaar))"), _einde_van_jaar),
    (_r(rf"\b(?:in\s+)?de\s+(?P<rang>eerste|tweede)\s+(?:helft|jaarhelft)(?:\s+van)?{_JAAR}\b"), _helft),
    (_r(rf"\b(?:uiterlijk\s+|v[oó]{{2}}r\s+)?(?:(?:in|aan)\s+)?(?:(?P<deel>begin|medio|einde?)\s+(?:van\s+)?)?(?:het\s+)?(?:Q(?P<cijfer>[1-4])|(?:(?P<rang>eerste|tweede|derde|vierde|[1-4]e)\s+kwartaal)){_JAAR}\b"), _kwartaal),
    (_r(rf"\b(?:(?P<voor>{_VOOR}|uiterlijk(?:\s+in)?)\s+)?(?:(?:in(?:\s+de\s+loop\s+van)?|tot)\s+)?(?:de\s+maand\s+)?(?:(?P<deel>begin|medio|half|halverwege|einde?)\s+)?(?<!\d )(?P<maand>{_M})(?:\s+(?:en|of)\s+(?P<maand2>{_M}))?(?:\s+(?P<jaar>(?:19|20)\d{{2}}|dit\s+jaar|volgend\s+jaar))?(?:\s+a\.s\.)?\b"), _maand),
    (_r(rf"\b(?:(?P<voor>uiterlijk(?:\s+op)?|v[oó]{{2}}r|per|met\s+ingang\s+van|tot)\s+|op\s+|d\.d\.\s*)?(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag\s+)?(?P<dag>\d{{1,2}})\s+(?P<maand>{_M})(?:\s+(?P<jaar>(?:19|20)\d{{2}}))?(?:\s*,?\s*(?:jl|jongstleden|a\.s)\.?)?"), _dag),
    (_r(r"\b(?:binnen|over)\s+(?:uiterlijk\s+|ongeveer\s+|circa\s+)?(?P<aantal>\d{1,3}|" + "|".join(_WOORDGETAL) + r")\s+(?P<eenheid>dagen|dag|weken|week|maanden|maand|jaar)\b"), _over_tijd),
    (_r(r"\b(?:begin\s+|eind\s+|in\s+de\s+loop\s+van\s+)?(?:volgende|komende)\s+week\b"), _week),
    (_r(rf"\b(?:bij|in|met|rond)\s+(?:de\s+)?(?P<nota>voorjaarsnota|najaarsnota|voorjaarsbesluitvorming){_JAAR}\b"), _nota),
    (_r(r"\btussen\s+(?P<van>20\d{2})\s+en\s+(?P<tot>20\d{2})\b"), _jaren),
    (_r(r"\b(?:binnenkort|spoedig|op\s+(?:zeer\s+)?korte\s+termijn|zo\s+(?:spoedig|snel)\s+mogelijk|zsm|zo\s+snel\s+als\s+mogelijk|(?:(?:in|gedurende)\s+)?de\s+komende\s+(?:periode|tijd|weken|maanden|jaren)|te\s+zijner\s+tijd|op\s+termijn|(?<=hier )snel|te\s+gelegener\s+tijd)\b"), _vaag),
    (_r(r"\b(?:zodra|nadat|wanneer|na\s+(?:afronding|ontvangst|ommekomst|afloop|publicatie)\s+van)\b[^,.;]*"), _gebeurtenis),
)  # fmt: skip
