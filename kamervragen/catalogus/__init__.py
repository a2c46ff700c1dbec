"""The one catalogue of screen texts: gettext, with Dutch as the language of the source.

`messages.pot` beside this file lists every text; a test keeps it complete. Codes of derivations, doubts and
shortcomings get their words here, so that rules and readers stay without language.
"""

from __future__ import annotations

import gettext as _gettext
from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

from babel.dates import format_date
from babel.numbers import format_decimal

from kamervragen.domain.afleiding import Afleiding, Feitwaarde

LOCALE = "nl_NL"
_MAP = Path(__file__).parent / "locale"
_AMSTERDAM = ZoneInfo("Europe/Amsterdam")


@lru_cache
def vertaling(taal: str = "nl") -> _gettext.NullTranslations:
    """The translation of a language; Dutch is the source and needs no file."""
    return _gettext.translation("messages", str(_MAP), languages=[taal], fallback=True)


def gettext(tekst: str) -> str:
    """The text in the language of the screen."""
    return vertaling().gettext(tekst)


def maandnaam(dag: date) -> str:
    """'juli 2026'."""
    return str(format_date(dag, "MMMM y", locale=LOCALE))


def dagnaam(dag: date) -> str:
    """'maandag'."""
    return str(format_date(dag, "EEEE", locale=LOCALE))


def getal(waarde: float) -> str:
    """'12,5': a number as Dutch writes it."""
    return str(format_decimal(waarde, locale=LOCALE))


def klok(moment: datetime) -> str:
    """'14:05', in Amsterdam."""
    return moment.astimezone(_AMSTERDAM).strftime("%H:%M")


def datum(dag: date | datetime | None) -> str:
    """'8 juni 2026'; an instant is shown as its day in Amsterdam; nothing is an empty string."""
    if dag is None:
        return ""
    if isinstance(dag, datetime):
        dag = dag.astimezone(_AMSTERDAM).date()
    return str(format_date(dag, "d MMMM y", locale=LOCALE))


def tijdstip(moment: datetime) -> str:
    """'8 juni 2026, 14:05', in Amsterdam."""
    plaatselijk = moment.astimezone(_AMSTERDAM)
    return f"{datum(plaatselijk)}, {plaatselijk:%H:%M}"


def woorden(code: str, feiten: Iterable[tuple[str, Feitwaarde]] = ()) -> str:
    """The sentence for a code, with its facts filled in."""
    from kamervragen.catalogus.codes import ZINNEN

    waarden = {naam: datum(waarde) if isinstance(waarde, date) else waarde for naam, waarde in feiten}
    return gettext(ZINNEN[code]) % waarden


def plaats(code: str) -> str:
    """'antwoord-6' -> 'antwoord 6'; 'kop' and 'set' in words."""
    from kamervragen.catalogus.codes import PLAATSEN

    soort, _, nummer = code.partition("-")
    return f"{gettext(PLAATSEN[soort])} {nummer}".strip()


def verteld(afleiding: Afleiding) -> str:
    """A derivation in words, its steps joined by '; '."""
    return "; ".join(woorden(stap.code, stap.feiten) for stap in afleiding.stappen)
