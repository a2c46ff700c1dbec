"""The heart: one set of questions with its answers and notes, as frozen values.

Every reader of a document makes a `Vragenset`, every writer takes one, the store keeps one.
Texts are Markdown; a note stands in them as its mark, `[^b1]` or `[^v1]`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.kalender import Vergaderjaar
from kamervragen.domain.nummers import Aanhangselnummer, Zaaknummer

# The mark of a note in a Markdown text.
MERK = re.compile(r"\[\^([bv]\d+)\]")
_VOORLETTERS = re.compile(r"^(?:(?:mr|drs|dr|ir|ing|prof)\.\s*)*(?:[A-ZÀ-Ý][a-z]{0,2}\.\s*)+", re.IGNORECASE)
# Ministers without a ministry of their own are 'minister voor', all others 'minister van'.
_MINISTERS_VOOR = frozenset(
    {
        "Natuur en Stikstof",
        "Klimaat en Energie",
        "Langdurige Zorg en Sport",
        "Primair en Voortgezet Onderwijs",
        "Buitenlandse Handel en Ontwikkelingssamenwerking",
        "Armoedebeleid, Participatie en Pensioenen",
        "Rechtsbescherming",
        "Medische Zorg",
    }
)


class Soort(StrEnum):
    """What a document about a set is."""

    VRAGEN = "vragen"
    ANTWOORD = "antwoord"
    NADER_ANTWOORD = "nader_antwoord"
    UITSTEL = "uitstel"
    BEANTWOORD_BIJ_BRIEF = "beantwoord_bij_brief"
    INGETROKKEN = "ingetrokken"


class Instrument(StrEnum):
    """By which right the questions are asked: a member's, or a committee's list about a paper."""

    SCHRIFTELIJKE_VRAGEN = "schriftelijke_vragen"
    LIJST_VAN_VRAGEN = "lijst_van_vragen"
    COMMISSIEVERZOEK = "commissieverzoek"


class Kamer(StrEnum):
    """Which chamber asks, as its numbers spell it."""

    TWEEDE = "tk"
    EERSTE = "ek"


class Nootsoort(StrEnum):
    """`bron` is the asker's '1)' under the questions, `voetnoot` the minister's own note."""

    BRON = "bron"
    VOETNOOT = "voetnoot"


@dataclass(frozen=True, slots=True)
class Lid:
    """A member of the Kamer, with the fractie as the document writes it."""

    naam: str
    fractie: str | None = None


@dataclass(frozen=True, slots=True)
class Bewindspersoon:
    """A minister or staatssecretaris. The name is absent where only the office is named."""

    functie: str
    naam: str | None
    portefeuille: str | None

    @property
    def achternaam(self) -> str | None:
        """The surname as the Kamer prints it: 'D.M. van Weel' -> 'Van Weel'."""
        if self.naam is None:
            return None
        kaal = _VOORLETTERS.sub("", self.naam).strip()
        return kaal[:1].upper() + kaal[1:] or self.naam

    def __str__(self) -> str:
        """'minister Van Weel (Justitie en Veiligheid)', or the bare office: 'minister van Justitie en Veiligheid'."""
        if self.naam:
            return f"{self.functie} {self.naam}" + (f" ({self.portefeuille})" if self.portefeuille else "")
        return f"{self.functie} {_van_of_voor(self.portefeuille)}" if self.portefeuille else self.functie


@dataclass(frozen=True, slots=True)
class Noot:
    """A note. Its `merk` stands in the text as `[^b1]`; sources and footnotes are numbered apart."""

    soort: Nootsoort
    nummer: int
    tekst: str
    url: str | None = None

    @property
    def id(self) -> str:
        return f"{self.soort.value[0]}{self.nummer}"

    @property
    def merk(self) -> str:
        return f"[^{self.id}]"


@dataclass(frozen=True, slots=True)
class Vraag:
    """One question. `label` is the number as printed ('1a'), `nummer` its whole part."""

    nummer: int
    label: str
    tekst: str


@dataclass(frozen=True, slots=True)
class Antwoord:
    """One answer, to one or more questions, named by their labels in the order of the heading."""

    labels: tuple[str, ...]
    tekst: str

    @property
    def nummers(self) -> tuple[int, ...]:
        return tuple(dict.fromkeys(nummer_van(label) for label in self.labels))


@dataclass(frozen=True, slots=True)
class Vragenset:
    """A whole set: heading, questions, answers, notes. Absent is None or an empty tuple, never a guess."""

    soort: Soort
    zaaknummer: Zaaknummer | None = None
    aanhangselnummer: Aanhangselnummer | None = None
    vergaderjaar: Vergaderjaar | None = None
    onderwerp: str | None = None
    indieners: tuple[Lid, ...] = ()
    gericht_aan: tuple[Bewindspersoon, ...] = ()
    ondertekenaars: tuple[Bewindspersoon, ...] = ()
    mede_namens: tuple[Bewindspersoon, ...] = ()
    ingezonden: date | None = None
    ontvangen: date | None = None
    gedagtekend: date | None = None
    zie_ook: tuple[Aanhangselnummer, ...] = ()
    kenmerken: tuple[str, ...] = ()
    inleiding: str | None = None
    vragen: tuple[Vraag, ...] = ()
    antwoorden: tuple[Antwoord, ...] = ()
    noten: tuple[Noot, ...] = ()
    toelichting: str | None = None
    mededeling: str | None = None
    slot: str | None = None
    instrument: Instrument = Instrument.SCHRIFTELIJKE_VRAGEN

    def antwoord_op(self, label: str) -> Antwoord | None:
        """The answer that covers the question with this label."""
        return next((antwoord for antwoord in self.antwoorden if label in antwoord.labels), None)

    def noot(self, id: str) -> Noot | None:
        """The note with this id ('b1'), if it exists."""
        return next((noot for noot in self.noten if noot.id == id), None)


def opsomming(delen: Sequence[str]) -> str:
    """'1', '1 en 2', '1, 2 en 3': as documents write a row of questions or names."""
    return " en ".join(filter(None, (", ".join(delen[:-1]), *delen[-1:])))


def merken_in(tekst: str) -> tuple[str, ...]:
    """The ids of the notes a Markdown text calls, in order: '[^v1]' -> 'v1'."""
    return tuple(MERK.findall(tekst))


def met_merken(vragenset: Vragenset, nieuw: dict[str, str]) -> Vragenset:
    """The set with its marks replaced: id -> mark. A mark that is not named stays."""

    def tekst(oud: str) -> str:
        return MERK.sub(lambda treffer: nieuw.get(treffer[1], treffer.group()), oud)

    return replace(
        vragenset,
        vragen=tuple(replace(vraag, tekst=tekst(vraag.tekst)) for vraag in vragenset.vragen),
        antwoorden=tuple(replace(antwoord, tekst=tekst(antwoord.tekst)) for antwoord in vragenset.antwoorden),
    )


def nummer_van(label: str) -> int:
    """The whole number in a printed label: '1a' -> 1. :raises Ongeldig: when there is none."""
    cijfers = "".join(teken for teken in label if teken.isdecimal())
    if not cijfers:
        raise Ongeldig("'%(label)s' is geen nummer van een vraag.", label=label)
    return int(cijfers)


def _van_of_voor(portefeuille: str) -> str:
    return f"voor {portefeuille}" if portefeuille in _MINISTERS_VOOR else f"van {portefeuille}"
