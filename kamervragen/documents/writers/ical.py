"""Days as a calendar that any program subscribes to. *Bron:* RFC 5545 (iCalendar) and RFC 7986 (its name)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from icalendar import Calendar, Event

TYPE = "text/calendar; charset=utf-8"
_STUUR = re.compile(r"[\x00-\x08\x0b-\x1f]")


@dataclass(frozen=True, slots=True)
class Dagpunt:
    """A whole day, or several through `einde`. `uid` is the same each time the calendar is fetched."""

    uid: str
    dag: date
    titel: str
    uitleg: str
    adres: str
    einde: date | None = None


def render(naam: str, punten: Iterable[Dagpunt], moment: datetime) -> bytes:
    """The calendar; `moment` is when it was made."""
    kalender = Calendar()
    kalender.add("prodid", "-//kamervragen//NL")
    kalender.add("version", "2.0")
    kalender.add("method", "PUBLISH")
    kalender.add("name", naam)
    kalender.add("x-wr-calname", naam)
    kalender.add("refresh-interval", timedelta(hours=4), parameters={"VALUE": "DURATION"})
    for punt in punten:
        gebeurtenis = Event()
        gebeurtenis.add("uid", punt.uid)
        gebeurtenis.add("dtstamp", moment)
        gebeurtenis.add("dtstart", punt.dag)
        gebeurtenis.add("dtend", (punt.einde or punt.dag) + timedelta(days=1))  # the first day after it
        gebeurtenis.add("summary", _STUUR.sub(" ", punt.titel))
        if punt.uitleg:
            gebeurtenis.add("description", _STUUR.sub(" ", punt.uitleg))
        gebeurtenis.add("url", punt.adres)
        gebeurtenis.add("transp", "TRANSPARENT")  # nobody is occupied by a last day
        kalender.add_component(gebeurtenis)
    data: bytes = kalender.to_ical()
    return data
