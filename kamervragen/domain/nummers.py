"""Numbers of the Kamer as types that cannot hold nonsense: parse, check, print."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.kalender import Vergaderjaar

_ZAAK = re.compile(r"(?P<jaar>(?:19|20)\d{2})Z(?P<nummer>\d{5})")
_AANHANGSEL_ID = re.compile(r"ah-(?P<kamer>tk|ek)-(?P<jaren>\d{8})-(?P<nummer>\d{1,4})(?:-(?P<uitgave>[hn]\d+))?")
_AANHANGSEL_ODATA = re.compile(r"(?P<begin>\d{2})(?P<einde>\d{2})0(?P<nummer>\d{4})")
_AANHANGSEL_KORT = re.compile(r"AH\s*(?P<nummer>\d{1,4})")
_AANHANGSEL_VOLUIT = re.compile(
    r"""(?:(?P<boven>Handelingen)\s+(?P<kamer_vooraf>I{1,2})\s+(?P<jaren_vooraf>[\d/–-]+),\s*)?
        Aanhangsels?\s*(?:van\s+de\s+)?\s*Handelingen(?:\s+(?P<kamer>I{1,2}))?,?\s*(?:vergaderjaar\s*)?
        (?P<jaren>(?:19|20)\d{2}\s*(?:/-|[-–/])\s*\d{2,4})?,?\s*(?:nr\.?\s*)?(?P<nummer>\d{1,4})
        (?:,\s*item\s+\d+(?:,\s*p\.\s*\d+)?)?""",
    re.VERBOSE | re.IGNORECASE,
)
_KAMERSTUK_ID = re.compile(
    r"kst-(?P<dossier>\d{5})(?:-(?P<toevoeging>[IVX]+[A-Z]?|\d{2}|[A-Z]|\(?R\d+\)?)(?=-))?-(?P<nummer>[A-Z]{1,3}|\d{1,5})(?:-(?P<uitgave>[hn]\d+))?"
)
_HANDELINGEN_ID = re.compile(r"h-(?P<kamer>tk|ek)-(?P<jaren>\d{8})-(?P<nummer>\d{1,3})-(?P<item>\d{1,3})")
_TOEZEGGING = re.compile(r"TZ(?P<jaar>20\d{2})(?P<maand>0[1-9]|1[0-2])-(?P<nummer>\d{3})")
_TOEZEGGING_EK = re.compile(r"T(?P<nummer>\d{5})")
_SLEUTEL = re.compile(r"KV-(?P<nummer>\d{6})")


@dataclass(frozen=True, slots=True, order=True)
class Zaaknummer:
    """The number the Kamer gives a set of questions. Its year need not be the year of asking."""

    jaar: int
    nummer: int

    @classmethod
    def parse(cls, tekst: str) -> Zaaknummer:
        """Reads '2026Z08701', spaces around it ignored. :raises Ongeldig: otherwise."""
        if gevonden := _ZAAK.fullmatch(tekst.strip()):
            return cls(int(gevonden["jaar"]), int(gevonden["nummer"]))
        raise Ongeldig("'%(geschreven)s' is geen zaaknummer. Schrijf het als 2026Z08701.", geschreven=tekst)

    def __str__(self) -> str:
        return f"{self.jaar}Z{self.nummer:05d}"


@dataclass(frozen=True, slots=True, order=True)
class Sleutel:
    """Our own key of a set: every set has one, also before the Kamer has numbered it."""

    nummer: int

    @classmethod
    def parse(cls, tekst: str) -> Sleutel:
        """Reads 'KV-000001'. :raises Ongeldig: otherwise."""
        if gevonden := _SLEUTEL.fullmatch(tekst.strip().upper()):
            return cls(int(gevonden["nummer"]))
        raise Ongeldig("'%(geschreven)s' is geen sleutel. Schrijf hem als KV-000001.", geschreven=tekst)

    def __str__(self) -> str:
        return f"KV-{self.nummer:06d}"


@dataclass(frozen=True, slots=True, order=True)
class Aanhangselnummer:
    """A number in the Aanhangsel van de Handelingen; it restarts each vergaderjaar.

    Answers and delay notices share one row of numbers, in order of receipt.
    """

    vergaderjaar: Vergaderjaar
    nummer: int
    kamer: str = "tk"
    uitgave: str = ""

    @classmethod
    def parse(cls, tekst: str, vergaderjaar: Vergaderjaar | None = None) -> Aanhangselnummer:
        """Reads every known spelling of one number.

        'ah-tk-20252026-1966', '242501244' (OData), 'Aanhangsel Handelingen, vergaderjaar 2025-2026, nr. 1966' and its
        kin, and 'AH 612' or '612' when `vergaderjaar` is given.
        :raises Ongeldig: naming the part that is missing.
        """
        schoon = " ".join(tekst.replace("\N{NO-BREAK SPACE}", " ").split()).rstrip(".")
        if deel := _AANHANGSEL_ID.fullmatch(schoon):
            return cls(Vergaderjaar.parse(deel["jaren"]), int(deel["nummer"]), deel["kamer"], deel["uitgave"] or "")
        if deel := _AANHANGSEL_ODATA.fullmatch(schoon):
            return cls(Vergaderjaar.parse(f"20{deel['begin']}-20{deel['einde']}"), int(deel["nummer"]))
        if deel := _AANHANGSEL_VOLUIT.fullmatch(schoon):
            kamer = "ek" if (deel["kamer"] or deel["kamer_vooraf"] or "").upper() == "I" else "tk"
            jaren = deel["jaren"] or deel["jaren_vooraf"]
            if jaren or vergaderjaar:
                return cls(Vergaderjaar.parse(jaren) if jaren else _zeker(vergaderjaar), int(deel["nummer"]), kamer)
            raise Ongeldig("Bij '%(geschreven)s' ontbreekt het vergaderjaar.", geschreven=tekst)
        if deel := _AANHANGSEL_KORT.fullmatch(schoon) or re.fullmatch(r"(?P<nummer>\d{1,4})", schoon):
            if vergaderjaar is None:
                raise Ongeldig("Bij '%(geschreven)s' ontbreekt het vergaderjaar.", geschreven=tekst)
            return cls(vergaderjaar, int(deel["nummer"]))
        raise Ongeldig(
            "'%(geschreven)s' is geen Aanhangselnummer. Schrijf het als ah-tk-20252026-1966.", geschreven=tekst
        )

    @property
    def citaat(self) -> str:
        """House style in a Word file: 'Aanhangsel Handelingen, vergaderjaar 2025-2026, nr. 1966'."""
        huis = " I" if self.kamer == "ek" else ""
        uitgave = f"-{self.uitgave}" if self.uitgave else ""
        return f"Aanhangsel Handelingen{huis}, vergaderjaar {self.vergaderjaar}, nr. {self.nummer}{uitgave}"

    def __str__(self) -> str:
        return f"ah-{self.kamer}-{self.vergaderjaar.compact}-{self.nummer}" + (
            f"-{self.uitgave}" if self.uitgave else ""
        )


@dataclass(frozen=True, slots=True, order=True)
class Kamerstuk:
    """A numbered piece in a dossier, like 33 552, nr. 124. `nummer` may be letters (Eerste Kamer)."""

    dossier: str
    nummer: str
    toevoeging: str = ""
    uitgave: str = ""

    @classmethod
    def parse(cls, tekst: str) -> Kamerstuk:
        """Reads an identifier 'kst-33552-124'. Spellings in running text are `language.verwijzingen`'s work.

        :raises Ongeldig: otherwise, also for the new kind 'kst-1268678', which names no dossier.
        """
        if deel := _KAMERSTUK_ID.fullmatch(tekst.strip()):
            return cls(deel["dossier"], deel["nummer"], deel["toevoeging"] or "", deel["uitgave"] or "")
        raise Ongeldig("'%(geschreven)s' is geen Kamerstuknummer. Schrijf het als kst-33552-124.", geschreven=tekst)

    @property
    def citaat(self) -> str:
        """House style: 'Kamerstuk 33 552, nr. 124'; letters stand without 'nr.': 'Kamerstuk 33 328, AI'."""
        streep = "-" if self.toevoeging.isdigit() else " "
        dossier = f"{self.dossier[:2]} {self.dossier[2:]}" + (f"{streep}{self.toevoeging}" if self.toevoeging else "")
        uitgave = f"-{self.uitgave}" if self.uitgave else ""
        return f"Kamerstuk {dossier}, " + (f"nr. {self.nummer}{uitgave}" if self.nummer.isdigit() else self.nummer)

    def __str__(self) -> str:
        return "-".join(deel for deel in ("kst", self.dossier, self.toevoeging, self.nummer, self.uitgave) if deel)


@dataclass(frozen=True, slots=True, order=True)
class Handelingennummer:
    """An item of a sitting's report: Handelingen II 2014/15, nr. 86, item 9."""

    vergaderjaar: Vergaderjaar
    vergadering: int
    item: int
    kamer: str = "tk"

    @classmethod
    def parse(cls, tekst: str) -> Handelingennummer:
        """Reads 'h-tk-20142015-86-9'. Spellings in running text are `language.verwijzingen`'s work.

        :raises Ongeldig: otherwise.
        """
        if deel := _HANDELINGEN_ID.fullmatch(tekst.strip()):
            return cls(Vergaderjaar.parse(deel["jaren"]), int(deel["nummer"]), int(deel["item"]), deel["kamer"])
        raise Ongeldig(
            "'%(geschreven)s' is geen nummer van de Handelingen. Schrijf het als h-tk-20142015-86-9.", geschreven=tekst
        )

    @property
    def citaat(self) -> str:
        """House style: 'Handelingen II 2014/15, nr. 86, item 9'."""
        huis, begin = ("I" if self.kamer == "ek" else "II"), self.vergaderjaar.begin
        return f"Handelingen {huis} {begin}/{(begin + 1) % 100:02d}, nr. {self.vergadering}, item {self.item}"

    def __str__(self) -> str:
        return f"h-{self.kamer}-{self.vergaderjaar.compact}-{self.vergadering}-{self.item}"


@dataclass(frozen=True, slots=True, order=True)
class Toezeggingsnummer:
    """A number in a Kamer's register: TZ202606-012 (Tweede Kamer) or T03052 (Eerste Kamer)."""

    nummer: int
    jaar: int = 0
    maand: int = 0

    @classmethod
    def parse(cls, tekst: str) -> Toezeggingsnummer:
        """Reads both forms. :raises Ongeldig: otherwise."""
        schoon = tekst.strip().upper()
        if deel := _TOEZEGGING.fullmatch(schoon):
            return cls(int(deel["nummer"]), int(deel["jaar"]), int(deel["maand"]))
        if deel := _TOEZEGGING_EK.fullmatch(schoon):
            return cls(int(deel["nummer"]))
        raise Ongeldig(
            "'%(geschreven)s' is geen toezeggingsnummer. Schrijf het als TZ202606-012 of T03052.", geschreven=tekst
        )

    @property
    def is_eerste_kamer(self) -> bool:
        """Whether it is of the register of the Eerste Kamer, whose numbers hold no month."""
        return not self.jaar

    def __str__(self) -> str:
        return f"TZ{self.jaar}{self.maand:02d}-{self.nummer:03d}" if self.jaar else f"T{self.nummer:05d}"


def _zeker(vergaderjaar: Vergaderjaar | None) -> Vergaderjaar:
    assert vergaderjaar is not None
    return vergaderjaar
