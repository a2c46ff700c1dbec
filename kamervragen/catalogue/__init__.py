"""The one catalogue of screen texts: gettext, with Dutch as the language of the source.

`messages.pot` beside this file lists every text; a test keeps it complete. Codes of derivations, doubts and
shortcomings get their words here, so that rules and readers stay without language. Everything is in Dutch, but what is
said within `in_taal`: a page for whoever reads another language. What is kept or printed stays Dutch.
"""

from __future__ import annotations

import gettext as _gettext
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from kamervragen.domain.afleiding import Afleiding, Feitwaarde
from kamervragen.domain.errors import Fout

TALEN = {"nl": ("Nederlands", "nl_NL"), "en": ("English", "en_GB")}
_taal: ContextVar[str] = ContextVar("taal", default="nl")
_MAP = Path(__file__).parent / "locale"
_AMSTERDAM = ZoneInfo("Europe/Amsterdam")


@contextmanager
def in_taal(taal: str) -> Iterator[None]:
    """What is said inside is in this language, for this reader only; an unknown one is Dutch."""
    merk = _taal.set(taal if taal in TALEN else "nl")
    try:
        yield
    finally:
        _taal.reset(merk)


def taal() -> str:
    """The language that is spoken here: 'nl', or what `in_taal` says."""
    return _taal.get()


@lru_cache
def _vertaling(taal: str) -> _gettext.NullTranslations:
    """The translation of a language; Dutch is the source and needs no file."""
    pad = _MAP / f"{taal}.po"
    if not pad.exists():
        return _gettext.NullTranslations()
    gelezen = BytesIO()
    with pad.open("rb") as bestand:
        write_mo(gelezen, read_po(bestand, locale=taal))
    gelezen.seek(0)
    return _gettext.GNUTranslations(gelezen)


def gettext(tekst: str) -> str:
    """The text in the language of the screen."""
    return _vertaling(taal()).gettext(tekst)


def ngettext(een: str, meer: str, aantal: int) -> str:
    """The text for one or for more, in the language of the screen."""
    return _vertaling(taal()).ngettext(een, meer, aantal)


def foutzin(fout: Fout) -> str:
    """What went wrong, in the language of the screen."""
    zin = gettext(fout.tekst)
    return zin % fout.feiten if fout.feiten else zin


def _locale() -> str:
    return TALEN[taal()][1]


def maandnaam(dag: date) -> str:
    """'juli 2026'."""
    return str(format_date(dag, "MMMM y", locale=_locale()))


def dagnaam(dag: date) -> str:
    """'maandag'."""
    return str(format_date(dag, "EEEE", locale=_locale()))


def getal(waarde: float) -> str:
    """'12,5': a number as Dutch writes it."""
    return str(format_decimal(waarde, locale=_locale()))


def klok(moment: datetime) -> str:
    """'14:05', in Amsterdam."""
    return moment.astimezone(_AMSTERDAM).strftime("%H:%M")


def datum(dag: date | datetime | None) -> str:
    """'8 juni 2026'; an instant is shown as its day in Amsterdam; nothing is an empty string."""
    if dag is None:
        return ""
    if isinstance(dag, datetime):
        dag = dag.astimezone(_AMSTERDAM).date()
    return _datum(dag, _locale())


@lru_cache(maxsize=4_096)  # a list shows the same few days in every row
def _datum(dag: date, locale: str) -> str:
    return str(format_date(dag, "d MMMM y", locale=locale))


def tijdstip(moment: datetime) -> str:
    """'8 juni 2026, 14:05', in Amsterdam."""
    plaatselijk = moment.astimezone(_AMSTERDAM)
    return f"{datum(plaatselijk)}, {plaatselijk:%H:%M}"


def woorden(code: str, feiten: Iterable[tuple[str, Feitwaarde]] = ()) -> str:
    """The sentence for a code, with its facts filled in; a code may have another sentence for one of something."""
    from kamervragen.catalogue.codes import ZINNEN

    waarden = {naam: datum(waarde) if isinstance(waarde, date) else waarde for naam, waarde in feiten}
    een = f"{code}_een" if 1 in waarden.values() else code
    return gettext(ZINNEN.get(een, ZINNEN[code])) % waarden


def plaats(code: str) -> str:
    """'antwoord-6' -> 'antwoord 6'; 'kop' and 'set' in words."""
    from kamervragen.catalogue.codes import PLAATSEN

    soort, _, nummer = code.partition("-")
    return f"{gettext(PLAATSEN[soort])} {nummer}".strip()


def verteld(afleiding: Afleiding) -> str:
    """A derivation in words, its steps joined by '; '."""
    return "; ".join(woorden(stap.code, stap.feiten) for stap in afleiding.stappen)
